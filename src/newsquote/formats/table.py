"""The quotes of an article as comma-separated values.

In: an ``Article``. Out: CSV text, one line a quote, with the columns of ``codec.QUOTE_COLUMNS``. Why: the table that a spreadsheet opens.
A spreadsheet takes some cells for formulas, and an article is written by strangers: such cells get an apostrophe in front.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote.codec import QUOTE_COLUMNS, quote_rows

if TYPE_CHECKING:
    from newsquote.models import Article

__all__ = ["quotes_csv"]

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def quotes_csv(article: Article) -> str:
    r"""The quotes of an article as CSV.

    :param article: the article.
    :return: a header line and a line a quote, each ended by ``\n``; strings stand in double quotes, what is not known is empty.

    >>> import newsquote
    >>> from newsquote.formats.table import quotes_csv
    >>> quotes_csv(newsquote.parse("Mill to close")).splitlines()[0][:21]
    '"article_id","quote",'
    """
    import csv  # noqa: PLC0415 - only a table needs these
    import io  # noqa: PLC0415

    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(QUOTE_COLUMNS)
    writer.writerows(map(_harmless, row.values()) for row in quote_rows(article))
    return out.getvalue()


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell
