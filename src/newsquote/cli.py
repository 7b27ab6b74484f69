"""The command line.

In: arguments, files and the standard streams. Out: reports, JSON, tables, pages, and an exit status: 0 for done, 1 for done but for broken
lines, for articles that one side lacks, or for a quotation that is not in the text, 2 for not done, 130 for interrupted. Why: the only place that prints, so the rest of the package stays silent. What goes wrong is said
in one line on the standard error.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import stat
import sys
from typing import IO, TYPE_CHECKING, Literal, NoReturn, Self, TextIO

from newsquote._version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import ModuleType

    from newsquote._batch import Known, Result
    from newsquote.extras.cli import Bar
    from newsquote.models import Article
    from newsquote.options import ParseOptions

__all__ = ["main"]

DONE, SOME_BROKEN, NOT_DONE, INTERRUPTED = 0, 1, 2, 130
NOT_IN_TEXT = 1
STANDARD = "-"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    :param argv: the arguments without the program's name; those of the process where None.
    :return: the exit status.

    >>> from newsquote.cli import main
    >>> main(["parse", "no-such-file.txt"])
    2
    """
    try:
        arguments = _parser().parse_args(argv)
        status: int = arguments.run(arguments)
    except SystemExit as stop:  # --help and --version
        return DONE if stop.code is None else int(stop.code)
    except _RefusedError as refused:
        _say(str(refused))
        return NOT_DONE
    except BrokenPipeError:
        _forget_output()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


