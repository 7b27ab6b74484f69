"""Lines beside a byline that say more of its author."""

import pytest

from newsquote._page.bylines.affiliations import is_author_role, is_role_alone
from newsquote._page.line import Stretch
from newsquote.lang import get_pack

PACK = get_pack("en")


@pytest.mark.parametrize(
    "line",
    [
        "The Norvale Courier",
        "Norvale Herald-Tribune",
        "Courier Staff Writer",
        "Special to the Courier",
        "For The Courier",
        "University of Norvale",
        "Health correspondent, BBC News",
        "The Associated Press",
    ],
)
def test_a_house_or_a_role_below_names_is_the_authors(line):
    assert is_author_role(Stretch(line, 0, len(line)), PACK)


@pytest.mark.parametrize(
    "line",
    [
        "Local News",
        "World News",
        "Bo Ek",
        "For sale",
        "Norvale",
        "The bridge will reopen in May.",
        "The mayor and the council met at the Courier",
        "Courier " * 20,
    ],
)
def test_rubrics_names_and_prose_are_not(line):
    assert not is_author_role(Stretch(line, 0, len(line)), PACK)


def test_a_role_alone_stands_above_its_author():
    for line, wanted in (
        ("Senior Reporter", True),
        ("Ann Lee", False),
        ("Senior Reporter.", False),
    ):
        assert is_role_alone(Stretch(line, 0, len(line)), PACK) is wanted
