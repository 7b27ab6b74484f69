"""A line -> whether it speaks of the story, of a change in it, or of its author.

In: a line, or the lines below the story. Out: whether it says what was corrected, advises editors,
or tells who an author is. Why: such lines stand above and below the story and are sentences, but no
part of it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page.phrases import listed_phrases
from newsquote._page.rulings import Ruling
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from newsquote._page.line import Line
    from newsquote._page.phrases import Phrases
    from newsquote.lang import LanguagePack

__all__ = ["judge_advisory", "judge_biography", "judge_correction", "judge_desk_notes"]

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
_OPENINGS = frozenset({"a", "an", "the", "due", "because", "owing"})
_LABELS = frozenset(
    {"correction", "corrections", "clarification", "clarifications", "update", "updated"}
)
_CHANGED_NAMES = frozenset({"name", "names", "some", "the", "not", "all", "his", "her", "their"})
_BOOK_WORDS = ("author of ", "co-author of ", "editor of ", "a co-author of ", "an author of ")
_MAX_HEADER_WORDS = 12
_MAX_CHANGED_NAMES_WORDS = 25
_MAX_DESK_HEADING_WORDS = 9
_MARKS = frozenset('"“')
_MAY_BE_DESKS = frozenset(
    {None, BlockRole.NOTE, BlockRole.BYLINE, BlockRole.NAVIGATION, BlockRole.CAPTION}
)
"""What a line below the desk's heading may be taken for by its own words."""

_CORRECTION = Verdict(BlockRole.CORRECTION, Judge.EDITORS_NOTE, Sign.CORRECTED)
_ADVISORY = Verdict(BlockRole.NOTE, Judge.EDITORS_NOTE, Sign.ADVISORY)
_CHANGED_NAME = Verdict(BlockRole.NOTE, Judge.EDITORS_NOTE, Sign.ADVISORY)
_DESK_NOTE = Verdict(BlockRole.NOTE, Judge.DESK_HEADING, Sign.BELOW_DESK_HEADING)
_NAMED_AUTHOR = Verdict(BlockRole.NOTE, Judge.BIOGRAPHY, Sign.LIFE_OF_AUTHOR)
_TRADE_AND_HOUSE = Verdict(BlockRole.NOTE, Judge.BIOGRAPHY, Sign.LIFE_OF_JOURNALIST)


@cache
def _amended() -> re.Pattern[str]:
    """A note on a change: "(This March 4 story has been refiled ...", "An earlier version ..."."""
    return re.compile(
        r"[•*(\[\s]*"
        r"(?:(?:due to|because of|owing to) an? (?:editing |production |reporting )?error, )?"
        r"(?:this|an? (?:earlier|previous)|the original)\b[^.\n]{0,50}"
        r"\b(?:story|article|version|report|column|post|headline|item|dispatch|piece|caption)\b"
        r"[^\n]{0,80}?"
        r"\b(?:refiled|corrects?|corrected|amended|clarified|clarifies|misstated|misspelled"
        r"|misspelt|misidentified|incorrectly|wrongly|erroneously|gave an? (?:wrong|incorrect))\b",
        re.IGNORECASE,
    )


@cache
def _labelled() -> re.Pattern[str]:
    """A correction behind a label: "Correction (March 5): ...", "UPDATE: This story ..."."""
    when = r"(?:\s*\([^()\n]{1,40}\)|,?\s+[^:.\n]{0,30}\d[^:.\n]{0,30})?"
    return re.compile(
        r"[•*(\[\s]*(?:"
        r"(?:corrections?|clarifications?)(?:\s*(?:&|and)\s*(?:corrections?|clarifications?))?"
        rf"{when}\s*(?::|\s[-–—]\s|—)"
        rf"|updated?{when}\s*(?::|\s[-–—]\s|—)\s*this (?:story|article|report|post|piece)\b)",
        re.IGNORECASE,
    )


@cache
def _changed_names() -> re.Pattern[str]:
    """A note that people have other names: "*Names have been changed", "*Not her real name"."""
    return re.compile(
        r"[*•†(\[\s]*(?:(?:(?:some|the|all|his|her|their)\s+)?names?\b[^.\n]{0,60}?"
        r"\s(?:has|have|had)\s+been\s+changed\b|not (?:his|her|their) real names?\b"
        r"|(?<=[*†(])\s?names?\s+changed\b)",
        re.IGNORECASE,
    )


@cache
def _advisory() -> re.Pattern[str]:
    """An agency's word to editors: "(Adds quotes, details)"."""
    return re.compile(
        r"(?:eds|EDS|Eds)\.?:\s"
        r"|\((?:Adds|Updates|Recasts|Rewrites|Repeats|Removes|Changes|Writes through"
        r"|New throughout|Releads)\b[^()]*\)$"
    )


@cache
def _wire_header() -> re.Pattern[str]:
    """What a wire prints above its copy: the number of the story, its slug, which version it is."""
    return re.compile(
        r"[a-z]{1,4}\d{3,5}(?=(?:\s+[\w-]{1,8})*?\s+\d)(?:\s+[\w-]{1,8}){2,9}"
        r"|[A-Z][\w.-]*(?:/[\w.-]+)*/"
        r"|BC-[\w'-]+(?:,\s?.{1,60})?"
        r"|(?i:\d(?:st|nd|rd|th)\s(?:lead|ld)\b.{0,40}|lead-writethru)"
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
    if first in _LABELS:
        return _CORRECTION if line.match(_labelled()) else None
    if first not in _OPENINGS and not first.startswith("this"):
        return None
    return _CORRECTION if line.match(_amended()) else None


def judge_advisory(line: Line) -> Verdict | None:
    """Whether a line tells editors what is new, or readers that names are changed."""
    if line.match(_advisory()):
        return _ADVISORY
    if line.word_count <= _MAX_HEADER_WORDS and _wire_header().fullmatch(line.text):
        return _ADVISORY
    if line.first_words.first not in _CHANGED_NAMES or line.word_count > _MAX_CHANGED_NAMES_WORDS:
        return None
    return _CHANGED_NAME if line.match(_changed_names()) else None


def judge_desk_notes(lines: Sequence[Line], pack: LanguagePack) -> Iterator[Ruling]:
    """The lines from the heading of what is for editors only to the end of the page.

    :param lines: those below the first paragraph.
    """
    headings = listed_phrases(pack, "desk_headings")
    below = False
    for line in lines:
        below = below or _is_desk_heading(line, headings)
        if below and line.role in _MAY_BE_DESKS:
            yield Ruling(line, _DESK_NOTE)


def _is_desk_heading(line: Line, headings: Phrases) -> bool:
    if line.word_count > _MAX_DESK_HEADING_WORDS or line.role not in _MAY_BE_DESKS:
        return False
    value = headings.value_of_whole(line.first_words)
    return value is not None and (value != "marked" or line.text[0] == "#")


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
    is_author = match["name"].casefold() in authors
    if not _MARKS.isdisjoint(line.text):
        wrote = is_author and (match["what"] or "").startswith(_BOOK_WORDS)
        return _NAMED_AUTHOR if wrote else None
    if is_author:
        return _NAMED_AUTHOR
    return _TRADE_AND_HOUSE if match["is"] == "is" and _names_trade(match["what"]) else None


def _names_trade(description: str) -> bool:
    """Whether a description names the trade of journalists, and whom or what they work for."""
    words = [word.strip(",").casefold() for word in description.split()]
    for i, word in enumerate(words[:_MAX_WORDS_BEFORE_TRADE]):
        if word in _TRADES:
            return not _BEHIND_TRADE.isdisjoint(words[i + 1 : i + 3])
    return False
