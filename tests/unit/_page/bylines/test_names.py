"""Words that can be a person's name."""

import pytest

from newsquote._page.bylines.names import is_person_name, read_name
from newsquote._page.bylines.words import split_words
from newsquote._page.line import Stretch
from newsquote.lang import get_pack

PACK = get_pack("en")


@pytest.mark.parametrize(
    ("name", "opens_list", "expected"),
    [
        ("Ann Lee", False, True),
        ("Ann de la Cruz", False, True),
        ("ann lee", True, True),
        ("ann lee", False, False),
        ("by the time", True, False),
        ("Ann saw Lee", True, False),
        ("Monday", True, False),
        ("May", True, False),
        ("Co-founder", True, False),
        ("One Two Three Four Five Six", True, False),
    ],
)
def test_a_name_has_capitals_and_few_small_words(name, opens_list, expected):
    assert is_person_name(name.split(), PACK, opens_list=opens_list) is expected


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Ann Lee Lisbon", "Ann Lee", "Lisbon"),
        ("Ann Lee.", "Ann Lee", None),
        ("Ann Lee Jr.", "Ann Lee Jr.", None),
    ],
)
def test_a_name_is_read_without_place_and_stop(text, name, place):
    found = read_name(split_words(Stretch(text, 0, len(text)), PACK), PACK)
    assert text[slice(*found.name)] == name
    assert (found.place and text[slice(*found.place)]) == place
