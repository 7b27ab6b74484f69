"""Ranges of tokens, and how two of them lie to each other.

In: two ranges. Out: whether one holds the other, overlaps it, or is nearly the same. Why: cues,
sources and contents of neighbours are compared again and again.

In this room a range is a plain pair: it knows no other ranges than of tokens, thousands are made
and unpacked in an article, and a ``Tokens`` costs 3 % of the room's time.
"""

from __future__ import annotations

__all__ = ["TokenRange", "are_mostly_same", "is_inside", "overlap"]

TokenRange = tuple[int, int]
"""Its first token and the one behind its last."""
_LEAST_SHARED = 0.8


def is_inside(inner: TokenRange, outer: TokenRange) -> bool:
    """Whether one range lies in another."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def overlap(one: TokenRange, two: TokenRange) -> bool:
    """Whether two ranges share a token."""
    return one[0] < two[1] and two[0] < one[1]


def are_mostly_same(one: TokenRange, two: TokenRange) -> bool:
    """Whether two ranges share most of their tokens."""
    (one_start, one_end) = one
    (two_start, two_end) = two
    shared = min(one_end, two_end) - max(one_start, two_start)
    if shared <= 0:
        return False
    return shared >= _LEAST_SHARED * (max(one_end, two_end) - min(one_start, two_start))
