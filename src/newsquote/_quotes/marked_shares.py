"""How much of a content stands inside quotation marks.

In: the pieces of a content. Out: its parts, each with what stands inside its own marks, and whether
the content is direct, mixed or indirect. Why: both ask which marked texts a piece touches.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from newsquote._quotes.records import PartRecord
from newsquote._text.ranges import Chars
from newsquote._text.signs import STOPS
from newsquote.kinds import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._text.doc import Doc
    from newsquote._text.marks import Marked

__all__ = ["MarkedShares"]

_MIN_DIRECT_SHARE = 0.9
"""Of a content's letters and digits inside marks: a few words beside them, such as "that", do not
make a quotation mixed. The public definition of ``direct``."""
_MAX_FRAGMENT_WORDS = 3
"""So few words in marks are a part of the writer's clause where that holds them."""


class MarkedShares:
    """The outermost marked texts of a text, by where they stand."""

    def __init__(self, doc: Doc) -> None:
        self.doc, self.text = doc, doc.text
        self.outer = [marked for marked in doc.marked if not marked.depth]
        self.starts = [marked.start for marked in self.outer]
        self.ends = [marked.end for marked in self.outer]

    def parts_and_kind(self, pieces: Sequence[Chars]) -> tuple[tuple[PartRecord, ...], QuoteKind]:
        """The parts of a content, one a piece, and the kind by what stands inside marks."""
        touching = [self._touching(piece) for piece in pieces]
        parts = tuple(map(_part, pieces, touching))
        return parts, self._kind(pieces, touching)

    def _touching(self, piece: Chars) -> list[Marked]:
        """The marked texts that a piece touches."""
        start, end = piece
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, end)
        return self.outer[first:last]

    def _kind(self, pieces: Sequence[Chars], touching: Sequence[Sequence[Marked]]) -> QuoteKind:
        """The kind, by the share of the pieces' letters that stand inside marks.

        :param touching: the marked texts that each piece touches.
        """
        if not any(touching):
            return QuoteKind.INDIRECT
        inside = outside = 0
        for piece, marked in zip(pieces, touching, strict=True):
            quoted, beside = self._letters_of(piece, marked)
            inside += quoted
            outside += beside
        if not inside:
            return QuoteKind.INDIRECT
        if inside < _MIN_DIRECT_SHARE * (inside + outside):
            return QuoteKind.MIXED
        return QuoteKind.MIXED if self._is_fragment(pieces, touching) else QuoteKind.DIRECT

    def _is_fragment(self, pieces: Sequence[Chars], touching: Sequence[Sequence[Marked]]) -> bool:
        """Whether a few marked words are a part of a clause of the writer's: a “common boat”.

        An article, a possessive or a preposition before them is the writer's, and so is theirs.
        """
        if len(pieces) != 1 or len(touching[0]) != 1:
            return False
        (piece,), ((marked,),) = pieces, touching
        doc = self.doc
        i, j = doc.tokens_in(marked.inner_start, marked.inner_end)
        words = sum(word[0].isalnum() for word in doc.words[i:j])
        if not 0 < words <= _MAX_FRAGMENT_WORDS or doc.words[j - 1] in STOPS:
            return False
        before = doc.token_at(marked.start) - 1
        if before < 0 or doc.ends[before] < doc.paragraphs[marked.paragraph].start:
            return False
        pack = doc.pack
        word = doc.lowers[before]
        if piece.start <= doc.starts[before]:
            return True
        return word in pack.words("determiners") or word in pack.words("prepositions")

    def _letters_of(self, piece: Chars, touching: Sequence[Marked]) -> tuple[int, int]:
        """How many letters and digits of a piece stand inside marks, and how many outside."""
        inside = outside = 0
        at, end = piece
        for marked in touching:
            first = min(end, max(at, marked.inner_start))
            last = max(first, min(end, marked.inner_end))
            outside += _count_letters(self.text, at, first)
            inside += _count_letters(self.text, first, last)
            at = last
        return inside, outside + _count_letters(self.text, at, end)


def _part(piece: Chars, touching: Sequence[Marked]) -> PartRecord:
    """A part, with what stands inside its marks if the piece is a marked text."""
    for marked in touching:
        if (marked.start, marked.end) == piece:
            return PartRecord(range=piece, inner=Chars(marked.inner_start, marked.inner_end))
    return PartRecord(range=piece)


def _count_letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))
