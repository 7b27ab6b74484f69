"""Who is quoted, and how much.

In: an ``Article`` and the name of its file. Out: a row a speaker, with the numbers of quotes and of
quoted words. Why: newsrooms count whom they give a voice. Articles are counted one by one: whether
the Ann Lee of one is the Ann Lee of another, no text says. What nobody known says has a row without
a name, so that the rows add up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsquote.models import Article

__all__ = ["SOURCE_COLUMNS", "source_rows"]

SOURCE_COLUMNS = ("file", "name", "kind", "role", "affiliation", "quotes", "words")


def source_rows(article: Article, file: str | None = None) -> list[dict[str, Any]]:
    """One flat row for each speaker with a quote, and one for the quotes of unknown speakers.

    The last row is there only where there are such quotes.

    :param article: the article.
    :param file: what names it in its rows; its id where None.
    :return: dictionaries with the columns of ``SOURCE_COLUMNS``, in that order; what is not known
        is None. Those who speak together have a row together.

    >>> import newsquote
    >>> said = '"Yes, we agree," said Mayor Ann Lee. "No," said Bo Ek. Lee said it was over.'
    >>> article = newsquote.parse(said, id="a1")
    >>> [tuple(row.values()) for row in source_rows(article)]
    [('a1', 'Ann Lee', 'person', 'Mayor', None, 2, 6), ('a1', 'Bo Ek', 'person', None, None, 1, 1)]
    """
    name = article.id if file is None else file
    rows: list[tuple[Any, ...]] = [
        (name, row.name, row.speaker.kind.value, row.role, row.affiliation, row.quotes, row.words)
        for row in article.sources()
    ]
    unknown = [quote for quote in article.quotes if quote.speaker is None]
    if unknown:
        words = sum(len(quote.words.split()) for quote in unknown)
        rows.append((name, None, None, None, None, len(unknown), words))
    return [dict(zip(SOURCE_COLUMNS, row, strict=True)) for row in rows]
