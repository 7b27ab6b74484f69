"""Dates with a year, as they are printed on a page.

In: a stretch of the text. Out: the day that it prints in full, and patterns of months and of full
dates. Why: stamps, datelines, bylines and captions all have dates in the same few forms.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsquote._text.dates import read_date
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    import datetime

    from newsquote._page.line import Stretch
    from newsquote.lang import LanguagePack

__all__ = ["find_printed_date", "full_date_pattern", "month_pattern"]


@kept_by_pack
def month_pattern(pack: LanguagePack) -> str:
    """The months as a part of a pattern, the longest first."""
    months = sorted(map(re.escape, pack.words("months")), key=len, reverse=True)
    return "(?:" + "|".join(months) + r")(?![^\W\d_])\.?"


@kept_by_pack
def full_date_pattern(pack: LanguagePack) -> re.Pattern[str]:
    """A date with its year, in words or in numbers; a time may be glued to the year."""
    month = month_pattern(pack)
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    numbers = r"\d{4}[-/]\d\d[-/]\d\d|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\.\d{1,2}\.\d{4}"
    forms = (rf"{month}\s*{day},?\s+\d{{4}}", rf"{day}\s+{month},?\s+\d{{4}}", numbers)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(forms)})(?!\d(?!\d?:\d\d))", re.IGNORECASE)


def find_printed_date(stretch: Stretch, pack: LanguagePack) -> datetime.date | None:
    """The first date with a year in a line; None where its numbers can be read in two ways."""
    if not any(map(str.isdigit, stretch.text)):
        return None
    match = stretch.search(full_date_pattern(pack))
    return read_date(match.group()) if match else None
