"""A text as lines.

In: the text. Out: the stripped range of every line that is not blank, with the number of blank
lines above it. Why: every judgement about the page begins with lines, and lines are what
``str.splitlines`` gives, nothing else.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["RawLine", "split_lines"]


class RawLine(NamedTuple):
    """A line that is not blank: where its text begins and ends without the blanks around it."""

    start: int
    end: int
    blanks_above: int
    """How many blank lines stand between the line before and this one."""
    indent: int
    """How many blanks stand in front of it on its line."""


def split_lines(text: str) -> list[RawLine]:
    """The lines of a text that are not blank, in order."""
    found: list[RawLine] = []
    at = blanks = 0
    for raw in text.splitlines(keepends=True):
        rest = raw.lstrip()
        if rest:
            indent = len(raw) - len(rest)
            start = at + indent
            end = start + len(rest.rstrip())
            found.append(RawLine(start, end, blanks, indent))
            blanks = 0
        else:
            blanks += 1
        at += len(raw)
    return found
