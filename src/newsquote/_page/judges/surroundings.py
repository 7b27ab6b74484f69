"""A line without any sign of its own -> whether it stands beside the story.

In: a line that no judge has taken, and where headline and story stand. Out: whether it is a kicker,
a menu or another line of the site. Why: above the headline, behind the story, and on a page full of
furniture before it begins, a line that says nothing of itself is the site's; so are tags that end a
page, lines that come back again and again, and what a chart left behind.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.line import Line
    from newsquote._page.story import StoryLines

__all__ = ["Surroundings", "judge_surroundings", "quoted_sentence", "survey_surroundings"]

_MAX_RUBRIC_WORDS = 5
"""Words of a rubric, a tag or a button."""
_MAX_BARE_WORDS = 20
"""Words of a line without a sentence that furniture on the page makes more of it."""
_MAX_MENU_WORDS = 29
"""Words of a sentence above the headline that is the site's, on a page full of furniture."""
_MIN_REPEATS = 3
"""So often a page's own line comes back, at least."""
_MIN_TAGS = 3
"""Lines without any sign that are the tags of a page, at least."""
_MAX_CHART_WORDS = 3
"""Words of a chart's label."""
_MIN_CHART_LINES = 6
_MIN_LEAD_IN_WORDS = 3
"""Words of a line with a colon that leads in to a sentence."""
_MIN_FURNITURE_LINES = 4
"""A page with so many lines of furniture has more of it."""
_FURNITURE = frozenset(
    {
        BlockRole.NAVIGATION,
        BlockRole.SOCIAL,
        BlockRole.PROMOTION,
        BlockRole.ADVERTISEMENT,
        BlockRole.RELATED,
        BlockRole.COPYRIGHT,
    }
)
_CHART_ROLES = frozenset({None, BlockRole.TIMESTAMP})
_MARKS = frozenset('"“”')

_KICKER = Verdict(BlockRole.KICKER, Judge.ABOVE_HEADLINE, Sign.RIGHT_ABOVE_HEADLINE)
_MENU = Verdict(BlockRole.NAVIGATION, Judge.ABOVE_HEADLINE, Sign.ABOVE_HEADLINE)
_BEHIND = Verdict(BlockRole.OTHER, Judge.BESIDE_STORY, Sign.BEHIND_STORY)
_BARE = Verdict(BlockRole.OTHER, Judge.BESIDE_STORY, Sign.BARE_LINE_BEFORE_STORY)
_TAG = Verdict(BlockRole.OTHER, Judge.BESIDE_STORY, Sign.TAG)
_CHART = Verdict(BlockRole.OTHER, Judge.BESIDE_STORY, Sign.CHART)
_REPEATED = Verdict(BlockRole.OTHER, Judge.BESIDE_STORY, Sign.REPEATED_LINE)


@cache
def quoted_sentence() -> re.Pattern[str]:
    """A quotation and who says it, as stories have it."""
    return re.compile(r"[\"“][^\"”“]{2,400}[,.?!][\"”],?\s+\w+\s+\w+")


class Surroundings(NamedTuple):
    """What of a page can be the story's, and which lines come back."""

    headline: int
    """Its index, -1 where there is none."""
    opening: int
    """Up to here a line without a sentence is a rubric or a button."""
    end: int
    """From here on nothing is the story's."""
    tags: int
    """From here on there are only tags."""
    is_full_of_furniture: bool
    repeated: frozenset[str]
    chart_lines: frozenset[int]


def survey_surroundings(
    lines: Sequence[Line], headline: int | None, story: StoryLines
) -> Surroundings:
    """What a line must know of its page to be judged by where it stands."""
    top = -1 if headline is None else headline
    furniture = sum(1 for line in lines if line.role in _FURNITURE)
    full = furniture >= _MIN_FURNITURE_LINES
    opening = story.lead if story.lead < len(lines) else 0
    for i in range(top + 1, story.lead):
        if _belongs_to_story(lines[i], is_full_of_furniture=full):
            opening = i
            break
    return Surroundings(
        headline=top,
        opening=opening,
        end=story.end,
        tags=_tags_start(lines, story.lead),
        is_full_of_furniture=full,
        repeated=_find_repeated(lines),
        chart_lines=_find_chart_lines(lines),
    )


