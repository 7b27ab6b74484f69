"""A line -> a time stamp.

In: a line. Out: whether it says when the story was published or changed, and little else. Why:
stamps stand around the headline in a hundred forms; they are told by being made of nothing but
numbers, months, days and the few words of stamps.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.printed_dates import full_date_pattern
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote.kinds import BlockRole
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._page.line import Stretch
    from newsquote.lang import LanguagePack

__all__ = ["judge_stamp", "says_what_it_stamps"]

_MAX_STAMP_CHARS = 160
_MAX_OTHER_WORDS = 2
"""Words of a stamp that may be others: the name of a zone or of a section."""
_MAX_OTHER_WORDS_IF_ANNOUNCED = 4
"""The same where the stamp says what it is and gives a full date."""
_WORDS_AN_OTHER_WORD = 4
"""Words that a stamp has for each of the others, at least."""
_WORDS_AN_OTHER_WORD_IF_ANNOUNCED = 3

_STAMP_WORDS_ALONE = Verdict(BlockRole.TIMESTAMP, Judge.STAMP, Sign.STAMP_WORDS_ALONE)
_ANNOUNCED_DATE = Verdict(BlockRole.TIMESTAMP, Judge.STAMP, Sign.ANNOUNCED_DATE)
_FEW_OTHER_WORDS = Verdict(BlockRole.TIMESTAMP, Judge.STAMP, Sign.FEW_OTHER_WORDS)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+|\d+")


@cache
def _bare_time() -> re.Pattern[str]:
    return re.compile(r"[\d:./,\s-]*\d{1,2}[:./-]\d\d(?:[:./-]\d{2,4})?[\d:./,\s-]*")


@kept_by_pack
def _stamp_words(pack: LanguagePack) -> frozenset[str]:
    return pack.words("stamp_words") | pack.words("months") | pack.words("weekdays")


class _StampWords(NamedTuple):
    words: list[str]
    others: int
    """How many of them are neither numbers nor words of stamps."""

    @property
    def has_stamp_word(self) -> bool:
        letters = sum(1 for word in self.words if not word.isdigit())
        return letters > self.others


def judge_stamp(line: Stretch, pack: LanguagePack) -> Verdict | None:
    """Whether a line is a time stamp."""
    found = _read_stamp_words(line, pack)
    if found is None:
        return None
    full_date = line.search(full_date_pattern(pack)) is not None
    if not (found.has_stamp_word or full_date or _bare_time().fullmatch(line.text)):
        return None
    if found.others == 0:
        return _STAMP_WORDS_ALONE
    count = len(found.words)
    if full_date and found.words[0] in pack.words("stamp_openers"):
        enough = count >= _WORDS_AN_OTHER_WORD_IF_ANNOUNCED * found.others
        return _ANNOUNCED_DATE if enough else None
    if found.others > _MAX_OTHER_WORDS:
        return None
    if count < _WORDS_AN_OTHER_WORD * found.others:
        return None
    return _FEW_OTHER_WORDS if _opens_as_stamp(found.words[0], pack) else None


def _read_stamp_words(line: Stretch, pack: LanguagePack) -> _StampWords | None:
    """The words of a line that may be a stamp; None if it is too long or has too many others."""
    text = line.text
    if len(text) > _MAX_STAMP_CHARS:
        return None
    if not any(map(str.isdigit, text)):
        return None
    known = _stamp_words(pack)
    words: list[str] = []
    others = 0
    for word in _word().findall(text.casefold()):
        words.append(word)
        if word not in known and not word.isdigit():
            others += 1
            if others > _MAX_OTHER_WORDS_IF_ANNOUNCED:
                return None
    return _StampWords(words, others)


def _opens_as_stamp(first: str, pack: LanguagePack) -> bool:
    return first in _stamp_words(pack) or first.isdigit()


def says_what_it_stamps(line: Stretch, pack: LanguagePack) -> bool:
    """Whether a stamp opens with what it is the time of: "Published", "Last updated"."""
    first = line.search(_word())
    return first is not None and first.group().casefold() in pack.words("stamp_openers")
