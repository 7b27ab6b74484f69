"""The part of a line that lists people."""

import pytest

from newsquote._page.bylines.trimming import (
    find_stamp_end,
    goes_on_below,
    without_stamps,
    without_tail,
)
from newsquote._page.line import Stretch
from newsquote.lang import get_pack

PACK = get_pack("en")


def stretch(text):
    return Stretch(text, 0, len(text))


@pytest.mark.parametrize(
    ("line", "behind"),
    [
        ("March 4, 2024 | Ann Lee", "Ann Lee"),
        ("March 4, 2024 by Ann Lee", "by Ann Lee"),
        ("March 4, 2024by Ann Lee", "by Ann Lee"),
        ("04/03/2024 | Ann Lee", "Ann Lee"),
        ("Published 10:15 a.m. EST By Ann Lee", "By Ann Lee"),
    ],
)
def test_what_stands_behind_a_stamp_is_found(line, behind):
    end = find_stamp_end(stretch(line), PACK)
    assert end is not None
    assert line[end:] == behind


@pytest.mark.parametrize("line", ["Ann Lee", "May Lee | March 4", "March 4, 2024", "1 2 3 " * 9])
def test_a_line_without_a_stamp_in_front_has_no_end_of_it(line):
    assert find_stamp_end(stretch(line), PACK) is None


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Ann Lee, March 4, 2024", "Ann Lee"),
        ("Ann Lee on March 4, 2024", "Ann Lee"),
        ("Ann Lee and", "Ann Lee"),
        ("Ann Lee,", "Ann Lee"),
        ("Ann Lee", "Ann Lee"),
        ("Ann Rand", "Ann Rand"),
    ],
)
def test_the_tail_of_a_line_of_names_is_cut(line, kept):
    assert without_tail(stretch(line), PACK).text == kept


def test_stamps_on_both_sides_are_cut():
    assert without_stamps(stretch("March 4, 2024 | Ann Lee 5 min read"), PACK).text == "Ann Lee"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [("Ann Lee and", True), ("Ann Lee,", True), ("Ann Lee &", True), ("Ann Lee", False)],
)
def test_a_list_goes_on_below_behind_a_conjunction(line, wanted):
    assert goes_on_below(stretch(line)) is wanted
