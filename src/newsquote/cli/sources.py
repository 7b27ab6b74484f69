"""``newsquote sources``: articles in, a row for each speaker with counts out.

With ``--merge``, a row for each person or organization over all articles, when all are read.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from newsquote.cli.arguments import parse_options
from newsquote.cli.drawing import drawing_for, without_colour
from newsquote.cli.exits import DONE, SOME_BROKEN
from newsquote.cli.gathering import gather_articles
from newsquote.cli.streams import print_bytes, print_text, say
from newsquote.formats.counting import PERSON_COLUMNS, SOURCE_COLUMNS, person_rows, source_rows
from newsquote.formats.table import table

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from newsquote.models import Article, KnownPerson

__all__ = ["print_counts"]

Rows = list[dict[str, Any]]


def print_counts(arguments: argparse.Namespace) -> int:
    """Print a row a speaker or a person; what cannot be read is reported and left out."""
    options = parse_options(arguments)
    drawing = None if arguments.format else drawing_for(arguments.color, sys.stdout)
    counts = _Merged(options.known_people) if arguments.merge else _Separate()
    form = arguments.format or "csv"
    if not drawing:
        print_bytes(_head(form, counts.columns).encode())
    drawn: Rows = []
    status = DONE
    for name, article, complaint in gather_articles(arguments.files, options, arguments.encoding):
        if complaint:
            say(complaint)
        if article is None:
            status = SOME_BROKEN
            continue
        rows = counts.rows_of(article, name)
        if drawing:
            drawn += rows
        else:
            print_bytes(_lines(form, counts.columns, rows).encode())
    if drawing:
        plain = without_colour(arguments.color)
        shown = drawing.drawn_table(counts.columns, drawn + counts.last_rows(), plain=plain)
        print_text(shown, drawn=True)
    else:
        print_bytes(_lines(form, counts.columns, counts.last_rows()).encode())
    return status


class _Separate:
    """Each article by itself."""

    columns: Sequence[str] = SOURCE_COLUMNS

    @staticmethod
    def rows_of(article: Article, name: str) -> Rows:
        return source_rows(article, name)

    @staticmethod
    def last_rows() -> Rows:
        return []


class _Merged:
    """All articles together: nothing is known before the last."""

    columns: Sequence[str] = PERSON_COLUMNS

    def __init__(self, known: Sequence[KnownPerson]) -> None:
        from newsquote.corpus import People  # noqa: PLC0415 - only --merge needs it

        self._people = People(known)
        self._others = [0, 0, 0]
        """Articles, quotes and words of whoever is no person or body that is known by name."""

    def rows_of(self, article: Article, name: str) -> Rows:  # noqa: ARG002 - a place has its own
        ids = dict(zip(article.speakers, self._people.add(article), strict=True))
        others = [
            quote
            for quote in article.quotes
            if quote.speaker is None
            or not any(ids.get(one) for one in (quote.speaker.members or (quote.speaker,)))
        ]
        if others:
            self._others[0] += 1
            self._others[1] += len(others)
            self._others[2] += sum([len(quote.words.split()) for quote in others])
        return []

    def last_rows(self) -> Rows:
        rows = person_rows(self._people.persons())
        if self._others[0]:
            counts = dict(zip(("articles", "quotes", "words"), self._others, strict=True))
            rows.append({**dict.fromkeys(PERSON_COLUMNS), **counts})
        return rows


def _head(form: str, columns: Sequence[str]) -> str:
    """What stands above the first row."""
    return "" if form == "jsonl" else table(columns, (), _delimiter(form))


def _lines(form: str, columns: Sequence[str], rows: Rows) -> str:
    if form == "jsonl":
        return "".join(json.dumps(row) + "\n" for row in rows)
    return table(columns, rows, _delimiter(form), header=False)


def _delimiter(form: str) -> str:
    return "," if form == "csv" else "\t"
