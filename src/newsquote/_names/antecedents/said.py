"""Ranges that somebody says -> which stretch of somebody's words a token stands in.

In: ranges that somebody says, with their sources. Out: a look-up by token. Why: a name inside
somebody's words is another matter than one outside of them.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from newsquote._text.signs import MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._names.records import Said
    from newsquote._text.doc import Doc

__all__ = ["OUTSIDE", "SaidStretches"]

OUTSIDE = -1
"""The number of no stretch."""


class SaidStretches:
    """The stretches of one text in which somebody says something, overlapping ones as one."""

    def __init__(self, doc: Doc, said: Sequence[Said]) -> None:
        self._offsets = doc.starts
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted([where for where, _ in said]):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)
        self._of_source: dict[int, dict[int, bool]] = {}
        for (start, _), source in said:
            if source is not None:
                own = self._of_source.setdefault(source[0], {})
                own[bisect_right(self._starts, start) - 1] = doc.text[start] in MARKS

    def spoken_by(self, k: int) -> Mapping[int, bool]:
        """The stretches whose source begins with a token, and whether each is in marks."""
        return self._of_source.get(self._offsets[k], {})

    def stretch(self, k: int) -> int:
        """The number of the stretch in which a token stands, ``OUTSIDE`` if in none."""
        at = self._offsets[k]
        n = bisect_right(self._starts, at) - 1
        return n if n >= 0 and at < self._ends[n] else OUTSIDE