class _RefusedError(Exception):
    """What was asked for cannot be done; the message is one line."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _RefusedError(message)


def _parser() -> _Parser:
    parser = _Parser(
        prog="newsquote",
        description="Plain text of a news article in, who said what out.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"newsquote {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    reading = _Parser(add_help=False)
    reading.add_argument(
        "--thoughts", action="store_true", help="also give beliefs, intentions and feelings"
    )
    reading.add_argument(
        "--nested", action="store_true", help="also give what a source says that others said"
    )
    reading.add_argument(
        "--no-model", action="store_true", help="work by rules alone, without the weights"
    )
    colours = _Parser(add_help=False)
    colours.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colours, tables and bars, where rich is installed (default: on terminals)",
    )
    decoding = _Parser(add_help=False)
    decoding.add_argument(
        "--encoding", default="utf-8", help="the encoding of what is read (default: utf-8)"
    )

    one = commands.add_parser(
        "parse",
        parents=[reading, decoding, colours],
        help="read one article",
        description="Read one article.",
        allow_abbrev=False,
    )
    one.add_argument(
        "file", metavar="FILE", help="the article, plain text; - for the standard input"
    )
    one.add_argument(
        "--format", choices=sorted(_FORMATS), default="text", help="what to print (default: text)"
    )
    one.add_argument(
        "--offsets",
        choices=("codepoints", "utf16", "utf8"),
        default="codepoints",
        help="what spans count, in json and jsonl",
    )
    one.set_defaults(run=_parse)

    many = commands.add_parser(
        "batch",
        parents=[reading, colours],
        help="read many articles",
        description='Read many articles: each input line is an object {"text", "id", "published"}, each output line an article as JSON.',
        allow_abbrev=False,
    )
    many.add_argument("input", metavar="IN.jsonl", help="the articles; - for the standard input")
    many.add_argument("output", metavar="OUT.jsonl", help="the results; - for the standard output")
    many.add_argument(
        "--workers",
        metavar="N",
        type=_count,
        default=1,
        help="how many processes read (default: 1)",
    )
    many.add_argument(
        "--resume",
        action="store_true",
        help="go on with the results that are in OUT.jsonl, after a run that was ended",
    )
    many.set_defaults(run=_batch)

    check = commands.add_parser(
        "verify",
        parents=[decoding],
        help="say whether a quotation is in a text",
        description="Say whether a quotation is in a text, and what was changed in it; the exit status is 0 only where it is there.",
        allow_abbrev=False,
    )
    check.add_argument("quotation", metavar="QUOTATION", help="the words to look for")
    check.add_argument("file", metavar="FILE", help="the text; - for the standard input")
    check.set_defaults(run=_verify)

    who = commands.add_parser(
        "sources",
        parents=[reading, decoding, colours],
        help="count who is quoted",
        description="Count who is quoted: a row a speaker, with the numbers of quotes and of quoted words.",
        allow_abbrev=False,
    )
    who.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="an article, or a folder whose .txt files are articles; - for the standard input",
    )
    who.add_argument(
        "--format",
        choices=("csv", "jsonl", "tsv"),
        help="what to print (default: csv, or a table with --color)",
    )
    who.set_defaults(run=_sources)

    page = commands.add_parser(
        "view",
        parents=[reading, decoding],
        help="make a page that shows who said what",
        description="Make a page that shows who said what in an article: one HTML file, without script.",
        allow_abbrev=False,
    )
    page.add_argument(
        "file", metavar="FILE", help="the article, plain text; - for the standard input"
    )
    page.add_argument(
        "-o",
        "--output",
        metavar="PAGE.html",
        default=STANDARD,
        help="the page (default: the standard output)",
    )
    page.set_defaults(run=_view)

    judge = commands.add_parser(
        "evaluate",
        help="score predictions by your own annotations",
        description="Score predictions by your own annotations: both in the JSON form, an object a line, brought together by their ids.",
        allow_abbrev=False,
    )
    judge.add_argument("gold", metavar="GOLD.jsonl", help="what is right; - for the standard input")
    judge.add_argument(
        "predictions",
        metavar="PRED.jsonl",
        help="what was found, as newsquote batch writes it; - for the standard input",
    )
    judge.add_argument(
        "--format",
        choices=("table", "json"),
        default="table",
        help="what to print (default: table)",
    )
    judge.set_defaults(run=_evaluate)

    form = commands.add_parser(
        "schema",
        help="print the schema of the JSON form",
        description="Print the JSON Schema (2020-12) of the JSON form.",
        allow_abbrev=False,
    )
    form.set_defaults(run=_schema)
    return parser


def _count(value: str) -> int:
    with contextlib.suppress(ValueError):
        if (count := int(value)) >= 1:
            return count
    msg = f"must be a whole number of at least 1, not {value!r:.60}"
    raise argparse.ArgumentTypeError(msg)


def _options(arguments: argparse.Namespace) -> ParseOptions:
    from newsquote.options import ParseOptions  # noqa: PLC0415 - --help and --version need nothing of the package

    return ParseOptions(
        include_thoughts=arguments.thoughts,
        include_nested=arguments.nested,
        model=None if arguments.no_model else "default",
    )


# One article.


def _parse(arguments: argparse.Namespace) -> int:
    from newsquote.parser import parse  # noqa: PLC0415

    if arguments.offsets != "codepoints" and arguments.format not in _COUNTED:
        msg = f"--offsets {arguments.offsets} goes with --format {' or '.join(_COUNTED)} only"
        raise _RefusedError(msg)
    text = _decoded(_content(arguments.file), arguments.encoding, arguments.file)
    drawing = (
        _drawing(arguments.color, sys.stdout, colours=True) if arguments.format == "text" else None
    )
    article = parse(text, options=_options(arguments))
    if drawing:
        _show(drawing.coloured_report(article))
        return DONE
    printed = (
        _FORMATS[arguments.format](article)
        if arguments.offsets == "codepoints"
        else _COUNTED[arguments.format](article, arguments.offsets)
    )
    if arguments.format == "text":
        _show(printed)
    else:
        _print(printed.encode("utf-8", "backslashreplace"))
    return DONE


def _content(name: str) -> bytes:
    with _input(name) as file, _reported(name):
        return file.read()


def _decoded(content: bytes, encoding: str, name: str) -> str:
    """The text, with its line ends as they are; a byte order mark is no part of it."""
    import codecs  # noqa: PLC0415

    try:
        plain = codecs.lookup(encoding).name == "utf-8"
        return content.decode("utf-8-sig" if plain else encoding)
    except UnicodeDecodeError as error:
        msg = f"{name}: not {encoding}: byte {error.start} cannot be read; try --encoding"
    except (LookupError, ValueError):
        msg = f"unknown encoding: {encoding!r}"
    raise _RefusedError(msg)


def _text(article: Article) -> str:
    from newsquote.formats.report import report  # noqa: PLC0415 - a format is loaded when asked for

    return report(article)


def _json(article: Article) -> str:
    """One line of ASCII: some characters that JSON may hold end a line elsewhere, or cannot be encoded."""
    import json  # noqa: PLC0415

    from newsquote.codec import to_dict  # noqa: PLC0415

    return json.dumps(to_dict(article)) + "\n"


def _html(article: Article) -> str:
    from newsquote.formats.html import view  # noqa: PLC0415

    return str(view(article))


def _format(file: str, name: str) -> Callable[..., str]:
    """A function of one of the files in ``formats``, which is loaded when the function is called."""

    def write(*arguments: object) -> str:
        from importlib import import_module  # noqa: PLC0415

        return str(getattr(import_module(f"newsquote.formats.{file}"), name)(*arguments))

    return write


_FORMATS: dict[str, Callable[[Article], str]] = {
    "text": _text,
    "json": _json,
    "html": _html,
    "jsonl": _format("table", "quotes_jsonl"),
    "csv": _format("table", "quotes_csv"),
    "csv-parts": _format("table", "parts_csv"),
    "tsv": _format("table", "quotes_tsv"),
    "tsv-parts": _format("table", "parts_tsv"),
    "jsonld": _format("jsonld", "jsonld"),
    "web-annotation": _format("webannotation", "web_annotations"),
    "tei": _format("tei", "tei"),
    "brat": _format("brat", "brat"),
    "citron": _format("citron", "citron"),
}


def _counted_json(article: Article, units: str) -> str:
    import json  # noqa: PLC0415

    from newsquote.codec import counted_in  # noqa: PLC0415

    return json.dumps(counted_in(units, article)) + "\n"


_COUNTED: dict[str, Callable[[Article, str], str]] = {
    "json": _counted_json,
    "jsonl": _format("table", "quotes_jsonl"),
}


def _schema(arguments: argparse.Namespace) -> int:  # noqa: ARG001 - a command gets its arguments
    import json  # noqa: PLC0415

    from newsquote.codec import schema  # noqa: PLC0415

    _print((json.dumps(schema(), indent=1) + "\n").encode())
    return DONE


def _view(arguments: argparse.Namespace) -> int:
    from newsquote.parser import parse  # noqa: PLC0415

    with _input(arguments.file) as file:
        _keep_input(file, arguments.output)
        with _reported(arguments.file):
            content = file.read()
    page = _html(
        parse(_decoded(content, arguments.encoding, arguments.file), options=_options(arguments))
    )
    with _output(arguments.output) as (
        write,
        _,
    ):  # opened last: an article that cannot be read leaves an older page as it is
        write(page.encode())
    return DONE


# Who is quoted.


def _sources(arguments: argparse.Namespace) -> int:
    from newsquote.formats.counting import SOURCE_COLUMNS, source_rows  # noqa: PLC0415
    from newsquote.parser import parse  # noqa: PLC0415

    options = _options(arguments)
    drawing = None if arguments.format else _drawing(arguments.color, sys.stdout)
    rows: list[dict[str, object]] = []
    write = _rows_as(arguments.format or "csv", SOURCE_COLUMNS)
    if not drawing:
        _print(write(None).encode())
    status = DONE
    for name in _articles(arguments.files):
        try:
            text = _decoded(_content(name), arguments.encoding, name)
        except _RefusedError as refused:
            _say(str(refused))
            status = SOME_BROKEN
        else:
            found = source_rows(
                parse(text, options=options), os.fsencode(name).decode("utf-8", "replace")
            )
            if drawing:
                rows += found
            else:
                _print(write(found).encode())
    if drawing:
        _show(
            drawing.drawn_table(
                SOURCE_COLUMNS, rows, plain=arguments.color == "auto" and _no_colour()
            )
        )
    return status


def _rows_as(form: str, columns: Sequence[str]) -> Callable[[list[dict[str, object]] | None], str]:
    """A function that writes rows; for None, what stands above the first."""
    import json  # noqa: PLC0415

    from newsquote.formats.table import table  # noqa: PLC0415

    if form == "jsonl":
        return lambda rows: "".join(json.dumps(row) + "\n" for row in rows or ())
    return lambda rows: table(
        columns, rows or (), "," if form == "csv" else "\t", header=rows is None
    )


def _articles(names: Sequence[str]) -> Iterator[str]:
    """The files; a folder's are its texts, wherever in it, in the order of their names."""
    from pathlib import Path  # noqa: PLC0415

    for name in names:
        if name != STANDARD and os.path.isdir(name):  # noqa: PTH112 - total, whatever the name
            yield from map(
                str, sorted(path for path in Path(name).rglob("*.txt") if path.is_file())
            )
        else:
            yield name


