"""Numbers as one of a few, as features hold them.

In: a length, a count or a score. Out: its bucket. Why: weights are better learned of a few numbers
than of many. The buckets are tables because half a million are asked for in 84 articles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.score_tables import SCALE

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "LENGTHS",
    "REGION_UP_TO_2",
    "REGION_UP_TO_3",
    "SCORES",
    "SCORE_STEP",
    "UP_TO_2",
    "UP_TO_3",
    "UP_TO_4",
]


class _Buckets(dict[int, int]):
    """The bucket of a number; what is below 0 stays what it is."""

    __slots__ = ("_rest",)

    def __init__(self, buckets: Iterable[int], rest: int) -> None:
        """``rest`` is the bucket of all larger numbers."""
        super().__init__(enumerate(buckets))
        self._rest = rest

    def __missing__(self, n: int) -> int:
        return n if n < 0 else self._rest


class _ScoreBuckets(dict[int, int]):
    """The bucket of a score that was divided by ``SCORE_STEP``."""

    __slots__ = ()

    def __missing__(self, n: int) -> int:
        return _HIGHEST if n > 0 else -_HIGHEST


LENGTHS = _Buckets([*range(5), 5, 5, *[6] * 3, *[7] * 5, *[8] * 7, *[9] * 10, *[10] * 18], 11)
"""Lengths and distances in tokens: one by one up to 4, then 5-6, 7-9, 10-14, 15-21, 22-31, 32-49.
"""
_USUAL = 100
"""Counts from here on are so rare that they need no place in a table."""
UP_TO_2 = _Buckets([*range(2), *[2] * _USUAL], 2)
UP_TO_3 = _Buckets([*range(3), *[3] * _USUAL], 3)
UP_TO_4 = _Buckets([*range(4), *[4] * _USUAL], 4)
"""Counts of anything."""
_MOST_IN_REGION = 4096
"""More tokens than a region has; see ``cases``."""


def _in_region(most: int) -> list[int]:
    """Counts up to ``most``; the same where the difference that is counted is negative."""
    counts = [*range(most), *[most] * _MOST_IN_REGION]
    return counts + counts[:0:-1]


REGION_UP_TO_2 = _in_region(2)
REGION_UP_TO_3 = _in_region(3)
"""Counts of what is between two tokens of a region, in either order: lists, which are faster."""
SCORE_STEP = SCALE // 4
"""Four steps to each power of e."""
_HIGHEST = 16
"""Steps up to four powers of e are told apart."""
SCORES = _ScoreBuckets((n, n) for n in range(-_HIGHEST, _HIGHEST + 1))
