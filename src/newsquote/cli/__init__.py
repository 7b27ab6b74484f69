"""The command line.

In: arguments, files and the standard streams. Out: reports, JSON, tables, pages, and an exit status
(``exits``). Why: the only room that prints, so the rest of the package stays silent. What goes
wrong is said in one line on the standard error. Each command is a file, loaded when it is asked
for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from newsquote.cli import streams
from newsquote.cli.arguments import build_parser
from newsquote.cli.exits import DONE, INTERRUPTED, NOT_DONE, RefusedError, unforeseen
from newsquote.errors import NewsquoteError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    :param argv: the arguments without the program's name; those of the process where None.
    :return: the exit status.

    >>> from newsquote.cli import main
    >>> main(["parse", "no-such-file.txt"])
    2
    """
    try:
        arguments = build_parser().parse_args(argv)
        file, function = arguments.command
        command = getattr(import_module(f"newsquote.cli.{file}"), function)
        status: int = command(arguments)
    except SystemExit as stop:  # --help and --version
        return DONE if stop.code is None else int(stop.code)
    except RefusedError as refused:
        streams.say(str(refused))
        return NOT_DONE
    except BrokenPipeError:
        streams.forget_output()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except NewsquoteError as error:
        streams.say(str(error))
        return NOT_DONE
    except Exception as error:  # noqa: BLE001 - a script must not take it for what status 1 says
        streams.say(unforeseen(error))
        return NOT_DONE
    return status
