"""What can be asked for on the command line.

In: nothing. Out: the parser of the arguments. Why: commands and their options are a promise; they
stand here together, and each names the file and the function that does it, so ``--help`` loads none
of them.
"""

from __future__ import annotations

import argparse
import contextlib
from typing import TYPE_CHECKING, Any, NoReturn

from newsquote._version import __version__
from newsquote.cli.exits import RefusedError
from newsquote.cli.exports import FORMATS
from newsquote.cli.streams import STANDARD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote.models import KnownPerson
    from newsquote.options import ParseOptions

__all__ = ["build_parser", "parse_options"]

_A_FILE = "the article, plain text unless --html is given; - for the standard input"


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands.

    What it parses has ``command``: the name of a file of this room, and of a function in it.
    """
    parser = _Parser(
        prog="newsquote",
        description="Plain text of a news article in, who said what out.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_ShowVersion)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    reading, decoding, colours = _reading_options(), _decoding_options(), _colour_options()
    page = _page_options()
    _add_parse(commands, [page, reading, decoding, colours])
    _add_batch(commands, [reading, colours])
    _add_search(commands)
    _add_verify(commands, [decoding])
    _add_check(commands, [reading, decoding])
    _add_sources(commands, [reading, decoding, colours])
    _add_explain(commands, [page, reading, decoding])
    _add_view(commands, [page, reading, decoding])
    _add_evaluate(commands)
    _add_mcp(commands)
    _add_schema(commands)
    return parser


def parse_options(arguments: argparse.Namespace) -> ParseOptions:
    """How the article is to be read, of a command that has these options."""
    from newsquote.options import ParseOptions  # noqa: PLC0415 - --help needs none of the package

    known: tuple[KnownPerson, ...] = ()
    if arguments.known is not None:
        from newsquote.cli.known import known_people  # noqa: PLC0415 - as above

        known = known_people(arguments.known)
    return ParseOptions(
        known_people=known,
        include_thoughts=arguments.thoughts,
        include_nested=arguments.nested,
        model=None if arguments.no_model else arguments.model,
        min_confidence=arguments.min_confidence,
    )


class _ShowVersion(argparse.Action):
    """Says the version, and whether the compiled scorer is at work or why not."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(
            option_strings,
            dest,
            nargs=0,
            default=argparse.SUPPRESS,
            help="show the version, and whether the compiled scorer is at work",
        )

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from newsquote._quotes.model.core.library import loaded  # noqa: PLC0415 - asked for once

        print(f"newsquote {__version__} ({loaded().says})")
        parser.exit()


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise RefusedError(message)


Commands = Any  # argparse's class of sub-commands has no public name
Parents = list[_Parser]


# Options that several commands have.


def _reading_options() -> _Parser:
    options = _Parser(add_help=False)
    options.add_argument(
        "--thoughts", action="store_true", help="also give beliefs, intentions and feelings"
    )
    options.add_argument(
        "--nested", action="store_true", help="also give what a source says that others said"
    )
    weights = options.add_mutually_exclusive_group()
    weights.add_argument(
        "--model",
        choices=("default", "open"),
        default="default",
        help="the weights to read with: open ones are fitted on openly licensed articles alone",
    )
    weights.add_argument(
        "--no-model", action="store_true", help="work by rules alone, without the weights"
    )
    options.add_argument(
        "--known",
        metavar="PEOPLE.csv",
        help="people whom you know: a table with the columns name, id and aliases, by semicolons",
    )
    options.add_argument(
        "--min-confidence",
        metavar="SHARE",
        type=_share,
        default=0.0,
        help="leave out quotes that are less sure than this, from 0 to 1 (default: 0)",
    )
    return options


def _colour_options() -> _Parser:
    options = _Parser(add_help=False)
    options.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colours, tables and bars, where rich is installed (default: on terminals)",
    )
    return options


def _decoding_options() -> _Parser:
    options = _Parser(add_help=False)
    options.add_argument(
        "--encoding", default="utf-8", help="the encoding of what is read (default: utf-8)"
    )
    return options


def _page_options() -> _Parser:
    options = _Parser(add_help=False)
    options.add_argument(
        "--html",
        action="store_true",
        help="FILE is an HTML page: read its article, with what the page says of it",
    )
    return options


def _count(value: str) -> int:
    with contextlib.suppress(ValueError):
        if (count := int(value)) >= 1:
            return count
    msg = f"must be a whole number of at least 1, not {value!r:.60}"
    raise argparse.ArgumentTypeError(msg)


def _share(value: str) -> float:
    with contextlib.suppress(ValueError):
        if 0 <= (share := float(value)) <= 1:
            return share
    msg = f"must be a number from 0 to 1, not {value!r:.60}"
    raise argparse.ArgumentTypeError(msg)


# The commands.


