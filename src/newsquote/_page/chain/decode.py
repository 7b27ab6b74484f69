"""The lines of a page -> the likeliest state of each.

In: the lines of a page, some of them with a verdict, and where its headline stands. Out: for each
line a state and how much speaks for it. Why: what a line is depends on what its neighbours are, so
that all are decided at once: the best way through the page, from the first line to the last.
"""

from __future__ import annotations

from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.chain.features import keys_of_lines
from newsquote._page.chain.states import (
    LABEL_OF_ROLE,
    STATES,
    Zone,
    may_start,
    may_stop,
)
from newsquote._page.chain.weights import weights_of
from newsquote._page.verdicts import Judge
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._page.chain.states import State
    from newsquote._page.chain.weights import LineWeights
    from newsquote._page.line import Line
    from newsquote.lang import LanguagePack

__all__ = [
    "Place",
    "Weighed",
    "allowed_states",
    "best_states",
    "place_of",
    "settled_role",
    "weigh_lines",
]

_NEVER_GUESSED = frozenset(
    {BlockRole.HEADLINE, BlockRole.BYLINE, BlockRole.CREDIT, BlockRole.COPYRIGHT}
)
"""Labels that only a judge gives, who reads the line."""
_KEPT_IN_ZONE = 5
"""Labels of each zone that are followed; the others are far behind."""


_DOUBTFUL_WORDS = 20
"""Words of a paragraph from which on a judge of single lines may be wrong about it."""
_SETTLED = frozenset(
    {BlockRole.HEADLINE, BlockRole.BYLINE, BlockRole.CREDIT, BlockRole.COPYRIGHT, BlockRole.CONTACT}
)
"""Roles that a line keeps however long it is: its words were read for them."""


def settled_role(line: Line) -> BlockRole | None:
    """What a line is before all are weighed together.

    A judge of single lines is overruled where a long paragraph weighs more as the story's.
    """
    if line.role is None or line.role in _SETTLED:
        return line.role
    doubtful = line.is_prose and line.word_count >= _DOUBTFUL_WORDS
    pasted = line.verdict is not None and line.verdict.judge is Judge.POST
    return None if doubtful and not pasted else line.role


class Weighed(NamedTuple):
    """What a line most likely is."""

    state: State
    points: int
    """What speaks for it, in hundredths of a logit."""
    next_label: BlockRole | None
    """The label that comes next, place and neighbours aside."""
    next_points: int


class Place(Enum):
    """Where a line stands, as far as the headline tells."""

    NO_HEADLINE = auto()
    ABOVE = auto()
    HEADLINE = auto()
    BEHIND = auto()


_ZONES = {
    Place.NO_HEADLINE: frozenset({Zone.ABOVE, Zone.STORY, Zone.BELOW}),
    Place.ABOVE: frozenset({Zone.ABOVE}),
    Place.HEADLINE: frozenset({Zone.HEADLINE}),
    Place.BEHIND: frozenset({Zone.TOP, Zone.STORY, Zone.BELOW}),
}


def place_of(i: int, headline: int | None) -> Place:
    """Where line ``i`` stands."""
    if headline is None:
        return Place.NO_HEADLINE
    if i == headline:
        return Place.HEADLINE
    return Place.ABOVE if i < headline else Place.BEHIND


@cache
def allowed_states(role: BlockRole | None, place: Place) -> tuple[int, ...]:
    """The numbers of the states that a line may have.

    :param role: what a judge says that it is, and what it stays.
    """
    numbers = [n for n, state in enumerate(STATES) if state.zone in _ZONES[place]]
    if place is Place.HEADLINE:
        return tuple(numbers)
    if role is not None:
        return tuple(n for n in numbers if STATES[n].label is LABEL_OF_ROLE[role])
    return tuple(n for n in numbers if STATES[n].label not in _NEVER_GUESSED)


def weigh_lines(lines: Sequence[Line], headline: int | None, pack: LanguagePack) -> list[Weighed]:
    """What each line of a page most likely is."""
    weights = weights_of(pack)
    scores = [weights.scores(keys) for keys in keys_of_lines(lines, headline, pack)]
    options = _options(list(map(settled_role, lines)), headline, scores)
    path = _best_path(options, scores, weights)
    return [_weighed(number, scores[i], options[i]) for i, number in enumerate(path)]


def best_states(
    keys: Sequence[Sequence[str]],
    roles: Sequence[BlockRole | None],
    headline: int | None,
    weights: LineWeights,
) -> list[int]:
    """The numbers of the likeliest states of lines of which the keys are known."""
    scores = [weights.scores(one) for one in keys]
    return _best_path(_options(roles, headline, scores), scores, weights)


def _options(
    roles: Sequence[BlockRole | None], headline: int | None, scores: Sequence[Sequence[int]]
) -> list[list[int]]:
    """The states that are followed at each line."""
    return [
        _best_options(allowed_states(role, place_of(i, headline)), scores[i])
        for i, role in enumerate(roles)
    ]


def _best_options(allowed: Sequence[int], scores: Sequence[int]) -> list[int]:
    """The best states of each zone."""
    if len(allowed) <= _KEPT_IN_ZONE:
        return list(allowed)
    kept: list[int] = []
    by_zone: dict[Zone, list[int]] = {}
    for number in allowed:
        by_zone.setdefault(STATES[number].zone, []).append(number)
    for numbers in by_zone.values():
        numbers.sort(key=scores.__getitem__, reverse=True)
        kept += numbers[:_KEPT_IN_ZONE]
    return kept


def _best_path(
    options: Sequence[Sequence[int]], scores: Sequence[Sequence[int]], weights: LineWeights
) -> list[int]:
    """The likeliest states, one for each line."""
    if not options:
        return []
    reached = {n: scores[0][n] for n in options[0] if may_start(STATES[n])}
    ways: list[dict[int, int]] = []
    for i in range(1, len(options)):
        reached, way = _step(reached, options[i], scores[i], weights.steps)
        ways.append(way)
    last = max((n for n in reached if may_stop(STATES[n])), key=reached.__getitem__)
    path = [last]
    for way in reversed(ways):
        path.append(way[path[-1]])
    return path[::-1]


def _step(
    reached: Mapping[int, int],
    options: Sequence[int],
    scores: Sequence[int],
    steps: Sequence[Mapping[int, int]],
) -> tuple[dict[int, int], dict[int, int]]:
    """How well each state of the next line is reached, and from where."""
    now: dict[int, int] = {}
    way: dict[int, int] = {}
    for before, so_far in reached.items():
        worths = steps[before]
        for after in options:
            worth = worths.get(after)
            if worth is None:
                continue
            total = so_far + worth
            if after not in now or total > now[after]:
                now[after] = total
                way[after] = before
    return {n: total + scores[n] for n, total in now.items()}, way


def _weighed(number: int, scores: Sequence[int], options: Sequence[int]) -> Weighed:
    state = STATES[number]
    others = [n for n in options if STATES[n].label is not state.label]
    rival = max(others, key=scores.__getitem__, default=None)
    return Weighed(
        state,
        scores[number],
        None if rival is None else STATES[rival].label,
        0 if rival is None else scores[rival],
    )
