"""Headings over other stories."""

import pytest

from newsquote._page.line import Line
from newsquote._page.related_lists.headings import is_related_heading, opens_list
from newsquote.lang import get_pack

PACK = get_pack("en")


def line(text):
    return Line(text, 0, len(text), 0, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Related stories", True),
        ("More from Towns", True),
        ("Latest Valley Articles", True),
        ("You may also like...", True),
        ("Related stories?", False),
        ("Related costs rose by a third, the mayor said.", False),
        ("Latest from Norvale", True),
        ("Read the full story", False),
        ("Bridge to reopen", False),
    ],
)
def test_a_heading_is_listed_or_made_of_which_and_what(text, expected):
    assert is_related_heading(line(text), PACK) is expected


def test_a_label_before_a_title_opens_a_list_of_its_own():
    assert opens_list(line("Read more: Floods hit valley"), PACK)
    assert not opens_list(line("Floods hit valley"), PACK)
