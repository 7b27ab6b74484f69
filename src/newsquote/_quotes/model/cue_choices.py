"""What each cue may attribute to whom, before cues are compared.

In: a cue's contents and sources with their scores. Out: the best of them with their log chances. Why: cue,
source and content are chosen together, and only the best few of each need be combined.
"""

from __future__ import annotations

from itertools import groupby
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

import attrs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.model.cases import Case
    from newsquote._quotes.model.contents import Content
    from newsquote._text.ranges import Tokens

__all__ = [
    "CueChoices",
    "ScoredContent",
    "ScoredSource",
    "choices_of",
    "log_softmax",
    "neighbours_of",
    "without_unlikely",
]

_MOST_CONTENTS = 6
_MOST_SOURCES = 3
_LEAST_LOG_CHANCE = -7.0
_MOST_ODDS = 9.0
"""Log chances and log-odds are not told apart beyond these."""
_MOST_BELOW_BEST = 3.0
"""Contents and sources this much less likely than the best, in log chances, are left out."""
_MOST_NEIGHBOURS = 25
"""Cues on each side that a cue is compared with."""


class ScoredContent(NamedTuple):
    """A content and its log chance among the cue's contents."""

    left: Tokens | None
    right: Tokens | None
    log_chance: float


class ScoredSource(NamedTuple):
    """A source and its log chance among the cue's sources."""

    tokens: Tokens | None
    log_chance: float


@attrs.frozen(eq=False, repr=False, slots=True)
class CueChoices:
    """A cue with its best contents and sources, the best first."""

    case: Case
    contents: Sequence[ScoredContent]
    sources: Sequence[ScoredSource]
    odds: float
    """Log-odds that the cue attributes at all."""
    best: list[Tokens] = attrs.field(init=False)
    """The pieces of the best content."""

    @best.default
    def _pieces_of_best(self) -> list[Tokens]:
        if not self.contents:
            return []
        return [piece for piece in self.contents[0][:2] if piece]


def _log_sum_exp(scores: Sequence[float]) -> float:
    top = max(scores)
    return log(sum([exp(score - top) for score in scores])) + top


def log_softmax(scores: Sequence[float]) -> list[float]:
    """Scores as log chances."""
    total = _log_sum_exp(scores)
    return [score - total for score in scores]


def choices_of(
    case: Case,
    contents: Sequence[Content],
    content_scores: Sequence[float],
    sources: Sequence[Tokens | None],
    source_scores: Sequence[float],
) -> CueChoices | None:
    """The best of a cue's candidates, None where it can have no content.

    :param contents: the first one is that there is none.
    """
    if len(contents) <= 1:
        return None
    total = _log_sum_exp(content_scores[1:])
    logs = [score - total for score in content_scores[1:]]
    source_logs = log_softmax(source_scores)
    best_contents = [
        ScoredContent(*contents[n + 1], max(_LEAST_LOG_CHANCE, logs[n]))
        for n in _best_first(logs, _MOST_CONTENTS)
    ]
    best_sources = [
        ScoredSource(sources[n], max(_LEAST_LOG_CHANCE, source_logs[n]))
        for n in _best_first(source_logs, _MOST_SOURCES)
    ]
    odds = max(-_MOST_ODDS, min(_MOST_ODDS, total - content_scores[0]))
    return CueChoices(case, best_contents, best_sources, odds)


def _best_first(logs: Sequence[float], most: int) -> list[int]:
    """The places of the best of some log chances."""
    return sorted(range(len(logs)), key=logs.__getitem__, reverse=True)[:most]


def without_unlikely(choices: CueChoices) -> CueChoices:
    """The choices without contents and sources that are far less likely than the best."""
    least_content = choices.contents[0].log_chance - _MOST_BELOW_BEST
    least_source = choices.sources[0].log_chance - _MOST_BELOW_BEST
    return CueChoices(
        choices.case,
        [content for content in choices.contents if content.log_chance > least_content],
        [source for source in choices.sources if source.log_chance > least_source],
        choices.odds,
    )


def neighbours_of(choices: Sequence[CueChoices]) -> list[Sequence[CueChoices]]:
    """For each of a document's cues, in text order, those near it in its paragraph, itself too."""
    neighbours: list[Sequence[CueChoices]] = []
    for _, group in groupby(choices, key=lambda one: one.case.paragraph):
        near = list(group)
        for n in range(len(near)):
            first = max(0, n - _MOST_NEIGHBOURS)
            neighbours.append(near[first : n + _MOST_NEIGHBOURS + 1])
    return neighbours
