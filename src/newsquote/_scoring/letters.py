"""Letters of a text, as a set that is kept by its edges.

In: a text and spans in it. Out: the offsets of the letters and digits inside. Why: only these count
in a span, and an article may have thousands of quotes of thousands of letters: a set of its edges
costs as much as it has pieces, and so does holding two of them against each other.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Set as AbstractSet
from functools import lru_cache
from heapq import heappop, heappush
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["KEPT", "Letters", "letters_in", "overlaps", "shared"]

Ranks: TypeAlias = "tuple[tuple[int, int], ...]"
"""Ranges of letters, counted from the first one of the text; in order, and none touches another."""

KEPT = 4
"""Texts whose letters are kept: whoever asks for one quote asks for the article's others, too."""


@lru_cache(maxsize=KEPT)
def _offsets(text: str) -> Sequence[int]:
    return array("L", (at for at, sign in enumerate(text) if sign.isalnum()))


def letters_in(text: str, spans: Sequence[Sequence[int]]) -> Letters:
    """The letters and digits in some spans.

    >>> found = letters_in("a b, cd", [(0, 4), (2, 6)])
    >>> len(found), list(found)
    (3, [0, 2, 5])
    """
    offsets = _offsets(text)
    found = ((bisect_left(offsets, start), bisect_left(offsets, end)) for start, end in spans)
    return Letters.of(offsets, found)


def _merged(ranges: Sequence[tuple[int, int]]) -> Ranks:
    merged: list[tuple[int, int]] = []
    for first, stop in ranges:
        if first >= stop:
            continue
        if merged and first <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(stop, merged[-1][1])
        else:
            merged.append((first, stop))
    return tuple(merged)


class Letters(AbstractSet[int]):
    """Offsets of letters and digits; the sets that are held against each other are of one text."""

    __slots__ = ("_offsets", "_size", "ranks")

    def __init__(self, offsets: Sequence[int], ranks: Ranks) -> None:
        self._offsets, self.ranks = offsets, ranks
        self._size = sum(stop - first for first, stop in ranks)

    @classmethod
    def of(cls, offsets: Sequence[int], ranges: Iterable[tuple[int, int]]) -> Letters:
        """Those of some ranges of a text's offsets, in whatever order."""
        return cls(offsets, _merged(sorted(ranges)))

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[int]:
        for first, stop in self.ranks:
            yield from self._offsets[first:stop]

    def __contains__(self, offset: object) -> bool:
        if not isinstance(offset, int):
            return False
        rank = bisect_left(self._offsets, offset)
        if rank == len(self._offsets) or self._offsets[rank] != offset:
            return False
        at = bisect_left(self.ranks, (rank + 1,)) - 1
        return at >= 0 and rank < self.ranks[at][1]

    def __eq__(self, other: object) -> bool:
        return self.ranks == other.ranks if isinstance(other, Letters) else super().__eq__(other)

    def __hash__(self) -> int:
        return hash(self.ranks)

    def edges(self) -> Iterator[tuple[int, int]]:
        """The first and the last offset of each piece."""
        for first, stop in self.ranks:
            yield self._offsets[first], self._offsets[stop - 1]

    @property
    def first(self) -> int | None:
        """The first offset."""
        return self._offsets[self.ranks[0][0]] if self.ranks else None

    @property
    def last(self) -> int | None:
        """The last offset."""
        return self._offsets[self.ranks[-1][1] - 1] if self.ranks else None

    def in_common(self, other: Letters) -> int:
        """How many letters are in both.

        >>> letters_in("abcd", [(0, 3)]).in_common(letters_in("abcd", [(1, 4)]))
        2
        """
        few, many = sorted((self.ranks, other.ranks), key=len)
        count = 0
        for first, stop in few:
            at = max(bisect_left(many, (first,)) - 1, 0)
            while at < len(many) and many[at][0] < stop:
                count += max(0, min(stop, many[at][1]) - max(first, many[at][0]))
                at += 1
        return count

    def shares(self, other: Letters) -> bool:
        """Whether the two have anything in common; other words of the same text have nothing."""
        is_same = self._offsets is other._offsets or self._offsets == other._offsets
        return is_same and self.in_common(other) > 0

    def joined(self, *others: Letters) -> Letters:
        """All letters of some sets."""
        ranges = sorted(pair for one in (self, *others) for pair in one.ranks)
        return Letters(self._offsets, _merged(ranges))


def shared(ones: Sequence[Letters], others: Sequence[Letters]) -> dict[tuple[int, int], int]:
    """How many letters each of some sets has in common with each of some others, where it has any.

    >>> one, *rest = (letters_in("abcd", [span]) for span in ((0, 3), (2, 4), (3, 4)))
    >>> shared([one], rest)
    {(0, 0): 1}
    """
    return overlaps([one.ranks for one in ones], [other.ranks for other in others])


def overlaps(ones: Sequence[Ranks], others: Sequence[Ranks]) -> dict[tuple[int, int], int]:
    """The same of ranges, such as those of spans.

    >>> overlaps([((0, 3),)], [((2, 4),), ((3, 4),)])
    {(0, 0): 1}
    """
    pieces = sorted(
        (first, stop, side, n)
        for side, sets in enumerate((ones, others))
        for n, ranges in enumerate(sets)
        for first, stop in ranges
        if first < stop
    )
    reached: tuple[list[tuple[int, int]], list[tuple[int, int]]] = [], []
    found: dict[tuple[int, int], int] = {}
    for first, stop, side, n in pieces:
        for heap in reached:
            while heap and heap[0][0] <= first:
                heappop(heap)
        for end, m in reached[1 - side]:
            pair = (m, n) if side else (n, m)
            found[pair] = found.get(pair, 0) + min(stop, end) - first
        heappush(reached[side], (stop, n))
    return found
