"""The lines of a page -> where the running text begins, and where readers comment on it.

In: the lines of a page, those that their own words tell with a verdict. Out: the line with which
the running text seems to begin; whether a line opens readers' comments. Why: the headline and the
byline are looked for above the first paragraph that others follow; how far the story reaches is
known once all lines have been weighed together.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.dateline import read_dateline
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.line import Line
    from newsquote.lang import LanguagePack

__all__ = ["StoryLines", "find_comments", "find_lead", "names_commentator", "opens_comments"]

_TOP_LINES = 300
"""Lines in which the beginning of the story is looked for."""
_TOP_LINES_OF_DATELINE = 20
"""Lines in which a dateline, or a standfirst before it, may stand."""
_MIN_LEAD_WORDS = 12
_MIN_LEAD_WORDS_IF_ASKING = 25
"""Words of a lead that ends with a question or an exclamation."""
_MAX_STANDFIRST_WORDS = 60
_LINES_BEHIND_LEAD, _PARAGRAPHS_BEHIND_LEAD = 6, 3
"""Lines without a verdict that are looked at behind a lead, and how many of them."""
_MIN_PROSE_BEHIND_LEAD = 2
"""Paragraphs among these."""
_LINES_BEHIND_STANDFIRST = 8
"""Lines in which a byline or a stamp parts a standfirst from the story."""
_LINES_TO_SECOND_SENTENCE = 4
"""Lines within which one more sentence may stand before the byline."""
_ABOUT_STORY = frozenset({BlockRole.TIMESTAMP, BlockRole.BYLINE})

_MAX_COMMENTS_HEADING_WORDS = 16
_MAX_COMMENTATOR_WORDS = 5
_LINES_TO_COMMENT = 4
"""Lines below the heading of comments in which somebody comments."""


class StoryLines(NamedTuple):
    """Which lines of a page are its story."""

    lead: int
    """The line with which the running text begins."""
    last: int
    """The line behind its last paragraph."""
    end: int
    """The line behind all that is its own."""


@cache
def _comments_heading() -> re.Pattern[str]:
    """The line above the readers' comments."""
    return re.compile(
        r"\d[\d,.]* (?:comments?|responses?|replies|thoughts?)\b"
        r"|(?:leave|post|write|add) a (?:reply|comment)\b|comments? \(\d",
        re.IGNORECASE,
    )


@cache
def _commentator() -> re.Pattern[str]:
    """The line above one comment: "dana1 says:"."""
    return re.compile(r"\S+(?: \S+){0,3} (?:says|said|wrote)\s?:?$")


def find_lead(lines: Sequence[Line], pack: LanguagePack, begin: int = 0) -> int:
    """Where the running text begins, from line ``begin`` on.

    At a dateline, else at the first paragraph that others follow, else at any; behind all lines
    where there is none.
    """
    first = None
    for i, line in enumerate(lines[begin:_TOP_LINES], begin):
        if line.role is not None:
            continue
        if i < _TOP_LINES_OF_DATELINE and read_dateline(line, pack) is not None:
            return i
        if not _may_be_lead(line) or _is_standfirst(lines, i):
            continue
        if first is None:
            first = i
        if _is_followed_by_prose(lines, i):
            with_furniture = any(other.role is not None for other in lines[first:i])
            return i if with_furniture else first  # boxes without furniture are the story's
    if first is not None:
        return first
    prose = (
        i
        for i, line in enumerate(lines[begin:_TOP_LINES], begin)
        if line.role is None and line.is_prose
    )
    return next(prose, len(lines))


def _may_be_lead(line: Line) -> bool:
    if not line.is_prose:
        return False
    if line.word_count < _MIN_LEAD_WORDS:
        return False
    return line.text[-1] not in "?!" or line.word_count >= _MIN_LEAD_WORDS_IF_ASKING


def _is_followed_by_prose(lines: Sequence[Line], i: int) -> bool:
    """Whether most of the next lines without a verdict are paragraphs."""
    begin = i + 1
    behind = lines[begin : begin + _LINES_BEHIND_LEAD]
    unjudged = [line for line in behind if line.role is None]
    following = unjudged[:_PARAGRAPHS_BEHIND_LEAD]
    prose = sum(1 for line in following if line.is_prose)
    return prose >= min(_MIN_PROSE_BEHIND_LEAD, len(following))


def _is_standfirst(lines: Sequence[Line], i: int) -> bool:
    """Whether a byline or a stamp stands right below a paragraph, or before the next one."""
    if i >= _TOP_LINES_OF_DATELINE:
        return False
    if lines[i].word_count > _MAX_STANDFIRST_WORDS:
        return False
    sentences = 0
    for distance, line in enumerate(lines[i + 1 : i + 1 + _LINES_BEHIND_STANDFIRST]):
        if line.role in _ABOUT_STORY and any(map(str.isalpha, line.text)):
            return True  # a bare time is an entry's
        sentences += line.role is None and line.is_prose
        far = distance >= _LINES_TO_SECOND_SENTENCE
        if sentences > 1 or (sentences and far):
            return False
    return False


def find_comments(lines: Sequence[Line], lead: int) -> int | None:
    """The heading of the readers' comments, below the story that begins with line ``lead``.

    A button of the same words stands above stories: below the heading somebody comments, or there
    is less to read than above it.
    """
    prose = list(accumulate((line.role is None and line.is_prose for line in lines), initial=0))
    for i in range(lead + 1, len(lines)):
        if lines[i].role is not None or not opens_comments(lines[i]):
            continue
        behind = lines[i + 1 : i + 1 + _LINES_TO_COMMENT]
        if any(map(names_commentator, behind)):
            return i
        if prose[-1] - prose[i] <= prose[i] - prose[lead]:
            return i
    return None


def opens_comments(line: Line) -> bool:
    """Whether a line is the heading of the readers' comments."""
    if line.word_count > _MAX_COMMENTS_HEADING_WORDS:
        return False
    return line.match(_comments_heading()) is not None


def names_commentator(line: Line) -> bool:
    """Whether a line is the one above a reader's comment."""
    return line.word_count <= _MAX_COMMENTATOR_WORDS and line.match(_commentator()) is not None
