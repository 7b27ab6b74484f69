"""Time stamps."""

from datetime import date

import pytest

from newsquote._page import stamps
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
    assert stamps.is_stamp(line, 0, len(line), PACK)


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
    assert not stamps.is_stamp(line, 0, len(line), PACK)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Lee | Updated: March 4, 2024 10:14", date(2024, 3, 4)),
        ("Posted 4 March 2024", date(2024, 3, 4)),
        ("2024-03-04 07:22", date(2024, 3, 4)),
        ("March 4", None),
        ("no date", None),
    ],
)
def test_the_date_needs_a_year(line, expected):
    assert stamps.date_in(line, 0, len(line), PACK) == expected
