"""``newsquote sources``: articles in, a row for each speaker with counts out."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from newsquote import parser
from newsquote.cli.arguments import parse_options
from newsquote.cli.drawing import drawing_for, without_colour
from newsquote.cli.exits import DONE, SOME_BROKEN, RefusedError
from newsquote.cli.streams import STANDARD, print_bytes, print_text, read_text, say
from newsquote.formats.counting import SOURCE_COLUMNS, source_rows
from newsquote.formats.table import table

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

__all__ = ["print_counts"]

Rows = list[dict[str, object]]


def print_counts(arguments: argparse.Namespace) -> int:
    """Print a row a speaker; a file that cannot be read is reported and left out."""
    drawing = None if arguments.format else drawing_for(arguments.color, sys.stdout)
    form = arguments.format or "csv"
    if not drawing:
        print_bytes(_head(form).encode())
    drawn: Rows = []
    status = DONE
    for name in _articles(arguments.files):
        try:
            rows = _rows_of(name, arguments)
        except RefusedError as refused:
            say(str(refused))
            status = SOME_BROKEN
            continue
        if drawing:
            drawn += rows
        else:
            print_bytes(_lines(form, rows).encode())
    if drawing:
        plain = without_colour(arguments.color)
        print_text(drawing.drawn_table(SOURCE_COLUMNS, drawn, plain=plain))
    return status


def _rows_of(name: str, arguments: argparse.Namespace) -> Rows:
    text = read_text(name, arguments.encoding)
    article = parser.parse(text, options=parse_options(arguments))
    return source_rows(article, os.fsencode(name).decode("utf-8", "replace"))


def _head(form: str) -> str:
    """What stands above the first row."""
    return "" if form == "jsonl" else table(SOURCE_COLUMNS, (), _delimiter(form))


def _lines(form: str, rows: Rows) -> str:
    if form == "jsonl":
        return "".join(json.dumps(row) + "\n" for row in rows)
    return table(SOURCE_COLUMNS, rows, _delimiter(form), header=False)


def _delimiter(form: str) -> str:
    return "," if form == "csv" else "\t"


def _articles(names: Sequence[str]) -> Iterator[str]:
    """The files; a folder's are its texts, wherever in it, in the order of their names."""
    for name in names:
        if name != STANDARD and os.path.isdir(name):  # noqa: PTH112 - total, whatever the name
            texts = (path for path in Path(name).rglob("*.txt") if path.is_file())
            yield from map(str, sorted(texts))
        else:
            yield name