def _add_parse(commands: Commands, parents: Parents) -> None:
    command = commands.add_parser(
        "parse",
        parents=parents,
        help="read one article",
        description="Read one article.",
        allow_abbrev=False,
    )
    command.add_argument("file", metavar="FILE", help=_A_FILE)
    command.add_argument(
        "--format", choices=sorted(FORMATS), default="text", help="what to print (default: text)"
    )
    command.add_argument(
        "--offsets",
        choices=("codepoints", "utf16", "utf8"),
        default="codepoints",
        help="what spans count, in json and jsonl",
    )
    command.set_defaults(command=("parse", "print_article"))


def _add_batch(commands: Commands, parents: Parents) -> None:
    command = commands.add_parser(
        "batch",
        parents=parents,
        help="read many articles",
        description=(
            'Read many articles: each input line is an object {"text", "id", "published"},'
            " or the input is a table with such columns (.csv, .tsv, .parquet); other fields go"
            " along as its meta. Each output line is an article as JSON, or OUT is a database"
            " that can be searched (.db, .sqlite)."
        ),
        allow_abbrev=False,
    )
    command.add_argument("input", metavar="IN", help="the articles; - for the standard input")
    command.add_argument("output", metavar="OUT", help="the results; - for the standard output")
    command.add_argument(
        "--workers",
        metavar="N",
        type=_count,
        default=1,
        help="how many processes read (default: 1)",
    )
    command.add_argument(
        "--resume",
        action="store_true",
        help="go on with the results that are in OUT, after a run that was ended",
    )
    command.add_argument(
        "--text", metavar="NAME", default="text", help="the column of texts (default: text)"
    )
    command.add_argument(
        "--id", metavar="NAME", default="id", help="the column of ids (default: id)"
    )
    command.add_argument(
        "--published",
        metavar="NAME",
        default="published",
        help="the column of days of publication (default: published)",
    )
    command.add_argument(
        "--keep",
        metavar="NAME",
        action="append",
        help="a column of your own to keep; give it again for more (default: all)",
    )
    command.add_argument(
        "--errors",
        metavar="ERRORS.jsonl",
        help="also write what is wrong with lines: line, id, code, message",
    )
    command.add_argument(
        "--strict-dates",
        action="store_true",
        help="leave out an article whose published cannot be read (default: read it without)",
    )
    command.set_defaults(command=("batch", "read_batch"))


def _add_search(commands: Commands) -> None:
    command = commands.add_parser(
        "search",
        help="search a database for who said what",
        description=(
            "Search a database that newsquote batch wrote for quotes, the newest first;"
            " the exit status is 0 only where there are any."
        ),
        allow_abbrev=False,
    )
    command.add_argument("database", metavar="OUT.db", help="the database")
    command.add_argument(
        "words",
        metavar="WORDS",
        nargs="?",
        help='the words to look for, such as "tax* NOT cut" (default: all quotes)',
    )
    command.add_argument("--speaker", metavar="NAME", help="by this speaker: a full name, or an id")
    command.add_argument("--since", metavar="DAY", help="from this day, month or year on")
    command.add_argument("--until", metavar="DAY", help="to this day, month or year")
    command.add_argument(
        "--kind",
        choices=("direct", "indirect", "mixed"),
        action="append",
        help="quotes of this kind; give it again for more",
    )
    command.add_argument("--limit", metavar="N", type=_count, help="how many to print at most")
    command.add_argument(
        "--format",
        choices=("csv", "jsonl", "text"),
        default="text",
        help="what to print (default: text)",
    )
    command.set_defaults(command=("search", "print_hits"))


def _add_verify(commands: Commands, parents: Parents) -> None:
    command = commands.add_parser(
        "verify",
        parents=parents,
        help="say whether a quotation is in a text",
        description=(
            "Say whether a quotation is in a text, and what was changed in it;"
            " the exit status is 0 only where it is there."
        ),
        allow_abbrev=False,
    )
    command.add_argument("quotation", metavar="QUOTATION", help="the words to look for")
    command.add_argument("file", metavar="FILE", help="the text; - for the standard input")
    command.set_defaults(command=("verify", "print_verification"))


def _add_check(commands: Commands, parents: Parents) -> None:
    command = commands.add_parser(
        "check",
        parents=parents,
        help="say whether people are said to have said something",
        description=(
            "Check claims of who said what against the articles: a row a claim with a verdict;"
            " the exit status is 0 only where everybody said what is claimed."
        ),
        allow_abbrev=False,
    )
    command.add_argument(
        "claims",
        metavar="CLAIMS",
        help=(
            'the claims: a line each, {"quotation", "speaker", "article_id"}, or a table with such'
            " columns (.csv, .tsv); - for the standard input"
        ),
    )
    command.add_argument(
        "--articles",
        metavar="FILE",
        nargs="+",
        required=True,
        help="the articles: texts, folders, or .jsonl files with a text or a result a line",
    )
    command.add_argument(
        "--format", choices=("csv", "jsonl"), default="csv", help="what to print (default: csv)"
    )
    command.set_defaults(command=("check", "print_checks"))


