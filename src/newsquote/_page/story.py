"""The lines of a page -> where the story begins and ends.

In: the lines of a page, those that their own words tell with a verdict. Out: the line with which
the running text begins, and those behind its end. Why: above the story stand menus, behind it
teasers, comments and boxes that read like prose. No single line tells them, but together they do:
every paragraph speaks for the story, every line of furniture between them against it, and the story
ends where the sum is highest. A text without furniture is story to its end.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.dateline import read_dateline
from newsquote._page.phrases import listed_phrases
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.line import Line
    from newsquote.lang import LanguagePack

__all__ = ["StoryLines", "find_lead", "find_story", "names_commentator", "opens_comments"]

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

_FULL_PARAGRAPH_WORDS = 40
"""A paragraph of so many words speaks for the story as loudly as any."""
_WEIGHT_OF_SHORTEST = 0.3
"""How loudly the shortest speaks, where the longest has 1."""
_WEIGHT_WITHOUT_STOP = 0.5
"""What is left of that where a paragraph does not end as a sentence does."""
_WEIGHTS_AGAINST = {
    BlockRole.CREDIT: 3.0,
    BlockRole.COPYRIGHT: 3.0,
    BlockRole.CONTACT: 0.7,
    BlockRole.BYLINE: 1.5,
    BlockRole.TIMESTAMP: 1.0,
    BlockRole.NAVIGATION: 0.4,
    BlockRole.SOCIAL: 0.4,
    BlockRole.PROMOTION: 0.4,
    BlockRole.ADVERTISEMENT: 0.1,
}
"""How loudly a line of furniture speaks against it."""
_WEIGHT_OF_COMMENTS = 5.0
_WEIGHT_OF_RELATED_HEADING = 1.0
_WEIGHT_OF_COMMENTATOR = 1.0
_WEIGHT_OF_TITLE = 0.3
_WEIGHT_OF_LABEL = 0.1
_WEIGHT_OF_QUOTING_LINE = 0.1
"""For the story: a line that quotes is more likely the story's than not."""
_MAX_WEIGHT_BETWEEN_PARAGRAPHS = 1.2
"""The lines between two paragraphs speak against the story no louder: a box has many."""
_CLOSING_WEIGHT = 5.0
"""What speaks against it so loudly is heard whole, wherever it stands."""
_FURNITURE = frozenset(
    {BlockRole.NAVIGATION, BlockRole.SOCIAL, BlockRole.PROMOTION, BlockRole.ADVERTISEMENT}
)
"""Where none of these stands behind the last paragraph, what stands there is the story's."""
_MAX_COMMENTS_HEADING_WORDS = 16
_MAX_COMMENTATOR_WORDS = 5
_MAX_RELATED_HEADING_WORDS = 9
_MAX_LABEL_WORDS = 3
"""Words of a line without a stop that is no title of another story."""
_LABEL_SIGN_CHARS = 3
"""Characters behind a label in which its colon or bar stands."""
_SIGN_OF_WORDS_CHARS = 20
"""Characters within which a line that says something has a letter."""


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


# ---------------------------------------------------------------- where it begins


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


# ---------------------------------------------------------------- where it ends


def find_story(lines: Sequence[Line], lead: int, pack: LanguagePack) -> StoryLines:
    """Where the story that begins with line ``lead`` ends."""
    score = best = between = 0.0
    last = lead
    for i in range(lead, len(lines)):
        worth = _worth_for_story(lines[i], pack)
        if worth == -_WEIGHT_OF_RELATED_HEADING and _is_over_sentence(lines, i):
            worth = -_WEIGHT_OF_LABEL
        if worth <= -_CLOSING_WEIGHT:
            score += worth
        elif worth < 0:
            between = max(between + worth, -_MAX_WEIGHT_BETWEEN_PARAGRAPHS)
        elif worth > 0:
            score, between = score + between + worth, 0.0
            if score > best:
                best, last = score, i + 1
    end = last if _stands_beside_story(lines[last:], pack) else len(lines)
    return StoryLines(lead, last, end)


