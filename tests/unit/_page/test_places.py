"""Names that a dateline can have for a place."""

import pytest

from newsquote._page import places
from newsquote.lang import get_pack

PACK = get_pack("en")


@pytest.mark.parametrize(
    ("name", "close", "expected"),
    [
        ("LISBON", "—", True),
        ("LONDON/PARIS", "—", True),
        ("ST. PAUL, Minn.", "—", True),
        ("Lisbon", ":", True),
        ("Lisbon", "—", False),
        ("TWEET OF THE DAY", "—", False),
        ("NATO", ":", False),
    ],
)
def test_a_place_is_known_or_stands_in_capitals(name, close, expected):
    assert places.is_place(name, close, PACK) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("LISBON, Portugal", True), ("McALLEN", True), ("Lisbon", False), ("A", False)],
)
def test_the_first_place_stands_in_capitals(name, expected):
    assert places.is_in_capitals(name) is expected


def test_a_region_follows_the_place():
    assert places.has_region("Norvale, Ohio", PACK)
    assert not places.has_region("Ohio", PACK)


def test_a_sentence_is_no_place():
    assert not places.can_be_place("The mill will close", PACK)
    assert places.can_be_place("", PACK)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kochi", True),
        ("THE HAGUE", True),
        ("Norvale", False),
        ("Singapore", True),
        ("kochi", False),
    ],
)
def test_a_town_is_known(name, expected):
    assert places.is_town(name, PACK) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("London and Paris", True),
        ("Nairobi, Kenya", True),
        ("Norvale, Kerala", True),
        ("Norvale", False),
        ("Ann Lee, Ohio", False),
        ("London and Norvale", False),
    ],
)
def test_towns_are_known_or_have_their_state(name, expected):
    assert places.are_towns(name, PACK) is expected


def test_the_letters_of_a_state_are_printed_large():
    assert places.is_region("OH", PACK)
    assert not places.is_region("oh", PACK)
