"""Dates with a year, as they are printed."""

from datetime import date

import pytest

from newsquote._page.line import Stretch
from newsquote._page.printed_dates import find_printed_date
from newsquote.lang import get_pack

PACK = get_pack("en")


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
    assert find_printed_date(Stretch(line, 0, len(line)), PACK) == expected
