"""A line that may be the headline -> what can be seen of it.

In: the lines of a page, those that their own words tell with a verdict. Out: the lines that may be
its headline, and for each the keys for which weights were fitted. Why: the headline is the first
line as a rule, but on web pages menus, rubrics and stamps stand above it, and teasers beside it;
there it is told by its form, by what stands around it, and by its words, which come back in the
story.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page.bylines.forms import is_name_line
from newsquote._page.bylines.houses import is_made_of_outlet_words
from newsquote._page.dateline import read_dateline
from newsquote._page.phrases import house_names
from newsquote._page.printed_dates import find_printed_date
from newsquote._text import sentences, tokens
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.line import Line
    from newsquote.lang import LanguagePack

__all__ = ["HeadlineView", "find_candidates", "is_paragraph"]

_TOP_LINES = 300
"""Lines in which a headline is looked for."""
_MAX_HEADLINE_WORDS = 40
_MAX_WORDS_OF_SENTENCE = 25
"""Words of a headline that ends as a sentence does."""
_FULL_SENTENCE_WORDS = 8
"""Words of a sentence that is none of the short ones that a headline may be made of.

"The bridge is shut. Now what?"
"""
_MAX_OUTLET_WORDS = 5
_STORY_PARAGRAPHS, _STORY_PARAGRAPH_CHARS = 6, 1500
"""How much of what follows is compared with a candidate."""
_WORD_BOUNDS = (1, 2, 3, 4, 6, 9, 14, 20)
_COUNT_BOUNDS = (0, 1, 2, 4, 8, 16, 40)
_NEAR = 3
_MARKS = frozenset("\"”“'’‘")
"""Straight or curly marks are one sign."""
_ABOUT_STORY = frozenset({BlockRole.TIMESTAMP, BlockRole.BYLINE})
_LINES_OF_SECTIONS = 8
"""Lines within which the end of a path of sections stands alone once more."""


@cache
def _long_word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{4,}")


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(r"[\"“][^\"“”]*+(?<=[,.!?])[\"”]\s")


@cache
def _outlet_sign() -> re.Pattern[str]:
    return re.compile(r"\s[|–—·•»>-]\s")


def find_candidates(lines: Sequence[Line], lead: int, pack: LanguagePack) -> list[int]:
    """The lines that may be the headline; those above the running text, which begins at ``lead``.

    A sentence with its full stop, below the first line, is one only if there is no other: it is a
    standfirst. So is a path of sections that ends in another candidate.
    """
    top = lines[: min(lead, _TOP_LINES)]
    found = [i for i, line in enumerate(top) if _may_be_headline(line, pack)]
    firm = [i for i in found if not (i and lines[i].text.endswith("."))]
    return [i for i in firm or found if not _is_path(lines, i, firm)]


def _is_path(lines: Sequence[Line], i: int, candidates: Sequence[int]) -> bool:
    near = (lines[j].text for j in candidates if i < j < i + _LINES_OF_SECTIONS)
    return any(_is_end_of_path(text, lines[i].text) for text in near)


def _is_end_of_path(text: str, path: str) -> bool:
    return " " in text and len(text) < len(path) and path.endswith(text)


def _may_be_headline(line: Line, pack: LanguagePack) -> bool:
    if line.role is not None:
        return False
    if line.has_bullet:
        return False
    if line.word_count > _MAX_HEADLINE_WORDS:
        return False
    if line.is_prose and line.word_count > _MAX_WORDS_OF_SENTENCE:
        return False
    if line.text[-1] in ",:":
        return False
    if not any(map(str.isalpha, line.text)):
        return False
    return read_dateline(line, pack) is None and not is_paragraph(line, pack)


def is_paragraph(line: Line, pack: LanguagePack) -> bool:
    """Whether a line is a paragraph, however short: it quotes somebody, or has two sentences."""
    if not line.ends_sentence:
        return False
    return _has_quotation(line) or _count_full_sentences(line, pack) > 1


def _has_quotation(line: Line) -> bool:
    """Whether a quotation stands inside a sentence: '"It is over," said the mayor.'"""
    ends = line.text.rstrip("\"”’'")
    return ends[-1:] == "." and line.search(_quotation()) is not None


def _count_full_sentences(line: Line, pack: LanguagePack) -> int:
    """How many sentences of a line are so long that no headline is made of them."""
    if line.word_count < 2 * _FULL_SENTENCE_WORDS:
        return 0
    words = tokens.tokenize(line.full_text, line.start, line.end).words
    count = 0
    for i, j in sentences.split_sentences(words, 0, len(words), (), pack.table("abbreviations")):
        length = sum(1 for word in words[i:j] if word[0].isalnum())
        count += length >= _FULL_SENTENCE_WORDS
    return count


def _bucket(number: int, bounds: tuple[int, ...]) -> int:
    return bisect_left(bounds, number)


def _is_outlet(line: Line, pack: LanguagePack) -> bool:
    """Whether a line ends as the names of papers and stations do."""
    if line.word_count > _MAX_OUTLET_WORDS:
        return False
    words = line.text.casefold().removeprefix("the ").split()
    return is_made_of_outlet_words(words, pack)


def _ending(last: str) -> str:
    if last.isalnum():
        return "word"
    if last in _MARKS:
        return "mark"
    return last if last in ".?!…)" else "sign"


class HeadlineView:
    """What is known of a page when its headline is looked for."""

    def __init__(
        self, lines: Sequence[Line], candidates: Sequence[int], lead: int, pack: LanguagePack
    ) -> None:
        self._lines, self._candidates, self._lead, self._pack = lines, candidates, lead, pack
        self._prose = [i for i, line in enumerate(lines) if line.role is None and line.is_prose]
        self._texts = Counter(line.text for line in lines)
        self._words_behind: dict[int, frozenset[str]] = {}
        self._shared_by_line: dict[int, int] = {}
        self._most_shared: int | None = None

    def keys(self, i: int) -> list[str]:
        """The keys of a candidate."""
        return [*self._form_keys(i), *self._place_keys(i), *self._echo_keys(i)]

    def keys_of_none(self) -> list[str]:
        """The keys of there being no headline."""
        first = self._lines[0]
        look = "judged" if first.role is not None else "prose" if first.is_prose else "bare"
        return [
            "none",
            f"none first {look}",
            f"none candidates {_bucket(len(self._candidates), _COUNT_BOUNDS)}",
            f"none lead {_bucket(self._lead, _COUNT_BOUNDS)}",
        ]

    def _form_keys(self, i: int) -> list[str]:
        line = self._lines[i]
        text = line.text
        words = [word for word in _long_word().findall(text) if len(word) > 1]
        capitals = sum(1 for word in words if word[0].isupper())
        keys = [f"words {_bucket(line.word_count, _WORD_BOUNDS)}"]
        keys.append(f"capitals {4 * capitals // len(words) if words else 5}")
        keys.append("ends " + _ending(text[-1]))
        if any(map(str.isdigit, text)):
            keys.append("number")
        if text.isupper():
            keys.append("upper")
        if find_printed_date(line, self._pack):
            keys.append("date")
        if is_name_line(line, self._pack):
            keys.append("name")
        if _outlet_sign().search(text):
            keys.append("bar")
            pieces = _outlet_sign().split(text)
            houses = house_names(self._pack)
            if pieces[-1].casefold() in houses:
                keys.append("house behind")
        if text.casefold() in house_names(self._pack):
            keys.append("house")
        elif _is_outlet(line, self._pack):
            keys.append("outlet")
        if line.is_prose:
            keys.append("sentence")
        return keys

    def _place_keys(self, i: int) -> list[str]:
        lines = self._lines
        keys = []
        if i == 0:
            keys.append("first line")
        rank = bisect_left(self._candidates, i)
        keys.append(f"rank {_bucket(rank, _COUNT_BOUNDS)}")
        keys.append(f"left {_bucket(len(self._candidates) - rank - 1, _COUNT_BOUNDS)}")
        for distance in range(1, _NEAR + 1):
            if i + distance < len(lines) and lines[i + distance].role in _ABOUT_STORY:
                keys.append(f"stamp below {distance}")
                break
        for distance in range(1, _NEAR + 1):
            if i >= distance and lines[i - distance].role in _ABOUT_STORY:
                keys.append(f"stamp above {distance}")
                break
        keys.append("above " + (self._look(i - 1) if i else "top"))
        keys.append("below " + (self._look(i + 1) if i + 1 < len(lines) else "end"))
        behind = bisect_left(self._prose, i + 1)
        far = self._prose[behind] - i if behind < len(self._prose) else 99
        keys.append(f"to prose {_bucket(far, _COUNT_BOUNDS)}")
        inside = sum(1 for at in self._prose[behind : behind + 8] if at <= i + 15)
        keys.append(f"prose near {min(inside, 6)}")
        keys.append(f"prose above {_bucket(behind, _COUNT_BOUNDS)}")
        keys.append(f"to lead {_bucket(self._lead - i, _COUNT_BOUNDS)}")
        return keys

    def _look(self, i: int) -> str:
        line = self._lines[i]
        if line.role is not None:
            return line.role.value
        if line.is_prose:
            return "prose"
        return "bullet" if line.has_bullet else f"bare {_bucket(line.word_count, (3, 6, 10))}"

    def _echo_keys(self, i: int) -> list[str]:
        line = self._lines[i]
        words = {word.casefold() for word in _long_word().findall(line.text)}
        shared = self._shared(i)
        share = 5 * shared // len(words) if words else 6
        keys = [f"shared {share}", f"shared words {_bucket(shared, (0, 1, 2, 4))}"]
        if self._texts[line.text] > 1:
            keys.append("twice")
        rank = bisect_left(self._candidates, i)
        keys.append("before " + self._beside(rank, rank - 1))
        keys.append("next " + self._beside(rank, rank + 1))
        if self._most_shared is None:
            self._most_shared = max(map(self._shared, self._candidates))
        keys.append(f"behind best {min(self._most_shared - shared, 4)}")
        return keys

    def _beside(self, rank: int, other: int) -> str:
        """The candidate above or below, if it is near: which of the two echoes more."""
        if not 0 <= other < len(self._candidates):
            return "none"
        i, j = self._candidates[rank], self._candidates[other]
        if abs(i - j) > _NEAR:
            return "far"
        mine, its = self._shared(i), self._shared(j)
        size = _bucket(self._lines[j].word_count, (3, 5))
        longer = self._lines[j].word_count > self._lines[i].word_count
        echo = "more" if its > mine else "same" if its == mine else "less"
        return f"{echo} {size} {'longer' if longer else 'shorter'}"

    def _shared(self, i: int) -> int:
        """How many longer words of a candidate come back in the next paragraphs."""
        found = self._shared_by_line.get(i)
        if found is None:
            words = {word.casefold() for word in _long_word().findall(self._lines[i].text)}
            found = self._shared_by_line[i] = len(words & self._behind(i))
        return found

    def _behind(self, i: int) -> frozenset[str]:
        """The longer words of the next paragraphs."""
        first = bisect_left(self._prose, i + 1)
        found = self._words_behind.get(first)
        if found is None:
            words: set[str] = set()
            for at in self._prose[first : first + _STORY_PARAGRAPHS]:
                text = self._lines[at].text[:_STORY_PARAGRAPH_CHARS]
                words.update(map(str.casefold, _long_word().findall(text)))
            found = self._words_behind[first] = frozenset(words)
        return found
