"""The text of a date as a date.

In: a string already found to be a date, and perhaps a day near it. Out: a ``date``, or None. Why: the only place that knows dateparser. The
common printed forms are read without it; what is left goes to dateparser with language and base date given, never prose.
"""

from __future__ import annotations

import datetime
import re
from functools import cache, lru_cache

__all__ = ["read_date", "read_when"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
    forms = (
        rf"{month}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{month}(?:,?\s+(?P<year>\d{{4}}))?",
        r"(?P<year>\d{4})[-/](?P<month>\d{2})[-/](?P<day>\d{2})",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


@cache
def _slashed() -> re.Pattern[str]:
    """Day and month in either order, as Europe and America write them."""
    return re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@cache
def _without_day() -> re.Pattern[str]:
    """A year, or a month and a year: no day, so no date."""
    return re.compile(r"(?:[^\W\d]+\.?,?\s+)?\d{4}")


@lru_cache(maxsize=1024)
def read_date(words: str, base: datetime.date | None = None) -> datetime.date | None:
    """The date that a date's text means.

    :param words: the text, such as "March 4, 2024", "4 March", "2024-03-04" or "4.3.2024"; "03/04/2024" is two dates and gives None.
    :param base: a day near it, from which a missing year is taken; without it a text without year gives None.
    """
    for pattern in _patterns():
        match = pattern.fullmatch(words.strip())
        if match:
            return _plain_date(match["year"], match["month"], match["day"], base)
    slashed = _slashed().fullmatch(words.strip())
    if slashed is not None:
        return _either_order(*map(int, slashed.groups()))
    return _by_dateparser(words, base)


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


@cache
def _when_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    day = r"\b(?P<day>" + "|".join((*_WEEKDAYS, *_DAYS)) + r")\b"
    back = r"\b\w+\s+(?:day|week)s?\s+ago\b"
    month = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
    dated = rf"{month}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?\b|\b\d{{1,2}}\s+{month}(?:,?\s+\d{{4}})?"
    return (
        re.compile(day, re.IGNORECASE),
        re.compile(back, re.IGNORECASE),
        re.compile(dated, re.IGNORECASE),
    )


@lru_cache(maxsize=1024)
def read_when(words: str, base: datetime.date | None = None) -> datetime.date | None:
    """The day that the time of a statement means: "late on Thursday", "yesterday", "two days ago", "on March 4".

    :param words: the text, already found to be a time.
    :param base: the day on which it was printed; without it only a date with its year has a day. A weekday is the last one up to it, or the next one
        where "next" stands before it.
    """
    day, back, dated = _when_patterns()
    if match := dated.search(words):
        return read_date(match[0], base)
    if base is None:
        return None
    if match := day.search(words):
        return base + datetime.timedelta(_days_to(match["day"].lower(), words.lower(), base))
    return _by_dateparser(match[0], base) if (match := back.search(words)) else None


def _days_to(day: str, words: str, base: datetime.date) -> int:
    """How many days behind the base a named day is."""
    if day in _DAYS:
        return _DAYS[day]
    back = (base.weekday() - _WEEKDAYS.index(day)) % 7
    return 7 - back if words.startswith(("next", "on next")) else -back


def _plain_date(
    year: str | None, month: str, day: str, base: datetime.date | None
) -> datetime.date | None:
    number = int(month) if month.isdecimal() else _MONTHS.index(month[:3].lower()) + 1
    if year is None and base is None:
        return None
    years = (
        [int(year)]
        if year is not None
        else [base.year - 1, base.year, base.year + 1]
        if base is not None
        else []
    )
    days = []
    for candidate in years:
        try:
            days.append(datetime.date(candidate, number, int(day)))
        except ValueError:  # February 30 is a date's text and no date
            continue
    return min(days, key=lambda found: abs(found - (base or found)), default=None)


def _either_order(first: int, second: int, year: int) -> datetime.date | None:
    """The date of two numbers and a year, if only one order of them is a date."""
    found = {
        _plain_date(str(year), str(month), str(day), None)
        for day, month in ((first, second), (second, first))
        if 1 <= month <= 12
    }
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def _by_dateparser(words: str, base: datetime.date | None) -> datetime.date | None:
    if _without_day().fullmatch(words.strip()) or (base is None and not re.search(r"\d{4}", words)):
        return None
    import dateparser  # noqa: PLC0415 - it costs 200 ms and more, and most articles need none of it

    settings = {"PREFER_DATES_FROM": "past", "RETURN_AS_TIMEZONE_AWARE": False}
    if base is not None:
        settings["RELATIVE_BASE"] = datetime.datetime.combine(base, datetime.time(12))
    try:
        found = dateparser.parse(words, languages=["en"], settings=settings)
    except Exception:  # noqa: BLE001 - whatever a date library raises on odd digits, reading a text never does
        return None
    return found.date() if found else None
