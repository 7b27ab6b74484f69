"""How much words look like a person's name."""

import pytest

from newsquote._page.bylines.likeness import Likeness, is_given_name, likeness_of
from newsquote.lang import get_pack

PACK = get_pack("en")


def likeness(name):
    return likeness_of(tuple(name.split()), PACK)


@pytest.mark.parametrize(
    "name",
    [
        "Ann Lee",
        "ANN LEE",
        "Dr Ann Lee",
        "Ludwig van der Berg",
        "Siobhán O'Brien",
        "Sean O’Neil",
        "NICK McDERMOTT",
        "Jean-Luc de la Croix",
        "Mohammed bin Salman al-Harbi",
        "Siti Nurhaliza binti Tarudin",
    ],
)
def test_a_given_name_and_a_surname_are_a_person_for_sure(name):
    assert likeness(name) is Likeness.SURE


@pytest.mark.parametrize("name", ["Bo Ek", "R.K. Narayan", "JL Williams", "Nkechi Okafor"])
def test_one_of_the_two_makes_a_person_likely(name):
    assert likeness(name) is Likeness.LIKELY


@pytest.mark.parametrize("name", ["Gülşen Özdemir", "Nguyen Thi Minh Khai", "Dallas Robinson"])
def test_what_no_list_knows_is_left_open(name):
    assert likeness(name) is Likeness.OPEN


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Ann",
        "Full Menu",
        "Health A-Z",
        "Norvale Wanderers",
        "Harrow Town FC",
        "New York",
        "NEW DELHI",
        "Lake Corrow",
        "Norvale Crown Court",
        "Norvale Police",
        "World News",
        "CBSN Boston",
        "Morning Edition",
        "Kennedy’s Body",
        "Norvale 2-1",
        "QuellWorks Orla",
    ],
)
def test_rubrics_clubs_places_and_bodies_are_no_persons(name):
    assert likeness(name) is Likeness.NONE


def test_a_given_name_alone_is_known():
    assert is_given_name("Katie", PACK)
    assert is_given_name("KATIE", PACK)
    assert not is_given_name("Sports", PACK)
    assert not is_given_name("London", PACK)
