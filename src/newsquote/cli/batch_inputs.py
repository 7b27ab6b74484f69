"""What ``newsquote batch`` reads.

In: a file of JSON Lines, CSV or Parquet, and the names of its columns. Out: numbered lines of JSON
with the fields ``text``, ``id`` and ``published`` and the caller's own. Why: whatever a file is,
one place says what may stand in a record and what is wrong with it (``batch_lines``). A record that
cannot even be made a line has, in its place, what is wrong with it.
"""

from __future__ import annotations

import contextlib
import csv
import itertools
import json
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from newsquote.cli.exits import RefusedError
from newsquote.cli.streams import reported

if TYPE_CHECKING:
    import _csv
    import argparse
    from collections.abc import Iterator, Sequence

    from newsquote.cli.batch_lines import NumberedLine

__all__ = ["DATABASES", "DELIMITERS", "Columns", "columns_of", "numbered_lines"]

DATABASES = (".db", ".sqlite", ".sqlite3")
DELIMITERS = {".csv": ",", ".tsv": "\t"}
_MARK = "\ufeff"
"""What may stand at the start of a file to say that it is UTF-8."""
_LARGEST_CELL = 2**31 - 1
"""Characters: an article is longer than what csv takes unasked; more does not fit everywhere."""


class Columns(NamedTuple):
    """What the fields are called in the input."""

    text: str = "text"
    id: str = "id"
    published: str = "published"
    keep: Sequence[str] | None = None
    """The caller's own; all others where None."""

    @property
    def are_ours(self) -> bool:
        """Whether a record says by itself what its fields are."""
        return self == Columns()

    def named_in(self, record: dict[str, Any]) -> dict[str, Any]:
        """A record with our names for its fields."""
        names = {self.text: "text", self.id: "id", self.published: "published"}
        fields = {ours: record[name] for name, ours in names.items() if name in record}
        kept = record.keys() - names.keys() if self.keep is None else self.keep
        own = {name: record[name] for name in record if name in kept}
        return fields | {name if name not in fields else f"own_{name}": own[name] for name in own}


def columns_of(arguments: argparse.Namespace) -> Columns:
    """The names that the arguments give."""
    return Columns(arguments.text, arguments.id, arguments.published, arguments.keep)


def numbered_lines(file: IO[bytes], name: str, columns: Columns) -> Iterator[NumberedLine]:
    """The lines or the rows of a file, with their numbers from 1.

    The header of a table of CSV is its line 1; rows of Parquet are counted without one.
    """
    ending = name[name.rfind(".") :].lower()
    if ending in DELIMITERS:
        return _csv_lines(file, name, columns, DELIMITERS[ending])
    if ending == ".parquet":
        return _parquet_lines(file, name, columns)
    if ending in DATABASES:
        msg = f"{name}: a database is written, not read; give the articles it was made of"
        raise RefusedError(msg)
    lines = _json_lines(file, name)
    return lines if columns.are_ours else _renamed(lines, columns)


def _json_lines(lines: IO[bytes], name: str) -> Iterator[NumberedLine]:
    """The lines that are not blank."""
    numbers = enumerate(lines, 1)
    while True:
        with reported(name):
            number, line = next(numbers, (0, b""))
        if not number:
            return
        if line.strip():
            yield number, line


def _renamed(lines: Iterator[NumberedLine], columns: Columns) -> Iterator[NumberedLine]:
    """Lines with our names; what is no object is left as it is, to be complained of."""
    for number, line in lines:
        try:
            record = json.loads(line.decode("utf-8-sig")) if isinstance(line, bytes) else None
        except (ValueError, RecursionError):
            record = None
        if isinstance(record, dict):
            yield number, _line_of(columns.named_in(record))
        else:
            yield number, line


def _csv_lines(
    file: IO[bytes], name: str, columns: Columns, delimiter: str
) -> Iterator[NumberedLine]:
    """The rows; the header is read at once, so that nothing is written where it is refused."""
    csv.field_size_limit(_LARGEST_CELL)
    # Bytes that are no UTF-8 become surrogates, so that they end one row and not the run.
    lines = (line.decode(errors="surrogateescape") for line in file)
    whole = itertools.chain(
        (line.removeprefix(_MARK) for line in itertools.islice(lines, 1)), lines
    )
    rows = csv.reader(whole, delimiter=delimiter)
    with reported(name):
        header = next(rows, [])
    _demand_columns(header, name, columns)
    return _csv_rows(rows, header, name, columns)


def _csv_rows(
    rows: _csv.Reader, header: list[str], name: str, columns: Columns
) -> Iterator[NumberedLine]:
    while True:
        number = rows.line_num + 1
        try:
            with reported(name):
                row = next(rows, None)
        except csv.Error as error:
            yield number, f"not CSV: {error}"
            continue
        if row is None:
            return
        if row:
            yield number, _csv_line(header, row, columns)


def _csv_line(header: list[str], row: list[str], columns: Columns) -> bytes | str:
    """A row as a line of JSON; an empty cell says nothing, but for the text's."""
    if len(row) != len(header):
        return f"has {len(row)} cells, but the header has {len(header)}"
    cells = {
        name: None if cell == "" and name != columns.text else cell
        for name, cell in zip(header, row, strict=True)
    }
    try:
        "".join(row).encode()
    except UnicodeEncodeError:
        return "not UTF-8"
    return _line_of(columns.named_in(cells))


def _parquet_lines(file: IO[bytes], name: str, columns: Columns) -> Iterator[NumberedLine]:
    try:
        from newsquote.extras.parquet import read_records  # noqa: PLC0415 - pyarrow may be missing
    except ImportError as error:
        msg = f"{name}: {error}"
        raise RefusedError(msg) from None
    with _parquet_reported(name):
        header, records = read_records(file)
    _demand_columns(header, name, columns)
    return _parquet_rows(records, name, columns)


def _parquet_rows(
    records: Iterator[dict[str, Any]], name: str, columns: Columns
) -> Iterator[NumberedLine]:
    numbers = enumerate(records, 1)
    while True:
        with _parquet_reported(name):
            number, record = next(numbers, (0, {}))
        if not number:
            return
        yield number, _line_of(columns.named_in(record))


@contextlib.contextmanager
def _parquet_reported(name: str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        msg = f"{name}: cannot be read as Parquet: {error}"
        raise RefusedError(msg) from None


def _demand_columns(header: Sequence[str], name: str, columns: Columns) -> None:
    """Refuse a table that has not what it is said to have."""
    defaults = Columns()
    asked = [("text", columns.text)]
    if columns.id != defaults.id:
        asked.append(("id", columns.id))
    if columns.published != defaults.published:
        asked.append(("published", columns.published))
    asked += [("keep", column) for column in columns.keep or ()]
    for option, column in asked:
        if column not in header:
            there = ", ".join(header) or "no columns"
            msg = f"{name}: no column {column!r} (it has {there}); name one with --{option}"
            raise RefusedError(msg)


def _line_of(record: dict[str, Any]) -> bytes:
    return json.dumps(record).encode()
