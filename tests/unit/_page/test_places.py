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
