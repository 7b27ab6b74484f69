"""A line of a page, and what can be seen of it from outside.

In: the caller's text and where a line begins and ends in it. Out: a ``Line`` with its text, its
first words, its bullet, its length in words and how it ends, each computed once. Why: every
judgement about a page begins with these. A line of the page is one line of the text, or several
that hard-wrapping parted; a ``Stretch`` is any piece of the text that is read on its own, as the
names behind "By" are.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page.phrases import MAX_PHRASE_WORDS, FirstWords
from newsquote._text.ranges import chars_of_pair

if TYPE_CHECKING:
    from newsquote._page.verdicts import Verdict
    from newsquote._page.weighed import Weighed
    from newsquote._text.ranges import Chars
    from newsquote.kinds import BlockRole

__all__ = ["Line", "Stretch", "ends_sentence", "find_bullet"]

_MIN_SENTENCE_WORDS = 8
"""Words from which on a line that ends as a sentence does is running text."""
_MIN_PROSE_WORDS = 30
"""Words from which on a line is running text however it ends."""
_LONG_LINE_WORDS = 45
"""Words beyond which a line is told by few first words if by any."""
_FIRST_WORDS_OF_LONG_LINE = 8
"""Words that are read of such a line."""
_BULLETS = "•●▪■►▶‣◦·»∙◆→➔➜➡➤▸▹⇒☞👉"
_BULLET_SIGNS = frozenset(_BULLETS + "-–*>+")
"""What may be a bullet, perhaps with a blank behind it."""
_CLOSING_MARKS = "\"”’'»)]"
_SENTENCE_STOPS = (".", "!", "?", "…", "。")
_ENDING_CHARS = 4
"""A stop and the marks that may stand behind it."""


class Stretch:
    """A piece of the caller's text that is read on its own."""

    __slots__ = ("_first_words", "end", "full_text", "start", "text")

    def __init__(self, full_text: str, start: int, end: int) -> None:
        self.full_text = full_text
        """The caller's text, into which all offsets point."""
        self.start = start
        self.end = end
        self.text = full_text[start:end]
        self._first_words: FirstWords | None = None

    @property
    def chars(self) -> Chars:
        """Where it stands in the caller's text."""
        return chars_of_pair((self.start, self.end))

    @property
    def first_words(self) -> FirstWords:
        """Its first words, folded; no phrase has more."""
        if self._first_words is None:
            self._first_words = FirstWords(self.full_text, self.start, self.end, MAX_PHRASE_WORDS)
        return self._first_words

    def between(self, start: int, end: int) -> Stretch:
        """The stretch between two offsets of the same text."""
        return Stretch(self.full_text, start, end)

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What a pattern matches at its beginning; lookbehinds see what stands before it."""
        return pattern.match(self.full_text, self.start, self.end)

    def search(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What a pattern matches anywhere in it; lookbehinds see what stands before it."""
        return pattern.search(self.full_text, self.start, self.end)


class Line(Stretch):
    """A line of the page and its outward signs.

    The verdict on it and its role are given by ``Page.judge`` alone.
    """

    __slots__ = (
        "blanks_above",
        "ends_sentence",
        "has_bullet",
        "indent",
        "is_prose",
        "overruled",
        "role",
        "verdict",
        "weighed",
        "word_count",
        "words_start",
    )

    def __init__(
        self, full_text: str, start: int, end: int, blanks_above: int, indent: int
    ) -> None:
        super().__init__(full_text, start, end)
        self.blanks_above = blanks_above
        """How many blank lines stand above it."""
        self.indent = indent
        """How many blanks stand in front of it."""
        bullet = find_bullet(full_text, start, end)
        self.has_bullet = bullet is not None
        self.words_start = start if bullet is None else bullet.end()
        """Where its words begin, behind the bullet."""
        count = full_text.count(" ", self.words_start, end) + 1
        self.word_count = count
        closed = ends_sentence(full_text, start, end)
        self.ends_sentence = closed
        self.is_prose = count >= (_MIN_SENTENCE_WORDS if closed else _MIN_PROSE_WORDS)
        """Whether it reads as running text: a whole sentence, or too long for anything else."""
        self.verdict: Verdict | None = None
        self.overruled: Verdict | None = None
        """The verdict before the last one."""
        self.weighed: Weighed | None = None
        """What it most likely is, once all lines have been weighed together."""
        self.role: BlockRole | None = None
        """The role that the verdict gives."""

    @property
    def first_words(self) -> FirstWords:
        """Its first words, folded; few of a long line, which is told by few if by any."""
        if self._first_words is None:
            few = self.word_count > _LONG_LINE_WORDS
            most = _FIRST_WORDS_OF_LONG_LINE if few else MAX_PHRASE_WORDS
            self._first_words = FirstWords(self.full_text, self.start, self.end, most)
        return self._first_words

    @property
    def entry(self) -> str:
        """Its text behind the bullet."""
        return self.full_text[self.words_start : self.end]


@cache
def _bullet() -> re.Pattern[str]:
    return re.compile(rf"(?:[-–*>+][ \t\u00a0]+|[{_BULLETS}]\ufe0f?\s?)(?=\S)(?![-–—*•\s]*$)")


def find_bullet(text: str, start: int, end: int) -> re.Match[str] | None:
    """The bullet with which the line between two offsets begins, and the blanks behind it."""
    return _bullet().match(text, start, end) if text[start] in _BULLET_SIGNS else None


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether the line between two offsets ends as a sentence does, closing marks aside."""
    ending = text[max(start, end - _ENDING_CHARS) : end]
    return ending.rstrip(_CLOSING_MARKS).endswith(_SENTENCE_STOPS)
