"""``newsquote verify``: a quotation and a text in, whether it is there out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote.cli.exits import DONE, NOT_IN_TEXT
from newsquote.cli.streams import print_bytes, read_text
from newsquote.verify import verify

if TYPE_CHECKING:
    import argparse

    from newsquote.models import Change

__all__ = ["print_verification"]


def print_verification(arguments: argparse.Namespace) -> int:
    """Say whether a quotation is in a text, and what was changed in it."""
    found = verify(arguments.quotation, read_text(arguments.file, arguments.encoding))
    places = [f"{span.start}-{span.end}" for span in found.spans]
    others = [place for place in found.places if place != found.span]
    lines = [
        " ".join([found.status.value, *places]),
        *(f"also {place.start}-{place.end}" for place in others),
        *map(_change_line, found.changes),
    ]
    print_bytes("".join(f"{line}\n" for line in lines).encode())
    return DONE if found else NOT_IN_TEXT


def _change_line(change: Change) -> str:
    """A line in ASCII, whatever the words are."""
    place = f"{change.span.start}-{change.span.end}"
    return f"{change.kind.value} {place}: {change.quoted!a} for {change.found!a}"
