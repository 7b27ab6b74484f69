"""``newsquote batch``: many articles in, each as a line of JSON or as rows of a database out."""

from __future__ import annotations

import contextlib
import itertools
import json
from typing import IO, TYPE_CHECKING

from newsquote.cli import batch_lines
from newsquote.cli.arguments import parse_options
from newsquote.cli.batch_inputs import columns_of, numbered_lines
from newsquote.cli.batch_outputs import Run, open_results
from newsquote.cli.exits import DONE, SOME_BROKEN, RefusedError
from newsquote.cli.progress import progress_of
from newsquote.cli.streams import open_input, open_output, refuse_overwriting
from newsquote.errors import OptionsError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from newsquote.cli.batch_lines import Result

__all__ = ["read_batch"]


def read_batch(arguments: argparse.Namespace) -> int:
    """Read the articles and write the results; broken lines are reported and left out."""
    broken = 0
    with open_input(arguments.input) as given, progress_of(arguments, given) as progress:
        refuse_overwriting(given, arguments.output)
        _demand_another_file(arguments, given)
        lines = numbered_lines(given, arguments.input, columns_of(arguments))
        options = parse_options(arguments)
        run = Run(lines, batch_lines.Known(), arguments.resume, options, arguments.strict_dates)
        with open_results(arguments.output, run) as output, _error_writer(arguments) as note:
            results = batch_lines.results(
                output.lines, options, arguments.workers, run.known, output.form, strict=run.strict
            )
            with contextlib.closing(results):
                for result in itertools.chain(output.broken, results):
                    failure = result if result.complaint else _write(output.write, result)
                    if failure:
                        broken += 1
                        note(failure)
                        progress.say(f"line {failure.number}: {failure.complaint}")
                    progress.step()
    return SOME_BROKEN if broken else DONE


def _demand_another_file(arguments: argparse.Namespace, given: IO[bytes]) -> None:
    """Refuse to write what is wrong with lines over what is read or written."""
    if arguments.errors is not None:
        refuse_overwriting(given, arguments.errors)
        if arguments.errors == arguments.output:
            msg = f"--errors {arguments.errors}: is the output, too"
            raise RefusedError(msg)


def _write(write: Callable[[bytes], None], result: Result) -> Result | None:
    """Write a result; what comes back says why the output does not take it."""
    try:
        write(result.content)
    except OptionsError as error:
        return result._replace(content=b"", complaint=str(error), code="repeated-id")
    return None


@contextlib.contextmanager
def _error_writer(arguments: argparse.Namespace) -> Iterator[Callable[[Result], None]]:
    """A function that writes a line for what is wrong with one, where that is asked for."""
    if arguments.errors is None:
        yield lambda _: None
        return
    with open_output(arguments.errors) as write:

        def note(failure: Result) -> None:
            line = {
                "line": failure.number,
                "id": failure.id,
                "code": failure.code,
                "message": failure.complaint,
            }
            write(json.dumps(line).encode() + b"\n")

        yield note
