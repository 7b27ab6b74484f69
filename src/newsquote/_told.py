"""A value as an error names it.

In: anything that a caller gave. Out: a piece of one line. Why: an error is one line that is read at
a glance, and a whole table, or a text of a megabyte, is neither.
"""

from __future__ import annotations

__all__ = ["told"]


def told(value: object) -> str:
    """A value as an error names it: in one line, and not the whole of it."""
    return f"{' '.join(repr(value).split()):.60}"
