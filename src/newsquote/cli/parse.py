"""``newsquote parse``: one article in, a report or another format out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from newsquote import parser
from newsquote.cli.arguments import parse_options
from newsquote.cli.drawing import drawing_for
from newsquote.cli.exits import DONE, RefusedError
from newsquote.cli.exports import COUNTED_FORMATS, FORMATS
from newsquote.cli.streams import print_bytes, print_text, read_text

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
    text = read_text(arguments.file, arguments.encoding)
    if form == "text":
        drawing = drawing_for(arguments.color, sys.stdout, colours=True)
        article = parser.parse(text, options=parse_options(arguments))
        write = drawing.coloured_report if drawing else FORMATS["text"]
        print_text(write(article))
        return DONE
    article = parser.parse(text, options=parse_options(arguments))
    print_bytes(_written(article, form, units).encode("utf-8", "backslashreplace"))
    return DONE


def _written(article: Article, form: str, units: str) -> str:
    if form in COUNTED_FORMATS:
        return COUNTED_FORMATS[form](article, units)
    return FORMATS[form](article)
