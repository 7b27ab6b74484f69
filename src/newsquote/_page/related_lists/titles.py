"""A line -> whether it is the title of another story.

In: a line, or a run of bulleted lines. Out: whether they read as titles do, and the title without
its address and age. Why: a title has no sign of its own; it is short, begins with a capital and
does not end as a sentence does.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page.records import StoryRecord
from newsquote._text.ranges import Chars
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.line import Line

__all__ = [
    "MAX_TITLE_WORDS",
    "MIN_TITLE_WORDS",
    "address_behind_title",
    "are_entries",
    "are_ranked",
    "are_titles",
    "breaks_off",
    "ends_with_full_stop",
    "has_sign_of_title",
    "is_title",
    "read_story",
    "start_behind_rank",
]

MIN_TITLE_WORDS = 3
"""Words of a title behind a label or a bullet, at least."""
MAX_TITLE_WORDS = 32
_MAX_ADDRESS_CHARS = 400
_MAX_AGE_CHARS = 40
_MIN_TITLES_SHARE = 0.7
"""Share of a run of bulleted lines that are titles, at least."""
_MAX_ENTRIES_SHARE = 0.5
"""Share of them that have the form of entries ("Best film - ..."), at most."""
_MIN_CAPITALIZED_WORD = 4
"""Characters of a word that is capitalised in titles; small words stay small."""
_MIN_CAPITALIZED_WORDS = 4
"""So many such words show that a title is capitalised throughout."""
_MIN_CAPITALIZED_SHARE = 0.8
_MAX_COMMAS = 1
"""Commas of a capitalised title; a list of names has more."""
ROLES_OF_NO_TITLE = frozenset(
    {
        BlockRole.CREDIT,
        BlockRole.CORRECTION,
        BlockRole.COPYRIGHT,
        BlockRole.CONTACT,
        BlockRole.NOTE,
    }
)
"""What a bulleted line is that is no title, whatever stands around it."""
_ARROWS = frozenset("→➔➜➡➤⇒☞👉")
"""Bullets that lead elsewhere."""
_RANK_SIGNS = frozenset(".)")
_TITLE_OPENINGS = "\"“'‘$€£#¿¡["


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"\s*+(?:[(<\[]\s*+)?(?P<url>https?://\S+?)\s*[)>\]]?\s*$")


@cache
def _link() -> re.Pattern[str]:
    """A title as a link of Markdown: "[Title](https://...)"."""
    return re.compile(r"\[(?P<title>[^\[\]]++)\]\(\s*+(?P<url>https?://[^\s()]++)\s*+\)$")


@cache
def _rank() -> re.Pattern[str]:
    """The number of a title in a ranking: "1. Title", "2 Title", "list 1 of 4 Title"."""
    return re.compile(r"(?:list\s)?(?P<number>\d{1,2})(?:[.)]|\sof\s\d{1,2}(?=\s)|\s)\s*(?=\S)")


@cache
def _before_number_to_call() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:call(?:ed|ing)?|tele?phone|freephone|phone|tel|helpline|hotline|lifeline|text)\b",
        re.IGNORECASE,
    )


@cache
def _behind_number_to_call() -> re.Pattern[str]:
    return re.compile(r"\b(?:helpline|hotline|lifeline)\b", re.IGNORECASE)


@cache
def _number_to_call() -> re.Pattern[str]:
    return re.compile(r"\d{3}")


@cache
def _age() -> re.Pattern[str]:
    """An age or a length behind a title: "2 hours ago", "4 min read"."""
    return re.compile(
        r"\s*+(?:[|·•(–—-]\s*+)?\d++\s++(?:sec|min|hour|day|week|month)\w*\s+(?:ago|read)\)?$",
        re.IGNORECASE,
    )


@cache
def _entry() -> re.Pattern[str]:
    """An entry of a list: "Best film - ...", "Lower Orla: third place"."""
    return re.compile(r"^\S+(?:\s\S+){0,7}\s[-–—]\s|^[^:]{2,40}:\s(?:\S+\s?){1,3}$")


@cache
def _closed_sentence() -> re.Pattern[str]:
    return re.compile(r"[a-z]{2,}\.$")


@cache
def _no_title_end() -> re.Pattern[str]:
    return re.compile(r"[a-z]{3,}\.$|[;,:]$")


@cache
def _two_sentences() -> re.Pattern[str]:
    return re.compile(r"[a-z]{2,}\.\s[A-Z]")


@cache
def _colon_and_quotation() -> re.Pattern[str]:
    return re.compile(r":\s*[\"“]")


@cache
def _reads_as_title() -> re.Pattern[str]:
    """It asks or explains, has a claim in single marks, a label before a colon, or breaks off."""
    return re.compile(
        r"\?$|^(?:How|Why|What|Who|When|Where|Inside|Meet|Here|Watch|Analysis|Opinion|Video|Photos"
        r"|Explained|Explainer|Exclusive|Live)\b"
        r"|(?:^|\s)['‘][^'’]+['’](?:\s|$|[,.])|^[^:]{3,60}: \S|(?:\.\.\.|…)$|\b(?:says|said)\b"
        r"|\s[-–—|]\s[A-Z][\w .]{2,30}$"
        r"|[.!]\s(?:How|Why|What|Who|When|Where|Here)\b"
    )


@cache
def _more() -> re.Pattern[str]:
    return re.compile(
        r"(?:\.\.\.|…)\s*(?:\[?(?:read|see|view) (?:more|full)\b.{0,20})*$", re.IGNORECASE
    )


def read_story(text: str, start: int, end: int) -> StoryRecord:
    """The title between two offsets, without its address and age."""
    link = _link().match(text, start, end)
    if link is not None:
        return StoryRecord(range=Chars(*link.span("title")), url=Chars(*link.span("url")))
    url = None
    first = max(start, end - _MAX_ADDRESS_CHARS)
    address = _address().search(text, first, end)
    if address and address.start() > start:
        end = address.start()
        url = Chars(*address.span("url"))
    first = max(start, end - _MAX_AGE_CHARS)
    age = _age().search(text, first, end)
    if age and age.start() > start:
        end = age.start()
    return StoryRecord(range=Chars(start, end), url=url)


def are_ranked(lines: Sequence[Line]) -> bool:
    """Whether lines are numbered from 1 on: the numbers are no part of the titles."""
    if not lines:
        return False
    for number, line in enumerate(lines, 1):
        rank = _rank().match(line.full_text, line.words_start, line.end)
        if rank is None or int(rank["number"]) != number:
            return False
    return len(lines) > 1 or lines[0].entry[1] in _RANK_SIGNS


def start_behind_rank(line: Line) -> int:
    """Where a title begins behind its number in a ranking."""
    rank = _rank().match(line.full_text, line.words_start, line.end)
    return rank.end() if rank else line.words_start


def address_behind_title(line: Line) -> re.Match[str] | None:
    """The address with which a line ends that has a title before it."""
    if "://" not in line.text:
        return None
    first = max(line.words_start, line.end - _MAX_ADDRESS_CHARS)
    return _address().search(line.full_text, first, line.end)


def ends_with_full_stop(line: Line) -> bool:
    """Whether a line ends with a full stop and does not break off."""
    return line.text[-1] == "." and not line.text.endswith("..")


def is_title(line: Line) -> bool:
    """Whether a line can be a title; one word more where it has no bullet."""
    fewest = MIN_TITLE_WORDS + (not line.has_bullet)
    if line.role is not None:
        return False
    if not fewest <= line.word_count <= MAX_TITLE_WORDS:
        return False
    if line.text[-1] in ",;:":
        return False
    if line.ends_sentence and ends_with_full_stop(line):
        return False
    first = line.full_text[line.words_start]
    if first.isupper() or first.isdigit() or not first.isascii():
        return True
    return first in _TITLE_OPENINGS


def are_titles(run: Sequence[Line]) -> bool:
    """Whether bulleted lines are titles, and no sentences and no entries of a list."""
    entries = [line.entry for line in run]
    if not entries or entries[0].endswith(":"):
        return False
    if _closed_sentence().search(entries[-1]):
        return False
    titles = sum(1 for line in run if _is_bulleted_title(line))
    if titles < _MIN_TITLES_SHARE * len(run):
        return False
    return not are_entries(entries)


def are_entries(texts: Sequence[str]) -> bool:
    """Whether most of some lines are entries of a list: "Best film - ...", "Lower Orla: third"."""
    listed = sum(1 for text in texts if _entry().search(text))
    return listed > _MAX_ENTRIES_SHARE * len(texts)


def _has_number_to_call(title: str) -> bool:
    """Whether a line says which number to call: "Call 116 123", "116 123 is the helpline"."""
    number = _number_to_call()
    word = _before_number_to_call().search(title)
    if word is not None and number.search(title, word.end()):
        return True
    digits = number.search(title)
    return digits is not None and _behind_number_to_call().search(title, digits.end()) is not None


def _is_bulleted_title(line: Line) -> bool:
    title = line.entry
    if not MIN_TITLE_WORDS <= line.word_count <= MAX_TITLE_WORDS:
        return False
    if title[0].islower():
        return False
    if line.role in ROLES_OF_NO_TITLE:
        return False
    if _ends_with_handle(title) or _has_number_to_call(title):
        return False
    if _no_title_end().search(title):
        return False
    if title.endswith(".") and _two_sentences().search(title):
        return False
    return _colon_and_quotation().search(title) is None


def _ends_with_handle(title: str) -> bool:
    """Whether the name of an account ends a line, as those of authors do."""
    return title.rpartition(" ")[2].startswith("@")


def has_sign_of_title(line: Line) -> bool:
    """Whether a bulleted line reads as a headline does, or is capitalised as one."""
    title = line.entry
    if line.text[0] in _ARROWS or _reads_as_title().search(title):
        return True
    long_words = [
        word for word in title.split() if len(word) >= _MIN_CAPITALIZED_WORD and word[0].isalpha()
    ]
    if len(long_words) < _MIN_CAPITALIZED_WORDS:
        return False
    if title.count(",") > _MAX_COMMAS:
        return False
    capitalized = sum(1 for word in long_words if word[0].isupper())
    return capitalized >= _MIN_CAPITALIZED_SHARE * len(long_words)


def breaks_off(text: str) -> bool:
    """Whether a teaser ends with dots, perhaps with "Read more" behind them."""
    return _more().search(text, max(0, len(text) - 80)) is not None
