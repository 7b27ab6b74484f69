"""The text of a date as a date."""

import sys
from datetime import date

import pytest

from newsquote._text.dates import read_date, read_when

BASE = date(2024, 3, 10)


@pytest.fixture
def without_dateparser(monkeypatch):
    """Whoever imports dateparser fails."""
    monkeypatch.setitem(sys.modules, "dateparser", None)
    read_date.cache_clear()
    yield
    read_date.cache_clear()


@pytest.mark.usefixtures("without_dateparser")
class TestPrintedForms:
    @pytest.mark.parametrize(
        "words",
        [
            "March 4, 2024",
            "March 4 2024",
            "March 4th, 2024",
            "Mar. 4, 2024",
            "MARCH 4, 2024",
            "mar 4, 2024",
            "4 March 2024",
            "4 March, 2024",
            "4th March 2024",
            "04 Mar 2024",
            "2024-03-04",
            "2024/03/04",
            "4.3.2024",
            "04.03.2024",
            "  March 4, 2024\n",
            "March\u00a04, 2024",
        ],
    )
    def test_a_common_form_is_read_without_dateparser(self, words):
        assert read_date(words) == date(2024, 3, 4)
        assert read_date(words, date(1999, 1, 1)) == date(2024, 3, 4)

    @pytest.mark.parametrize("words", ["30/04/2024", "04/30/2024"])
    def test_numbers_that_are_one_date_are_read_in_either_order(self, words):
        assert read_date(words) == date(2024, 4, 30)

    @pytest.mark.parametrize("words", ["03/04/2024", "31/31/2024", "30/02/2024", "00/00/2024"])
    def test_numbers_that_are_two_dates_or_none_are_not(self, words):
        assert read_date(words) is None

    def test_numbers_that_are_the_same_are_one_date(self):
        assert read_date("05/05/2024") == date(2024, 5, 5)

    @pytest.mark.parametrize(
        ("words", "month"),
        [
            ("Jan. 2", 1), ("February 2", 2), ("Apr 2", 4), ("May 2", 5), ("June 2", 6), ("July 2nd", 7),
            ("Aug. 2", 8), ("Sept. 2", 9), ("2 September", 9), ("Oct. 2", 10), ("2 Nov", 11), ("Dec. 2", 12),
        ],
    )  # fmt: skip
    def test_every_month_is_read(self, words, month):
        assert read_date(words, date(2024, 6, 30)) == date(2024, month, 2)

    @pytest.mark.parametrize(
        ("words", "base", "expected"),
        [
            ("March 4", BASE, date(2024, 3, 4)),
            ("March 20", BASE, date(2024, 3, 20)),
            ("4 March", BASE, date(2024, 3, 4)),
            ("Dec. 30", date(2024, 1, 2), date(2023, 12, 30)),
            ("Jan. 2", date(2023, 12, 30), date(2024, 1, 2)),
            ("Feb. 29", date(2024, 3, 1), date(2024, 2, 29)),
            ("Dec. 31", date(9999, 12, 30), date(9999, 12, 31)),
            ("Jan. 1", date(1, 1, 2), date(1, 1, 1)),
        ],
    )
    def test_a_missing_year_is_that_of_the_nearest_such_day(self, words, base, expected):
        assert read_date(words, base) == expected

    @pytest.mark.parametrize("words", ["March 4", "4 March", "Sept. 3", "Monday", "yesterday", ""])
    def test_without_year_and_base_there_is_no_date(self, words):
        assert read_date(words) is None

    @pytest.mark.parametrize(
        "words",
        [
            "February 30, 2024",
            "Feb. 29, 2023",
            "31 April 2024",
            "March 0, 2024",
            "March 99, 2024",
            "2024-13-01",
            "2024-02-30",
            "0000-01-01",
        ],
    )
    def test_an_impossible_date_is_none(self, words):
        assert read_date(words) is None
        assert read_date(words, BASE) is None

    @pytest.mark.parametrize("words", ["February 30", "31 April", "Feb. 29"])
    def test_an_impossible_day_without_year_is_none(self, words):
        assert read_date(words, date(2022, 3, 1)) is None


@pytest.mark.parametrize(
    ("words", "base", "expected"),
    [
        ("Monday, March 4, 2024", None, date(2024, 3, 4)),
        ("Monday", date(2024, 3, 6), date(2024, 3, 4)),
        ("yesterday", BASE, date(2024, 3, 9)),
    ],
)
def test_other_forms_go_to_dateparser(words, base, expected):
    assert read_date(words, base) == expected


@pytest.mark.parametrize("base", [None, BASE])
@pytest.mark.parametrize("words", ["March 2024", "2024"])
def test_a_text_without_a_day_is_no_date(words, base):
    assert read_date(words, base) is None


