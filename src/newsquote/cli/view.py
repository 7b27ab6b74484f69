"""``newsquote view``: one article in, a page that shows who said what out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote import parser
from newsquote.cli.arguments import parse_options
from newsquote.cli.articles import given_in, say_if_html
from newsquote.cli.exits import DONE, RefusedError
from newsquote.cli.streams import (
    STANDARD,
    open_input,
    refuse_overwriting,
    reported,
    write_whole,
)
from newsquote.formats.html import view

if TYPE_CHECKING:
    import argparse

    from newsquote.models import Article

__all__ = ["write_page"]


def write_page(arguments: argparse.Namespace) -> int:
    """Read one article and write its page."""
    with open_input(arguments.file) as file:
        refuse_overwriting(file, arguments.output)
        _refuse_overwriting_gold(arguments)
        with reported(arguments.file):
            content = file.read()
    given = given_in(content, arguments)
    article = parser.parse(given.text, published=given.published, options=parse_options(arguments))
    say_if_html(article, arguments.file)
    page = str(view(article)) if arguments.gold is None else _compared(article, arguments)
    write_whole(arguments.output, page.encode())
    return DONE


def _refuse_overwriting_gold(arguments: argparse.Namespace) -> None:
    if arguments.gold == arguments.file == STANDARD:
        msg = "only one of FILE and --gold can be the standard input"
        raise RefusedError(msg)
    if arguments.gold is not None and arguments.gold != STANDARD:
        with open_input(arguments.gold) as file:
            refuse_overwriting(file, arguments.output)


def _compared(article: Article, arguments: argparse.Namespace) -> str:
    from newsquote.cli.differences import compared, gold_pair  # noqa: PLC0415 - only --gold needs it
    from newsquote.formats.difference import difference  # noqa: PLC0415 - as above

    return difference([compared(gold_pair(article, arguments.gold, arguments.encoding))])
