"""Files, folders and lines -> the articles in them.

In: the names that a command was given. Out: the articles, one at a time, each with the name under
which it is spoken of, or with what is wrong with it. Why: a corpus is a folder of texts, a file of
lines, or what ``newsquote batch`` wrote; whichever it is, one article is held at a time, and one
that cannot be read does not end the rest.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from newsquote import parser
from newsquote.cli.batch_lines import source_of_fields
from newsquote.cli.exits import RefusedError, unforeseen
from newsquote.cli.streams import STANDARD, open_input, read_text, reported
from newsquote.codec import from_dict
from newsquote.errors import SchemaError
from newsquote.models import Source
from newsquote.models.given import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsquote.models import Article
    from newsquote.options import ParseOptions

__all__ = ["Gathered", "gather_articles"]

_LINES = (".jsonl", ".ndjson")


class Gathered(NamedTuple):
    """An article, or what is wrong with it; both where it was read without a part."""

    name: str
    """The name of its file, or its id; where a line has none, the file and the line."""
    article: Article | None = None
    complaint: str = ""


def gather_articles(
    names: Sequence[str], options: ParseOptions, encoding: str
) -> Iterator[Gathered]:
    """The articles of files and folders, in their order."""
    for name in _files(names):
        if isinstance(name, Gathered):
            yield name
            continue
        try:
            if name.endswith(_LINES):
                yield from _of_lines(name, options)
            else:
                text = read_text(name, encoding)
                yield _read(Source(text=text), options, _printed(name))
        except RefusedError as refused:
            yield Gathered(name, complaint=str(refused))


def _files(names: Sequence[str]) -> Iterator[str | Gathered]:
    """The files, or what is wrong with a folder.

    A folder's are its texts, wherever in it, in the order of their names.
    """
    for name in names:
        if name != STANDARD and os.path.isdir(name):  # noqa: PTH112 - total, whatever the name
            yield from _texts_in(name)
        else:
            yield name


def _printed(name: str) -> str:
    """A name as it is spoken of, whatever its bytes are."""
    return os.fsencode(name).decode("utf-8", "replace")


def _texts_in(folder: str) -> Iterator[str | Gathered]:
    """The texts of a folder and of those in it, or why one cannot be looked into.

    No call for each level: some folders are deeper than Python's own calls may be.
    """
    waiting = [folder]
    while waiting:
        name = waiting.pop()
        try:
            with os.scandir(name) as entries:
                inside = sorted(entries, key=lambda entry: entry.name, reverse=True)
        except NotADirectoryError:
            yield name
        except OSError as error:
            printed = _printed(name)
            yield Gathered(printed, complaint=f"{printed}: {error.strerror or error}")
        else:
            waiting += [entry.path for entry in inside if _is_wanted(entry)]


def _is_wanted(entry: os.DirEntry[str]) -> bool:
    """Whether an entry of a folder is a text, or a folder that may have some."""
    try:
        if entry.is_dir(follow_symlinks=False):
            return True
        return entry.name.endswith(".txt") and entry.is_file()
    except OSError:
        return False


def _of_lines(name: str, options: ParseOptions) -> Iterator[Gathered]:
    """The articles of a file with one a line."""
    printed = _printed(name)
    with open_input(name) as lines:
        numbers = enumerate(lines, 1)
        while True:
            with reported(name):
                number, line = next(numbers, (0, b""))
            if not number:
                return
            if not line.strip():
                continue
            where = f"{printed}: line {number}"
            try:
                found = _found_in(line)
            except ValueError as error:
                yield Gathered(where, complaint=f"{where}: {error}")
                continue
            name_of = str(found.id) if found.id else where
            if isinstance(found, Source):
                read = _read(found, options, where)
                yield read._replace(name=name_of if read.article else where)
            else:
                yield Gathered(name_of, found)


def _read(source: Source, options: ParseOptions, where: str) -> Gathered:
    """The article of a source, and what of the source was left out."""
    try:
        article = parser.parse_source(source, options)
    except parser.NO_ITEM_S_FAULT:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the others are read
        return Gathered(where, complaint=f"{where}: {unforeseen(error)}")
    doubt = day_of(source.published).complaint
    complaint = f"{where}: {doubt}; it is left out" if doubt else ""
    return Gathered(where, article, complaint)


def _found_in(line: bytes) -> Article | Source:
    """The article of a line that was read before, or what is to be read.

    ``ValueError`` tells what is wrong with the line.
    """
    try:
        fields: Any = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        msg = f"not UTF-8: byte {error.start} cannot be read"
        raise ValueError(msg) from None
    except (ValueError, RecursionError) as error:
        msg = f"not JSON: {error}"
        raise ValueError(msg) from None
    if isinstance(fields, dict) and "schema_version" in fields:
        try:
            return from_dict(fields)
        except SchemaError as error:
            msg = f"not an article of newsquote batch: {error}"
            raise ValueError(msg) from None
    if not isinstance(fields, dict):
        msg = "not an object with a text"
        raise ValueError(msg)  # noqa: TRY004 - the caller's one kind of broken line
    return source_of_fields(fields)
