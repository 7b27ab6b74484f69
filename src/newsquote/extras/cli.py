"""What the command line draws for people (``pip install 'newsquote[cli]'``).

In: an article, rows of counts, or how far a run came. Out: a report in colours, a table, a bar, as
text for a terminal. Why: eyes find a speaker sooner by colour and a column sooner by its rule;
programs want neither, so ``newsquote.cli`` asks for this only where a person reads. The words are
those of ``formats.report``. No thread is started and the cursor stays on, so whatever ends a run
leaves the terminal as it was.
"""

from __future__ import annotations

import io
from time import monotonic
from typing import TYPE_CHECKING, Any, Self

try:
    import rich  # noqa: F401 - the library as a whole: one of its parts may be loaded without it
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.table import Table
    from rich.text import Text
except ImportError as error:
    msg = "newsquote.extras.cli needs rich: pip install 'newsquote[cli]'"
    raise ImportError(msg, name="rich") from error

from newsquote.formats.report import WIDTH, one_line, report_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TextIO

    from newsquote.models import Article

__all__ = ["Bar", "coloured_report", "drawn_table"]

_STYLES = {
    "headline": "bold",
    "about": "dim",
    "unknown": "bold red",
    "facts": "dim",
    "heading": "bold underline",
}
_SPEAKERS = (
    "cyan",
    "green",
    "magenta",
    "yellow",
    "blue",
)  # of the sixteen that every terminal has, in the colours its user chose
_NUMBERS = frozenset({"articles", "quotes", "words"})
_OFTEN = 0.1  # seconds between two drawings


def coloured_report(article: Article) -> str:
    """The report of an article with the colours of a terminal, one for each speaker.

    :param article: the article.
    :return: lines of text; without its escape sequences it is ``formats.report.report(article)``.
    """
    console = _console(WIDTH)
    speakers, colour = 0, "none"
    for part, line in report_lines(article):
        if part == "speaker":
            colour = _SPEAKERS[speakers % len(_SPEAKERS)]
            speakers += 1
        elif part == "unknown":
            colour = "none"
        style = {"speaker": f"bold {colour}", "quote": colour}.get(part) or _STYLES.get(
            part, "none"
        )
        console.print(Text(line, style), soft_wrap=True)
    return _drawn(console)


def drawn_table(
    columns: Sequence[str],
    rows: Iterable[dict[str, Any]],
    *,
    plain: bool = False,
    width: int | None = None,
) -> str:
    """Rows as a table with rules; numbers stand at the right.

    :param columns: the columns, in order.
    :param rows: dictionaries with these columns; None is an empty cell.
    :param plain: without colours.
    :param width: how many cells a line has; that of the terminal where None.
    :return: lines of text; a value that is too long for its column goes on below.
    """
    console = _console(width, plain=plain)
    table = Table(box=SIMPLE_HEAD)
    for name in columns:
        table.add_column(
            name,
            justify="right" if name in _NUMBERS else "left",
            overflow="fold",
            style="cyan" if name == "name" else None,
        )
    for row in rows:
        table.add_row(
            *(Text("" if row[name] is None else one_line(str(row[name]))) for name in columns)
        )
    console.print(table)
    return _drawn(console)


def _console(width: int | None, *, plain: bool = False) -> Console:
    """A console that writes into memory: the caller alone has the stream."""
    return Console(
        file=io.StringIO(),
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        width=width,
        no_color=plain,
        markup=False,
        highlight=False,
        emoji=False,
    )


def _drawn(console: Console) -> str:
    file = console.file
    return file.getvalue() if isinstance(file, io.StringIO) else ""


class Bar:
    """How far a run came, on the last line of a terminal.

    The line is wiped at the end, whatever ends it.

    :param stream: the terminal.
    :param size: how much there is to read, in bytes; None where nobody knows.
    :param read: says how much has been read; not asked where the size is not known.
    :param plain: without colours.
    """

    def __init__(
        self, stream: TextIO, *, size: int | None, read: Callable[[], int], plain: bool = False
    ) -> None:
        console = Console(file=stream, force_terminal=True, no_color=plain, highlight=False)
        known = (BarColumn(), TaskProgressColumn(), TimeRemainingColumn()) if size else ()
        self._progress = Progress(
            TextColumn("{task.fields[count]} articles"),
            *known,
            console=console,
            auto_refresh=False,  # a thread would be carried into the processes that read
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._progress.add_task("", total=size or 1, count=0)
        self._read = read if size else int  # nothing, again and again
        self._count = 0
        self._next = 0.0

    def __enter__(self) -> Self:
        self._progress.start()
        self._progress.console.show_cursor(
            show=True
        )  # a run that is killed could not bring it back
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def step(self) -> None:
        """One more article is done."""
        self._count += 1
        if monotonic() >= self._next:
            self._next = monotonic() + _OFTEN
            self._progress.update(
                self._task, completed=self._read(), count=self._count, refresh=True
            )

    def say(self, message: str) -> None:
        """Print a line above the bar, as the command prints what goes wrong.

        :param message: the line.
        """
        self._progress.console.print(Text(f"newsquote: {one_line(message)}"), soft_wrap=True)
