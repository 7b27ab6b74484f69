"""A line -> a time stamp.

In: a line. Out: whether it says when the story was published or changed and little else, and the date in it. Why: stamps stand around the
headline in a hundred forms; they are told by being made of nothing but numbers, months, days and the few words of stamps.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsquote._text.dates import read_date

if TYPE_CHECKING:
    import datetime

    from newsquote.lang import LanguagePack

__all__ = ["date_in", "is_stamp", "month_pattern", "says_what"]

_LONGEST = 160
_FEW, _MORE = 2, 4
"""So many words of a stamp may be others: the name of a zone or a section; more where it says what it is and gives a full date."""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+|\d+")


@lru_cache(maxsize=32)
def _stamp_words(pack: LanguagePack) -> frozenset[str]:
    return pack.words("stamp_words") | pack.words("months") | pack.words("weekdays")


@lru_cache(maxsize=32)
def month_pattern(pack: LanguagePack) -> str:
    """The months as a part of a pattern, the longest first."""
    return (
        "(?:"
        + "|".join(sorted(map(re.escape, pack.words("months")), key=len, reverse=True))
        + r")(?![^\W\d_])\.?"
    )


@lru_cache(maxsize=32)
def _date_pattern(pack: LanguagePack) -> re.Pattern[str]:
    month = month_pattern(pack)
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    numbers = r"\d{4}[-/]\d\d[-/]\d\d|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\.\d{1,2}\.\d{4}"
    forms = (rf"{month}\s*{day},?\s+\d{{4}}", rf"{day}\s+{month},?\s+\d{{4}}", numbers)
    return re.compile(
        rf"(?<![^\W_])(?:{'|'.join(forms)})(?!\d(?!\d?:\d\d))", re.IGNORECASE
    )  # a time may be glued to the year


def is_stamp(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Whether a line is a time stamp."""
    if end - start > _LONGEST or not _has_digit(text, start, end):
        return False
    known = _stamp_words(pack)
    words: list[str] = []
    strange = 0
    for match in _word().finditer(text[start:end].casefold()):
        word = match.group()
        words.append(word)
        if word not in known and not word.isdigit():
            strange += 1
            if strange > _MORE:
                return False
    letters = [word for word in words if not word.isdigit()]
    telling = (
        len(letters) - strange > 0
        or _date_pattern(pack).search(text, start, end) is not None
        or _plain_time(text[start:end])
    )
    if strange == 0 or not telling:
        return telling
    if (
        words[0] in pack.words("stamp_openers")
        and _date_pattern(pack).search(text, start, end) is not None
    ):
        return strange <= _MORE and len(words) >= 3 * strange
    return strange <= _FEW and len(words) >= 4 * strange and _opens_as_stamp(words, pack)


def _opens_as_stamp(words: list[str], pack: LanguagePack) -> bool:
    first = words[0]
    return (
        first in pack.words("stamp_words")
        or first in pack.words("weekdays")
        or first in pack.words("months")
        or first.isdigit()
    )


def _plain_time(line: str) -> bool:
    return (
        re.fullmatch(r"[\d:./,\s-]*\d{1,2}[:./-]\d\d(?:[:./-]\d{2,4})?[\d:./,\s-]*", line)
        is not None
    )


def _has_digit(text: str, start: int, end: int) -> bool:
    return any(map(str.isdigit, text[start:end]))


def says_what(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Whether a stamp opens with what it is the time of: "Published", "Last updated"."""
    first = _word().search(text, start, end)
    return first is not None and first.group().casefold() in pack.words("stamp_openers")


def date_in(text: str, start: int, end: int, pack: LanguagePack) -> datetime.date | None:
    """The first date with a year in a line; None where its numbers can be read in two ways."""
    match = _date_pattern(pack).search(text, start, end) if _has_digit(text, start, end) else None
    return read_date(match.group()) if match else None
