"""The lines of a page -> its lists of related stories.

In: the lines of a page, some of them with a verdict, and the reach of its story. Out: lists of
other stories' titles. Why: other stories' headlines are not this story's words. A title counts only
by a sign of it: a label before it, a heading over it, its own words once more, or a bullet where it
reads as a headline does.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.records import RelatedRecord
from newsquote._page.related_lists import boxes
from newsquote._page.related_lists.headings import is_related_heading, opens_list
from newsquote._page.related_lists.labels import read_single_title
from newsquote._page.related_lists.titles import (
    MIN_TITLE_WORDS,
    ROLES_OF_NO_TITLE,
    are_ranked,
    breaks_off,
    ends_with_full_stop,
    is_title,
    read_story,
    start_behind_rank,
)
from newsquote._page.rulings import Ruling
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._text.ranges import Chars
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsquote._page.line import Line
    from newsquote._page.records import StoryRecord
    from newsquote._page.story import StoryLines
    from newsquote.lang import LanguagePack

__all__ = ["FoundList", "find_related_lists"]

_MAX_STRANGE_LINES = 4
"""Lines in a row that are neither title nor furniture and end a list."""
_MAX_TEASER_WORDS = 45
_MIN_STORY_WORDS = 20
"""Words of a paragraph that ends a list."""
_ENDING_CHARS = 4
"""A stop and the marks that may stand behind it."""
_CLOSING_MARKS = "\"”’'»)]"
_MAY_OPEN = frozenset({None, BlockRole.NAVIGATION, BlockRole.SOCIAL, BlockRole.CAPTION})
"""The roles of lines that may be a heading or a label after all."""
_BESIDE_TITLES = frozenset({None, BlockRole.TIMESTAMP, BlockRole.BYLINE})
_MAX_BESIDE_WORDS = 8
"""Words of a line between two bulleted titles that says when or where one stood."""
_CLOSES_LIST = frozenset({BlockRole.CREDIT, BlockRole.COPYRIGHT, BlockRole.CORRECTION})

_BULLETED = Verdict(BlockRole.RELATED, Judge.RELATED_LIST, Sign.BULLETED_TITLES)
_BAND = Verdict(BlockRole.RELATED, Judge.RELATED_LIST, Sign.BAND_OF_TITLES)
_BEHIND = Verdict(BlockRole.RELATED, Judge.RELATED_LIST, Sign.TITLES_BEHIND_STORY)
_DOUBLED = Verdict(BlockRole.RELATED, Judge.RELATED_LIST, Sign.TITLE_TWICE)
_TEASER = Verdict(BlockRole.RELATED, Judge.RELATED_LIST, Sign.TEASER_BELOW_TITLE)
_LISTED = Verdict(BlockRole.RELATED, Judge.RELATED_LIST, Sign.UNDER_RELATED_HEADING)
_HEADING = Verdict(BlockRole.RELATED, Judge.RELATED_LIST, Sign.RELATED_HEADING)
_HEADING_ALONE = Verdict(BlockRole.NAVIGATION, Judge.RELATED_LIST, Sign.HEADING_WITHOUT_TITLES)


class FoundList(NamedTuple):
    """What was found at a line."""

    record: RelatedRecord | None
    rulings: tuple[Ruling, ...]
    end: int
    """The line with which the search goes on."""


class _Search(NamedTuple):
    lines: Sequence[Line]
    story: StoryLines
    pack: LanguagePack


@cache
def _quoted_speech() -> re.Pattern[str]:
    return re.compile(r"[,.?!][\"”]\s+\w+\s+\w+")


def find_related_lists(
    lines: Sequence[Line], below_headline: int, story: StoryLines, pack: LanguagePack
) -> Iterator[FoundList]:
    """The lists of related stories of a page.

    Each is to be recorded before the next is asked for: what a line is depends on what those above
    are.

    :param below_headline: the first line below the headline; above it only bands are looked for.
    """
    search = _Search(lines, story, pack)
    tail = boxes.find_bulleted_tail(lines, below_headline)
    i = 0
    while i < len(lines):
        found = None
        if lines[i].has_bullet and (i in tail or boxes.is_box(lines, i, story)):
            found = _take_titles(search, i, boxes.end_of_bullets(lines, i), _BULLETED)
        elif i >= below_headline:
            found = _find_list_at(search, i) or _take_titles_behind(search, i)
        elif band_end := boxes.end_of_band(lines, i, below_headline):
            found = _take_titles(search, i, band_end, _BAND)
        if found is None:
            i += 1
            continue
        yield found
        i = found.end


def _take_titles(search: _Search, begin: int, end: int, verdict: Verdict) -> FoundList:
    """Take every line of a run for a title, but for buttons and headings among them."""
    run, pack = search.lines[begin:end], search.pack
    titles = [line for line in run if not _is_button(line, pack)] or run
    record = RelatedRecord(
        range=Chars(run[0].start, run[-1].end),
        items=_stories_of(titles),
    )
    return FoundList(record, tuple(Ruling(line, verdict) for line in run), end)


def _is_button(line: Line, pack: LanguagePack) -> bool:
    return line.role is BlockRole.NAVIGATION or is_related_heading(line, pack)


def _take_titles_behind(search: _Search, i: int) -> FoundList | None:
    """Take bare titles behind the story; what stands between them is left to others."""
    found = boxes.titles_behind_story(search.lines, i, search.story, search.pack)
    if not found:
        return None
    run = [search.lines[k] for k in found]
    record = RelatedRecord(range=Chars(run[0].start, run[-1].end), items=_stories_of(run))
    return FoundList(record, tuple([Ruling(line, _BEHIND) for line in run]), found[-1] + 1)


def _find_list_at(search: _Search, i: int) -> FoundList | None:
    """What a line below the headline opens: a title that is printed twice, a label, a heading."""
    line = search.lines[i]
    if line.word_count > _MAX_TEASER_WORDS:
        return None
    if line.role not in _MAY_OPEN:
        return None
    copy_end = boxes.first_copy_end(line, search.pack) if line.role is None else None
    if copy_end is not None:
        return _take_doubled(search.lines, i, copy_end)
    single = read_single_title(search.lines, i, search.pack, behind_story=i >= search.story.last)
    if single is not None:
        taken = search.lines[i : i + single.line_count]
        rulings = tuple([Ruling(one, single.verdict) for one in taken])
        return FoundList(single.record, rulings, i + len(taken))
    return _take_list(search, i) if is_related_heading(line, search.pack) else None


def _take_doubled(lines: Sequence[Line], i: int, copy_end: int) -> FoundList:
    """Take a title that is printed twice, and the teaser below it."""
    line = lines[i]
    story = read_story(line.full_text, line.start, copy_end)
    record = RelatedRecord(range=line.chars, items=(story,))
    rulings = [Ruling(line, _DOUBLED)]
    end = i + 1
    if end < len(lines) and _is_teaser(lines[end]):
        teaser = _TEASER.told_at(line.chars)
        rulings.append(Ruling(lines[end], teaser))
        end += 1
    return FoundList(record, tuple(rulings), end)


def _is_teaser(line: Line) -> bool:
    if line.role is not None:
        return False
    if line.word_count > _MAX_TEASER_WORDS:
        return False
    return breaks_off(line.text)


# ---------------------------------------------------------------- a heading over titles


def _take_list(search: _Search, at: int) -> FoundList | None:
    """Take the titles under a heading."""
    lines = search.lines
    heading = lines[at]
    items = _titles_under(search, at)
    if not items or _is_name_under_links(heading, items):
        return _take_heading_alone(lines, at)
    end = lines.index(items[-1], at) + 1
    where = Chars(heading.words_start, heading.end)
    record = RelatedRecord(
        range=Chars(heading.start, items[-1].end),
        heading=where,
        items=_stories_of(items),
    )
    listed = _LISTED.told_at(where)
    rulings = [Ruling(heading, _HEADING)]
    rulings += [Ruling(line, listed) for line in lines[at + 1 : end]]
    return FoundList(record, tuple(rulings), end)


def _stories_of(lines: Sequence[Line]) -> tuple[StoryRecord, ...]:
    """The titles of lines, without the numbers of a ranking."""
    if are_ranked(lines):
        return tuple(
            [read_story(line.full_text, start_behind_rank(line), line.end) for line in lines]
        )
    return tuple([read_story(line.full_text, line.words_start, line.end) for line in lines])


def _take_heading_alone(lines: Sequence[Line], at: int) -> FoundList | None:
    """Take a heading without titles for a button; over a sentence it is the story's: "Up next"."""
    if at + 1 < len(lines) and _is_sentence(lines[at + 1]):
        return None
    if lines[at].role is not None:
        return None
    return FoundList(None, (Ruling(lines[at], _HEADING_ALONE),), at + 1)


