"""What was passed on: "N quoted S as saying C", "C, S said, according to N".

In: cues with their sentences, or attributions. Out: who relays and who spoke. Why: two verbs, or a
verb and "according to", stand around one statement; the one who spoke is its source, and the other
only its relay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.clauses.sources import Source
from newsquote._quotes.rules import QUOTING_RULES, Side, Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.attribution import Attribution
    from newsquote._quotes.clauses.cues import Cue
    from newsquote._quotes.clauses.sources import SourceFinder
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Chars

__all__ = ["RelayedCue", "find_relay", "fold_relays"]

_MAX_RELAY_TOKENS = 29
"""How far before "as saying" its verb may stand: a name with an apposition lies between."""
_ACCORDING = "according to"
_MAX_REST_CHARS = 3
"""What may stand beside a statement that fills a range: its marks and its comma."""
_MAX_CIRCUMSTANCES_CHARS = 24
"""The same behind a quotation and its verb: "told the parliament"."""


class RelayedCue(NamedTuple):
    """The verb that relays, who spoke, who relays, and where all these begin and end."""

    verb: int
    source: Source | None
    relayed_by: Source | None
    first: int
    end: int
    """The token behind the participle, and behind who relays where that stands there."""


def find_relay(doc: Doc, sources: SourceFinder, cue: Cue) -> RelayedCue | None:
    """The relay around a participle: "quoted ... as saying"; None if there is none."""
    if cue.build != "participle":
        return None
    first, _ = doc.sentences[cue.sentence]
    before = cue.i - 1
    if before <= first or doc.lowers[before] != "as":
        return None
    verb = _relay_verb(doc, before, first)
    if verb is None:
        return None
    source, relayed_by = sources.relay(verb, cue)
    relayed_by = relayed_by or _relayed_by_behind(doc, cue)
    found = [one for one in (source, relayed_by) if one is not None]
    first = min([one.lo for one in found], default=cue.i)
    return RelayedCue(verb, source, relayed_by, first, max([cue.j, *(one.j for one in found)]))


def _relay_verb(doc: Doc, end: int, first: int) -> int | None:
    """The nearest verb of relaying before a token."""
    lowers = doc.lowers
    relays = doc.pack.words("relay_verbs")
    stop = max(first, end - _MAX_RELAY_TOKENS)
    for k in range(end - 1, stop, -1):
        if lowers[k] in relays:
            return k
    return None


def _relayed_by_behind(doc: Doc, cue: Cue) -> Source | None:
    """Who relays, where that stands at the end: "was quoted as saying by the Herald"."""
    words = doc.words
    _, last = doc.sentences[cue.sentence]
    start = cue.j + 1
    if doc.lowers[cue.j : start] != ["by"]:
        return None
    end = start
    ends = doc.pack.closed("addressee_ends")
    while end < last and words[end][0].isalnum() and doc.lowers[end] not in ends:
        end += 1
    if end == start:
        return None
    return Source(start, end, start, end, Side.RIGHT)


# --------------------------------------------------------------------- according to


def fold_relays(
    doc: Doc, attributions: Sequence[Attribution], ruled: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions, with those put aside that only say where a statement was found.

    In "..., S said, according to a transcript" the transcript becomes the relay of what S said.

    :param ruled: the attributions by rules, among which the statement's own is.
    """
    if not any(map(_is_according, attributions)):
        return list(attributions)
    inner_statements = _InnerStatements(doc, ruled)
    out = []
    gone: set[Chars | None] = set()
    for outer in attributions:
        inner = inner_statements.of(outer)
        if inner is None:
            out.append(outer)
        else:
            gone.add(inner.cue_range)
            relay = Step.RELAYED_ACCORDING_TO
            out.append(inner.relayed_through(outer.source, relay))
    return [found for found in out if _is_relayed(found) or found.cue_range not in gone]


def _is_according(attribution: Attribution) -> bool:
    cue = attribution.cue
    return cue is not None and cue.lemma == _ACCORDING


def _is_relayed(attribution: Attribution) -> bool:
    return attribution.circumstances.relayed_by is not None


class _InnerStatements:
    """By sentence, the first statement, and the first quotation, that "according to" may relay."""

    def __init__(self, doc: Doc, ruled: Sequence[Attribution]) -> None:
        self.doc = doc
        self.quoting: dict[int, Attribution] = {}
        self.telling: dict[int, Attribution] = {}
        for attribution in ruled:
            if attribution.source is None or _is_relayed(attribution):
                continue
            if _is_according(attribution):
                continue
            self.telling.setdefault(attribution.sentence, attribution)
            if attribution.rule in QUOTING_RULES:
                self.quoting.setdefault(attribution.sentence, attribution)

    def of(self, outer: Attribution) -> Attribution | None:
        """The statement that is all of what an "according to" is said to tell."""
        if outer.source is None or not _is_according(outer):
            return None
        if len(outer.pieces) != 1:
            return None
        inner = self.quoting.get(outer.sentence)
        if inner is None and _is_record(self.doc, outer.source):
            inner = self.telling.get(outer.sentence)
        if inner is None or not _fills(inner, outer.pieces[0]):
            return None
        return inner


def _is_record(doc: Doc, source: Chars) -> bool:
    """Whether a source only holds what others said: "a transcript of the call", "court papers"."""
    i, j = doc.tokens_in(*source)
    record_words = doc.pack.closed("record_words")
    prepositions = doc.pack.words("prepositions")
    for word in doc.lowers[i:j]:
        if word in prepositions:
            return False
        if word in record_words:
            return True
    return False


def _fills(attribution: Attribution, where: Chars) -> bool:
    """Whether an attribution is all that stands in a range, but for a few signs."""
    ranges = list(attribution.pieces)
    if attribution.cue is not None:
        ranges.append(attribution.cue.range)
    if attribution.source is not None:
        ranges.append(attribution.source)
    first = min(found.start for found in ranges)
    last = max(found.end for found in ranges)
    before, behind = first - where.start, where.end - last
    most_behind = _MAX_REST_CHARS
    if attribution.rule in QUOTING_RULES:
        # Behind a quotation and its verb stands to whom, or in what, something was said.
        most_behind = _MAX_CIRCUMSTANCES_CHARS
    return before <= _MAX_REST_CHARS and behind <= most_behind
