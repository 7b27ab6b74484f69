"""``newsquote view``: one article in, a page that shows who said what out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote import parser
from newsquote.cli.arguments import parse_options
from newsquote.cli.articles import given_in, say_if_html
from newsquote.cli.exits import DONE
from newsquote.cli.streams import (
    open_input,
    open_output,
    refuse_overwriting,
    reported,
)
from newsquote.formats.html import view

if TYPE_CHECKING:
    import argparse

__all__ = ["write_page"]


def write_page(arguments: argparse.Namespace) -> int:
    """Read one article and write its page."""
    with open_input(arguments.file) as file:
        refuse_overwriting(file, arguments.output)
        with reported(arguments.file):
            content = file.read()
    given = given_in(content, arguments)
    article = parser.parse(given.text, published=given.published, options=parse_options(arguments))
    say_if_html(article, arguments.file)
    page = str(view(article))
    # Opened last: an article that cannot be read leaves an older page as it is.
    with open_output(arguments.output) as write:
        write(page.encode())
    return DONE
