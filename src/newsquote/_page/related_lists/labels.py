"""A line -> a title on a line of its own inside the story.

In: a line. Out: the other story that it names, or None. Why: such a title counts only by a sign of
it: a label before it ("Read more: ..."), the name of a site, square brackets, an address behind it,
or a whole headline in capitals between two paragraphs.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._page.phrases import listed_phrases
from newsquote._page.records import RelatedRecord
from newsquote._page.related_lists.titles import (
    MAX_TITLE_WORDS,
    MIN_TITLE_WORDS,
    address_behind_title,
    is_title,
    read_story,
)
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._text.ranges import Chars
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.line import Line, Stretch
    from newsquote._page.phrases import FoundPhrase
    from newsquote.lang import LanguagePack

__all__ = ["SingleTitle", "read_single_title"]

_MAX_LINKED_WORDS = 20
"""Words of a title before its address; a longer line is a sentence."""
_TITLE_ENDS = frozenset("?!\"”’')")
_MIN_CAPITALS_WORDS = 7
"""Words of a headline in capitals; a heading of the story's is shorter."""
_TOPIC_OPENERS = (" on", " from", " about")
"""Behind one of these a label goes on with its topic: "More on dams: ..."."""

_MAY_BE_LINK = frozenset({None, BlockRole.NAVIGATION})

_LABEL = Verdict(BlockRole.RELATED, Judge.RELATED_TITLE, Sign.TITLE_BEHIND_LABEL)
_SITE = Verdict(BlockRole.RELATED, Judge.RELATED_TITLE, Sign.TITLE_BEHIND_SITE)
_BRACKETS = Verdict(BlockRole.RELATED, Judge.RELATED_TITLE, Sign.TITLE_IN_BRACKETS)
_ADDRESS = Verdict(BlockRole.RELATED, Judge.RELATED_TITLE, Sign.TITLE_BEFORE_ADDRESS)
_CAPITALS = Verdict(BlockRole.RELATED, Judge.RELATED_TITLE, Sign.TITLE_IN_CAPITALS)


class SingleTitle(NamedTuple):
    """The verdict on a line that names another story, and the story."""

    verdict: Verdict
    record: RelatedRecord
    line_count: int = 1
    """The lines that it takes: the address may stand below the title."""


@cache
def _label_sign() -> re.Pattern[str]:
    return re.compile(r"(?P<topic>\s(?:[^:|.!?]{1,40}))?\s*(?::|\||\s[»>–-]\s|»|>)\s*")


@cache
def _site_label() -> re.Pattern[str]:
    """A label that names the site: "On News.example: Title"."""
    return re.compile(
        r"(?:also |more |read |see )?(?:on|at|from) [\w-]+(?:\.[\w-]+)*\.[a-z]{2,8}\s?[:|]\s+"
        r"(?=\S+(?:\s\S+){2})",
        re.IGNORECASE,
    )


@cache
def _label_in_brackets() -> re.Pattern[str]:
    return re.compile(
        r"\[(?:read|read more|more|related|watch|see|opinion)\s?[:|]\s*", re.IGNORECASE
    )


@cache
def _short_address() -> re.Pattern[str]:
    """The address that a post has for what it links to; what stands before it is the post."""
    return re.compile(r"https?://(?:t\.co|pic\.|bit\.ly|tinyurl\.)", re.IGNORECASE)


def read_single_title(
    lines: Sequence[Line], i: int, pack: LanguagePack, *, behind_story: bool = False
) -> SingleTitle | None:
    """The other story that a line names, or None.

    :param behind_story: whether the line stands below the last paragraph.
    """
    line = lines[i]
    phrase = listed_phrases(pack, "related_headings").at_start(line.first_words)
    if phrase is not None and line.text[0] != "[":
        return _read_behind_label(line, phrase)
    return (
        _read_in_brackets(line)
        or _read_behind_site(line)
        or _read_before_address(line, pack)
        or (_read_above_address(lines, i, pack) if behind_story else None)
        or _read_in_capitals(lines, i)
    )


def _read_behind_label(line: Line, phrase: FoundPhrase) -> SingleTitle | None:
    """A label and a title on one line: "RELATED: Title", "Read more | Title"."""
    if phrase.value == "heading":
        return None
    sign = _label_sign().match(line.full_text, phrase.end, line.end)
    if sign is None:
        return None
    if sign.end() >= line.end:
        return None
    heading = Chars(line.words_start, phrase.end)
    label = line.full_text[slice(*heading)]
    if sign["topic"] and not label.casefold().endswith(_TOPIC_OPENERS):
        return None
    words = line.full_text[sign.end() : line.end].split()
    if not MIN_TITLE_WORDS - 1 <= len(words) <= MAX_TITLE_WORDS:
        return None
    if words[0][0].islower() and line.ends_sentence:
        return None
    strong = phrase.word_count > 1 or _is_strong_label(label)
    if not strong and (line.ends_sentence or not words[0][0].isupper()):
        return None
    in_brackets = line.text[0] == "(" and line.text[-1] == ")" and line.text.count("(") == 1
    story = read_story(line.full_text, sign.end(), line.end - in_brackets)
    record = RelatedRecord(range=line.chars, heading=heading, items=(story,))
    return SingleTitle(_LABEL.told_at(heading), record)