@pytest.mark.usefixtures("without_dateparser")
def test_other_forms_do_need_dateparser():
    with pytest.raises(ImportError):
        read_date("yesterday", BASE)


@pytest.mark.parametrize(
    "words", ["the tide of 2024x", "9999-99-99 99:99", "٣٣٣٣ ٩٩ ٩٩", "2024" * 50]
)
def test_what_is_no_date_is_none_and_raises_nothing(words):
    assert read_date(words, BASE) is None


def test_whatever_dateparser_raises_there_is_no_date(monkeypatch):
    import dateparser  # noqa: PLC0415 - only this test needs it

    def fail(*_args, **_settings):
        raise OverflowError

    monkeypatch.setattr(dateparser, "parse", fail)
    read_date.cache_clear()
    assert read_date("the day before", BASE) is None
    read_date.cache_clear()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Thursday", "2024-03-07"),
        ("late on Monday", "2024-03-04"),
        ("Friday", "2024-03-08"),
        ("Saturday night", "2024-03-02"),
        ("next Monday", "2024-03-11"),
        ("yesterday", "2024-03-07"),
        ("tonight", "2024-03-08"),
        ("tomorrow morning", "2024-03-09"),
        ("two days ago", "2024-03-06"),
        ("a week ago", "2024-03-01"),
        ("10 days ago", "2024-02-27"),
        ("on March 4", "2024-03-04"),
        ("late on Monday, March 4, 2024", "2024-03-04"),
        ("on 4 March 2023", "2023-03-04"),
    ],
)
def test_the_time_of_a_statement_is_a_day_near_that_of_print(words, day):
    assert read_when(words, date(2024, 3, 8)) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "words",
    ["Two days earlier", "last week", "in May", "at noon", "the day before", "in 2016", "later"],
)
def test_a_time_that_tells_no_day_has_none(words):
    assert read_when(words, date(2024, 3, 8)) is None


def test_without_a_day_of_print_only_a_whole_date_is_a_day():
    assert read_when("on Thursday") is None
    assert read_when("on March 4") is None
    assert read_when("on March 4, 2024") == date(2024, 3, 4)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("1/25/2024", date(2024, 1, 25)),
        ("25/1/2024", date(2024, 1, 25)),
        ("12/25/2024", date(2024, 12, 25)),
        ("25/12/2024", date(2024, 12, 25)),
        ("13/25/2024", None),
        ("0/25/2024", None),
        ("13/13/2024", None),
        ("12/12/2024", date(2024, 12, 12)),
    ],
)
def test_of_two_numbers_the_one_that_can_be_a_month_is_it(words, expected):
    assert read_date(words) == expected


@pytest.mark.parametrize(
    ("words", "day"),
    [("today", 6), ("tonight", 6), ("yesterday", 5), ("tomorrow", 7), ("late on today", 6)],
)
def test_days_that_are_named_by_their_distance(words, day):
    assert read_when(words, date(2024, 3, 6)) == date(2024, 3, day)


def test_a_long_s_is_read_as_the_patterns_take_it():
    """An old printed form: "ſ" is an "s" where letters are compared without their case."""
    assert read_date("ſept. 4, 2024") == date(2024, 9, 4)
    assert read_when("on ſunday", date(2024, 1, 1)) == date(2023, 12, 31)


class TestTheEndsOfTheCalendar:
    """Day 1 of year 1 is what .NET and Go write where there is no day."""

    @pytest.mark.parametrize(
        ("words", "base", "day"),
        [
            ("on Thursday", date.min, None),
            ("on Monday", date.min, date.min),
            ("yesterday", date.min, None),
            ("yesterday", date(1, 1, 2), date.min),
            ("tomorrow", date.max, None),
            ("tomorrow", date(9999, 12, 30), date.max),
            ("next Friday", date.max, None),
            ("next Friday", date.min, date(1, 1, 5)),
            ("two days ago", date.min, None),
            ("on March 4", date.min, date(1, 3, 4)),
            ("on January 3", date.max, date(9999, 1, 3)),
        ],
    )
    def test_a_day_outside_of_it_is_no_day(self, words, base, day):
        assert read_when(words, base) == day


@pytest.mark.parametrize(
    ("raised", "is_told"),
    [
        (OverflowError(), False),
        (OSError(75, "too large for a time"), False),
        (OSError(24, "Too many open files", "en.py"), True),
        (MemoryError(), True),
        (ImportError(), True),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_a_library_that_cannot_be_read_is_no_odd_date(monkeypatch, raised, is_told):
    import dateparser  # noqa: PLC0415 - it is slow to load

    def fail(*_, **__):
        raise raised

    monkeypatch.setattr(dateparser, "parse", fail)
    read_date.cache_clear()
    if is_told:
        with pytest.raises(type(raised)):
            read_date("the 4th of a month in 2024")
    else:
        assert read_date("the 4th of a month in 2024") is None