def judge_surroundings(line: Line, i: int, around: Surroundings) -> Verdict | None:
    """Whether a line that no judge has taken stands beside the story."""
    if i < around.headline:
        long = around.is_full_of_furniture and line.word_count <= _MAX_MENU_WORDS
        if not line.is_prose or long:
            return _judge_above_headline(line, i, around)
    if i >= around.end:
        return None if _is_quotation(line) else _BEHIND
    if i < around.opening and _is_bare(line):
        short = line.word_count <= _MAX_RUBRIC_WORDS
        return _BARE if around.is_full_of_furniture or short else None
    if i >= around.tags:
        return _TAG
    if i in around.chart_lines:
        return _CHART
    return _REPEATED if line.text in around.repeated else None


def _judge_above_headline(line: Line, i: int, around: Surroundings) -> Verdict:
    right_above = i == around.headline - 1
    return _KICKER if right_above and line.word_count <= _MAX_RUBRIC_WORDS else _MENU


def _belongs_to_story(line: Line, *, is_full_of_furniture: bool) -> bool:
    """Whether a line above the running text is the story's already.

    It is a long sentence or, on a page without furniture, any, or leads in to another.
    """
    if line.role is not None:
        return False
    if line.is_prose:
        return True
    leads_in = line.text[-1] == ":" and line.word_count >= _MIN_LEAD_IN_WORDS
    return not is_full_of_furniture and (line.ends_sentence or leads_in)


def _is_quotation(line: Line) -> bool:
    """Whether a line quotes somebody as stories do: it is worth more than a line of furniture."""
    return line.ends_sentence and line.match(quoted_sentence()) is not None


def _is_bare(line: Line) -> bool:
    """Whether a short line has no sentence and no quotation marks."""
    if line.word_count > _MAX_BARE_WORDS:
        return False
    if line.ends_sentence:
        return False
    if line.has_bullet:
        return False
    return _MARKS.isdisjoint(line.text)


def _find_repeated(lines: Sequence[Line]) -> frozenset[str]:
    """Short lines that come back again and again, as a page's own do and a story's do not."""
    counts = Counter(line.text for line in lines if _may_come_back(line))
    return frozenset(text for text, count in counts.items() if count >= _MIN_REPEATS)


def _may_come_back(line: Line) -> bool:
    if line.role is not None:
        return False
    if line.has_bullet:
        return False
    if line.ends_sentence:
        return False
    return line.word_count <= _MAX_RUBRIC_WORDS and line.text[-1] != ":"


def _find_chart_lines(lines: Sequence[Line]) -> frozenset[int]:
    """What a chart left behind: numbers one below the other, and the words between them."""
    found: set[int] = set()
    begin = numbers = 0
    for i, line in enumerate(lines):
        if _may_be_of_chart(line):
            numbers += not any(map(str.isalpha, line.text))
            continue
        if _is_chart(i - begin, numbers):
            found.update(range(begin, i))
        begin, numbers = i + 1, 0
    if _is_chart(len(lines) - begin, numbers):
        found.update(range(begin, len(lines)))
    return frozenset(found)


def _may_be_of_chart(line: Line) -> bool:
    short = line.word_count <= _MAX_CHART_WORDS and not line.ends_sentence
    return short and line.role in _CHART_ROLES


def _is_chart(length: int, numbers: int) -> bool:
    return length >= _MIN_CHART_LINES and numbers >= length // 2


def _tags_start(lines: Sequence[Line], lead: int) -> int:
    """Where the tags begin that end a page: short lines without stop and number."""
    begin = len(lines)
    while begin > lead and _may_be_among_tags(lines[begin - 1]):
        begin -= 1
    tags = sum(1 for line in lines[begin:] if line.role is None)
    return begin if tags >= _MIN_TAGS else len(lines)


def _may_be_among_tags(line: Line) -> bool:
    if line.role is not None:
        return line.role is not BlockRole.CAPTION
    if line.word_count > _MAX_RUBRIC_WORDS:
        return False
    if line.ends_sentence:
        return False
    if line.has_bullet:
        return False
    return line.text[-1].isalnum() and not any(map(str.isdigit, line.text))
