"""Datelines at the beginning of a line, and what only looks like one."""

from datetime import date

import pytest

from newsquote._page.dateline import read_dateline
from newsquote._page.line import Stretch
from newsquote.lang import get_pack

PACK = get_pack("en")


def read(line, published=None):
    found = read_dateline(Stretch(line, 0, len(line)), PACK, published)
    if found is None:
        return None
    return tuple(
        None if where is None else line[slice(*where)]
        for where in (found.place, found.date_text, found.agency)
    )


@pytest.mark.parametrize(
    ("line", "place", "day", "agency"),
    [
        ("LISBON (AP) — The bridge fell.", "LISBON", None, "AP"),
        ("LISBON (AP) _ The bridge fell.", "LISBON", None, "AP"),
        ("LISBON, Portugal (AP) -- The bridge fell.", "LISBON, Portugal", None, "AP"),
        (
            "ANTALYA, Turkey, March 10 (Reuters) - The bridge fell.",
            "ANTALYA, Turkey",
            "March 10",
            "Reuters",
        ),
        ("March 10 (Reuters) - The bridge fell.", None, "March 10", "Reuters"),
        ("LONDON/PARIS, Jan 3 (Reuters) - The bridge fell.", "LONDON/PARIS", "Jan 3", "Reuters"),
        ("BEIJING --", "BEIJING", None, None),
        ("SALT LAKE CITY — The bridge fell.", "SALT LAKE CITY", None, None),
        ("ST. PAUL, Minn. — The bridge fell.", "ST. PAUL, Minn.", None, None),
        ("OBERAU — The bridge fell.", "OBERAU", None, None),
        (
            "NEW YORK and CHICAGO (December 22, 2013) — The bridge fell.",
            "NEW YORK and CHICAGO",
            "December 22, 2013",
            None,
        ),
        ("Washington (CNN) -- The bridge fell.", "Washington", None, "CNN"),
        ("(CNN) — The bridge fell.", None, None, "CNN"),
        ("(CNN)A court ruled.", None, None, "CNN"),
        ("New York CNN —", "New York", None, "CNN"),
        (
            "LONDON, March 4, 2024 /PRNewswire/ -- The bridge fell.",
            "LONDON",
            "March 4, 2024",
            "PRNewswire",
        ),
        ("TORONTO--(BUSINESS WIRE)--Harrow Ltd fell.", "TORONTO", None, "BUSINESS WIRE"),
        ("Paris, March 4, 2024 (AFP) - The bridge fell.", "Paris", "March 4, 2024", "AFP"),
        ("New Delhi: The bridge fell.", "New Delhi", None, None),
        ("MUMBAI | The bridge fell.", "MUMBAI", None, None),
        ("Quito, 4 mar (EFE).- El puente.", "Quito", "4 mar", "EFE"),
        ("WASHINGTON, D.C. – The bridge fell.", "WASHINGTON, D.C.", None, None),
        ("ABOARD AIR FORCE ONE — The bridge fell.", "ABOARD AIR FORCE ONE", None, None),
        ("ERIE, Pa., March 19 - The bridge fell.", "ERIE, Pa.", "March 19", None),
    ],
)
def test_the_printed_forms_are_read(line, place, day, agency):
    assert read(line) == (place, day, agency)


@pytest.mark.parametrize(
    "line",
    [
        "IN DEPTH — The bridge fell.",
        "WATCH — The bridge fell.",
        "UPDATE: The bridge fell.",
        "NASA - The bridge fell.",
        "Q: Did it fall?",
        "LEE: It fell.",
        "Lee: It fell.",
        "FILE - The bridge before it fell.",
        "TOY MAKERS — The bridge fell.",
        "WINNER OF THE WEEK — The bridge fell.",
        "THE RAIN HAD STOPPED by noon.",
        "The firm (AP) - not the club - said so.",
        "WELL-KNOWN engineers saw it fall.",
        "Lisbon fell silent — and the bridge fell.",
        "",
        "—",
        "LISBON/ - The bridge fell.",
        "LISBON/. The bridge fell.",
    ],
)
def test_look_alikes_are_refused(line):
    assert read(line) is None


def test_the_range_ends_behind_the_dash():
    line = "LISBON, March 4 (Reuters) - The bridge fell."
    assert (
        line[slice(*read_dateline(Stretch(line, 0, len(line)), PACK).range)]
        == "LISBON, March 4 (Reuters) -"
    )


def test_a_year_comes_from_the_text_or_from_the_day_of_publication():
    line = "LISBON, Dec 30 (Reuters) - The bridge fell."
    assert read_dateline(Stretch(line, 0, len(line)), PACK).date is None
    assert read_dateline(Stretch(line, 0, len(line)), PACK, date(2025, 1, 2)).date == date(
        2024, 12, 30
    )
    line = "LISBON, March 4, 2024 (AP) - The bridge fell."
    assert read_dateline(Stretch(line, 0, len(line)), PACK).date == date(2024, 3, 4)


def test_a_weekday_is_the_last_one_up_to_the_day_of_publication():
    line = "LISBON, Monday (AP) - The bridge fell."
    assert read_dateline(Stretch(line, 0, len(line)), PACK).date is None
    assert read_dateline(Stretch(line, 0, len(line)), PACK, date(2024, 3, 6)).date == date(
        2024, 3, 4
    )


def test_a_date_before_the_place_or_in_brackets_is_read():
    for line in (
        "March 4, 2024 – LISBON – The bridge fell.",
        "LISBON, Portugal--(Newsfile Corp. - March 4, 2024) - The bridge fell.",
        "LISBON--(BUSINESS WIRE)--Mar 4, 2024-- The bridge fell.",
    ):
        assert read_dateline(Stretch(line, 0, len(line)), PACK).date == date(2024, 3, 4)


def test_a_callers_own_agency_and_place_count():
    line = "Orlafurt (CNS-Orla) — The bridge fell."
    assert read(line) is None
    wider = PACK.with_words("agencies", ["CNS-Orla"])
    assert read_dateline(Stretch(line, 0, len(line)), wider) is not None
