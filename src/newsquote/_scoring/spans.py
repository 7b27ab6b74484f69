"""What of a span counts.

In: a text and spans in it. Out: offsets of letters and digits, tokens, quoted fragments. Why:
whether a span takes in its quotation marks, blanks or a final period makes no difference to whether
it is right.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from newsquote._scoring.letters import KEPT, Letters, letters_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MIN_WORDS = 3
OPENING, CLOSING, STRAIGHT = "“„‟", "”", '"'
MARKS = frozenset(OPENING + CLOSING + STRAIGHT)
LIGHT = frozenset(["the", "a", "an", "of", "and"])
TOKEN = re.compile(r"[^\W_]+")
LINE = re.compile(r"[^\n\r]+")
MARK = re.compile(r"[“„‟”\"]")

Chars: TypeAlias = Letters
"""Offsets of letters and digits."""

Ends: TypeAlias = tuple[int, int]


def chars(text: str, spans: Iterable[Sequence[int]]) -> Chars:
    """The offsets of the letters and digits in ``spans``."""
    return letters_in(text, [*spans])


def tokens(text: str, spans: Iterable[Sequence[int]]) -> Letters:
    """The tokens that ``spans`` touch, each by its first letter.

    Light words are left out unless there is nothing else.
    """
    table = _tokens_of(text)
    touched = []
    for first, stop in chars(text, spans).edges():
        touched.append((bisect_right(table.ends, first), bisect_right(table.starts, stop)))
    weighty = [(table.weighty_before[low], table.weighty_before[high]) for low, high in touched]
    found = Letters.of(table.weighty, weighty)
    return found or Letters.of(table.starts, touched)


class _Tokens(NamedTuple):
    """The tokens of a text."""

    starts: Sequence[int]
    ends: Sequence[int]
    weighty: Sequence[int]
    """The starts of those that are not light."""
    weighty_before: Sequence[int]
    """How many of these are in front of each token, and of the end."""


@lru_cache(maxsize=KEPT)
def _tokens_of(text: str) -> _Tokens:
    found = [(token.span(), token.group().lower() not in LIGHT) for token in TOKEN.finditer(text)]
    return _Tokens(
        starts=[start for (start, _), _ in found],
        ends=[end for (_, end), _ in found],
        weighty=[start for (start, _), weighty in found if weighty],
        weighty_before=[0, *accumulate(weighty for _, weighty in found)],
    )


def iou(a: Chars, b: Chars) -> float:
    """Intersection over union; 0.0 of two empty sets."""
    both = a.in_common(b)
    return both / (len(a) + len(b) - both) if both else 0.0


def quoted(text: str) -> list[Ends]:
    """The ends of every text between double quotation marks, the marks left out.

    Marks are paired inside a paragraph (a line). One that opens a paragraph and is never closed
    opens a text that runs to the end of the paragraph; any other that is never closed opens
    nothing.
    """
    found: list[Ends] = []
    for line in LINE.finditer(text):
        found += _quoted_in(text, line)
    return found


def _quoted_in(text: str, line: re.Match[str]) -> Iterator[Ends]:
    """The same of one line."""
    first = line.end() - len(line.group().lstrip())
    opened = None
    for mark in MARK.finditer(text, line.start(), line.end()):
        at = mark.start()
        if opened is None:
            # A closing curly mark closes nothing here, unless it was typed for an opening one.
            if mark.group() not in CLOSING or _opens(text, at, first, line.end()):
                opened = at
        elif mark.group() not in OPENING:
            yield opened + 1, at
            opened = None
    if opened is not None and opened == first:
        yield opened + 1, line.end()


def _opens(text: str, at: int, first: int, end: int) -> bool:
    """Whether a mark stands before a word and behind a blank or at the start."""
    before_word = at + 1 < end and text[at + 1].isalnum()
    return before_word and (at == first or text[at - 1].isspace())


def fragments(text: str) -> list[Ends]:
    """The quoted texts of at least ``MIN_WORDS`` words."""
    return [(start, end) for start, end in quoted(text) if _words(text[start:end]) >= MIN_WORDS]


def _words(text: str) -> int:
    """How many pieces between blanks have a letter or a digit."""
    return sum(1 for word in text.split() if any(map(str.isalnum, word)))
