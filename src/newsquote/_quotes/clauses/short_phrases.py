"""Noun phrases in the stretches beside a cue.

In: a token in a stretch that no cue, source or content takes up. Out: where the noun phrase that
begins there ends. Why: an occasion, a go-between and an addressee behind "to" are noun phrases of
few words, which end at the next sign, preposition, time or verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses.word_records import WordRecord
from newsquote._text.signs import POSSESSIVES
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._quotes.clauses.times import Times
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["MAX_PHRASE_TOKENS", "ShortPhrases", "phrase_breaks"]

MAX_PHRASE_TOKENS = 9
"""A phrase beside a cue that is longer is cut here; few are."""

# English words.
_THAT = "that"


@kept_by_pack
def phrase_breaks(pack: LanguagePack) -> frozenset[str]:
    """The words that end a noun phrase, beside prepositions."""
    return (
        pack.words("clause_openers")
        | pack.closed("conjunctions")
        | pack.words("auxiliaries")
        | pack.closed("carrying_words")
    )


class _BreakWords(WordRecord):
    """The words that decide where a noun phrase ends."""

    abbreviations: frozenset[str]
    determiners: frozenset[str]
    ends: frozenset[str]
    """Prepositions, words that open or join clauses, verbs."""


@kept_by_pack
def _break_words(pack: LanguagePack) -> _BreakWords:
    return _BreakWords(
        abbreviations=pack.words("abbreviations"),
        determiners=pack.words("determiners"),
        ends=pack.words("prepositions") | phrase_breaks(pack) | {_THAT},
    )


class ShortPhrases:
    """Finds the ends of noun phrases in a text's stretches."""

    def __init__(self, doc: Doc, times: Times) -> None:
        self.tokens = doc.words
        self.lowers = doc.lowers
        self.times = times
        self.words = _break_words(doc.pack)

    def end_at(self, k: int, end: int) -> int:
        """Behind the noun phrase that begins at token ``k``; 0 if none does.

        :param end: the end of the stretch.
        """
        stop = k
        limit = min(end, k + MAX_PHRASE_TOKENS)
        while stop < limit and not self._ends_before(stop, k, end):
            stop += 1
        if stop == k or self.lowers[stop - 1] in self.words.determiners:
            return 0
        return stop

    def _ends_before(self, k: int, start: int, end: int) -> bool:
        """Whether the noun phrase that begins at ``start`` ends before token ``k``."""
        if self._is_inner_sign(k):
            return False
        word = self.lowers[k]
        if not word[0].isalnum() or word in self.words.ends:
            return True
        return k > start and self._is_time(k, end)

    def _is_inner_sign(self, k: int) -> bool:
        """Whether a token is a possessive sign, or the stop of an abbreviation."""
        sign = self.tokens[k]
        if sign in POSSESSIVES:
            return True
        return sign == "." and self.lowers[k - 1] in self.words.abbreviations

    def _is_time(self, k: int, end: int) -> bool:
        """Whether a time begins at a token, and no noun: "Lee on Monday", but "a Monday"."""
        if not self.times.end_at(k, end):
            return False
        return self.lowers[k - 1] not in self.words.determiners
