"""From tokens to offsets, and how ranges meet."""

import pytest

from newsquote._quotes.places import lies_within, marks_in, touches, with_bracket
from newsquote._text.ranges import Chars


@pytest.mark.parametrize(
    ("where", "wanted"),
    [
        ((0, 5), False),
        ((0, 6), True),
        ((9, 20), True),
        ((10, 20), False),
        ((6, 7), True),
        ((12, 18), False),
        ((18, 21), True),
        ((0, 90), True),
        ((30, 31), False),
        (None, False),
    ],
)
def test_ranges_touch_where_they_share_a_character(where, wanted):
    ranges = [Chars(5, 10), Chars(20, 30)]
    assert touches(ranges, None if where is None else Chars(*where)) is wanted
    assert not touches([], None if where is None else Chars(*where))


@pytest.mark.parametrize(
    ("text", "end", "wanted"),
    [
        ("Ann Lee (D-Wis.) said", 14, "Ann Lee (D-Wis.)"),
        ("Ann Lee (Ohio) said", 13, "Ann Lee (Ohio)"),
        ("Ann Lee (Ohio said", 13, "Ann Lee (Ohio"),
        ("Ann Lee) said", 7, "Ann Lee"),
        ("Ann (Bo) Lee) said", 12, "Ann (Bo) Lee"),
        ("(Ann Lee ... )", 8, "(Ann Lee"),
    ],
)
def test_the_bracket_that_a_range_opens_is_closed_if_that_is_near(text, end, wanted):
    assert text[slice(*with_bracket(text, Chars(0, end)))] == wanted


def test_marks_are_counted_once_and_in_order():
    mark_at = [-1, 4, 4, -1, 2, -1, 7]
    assert marks_in(mark_at, [(0, 3), (4, 6)]) == (2, 4)
    assert marks_in(mark_at, [(0, 1)]) == ()


def test_a_range_lies_within_itself():
    assert lies_within(Chars(2, 4), Chars(2, 4))
    assert not lies_within(Chars(2, 5), Chars(2, 4))
    assert not lies_within(Chars(1, 4), Chars(2, 4))
