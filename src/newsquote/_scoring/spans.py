"""What of a span counts.

In: a text and spans in it. Out: offsets of letters and digits, tokens, quoted fragments. Why: whether a span takes in its quotation marks,
blanks or a final period makes no difference to whether it is right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MIN_WORDS = 3
OPENING, CLOSING, STRAIGHT = "“„‟", "”", '"'
MARKS = frozenset(OPENING + CLOSING + STRAIGHT)
LIGHT = frozenset(["the", "a", "an", "of", "and"])
TOKEN = re.compile(r"[^\W_]+")

Chars: TypeAlias = frozenset[int]
"""Offsets of letters and digits."""

Ends: TypeAlias = tuple[int, int]


def chars(text: str, spans: Iterable[Sequence[int]]) -> Chars:
    """The offsets of the letters and digits in ``spans``."""
    return frozenset(i for s, e in spans for i in range(s, e) if text[i].isalnum())


def tokens(text: str, spans: Iterable[Sequence[int]]) -> frozenset[Ends]:
    """The ends of the tokens that ``spans`` touch, light words left out unless there is nothing else."""
    inside = chars(text, spans)
    if not inside:
        return frozenset()
    found = {
        m.span(): m.group().lower()
        for m in TOKEN.finditer(text, *_token_bounds(text, inside))
        if not inside.isdisjoint(range(*m.span()))
    }
    return frozenset(ends for ends, word in found.items() if word not in LIGHT) or frozenset(found)


def _token_bounds(text: str, inside: Chars) -> Ends:
    """The range of ``inside``, widened to whole tokens."""
    low, high = min(inside), max(inside) + 1
    while low and text[low - 1].isalnum():
        low -= 1
    while high < len(text) and text[high].isalnum():
        high += 1
    return low, high


def iou(a: Chars, b: Chars) -> float:
    """Intersection over union; 0.0 of two empty sets."""
    both = len(a & b)
    return both / (len(a) + len(b) - both) if both else 0.0


def quoted(text: str) -> list[Ends]:
    """The ends of every text between double quotation marks, the marks left out.

    Marks are paired inside a paragraph (a line). One that opens a paragraph and is never closed opens a text that runs to the end of the
    paragraph; any other that is never closed opens nothing.
    """
    out = []
    for line in re.finditer(r"[^\n\r]+", text):
        first = line.start() + len(line.group()) - len(line.group().lstrip())
        opened = None
        for mark in re.finditer(r"[“„‟”\"]", line.group()):
            at = line.start() + mark.start()
            if opened is None:
                # a closing curly mark closes nothing here, unless it was typed for an opening one
                if mark.group() not in CLOSING or _opens(text, at, first, line.end()):
                    opened = at
            elif mark.group() not in OPENING:
                out.append((opened + 1, at))
                opened = None
        if opened is not None and opened == first:
            out.append((opened + 1, line.end()))
    return out


def _opens(text: str, at: int, first: int, end: int) -> bool:
    """Whether a mark stands before a word and behind a blank or at the start."""
    return at + 1 < end and text[at + 1].isalnum() and (at == first or text[at - 1].isspace())


def fragments(text: str) -> list[Ends]:
    """The quoted texts of at least ``MIN_WORDS`` words."""
    return [
        (s, e)
        for s, e in quoted(text)
        if sum(any(c.isalnum() for c in word) for word in text[s:e].split()) >= MIN_WORDS
    ]
