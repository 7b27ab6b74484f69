"""How far a run came.

In: what is read, and where the results go. Out: a bar on the standard error, or a count. Why: a run
of hours that says nothing looks like one that hangs.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from time import monotonic
from typing import IO, TYPE_CHECKING, Self

from newsquote.cli.drawing import drawing_for, is_terminal, without_colour
from newsquote.cli.streams import STANDARD, say

if TYPE_CHECKING:
    import argparse

    from newsquote.extras.cli import Bar

__all__ = ["Counter", "progress_of"]

_PAUSE = 0.2
"""Seconds between two counts."""


def progress_of(arguments: argparse.Namespace, given: IO[bytes]) -> Counter | Bar:
    """A bar on the standard error.

    A count where there is nothing to draw it with, or where the results come between.
    """
    stream = sys.stderr
    between = arguments.output == STANDARD and is_terminal(sys.stdout)
    if between or not is_terminal(stream):
        return Counter()
    drawing = drawing_for(arguments.color, stream)
    if drawing is None:
        return Counter()
    bar: Bar = drawing.Bar(
        stream, size=_size(given), read=given.tell, plain=without_colour(arguments.color)
    )
    return bar


def _size(file: IO[bytes]) -> int | None:
    """The length of a file; None where nobody knows."""
    with contextlib.suppress(OSError, ValueError):
        about = os.fstat(file.fileno())
        if stat.S_ISREG(about.st_mode):
            return about.st_size
    return None


class Counter:
    """A count on the standard error, where that is a terminal."""

    def __init__(self) -> None:
        self.shown = sys.stderr is not None and sys.stderr.isatty()
        self.count = 0
        self.next = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._wipe()

    def step(self) -> None:
        """One more article is done."""
        self.count += 1
        if self.shown and monotonic() >= self.next:
            self.next = monotonic() + _PAUSE
            self._draw(self._line())

    def say(self, message: str) -> None:
        """Say what went wrong, on a line of its own."""
        self._wipe()
        say(message)

    def _wipe(self) -> None:
        if self.shown and self.count:
            self._draw(" " * len(self._line()) + "\r")

    def _line(self) -> str:
        return f"{self.count} articles"

    def _draw(self, text: str) -> None:
        print(f"\r{text}", end="", file=sys.stderr, flush=True)
