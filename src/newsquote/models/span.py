"""Where something stands in the caller's string, and how a text is shortened in a ``repr``.

In: two offsets. Out: a ``Span``. Why: every value that is printed in one place carries one, so a
program can go from any finding back to the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["REPR_WIDTH", "Span", "shortened"]

REPR_WIDTH = 40
"""The most characters of a text that a ``repr`` shows."""


@attrs.frozen(order=True)
class Span:
    """A half-open range of code points in the caller's string.

    It unpacks into its two offsets.

    :param start: offset of the first code point, at least 0.
    :param end: offset behind the last code point, at least ``start``.
    :raises ValueError: if the numbers are not such a range.

    >>> span = Span(4, 9)
    >>> "The river rose."[span.slice], len(span), 5 in span, Span(5, 6) in span
    ('river', 5, True, True)
    >>> start, end = span
    >>> start, end
    (4, 9)
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            msg = f"not a span: {self.start}, {self.end}"
            raise ValueError(msg)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[int]:
        """The two offsets, for ``start, end = span``; not the offsets in between."""
        yield self.start
        yield self.end

    def __contains__(self, item: object) -> bool:
        """Whether an offset or a whole span lies inside."""
        if isinstance(item, Span):
            return self.start <= item.start and item.end <= self.end
        return isinstance(item, int) and self.start <= item < self.end

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end})"

    @property
    def slice(self) -> slice:
        """The range as a slice, for ``text[span.slice]``."""
        return slice(self.start, self.end)

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a code point in common; an empty span has none.

        :param other: a span of the same text.

        >>> Span(4, 9).overlaps(Span(8, 12)), Span(4, 9).overlaps(Span(9, 12))
        (True, False)
        """
        return max(self.start, other.start) < min(self.end, other.end)


def shortened(text: str) -> str:
    """A text cut for a ``repr``."""
    return repr(text if len(text) <= REPR_WIDTH else text[: REPR_WIDTH - 1] + "…")
