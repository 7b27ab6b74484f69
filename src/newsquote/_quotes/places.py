"""From tokens to offsets, and how ranges of offsets meet.

In: a ``Doc`` and ranges. Out: ranges of the text, the marked texts in them, whether ranges meet.
Why: rules look at tokens and attributions hold offsets, so that every rule crosses here.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


__all__ = ["lies_within", "marks_in", "touches", "with_bracket"]

_CLOSING_BRACKET_REACH = 2
"""Code points behind a range in which its bracket may close: a stop ("D-Wis.") and the bracket."""


def marks_in(mark_at: Sequence[int], runs: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """The numbers of the marked texts in which any token of some runs stands, in order.

    :param mark_at: for each token the marked text around it, or -1.
    """
    found = {mark for i, j in runs for mark in mark_at[i:j]}
    found.discard(-1)
    return tuple(sorted(found))


def touches(ranges: Sequence[Chars], where: Chars | None) -> bool:
    """Whether a range overlaps one of some sorted ranges that are apart."""
    if where is None or not ranges:
        return False
    start, end = where
    n = bisect_left(ranges, where)
    near = ranges[max(0, n - 1) : n + 1]
    return any(first < end and start < last for first, last in near)


def lies_within(inner: Chars, outer: Chars) -> bool:
    """Whether one range lies in another, or is the same."""
    return outer.start <= inner.start and inner.end <= outer.end


def with_bracket(text: str, where: Chars) -> Chars:
    """A range with the end of the bracket that it opens: "Ann Lee (D-Wis.)"."""
    start, end = where
    close = text.find(")", end, end + _CLOSING_BRACKET_REACH)
    if close < 0:
        return where
    opened = text.count("(", start, end)
    closed = text.count(")", start, end)
    return Chars(start, close + 1) if opened > closed else where
