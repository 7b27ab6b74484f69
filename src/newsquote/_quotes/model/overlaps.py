"""How two ranges of tokens lie to each other.

In: two ranges. Out: whether one holds the other, overlaps it, or is nearly the same. Why: cues, sources
and contents of neighbours are compared again and again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsquote._text.ranges import Tokens

__all__ = ["are_mostly_same", "is_inside", "overlap"]

_LEAST_SHARED = 0.8


def is_inside(inner: Tokens, outer: Tokens) -> bool:
    """Whether one range lies in another."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def overlap(one: Tokens, two: Tokens) -> bool:
    """Whether two ranges share a token."""
    return one[0] < two[1] and two[0] < one[1]


def are_mostly_same(one: Tokens, two: Tokens) -> bool:
    """Whether two ranges share most of their tokens."""
    shared = min(one[1], two[1]) - max(one[0], two[0])
    if shared <= 0:
        return False
    return shared >= _LEAST_SHARED * (max(one[1], two[1]) - min(one[0], two[0]))
