"""Offsets in other units than code points.

In: a text and the name of a unit. Out: a function from one offset to the other. Why: JavaScript,
Java and C# count UTF-16 units and editors count bytes, so a span in code points cuts other words
there.
"""

from __future__ import annotations

from itertools import accumulate

import attrs

__all__ = ["UNITS", "Offsets"]

UNITS = ("codepoints", "utf16", "utf8")


@attrs.frozen(eq=False)
class Offsets:
    """Offsets into a text, from code points to other units: called with one, it gives the other.

    The length of the text in the other units is known at every ``STEP`` code points, so an offset
    costs no more than a step.

    :param text: the text.
    :param units: one of ``UNITS``.
    :raises ValueError: if there are no such units.

    >>> Offsets("é😀!", "utf8")(2), Offsets("é😀!", "utf16")(2), Offsets("é😀!", "codepoints")(2)
    (6, 3, 2)
    """

    text: str
    units: str
    known: list[int] = attrs.field(init=False, repr=False)

    STEP = 256

    def __attrs_post_init__(self) -> None:
        if self.units not in UNITS:
            msg = f"units must be one of {', '.join(UNITS)}, not {self.units!r}"
            raise ValueError(msg)
        same = self.units == "codepoints" or self.text.isascii()
        object.__setattr__(self, "known", [] if same else self._lengths_at_steps())

    def __call__(self, offset: int) -> int:
        """The offset in the other units."""
        if not self.known:
            return offset
        step = offset // self.STEP
        return self.known[step] + self._length(step * self.STEP, offset)

    def _lengths_at_steps(self) -> list[int]:
        starts = range(0, len(self.text), self.STEP)
        return [0, *accumulate(self._length(start, start + self.STEP) for start in starts)]

    def _length(self, start: int, end: int) -> int:
        """The length of a piece in the units.

        Lone surrogates count as the units that they are: what was given is counted, not what may be
        written.
        """
        piece = self.text[start:end]
        if self.units == "utf16":
            return len(piece.encode("utf-16-le", "surrogatepass")) // 2
        return len(piece.encode("utf-8", "surrogatepass"))
