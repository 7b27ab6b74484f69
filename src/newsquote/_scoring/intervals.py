"""How sure a score is: the interval that it falls in when the articles are drawn again.

In: the scores of each article (see evaluation.py). Out: by measure, the bounds that 95 % of the
scores of resampled articles lie in (percentile bootstrap). Why: quotes of one article are alike, so
articles are drawn, not quotes; a score on twenty articles is no more than a guess at others.
"""

from __future__ import annotations

import random
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROUNDS = 1000
SEED = 20261130
LEVEL = 0.95
RATIO = 2  # right, asked; of three counts the last two are predicted and gold
FEWEST = 2
"""Articles that must be there, for one article drawn again and again says nothing."""

Path: TypeAlias = tuple[str, ...]
Counts: TypeAlias = tuple[int, ...]


def add_intervals(scores: dict[str, Any], articles: Sequence[dict[str, Any]]) -> None:
    """Give every tally of the scores its ``interval``: the lower and the upper bound.

    :param scores: those of all articles together.
    :param articles: those of each.
    """
    if len(articles) < FEWEST:
        return
    series = [dict(_counts(one)) for one in articles]
    wanted = dict(_counts(scores))
    draw = random.Random(SEED)  # noqa: S311 - the same draws for the same articles, no secret
    drawn = [itemgetter(*draw.choices(range(len(series)), k=len(series))) for _ in range(ROUNDS)]
    for path, counts in wanted.items():
        nothing = (0,) * len(counts)
        columns = list(zip(*(one.get(path, nothing) for one in series), strict=True))
        found = sorted(
            value
            for draw_of in drawn
            if (value := _value([sum(draw_of(column)) for column in columns])) is not None
        )
        _tally(scores, path)["interval"] = _inner(found)


def _value(counts: Sequence[int]) -> float | None:
    """The share, or F1; None where nothing is asked."""
    if len(counts) == RATIO:
        right, asked = counts
        return right / asked if asked else None
    right, predicted, gold = counts
    return 2 * right / (predicted + gold) if predicted + gold else None


def _inner(found: Sequence[float]) -> list[float] | None:
    """The bounds of what lies inside."""
    if not found:
        return None
    outside = int(len(found) * (1 - LEVEL) / 2)
    return [found[outside], found[-1 - outside]]


def _counts(scores: dict[str, Any], path: Path = ()) -> Iterator[tuple[Path, Counts]]:
    """The counts of every tally, by where it stands."""
    for name, value in scores.items():
        if not isinstance(value, dict):
            continue
        if "f1" in value:
            yield (*path, name), (value["tp"], value["pred"], value["gold"])
        elif "share" in value:
            yield (*path, name), (value["right"], value["of"])
        else:
            yield from _counts(value, (*path, name))


def _tally(scores: dict[str, Any], path: Path) -> dict[str, Any]:
    for name in path:
        scores = scores[name]
    return scores