def _add_sources(commands: Commands, parents: Parents) -> None:
    command = commands.add_parser(
        "sources",
        parents=parents,
        help="count who is quoted",
        description=(
            "Count who is quoted: a row a speaker, with the numbers of quotes and of quoted words;"
            " with --merge a row a person over all articles."
        ),
        allow_abbrev=False,
    )
    command.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help=(
            "an article, a folder whose .txt files are articles, or a .jsonl file with an article"
            " or a result of newsquote batch a line; - for the standard input"
        ),
    )
    command.add_argument(
        "--merge",
        action="store_true",
        help="count over all articles: a row a person or organization",
    )
    command.add_argument(
        "--format",
        choices=("csv", "jsonl", "tsv"),
        help="what to print (default: csv, or a table with --color)",
    )
    command.set_defaults(command=("sources", "print_counts"))


def _add_explain(commands: Commands, parents: Parents) -> None:
    command = commands.add_parser(
        "explain",
        parents=parents,
        help="say why a quote, a speaker or a line was read as it was",
        description=(
            "Say why a quote, a speaker or a line of an article was read as it was."
            " Quotes and speakers are counted from 1, as newsquote parse prints them."
        ),
        allow_abbrev=False,
    )
    command.add_argument("file", metavar="FILE", help=_A_FILE)
    which = command.add_mutually_exclusive_group(required=True)
    which.add_argument("--quote", metavar="N", type=_count, help="the quote of this number")
    which.add_argument("--speaker", metavar="N", type=_count, help="the speaker of this number")
    which.add_argument("--line", metavar="N", type=_count, help="the line of this number")
    command.add_argument(
        "--format",
        choices=("json", "text"),
        default="text",
        help="what to print (default: text)",
    )
    command.set_defaults(command=("explain", "print_explanation"))


def _add_view(commands: Commands, parents: Parents) -> None:
    command = commands.add_parser(
        "view",
        parents=parents,
        help="make a page that shows who said what",
        description=(
            "Make a page that shows who said what in an article: one HTML file, without script."
        ),
        allow_abbrev=False,
    )
    command.add_argument("file", metavar="FILE", help=_A_FILE)
    command.add_argument(
        "-o",
        "--output",
        metavar="PAGE.html",
        default=STANDARD,
        help="the page (default: the standard output)",
    )
    command.add_argument(
        "--gold",
        metavar="GOLD",
        help=(
            "show what is right, wrong, extra and missed by the annotations in this file:"
            " JSON lines, or an .ann file of brat"
        ),
    )
    command.set_defaults(command=("view", "write_page"))


def _add_evaluate(commands: Commands) -> None:
    command = commands.add_parser(
        "evaluate",
        help="score predictions by your own annotations",
        description=(
            "Score predictions by your own annotations:"
            " both in the JSON form, an object a line, brought together by their ids."
        ),
        allow_abbrev=False,
    )
    command.add_argument(
        "gold", metavar="GOLD.jsonl", help="what is right; - for the standard input"
    )
    command.add_argument(
        "predictions",
        metavar="PRED.jsonl",
        help="what was found, as newsquote batch writes it; - for the standard input",
    )
    command.add_argument(
        "--format",
        choices=("table", "json"),
        default="table",
        help="what to print (default: table)",
    )
    command.add_argument(
        "--errors",
        metavar="ERRORS.jsonl",
        help="write what went wrong: an object for each quote that is missed, extra or wrong",
    )
    command.add_argument(
        "--html",
        metavar="DIFF.html",
        help="write a page of the texts that shows what is right, wrong, extra and missed",
    )
    command.add_argument(
        "--by",
        metavar="FIELD",
        help="also score each value of a field, such as publisher, by itself",
    )
    command.add_argument(
        "--intervals",
        action="store_true",
        help="say where 95 %% of the scores lie when the articles are drawn again",
    )
    command.set_defaults(command=("evaluate", "print_scores"))


def _add_mcp(commands: Commands) -> None:
    command = commands.add_parser(
        "mcp",
        help="serve language models over standard input and output",
        description=(
            "A server of the Model Context Protocol over standard input and output, with the tools"
            " parse and check, and search where a database is given."
        ),
        allow_abbrev=False,
    )
    command.add_argument(
        "--database", metavar="OUT.db", help="a database to search, as newsquote batch writes it"
    )
    command.set_defaults(command=("mcp", "serve"))


def _add_schema(commands: Commands) -> None:
    command = commands.add_parser(
        "schema",
        help="print the schema of the JSON form",
        description="Print the JSON Schema (2020-12) of the JSON form.",
        allow_abbrev=False,
    )
    command.set_defaults(command=("schema", "print_schema"))
