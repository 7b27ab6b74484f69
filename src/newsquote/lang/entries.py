"""What may be added to a list.

In: a list's name and what a caller wants to add to it. Out: its rows, or an ``OptionsError`` that
says what is wrong. Why: an entry that its readers could not take apart is refused where it is
added, not in the middle of an article.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from unicodedata import category

from newsquote._told import told
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
_NUMBERS: dict[str, tuple[int, int]] = {"number_words": (0, 9999), "months": (1, 12)}
"""The least and the most of the whole number in the second column of a list."""
_FORMS = {"cue_phrases": 3}
"""Which column of a list has several phrases, parted by ``|``."""
_NOT_IN_WORDS = frozenset({"Cc", "Zl", "Zp"})
"""Control signs and line breaks, by their categories in Unicode: no word is printed with them."""


def rows_of_lines(name: str, entries: object) -> Rows:
    """Entries as rows of columns: each is a line of the list's file."""
    lines = _listed(name, entries)
    for line in lines:
        if not isinstance(line, str):
            raise _not_an_entry(name, line)
    return tuple([tuple(line.split("\t")) for line in lines])


def rows_of_entries(name: str, entries: object) -> Rows:
    """Entries as rows of columns: each is a line of the list's file, or a tuple of its columns."""
    rows = []
    for entry in _listed(name, entries):
        row = tuple(entry.split("\t")) if isinstance(entry, str) else entry
        if not isinstance(row, tuple):
            raise _not_an_entry(name, entry)
        if not all(isinstance(column, str) for column in row):
            raise _not_an_entry(name, entry)
        rows.append(row)
    return tuple(rows)


def _listed(name: str, entries: object) -> list[Any]:
    """The entries of a list, which are anything but one string."""
    is_table = isinstance(entries, str | Mapping) or hasattr(entries, "columns")
    if is_table or not isinstance(entries, Iterable):
        msg = f"the entries of list {name!r} are strings in a list or a tuple, not {told(entries)}"
        raise OptionsError(msg, entries)
    return list(entries)


def _not_an_entry(name: str, entry: object) -> OptionsError:
    msg = f"an entry of list {name!r} is a string, not {told(entry)}"
    return OptionsError(msg, entry)


def check_rows(name: str, rows: Iterable[Row], known: Iterable[Row]) -> None:
    """Refuse rows that are not of the list's form.

    :param known: the list's own rows, which say how many columns there are, and which are filled.
    """
    known = tuple(known)
    counts = {len(row) for row in known}
    least = min(counts, default=1)
    most = max(counts, default=sys.maxsize)
    filled = [n for n in range(least) if n == 0 or all(row[n].strip() for row in known)]
    for row in rows:
        if not least <= len(row) <= most:
            columns = _counted(least, most)
            msg = f"an entry of list {name!r} has {columns} parted by tabs, not {len(row)}: {row!r}"
            raise OptionsError(msg, row)
        complaint = _complaint(name, row, filled)
        if complaint:
            raise OptionsError(complaint, row)


def _complaint(name: str, row: Row, filled: Iterable[int]) -> str:
    """What is wrong with a row's columns, empty if nothing is."""
    if not row[0].strip():
        return f"an entry of list {name!r} has no word: {row!r}"
    for n in filled:
        if not row[n].strip():
            return f"column {n + 1} of list {name!r} cannot be empty: {row!r}"
    if not all(map(_is_one_line, row)):
        return f"an entry of list {name!r} has a tab, a line break or a control sign: {row!r}"
    vocabulary, limits = _VOCABULARIES.get(name), _NUMBERS.get(name)
    if vocabulary is not None and row[1] not in set(vocabulary):
        values = ", ".join(vocabulary)
        return f"the second column of list {name!r} is one of {values}, not {row[1]!r}: {row!r}"
    if limits is not None and not _is_number(row[1], *limits):
        least, most = limits
        return (
            f"the second column of list {name!r} is a whole number from {least} to {most},"
            f" not {row[1]!r}: {row!r}"
        )
    if name in _FORMS and not all(map(str.strip, row[_FORMS[name]].split("|"))):
        return f"column {_FORMS[name] + 1} of list {name!r} has an empty form: {row!r}"
    return ""


def _is_one_line(cell: str) -> bool:
    """Whether nothing in a column would part it, or is no sign that a text prints."""
    return cell.isprintable() or not any(category(sign) in _NOT_IN_WORDS for sign in cell)


def _is_number(cell: str, least: int, most: int) -> bool:
    digits = cell.isascii() and cell.isdecimal() and len(cell) <= len(str(most))
    return digits and least <= int(cell) <= most


def _counted(least: int, most: int) -> str:
    """A number of columns in words."""
    if least == most == 1:
        return "1 column"
    if least == most:
        return f"{least} columns"
    return f"{least} to {most} columns"
