"""A cue -> the source before it.

In: a cue. Out: the noun phrase, or the relative pronoun, right before its verb. Why: there the
subject of a reporting verb stands first of all, and only an insertion ("Lee, the mayor, said",
"Lee, meanwhile, said") parts the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses.noun_phrases import MAX_PHRASE_TOKENS, sentence_adverbs
from newsquote._quotes.clauses.records import Source
from newsquote._quotes.clauses.word_records import WordRecord
from newsquote._quotes.rules import Side
from newsquote._text.signs import PAUSES
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.clauses.noun_phrases import NounPhrases
    from newsquote._quotes.clauses.records import Cue
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["PrecedingSources"]

_MAX_TIME_TOKENS = 4
"""Between a relative pronoun and its verb: "who on Monday said"."""

# English words.
_THAT = "that"


class _PrecedingWords(WordRecord):
    """The words that tell what stands right before a verb."""

    asides: frozenset[str]
    """The words with which an insertion begins that does not describe the subject."""
    relatives: frozenset[str]
    times: frozenset[str]
    times_and_prepositions: frozenset[str]


@kept_by_pack
def _preceding_words(pack: LanguagePack) -> _PrecedingWords:
    return _PrecedingWords(
        asides=sentence_adverbs(pack) | pack.words("time_words") | pack.words("prepositions"),
        relatives=pack.closed("relatives"),
        times=pack.words("time_words"),
        times_and_prepositions=pack.words("time_words").union(
            pack.closed("deictic_determiners"), pack.closed("time_prepositions")
        ),
    )


class PrecedingSources:
    """Finds the sources that stand before their cues."""

    def __init__(self, doc: Doc, mark_at: Sequence[int], phrases: NounPhrases) -> None:
        self.sentences = doc.sentences
        self.mark_at = mark_at
        self.tokens = doc.words
        self.lowers = doc.lowers
        self.words = _preceding_words(doc.pack)
        self.phrases = phrases

    def source_before(self, cue: Cue) -> Source | None:
        """The subject before a verb."""
        first = self.sentences[cue.sentence][0]
        end = cue.i
        if end == first:
            return None
        before = end - 1
        last_word = self.lowers[before]
        relative = self._relative_before_time(before, first)
        if relative is not None:
            return Source(relative, relative + 1, relative, cue.j, Side.RELATIVE)
        if self._is_relative(last_word, before, first):
            return Source(before, end, before, cue.j, Side.RELATIVE)
        if last_word == ")" or last_word in PAUSES:
            return self._before_insertion(cue, first)
        start = self.phrases.start_before(end, first)
        return None if start is None else _left_source(start, end, cue)

    def _is_relative(self, word: str, k: int, first: int) -> bool:
        """Whether a word is the relative pronoun that is a verb's subject; "that" needs a noun."""
        if word == _THAT:
            return k > first and self.phrases.is_nounlike(k - 1)
        return word in self.words.relatives

    def _relative_before_time(self, k: int, first: int) -> int | None:
        """The relative pronoun before the time that ends at token ``k``: "who last week told"."""
        if self.lowers[k] not in self.words.times:
            return None
        stop = max(first, k - _MAX_TIME_TOKENS)
        for n in range(k, stop, -1):
            word = self.lowers[n]
            if word in self.words.relatives and word != _THAT:
                return n
            if word not in self.words.times_and_prepositions:
                return None
        return None

    def _before_insertion(self, cue: Cue, first: int) -> Source | None:
        """The subject of "Lee, the mayor, said" or "Lee, meanwhile, said".

        It is what stands before the insertion, and the insertion with it if that describes.
        """
        closing = cue.i - 1
        sign = self.tokens[closing]
        opening_sign = "(" if sign == ")" else sign
        opening = self._insertion_start(opening_sign, closing, first)
        if opening is None:
            return None
        start = self.phrases.start_before(opening, first)
        if start is None:
            # A list of descriptions: "Lee, 34, the mayor, said".
            opening = self._earlier_sign(opening_sign, opening, first)
            if opening is None:
                return None
            start = self.phrases.start_before(opening, first)
            if start is None:
                return None
        is_aside = self.lowers[opening + 1] in self.words.asides
        return _left_source(start, opening if is_aside else closing, cue)

    def _insertion_start(self, sign: str, closing: int, first: int) -> int | None:
        """The sign that opens the insertion which ends at ``closing``; no marks stand inside."""
        stop = max(first, closing - MAX_PHRASE_TOKENS)
        for k in range(closing - 1, stop, -1):
            if self.tokens[k] == sign:
                return k
            if self.mark_at[k] >= 0:
                return None
        return None

    def _earlier_sign(self, sign: str, k: int, first: int) -> int | None:
        """The last such sign before token ``k``, if it is near."""
        stop = max(first, k - 1 - MAX_PHRASE_TOKENS)
        for n in range(k - 1, stop, -1):
            if self.tokens[n] == sign:
                return n
        return None


def _left_source(i: int, j: int, cue: Cue) -> Source:
    return Source(i, j, i, cue.j, Side.LEFT)
