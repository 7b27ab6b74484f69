"""A table of the people whom the caller knows, for ``--known``.

In: a CSV file with the columns ``name``, ``id`` and ``aliases``. Out: ``KnownPerson`` values. Why:
a list that is read wrongly gives ids to the wrong people without a word, so whatever is not as it
should be is one error that names the line.
"""

from __future__ import annotations

import csv
import io
from difflib import get_close_matches
from typing import TYPE_CHECKING

from newsquote.cli.exits import RefusedError
from newsquote.cli.streams import read_text
from newsquote.models import KnownPerson

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["known_people"]

_COLUMNS = ("name", "id", "aliases")
_ALIKE = 0.7
"""As near to a column's name, a heading is a slip for it: "alias", "Aliases "."""


def known_people(file: str) -> tuple[KnownPerson, ...]:
    """The people in a file; columns of other names are left alone."""
    text = read_text(file, "utf-8")
    first = text.partition("\n")[0]
    delimiter = ";" if ";" in first and "," not in first else ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    people: list[KnownPerson] = []
    try:
        places = _places(next(rows, []), file)
        people.extend(
            _person(row, places, f"{file}: line {rows.line_num}")
            for row in rows
            if any(cell.strip() for cell in row)
        )
    except csv.Error as error:
        msg = f"{file}: line {rows.line_num}: not CSV: {error}"
        raise RefusedError(msg) from None
    return tuple(people)


def _places(heading: Sequence[str], file: str) -> dict[str, int]:
    """Where each column is."""
    found: dict[str, int] = {}
    for n, cell in enumerate(heading):
        name = cell.strip()
        if name in found:
            msg = f"{file}: line 1: the column {name!r} is there twice"
            raise RefusedError(msg)
        if name in _COLUMNS:
            found[name] = n
    for cell in heading:
        meant = get_close_matches(cell.strip().lower(), _COLUMNS, n=1, cutoff=_ALIKE)
        if meant and meant[0] not in found:
            msg = f"{file}: line 1: the column {cell.strip()!r} is called {meant[0]!r}"
            raise RefusedError(msg)
    if "name" not in found:
        msg = f"{file}: line 1: no column 'name'; the columns are {', '.join(_COLUMNS)}"
        raise RefusedError(msg)
    return found


def _person(row: Sequence[str], places: dict[str, int], where: str) -> KnownPerson:
    if len(row) <= max(places.values()):
        cells = "cell" if len(row) == 1 else "cells"
        msg = f"{where}: {len(row)} {cells}, fewer than in line 1"
        raise RefusedError(msg)
    cells_by_name = {name: row[n].strip() for name, n in places.items()}
    if not cells_by_name["name"]:
        msg = f"{where}: no name"
        raise RefusedError(msg)
    aliases = cells_by_name.get("aliases", "").replace("|", ";").split(";")
    try:
        return KnownPerson(
            name=cells_by_name["name"],
            id=cells_by_name.get("id") or None,
            aliases=tuple([alias.strip() for alias in aliases if alias.strip()]),
        )
    except ValueError as error:
        msg = f"{where}: {error}"
        raise RefusedError(msg) from None
