"""The first words of a line -> a listed phrase.

In: a line's first words and a word list of phrases. Out: the phrase with which the line begins, or
which it is, and where that ends. Why: furniture, credits, labels and kickers are all told by their
first words; words are compared folded, so case, signs and curly apostrophes do not matter.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsquote.lang.kept import kept_by_pack, kept_with_pack

if TYPE_CHECKING:
    from newsquote.lang import LanguagePack

__all__ = [
    "MAX_PHRASE_WORDS",
    "FirstWords",
    "FoundPhrase",
    "Phrases",
    "house_names",
    "listed_phrases",
]

MAX_PHRASE_WORDS = 14
"""Words of the longest phrase that can be listed; no line is read further for one."""
_MAX_CHARS_BEFORE_PHRASE = 60
"""Characters within which the first word of a line ends, if the line may open with a phrase."""
_MAX_NUMBERS = 2
"""Numbers that may stand in a line that is a phrase: "Share 12"."""
_BEHIND_CHARS = 2
"""A sign behind a phrase, perhaps with a blank before it."""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:['’&+.-][^\W_]+)*|[©&]")


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")


class FirstWords:
    """The first words of a line, folded.

    Most lines are told by the very first or the second word; more are read when somebody asks.
    """

    __slots__ = (
        "_all",
        "_end",
        "_first_end",
        "_first_start",
        "_full_text",
        "_most",
        "first",
        "near",
    )

    def __init__(self, full_text: str, start: int, end: int, most: int) -> None:
        match = _word().search(full_text, start, end)
        self.first = _folded(match.group()) if match else ""
        """The first word, empty if there is none."""
        self._first_start, self._first_end = match.span() if match else (end, end)
        self.near = self._first_end <= start + _MAX_CHARS_BEFORE_PHRASE
        """Whether the first word stands at the beginning, behind few signs."""
        self._full_text, self._end, self._most = full_text, end, most
        self._all: tuple[tuple[str, ...], tuple[int, ...], bool] | None = None

    def _read_all(self) -> tuple[tuple[str, ...], tuple[int, ...], bool]:
        if self._all is None:
            matches = _word().finditer(self._full_text, self._first_start, self._end)
            found = list(islice(matches, self._most + 1))
            kept = found[: self._most]
            words = tuple([_folded(match.group()) for match in kept])
            ends = tuple([match.end() for match in kept])
            self._all = words, ends, len(found) <= self._most
        return self._all

    @property
    def second(self) -> str:
        """The second word, empty if there is none."""
        match = _word().search(self._full_text, self._first_end, self._end)
        return _folded(match.group()) if match else ""

    @property
    def words(self) -> tuple[str, ...]:
        """The words, as many at most as were asked for."""
        return self._read_all()[0]

    @property
    def ends(self) -> tuple[int, ...]:
        """Where each of them ends."""
        return self._read_all()[1]

    @property
    def are_all(self) -> bool:
        """Whether these are all words of the line."""
        return self._read_all()[2]

    def has_colon_behind(self, count: int) -> bool:
        """Whether a colon follows the first ``count`` words."""
        end = self.ends[count - 1]
        return self._full_text[end : end + _BEHIND_CHARS].strip()[:1] == ":"


class FoundPhrase(NamedTuple):
    """A phrase with which a line begins."""

    value: str
    """What the list says of it."""
    word_count: int
    end: int
    """The offset behind it."""


class Phrases:
    """A list of phrases, by their words.

    A phrase that is listed with a colon behind it holds only where a colon follows.
    """

    __slots__ = ("_longest", "_seconds", "_values", "_with_colon")

    def __init__(self, rows: tuple[tuple[str, ...], ...]) -> None:
        self._values: dict[tuple[str, ...], str] = {}
        self._with_colon: set[tuple[str, ...]] = set()
        self._seconds: dict[str, set[str]] = {}
        """By the first word of phrases, their second ones; the empty word where it is a phrase."""
        for phrase, *values in rows:
            self._add_phrase(phrase, values[0] if values else "")
        self._longest = max(map(len, self._values), default=0)

    def _add_phrase(self, phrase: str, value: str) -> None:
        words = tuple(map(_folded, _word().findall(phrase)[:MAX_PHRASE_WORDS]))
        self._values[words] = value
        if phrase.endswith(":"):
            self._with_colon.add(words)
        if words:
            second = words[1] if len(words) > 1 else ""
            self._seconds.setdefault(words[0], set()).add(second)

    def may_open(self, line: FirstWords) -> bool:
        """Whether the first word of a line opens any phrase; quicker than to read its words."""
        return line.near and line.first in self._seconds

    def _may_match(self, line: FirstWords) -> bool:
        """Whether the first two words of a line open any of the phrases, numbers aside."""
        seconds = self._seconds.get(line.first)
        if seconds is None:
            return line.first.isdigit()
        if "" in seconds:
            return True
        second = line.second
        return second in seconds or second.isdigit() or line.first.isdigit()

    def at_start(self, line: FirstWords) -> FoundPhrase | None:
        """The longest phrase with which a line begins."""
        if not self._may_match(line):
            return None
        all_words = line.words
        for count in range(min(self._longest, len(all_words)), 0, -1):
            words = all_words[:count]
            value = self._values.get(words)
            if value is None or (words in self._with_colon and not line.has_colon_behind(count)):
                continue
            return FoundPhrase(value, count, line.ends[count - 1])
        return None

    def value_of_whole(self, line: FirstWords) -> str | None:
        """The value of the phrase that a line is, numbers aside."""
        if not self._may_match(line):
            return None
        if not line.are_all:
            return None
        words = line.words
        if len(words) > self._longest + _MAX_NUMBERS:
            return None
        value = self._values.get(words)
        if value is not None:
            return value
        without_numbers = tuple(word for word in words if not word.isdigit())
        return self._values.get(without_numbers) if without_numbers else None


@kept_with_pack(128)
def listed_phrases(pack: LanguagePack, *names: str) -> Phrases:
    """The phrases of one or more lists of a pack."""
    rows = [row for name in names for row in pack.rows(name)]
    return Phrases(tuple(rows))


@kept_by_pack
def house_names(pack: LanguagePack) -> frozenset[str]:
    """The names of agencies and outlets, casefolded."""
    return frozenset(name.casefold() for name in (*pack.words("agencies"), *pack.words("outlets")))
