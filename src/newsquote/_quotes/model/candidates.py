"""Which candidates are looked at, and how their scores are added.

In: pairs of a first and a last token, scores. Out: the best pairs. Why: a sentence has hundreds of
pairs of edges; only those are weighed as a whole that are likely at first sight, or whose edges
are.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "HINTED_PRIOR",
    "MOST_PAIRS",
    "EdgePair",
    "Weigher",
    "best_pairs",
    "likeliest_pairs",
    "strongest_tokens",
    "tokens_within",
    "with_hinted_pair",
]

EdgePair = tuple[int, int, int]
"""The prior, which is a pair's score at first sight, its first token, its last token."""
MOST_PAIRS = 60
HINTED_PRIOR = 10**9
"""Of a pair that the rules propose: it is always looked at."""
_MOST_EDGES = 32

V = TypeVar("V")


class Weigher:
    """How scores that several candidates share are held.

    Here they are sums, and only the best candidates are looked at. Training overrides
    this to see all candidates' features.
    """

    prunes = True

    def row(self, value: V) -> V:
        """What several candidates share, as something that can be added up."""
        return value

    def rows_of(self, values: list[V]) -> list[V]:
        """The rows of several values."""
        return values if self.prunes else [self.row(value) for value in values]


def tokens_within(tokens: list[int], lo: int, hi: int) -> list[int]:
    """Of some tokens in order those from ``lo`` to ``hi`` (exclusive)."""
    return tokens[bisect_left(tokens, lo) : bisect_left(tokens, hi)]


def strongest_tokens(tokens: list[int], scores: Sequence[int]) -> list[int]:
    """At most so many of the tokens, those with the best scores, in order."""
    if len(tokens) <= _MOST_EDGES:
        return tokens
    ranked = sorted(tokens, key=lambda t: (-scores[t], t))
    return sorted(ranked[:_MOST_EDGES])


def with_hinted_pair(pairs: list[EdgePair], i: int, j: int) -> list[EdgePair]:
    """The pairs, before all of them the one from token i to j that the rules propose."""
    others = [pair for pair in pairs if pair[1] != i or pair[2] != j]
    return [(HINTED_PRIOR, i, j), *others]


def likeliest_pairs(pairs: list[EdgePair]) -> list[EdgePair]:
    """At most so many of the pairs, the best at first sight first."""
    pairs.sort(reverse=True)
    del pairs[MOST_PAIRS:]
    return pairs


def best_pairs(
    pairs: list[EdgePair], starts: Mapping[int, int], ends: Mapping[int, int], most: int
) -> list[EdgePair]:
    """The pairs whose edges together have the best scores.

    One that the rules propose, which is the first if there is one, is always among them.

    :param starts: the score of each first token.
    :param ends: the score of each last token.
    """
    hinted = pairs[:1] if pairs[0][0] >= HINTED_PRIOR else []
    others = pairs[len(hinted) :]
    ranked = sorted([(starts[i] + ends[j], prior, i, j) for prior, i, j in others], reverse=True)
    return hinted + [(prior, i, j) for _, prior, i, j in ranked[: most - len(hinted)]]
