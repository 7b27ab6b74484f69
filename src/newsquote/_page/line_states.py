"""What a line may be, and where on the page it may be that.

In: nothing. Out: the labels and zones whose weights are fitted, the states that they make, and
which state may follow which. Why: a menu above the headline and a row of teasers below the story
look alike, but the page goes one way: what the site prints first, the headline, what stands between
it and the story, the story from its first paragraph to its last, and what the site prints last.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from newsquote.kinds import BlockRole

__all__ = [
    "LABELS",
    "LABEL_OF_ROLE",
    "STATES",
    "SUCCESSORS",
    "State",
    "Zone",
    "may_start",
    "may_stop",
]


class Zone(IntEnum):
    """A stretch of a page."""

    ABOVE = 0
    HEADLINE = 1
    TOP = 2
    """Between the headline and the first paragraph."""
    STORY = 3
    BELOW = 4


LABELS: tuple[BlockRole, ...] = (
    BlockRole.BODY,
    BlockRole.HEADING,
    BlockRole.HEADLINE,
    BlockRole.KICKER,
    BlockRole.SUBHEADLINE,
    BlockRole.BYLINE,
    BlockRole.TIMESTAMP,
    BlockRole.CAPTION,
    BlockRole.CREDIT,
    BlockRole.NOTE,
    BlockRole.CONTACT,
    BlockRole.COPYRIGHT,
    BlockRole.PROMOTION,
    BlockRole.ADVERTISEMENT,
    BlockRole.SOCIAL,
    BlockRole.RELATED,
    BlockRole.OTHER,
)
"""The roles that are told apart here."""
LABEL_OF_ROLE = {role: role for role in LABELS} | {
    BlockRole.NAVIGATION: BlockRole.OTHER,
    BlockRole.CORRECTION: BlockRole.NOTE,
}
"""A menu and any other piece of the site count as one here, a correction as a note."""
_OF_STORY = (BlockRole.BODY, BlockRole.HEADING)
_BESIDE = tuple(
    label
    for label in LABELS
    if label not in {*_OF_STORY, BlockRole.HEADLINE, BlockRole.KICKER, BlockRole.SUBHEADLINE}
)
_LABELS_IN = {
    Zone.ABOVE: (*_BESIDE, BlockRole.KICKER),
    Zone.HEADLINE: (BlockRole.HEADLINE,),
    Zone.TOP: (*_BESIDE, BlockRole.SUBHEADLINE, BlockRole.KICKER),
    Zone.STORY: (*_OF_STORY, *_BESIDE),
    Zone.BELOW: _BESIDE,
}


class State(NamedTuple):
    """A label in a zone."""

    zone: Zone
    label: BlockRole

    @property
    def is_of_story(self) -> bool:
        """Whether the line is the story's own."""
        return self.label in _OF_STORY


STATES: tuple[State, ...] = tuple(
    State(zone, label) for zone, labels in _LABELS_IN.items() for label in labels
)
"""All of them."""


def may_start(state: State) -> bool:
    """Whether a page may begin with a state."""
    return state.zone in {Zone.ABOVE, Zone.HEADLINE} or state.is_of_story


def may_stop(state: State) -> bool:
    """Whether a page may end with a state; the story ends with a paragraph."""
    return state.zone is not Zone.STORY or state.label is BlockRole.BODY


def _may_follow(before: State, after: State) -> bool:
    opens = after.is_of_story
    match before.zone:
        case Zone.ABOVE:
            return opens or after.zone in {Zone.ABOVE, Zone.HEADLINE}
        case Zone.HEADLINE | Zone.TOP:
            return opens or after.zone is Zone.TOP
        case Zone.STORY:
            closes = before.label is BlockRole.BODY and after.zone is Zone.BELOW
            return closes or after.zone is Zone.STORY
        case _:
            return after.zone is Zone.BELOW


SUCCESSORS: tuple[tuple[int, ...], ...] = tuple(
    tuple(n for n, after in enumerate(STATES) if _may_follow(before, after)) for before in STATES
)
"""The numbers of the states that may follow each."""
