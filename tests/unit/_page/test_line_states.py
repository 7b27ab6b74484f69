"""What a line may be, and in which order on a page."""

import pytest

from newsquote._page.line_states import (
    LABEL_OF_ROLE,
    LABELS,
    STATES,
    SUCCESSORS,
    State,
    Zone,
    may_start,
    may_stop,
)
from newsquote.kinds import BlockRole

BODY = State(Zone.STORY, BlockRole.BODY)
HEADLINE = State(Zone.HEADLINE, BlockRole.HEADLINE)
MENU, TEASER, BUTTON = (
    State(zone, BlockRole.OTHER) for zone in (Zone.ABOVE, Zone.BELOW, Zone.STORY)
)
SUBHEADLINE = State(Zone.TOP, BlockRole.SUBHEADLINE)


def may_follow(before, after):
    return STATES.index(after) in SUCCESSORS[STATES.index(before)]


def test_every_role_has_a_label():
    assert set(LABEL_OF_ROLE) == set(BlockRole)
    assert set(LABEL_OF_ROLE.values()) == set(LABELS)
    assert LABEL_OF_ROLE[BlockRole.NAVIGATION] is BlockRole.OTHER


def test_every_label_has_a_state():
    assert {state.label for state in STATES} == set(LABELS)
    assert len(set(STATES)) == len(STATES)


def test_body_stands_in_the_story_alone():
    assert [state for state in STATES if state.is_of_story] == [
        BODY,
        State(Zone.STORY, BlockRole.HEADING),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (MENU, HEADLINE),
        (MENU, BODY),
        (HEADLINE, SUBHEADLINE),
        (HEADLINE, BODY),
        (SUBHEADLINE, BODY),
        (BODY, BUTTON),
        (BUTTON, BODY),
        (BODY, TEASER),
        (TEASER, TEASER),
    ],
)
def test_a_page_goes_one_way(before, after):
    assert may_follow(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEADLINE, MENU),
        (BODY, HEADLINE),
        (BODY, SUBHEADLINE),
        (TEASER, BODY),
        (TEASER, BUTTON),
        (HEADLINE, BUTTON),
        (BUTTON, TEASER),
        (HEADLINE, HEADLINE),
        (HEADLINE, TEASER),
    ],
)
def test_and_never_back(before, after):
    assert not may_follow(before, after)


def test_zones_never_go_down():
    for before, followers in zip(STATES, SUCCESSORS, strict=True):
        assert followers
        assert all(STATES[number].zone >= before.zone for number in followers)


def test_a_page_begins_above_its_story_or_with_it():
    assert {state.zone for state in STATES if may_start(state)} == {
        Zone.ABOVE,
        Zone.HEADLINE,
        Zone.STORY,
    }
    assert not may_start(BUTTON)


def test_the_story_ends_with_a_line_of_its_own():
    assert may_stop(BODY)
    assert may_stop(TEASER)
    assert may_stop(MENU)
    assert not may_stop(BUTTON)