def _is_name_under_links(heading: Line, items: Sequence[Line]) -> bool:
    """Whether a single line stands under a heading that speaks of several: it is a name."""
    if len(items) > 1:
        return False
    if items[0].has_bullet:
        return False
    return heading.entry.casefold().rstrip(":").endswith("links")


def _titles_under(search: _Search, at: int) -> list[Line]:
    """The lines under a heading that are titles, up to what ends the list."""
    lines = search.lines
    items: list[Line] = []
    bulleted = at + 1 < len(lines) and lines[at + 1].has_bullet
    strange = 0
    for i in range(at + 1, len(lines)):
        line = lines[i]
        if strange == _MAX_STRANGE_LINES:
            break
        if bulleted and not line.has_bullet:
            if _stands_between_bullets(lines, i):
                continue
            break
        if i == at + 1 and _is_sentence(line):
            break
        if _ends_list(line) or (i < search.story.last and _goes_on_with_story(line)):
            break
        if items and opens_list(line, search.pack):
            break
        long_entry = bulleted and line.word_count > MIN_TITLE_WORDS
        if is_title(line) or (long_entry and line.role not in ROLES_OF_NO_TITLE):
            items.append(line)
            strange = 0
        else:
            strange += 1
    return items


def _stands_between_bullets(lines: Sequence[Line], i: int) -> bool:
    """Whether a line is the time or the author of a title above another bulleted one."""
    line = lines[i]
    if line.role not in _BESIDE_TITLES or line.is_prose or line.ends_sentence:
        return False
    if line.role is None and not any(map(str.isdigit, line.text)):
        return False
    return line.word_count <= _MAX_BESIDE_WORDS and i + 1 < len(lines) and lines[i + 1].has_bullet


def _goes_on_with_story(line: Line) -> bool:
    """Whether a line is a paragraph of the story, which goes on under the list."""
    if line.role is not None or line.has_bullet:
        return False
    if not line.is_prose and not _quoted_speech().search(line.full_text, line.start, line.end):
        return False
    ending = line.text[-_ENDING_CHARS:].rstrip(_CLOSING_MARKS)
    return ending.endswith(".") and not ending.endswith("..")


def _ends_list(line: Line) -> bool:
    """Whether a line is running text, or furniture that closes a page."""
    if line.role is not None:
        return line.role in _CLOSES_LIST
    return line.is_prose and line.word_count >= _MIN_STORY_WORDS and not line.has_bullet


def _is_sentence(line: Line) -> bool:
    if line.role is not None:
        return False
    if line.has_bullet:
        return False
    if line.word_count <= MIN_TITLE_WORDS:
        return False
    return ends_with_full_stop(line)
