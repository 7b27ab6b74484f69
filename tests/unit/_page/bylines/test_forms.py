"""Lines that have the form of a byline, and lines that only look like one."""

import pytest

from newsquote._page.bylines.affiliations import is_author_role
from newsquote._page.bylines.forms import is_house_line, is_name_line, is_signature
from newsquote._page.bylines.openings import opens_as_byline
from newsquote._page.line import Stretch
from newsquote.lang import get_pack

PACK = get_pack("en")


def stretch(line):
    return Stretch(line, 0, len(line))


@pytest.mark.parametrize(
    "line",
    [
        "By Dana Whitlock",
        "By DANA WHITLOCK and OMAR FELD, Associated Press",
        "by Dana Whitlock",
        "Written by Dana Whitlock",
        "By AP",
        "byDana Whitlock",
    ],
)
def test_a_line_that_opens_with_by_and_names_is_a_byline(line):
    assert opens_as_byline(Stretch(line, 0, len(line)), PACK)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the river had",
        "By Tuesday",
        "By Christmas, the mill was gone and so was the town around it.",
        "By all accounts the mill was old",
        "By the time Dana Whitlock arrived the mill was gone",
        "Bypass to open",
        "Dana Whitlock",
        "From May the mill will close",
        "According to Dana Whitlock, the mill will close.",
        "By Dana Whitlock's count, the mill lost money.",
    ],
)
def test_prose_that_opens_with_by_is_none(line):
    assert not opens_as_byline(Stretch(line, 0, len(line)), PACK)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Dana Whitlock", True),
        ("Dana Whitlock and Omar Feld", True),
        ("Dana Whitlock|Published 4 months ago", True),
        ("Mill to close", False),
        ("Dana Whitlock said so.", False),
        ("Whitlock", False),
        ("Associated Press", False),
        ("Is Dana Whitlock right?", False),
    ],
)
def test_a_line_of_names_alone_is_told_from_others(line, expected):
    assert is_name_line(Stretch(line, 0, len(line)), PACK) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Staff and agencies in Quito", True),
        ("Associated Press", True),
        ("Associated Press writers met", False),
        ("Associated Press.", False),
        ("Dana Whitlock", False),
    ],
)
def test_a_house_alone_is_told_from_what_goes_on(line, expected):
    assert is_house_line(stretch(line), PACK) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Political editor, BBC Orla", True),
        ("Associated Press", True),
        ("Political editors met.", False),
    ],
)
def test_a_line_may_say_what_its_author_is(line, expected):
    assert is_author_role(stretch(line), PACK) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Dana Whitlock Health editor", True),
        ("Omar Feld in Accra and agencies", True),
        ("Dana Whitlock", False),
        ("Dana Whitlock saw it in Accra", False),
    ],
)
def test_a_signature_is_names_and_what_stands_beside_names(line, expected):
    assert is_signature(stretch(line), PACK) is expected