# One quotation.


def _verify(arguments: argparse.Namespace) -> int:
    from newsquote.verify import verify  # noqa: PLC0415

    found = verify(
        arguments.quotation, _decoded(_content(arguments.file), arguments.encoding, arguments.file)
    )
    lines = [" ".join((found.status.value, *(f"{span.start}-{span.end}" for span in found.spans)))]
    lines += (
        f"{change.kind.value} {change.span.start}-{change.span.end}: {change.quoted!a} for {change.found!a}"
        for change in found.changes
    )
    _print("".join(f"{line}\n" for line in lines).encode())
    return DONE if found else NOT_IN_TEXT


# How good it is.


def _evaluate(arguments: argparse.Namespace) -> int:
    import json  # noqa: PLC0415

    from newsquote._scoring.evaluation import evaluate  # noqa: PLC0415
    from newsquote._scoring.lines import LineError, joined  # noqa: PLC0415
    from newsquote._scoring.table import table  # noqa: PLC0415

    names = arguments.gold, arguments.predictions
    if names == (STANDARD, STANDARD):
        msg = "only one of GOLD.jsonl and PRED.jsonl can be the standard input"
        raise _RefusedError(msg)
    gold, predictions = (_content(name).splitlines() for name in names)
    try:
        both = joined(gold, names[0], predictions, names[1])
    except LineError as error:
        raise _RefusedError(str(error)) from None
    scores = {
        **evaluate(both.pairs),
        "without a prediction": len(both.only_gold),
        "without gold": len(both.only_pred),
    }
    _print((json.dumps(scores) if arguments.format == "json" else table(scores)).encode() + b"\n")
    for ids, meaning in (
        (
            both.only_gold,
            f"of {names[0]} without a prediction, counted as articles in which nothing was found",
        ),
        (both.only_pred, f"of {names[1]} without gold, left out"),
    ):
        if ids:
            _say(f"{len(ids)} article{'s' * (len(ids) > 1)} {meaning}; the first is {ids[0]!a:.60}")
    return SOME_BROKEN if both.only_gold or both.only_pred else DONE


