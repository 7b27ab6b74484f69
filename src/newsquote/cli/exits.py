"""How a command ends.

In: an error that nobody foresaw. Out: the exit statuses, the error that ends a command, and a line
for any other. Why: scripts ask for the status, so it is a promise like the names of the library.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

__all__ = [
    "DONE",
    "INTERRUPTED",
    "NOT_DONE",
    "NOT_FOUND",
    "NOT_IN_TEXT",
    "NOT_SAID",
    "SOME_BROKEN",
    "RefusedError",
    "unforeseen",
]

DONE = 0
SOME_BROKEN = 1
"""Done but for broken lines, unreadable files, or articles that one side lacks."""
NOT_IN_TEXT = 1
"""``verify``: the quotation is not in the text."""
NOT_SAID = 1
"""``check``: somebody is not said to have said what is claimed, or it could not be checked."""
NOT_FOUND = 1
"""``search``: no quote has the words."""
NOT_DONE = 2
INTERRUPTED = 130
"""What a shell reports of a program that SIGINT ended: 128 and the number of the signal."""


class RefusedError(Exception):
    """What was asked for cannot be done; the message is one line."""


def unforeseen(error: Exception) -> str:
    """What to say of an error that is none of ours; of our mistakes, where they were raised."""
    if isinstance(error, MemoryError):
        return "not enough memory"
    if isinstance(error, OSError):
        named = "" if error.filename is None else f"{error.filename}: "
        return f"{named}{error.strerror or error}"
    what = f"{type(error).__name__}: {error}".removesuffix(": ")
    return f"an error that newsquote did not foresee, {what}{_place_of(error)}; please report it"


def _place_of(error: Exception) -> str:
    trace: TracebackType | None = error.__traceback__
    if trace is None:
        return ""
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f" ({os.path.basename(trace.tb_frame.f_code.co_filename)}, line {trace.tb_lineno})"  # noqa: PTH119 - pathlib would slow the start down
