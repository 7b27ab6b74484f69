"""The text of a date as a date.

In: a string already found to be a date, and perhaps a day near it. Out: a ``date``, or None. Why:
the only place that knows dateparser. The common printed forms are read without it; what is left
goes to dateparser with language and base date given, never prose.
"""

from __future__ import annotations

import datetime
import re
from functools import cache, lru_cache

__all__ = ["read_date", "read_when"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
"""Days named by how far they are from the day of print."""


@cache
def _printed_forms() -> tuple[re.Pattern[str], ...]:
    """Dates whose parts say what they are."""
    month = rf"(?P<month>{_MONTH})"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    year = r"(?:,?\s+(?P<year>\d{4}))?"
    forms = (
        rf"{month}\s+{day}{year}",
        rf"{day}\s+{month}{year}",
        r"(?P<year>\d{4})[-/](?P<month>\d{2})[-/](?P<day>\d{2})",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})",
    )
    return tuple([re.compile(form, re.IGNORECASE) for form in forms])


@cache
def _slashed() -> re.Pattern[str]:
    """Day and month in either order, as Europe and America write them."""
    return re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@cache
def _without_day() -> re.Pattern[str]:
    """A year, or a month and a year: no day, so no date."""
    return re.compile(r"(?:[^\W\d]+\.?,?\s+)?\d{4}")


@cache
def _named_day() -> re.Pattern[str]:
    days = "|".join((*_WEEKDAYS, *_DAYS))
    return re.compile(rf"\b(?P<day>{days})\b", re.IGNORECASE)


@cache
def _days_ago() -> re.Pattern[str]:
    return re.compile(r"\b\w+\s+(?:day|week)s?\s+ago\b", re.IGNORECASE)


@cache
def _dated() -> re.Pattern[str]:
    """A month and a day in prose, with the year where it is there."""
    american = rf"{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?\b"
    british = rf"\b\d{{1,2}}\s+{_MONTH}(?:,?\s+\d{{4}})?"
    return re.compile(rf"{american}|{british}", re.IGNORECASE)


@lru_cache(maxsize=1024)
def read_date(words: str, base: datetime.date | None = None) -> datetime.date | None:
    """The date that a date's text means.

    :param words: the text, such as "March 4, 2024", "4 March", "2024-03-04" or "4.3.2024";
        "03/04/2024" is two dates and gives None.
    :param base: a day near it, from which a missing year is taken; without it a text without year
        gives None.
    """
    stripped = words.strip()
    for form in _printed_forms():
        match = form.fullmatch(stripped)
        if match is not None:
            year, month, day = match.group("year", "month", "day")
            return _nearest_date(year, _month_number(month), int(day), base)
    slashed = _slashed().fullmatch(stripped)
    if slashed is not None:
        first, second, year = map(int, slashed.groups())
        return _either_order(first, second, year)
    return _by_dateparser(words, base)


@lru_cache(maxsize=1024)
def read_when(words: str, base: datetime.date | None = None) -> datetime.date | None:
    """The day that the time of a statement means.

    :param words: the text, already found to be a time: "late on Thursday", "yesterday", "two days
        ago", "on March 4".
    :param base: the day on which it was printed; without it only a date with its year has a day. A
        weekday is the last one up to it, or the next one where "next" stands before it.
    """
    if match := _dated().search(words):
        return read_date(match[0], base)
    if base is None:
        return None
    if match := _named_day().search(words):
        days = _days_from(base, match["day"].casefold(), words.lower())
        return _days_later(base, days)
    if match := _days_ago().search(words):
        return _by_dateparser(match[0], base)
    return None


def _days_from(base: datetime.date, day: str, words: str) -> int:
    """How many days behind the base a named day is."""
    if day in _DAYS:
        return _DAYS[day]
    week = len(_WEEKDAYS)
    back = (base.weekday() - _WEEKDAYS.index(day)) % week
    if words.startswith(("next", "on next")):
        return week - back
    return -back


def _days_later(base: datetime.date, days: int) -> datetime.date | None:
    """A day counted from another; None where the calendar does not go so far.

    The first and the last of its days stand for no day at all in the data of many programs.
    """
    try:
        return base + datetime.timedelta(days)
    except OverflowError:
        return None


def _month_number(month: str) -> int:
    """The number of a month from its number or its name, casefolded: patterns take a long s."""
    if month.isdecimal():
        return int(month)
    abbreviated = month[:3].casefold()
    return _MONTHS.index(abbreviated) + 1


def _nearest_date(
    year: str | None, month: int, day: int, base: datetime.date | None
) -> datetime.date | None:
    """The date of a year, or without one the date of a year near the base that is next to it."""
    if year is not None:
        return _date_of(int(year), month, day)
    if base is None:
        return None
    dates = []
    for near in (base.year - 1, base.year, base.year + 1):
        date = _date_of(near, month, day)
        if date is not None:
            dates.append(date)
    return min(dates, key=lambda date: abs(date - base), default=None)


def _date_of(year: int, month: int, day: int) -> datetime.date | None:
    """A date; None for February 30, which is a date's text and no date."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _either_order(first: int, second: int, year: int) -> datetime.date | None:
    """The date of two numbers and a year, if only one order of them is a date."""
    dates = {_date_of(year, first, second), _date_of(year, second, first)}
    dates.discard(None)
    return dates.pop() if len(dates) == 1 else None


def _by_dateparser(words: str, base: datetime.date | None) -> datetime.date | None:
    if _without_day().fullmatch(words.strip()):
        return None
    if base is None and not re.search(r"\d{4}", words):
        return None
    import dateparser  # noqa: PLC0415 - it costs 200 ms and more, and most articles need none of it

    settings = {"PREFER_DATES_FROM": "past", "RETURN_AS_TIMEZONE_AWARE": False}
    if base is not None:
        settings["RELATIVE_BASE"] = datetime.datetime.combine(base, datetime.time(12))
    try:
        found = dateparser.parse(words, languages=["en"], settings=settings)
    except (ImportError, MemoryError):
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.filename is not None:
            raise  # a file of the library cannot be opened: without it the day would be another
        return None
    return found.date() if found else None
