"""An article -> flat rows for tables and data frames.

In: an ``Article``. Out: dictionaries with fixed columns, one for each quote or part. Why: tables
have no nesting, so each column is one path into a quote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsquote.codec.checks import demand_article

if TYPE_CHECKING:
    from newsquote.models import Article, Part, Quote

__all__ = ["PART_COLUMNS", "QUOTE_COLUMNS", "part_rows", "quote_rows"]

_QUOTE_PATHS = {
    "kind": "kind",
    "mode": "mode",
    "text": "text",
    "words": "words",
    "start": "span.start",
    "end": "span.end",
    "speaker_name": "speaker.name",
    "speaker_kind": "speaker.kind",
    "speaker_role": "speaker.role",
    "speaker_affiliation": "speaker.affiliation",
    "cue_text": "cue.text",
    "cue_lemma": "cue.lemma",
    "cue_category": "cue.category",
    "polarity": "cue.polarity",
    "source_text": "source.text",
    "paragraph": "paragraph",
    "confidence": "confidence",
}

QUOTE_COLUMNS = ("article_id", "quote", *_QUOTE_PATHS)

_PART_PATHS = {
    "text": "text",
    "words": "words",
    "start": "span.start",
    "end": "span.end",
    "inner_start": "inner.start",
    "inner_end": "inner.end",
}
_PATHS_OF_ITS_QUOTE = {
    name: _QUOTE_PATHS[name]
    for name in ("kind", "mode", "speaker_name", "cue_text", "polarity", "confidence")
}

PART_COLUMNS = ("article_id", "quote", "part", *_PART_PATHS, *_PATHS_OF_ITS_QUOTE)


def quote_rows(article: Article) -> list[dict[str, Any]]:
    """One flat row for each quote of an article, for tables and data frames.

    :param article: the article.
    :return: dictionaries with the columns of ``QUOTE_COLUMNS``, in that order; what is not known is
        None. ``quote`` and ``paragraph`` are indexes, ``start`` and ``end`` the offsets of the
        quote's hull in code points.
    :raises TypeError: if the argument is no article.

    >>> import newsquote
    >>> from newsquote.codec import quote_rows
    >>> rows = quote_rows(newsquote.parse('"It is over," said Mayor Ann Lee.'))
    >>> [(row["speaker_name"], row["words"]) for row in rows]
    [('Ann Lee', 'It is over')]
    """
    demand_article(article)
    return [
        {"article_id": article.id, "quote": index, **_columns(quote, _QUOTE_PATHS)}
        for index, quote in enumerate(article.quotes)
    ]


def part_rows(article: Article) -> list[dict[str, Any]]:
    """One flat row for each part of each quote; a split quotation's pieces have their own offsets.

    :param article: the article.
    :return: dictionaries with the columns of ``PART_COLUMNS``, in that order; ``quote`` and
        ``part`` are indexes.
    :raises TypeError: if the argument is no article.

    >>> import newsquote
    >>> article = newsquote.parse('"It is over," said Ann Lee, "and we lost."')
    >>> [(row["quote"], row["part"], row["words"]) for row in part_rows(article)]
    [(0, 0, 'It is over'), (0, 1, 'and we lost.')]
    """
    demand_article(article)
    rows = []
    for index, quote in enumerate(article.quotes):
        of_the_quote = _columns(quote, _PATHS_OF_ITS_QUOTE)
        for n, part in enumerate(quote.parts):
            names = {"article_id": article.id, "quote": index, "part": n}
            rows.append({**names, **_columns(part, _PART_PATHS), **of_the_quote})
    return rows


def _columns(value: Quote | Part, paths: dict[str, str]) -> dict[str, Any]:
    return {column: _value_at(value, path) for column, path in paths.items()}


def _value_at(start: Quote | Part, path: str) -> object:
    """What stands at a dotted path; None as soon as something on the way is None."""
    value: object = start
    for name in path.split("."):
        value = None if value is None else getattr(value, name)
    return getattr(value, "value", value)  # an enum member as plain text