# Many articles.


def _batch(arguments: argparse.Namespace) -> int:
    import itertools  # noqa: PLC0415

    from newsquote import _batch as batch  # noqa: PLC0415
    from newsquote.errors import NewsquoteError  # noqa: PLC0415

    broken = 0
    with _input(arguments.input) as given, _progress(arguments, given) as progress:
        _keep_input(given, arguments.output)
        lines = _numbered(given, arguments.input)
        known = batch.Known()
        with (
            _continued(arguments.output, lines, known)
            if arguments.resume
            else _output(arguments.output) as (write, broken_before)
        ):
            results = batch.results(lines, _options(arguments), arguments.workers, known)
            with contextlib.closing(results):
                try:
                    for number, content, complaint in itertools.chain(broken_before, results):
                        if complaint:
                            broken += 1
                            progress.say(f"line {number}: {complaint}")
                        else:
                            write(content)
                        progress.step()
                except NewsquoteError as error:
                    raise _RefusedError(str(error)) from None
    return SOME_BROKEN if broken else DONE


def _numbered(lines: IO[bytes], name: str) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers from 1."""
    numbers = enumerate(lines, 1)
    while True:
        with _reported(name):
            number, line = next(numbers, (0, b""))
        if not number:
            return
        if line.strip():
            yield number, line


def _progress(arguments: argparse.Namespace, given: IO[bytes]) -> _Progress | Bar:
    """A bar on the standard error; a count where there is nothing to draw it with, or where the results come between."""
    stream = sys.stderr
    between = arguments.output == STANDARD and _is_terminal(sys.stdout)
    drawing = _drawing(arguments.color, stream) if _is_terminal(stream) and not between else None
    if drawing is None:
        return _Progress()
    size = None
    with contextlib.suppress(OSError, ValueError):
        about = os.fstat(given.fileno())
        size = about.st_size if stat.S_ISREG(about.st_mode) else None
    bar: Bar = drawing.Bar(
        stream, size=size, read=given.tell, plain=arguments.color == "auto" and _no_colour()
    )
    return bar


class _Progress:
    """A count on the standard error, where that is a terminal."""

    def __init__(self) -> None:
        self.shown = sys.stderr is not None and sys.stderr.isatty()
        self.count = 0
        self.next = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._wipe()

    def step(self) -> None:
        from time import monotonic  # noqa: PLC0415

        self.count += 1
        if self.shown and monotonic() >= self.next:
            self.next = monotonic() + 0.2
            print(f"\r{self.count} articles", end="", file=sys.stderr, flush=True)

    def say(self, message: str) -> None:
        self._wipe()
        _say(message)

    def _wipe(self) -> None:
        if self.shown and self.count:
            print(
                "\r" + " " * len(f"{self.count} articles") + "\r",
                end="",
                file=sys.stderr,
                flush=True,
            )


# What people see.


def _drawing(when: str, stream: TextIO | None, *, colours: bool = False) -> ModuleType | None:
    """What draws for people, where a person reads the stream, or where it is asked for; None where all stays plain.

    :param when: auto, always or never.
    :param colours: colours are all that it would add.
    """
    if when == "never" or (
        when == "auto" and (not _is_terminal(stream) or (colours and _no_colour()))
    ):
        return None
    try:
        from newsquote.extras import cli as drawing  # noqa: PLC0415 - and only where it is installed
    except ImportError as error:
        if when == "auto":
            return None
        msg = f"--color {when}: {error}"
        raise _RefusedError(msg) from None
    return drawing


def _is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal that can do more than print letters."""
    if stream is None or not hasattr(stream, "isatty") or not stream.isatty():
        return False
    letters = (stream.encoding or "utf-8").lower().replace("-", "")
    return letters == "utf8" and os.environ.get("TERM") != "dumb"


