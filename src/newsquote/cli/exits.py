"""How a command ends.

In: nothing. Out: the exit statuses, and the error that ends a command. Why: scripts ask for the
status, so it is a promise like the names of the library.
"""

from __future__ import annotations

__all__ = [
    "DONE",
    "INTERRUPTED",
    "NOT_DONE",
    "NOT_FOUND",
    "NOT_IN_TEXT",
    "NOT_SAID",
    "SOME_BROKEN",
    "RefusedError",
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
