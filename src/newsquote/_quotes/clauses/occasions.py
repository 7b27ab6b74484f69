"""On what occasion something was said.

In: a token in a stretch that no cue, source or content takes up. Out: where the occasion that
begins there ends. Why: a preposition and a noun phrase with a word such as "interview" or "rally"
in it are the occasion, and what belongs to that word stands behind further prepositions: "in an
interview with the Herald on its website".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses.times import word_within
from newsquote._quotes.clauses.word_records import WordRecord
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._quotes.clauses.short_phrases import ShortPhrases
    from newsquote._quotes.clauses.times import Times
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["Occasions"]

_MAX_COMPLEMENTS = 2
"""Phrases that belong to an occasion; what stands behind them belongs to the sentence."""


class _OccasionWords(WordRecord):
    """The words by which an occasion is known."""

    channels: frozenset[str]
    """Platforms and channels, which need no article: "on Facebook", "by phone"."""
    complements: frozenset[str]
    """The prepositions of what belongs to an occasion."""
    nouns: frozenset[str]
    prepositions: frozenset[str]


@kept_by_pack
def _occasion_words(pack: LanguagePack) -> _OccasionWords:
    platforms = frozenset([word.casefold() for word in pack.words("platforms")])
    return _OccasionWords(
        channels=platforms | pack.closed("channel_words"),
        complements=pack.closed("occasion_complements"),
        nouns=pack.words("statement_words") | pack.words("occasion_words"),
        prepositions=pack.closed("occasion_prepositions"),
    )


class Occasions:
    """Finds the occasions in a text's stretches."""

    def __init__(self, doc: Doc, times: Times, phrases: ShortPhrases) -> None:
        self.lowers = doc.lowers
        self.times = times
        self.phrases = phrases
        self.words = _occasion_words(doc.pack)

    def end_at(self, k: int, end: int) -> int:
        """Behind "in an interview with the Herald", "on Facebook" at token ``k``; 0 if none.

        :param end: the end of the stretch.
        """
        lowers = self.lowers
        words = self.words
        if word_within(lowers, k, end) not in words.prepositions:
            return 0
        if word_within(lowers, k + 1, end) in words.channels:
            return k + 2
        stop = self.phrases.end_at(k + 1, end)
        if not stop or words.nouns.isdisjoint(lowers[k + 1 : stop]):
            return 0
        return self._past_complements(stop, end)

    def _past_complements(self, k: int, end: int) -> int:
        """Behind the phrases that belong to an occasion which ends before token ``k``."""
        for _ in range(_MAX_COMPLEMENTS):
            if word_within(self.lowers, k, end) not in self.words.complements:
                break
            if self.times.end_at(k, end):
                break
            stop = self.phrases.end_at(k + 1, end)
            if not stop:
                break
            k = stop
        return k
