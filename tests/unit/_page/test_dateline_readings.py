"""The ways to read the beginning of a line as a dateline."""

import pytest

from newsquote._page.dateline_readings import dateline_readings
from newsquote.lang import get_pack

PACK = get_pack("en")


def read(head):
    return [
        (*(one.text_at(where) for where in (one.place, one.date, one.agency)), one.close.strip())
        for one in dateline_readings(head, PACK)
    ]


def test_the_longest_reading_comes_first():
    assert read("LISBON - March 4 - The bridge") == [
        ("LISBON", "March 4", "", "-"),
        ("LISBON", "", "", "-"),
    ]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("LISBON, March 4 AAP - It", ("LISBON", "March 4", "AAP", "-")),
        ("MOSCOW, March 4. /TASS/. It", ("MOSCOW", "March 4", "TASS", ".")),
        ("Delhi [India], March 4 (ANI): It", ("Delhi [India]", "March 4", "ANI", ":")),
        ("(AP) LISBON — It", ("LISBON", "", "AP", "—")),
        ("March 4, 2024 – LISBON – It", ("LISBON", "March 4, 2024", "", "–")),
        ("LISBON, Monday — It", ("LISBON", "Monday", "", "—")),
        (
            "UK--(Newsfile Corp. - March 4, 2024) - It",
            ("UK", "March 4, 2024", "Newsfile Corp.", "-"),
        ),
    ],
)
def test_the_pieces_are_told_apart(head, expected):
    assert read(head)[0] == expected


def test_what_stands_before_the_place_is_known():
    (reading,) = dateline_readings("(AP) LISBON — It fell", PACK)[:1]
    assert reading.is_behind_prefix
    assert reading.form.in_brackets
    assert not dateline_readings("LISBON — It fell", PACK)[0].is_behind_prefix


def test_nothing_is_read_without_a_sign_at_its_end():
    assert read("The bridge fell") == []
    assert read("March 4 was a bad day") == []
