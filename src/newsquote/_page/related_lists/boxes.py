"""Runs of lines -> boxes of titles that no heading announces.

In: the lines of a page. Out: which bulleted lines are a box of other stories, which lines above the
headline are a band of them, and which line is a title printed twice. Why: bulleted lines that a
colon introduces, that are sentences, or that read as points of the story belong to it; so a box is
told by where it stands and by how its lines read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._page.phrases import listed_phrases
from newsquote._page.related_lists.titles import (
    MIN_TITLE_WORDS,
    ROLES_OF_NO_TITLE,
    are_entries,
    are_titles,
    has_sign_of_title,
    is_title,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.line import Line
    from newsquote._page.story import StoryLines
    from newsquote.lang import LanguagePack

__all__ = [
    "end_of_band",
    "end_of_bullets",
    "find_bulleted_tail",
    "first_copy_end",
    "is_box",
    "titles_behind_story",
]

_MIN_BAND_LINES = 7
"""Titles above a story that are a band of other stories and no summary of this one."""
_MAX_SHORT_HEADING_WORDS = 6
"""Words of a heading that introduces a list of the story's."""
_MAX_LINES_WITH_ONE_SIGN = 2
"""Lines of a box of which one alone reads as a headline."""
_MIN_BARE_TITLES, _MIN_BARE_TITLE_WORDS = 4, 5
"""Titles behind the story that need no heading, and the words of each."""
_MAX_LINES_BETWEEN = 2
"""Rubrics, authors and times between two of them."""
_MIN_TAGS = 3
"""Bulleted lines behind the story that may be its tags."""
_PROBE_CHARS = 16
"""Characters of a title that come back where it is printed again."""
_COPIES = 4
"""A title is printed so often at most."""


def end_of_bullets(lines: Sequence[Line], begin: int) -> int:
    """Where the bulleted lines end that begin at a line; a correction or a credit ends them."""
    end = begin
    while end < len(lines) and lines[end].has_bullet:
        if lines[end].role in ROLES_OF_NO_TITLE:
            break
        end += 1
    return end


def find_bulleted_tail(lines: Sequence[Line], begin: int) -> frozenset[int]:
    """The first lines of the runs of bulleted titles behind the last paragraph."""
    i = _last_paragraph(lines, begin) + 1
    found = set()
    while i < len(lines):
        end = end_of_bullets(lines, i)
        run = lines[i:end]
        if run and not _introduces_list(lines[i - 1]) and are_titles(run) and not _are_tags(run):
            found.add(i)
        i = end + 1
    return frozenset(found)


def _are_tags(run: Sequence[Line]) -> bool:
    """Whether the lines of a longer run are as short as a page's tags are."""
    return len(run) >= _MIN_TAGS and not _are_mostly_long(run)


def _last_paragraph(lines: Sequence[Line], begin: int) -> int:
    for i in range(len(lines) - 1, begin - 1, -1):
        line = lines[i]
        if line.role is None and line.is_prose and not line.has_bullet:
            return i
    return begin


def _introduces_list(line: Line) -> bool:
    """Whether a line announces the list below it: it ends with a colon, or is a short heading."""
    if line.role is not None:
        return False
    if line.text[-1] in ":,;":
        return True
    short = line.word_count <= _MAX_SHORT_HEADING_WORDS and not line.ends_sentence
    return short and line.text[0].isupper()


def is_box(lines: Sequence[Line], begin: int, story: StoryLines) -> bool:
    """Whether the bulleted lines from one on are a box of titles.

    They stand behind the story, or inside it and read as headlines do.
    """
    if not begin:
        return False
    if lines[begin - 1].has_bullet:
        return False
    run = lines[begin : end_of_bullets(lines, begin)]
    if not are_titles(run):
        return False
    above = lines[begin - 1]
    introduced = _introduces_list(above)
    band = begin < story.lead and len(run) >= _MIN_BAND_LINES
    behind = begin >= story.last and not introduced
    if band or behind or begin >= story.end:
        return above.text[-1] not in ":,;" and _are_mostly_long(run)
    return not introduced and _read_as_headlines(run)


def _are_mostly_long(run: Sequence[Line]) -> bool:
    long_lines = sum(1 for line in run if line.word_count > MIN_TITLE_WORDS)
    return long_lines > len(run) // 2


def _read_as_headlines(run: Sequence[Line]) -> bool:
    """Whether most lines of a run read as headlines do; one of two is enough."""
    signs = sum(1 for line in run if has_sign_of_title(line))
    if len(run) <= _MAX_LINES_WITH_ONE_SIGN:
        return signs > 0
    return signs > len(run) // 2


def end_of_band(lines: Sequence[Line], begin: int, below_headline: int) -> int | None:
    """Where a band of titles above the headline ends that begins at a line, if there is one."""
    end = begin
    while end < below_headline - 1 and is_title(lines[end]):
        end += 1
    return end if end - begin >= _MIN_BAND_LINES else None


def titles_behind_story(
    lines: Sequence[Line], begin: int, story: StoryLines, pack: LanguagePack
) -> list[int]:
    """The bare titles behind the story from one on, if enough of them stand close together."""
    if begin < story.end or not _is_bare_title(lines[begin], pack):
        return []
    found = [begin]
    for i in range(begin + 1, len(lines)):
        if _is_bare_title(lines[i], pack):
            found.append(i)
        elif i - found[-1] > _MAX_LINES_BETWEEN or not _is_label(lines[i], pack):
            break
    if len(found) < _MIN_BARE_TITLES or are_entries([lines[i].text for i in found]):
        return []
    return found


def _is_bare_title(line: Line, pack: LanguagePack) -> bool:
    """Whether a line without a bullet is long enough for a title, and no heading over some."""
    if line.word_count < _MIN_BARE_TITLE_WORDS or line.has_bullet or line.is_prose:
        return False
    if not is_title(line):
        return False
    return (
        listed_phrases(pack, "related_headings", "furniture_lines").at_start(line.first_words)
        is None
    )


def _is_label(line: Line, pack: LanguagePack) -> bool:
    """Whether a line between two titles is a rubric, an author or a time."""
    if line.word_count >= _MIN_BARE_TITLE_WORDS or line.ends_sentence:
        return False
    return listed_phrases(pack, "related_headings").value_of_whole(line.first_words) is None


def first_copy_end(line: Line, pack: LanguagePack) -> int | None:
    """Where the first copy ends if a line is nothing but a title twice or more.

    So a linked picture and its title are printed; the last copy may be cut. A sentence with its
    full stop is no title, however often somebody repeats it.
    """
    if line.word_count < 2 * MIN_TITLE_WORDS:
        return None
    text = line.text.rstrip("… ")
    second = text.find(text[:_PROBE_CHARS], 1)
    title = text[: max(second, 0)].rstrip()
    word_count = title.count(" ") + 1
    if word_count < MIN_TITLE_WORDS:
        return None
    if len(text) <= 2 * len(title):
        return None
    copies = " ".join([title] * _COPIES)
    if not copies.startswith(text):
        return None
    if _is_closed_sentence(title, pack):
        return None
    return line.start + len(title)


def _is_closed_sentence(title: str, pack: LanguagePack) -> bool:
    """Whether it ends with the full stop of a sentence, and not with that of "U.S." or "Inc."."""
    last = title.rpartition(" ")[2].rstrip("\"”’'")
    word = last.removesuffix(".")
    if word == last:
        return False
    if not word.isalpha():
        return False
    if len(word) == 1:
        return False
    return word.casefold() not in pack.table("abbreviations")
