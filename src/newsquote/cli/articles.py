"""One article for a command that reads one.

In: what a file holds, and the arguments. Out: its text, with the day that a page gives. Why: plain
text is read as it is; with ``--html`` the text is made of the page, which its extra does. Who gives
a page as plain text should hear of it, whatever is printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote.cli.exits import RefusedError
from newsquote.cli.streams import read_content, say, text_of
from newsquote.errors import OptionsError
from newsquote.kinds import NoteCode

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from newsquote.models import Article

__all__ = ["Given", "given_in", "read_given", "say_if_html"]


class Given(NamedTuple):
    """What is to be parsed."""

    text: str
    published: date | None = None


def read_given(arguments: argparse.Namespace) -> Given:
    """The article in the file that was named."""
    return given_in(read_content(arguments.file), arguments)


def given_in(content: bytes, arguments: argparse.Namespace) -> Given:
    """The article in a file's content."""
    if not arguments.html:
        return Given(text_of(content, arguments.encoding, arguments.file))
    try:
        from newsquote.extras.html import read_page  # noqa: PLC0415 - trafilatura may be missing
    except ImportError as error:
        msg = f"--html: {error}"
        raise RefusedError(msg) from None
    # UTF-8 is what is assumed where nothing was asked for, and what the page says goes before that.
    encoding = None if arguments.encoding == "utf-8" else arguments.encoding
    try:
        page = read_page(content, whole=True, encoding=encoding)
    except OptionsError as error:
        raise RefusedError(str(error)) from None
    return Given(page.text, page.published)


def say_if_html(article: Article, name: str) -> None:
    """Say that a text is the source of a page, where it is."""
    if any(note.code is NoteCode.HTML_SOURCE for note in article.notes):
        say(f"{name}: is HTML, read as plain text; try --html")
