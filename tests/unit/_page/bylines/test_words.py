"""Names and roles that run into each other."""

import pytest

from newsquote._page.bylines import words
from newsquote._page.line import Stretch
from newsquote.lang import get_pack

PACK = get_pack("en")


def test_a_role_that_is_glued_to_a_name_is_parted():
    text = "Ann LeeHealth Editor"
    found = words.split_words(Stretch(text, 0, len(text)), PACK)
    assert found.texts == ["Ann", "Lee", "Health", "Editor"]
    assert found.hull(0, 2) == (0, 7)
    assert found.part(2).texts == ["Health", "Editor"]


@pytest.mark.parametrize(
    ("piece", "begin"),
    [("Ann Lee Health Editor", 2), ("deputy editor", 0), ("Ann Lee", None), ("2024", None)],
)
def test_where_the_role_begins(piece, begin):
    assert words.find_role(piece.split(), PACK) == begin


@pytest.mark.parametrize(
    ("piece", "count"),
    [("Health correspondent Ann Lee", 2), ("chef Bo Ek", 1), ("Ann Lee", 0), ("de la Cruz", 0)],
)
def test_how_many_words_before_a_name_are_its_role(piece, count):
    assert words.count_leading_role_words(piece.split(), PACK) == count


@pytest.mark.parametrize(
    ("piece", "role", "end"),
    [
        ("ANN LEE Health Editor", 3, 2),
        ("Ann M. Lee Editor", 3, 3),
        ("Ann Lee Orla Towns Editor", 4, 2),
    ],
)
def test_where_the_name_ends_before_a_role(piece, role, end):
    assert words.find_name_end(piece.split(), role, PACK) == end


def test_suffixes_and_fields():
    assert words.is_name_suffix(["Jr."], PACK)
    assert words.is_role_with_field(["professor", "of", "hydrology"], PACK)
    assert not words.is_role_with_field(["professor"], PACK)
