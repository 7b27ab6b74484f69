"""Where ``newsquote batch`` writes.

In: a name, the input's lines, whether to go on with what is there. Out: for each kind of output the
function that writes a result, what it takes, and the lines that are still to be read. Why: each
kind has its own way to say how far an earlier run came: a file of JSON Lines by its lines, a
database and the parts of a Parquet file by the articles that are in them.
"""

from __future__ import annotations

import contextlib
import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from newsquote.cli import batch_lines
from newsquote.cli.batch_inputs import DATABASES
from newsquote.cli.exits import RefusedError
from newsquote.cli.streams import (
    STANDARD,
    close_file,
    file_writer,
    open_file,
    open_output,
    reported,
)
from newsquote.formats.jsonline import json_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsquote.cli.batch_lines import Form, Known, NumberedLine, Result
    from newsquote.models import Article

__all__ = ["Output", "open_results"]

_NOT_WRITTEN = (".csv", ".tsv")


class Output(NamedTuple):
    """Something to write to, opened."""

    write: Callable[[bytes], None]
    """``OptionsError`` says that an article cannot be taken."""
    form: Form
    """What makes of an article what ``write`` takes."""
    lines: Iterator[NumberedLine]
    """What is still to be read."""
    broken: Sequence[Result] = ()
    """What an earlier run found broken, of the lines that are not read again."""


@contextlib.contextmanager
def open_results(
    name: str, lines: Iterator[NumberedLine], known: Known, *, resume: bool, strict: bool = False
) -> Iterator[Output]:
    """An output by the ending of its name; JSON Lines where it has none that is known."""
    if resume and name == STANDARD:
        msg = "--resume needs a file to go on with, not the standard output"
        raise RefusedError(msg)
    if name.lower().endswith(_NOT_WRITTEN):
        msg = f"{name}: batch writes JSON Lines, .parquet or .db; newsquote search --format csv of"
        msg += " a database, or newsquote parse --format csv of one article, give a table"
        raise RefusedError(msg)
    if name.lower().endswith(DATABASES):
        opened = _database(name, lines, known, resume=resume, strict=strict)
    elif name.lower().endswith(".parquet"):
        opened = _parquet(name, lines, known, resume=resume, strict=strict)
    elif resume:
        opened = _lines_continued(name, lines, known, strict=strict)
    else:
        opened = _lines_begun(name, lines)
    with opened as output:
        yield output


# JSON Lines


def _json_line(article: Article) -> bytes:
    return json_line(article).encode()


@contextlib.contextmanager
def _lines_begun(name: str, lines: Iterator[NumberedLine]) -> Iterator[Output]:
    with open_output(name) as write:
        yield Output(write, _json_line, lines)


@contextlib.contextmanager
def _lines_continued(
    name: str, lines: Iterator[NumberedLine], known: Known, *, strict: bool
) -> Iterator[Output]:
    """The same for a file that an earlier run began.

    The input lines of its results are taken; nothing is changed before all of it fits.
    """
    with close_file(open_file(name, "a+b"), name) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            msg = f"{name}: not a file to go on with"
            raise RefusedError(msg)
        try:
            with reported(name):
                file.seek(0)
                broken, end = batch_lines.already(file, lines, known, strict=strict)
                file.truncate(end)
        except batch_lines.MismatchError as error:
            msg = f"{name}: {error}"
            raise RefusedError(msg) from None
        yield Output(file_writer(file, name), _json_line, lines, broken)


# A database


@contextlib.contextmanager
def _database(
    name: str, lines: Iterator[NumberedLine], known: Known, *, resume: bool, strict: bool = False
) -> Iterator[Output]:
    from newsquote.database import Database  # noqa: PLC0415 - JSON Lines need no sqlite3
    from newsquote.database.rows import packed_article, unpacked  # noqa: PLC0415 - as above
    from newsquote.errors import OptionsError  # noqa: PLC0415 - as above

    with Database(name) as database:
        if len(database) and not resume:
            msg = f"{name}: has articles already; --resume goes on with it and adds new ones"
            raise RefusedError(msg)

        def is_done(text: str, article_id: str | int | None) -> bool:
            try:
                return database.holds(text, article_id)
            except OptionsError:  # said when it is to be written
                return False

        def write(content: bytes) -> None:
            database.add_rows(unpacked(content))

        new = batch_lines.undone(lines, known, is_done, strict=strict) if resume else lines
        yield Output(write, packed_article, new)


# Parquet


@contextlib.contextmanager
def _parquet(
    name: str, lines: Iterator[NumberedLine], known: Known, *, resume: bool, strict: bool = False
) -> Iterator[Output]:
    try:
        from newsquote.extras.parquet import (  # noqa: PLC0415 - pyarrow may be missing
            Parts,
            packed_quotes,
        )
    except ImportError as error:
        msg = f"{name}: {error}"
        raise RefusedError(msg) from None
    try:
        with reported(name):
            parts = Parts(name)
    except ValueError as error:
        msg = f"{name}: a part of it cannot be read: {error}"
        raise RefusedError(msg) from None
    if not resume:
        parts.forget()
    elif parts.path.exists() and not parts.are_begun:
        msg = f"{name}: is finished; without --resume it is written anew"
        raise RefusedError(msg)

    def write(content: bytes) -> None:
        with reported(name):
            parts.add(content)

    new = batch_lines.undone(lines, known, parts.is_done, strict=strict) if resume else lines
    try:
        yield Output(write, packed_quotes, new)
    except BaseException:
        with reported(name):
            parts.flush()
        raise
    with reported(name):
        parts.finish()
