"""What may be added to a list.

In: a list's name and what a caller wants to add to it. Out: its rows, or an ``OptionsError`` that
says what is wrong. Why: an entry that its readers could not take apart is refused where it is
added, not in the middle of an article.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from newsquote.errors import OptionsError
from newsquote.kinds import BlockRole, CreditKind, CueCategory, Polarity

if TYPE_CHECKING:
    from enum import StrEnum

    from newsquote.lang.loader import Row, Rows

__all__ = ["check_rows", "rows_of_entries", "rows_of_lines"]

_VOCABULARIES: dict[str, type[StrEnum]] = {
    "cue_verbs": CueCategory,
    "cue_nouns": CueCategory,
    "cue_phrases": CueCategory,
    "cue_polarities": Polarity,
    "credit_openers": CreditKind,
    "furniture_lines": BlockRole,
    "furniture_starts": BlockRole,
}
"""What the second column of a list may say."""


def rows_of_lines(name: str, entries: object) -> Rows:
    """Entries as rows of columns: each is a line of the list's file."""
    lines = _listed(name, entries)
    for line in lines:
        if not isinstance(line, str):
            raise _not_an_entry(line)
    return tuple([tuple(line.split("\t")) for line in lines])


def rows_of_entries(name: str, entries: object) -> Rows:
    """Entries as rows of columns: each is a line of the list's file, or a tuple of its columns."""
    rows = []
    for entry in _listed(name, entries):
        row = tuple(entry.split("\t")) if isinstance(entry, str) else entry
        if not isinstance(row, tuple):
            raise _not_an_entry(entry)
        if not all(isinstance(column, str) for column in row):
            raise _not_an_entry(entry)
        rows.append(row)
    return tuple(rows)


def _listed(name: str, entries: object) -> list[Any]:
    """The entries of a list, which are anything but one string."""
    if isinstance(entries, str) or not isinstance(entries, Iterable):
        msg = f"the entries of list {name!r} are strings in a list or a tuple, not {entries!r}"
        raise OptionsError(msg, entries)
    return list(entries)


def _not_an_entry(entry: object) -> OptionsError:
    msg = f"an entry of a word list is a string, not {entry!r}"
    return OptionsError(msg, entry)


def check_rows(name: str, rows: Iterable[Row], known: Iterable[Row]) -> None:
    """Refuse rows that are not of the list's form.

    :param known: the list's own rows, which say how many columns there are.
    """
    counts = {len(row) for row in known}
    least = min(counts, default=1)
    most = max(counts, default=sys.maxsize)
    vocabulary = _VOCABULARIES.get(name)
    for row in rows:
        if not least <= len(row) <= most:
            columns = _counted(least, most)
            msg = f"an entry of list {name!r} has {columns} parted by tabs, not {len(row)}: {row!r}"
            raise OptionsError(msg, row)
        if not row[0].strip():
            msg = f"an entry of list {name!r} has no word: {row!r}"
            raise OptionsError(msg, row)
        if vocabulary is not None and row[1] not in set(vocabulary):
            values = ", ".join(vocabulary)
            msg = f"the second column of list {name!r} is one of {values}, not {row[1]!r}"
            raise OptionsError(msg, row)


def _counted(least: int, most: int) -> str:
    """A number of columns in words."""
    if least == most == 1:
        return "1 column"
    if least == most:
        return f"{least} columns"
    return f"{least} to {most} columns"
