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

__all__ = ["date_in", "is_stamp", "month_pattern"]

_LONGEST = 160
_FEW = 2
"""So many words of a stamp may be others: the name of a zone or a section."""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+|\d+")


@lru_cache(maxsize=32)
def _stamp_words(pack: LanguagePack) -> frozenset[str]:
    return pack.words("stamp_words") | pack.words("months") | pack.words("weekdays")


@lru_cache(maxsize=32)
def month_pattern(pack: LanguagePack) -> str:
    """The months as a part of a pattern, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, pack.words("months")), key=len, reverse=True)) + r")(?![^\W\d_])\.?"


@lru_cache(maxsize=32)
def _date_pattern(pack: LanguagePack) -> re.Pattern[str]:
    month = month_pattern(pack)
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    forms = (rf"{month}\s*{day},?\s+\d{{4}}", rf"{day}\s+{month},?\s+\d{{4}}", r"\d{4}-\d\d-\d\d")
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(forms)})(?!\d)", re.IGNORECASE)


def is_stamp(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    """Whether a line is a time stamp."""
    if end - start > _LONGEST or not _has_digit(text, start, end):
        return False
    words = _word().findall(text[start:end].casefold())
    known = _stamp_words(pack)
    letters = [word for word in words if not word.isdigit()]
    strange = sum(1 for word in letters if word not in known)
    telling = len(letters) - strange > 0 or _date_pattern(pack).search(text, start, end) is not None or _plain_time(text[start:end])
    return telling and (strange == 0 or (strange <= _FEW and len(words) >= 4 * strange and _opens_as_stamp(words, pack)))


def _opens_as_stamp(words: list[str], pack: LanguagePack) -> bool:
    first = words[0]
    return first in pack.words("stamp_words") or first in pack.words("weekdays") or first in pack.words("months") or first.isdigit()


def _plain_time(line: str) -> bool:
    return re.fullmatch(r"[\d:./,\s-]*\d{1,2}[:./-]\d\d(?:[:./-]\d{2,4})?[\d:./,\s-]*", line) is not None


def _has_digit(text: str, start: int, end: int) -> bool:
    return any(map(str.isdigit, text[start:end]))


def date_in(text: str, start: int, end: int, pack: LanguagePack) -> datetime.date | None:
    """The first date with a year in a line."""
    match = _date_pattern(pack).search(text, start, end)
    return read_date(match.group()) if match else None
