"""The text of an article as elements of a page, with marks in it.

In: a text, where its blocks are, and what is marked. Out: pieces of HTML. Why: marks overlap (a
quote in a quote, a source in a quote), so the text is cut at every edge and each piece is tinted
and underlined by itself; no tag ever crosses another. Blanks around line ends and between blocks
are kept, but they make no room, and no mark covers those at a block's end: gaps are the style's, by
what a block is.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, insort
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Ink", "Stretch", "plain", "safe", "sections"]

DRAWN = 3
"""Marks in each other that one piece shows: the innermost ones.

More could not be told apart, and would cost their square.
"""
LOOKED_AT = 4 * DRAWN
"""Spans around a piece, the shortest first, among which those are looked for."""

Stretch: TypeAlias = tuple[int, int, str]
"""Where a block begins and ends, and its role."""


@attrs.frozen(eq=False)
class Ink:
    """What one span of the text gets: a tag, its classes, and what is said of it."""

    start: int
    end: int
    tag: str
    classes: str
    facts: str

    def around(self, piece: str, *, first: bool) -> str:
        """A piece in the tag.

        A mark is told to who points at it or comes to it by the Tab key: to its first piece, so
        that it is one stop.
        """
        facts = plain(self.facts)
        attributes = f'class="{self.classes}"'
        if self.tag != "mark":
            return f'<{self.tag} {attributes} title="{facts}">{piece}</{self.tag}>'
        if first:
            attributes += ' tabindex="0"'
        return f'<mark {attributes} aria-description="{facts}">{piece}</mark>'

    def within(self, text: str) -> Ink:
        """The same without the blanks at its ends."""
        words = text[self.start : self.end]
        start = self.start + len(words) - len(words.lstrip())
        return attrs.evolve(self, start=start, end=max(start, self.start + len(words.rstrip())))


def sections(text: str, blocks: Iterable[Stretch], inks: Iterable[Ink]) -> Iterator[str]:
    """The text, each block in an element of its role."""
    openings: dict[int, tuple[str, str]] = {}
    closings: set[int] = set()
    for start, end, role in _block_edges(text, blocks):
        openings[start] = ("h1" if role == "headline" else "p"), role
        closings.add(end)
    tag = ""
    for start, piece, bare in _pieces(text, inks, {*openings, *closings}):
        if tag and start in closings:
            yield f"</{tag}>"
            tag = ""
        if start in openings:
            tag, name = openings[start]
            yield f'<{tag} class="{name}">'
        yield piece if tag or not bare else f'<span class="gap">{piece}</span>'
    if tag:
        yield f"</{tag}>"


def _block_edges(text: str, blocks: Iterable[Stretch]) -> Iterator[Stretch]:
    """Where the elements of blocks begin and end, and the blocks' roles.

    A block takes in its indent and its line end, which would make lines of their own. One that does
    not fit the text, or begins inside another, has no element.
    """
    done = 0
    for begin, end, role in sorted(blocks):
        start = begin
        if not done <= start < end <= len(text):
            continue
        while start > done and text[start - 1] in _BLANKS:
            start -= 1
        line_end = _LINE_END.match(text, end)
        done = line_end.end() if line_end else end
        yield start, done, role


def _pieces(text: str, inks: Iterable[Ink], cuts: set[int]) -> Iterator[tuple[int, str, bool]]:
    """The text, cut at every edge, each piece with its start and in the tags around it.

    The last of the three says whether there is nothing but blanks.
    """
    starts: dict[int, list[Ink]] = {}
    ends: dict[int, list[Ink]] = {}
    for ink in (ink.within(text) for ink in inks):
        if ink.start < ink.end:
            starts.setdefault(ink.start, []).append(ink)
            ends.setdefault(ink.end, []).append(ink)
    edges = sorted({0, *starts, *ends, *cuts, *_around_blanks(text, cuts), len(text)})
    open_inks: list[Ink] = []
    dressed: set[Ink] = set()
    for start, end in pairwise(edges):
        for ink in ends.get(start, ()):
            open_inks.remove(ink)
        for ink in starts.get(start, ()):
            insort(open_inks, ink, key=lambda ink: ink.end - ink.start)
        piece = text[start:end]
        bare = piece.isspace()
        shown_piece = safe(piece)
        if not bare or (cuts.isdisjoint((start, end)) and end < len(text)):
            shown_piece = _dressed(shown_piece, open_inks, dressed)
        yield start, shown_piece, bare


def _around_blanks(text: str, cuts: set[int]) -> Iterator[int]:
    """Where the blanks at the ends of blocks begin and stop."""
    ordered = sorted(cuts)
    for blanks in _SPACE.finditer(text):
        start, end = blanks.span()
        at = bisect_left(ordered, start)
        if at < len(ordered) and ordered[at] <= end:
            yield from (start, end)


def _dressed(piece: str, inks: list[Ink], shown: set[Ink]) -> str:
    """A piece in its tags, given the shortest first.

    The marks in each other, and inside them one line of each class.
    """
    near = inks[:LOOKED_AT]
    marks = [ink for ink in near if ink.tag == "mark"]
    lines = {ink.classes.partition(" ")[0]: ink for ink in reversed(near) if ink.tag != "mark"}
    for ink in (*lines.values(), *marks[:DRAWN]):
        piece = ink.around(piece, first=ink not in shown)
        shown.add(ink)
    return piece


_BLANKS = " \t\u00a0"
_SPACE = re.compile(r"\s+")
_LINE_END = re.compile(rf"[{_BLANKS}]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])")
_ORDERS = re.compile(
    "[\u202a-\u202e\u2066-\u2069]"
)  # what turns round the text behind it, as far as its paragraph goes


def safe(text: str) -> str:
    """Text for a page: escaped, without the characters that no page may have.

    Those that reorder text are shut in and shown.
    """
    return _ORDERS.sub(_sign, escape(text.translate(_forbidden())))


def _sign(found: re.Match[str]) -> str:
    return f'<bdi class="sign" data-sign="U+{ord(found[0]):04X}">{found[0]}</bdi>'


def plain(text: str) -> str:
    """Text for an attribute, or for the title of a page.

    No element can stand there, so what reorders text is only named.
    """
    return _ORDERS.sub(_name_of_sign, escape(text.translate(_forbidden())))


def _name_of_sign(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"


@functools.cache
def _forbidden() -> dict[int, str]:
    return dict.fromkeys(
        (*range(9), 11, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000)), "\ufffd"
    )
