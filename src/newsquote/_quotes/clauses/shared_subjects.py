"""A sentence -> the subject that a cue without one of its own shares.

In: a sentence and a token in it. Out: the first name, pronoun or noun phrase before that token.
Why: "He left, adding that ..." has its source at the head of its sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses.noun_phrases import verb_forms
from newsquote._quotes.clauses.records import Source
from newsquote._quotes.clauses.word_records import WordRecord
from newsquote._quotes.rules import Side
from newsquote._text.signs import SIGNS
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.spotting import Names
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["SharedSubjects"]

# English word endings.
_PAST_ENDING = "ed"


class _SubjectWords(WordRecord):
    """The words by which a sentence's subject is told."""

    determiners: frozenset[str]
    noun_ends: frozenset[str]
    """Signs, verbs and prepositions, before which a noun ends."""
    prepositions: frozenset[str]
    pronouns: frozenset[str]


@kept_by_pack
def _subject_words(pack: LanguagePack) -> _SubjectWords:
    prepositions = pack.words("prepositions")
    return _SubjectWords(
        determiners=pack.words("determiners"),
        noun_ends=SIGNS.union(pack.words("auxiliaries"), prepositions, verb_forms(pack)),
        prepositions=prepositions,
        pronouns=pack.closed("subject_pronouns"),
    )


class SharedSubjects:
    """Finds the subjects of a text's sentences."""

    def __init__(self, doc: Doc, names: Names, mark_at: Sequence[int]) -> None:
        self.sentences = doc.sentences
        self.names = names
        self.mark_at = mark_at
        self.lowers = doc.lowers
        self.words = _subject_words(doc.pack)

    def subject_of(self, sentence: int, limit: int) -> Source | None:
        """A sentence's first name or pronoun before a token, as its subject."""
        first = self.sentences[sentence][0]
        lowers = self.lowers
        mark_at = self.mark_at
        words = self.words
        at = self.names.at
        for k in range(first, limit):
            if mark_at[k] >= 0:
                continue
            word = lowers[k]
            if word in words.pronouns:
                return _shared_source(k, k + 1, limit)
            is_opening = k == first
            name = at(k)
            if name is not None:
                is_complement = not is_opening and lowers[k - 1] in words.prepositions
                if not is_complement:
                    return _shared_source(name.i, name.j, limit)
            if is_opening and word in words.determiners:
                end = self._noun_end(k, limit)
                return _shared_source(k, end, limit)
        return None

    def _noun_end(self, k: int, limit: int) -> int:
        """Behind the noun that a determiner opens: before the first verb, preposition or sign."""
        lowers = self.lowers
        noun_ends = self.words.noun_ends
        for n in range(k + 1, limit):
            word = lowers[n]
            if word in noun_ends or word.endswith(_PAST_ENDING):
                return n
        return max(limit, k + 1)


def _shared_source(i: int, j: int, limit: int) -> Source:
    return Source(i, j, i, limit, Side.SHARED)
