"""Where a content can begin behind its cue, and who is spoken to in between.

In: a cue. Out: the first token behind its adverbials and its addressee, and the addressee. Why:
"told Lee on Monday that" has a noun phrase before the content; where the verb may or must have one,
the phrase ends at the first word that can only begin a content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses import frames
from newsquote._quotes.clauses.adverbials import CONTENT_BORDERS
from newsquote._quotes.clauses.word_records import WordRecord
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._quotes.clauses.adverbials import Adverbials
    from newsquote._quotes.clauses.cued_text import CuedText
    from newsquote._quotes.clauses.records import Cue
    from newsquote._text.ranges import Chars
    from newsquote.lang import LanguagePack

__all__ = ["Addressees"]

_MAX_ADDRESSEE_TOKENS = 16
_MAX_EDGE_DISTANCE = 9
"""Tokens; in so many, "that" or the like shows that a phrase behind the verb is an addressee."""

# English words.
_FOR = "for"
_IT = "it"
_THAT = "that"
_THERE = "there"
_TO = "to"


class _AddresseeWords(WordRecord):
    """The words that begin a content, or an adverbial before it, behind an addressee."""

    about: frozenset[str]
    adverbial_prepositions: frozenset[str]
    auxiliaries: frozenset[str]
    content_starts: frozenset[str]
    """Behind an addressee: "that", "there", question words and pronouns that are subjects."""
    determiners: frozenset[str]
    edges: frozenset[str]
    """What parts an addressee from a content for sure."""
    never_addressees: frozenset[str]
    """The words with which no addressee begins."""
    prepositions: frozenset[str]


@kept_by_pack
def _addressee_words(pack: LanguagePack) -> _AddresseeWords:
    about = pack.closed("about_words")
    question_words = pack.closed("question_words")
    subjects = pack.closed("subjects_of_clauses") - {_IT}
    return _AddresseeWords(
        about=about,
        adverbial_prepositions=pack.closed("addressee_ends"),
        auxiliaries=pack.words("auxiliaries"),
        content_starts=question_words | pack.closed("subject_pronouns") | {_THAT, _THERE},
        determiners=pack.words("determiners"),
        edges=about | question_words | {_THAT},
        never_addressees=about | question_words | subjects | {_THAT, _TO, _FOR},
        prepositions=pack.words("prepositions"),
    )


class Addressees:
    """Finds the addressees of a text's cues."""

    def __init__(self, text: CuedText, adverbials: Adverbials) -> None:
        self.text = text
        self.adverbials = adverbials
        self.tokens = text.tokens
        self.lowers = text.lowers
        self.words = _addressee_words(text.doc.pack)

    def content_start(self, cue: Cue, hi: int) -> tuple[int, Chars | None]:
        """Where a cue's content can begin behind token ``hi``, and whom the cue addresses."""
        last = self.text.sentence_end(cue)
        k = self.adverbials.end_of_all(hi, last)
        must_have_edge = frames.OPTIONAL_ADDRESSEE in cue.frames
        may_address = must_have_edge or frames.ADDRESSEE in cue.frames
        if k >= last or not may_address or not self._may_begin(k):
            return k, None
        if must_have_edge and not self._has_edge(cue, k, last):
            return k, None
        end = self._addressee_end(cue, k, last)
        if end == k:
            return k, None
        start = self.adverbials.end_of_all(end, last)
        return start, self.text.chars(k, end)

    def _may_begin(self, k: int) -> bool:
        """Whether an addressee can begin at a token."""
        if self.tokens[k] in CONTENT_BORDERS or self.text.is_marked(k):
            return False
        return self.lowers[k] not in self.words.never_addressees

    def _has_edge(self, cue: Cue, k: int, last: int) -> bool:
        """Whether a word follows that parts an addressee from a content.

        Only then is the noun phrase at ``k`` an addressee for sure, and no content.
        """
        tokens = self.tokens
        words = self.words
        takes_infinitive = cue.takes(frames.INFINITIVE)
        for n in range(k, min(last, k + _MAX_EDGE_DISTANCE)):
            if tokens[n] == ":" or self.text.is_marked(n):
                return True
            word = self.lowers[n]
            if word == "," or word in words.auxiliaries:
                return False
            if word in words.edges or (word == _TO and takes_infinitive):
                return True
        return False

    def _addressee_end(self, cue: Cue, k: int, last: int) -> int:
        """Behind the noun phrase at ``k``; ``k`` itself if it is a part of the content."""
        lowers = self.lowers
        determiners = self.words.determiners
        for n in range(k + 1, min(last, k + _MAX_ADDRESSEE_TOKENS)):
            if lowers[n - 1] in determiners and self.text.is_marked(n):
                # The marks are inside the noun phrase: promised a "common boat".
                return k
            if self._ends_addressee(cue, n, last):
                return n
        return k + 1

    def _ends_addressee(self, cue: Cue, n: int, last: int) -> bool:
        """Whether a content, or an adverbial before it, begins at token ``n``."""
        word = self.lowers[n]
        words = self.words
        if self.tokens[n] in CONTENT_BORDERS or self.text.is_marked(n):
            return True
        if word in words.content_starts:
            return True
        if word in words.about and cue.takes(frames.OBJECT_AND_OF):
            return True
        if word == _TO and cue.takes(frames.INFINITIVE):
            return True
        if word in words.adverbial_prepositions and self.adverbials.length(n, last):
            return True
        if word not in words.determiners:
            return False
        before = self.lowers[n - 1]
        return before not in words.prepositions and before not in words.determiners
