"""To whom, on what occasion, when and through whom something was said.

In: attributions whose cue, source and content are settled. Out: the same with the addressee, the
occasion, the time and the go-between that the sentence prints beside the cue. Why: these are
phrases of a few shapes ("told reporters", "in an interview with", "late on Thursday", "through an
interpreter"), and only what no cue, source or content takes up can be one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.attribution import NO_CIRCUMSTANCES, Circumstances
from newsquote._quotes.clauses.beside_phrases import BesidePhrases, Kind
from newsquote._quotes.clauses.short_phrases import MAX_PHRASE_TOKENS, phrase_breaks
from newsquote._quotes.clauses.stretches import stretches_around, taken_tokens
from newsquote._quotes.clauses.times import Times
from newsquote._text.ranges import Chars
from newsquote._text.signs import PAUSES
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsquote._quotes.attribution import Attribution
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["with_circumstances"]

KnownPhrases = dict[Kind, Chars]
"""What is known of one attribution, by what it is to it."""

# English words and endings.
_ON = "on"
_PAST_ENDING = "ed"


def with_circumstances(doc: Doc, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with what their sentences say beside cue, source and content."""
    if not attributions:
        return []
    reader = _CircumstanceReader(doc)
    cues = [found.cue.range for found in attributions if found.cue is not None]
    ranges = [where for found in attributions for where in _settled_ranges(found)]
    taken = taken_tokens(doc, ranges, cues)
    completed: list[Attribution] = []
    for attribution in attributions:
        if attribution.cue is None:
            completed.append(attribution)
            continue
        printed = _known_phrases(attribution)
        known = printed.copy()
        reader.complete(known, attribution.cue.range, taken)
        is_same = known == printed
        completed.append(attribution if is_same else _completed(attribution, known))
    return completed


def _settled_ranges(attribution: Attribution) -> list[Chars]:
    """Where content, source, addressee and relayer stand."""
    found = list(attribution.pieces)
    if attribution.source is not None:
        found.append(attribution.source)
    beside = attribution.circumstances
    if beside.addressee is not None:
        found.append(beside.addressee)
    if beside.relayed_by is not None:
        found.append(beside.relayed_by)
    return found


def _known_phrases(attribution: Attribution) -> KnownPhrases:
    """What is known of an attribution already, by what it is."""
    beside = attribution.circumstances
    if beside is NO_CIRCUMSTANCES:
        return {} if attribution.source is None else {"source": attribution.source}
    phrases: dict[Kind, Chars | None] = {
        "source": attribution.source,
        "addressee": beside.addressee,
        "occasion": beside.occasion,
        "when": beside.when,
        "relayed_by": beside.relayed_by,
    }
    return {kind: where for kind, where in phrases.items() if where is not None}


def _completed(attribution: Attribution, known: KnownPhrases) -> Attribution:
    """An attribution with what is known of it."""
    circumstances = Circumstances(
        addressee=known.get("addressee"),
        occasion=known.get("occasion"),
        when=known.get("when"),
        relayed_by=known.get("relayed_by"),
    )
    return attrs.evolve(attribution, source=known.get("source"), circumstances=circumstances)


@kept_by_pack
def _clause_words(pack: LanguagePack) -> frozenset[str]:
    """The words and signs of a clause inside a source."""
    return pack.closed("relatives") | PAUSES | phrase_breaks(pack)


class _CircumstanceReader:
    """Reads what stands beside the cues of a text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.lowers = doc.lowers
        self.starts = doc.starts
        self.ends = doc.ends
        self.clause_words = _clause_words(doc.pack)
        self.times = Times(doc)
        self.phrases = BesidePhrases(doc, self.times)

    def complete(self, known: KnownPhrases, cue: Chars, taken: bytearray) -> None:
        """Add what the sentence of a cue says beside it; what is known already stays.

        :param taken: for each token whether something takes it up.
        """
        self._split_addressee(known)
        source_end = self._split_source(known)
        for i, j in stretches_around(self.doc, cue, source_end, taken):
            for kind, start, end in self.phrases.phrases_in(i, j):
                if kind is not None and kind not in known:
                    known[kind] = self._chars(start, end)

    def _split_addressee(self, known: KnownPhrases) -> None:
        """Take the time out of an addressee: "told members last week that"."""
        addressee = known.get("addressee")
        if addressee is None:
            return
        i, j = self.doc.tokens_in(*addressee)
        near = range(i, min(j, i + MAX_PHRASE_TOKENS))
        time = self._time_up_to(j, near)
        if time == i:
            known["when"] = known.pop("addressee")
        elif time is not None:
            known.setdefault("when", self._chars(time, j))
            known["addressee"] = self._chars(i, time)

    def _split_source(self, known: KnownPhrases) -> int | None:
        """Take the time with "on" out of a source: "Lee on Monday said".

        What comes back is the token behind what is left.
        """
        source = known.get("source")
        if source is None:
            return None
        i, j = self.doc.tokens_in(*source)
        stop = min(j, i + MAX_PHRASE_TOKENS)
        if _ON not in self.lowers[i + 1 : stop]:
            return j
        prepositions = [k for k in range(i + 1, stop) if self.lowers[k] == _ON]
        time = self._time_up_to(j, prepositions)
        if time is None or not self._is_bare(i, time):
            return j
        known["when"] = self._chars(time, j)
        known["source"] = self._chars(i, time)
        return time

    def _time_up_to(self, end: int, starts: Iterable[int]) -> int | None:
        """The first of some tokens at which a time begins that ends before token ``end``."""
        for k in starts:
            if self.times.end_at(k, end) == end:
                return k
        return None

    def _is_bare(self, i: int, j: int) -> bool:
        """Whether a source has no clause to which a time at its end could belong.

        "The groups who wrote on Monday" and "papers filed on Monday" have one.
        """
        if self.lowers[j - 1].endswith(_PAST_ENDING):
            return False
        return self.clause_words.isdisjoint(self.lowers[i + 1 : j])

    def _chars(self, i: int, j: int) -> Chars:
        return Chars(self.starts[i], self.ends[j - 1])
