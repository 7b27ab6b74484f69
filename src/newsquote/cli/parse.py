"""``newsquote parse``: one article in, a report or another format out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from newsquote import parser
from newsquote.cli.arguments import parse_options
from newsquote.cli.articles import read_given, say_if_html
from newsquote.cli.drawing import drawing_for
from newsquote.cli.exits import DONE, RefusedError
from newsquote.cli.exports import COUNTED_FORMATS, FORMATS
from newsquote.cli.streams import print_bytes, print_text

if TYPE_CHECKING:
    import argparse

    from newsquote.models import Article

__all__ = ["print_article"]


def print_article(arguments: argparse.Namespace) -> int:
    """Read one article and print it."""
    form, units = arguments.format, arguments.offsets
    if units != "codepoints" and form not in COUNTED_FORMATS:
        msg = f"--offsets {units} goes with --format {' or '.join(COUNTED_FORMATS)} only"
        raise RefusedError(msg)
    given = read_given(arguments)
    # Before the article: it can be refused.
    drawing = drawing_for(arguments.color, sys.stdout, colours=True) if form == "text" else None
    article = parser.parse(given.text, published=given.published, options=parse_options(arguments))
    say_if_html(article, arguments.file)
    if form == "text":
        shown = drawing.coloured_report(article) if drawing else FORMATS["text"](article)
        print_text(shown, drawn=bool(drawing))
        return DONE
    print_bytes(_written(article, form, units).encode("utf-8", "backslashreplace"))
    return DONE


def _written(article: Article, form: str, units: str) -> str:
    if form in COUNTED_FORMATS:
        return COUNTED_FORMATS[form](article, units)
    return FORMATS[form](article)
