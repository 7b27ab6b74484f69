"""A line -> whether it is a button, a menu or another piece of the site.

In: a line. Out: its role, where its own words are listed, or where it has no words at all. Why:
what a site prints around its stories is much the same on all of them, and told by its first words.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newsquote._page.phrases import listed_phrases
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._text.ranges import Chars
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from newsquote._page.line import Line
    from newsquote.lang import LanguagePack

__all__ = [
    "MAX_FURNITURE_WORDS",
    "MAX_NOTE_WORDS",
    "judge_address",
    "judge_listed",
    "judge_without_words",
]

MAX_FURNITURE_WORDS = 45
"""Words of furniture that is told by its first words."""
MAX_NOTE_WORDS = 160
"""Words of a correction or a note, which may be long."""
_NOTES = frozenset({BlockRole.CORRECTION, BlockRole.NOTE})
_ADDRESS_STARTS = frozenset({"http", "https", "www"})
_MARKS = frozenset("'‘’“”\"")

_SIGNS_ALONE = Verdict(BlockRole.OTHER, Judge.WITHOUT_WORDS, Sign.SIGNS_ALONE)
_ADDRESS = Verdict(BlockRole.NAVIGATION, Judge.ADDRESS, Sign.WEB_ADDRESS)


@lru_cache(maxsize=64)
def _listed(role: str, sign: Sign) -> Verdict:
    """The verdict of a list; the lists name few roles."""
    return Verdict(BlockRole(role), Judge.LISTED_PHRASE, sign)


def judge_without_words(line: Line) -> Verdict | None:
    """Whether a line without words is a rule or an ornament: quotation marks are the story's."""
    return _SIGNS_ALONE if _MARKS.isdisjoint(line.text) else None


def judge_listed(line: Line, pack: LanguagePack) -> Verdict | None:
    """Whether a line is, or opens with, a phrase that is listed as furniture."""
    first_words = line.first_words
    if not line.has_bullet:
        role = listed_phrases(pack, "furniture_lines").value_of_whole(first_words)
        if role is not None:
            return _listed(role, Sign.LISTED_LINE).told_at(line.chars)
    found = listed_phrases(pack, "furniture_starts").at_start(first_words)
    if found is None or not found.value:
        return None
    verdict = _listed(found.value, Sign.LISTED_START)
    most = MAX_NOTE_WORDS if verdict.role in _NOTES else MAX_FURNITURE_WORDS
    if line.word_count > most:
        return None
    return verdict.told_at(Chars(line.start, found.end))


def judge_address(line: Line) -> Verdict | None:
    """Whether a line is nothing but an address on the web."""
    alone = line.word_count == 1 and line.first_words.first in _ADDRESS_STARTS
    return _ADDRESS if alone else None
