"""Content in bare words -> pieces as they are printed.

In: a range from the first word of a content to its last. Out: pieces that end with their paragraph
and take in their quotation marks and brackets. Why: the model chooses words; that a quoted piece
has its marks, and that a paragraph ends a piece, are conventions of print.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from newsquote._quotes.places import with_bracket
from newsquote._text.ranges import Chars, chars_of_pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._text.doc import Doc
    from newsquote._text.marks import Marked

__all__ = ["PrintedPieces"]


class PrintedPieces:
    """The pieces and the outermost marked texts of one text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.outer = [number for number, marked in enumerate(doc.marked) if not marked.depth]
        self.starts = [doc.marked[number].start for number in self.outer]

    def pieces(self, content: Chars, cue: Chars) -> list[Chars]:
        """A content, cut at the ends of its paragraphs and where a quotation begins a sentence."""
        doc = self.doc
        first = doc.paragraph_of(content.start)
        last = doc.paragraph_of(content.end - 1)
        found: list[Chars] = []
        for number in range(first, last + 1):
            part = content if first == last else self._within_paragraph(content, number)
            if self.touches_marks(part):
                found += [self._in_marks(piece, cue) for piece in self._parted(part)]
            else:
                found += [with_bracket(doc.text, piece) for piece in self._trimmed(*part)]
        return found

    def _within_paragraph(self, content: Chars, number: int) -> Chars:
        start, end = self.doc.paragraphs[number]
        return Chars(max(start, content.start), min(end, content.end))

    def _in_marks(self, piece: Chars, cue: Chars) -> Chars:
        """A piece with its marks; one in marks that do not hold the cue, too, is all of these."""
        piece = self._with_marks(piece)
        around = self._around(piece.start)
        if around is None or piece.end > around.end:
            return piece
        if around.start <= cue.start < around.end:
            return piece
        return Chars(around.start, around.end)

    def _parted(self, part: Chars) -> list[Chars]:
        """A range cut where a quotation begins a new sentence, each piece from word to word."""
        doc = self.doc
        first = bisect_right(self.starts, part.start)
        last = bisect_left(self.starts, part.end)
        pieces: list[Chars] = []
        start = part.start
        for mark in self.starts[first:last]:
            token = doc.token_at(mark)
            sentence_start, _ = doc.sentences[doc.sentence_of(token)]
            if sentence_start == token:
                pieces += self._trimmed(start, mark)
                start = mark
        pieces += self._trimmed(start, part.end)
        return pieces

    def _trimmed(self, start: int, end: int) -> list[Chars]:
        """A range from its first letter or digit to its last, in a list; empty without any."""
        text = self.doc.text
        while start < end and not text[start].isalnum():
            start += 1
        while start < end and not text[end - 1].isalnum():
            end -= 1
        return [chars_of_pair((start, end))] if start < end else []

    def marks_in(self, pieces: Sequence[Chars]) -> tuple[int, ...]:
        """The marked texts that lie in the pieces, whole or in part."""
        marked = self.doc.marked
        found: set[int] = set()
        for start, end in pieces:
            first = max(0, bisect_right(self.starts, start) - 1)
            last = bisect_left(self.starts, end)
            for number in self.outer[first:last]:
                if marked[number].end > start:
                    found.add(number)
        return tuple(sorted(found))

    def touches_marks(self, content: Chars) -> bool:
        """Whether any of a content stands inside marks."""
        last = self._last_before(content.end)
        return last is not None and last.end > content.start

    def _with_marks(self, piece: Chars) -> Chars:
        """A piece with the marks at its edges, and with the end of the bracket that it opens."""
        text = self.doc.text
        start, end = piece
        first = self._around(start)
        if first is not None and not self.doc.has_letters(first.start, start):
            start = first.start
        last = self._around(end - 1)
        if last is not None and not self.doc.has_letters(end, last.inner_end):
            end = max(end, last.end)
        if (start, end) != piece:
            piece = Chars(start, end)
        return with_bracket(text, piece)

    def _around(self, at: int) -> Marked | None:
        """The outermost marked text around an offset."""
        last = self._last_before(at)
        return last if last is not None and at < last.end else None

    def _last_before(self, at: int) -> Marked | None:
        """The last outermost marked text that begins at an offset or before it."""
        n = bisect_right(self.starts, at) - 1
        return self.doc.marked[self.outer[n]] if n >= 0 else None
