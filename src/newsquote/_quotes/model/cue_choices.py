"""What each cue may attribute to whom, before cues are compared.

In: a cue's contents and sources with their scores. Out: the best of them with their log chances.
Why: cue, source and content are chosen together, and only the best few of each need be combined.
"""

from __future__ import annotations

from itertools import groupby
from math import exp, inf, log
from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._quotes.model.score_tables import added

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.contents import Content
    from newsquote._quotes.model.token_ranges import TokenRange

__all__ = [
    "CueChoices",
    "ScoredContent",
    "ScoredSource",
    "choices_of",
    "log_softmax",
    "neighbours_of",
]

_MOST_CONTENTS = 6
_MOST_SOURCES = 3
_LEAST_LOG_CHANCE = -7.0
_MOST_ODDS = 9.0
"""Log chances and log-odds are not told apart beyond these."""
_MOST_NEIGHBOURS = 25
"""Cues on each side that a cue is compared with."""


class ScoredContent(NamedTuple):
    """A content and its log chance among the cue's contents."""

    left: TokenRange | None
    right: TokenRange | None
    log_chance: float


class ScoredSource(NamedTuple):
    """A source and its log chance among the cue's sources."""

    tokens: TokenRange | None
    log_chance: float


@attrs.frozen(eq=False, repr=False, slots=True)
class CueChoices:
    """A cue with its best contents and sources, the best first."""

    case: Case
    contents: Sequence[ScoredContent]
    sources: Sequence[ScoredSource]
    odds: float
    """Log-odds that the cue attributes at all."""
    best: list[TokenRange] = attrs.field(init=False)
    """The pieces of the best content."""

    @best.default
    def _pieces_of_best(self) -> list[TokenRange]:
        if not self.contents:
            return []
        return [piece for piece in self.contents[0][:2] if piece]


def _log_sum_exp(scores: Sequence[float]) -> float:
    top = max(scores)
    return log(added([exp(score - top) for score in scores])) + top


def log_softmax(scores: Sequence[float]) -> list[float]:
    """Scores as log chances."""
    total = _log_sum_exp(scores)
    return [score - total for score in scores]


def choices_of(
    case: Case,
    contents: Sequence[Content],
    content_scores: Sequence[float],
    sources: Sequence[TokenRange | None],
    source_scores: Sequence[float],
    most_below: float = inf,
) -> CueChoices | None:
    """The best of a cue's candidates, None where it can have no content.

    :param contents: the first one is that there is none.
    :param most_below: how much less likely than the best, in log chances, others may be.
    """
    if len(contents) <= 1:
        return None
    total = _log_sum_exp(content_scores[1:])
    logs = [score - total for score in content_scores[1:]]
    best_contents = [
        ScoredContent(*contents[n + 1], log_chance)
        for n, log_chance in _best_of(logs, _MOST_CONTENTS, most_below)
    ]
    best_sources = [
        ScoredSource(sources[n], log_chance)
        for n, log_chance in _best_of(log_softmax(source_scores), _MOST_SOURCES, most_below)
    ]
    odds = max(-_MOST_ODDS, min(_MOST_ODDS, total - content_scores[0]))
    return CueChoices(case, best_contents, best_sources, odds)


def _best_of(logs: Sequence[float], most: int, most_below: float) -> list[tuple[int, float]]:
    """The best of some log chances with their places, the best first."""
    ranked = sorted(range(len(logs)), key=logs.__getitem__, reverse=True)[:most]
    least = max(_LEAST_LOG_CHANCE, logs[ranked[0]]) - most_below
    best = []
    for n in ranked:
        log_chance = max(_LEAST_LOG_CHANCE, logs[n])
        if log_chance <= least:
            break
        best.append((n, log_chance))
    return best


def neighbours_of(choices: Sequence[CueChoices]) -> list[Sequence[CueChoices]]:
    """For each of a document's cues, in text order, those near it in its paragraph, itself too."""
    neighbours: list[Sequence[CueChoices]] = []
    for _, group in groupby(choices, key=lambda one: one.case.paragraph):
        near = list(group)
        for n in range(len(near)):
            first = max(0, n - _MOST_NEIGHBOURS)
            neighbours.append(near[first : n + _MOST_NEIGHBOURS + 1])
    return neighbours
