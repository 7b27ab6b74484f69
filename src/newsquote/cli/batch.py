"""``newsquote batch``: many articles in, a line of the JSON form for each out."""

from __future__ import annotations

import contextlib
import itertools
import os
import stat
from functools import partial
from typing import IO, TYPE_CHECKING

from newsquote.cli import batch_lines
from newsquote.cli.arguments import parse_options
from newsquote.cli.exits import DONE, SOME_BROKEN, RefusedError
from newsquote.cli.progress import progress_of
from newsquote.cli.streams import (
    STANDARD,
    close_file,
    file_writer,
    open_file,
    open_input,
    open_output,
    refuse_overwriting,
    reported,
)
from newsquote.errors import NewsquoteError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from newsquote.cli.batch_lines import Known, Result

__all__ = ["read_batch"]


def read_batch(arguments: argparse.Namespace) -> int:
    """Read the articles and write the results; broken lines are reported and left out."""
    broken = 0
    with open_input(arguments.input) as given, progress_of(arguments, given) as progress:
        refuse_overwriting(given, arguments.output)
        lines = _numbered(given, arguments.input)
        known = batch_lines.Known()
        strict = arguments.strict_dates
        output = partial(_continued, strict=strict) if arguments.resume else _begun
        with output(arguments.output, lines, known) as (write, broken_before):
            options = parse_options(arguments)
            results = batch_lines.results(lines, options, arguments.workers, known, strict=strict)
            with contextlib.closing(results), _refused_if_ended():
                for number, content, complaint in itertools.chain(broken_before, results):
                    if complaint:
                        broken += 1
                        progress.say(f"line {number}: {complaint}")
                    else:
                        write(content)
                    progress.step()
    return SOME_BROKEN if broken else DONE


@contextlib.contextmanager
def _refused_if_ended() -> Iterator[None]:
    """Turn the end of a worker, which is none of the input's errors, into one line."""
    try:
        yield
    except NewsquoteError as error:
        raise RefusedError(str(error)) from None


def _numbered(lines: IO[bytes], name: str) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers from 1."""
    numbers = enumerate(lines, 1)
    while True:
        with reported(name):
            number, line = next(numbers, (0, b""))
        if not number:
            return
        if line.strip():
            yield number, line


@contextlib.contextmanager
def _begun(
    name: str, _: Iterator[tuple[int, bytes]], __: Known
) -> Iterator[tuple[Callable[[bytes], None], list[Result]]]:
    """What writes to a new file, and what an earlier run found broken: nothing."""
    with open_output(name) as write:
        yield write, []


@contextlib.contextmanager
def _continued(
    name: str, lines: Iterator[tuple[int, bytes]], known: Known, *, strict: bool
) -> Iterator[tuple[Callable[[bytes], None], list[Result]]]:
    """The same for a file that an earlier run began.

    The input lines of its results are taken; nothing is changed before all of it fits.
    """
    if name == STANDARD:
        msg = "--resume needs a file to go on with, not the standard output"
        raise RefusedError(msg)
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
        yield file_writer(file, name), broken
