"""When, where or in what something was said: what may stand between a cue and its content.

In: a token behind a cue. Out: how many tokens from there on are an adverbial. Why: "said in a
statement on Monday that" has its content behind two phrases that are none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses.word_records import WordRecord
from newsquote._text.signs import PAUSES, POSSESSIVES
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._quotes.clauses.cued_text import CuedText
    from newsquote.lang import LanguagePack

__all__ = ["CONTENT_BORDERS", "Adverbials"]

CONTENT_BORDERS = PAUSES | frozenset((".", ";", ":"))
"""The signs with which a phrase beside a cue, or a content, ends."""
_MAX_ADVERBIAL_TOKENS = 9
"""A phrase with a preposition is looked at so far for a time, an occasion, or its end."""

# English words.
_THAT = "that"


class _AdverbialWords(WordRecord):
    """The words that make an adverbial."""

    first_words: frozenset[str]
    """Times, adverbs and prepositions."""
    occasions_and_times: frozenset[str]
    prepositions: frozenset[str]
    """Those that can introduce an adverbial of a cue."""
    single_words: frozenset[str]
    """Times, and the adverbs that belong to the cue and not to the content."""
    time_determiners: frozenset[str]
    """Those that may stand before a noun: "this Monday", "this bridge"."""
    times: frozenset[str]


@kept_by_pack
def _adverbial_words(pack: LanguagePack) -> _AdverbialWords:
    times = pack.words("time_words")
    adverbs = pack.words("cue_adverbs")
    prepositions = pack.words("prepositions")
    return _AdverbialWords(
        first_words=times | adverbs | prepositions,
        occasions_and_times=pack.words("statement_words") | times,
        prepositions=prepositions - pack.closed("never_adverbial"),
        single_words=times | (adverbs - pack.closed("fixed_adverbs")),
        time_determiners=times & pack.closed("time_determiners"),
        times=times,
    )


class Adverbials:
    """Measures the adverbials of a text."""

    def __init__(self, text: CuedText) -> None:
        self.mark_at = text.mark_at
        self.tokens = text.tokens
        self.lowers = text.lowers
        self.words = _adverbial_words(text.doc.pack)

    def end_of_all(self, k: int, last: int) -> int:
        """Behind all adverbials that stand at token ``k``; ``k`` itself if none does.

        :param last: the end of the sentence.
        """
        lowers = self.lowers
        first_words = self.words.first_words
        while k < last and lowers[k] in first_words:
            length = self.length(k, last)
            if not length:
                break
            k += length
        return k

    def length(self, k: int, last: int) -> int:
        """How many tokens at ``k`` say when, where or in what something was said; 0 if none do."""
        mark_at = self.mark_at
        words = self.words
        if mark_at[k] >= 0:
            return 0
        word = self.lowers[k]
        if word in words.single_words:
            return 1 if self._is_adverb(k, last) else 0
        if word not in words.prepositions:
            return 0
        for n in range(k + 1, min(last, k + _MAX_ADVERBIAL_TOKENS)):
            following = self.lowers[n]
            if following == _THAT:
                return n - k
            if self.tokens[n] in CONTENT_BORDERS:
                return n - k if n > k + 1 else 0
            if mark_at[n] >= 0:
                return 0
            if following in words.occasions_and_times:
                return n + 1 - k
        return 0

    def _is_adverb(self, k: int, last: int) -> bool:
        """Whether a time or an adverb begins no noun phrase: "this bridge", "Monday's rain"."""
        if k + 1 >= last:
            return True
        following = self.lowers[k + 1]
        if self.lowers[k] in self.words.time_determiners:
            return following in self.words.times
        return following not in POSSESSIVES
