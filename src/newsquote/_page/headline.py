"""The headline's line -> its parts.

In: the line that is the headline. Out: its parts: the kicker before it and the outlet's name behind
it are cut off. Why: a label in capitals is the desk's mark, and the name of the paper its own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.phrases import house_names, listed_phrases
from newsquote._page.records import HeadlineRecord
from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    from newsquote._page.line import Stretch
    from newsquote.lang import LanguagePack

__all__ = ["read_headline"]

_MAX_KICKER_CHARS = 60
"""Characters in which the labels before a headline stand."""
_MAX_OUTLET_CHARS = 120
"""Characters in which sections and the outlet behind a headline stand."""
_MAX_SECTION_WORDS = 2


class _BehindKicker(NamedTuple):
    """Where a headline begins, where its own words do, and the labels before these."""

    begin: int
    words: int
    kicker: Chars | None


def read_headline(line: Stretch, pack: LanguagePack) -> HeadlineRecord:
    """The headline of a line, without the desk's mark before it and the outlet behind it."""
    begin, words, kicker = _cut_kicker(line, pack)
    end = _outlet_start(line.between(begin, line.end), pack)
    return HeadlineRecord(range=Chars(begin, end), words=words, kicker=kicker)


@cache
def _kicker_sign() -> re.Pattern[str]:
    return re.compile(r"\s*[:|•·]\s*|\s*[–—]\s*|\s+-\s+|-(?=\S)")


@cache
def _outlet_sign() -> re.Pattern[str]:
    return re.compile(r"\s+[|–—·•-]\s+|\s+:\s+")


def _cut_kicker(line: Stretch, pack: LanguagePack) -> _BehindKicker:
    """Where a headline begins behind the labels that stand before it.

    A label in capitals, or behind a bar, is the desk's or the section's mark and no part of the
    headline; "Factbox: ..." is printed as part of it.
    """
    kickers = listed_phrases(pack, "kickers")
    begin = words = line.start
    kicker = None
    end = min(line.end, line.start + _MAX_KICKER_CHARS)
    for sign in _kicker_sign().finditer(line.full_text, line.start, end):
        label = line.between(words, sign.start())
        found = kickers.at_start(label.first_words)
        capitals = label.text.isupper()
        if found is None or found.word_count != len(label.first_words.words):
            continue
        if sign.group() == "-" and not capitals:
            continue
        mark = capitals or "|" in sign.group()
        several_words = len(line.full_text[sign.end() : line.end].split()) > 1
        if not several_words or not (mark or found.value):
            continue
        if mark and begin == words:
            begin = sign.end()
        words = sign.end()
        kicker = Chars(line.start, sign.start())
    return _BehindKicker(begin, words, kicker)


def _outlet_start(line: Stretch, pack: LanguagePack) -> int:
    """Where the headline's own words end: before " | Outlet", " | Section | Outlet"."""
    text, end = line.full_text, line.end
    first = max(line.start, end - _MAX_OUTLET_CHARS)
    signs = list(_outlet_sign().finditer(text, first, end))
    if not signs:
        return end
    name = text[signs[-1].end() : end]
    if name.casefold() not in house_names(pack) or not name[0].isupper():
        return end
    stop = signs[-1].start()
    for sign in signs[-2::-1]:  # sections between the headline and the outlet
        section = text[sign.end() : stop].split()
        if "|" not in sign.group() or len(section) > _MAX_SECTION_WORDS:
            break
        stop = sign.start()
    return stop if stop > line.start else end
