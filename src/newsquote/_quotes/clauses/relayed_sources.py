"""A verb that relays -> whom it quotes, and who relays.

In: "quoted" and "saying". Out: source and relayer of "N quoted S as saying C" and "S was quoted by
N as saying C". Why: the object of such a verb is the source, and its subject only passes on; in the
passive it is the other way round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses.noun_phrases import sentence_adverbs
from newsquote._quotes.clauses.records import Source
from newsquote._quotes.clauses.word_records import WordRecord
from newsquote._quotes.rules import Side
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._quotes.clauses.noun_phrases import NounPhrases
    from newsquote._quotes.clauses.records import Cue
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["RelayedSources"]


class _RelayWords(WordRecord):
    """The words around a verb that relays."""

    carriers: frozenset[str]
    """The prepositions before whoever relays a statement: "quoted by", "quoted in"."""
    passive: frozenset[str]
    verb_helpers: frozenset[str]
    """What stands between a subject and its verb."""


@kept_by_pack
def _relay_words(pack: LanguagePack) -> _RelayWords:
    return _RelayWords(
        carriers=pack.closed("carrier_prepositions"),
        passive=pack.closed("passive_forms"),
        verb_helpers=pack.words("auxiliaries") | sentence_adverbs(pack),
    )


class RelayedSources:
    """Finds the sources of statements that are relayed."""

    def __init__(self, doc: Doc, phrases: NounPhrases) -> None:
        self.sentences = doc.sentences
        self.lowers = doc.lowers
        self.words = _relay_words(doc.pack)
        self.phrases = phrases

    def source_and_relayer(self, verb: int, cue: Cue) -> tuple[Source | None, Source | None]:
        """The source and the relayer of "N quoted S as saying" or "S was quoted by N as saying".

        :param verb: the token of "quoted".
        :param cue: "saying".
        """
        lowers = self.lowers
        words = self.words
        first = self.sentences[cue.sentence][0]
        group = verb
        while group > first and lowers[group - 1] in words.verb_helpers:
            group -= 1
        start = self.phrases.start_before(group, first)
        subject = None
        if start is not None:
            subject = Source(start, group, start, cue.j, Side.LEFT)
        before_as = cue.i - 1
        behind = verb + 1
        if words.passive.isdisjoint(lowers[group:verb]):
            return _relayed_source(behind, before_as), subject
        if behind < before_as and lowers[behind] in words.carriers:
            return subject, _relayed_source(behind + 1, before_as)
        return subject, None


def _relayed_source(i: int, j: int) -> Source | None:
    """What stands behind a verb of relaying; None where nothing does."""
    return Source(i, j, i, j, Side.RIGHT) if i < j else None
