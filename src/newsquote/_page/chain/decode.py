"""The lines of a page -> the likeliest state of each.

In: the lines of a page, some of them with a verdict, and where its headline stands. Out: for each
line a state and how much speaks for it. Why: what a line is depends on what its neighbours are, so
that all are decided at once: the best way through the page, from the first line to the last.
"""

from __future__ import annotations

from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page.chain.features import keys_of_lines
from newsquote._page.chain.weights import weights_of
from newsquote._page.line_states import (
    LABEL_OF_ROLE,
    LABELS,
    STATES,
    Zone,
    may_start,
    may_stop,
)
from newsquote._page.verdicts import Sign
from newsquote._page.weighed import Weighed
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._page.chain.weights import LineWeights
    from newsquote._page.line import Line
    from newsquote.lang import LanguagePack

__all__ = [
    "Place",
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
_DOUBTFUL_SIGNS = frozenset(
    {
        Sign.LISTED_START,
        Sign.DATED_SCENE,
        Sign.WHO_STANDS_WHERE,
        Sign.PRINTED_TWICE,
        Sign.URGED_OFFER,
        Sign.OFFER_IN_HOUSE_VOICE,
        Sign.OFFER_NAMED,
        Sign.OFFER_BESIDE,
        Sign.PARTED_FROM_STORY,
    }
)
"""Signs that paragraphs of a story have, too."""


def settled_role(line: Line) -> BlockRole | None:
    """What a line is before all are weighed together.

    A judge of single lines is overruled where a long paragraph weighs more as the story's.
    """
    long = line.is_prose and line.word_count >= _DOUBTFUL_WORDS
    doubtful = line.verdict is not None and line.verdict.why in _DOUBTFUL_SIGNS
    return None if long and doubtful else line.role


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
        label = LABEL_OF_ROLE[role]
        settled = tuple(n for n in numbers if STATES[n].label is label)
        return settled or tuple(n for n in numbers if STATES[n].label is BlockRole.OTHER)
    return tuple(n for n in numbers if STATES[n].label not in _NEVER_GUESSED)


@cache
def _states_by_zone(
    role: BlockRole | None, place: Place
) -> tuple[tuple[int, Mapping[int, int]], ...]:
    """The states that a line may have: for each zone its field, and the state of each label."""
    zones: dict[Zone, dict[int, int]] = {}
    for number in allowed_states(role, place):
        state = STATES[number]
        zones.setdefault(state.zone, {})[LABELS.index(state.label)] = number
    return tuple((len(LABELS) + zone, states) for zone, states in zones.items())


def weigh_lines(lines: Sequence[Line], headline: int | None, pack: LanguagePack) -> list[Weighed]:
    """What each line of a page most likely is."""
    weights = weights_of(pack)
    keys = keys_of_lines(lines, headline, pack)
    options = _options(keys, list(map(settled_role, lines)), headline, weights)
    path = _best_path(options, weights)
    return [_weighed(number, options[i]) for i, number in enumerate(path)]


def best_states(
    keys: Sequence[Sequence[str]],
    roles: Sequence[BlockRole | None],
    headline: int | None,
    weights: LineWeights,
) -> list[int]:
    """The numbers of the likeliest states of lines of which the keys are known."""
    return _best_path(_options(keys, roles, headline, weights), weights)


def _options(
    keys: Sequence[Sequence[str]],
    roles: Sequence[BlockRole | None],
    headline: int | None,
    weights: LineWeights,
) -> list[dict[int, int]]:
    """The states that are followed at each line, and how much speaks for each."""
    return [
        _best_options(weights.fields(keys[i]), _states_by_zone(role, place_of(i, headline)))
        for i, role in enumerate(roles)
    ]


def _best_options(
    fields: Sequence[int], zones: Sequence[tuple[int, Mapping[int, int]]]
) -> dict[int, int]:
    """The best states of each zone: the labels have the same order in all of them."""
    found: dict[int, int] = {}
    order = sorted(range(len(LABELS)), key=fields.__getitem__, reverse=True)
    for zone, states in zones:
        kept = 0
        for label in order:
            number = states.get(label)
            if number is None:
                continue
            found[number] = fields[label] + fields[zone]
            kept += 1
            if kept == _KEPT_IN_ZONE:
                break
    return found


def _best_path(options: Sequence[Mapping[int, int]], weights: LineWeights) -> list[int]:
    """The likeliest states, one for each line."""
    if not options:
        return []
    reached = {n: score for n, score in options[0].items() if may_start(STATES[n])}
    ways: list[dict[int, int]] = []
    for here in options[1:]:
        reached, way = _step(reached, here, weights.steps)
        ways.append(way)
    last = max((n for n in reached if may_stop(STATES[n])), key=reached.__getitem__)
    path = [last]
    for way in reversed(ways):
        path.append(way[path[-1]])
    return path[::-1]


def _step(
    reached: Mapping[int, int], here: Mapping[int, int], steps: Sequence[Mapping[int, int]]
) -> tuple[dict[int, int], dict[int, int]]:
    """How well each state of the next line is reached, and from where."""
    now: dict[int, int] = {}
    way: dict[int, int] = {}
    for before, so_far in reached.items():
        worths = steps[before]
        for after, score in here.items():
            worth = worths.get(after)
            if worth is None:
                continue
            total = so_far + worth + score
            if after not in now or total > now[after]:
                now[after] = total
                way[after] = before
    return now, way


def _weighed(number: int, options: Mapping[int, int]) -> Weighed:
    state = STATES[number]
    others = [n for n in options if STATES[n].label is not state.label]
    rival = max(others, key=options.__getitem__, default=None)
    return Weighed(
        state,
        options[number],
        None if rival is None else STATES[rival].label,
        0 if rival is None else options[rival],
    )
