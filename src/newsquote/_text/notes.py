"""Doubts, collected on the way.

In: a code, a place, a detail. Out: the same, in order. Why: reading never raises; what is odd about
a text is data, and this append-only list is the one thing that a stage may add to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    from newsquote.kinds import NoteCode

__all__ = ["NoteRecord", "Notes"]


class NoteRecord(NamedTuple):
    """One note: its code, its range (None for the whole text), and what it says."""

    code: NoteCode
    range: Chars | None
    detail: str


class Notes:
    """An append-only list of notes."""

    __slots__ = ("records",)

    def __init__(self) -> None:
        self.records: list[NoteRecord] = []

    def add_note(self, code: NoteCode, where: tuple[int, int] | None, detail: str) -> None:
        """Note a doubt about a range of the text, or about all of it."""
        span = None if where is None else Chars(*where)
        self.records.append(NoteRecord(code, span, detail))
