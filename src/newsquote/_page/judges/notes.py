"""A line -> whether it speaks of the story, of a change in it, or of its author.

In: a line. Out: whether it says what was corrected, advises editors, or tells who an author is.
Why: such lines stand above and below the story and are sentences, but no part of it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Collection

    from newsquote._page.line import Line

__all__ = ["judge_advisory", "judge_biography", "judge_correction"]

_LIFE_CHARS = 220
"""Characters within which a note on an author says what they are or do."""
_MAX_WORDS_BEFORE_TRADE = 7
"""Words within which it names their trade."""
_LIFE_HINTS = (" is ", " was ", " covers", " writes", " reports", " edits", " joined", " has ")
"""Without one of these no line tells that; to look for them first is quicker."""
_TRADES = frozenset(
    {
        "reporter",
        "journalist",
        "correspondent",
        "columnist",
        "editor",
        "writer",
        "photographer",
        "producer",
    }
)
_BEHIND_TRADE = frozenset({"for", "at", "covering", "based", "with", "in", "who"})
_OPENINGS = ("a", "an", "the")
_MARKS = frozenset('"“')

_CORRECTION = Verdict(BlockRole.CORRECTION, Judge.EDITORS_NOTE, Sign.CORRECTED)
_ADVISORY = Verdict(BlockRole.NOTE, Judge.EDITORS_NOTE, Sign.ADVISORY)
_NAMED_AUTHOR = Verdict(BlockRole.NOTE, Judge.BIOGRAPHY, Sign.LIFE_OF_AUTHOR)
_TRADE_AND_HOUSE = Verdict(BlockRole.NOTE, Judge.BIOGRAPHY, Sign.LIFE_OF_JOURNALIST)


@cache
def _amended() -> re.Pattern[str]:
    """A note on a change: "(This March 4 story has been refiled ...", "An earlier version ..."."""
    return re.compile(
        r"[•*(\[\s]*(?:this|an? (?:earlier|previous)|the original)\b[^.\n]{0,50}"
        r"\b(?:story|article|version|report|column|post|headline|item|dispatch|piece|caption)\b"
        r"[^\n]{0,80}?"
        r"\b(?:refiled|corrects?|corrected|amended|clarified|clarifies|misstated|misspelled"
        r"|misspelt|misidentified|incorrectly|wrongly|erroneously)\b",
        re.IGNORECASE,
    )


@cache
def _advisory() -> re.Pattern[str]:
    """An agency's word to editors: "(Adds quotes, details)"."""
    return re.compile(
        r"\((?:Adds|Updates|Recasts|Rewrites|Repeats|Removes|Changes|Writes through"
        r"|New throughout|Releads)\b[^()]*\)$"
    )


@cache
def _life() -> re.Pattern[str]:
    """How a note on an author begins: "Ann Lee is a ... reporter for ...", "Bo Ek covers ..."."""
    return re.compile(
        r"(?P<name>[A-Z][\w.'’-]+(?: [\w.'’-]+){0,2} [A-Z][\w'’-]+),? "
        r"(?:(?P<is>is|was) (?:an?|the|[A-Z][\w’']*['’]s?) (?P<what>[^.!?]{3,120})"
        r"|(?P<does>covers|writes|reports|edits|joined"
        r"|has (?:worked|written|covered|reported))\b)"
    )


def judge_correction(line: Line) -> Verdict | None:
    """Whether a line says what was changed in the story."""
    first = line.first_words.first
    if first not in _OPENINGS and not first.startswith("this"):
        return None
    return _CORRECTION if line.match(_amended()) else None


def judge_advisory(line: Line) -> Verdict | None:
    """Whether a line tells editors what is new."""
    return _ADVISORY if line.match(_advisory()) else None


def judge_biography(line: Line, authors: Collection[str]) -> Verdict | None:
    """Whether a line tells who an author of the story is.

    :param authors: their names, casefolded.
    """
    opening = line.text[:_LIFE_CHARS]
    if not any(map(opening.__contains__, _LIFE_HINTS)):
        return None
    match = _life().match(opening)
    if match is None:
        return None
    if not _MARKS.isdisjoint(line.text):
        return None
    if match["name"].casefold() in authors:
        return _NAMED_AUTHOR
    return _TRADE_AND_HOUSE if match["is"] == "is" and _names_trade(match["what"]) else None


def _names_trade(description: str) -> bool:
    """Whether a description names the trade of journalists, and whom or what they work for."""
    words = [word.strip(",").casefold() for word in description.split()]
    for i, word in enumerate(words[:_MAX_WORDS_BEFORE_TRADE]):
        if word in _TRADES:
            return not _BEHIND_TRADE.isdisjoint(words[i + 1 : i + 3])
    return False
