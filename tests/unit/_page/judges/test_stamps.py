"""Time stamps."""

import pytest

from newsquote._page.judges.stamps import judge_stamp, says_what_it_stamps
from newsquote._page.line import Stretch
from newsquote.lang import get_pack

PACK = get_pack("en")


@pytest.mark.parametrize(
    "line",
    [
        "Published: 4 Mar 2024 10:14 GMT",
        "Updated 3:22 PM EST, Mon March 4, 2024",
        "First published on 4 March 2024",
        "Updated: 2024-03-04 07:22",
        "2 hours ago",
        "March 4, 2024",
        "4 min read",
        "10:14",
        "04.03.2024 10:14",
    ],
)
def test_a_stamp_is_a_stamp(line):
    assert judge_stamp(Stretch(line, 0, len(line)), PACK)


@pytest.mark.parametrize(
    "line",
    [
        "The mill closed on March 4, 2024",
        "March for the mill",
        "Two hours ago the dam broke",
        "12 hurt in mill fire",
        "2024 was a dry year",
        "Monday",
    ],
)
def test_a_line_that_says_more_is_none(line):
    assert not judge_stamp(Stretch(line, 0, len(line)), PACK)


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Last updated 4 March 2024", True), ("March 4, 2024", False), ("10:14", False)],
)
def test_a_stamp_may_say_what_it_is_the_time_of(line, expected):
    assert says_what_it_stamps(Stretch(line, 0, len(line)), PACK) is expected
