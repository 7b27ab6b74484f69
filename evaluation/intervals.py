"""How sure a score is: the interval that it falls in when the articles are drawn again.

In: the counts of each article. Out: the score of all, and the bounds that 95 % of the scores of
resampled articles lie in (percentile bootstrap). Why: quotes of one article are alike, so articles
are drawn, not quotes; a score on 84 articles is no more than a guess at the score on others.
"""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROUNDS = 2000
SEED = 20261124
LEVEL = 0.95
RATIO = 2  # right, asked; of three counts the last two are predicted and gold

Counts = tuple[int, ...]
T = TypeVar("T")


class Scored(NamedTuple):
    """A score in per cent, with its bounds and the counts behind it."""

    value: float
    low: float
    high: float
    counts: Counts
    articles: int

    @property
    def precision(self) -> float:
        """In per cent; of three counts only."""
        right, predicted, _ = self.counts
        return 100 * right / predicted if predicted else math.nan

    @property
    def recall(self) -> float:
        """In per cent; of three counts only."""
        right, _, gold = self.counts
        return 100 * right / gold if gold else math.nan


def score_of(counts: Counts) -> float:
    """The share, or F1, in per cent; nan where nothing is asked."""
    if len(counts) == RATIO:
        right, asked = counts
        return 100 * right / asked if asked else math.nan
    right, predicted, gold = counts
    return 200 * right / (predicted + gold) if predicted + gold else math.nan


def summed(series: Sequence[Counts]) -> Counts:
    """The counts of all articles together."""
    return tuple(sum(column) for column in zip(*series, strict=True))


def bounds(
    articles: Sequence[T],
    measure: Callable[[Sequence[T]], float],
    rounds: int | None = None,
    seed: int = SEED,
) -> tuple[float, float]:
    """The bounds of a measure over resampled articles.

    Draws for which it is not defined are left out.
    """
    draw = random.Random(seed)
    found = sorted(
        x
        for x in (measure(draw.choices(articles, k=len(articles))) for _ in range(rounds or ROUNDS))
        if not math.isnan(x)
    )
    if not found:
        return math.nan, math.nan
    outside = (1 - LEVEL) / 2
    return found[math.floor(outside * (len(found) - 1))], found[
        math.ceil((1 - outside) * (len(found) - 1))
    ]


def scored(series: Sequence[Counts], rounds: int | None = None, seed: int = SEED) -> Scored:
    """The score of all articles that are asked anything, with its bounds.

    :raises ValueError: if none is asked anything.
    """
    asked = [counts for counts in series if any(counts)]
    if not asked:
        msg = "no article is asked anything"
        raise ValueError(msg)
    total = summed(asked)
    return Scored(
        score_of(total),
        *bounds(asked, lambda drawn: score_of(summed(drawn)), rounds, seed),
        total,
        len(asked),
    )
