"""Where a clause of content ends.

In: a cue and the first token of its content. Out: the content from there to the clause's end. Why:
without marks a content runs to the end of its sentence, and stops earlier only where the next
attribution begins, or where a clause that opens the sentence is over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses.adverbials import CONTENT_BORDERS
from newsquote._quotes.clauses.records import Content
from newsquote._quotes.clauses.word_records import WordRecord
from newsquote._quotes.rules import Side
from newsquote._text.ranges import Chars
from newsquote._text.signs import STOPS
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._quotes.clauses.adverbials import Adverbials
    from newsquote._quotes.clauses.cued_text import CuedText
    from newsquote._quotes.clauses.records import Cue
    from newsquote._quotes.clauses.sources import SourceFinder
    from newsquote._quotes.rules import Rule
    from newsquote.lang import LanguagePack

__all__ = ["ClauseEnds", "have_same_form"]

_END_SIGNS = STOPS | CONTENT_BORDERS

# English word endings.
_ING = "ing"
_S = "s"


class _ClauseWords(WordRecord):
    """The words that join clauses and that make one depend on another."""

    clause_conjunctions: frozenset[str]
    conjunctions: frozenset[str]
    joining: frozenset[str]
    """Conjunctions, and the comma before one."""
    subordinators: frozenset[str]


@kept_by_pack
def _clause_words(pack: LanguagePack) -> _ClauseWords:
    conjunctions = pack.closed("conjunctions")
    return _ClauseWords(
        clause_conjunctions=pack.closed("clause_conjunctions"),
        conjunctions=conjunctions,
        joining=conjunctions | {","},
        subordinators=pack.closed("subordinators"),
    )


def have_same_form(text: CuedText, one: Cue, other: Cue) -> bool:
    """Whether two verbs have the same form, as those that share a subject do."""
    if one.build != other.build:
        return False
    first = text.lowers[one.head]
    second = text.lowers[other.head]
    if first.endswith(_S) != second.endswith(_S):
        return False
    return first.endswith(_ING) == second.endswith(_ING)


class ClauseEnds:
    """Finds the ends of the clauses that cues have as contents."""

    def __init__(self, text: CuedText, sources: SourceFinder, adverbials: Adverbials) -> None:
        self.text = text
        self.sources = sources
        self.adverbials = adverbials
        self.words = _clause_words(text.doc.pack)

    def clause(self, cue: Cue, k: int, last: int, rule: Rule) -> Content | None:
        """The content from token ``k`` to where its clause ends.

        :param last: the end of the sentence.
        :param rule: by which ``k`` was found.
        """
        text = self.text
        end = self.end_of_clause(cue, k, self._opening_clause_end(cue, k, last))
        if end <= k:
            return None
        piece = text.chars(k, end)
        used = text.marks_among(k, end)
        if used:
            # A quotation that the sentence's end cuts is one piece all the same.
            mark_ends = [text.doc.marked[number].end for number in used]
            piece = Chars(piece.start, max(piece.end, *mark_ends))
        return Content((piece,), used, rule)

    def end_of_clause(self, cue: Cue, k: int, last: int) -> int:
        """Behind the clause at token ``k``: before the next attribution, or at the sentence's end.

        That of the same or of another source may begin there. The final stop is left out.
        """
        tokens = self.text.tokens
        mark_at = self.text.mark_at
        cue_starts = self.text.cue_starts
        for n in range(k + 1, last):
            if mark_at[n] >= 0:
                continue
            if tokens[n] == ";":
                return self.without_end_signs(k, n)
            if n in cue_starts and n > cue.head:
                cut = self._cut_before(cue, cue_starts[n], k)
                if cut is not None:
                    return self.without_end_signs(k, cut)
        return self.without_end_signs(k, max(k + 1, last))

    def without_end_signs(self, k: int, end: int) -> int:
        """Before the stops and commas with which the tokens ``k`` to ``end`` end."""
        tokens = self.text.tokens
        mark_at = self.text.mark_at
        final = end - 1
        while final >= k and tokens[final] in _END_SIGNS and mark_at[final] < 0:
            final -= 1
        return final + 1

    def _opening_clause_end(self, cue: Cue, k: int, last: int) -> int:
        """The comma that ends a clause which opens the sentence, else the sentence's end.

        "When Lee said no, the hall laughed".
        """
        lowers = self.text.lowers
        words = self.words
        first = self.text.sentence_start(cue)
        opening = first + 1 if lowers[first] in words.conjunctions else first
        is_subordinate = lowers[opening] in words.subordinators
        if not is_subordinate or self._next_comma(first, cue.i) is not None:
            return last
        comma = self._next_comma(k + 1, last)
        return last if comma is None else comma

    def _next_comma(self, i: int, j: int) -> int | None:
        """The first comma among the tokens ``i`` to ``j`` that stands outside of marks."""
        tokens = self.text.tokens
        mark_at = self.text.mark_at
        for n in range(i, j):
            if tokens[n] == "," and mark_at[n] < 0:
                return n
        return None

    def _cut_before(self, cue: Cue, other: Cue, k: int) -> int | None:
        """Where a clause ends because another attribution begins; None if that is inside it.

        It ends at "and added", ", adding", ", according to".
        """
        tokens = self.text.tokens
        lowers = self.text.lowers
        before = other.i - 1
        is_behind_comma = tokens[before] == ","
        if other.build == "according":
            return before if is_behind_comma else other.i
        if is_behind_comma and other.build == "participle":
            return before
        is_parallel = have_same_form(self.text, cue, other)
        left = self.sources.left(other) if is_parallel else None
        if is_behind_comma and other.build == "finite":
            shares_subject = is_parallel and left is None
            if shares_subject or self._closes_sentence(other):
                return before
        if left is not None and self._opens_own_clause(cue, left.i, left.side):
            return left.i - 2
        if not is_parallel or lowers[before] not in self.words.conjunctions:
            return None
        while before > k and lowers[before] in self.words.joining:
            before -= 1
        return before + 1

    def _opens_own_clause(self, cue: Cue, subject: int, side: Side) -> bool:
        """Whether a cue's subject opens a coordinated clause of its own: ", and Kim said"."""
        if side != Side.LEFT or subject - 2 <= cue.head:
            return False
        joiner = self.text.lowers[subject - 1]
        sign = self.text.tokens[subject - 2]
        return sign == "," and joiner in self.words.clause_conjunctions

    def _closes_sentence(self, other: Cue) -> bool:
        """Whether an inverted cue behind a comma closes the sentence.

        All that stands before it is then its own content.
        """
        source = self.sources.right(other)
        if source is None:
            return False
        last = self.text.sentence_end(other)
        end = source.hi
        if end >= last:
            return True
        following = self.text.tokens[end]
        if following in STOPS or following == ",":
            return True
        return self.adverbials.length(end, last) > 0
