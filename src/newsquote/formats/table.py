"""The quotes of an article, or their parts, as tables.

In: an ``Article``. Out: text, one line a quote with the columns of ``codec.QUOTE_COLUMNS``, or one
a part with those of ``codec.PART_COLUMNS``, and the caller's own fields behind them:
comma-separated values (RFC 4180, but for the line ends), the same with tabs, or JSON Lines
(jsonlines.org). Why: the tables that spreadsheets and data frames open. A spreadsheet takes some
cells for formulas, and an article is written by strangers: in the first two, such cells get an
apostrophe in front. JSON Lines hold every string as it is.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from newsquote.codec import (
    PART_COLUMNS,
    QUOTE_COLUMNS,
    Offsets,
    own_columns,
    part_rows,
    quote_rows,
)
from newsquote.formats.characters import encodable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newsquote.models import Article

__all__ = ["parts_csv", "parts_tsv", "quotes_csv", "quotes_jsonl", "quotes_tsv", "table"]

_OFFSETS = tuple(name for name in QUOTE_COLUMNS if name.endswith("_offset"))

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def quotes_csv(article: Article) -> str:
    r"""The quotes of an article as CSV.

    :param article: the article.
    :return: a header line and a line a quote, each ended by ``\n``; strings stand in double quotes,
        what is not known is empty.

    >>> import newsquote
    >>> from newsquote.formats.table import quotes_csv
    >>> quotes_csv(newsquote.parse("Mill to close")).splitlines()[0][:33]
    '"article_id","published","quote",'
    """
    return _table_of(article, QUOTE_COLUMNS, quote_rows, ",")


def quotes_tsv(article: Article) -> str:
    r"""The quotes of an article, separated by tabs.

    Otherwise it is as ``quotes_csv``, so a tab or a line end may stand inside a cell's double
    quotes.

    :param article: the article.
    :return: a header line and a line a quote, each ended by ``\n``.

    >>> import newsquote
    >>> quotes_tsv(newsquote.parse("Mill to close")).split("\t")[:3]
    ['"article_id"', '"published"', '"quote"']
    """
    return _table_of(article, QUOTE_COLUMNS, quote_rows, "\t")


def parts_csv(article: Article) -> str:
    r"""The parts of an article's quotes as CSV.

    A split quotation has a row for each piece, with its own offsets.

    :param article: the article.
    :return: a header line and a line a part, each ended by ``\n``.

    >>> import newsquote
    >>> article = newsquote.parse('"It is over," said Ann Lee, "and we lost."')
    >>> [line.split(",")[3] for line in parts_csv(article).splitlines()]
    ['"part"', '0', '1']
    """
    return _table_of(article, PART_COLUMNS, part_rows, ",")


def parts_tsv(article: Article) -> str:
    r"""The parts of an article's quotes, separated by tabs.

    :param article: the article.
    :return: a header line and a line a part, each ended by ``\n``.

    >>> import newsquote
    >>> len(parts_tsv(newsquote.parse('"It is over," said Ann Lee, "and we lost."')).splitlines())
    3
    """
    return _table_of(article, PART_COLUMNS, part_rows, "\t")


def quotes_jsonl(article: Article, units: str = "codepoints") -> str:
    r"""The quotes of an article as JSON Lines.

    :param article: the article.
    :param units: what the columns of offsets count: one of ``codec.UNITS``.
    :return: an object a quote, each ended by ``\n``; ASCII, with escapes.
    :raises ValueError: if there are no such units.

    >>> import newsquote
    >>> quotes_jsonl(newsquote.parse('"It is over," said Ann Lee.', id="a1"))[:64]
    '{"article_id": "a1", "published": null, "quote": 0, "kind": "dir'
    """
    offsets = Offsets(article.text, units)
    rows = quote_rows(article)
    for row in rows:
        counted = [name for name in _OFFSETS if row[name] is not None]
        row.update({name: offsets(row[name]) for name in counted})
    return "".join(json.dumps(row) + "\n" for row in rows)


def _table_of(
    article: Article,
    columns: tuple[str, ...],
    rows: Callable[[Article], list[dict[str, Any]]],
    delimiter: str,
) -> str:
    """The rows of an article, with the fields that its caller gave it."""
    return table((*columns, *own_columns(article.meta, columns).values()), rows(article), delimiter)


def table(
    columns: Sequence[str], rows: Iterable[dict[str, Any]], delimiter: str, *, header: bool = True
) -> str:
    r"""Rows as lines of cells, harmless in a spreadsheet.

    :param columns: what the header line says.
    :param rows: dictionaries whose values are in the order of the columns.
    :param delimiter: what stands between two cells.
    :param header: whether there is a header line.
    :return: lines, each ended by ``\n``.

    >>> table(["name", "quotes"], [{"name": "=HYPERLINK(1)", "quotes": 2}], ",")
    '"name","quotes"\n"\'=HYPERLINK(1)",2\n'
    """
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n", delimiter=delimiter)
    if header:
        writer.writerow(map(_harmless, columns))
    writer.writerows(map(_harmless, row.values()) for row in rows)
    return out.getvalue()


def _harmless(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    return encodable(f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell)