def _stands_beside_story(tail: Sequence[Line], pack: LanguagePack) -> bool:
    """Whether furniture, comments, or other stories to the end follow the story."""
    under_heading = False
    for line in tail:
        if line.role in _FURNITURE:
            return True
        if line.role is not None:
            continue
        worth = _worth_for_story(line, pack)
        opens_section = worth <= -_WEIGHT_OF_COMMENTATOR
        if worth <= -_WEIGHT_OF_COMMENTS:
            return True
        if opens_section and not _is_related_heading(line, pack):
            return True
        sentence = line.is_prose and line.ends_sentence
        under_heading = opens_section or (under_heading and not sentence)
    return under_heading


def _is_over_sentence(lines: Sequence[Line], i: int) -> bool:
    """Whether a heading in capitals stands over a sentence: "UP NEXT" below a match report."""
    if i + 1 >= len(lines):
        return False
    if not lines[i].text.isupper():
        return False
    return lines[i + 1].ends_sentence and not lines[i + 1].has_bullet


def _worth_for_story(line: Line, pack: LanguagePack) -> float:
    """How loudly a line speaks for the story, below 0 against it."""
    if line.role is not None:
        return -_WEIGHTS_AGAINST.get(line.role, 0.0)
    if opens_comments(line):
        return -_WEIGHT_OF_COMMENTS
    if not any(map(str.isalpha, line.text[:_SIGN_OF_WORDS_CHARS])):
        return 0.0
    if _is_related_heading(line, pack):
        return -_WEIGHT_OF_RELATED_HEADING
    if names_commentator(line):
        return -_WEIGHT_OF_COMMENTATOR
    return _worth_of_form(line, pack)


def _worth_of_form(line: Line, pack: LanguagePack) -> float:
    """The worth of a line that no word of its own speaks against."""
    against = -_WEIGHT_OF_TITLE if line.word_count > _MAX_LABEL_WORDS else -_WEIGHT_OF_LABEL
    if line.text.endswith(("...", "…")):
        return against
    if line.is_prose or line.ends_sentence:
        growth = (1 - _WEIGHT_OF_SHORTEST) * min(line.word_count, _FULL_PARAGRAPH_WORDS)
        weight = _WEIGHT_OF_SHORTEST + growth / _FULL_PARAGRAPH_WORDS
        return weight * (1 if line.ends_sentence else _WEIGHT_WITHOUT_STOP)
    if not {'"', "“", "”"}.isdisjoint(line.text):
        return _WEIGHT_OF_QUOTING_LINE
    if line.has_bullet or _is_labelled_title(line, pack):
        return 0.0
    return against


def _is_related_heading(line: Line, pack: LanguagePack) -> bool:
    headings, first_words = listed_phrases(pack, "related_headings"), line.first_words
    if line.word_count > _MAX_RELATED_HEADING_WORDS:
        return False
    if not headings.may_open(first_words):
        return False
    return headings.value_of_whole(first_words) is not None


def _is_labelled_title(line: Line, pack: LanguagePack) -> bool:
    """A title behind a label, which stands inside a story as often as below it."""
    headings, first_words = listed_phrases(pack, "related_headings"), line.first_words
    if not headings.may_open(first_words):
        return False
    found = headings.at_start(first_words)
    if found is None:
        return False
    sign = line.full_text[found.end : found.end + _LABEL_SIGN_CHARS].lstrip()[:1]
    return sign in {":", "|"}


def opens_comments(line: Line) -> bool:
    if line.word_count > _MAX_COMMENTS_HEADING_WORDS:
        return False
    return line.match(_comments_heading()) is not None


def names_commentator(line: Line) -> bool:
    """Whether a line is the one above a reader's comment."""
    return line.word_count <= _MAX_COMMENTATOR_WORDS and line.match(_commentator()) is not None
