"""Through whom something was said.

In: a token in a stretch that no cue, source or content takes up. Out: the go-between that begins
there. Why: "through an interpreter", "via her lawyer" and "according to a transcript" name who or
what passed a statement on; other phrases with "through" do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses.times import word_within
from newsquote._quotes.clauses.word_records import WordRecord
from newsquote._text.ranges import Tokens
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._quotes.clauses.short_phrases import ShortPhrases
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["GoBetweens"]

# English words.
_ACCORDING_TO = ["according", "to"]
_OF_AND_BY = frozenset(("of", "by"))


class _GoBetweenWords(WordRecord):
    """The words by which a go-between is known."""

    nouns: frozenset[str]
    possessives: frozenset[str]
    prepositions: frozenset[str]


@kept_by_pack
def _go_between_words(pack: LanguagePack) -> _GoBetweenWords:
    return _GoBetweenWords(
        nouns=pack.closed("go_betweens"),
        possessives=pack.closed("possessive_pronouns"),
        prepositions=pack.closed("relaying_prepositions"),
    )


class GoBetweens:
    """Finds the go-betweens in a text's stretches."""

    def __init__(self, doc: Doc, phrases: ShortPhrases) -> None:
        self.lowers = doc.lowers
        self.phrases = phrases
        self.words = _go_between_words(doc.pack)

    def phrase_at(self, k: int, end: int) -> Tokens | None:
        """The noun phrase of the go-between whose preposition is token ``k``; None if none is.

        :param end: the end of the stretch.
        """
        lowers = self.lowers
        words = self.words
        is_according = lowers[k : k + 2] == _ACCORDING_TO
        if is_according:
            start = k + 2
        elif lowers[k] in words.prepositions:
            start = k + 1
        else:
            return None
        stop = self.phrases.end_at(start, end)
        if not stop:
            return None
        is_somebody = lowers[stop - 1] in words.nouns or lowers[start] in words.possessives
        if not is_according and not is_somebody:
            return None
        return Tokens(start, self._past_complement(stop, end))

    def _past_complement(self, k: int, end: int) -> int:
        """Behind "of the meeting", "by a clerk" at token ``k``."""
        if word_within(self.lowers, k, end) not in _OF_AND_BY:
            return k
        return self.phrases.end_at(k + 1, end) or k
