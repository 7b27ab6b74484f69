"""Outlets, agencies, desks and other houses in a byline."""

import pytest

from newsquote._page.bylines import houses, words
from newsquote._page.line import Stretch
from newsquote.lang import get_pack

PACK = get_pack("en")


def stretch(text):
    return Stretch(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "behind_author", "expected"),
    [
        ("Reuters", False, True),
        ("The Associated Press", False, True),
        ("Orla Courier", True, True),
        ("Ann Lee", True, False),
        ("Ann Lee Reuters", False, False),
    ],
)
def test_an_outlet_is_known_by_its_name_or_its_words(text, behind_author, expected):
    found = houses.is_outlet(stretch(text), PACK, behind_author=behind_author)
    assert found is expected


@pytest.mark.parametrize(
    ("text", "desk"),
    [
        ("staff and wire reports", "staff and wire reports"),
        ("the Orla Courier Editorial Board", "the Orla Courier Editorial Board"),
        ("Ann Lee", None),
    ],
)
def test_a_desk_opens_a_byline(text, desk):
    found = houses.find_desk(stretch(text), PACK)
    assert (found and found.text) == desk


@pytest.mark.parametrize(
    ("text", "rest", "house"),
    [
        ("Ann Lee Reuters", ["Ann", "Lee"], "Reuters"),
        ("Reuters' Ann Lee", ["Ann", "Lee"], "Reuters"),
        ("Ann Lee", ["Ann", "Lee"], None),
    ],
)
def test_a_house_is_cut_at_either_end(text, rest, house):
    found = houses.cut_house(words.split_words(stretch(text), PACK), PACK)
    assert found.words.texts == rest
    assert (found.house and text[slice(*found.house)]) == house


def test_people_work_in_an_organisation():
    assert houses.is_organisation(["the", "University", "of", "Orla"], PACK)
    assert not houses.is_organisation(["Orla"], PACK)