def _is_strong_label(label: str) -> bool:
    """Whether a label of one word can open no sentence of the story."""
    return label.isupper() or "related" in label.casefold()


def _read_in_brackets(line: Line) -> SingleTitle | None:
    """A title in square brackets: "[Read: Title]"."""
    if line.role is not None or line.ends_sentence:
        return None
    if line.word_count <= MIN_TITLE_WORDS:
        return None
    if line.text[0] != "[":
        return None
    if line.text[-1] != "]":
        return None
    label = line.match(_label_in_brackets())
    begin = label.end() if label else line.start + 1
    story = read_story(line.full_text, begin, line.end - 1)
    record = RelatedRecord(range=line.chars, items=(story,))
    return SingleTitle(_BRACKETS, record)


def _read_behind_site(line: Line) -> SingleTitle | None:
    """A title behind the name of a site: "On Courier.example: Title"."""
    if ":" not in line.entry and "|" not in line.entry:
        return None
    begin = line.words_start
    label = _site_label().match(line.full_text, begin, line.end)
    if label is None:
        return None
    name = label.group().rstrip(" :|")
    heading = Chars(begin, begin + len(name))
    story = read_story(line.full_text, label.end(), line.end)
    record = RelatedRecord(range=line.chars, heading=heading, items=(story,))
    return SingleTitle(_SITE.told_at(heading), record)


def _read_before_address(line: Line, pack: LanguagePack) -> SingleTitle | None:
    """A title with its address on one line: "Title https://...", "[Title](https://...)"."""
    if line.role not in _MAY_BE_LINK or line.has_bullet:
        return None
    address = address_behind_title(line)
    if address is None or _short_address().match(address["url"]):
        return None
    story = read_story(line.full_text, line.start, line.end)
    if story.url is None or not _may_be_linked(line.between(*story.range), pack):
        return None
    record = RelatedRecord(range=line.chars, items=(story,))
    return SingleTitle(_ADDRESS.told_at(story.url), record)


def _read_above_address(lines: Sequence[Line], i: int, pack: LanguagePack) -> SingleTitle | None:
    """A title behind the story with its address on the line below."""
    line = lines[i]
    if i + 1 >= len(lines) or not is_title(line) or line.has_bullet:
        return None
    below = lines[i + 1]
    if below.verdict is None or below.verdict.why is not Sign.WEB_ADDRESS:
        return None
    if not _may_be_linked(line, pack):
        return None
    story = read_story(line.full_text, line.start, line.end)
    story = attrs.evolve(story, url=below.chars)
    record = RelatedRecord(range=Chars(line.start, below.end), items=(story,))
    return SingleTitle(_ADDRESS.told_at(below.chars), record, line_count=2)


def _may_be_linked(title: Stretch, pack: LanguagePack) -> bool:
    """Whether words before an address are a title, and do not lead to it or urge somebody."""
    words = title.text.split()
    if not MIN_TITLE_WORDS <= len(words) <= _MAX_LINKED_WORDS:
        return False
    last = title.text[-1]
    closed = last.isalnum() or last in _TITLE_ENDS
    if not closed or title.text.count("(") != title.text.count(")"):
        return False
    if not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    if words[-1].casefold() in pack.words("prepositions") | pack.closed("places_of_links"):
        return False
    return "urge" not in pack.table("promotion_words").get(words[0].casefold(), "").split()


def _read_in_capitals(lines: Sequence[Line], i: int) -> SingleTitle | None:
    """A whole headline in capitals between two paragraphs."""
    line = lines[i]
    if line.role is not None:
        return None
    if line.ends_sentence:
        return None
    if not line.text.isupper():
        return None
    if not _MIN_CAPITALS_WORDS <= line.word_count <= MAX_TITLE_WORDS:
        return None
    inside = 0 < i < len(lines) - 1
    if not inside or not _is_paragraph(lines[i - 1]) or not _is_paragraph(lines[i + 1]):
        return None
    story = read_story(line.full_text, line.start, line.end)
    record = RelatedRecord(range=line.chars, items=(story,))
    return SingleTitle(_CAPITALS, record)


def _is_paragraph(line: Line) -> bool:
    return line.role is None and line.is_prose
