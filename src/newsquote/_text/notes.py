"""Doubts, collected on the way.

In: a code, a place, a detail. Out: the same, in order. Why: reading never raises; what is odd about a text is data, and this append-only
list is the one thing that a stage may add to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsquote.kinds import NoteCode

__all__ = ["NoteRecord", "Notes"]


class NoteRecord(NamedTuple):
    """One note: its code, its range (None for the whole text), and what it says."""

    code: NoteCode
    range: tuple[int, int] | None
    detail: str


class Notes:
    """An append-only list of notes."""

    __slots__ = ("records",)

    def __init__(self) -> None:
        self.records: list[NoteRecord] = []

    def add(self, code: NoteCode, where: tuple[int, int] | None, detail: str) -> None:
        """Add one."""
        self.records.append(NoteRecord(code, where, detail))
