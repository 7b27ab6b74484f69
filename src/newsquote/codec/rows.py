"""An article -> flat rows for tables and data frames.

In: an ``Article``. Out: dictionaries with fixed columns, one for each quote or part, and behind
them the caller's own fields. Why: tables have no nesting, so each column is one path into a quote
or is known of the whole article. No column has a name that SQL keeps for itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsquote.codec.checks import demand_article

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote.models import Article, Part, Quote

__all__ = [
    "PART_COLUMNS",
    "QUOTE_COLUMNS",
    "article_cells",
    "own_columns",
    "part_rows",
    "quote_rows",
]

_ARTICLE_COLUMNS = ("article_id", "published")

_CONTENT_PATHS = {
    "kind": "kind",
    "mode": "mode",
    "text": "text",
    "words": "words",
    "start_offset": "span.start",
    "end_offset": "span.end",
}
_AROUND_PATHS = {
    "person_id": "speaker.id",
    "speaker_name": "speaker.name",
    "speaker_kind": "speaker.kind",
    "speaker_role": "speaker.role",
    "speaker_affiliation": "speaker.affiliation",
    "cue_text": "cue.text",
    "cue_lemma": "cue.lemma",
    "cue_category": "cue.category",
    "polarity": "cue.polarity",
    "cue_start_offset": "cue.span.start",
    "cue_end_offset": "cue.span.end",
    "source_text": "source.text",
    "source_start_offset": "source.span.start",
    "source_end_offset": "source.span.end",
    "paragraph": "paragraph",
    "confidence": "confidence",
    "fingerprint": "fingerprint",
}

QUOTE_COLUMNS = (
    *_ARTICLE_COLUMNS,
    "quote",
    *_CONTENT_PATHS,
    "sentence",
    "speaker_index",
    *_AROUND_PATHS,
)

_PART_PATHS = {
    "text": "text",
    "words": "words",
    "start_offset": "span.start",
    "end_offset": "span.end",
    "inner_start_offset": "inner.start",
    "inner_end_offset": "inner.end",
}
_PATHS_OF_ITS_QUOTE = {
    name: (_CONTENT_PATHS | _AROUND_PATHS)[name]
    for name in ("kind", "mode", "person_id", "speaker_name", "cue_text", "polarity", "confidence")
}

PART_COLUMNS = (
    *_ARTICLE_COLUMNS,
    "quote",
    "part",
    "speaker_index",
    *_PART_PATHS,
    *_PATHS_OF_ITS_QUOTE,
)


def quote_rows(article: Article) -> list[dict[str, Any]]:
    """One flat row for each quote of an article, for tables and data frames.

    :param article: the article.
    :return: dictionaries with the columns of ``QUOTE_COLUMNS``, in that order, and behind them the
        fields of ``article.meta``; what is not known is None. ``quote``, ``speaker_index`` and
        ``paragraph`` are indexes, ``start_offset`` and ``end_offset`` are those of the quote's
        hull, in code points; ``sentence`` is the text of the sentences that hold it, and
        ``person_id`` the id of a known person.
    :raises TypeError: if the argument is no article.

    >>> import newsquote
    >>> from newsquote.codec import quote_rows
    >>> rows = quote_rows(newsquote.parse('"It is over," said Mayor Ann Lee.'))
    >>> [(row["speaker_name"], row["words"]) for row in rows]
    [('Ann Lee', 'It is over')]
    """
    demand_article(article)
    index = {speaker: n for n, speaker in enumerate(article.speakers)}
    known, own = article_cells(article), _own_cells(article, QUOTE_COLUMNS)
    return [
        {
            **known,
            "quote": n,
            **_columns(quote, _CONTENT_PATHS),
            "sentence": article.text[quote.sentence.slice],
            "speaker_index": None if quote.speaker is None else index.get(quote.speaker),
            **_columns(quote, _AROUND_PATHS),
            **own,
        }
        for n, quote in enumerate(article.quotes)
    ]


def part_rows(article: Article) -> list[dict[str, Any]]:
    """One flat row for each part of each quote; a split quotation's pieces have their own offsets.

    :param article: the article.
    :return: dictionaries with the columns of ``PART_COLUMNS``, in that order, and behind them the
        fields of ``article.meta``; ``quote`` and ``part`` are indexes.
    :raises TypeError: if the argument is no article.

    >>> import newsquote
    >>> article = newsquote.parse('"It is over," said Ann Lee, "and we lost."')
    >>> [(row["quote"], row["part"], row["words"]) for row in part_rows(article)]
    [(0, 0, 'It is over'), (0, 1, 'and we lost.')]
    """
    demand_article(article)
    index = {speaker: n for n, speaker in enumerate(article.speakers)}
    known, own = article_cells(article), _own_cells(article, PART_COLUMNS)
    rows = []
    for n, quote in enumerate(article.quotes):
        speaker = None if quote.speaker is None else index.get(quote.speaker)
        of_the_quote = _columns(quote, _PATHS_OF_ITS_QUOTE)
        for place, part in enumerate(quote.parts):
            names = {**known, "quote": n, "part": place, "speaker_index": speaker}
            rows.append({**names, **_columns(part, _PART_PATHS), **of_the_quote, **own})
    return rows


def article_cells(article: Article) -> dict[str, Any]:
    """What every row of an article says of it: its id, and the ISO form of its day."""
    day = article.published
    return {"article_id": article.id, "published": None if day is None else day.isoformat()}


def own_columns(names: Iterable[str], columns: Iterable[str]) -> dict[str, str]:
    """The column of each of the caller's own fields; not one of ours, nor one twice.

    >>> own_columns(["publisher", "kind"], ["article_id", "kind"])
    {'publisher': 'publisher', 'kind': 'meta_kind'}
    """
    taken = set(columns)
    found: dict[str, str] = {}
    for name in dict.fromkeys(names):
        column = name
        while column in taken:
            column = f"meta_{column}"
        taken.add(column)
        found[name] = column
    return found


def _own_cells(article: Article, columns: Iterable[str]) -> dict[str, Any]:
    names = own_columns(article.meta, columns)
    return {names[name]: value for name, value in article.meta.items()}


def _columns(value: Quote | Part, paths: dict[str, str]) -> dict[str, Any]:
    return {column: _value_at(value, path) for column, path in paths.items()}


def _value_at(start: Quote | Part, path: str) -> object:
    """What stands at a dotted path; None as soon as something on the way is None."""
    value: object = start
    for name in path.split("."):
        value = None if value is None else getattr(value, name)
    return getattr(value, "value", value)  # an enum member as plain text
