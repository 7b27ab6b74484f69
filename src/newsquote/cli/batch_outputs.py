"""Where ``newsquote batch`` writes.

In: a name, and what is to be read (``Run``). Out: for each kind of output the
function that writes a result, what it takes, and the lines that are still to be read. Why: each
kind has its own way to say how far an earlier run came: a file of JSON Lines by its lines, a
database and the parts of a Parquet file by the articles that are in them.
"""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from newsquote.cli import batch_lines
from newsquote.cli.batch_inputs import DATABASES
from newsquote.cli.exits import RefusedError
from newsquote.cli.holding import hold
from newsquote.cli.streams import (
    STANDARD,
    close_file,
    file_writer,
    open_file,
    print_bytes,
    reported,
)
from newsquote.formats.jsonline import json_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsquote.cli.batch_lines import Form, Id, Known, NumberedLine, Result
    from newsquote.models import Article
    from newsquote.options import ParseOptions

__all__ = ["Output", "Run", "open_results"]

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


class Run(NamedTuple):
    """What is asked for."""

    lines: Iterator[NumberedLine]
    """What is to be read."""
    known: Known
    resume: bool
    options: ParseOptions
    strict: bool = False


@contextlib.contextmanager
def open_results(name: str, run: Run) -> Iterator[Output]:
    """An output by the ending of its name; JSON Lines where it has none that is known."""
    if run.resume and name == STANDARD:
        msg = "--resume needs a file to go on with, not the standard output"
        raise RefusedError(msg)
    if name.lower().endswith(_NOT_WRITTEN):
        msg = f"{name}: batch writes JSON Lines, .parquet or .db; newsquote search --format csv of"
        msg += " a database, or newsquote parse --format csv of one article, give a table"
        raise RefusedError(msg)
    if name.lower().endswith(DATABASES):
        opened = _database(name, run)
    elif name.lower().endswith(".parquet"):
        opened = _parquet(name, run)
    elif run.resume:
        opened = _lines_continued(name, run)
    else:
        opened = _lines_begun(name, run)
    with opened as output:
        yield output


# JSON Lines


def _json_line(article: Article) -> bytes:
    return json_line(article).encode()


@contextlib.contextmanager
def _lines_begun(name: str, run: Run) -> Iterator[Output]:
    if name == STANDARD:
        yield Output(print_bytes, _json_line, run.lines)
        return
    # Emptied when it is held: another run may be writing it.
    with close_file(open_file(name, "ab"), name) as file:
        with reported(name):
            hold(file, name)
            if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                file.truncate(0)
        yield Output(file_writer(file, name), _json_line, run.lines)


@contextlib.contextmanager
def _lines_continued(name: str, run: Run) -> Iterator[Output]:
    """The same for a file that an earlier run began.

    The input lines of its results are taken; nothing is changed before all of it fits.
    """
    read = batch_lines.reader_of(run.options, _json_line, strict=run.strict)
    with close_file(open_file(name, "a+b"), name) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            msg = f"{name}: not a file to go on with"
            raise RefusedError(msg)
        try:
            with reported(name):
                hold(file, name)
                file.seek(0)
                broken, end = batch_lines.already(
                    file, run.lines, run.known, read, strict=run.strict
                )
                file.truncate(end)
        except batch_lines.MismatchError as error:
            msg = f"{name}: {error}"
            raise RefusedError(msg) from None
        yield Output(file_writer(file, name), _json_line, run.lines, broken)


def _undone(run: Run, is_done: Callable[[str, Id], bool]) -> Iterator[NumberedLine]:
    """What is still to be read of a run, where the output knows its articles."""
    if not run.resume:
        return run.lines
    return batch_lines.undone(run.lines, run.known, is_done, strict=run.strict)


# A database


@contextlib.contextmanager
def _database(name: str, run: Run) -> Iterator[Output]:
    from newsquote.database import Database  # noqa: PLC0415 - JSON Lines need no sqlite3
    from newsquote.database.rows import packed_article, unpacked  # noqa: PLC0415 - as above
    from newsquote.errors import OptionsError  # noqa: PLC0415 - as above

    with Database(name) as database:
        if len(database) and not run.resume:
            msg = f"{name}: has articles already; --resume goes on with it and adds new ones"
            raise RefusedError(msg)

        def is_done(text: str, article_id: Id) -> bool:
            try:
                return database.holds(text, article_id)
            except OptionsError:  # said when it is to be written
                return False

        def write(content: bytes) -> None:
            database.add_rows(unpacked(content))

        yield Output(write, packed_article, _undone(run, is_done))


# Parquet


@contextlib.contextmanager
def _parquet(name: str, run: Run) -> Iterator[Output]:
    try:
        from newsquote.extras.parquet import (  # noqa: PLC0415 - pyarrow may be missing
            Parts,
            packed_quotes,
        )
    except ImportError as error:
        msg = f"{name}: {error}"
        raise RefusedError(msg) from None
    if run.resume and Path(name).exists() and not Parts.folder_of(name).is_dir():
        msg = f"{name}: is finished; without --resume it is written anew"
        raise RefusedError(msg)
    with _held_folder(Parts.folder_of(name), name):
        try:
            with reported(name):
                parts = Parts(name, resume=run.resume)
        except ValueError as error:
            msg = f"{name}: a part of it cannot be read: {error}"
            raise RefusedError(msg) from None

        def write(content: bytes) -> None:
            with reported(name):
                parts.add(content)

        try:
            yield Output(write, packed_quotes, _undone(run, parts.is_done))
        except BaseException:
            with reported(name):
                parts.flush()
            raise
        with reported(name):
            parts.finish()


@contextlib.contextmanager
def _held_folder(folder: Path, name: str) -> Iterator[None]:
    """Hold a folder of parts, made if it is not there, by a file in it.

    Another run may end, and remove it, while we wait.
    """
    while True:
        with reported(name):
            folder.mkdir(parents=True, exist_ok=True)
        inside = folder / "held"
        with close_file(open_file(str(inside), "ab"), name) as file:
            hold(file, name)
            if _is_still(file, inside):
                yield
                return


def _is_still(file: IO[bytes], path: Path) -> bool:
    """Whether an open file has its name still."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
