"""The beginning of a line -> a listed phrase.

In: a line and a word list of phrases. Out: the phrase with which the line begins, or which it is, and where that ends. Why: furniture,
credits, labels and kickers are all told by their first words; words are compared folded, so case, signs and curly apostrophes do not matter.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsquote.lang import LanguagePack

__all__ = ["Found", "Head", "Phrases", "head", "houses", "listed"]

_LONGEST = 14
"""No phrase has more words; no line is read further for one."""

_FIRST = 60
"""Within so many characters a line's first word ends."""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:['’&+.-][^\W_]+)*|[©&]")


class Head:
    """The first words of a line, folded. Most lines are told by the very first or the second; the others are read when somebody asks for them."""

    __slots__ = ("_at", "_behind", "_end", "_most", "_read", "_text", "first")

    def __init__(self, text: str, start: int, end: int, most: int) -> None:
        match = _word().search(text, start, end)
        self.first = _folded(match.group()) if match else ""
        """The first word, empty if there is none."""
        self._at, self._behind = match.span() if match else (end, end)
        self._text, self._end, self._most = text, end, most
        self._read: tuple[tuple[str, ...], tuple[int, ...], bool] | None = None

    def _all(self) -> tuple[tuple[str, ...], tuple[int, ...], bool]:
        if self._read is None:
            found = list(islice(_word().finditer(self._text, self._at, self._end), self._most + 1))
            first = found[: self._most]
            self._read = (
                tuple([_folded(match.group()) for match in first]),
                tuple([match.end() for match in first]),
                len(found) <= self._most,
            )
        return self._read

    @property
    def second(self) -> str:
        """The second word, empty if there is none."""
        match = _word().search(self._text, self._behind, self._end)
        return _folded(match.group()) if match else ""

    @property
    def words(self) -> tuple[str, ...]:
        """The words, so many at most as were asked for."""
        return self._all()[0]

    @property
    def ends(self) -> tuple[int, ...]:
        """Where each of them ends."""
        return self._all()[1]

    @property
    def whole(self) -> bool:
        """Whether these are all words of the line."""
        return self._all()[2]


class Found(NamedTuple):
    """A phrase at the beginning of a line: its value in the list, its number of words, the offset behind it."""

    value: str
    length: int
    end: int


def head(text: str, start: int, end: int, most: int = _LONGEST) -> Head:
    """The first words of the line between two offsets, so many at most."""
    return Head(text, start, end, most)


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")


class Phrases:
    """A list of phrases, by their words. A phrase that is listed with a colon behind it holds only where a colon follows."""

    __slots__ = ("_colons", "_longest", "_seconds", "_values")

    def __init__(self, rows: tuple[tuple[str, ...], ...]) -> None:
        self._values: dict[tuple[str, ...], str] = {}
        self._colons: set[tuple[str, ...]] = set()
        self._seconds: dict[str, set[str]] = {}
        """By the first word of phrases, their second ones; the empty word where the first is a phrase by itself."""
        for phrase, *rest in rows:
            words = tuple(map(_folded, _word().findall(phrase)[:_LONGEST]))
            self._values[words] = rest[0] if rest else ""
            if phrase.endswith(":"):
                self._colons.add(words)
            if words:
                self._seconds.setdefault(words[0], set()).add(words[1] if len(words) > 1 else "")
        self._longest = max(map(len, self._values), default=0)

    def may_open(self, text: str, start: int, end: int) -> bool:
        """Whether the first word of a line opens any of the phrases; to ask this first is quicker than to read the line's words."""
        match = _word().search(text, start, min(end, start + _FIRST))
        return match is not None and _folded(match.group()) in self._seconds

    def _may_match(self, line: Head) -> bool:
        """Whether the first two words of a line open any of the phrases, numbers aside."""
        seconds = self._seconds.get(line.first)
        if seconds is None:
            return line.first.isdigit()
        if "" in seconds:
            return True
        second = line.second
        return second in seconds or second.isdigit() or line.first.isdigit()

    def at_start(self, text: str, line: Head) -> Found | None:
        """The longest phrase with which a line begins."""
        if not self._may_match(line):
            return None
        for count in range(min(self._longest, len(line.words)), 0, -1):
            words = line.words[:count]
            value = self._values.get(words)
            if value is not None and (
                words not in self._colons
                or text[line.ends[count - 1] : line.ends[count - 1] + 2].strip()[:1] == ":"
            ):
                return Found(value, count, line.ends[count - 1])
        return None

    def whole(self, line: Head) -> str | None:
        """The value of the phrase that a line is, numbers aside."""
        if not self._may_match(line):
            return None
        if not line.whole or len(line.words) > self._longest + 2:
            return None
        value = self._values.get(line.words)
        if value is not None:
            return value
        words = tuple(word for word in line.words if not word.isdigit())
        return self._values.get(words) if words else None


@lru_cache(maxsize=128)
def listed(pack: LanguagePack, *names: str) -> Phrases:
    """The phrases of one or more lists of a pack."""
    return Phrases(tuple(row for name in names for row in pack.rows(name)))


@lru_cache(maxsize=32)
def houses(pack: LanguagePack) -> frozenset[str]:
    """The names of agencies and outlets, casefolded."""
    return frozenset(name.casefold() for name in (*pack.words("agencies"), *pack.words("outlets")))
