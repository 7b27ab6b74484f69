"""Files, folders and lines -> the articles in them.

In: the names that a command was given. Out: the articles, one at a time, each with the name under
which it is spoken of, or with what is wrong with it. Why: a corpus is a folder of texts, a file of
lines, or what ``newsquote batch`` wrote; whichever it is, one article is held at a time, and one
that cannot be read does not end the rest.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from newsquote import parser
from newsquote.cli.batch_lines import source_of_fields
from newsquote.cli.exits import RefusedError
from newsquote.cli.streams import STANDARD, open_input, read_text, reported
from newsquote.codec import from_dict
from newsquote.errors import SchemaError
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
        try:
            if name.endswith(_LINES):
                yield from _of_lines(name, options)
            else:
                article = parser.parse(read_text(name, encoding), options=options)
                yield Gathered(os.fsencode(name).decode("utf-8", "replace"), article)
        except RefusedError as refused:
            yield Gathered(name, complaint=str(refused))


def _files(names: Sequence[str]) -> Iterator[str]:
    """The files; a folder's are its texts, wherever in it, in the order of their names."""
    for name in names:
        if name != STANDARD and os.path.isdir(name):  # noqa: PTH112 - total, whatever the name
            texts = (path for path in Path(name).rglob("*.txt") if path.is_file())
            yield from map(str, sorted(texts))
        else:
            yield name


def _of_lines(name: str, options: ParseOptions) -> Iterator[Gathered]:
    """The articles of a file with one a line."""
    printed = os.fsencode(name).decode("utf-8", "replace")
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
                article, doubt = _article_of(line, options)
            except ValueError as error:
                yield Gathered(where, complaint=f"{where}: {error}")
                continue
            complaint = f"{where}: {doubt}" if doubt else ""
            yield Gathered(str(article.id) if article.id else where, article, complaint)


def _article_of(line: bytes, options: ParseOptions) -> tuple[Article, str]:
    """The article of a line, read here or before, and what of the line was left out.

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
            return from_dict(fields), ""
        except SchemaError as error:
            msg = f"not an article of newsquote batch: {error}"
            raise ValueError(msg) from None
    if not isinstance(fields, dict):
        msg = "not an object with a text"
        raise ValueError(msg)  # noqa: TRY004 - the caller's one kind of broken line
    source = source_of_fields(fields)
    doubt = day_of(fields.get("published")).complaint
    return parser.parse_source(source, options), doubt and f"{doubt}; it is left out"
