"""A line -> the part of it that lists people.

In: a line that may be a byline. Out: the same without the date and time before or behind the names,
and without the word with which it goes on below. Why: stamps stand on either side of names, and a
narrow column breaks a list behind "and".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page.bylines.pieces import EDGE_SIGNS, stamp_start
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._page.line import Stretch
    from newsquote.lang import LanguagePack

__all__ = ["find_stamp_end", "goes_on_below", "without_stamps", "without_tail"]

_CONJUNCTION_CHARS = 20
"""Characters at the end of a line in which "and" stands."""
_MAX_STAMP_WORDS = 14
"""Words of a stamp before names."""


@cache
def _word() -> re.Pattern[str]:
    """A word; one that is glued to a number is another: "2024by"."""
    return re.compile(r"\d[\d:.,/-]*(?:am|pm|st|nd|rd|th)?(?=[A-Za-z]{2})|\S+")


@cache
def _conjunction_at_end() -> re.Pattern[str]:
    return re.compile(r"(?:,|(?:,\s*|\s+)(?i:and|at|on|with)|\s*&)\s*$")


@kept_by_pack
def _stamp_words(pack: LanguagePack) -> frozenset[str]:
    words = pack.words("stamp_words") | pack.words("months") | pack.words("weekdays")
    return words - {"by"}


def find_stamp_end(line: Stretch, pack: LanguagePack) -> int | None:
    """Where something else begins behind the date or time with which a line opens."""
    if not any(map(str.isdigit, line.text)):
        return None
    known, has_number = _stamp_words(pack), False
    words = _word().finditer(line.full_text, line.start, line.end)
    for count, match in enumerate(words):
        word = match.group()
        bare = word.strip(EDGE_SIGNS).replace(".", "").casefold()
        if word[0].isdigit() or bare[:1].isdigit():
            has_number = True
        elif bare and bare not in known:
            return match.start() if has_number else None
        if count > _MAX_STAMP_WORDS:
            return None
    return None


def without_tail(line: Stretch, pack: LanguagePack) -> Stretch:
    """A line without the date or time behind its names, and without the "and" at its end."""
    stamp = stamp_start(line.full_text, line.start + 1, line.end, pack)
    kept = line.full_text[line.start : line.end if stamp is None else stamp]
    if stamp is not None:
        kept = kept.rstrip(EDGE_SIGNS)
    ending = _conjunction_at_end().search(kept, max(0, len(kept) - _CONJUNCTION_CHARS))
    length = len(kept) if ending is None else ending.start()
    return line.between(line.start, line.start + length)


def without_stamps(line: Stretch, pack: LanguagePack) -> Stretch:
    """A line without dates and times on either side of its names."""
    begin = find_stamp_end(line, pack)
    return without_tail(line if begin is None else line.between(begin, line.end), pack)


def goes_on_below(line: Stretch) -> bool:
    """Whether a list of names goes on in the line below: it ends with "and" or a comma."""
    text = line.full_text[max(line.start, line.end - _CONJUNCTION_CHARS) : line.end]
    return _conjunction_at_end().search(text) is not None