def _no_colour() -> bool:
    return bool(os.environ.get("NO_COLOR"))


def _show(text: str) -> None:
    """Prints what a person reads, whatever the letters that the terminal has."""
    _print(text.encode(getattr(sys.stdout, "encoding", None) or "utf-8", "backslashreplace"))


# Files and streams.


@contextlib.contextmanager
def _reported(name: str) -> Iterator[None]:
    """Turns what the system says of a file into one line that names it; a closed pipe is another matter."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        msg = f"{name}: {error.strerror or error}"
        raise _RefusedError(msg) from None


def _opened(name: str, mode: Literal["rb", "wb", "a+b"]) -> IO[bytes]:
    try:
        with _reported(name):
            return open(name, mode)  # noqa: PTH123 - the callers close it
    except ValueError as error:
        msg = f"{name!r}: {error}"
        raise _RefusedError(msg) from None


@contextlib.contextmanager
def _input(name: str) -> Iterator[IO[bytes]]:
    if name != STANDARD:
        with _opened(name, "rb") as file:
            yield file
    elif sys.stdin is None:
        msg = "the standard input is closed"
        raise _RefusedError(msg)
    else:
        yield sys.stdin.buffer


@contextlib.contextmanager
def _output(name: str) -> Iterator[tuple[Callable[[bytes], None], list[Result]]]:
    """A function that writes, at once, because somebody may wait at the other end, or end us; and what an earlier run found broken."""
    if name == STANDARD:
        yield _print, []
        return
    with _closed(_opened(name, "wb"), name) as file:
        yield _writer(file, name), []


@contextlib.contextmanager
def _continued(
    name: str, lines: Iterator[tuple[int, bytes]], known: Known
) -> Iterator[tuple[Callable[[bytes], None], list[Result]]]:
    """The same for a file that an earlier run began. The input lines of its results are taken; nothing is changed before all of it fits."""
    from newsquote import _batch as batch  # noqa: PLC0415

    if name == STANDARD:
        msg = "--resume needs a file to go on with, not the standard output"
        raise _RefusedError(msg)
    with _closed(_opened(name, "a+b"), name) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            msg = f"{name}: not a file to go on with"
            raise _RefusedError(msg)
        try:
            with _reported(name):
                file.seek(0)
                broken, end = batch.already(file, lines, known)
                file.truncate(end)
        except batch.MismatchError as error:
            msg = f"{name}: {error}"
            raise _RefusedError(msg) from None
        yield _writer(file, name), broken


@contextlib.contextmanager
def _closed(file: IO[bytes], name: str) -> Iterator[IO[bytes]]:
    try:
        yield file
    finally:
        with _reported(name):
            file.close()


def _writer(file: IO[bytes], name: str) -> Callable[[bytes], None]:
    def write(content: bytes) -> None:
        with _reported(name):
            file.write(content)
            file.flush()

    return write


def _print(content: bytes) -> None:
    out = sys.stdout
    if out is None:
        msg = "the standard output is closed"
        raise _RefusedError(msg)
    try:
        with _reported("standard output"):
            if hasattr(out, "buffer"):
                out.buffer.write(content)
                out.buffer.flush()
            else:  # a caller's own stream of text
                out.write(content.decode(getattr(out, "encoding", None) or "utf-8", "replace"))
    except _RefusedError:
        _forget_output()
        raise


def _keep_input(lines: IO[bytes], output: str) -> None:
    """Refuses to write over the very file that is read."""
    with contextlib.suppress(OSError, ValueError):
        source = os.fstat(lines.fileno())
        if (
            output != STANDARD
            and stat.S_ISREG(source.st_mode)
            and os.path.samestat(source, os.stat(output))
        ):
            msg = f"{output}: is the input file"
            raise _RefusedError(msg)


def _forget_output() -> None:
    """Points the standard output at nothing, so that what is left in its buffer raises no error at the end of the process."""
    with contextlib.suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)


def _say(message: str) -> None:
    if sys.stderr is None:  # closed; print would take the standard output instead
        return
    with contextlib.suppress(OSError):
        print(
            f"newsquote: {' '.join(message.split())}".encode("utf-8", "backslashreplace").decode(),
            file=sys.stderr,
        )
