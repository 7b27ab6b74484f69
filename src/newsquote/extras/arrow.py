"""Articles, their quotes and their speakers as Arrow tables (``pip install 'newsquote[arrow]'``).

In: texts, or record batches of texts. Out: Arrow tables and record batches with fixed schemas. Why:
Parquet, pandas, polars and Spark all read Arrow. A schema that is derived from the rows changes
with them (a column without values has no type), so each is a constant here; the columns of quotes
are those of ``codec.QUOTE_COLUMNS``, where they are named. Articles are read one at a time, and
their rows wait only until a batch is full.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

try:
    import pyarrow
except ImportError as error:
    msg = "newsquote.extras.arrow needs pyarrow: pip install 'newsquote[arrow]'"
    raise ImportError(msg, name="pyarrow") from error

from newsquote.codec import QUOTE_COLUMNS, moment, quote_rows
from newsquote.formats.characters import encodable
from newsquote.models import Article, Source
from newsquote.parser import parse_many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, datetime

    from newsquote.options import ParseOptions

__all__ = [
    "ARTICLES",
    "QUOTES",
    "SPEAKERS",
    "articles_batches",
    "articles_table",
    "quotes_batches",
    "quotes_table",
    "speakers_batches",
    "speakers_table",
]

_STRINGS = pyarrow.list_(pyarrow.string())
_SPANS = pyarrow.list_(pyarrow.struct([("start", pyarrow.int64()), ("end", pyarrow.int64())]))
_NO_STRINGS = dict.fromkeys(("quote", "start", "end", "paragraph"), pyarrow.int64()) | {
    "confidence": pyarrow.float64()
}

QUOTES = pyarrow.schema([(name, _NO_STRINGS.get(name, pyarrow.string())) for name in QUOTE_COLUMNS])

ARTICLES = pyarrow.schema(
    [
        ("article_id", pyarrow.string()),
        (
            "published",
            pyarrow.string(),
        ),  # an ISO date, or date and time: it may be either, as in the JSON form
        ("text", pyarrow.string()),
        ("headline", pyarrow.string()),
        ("authors", _STRINGS),
        ("agencies", _STRINGS),
        ("place", pyarrow.string()),
        ("body", pyarrow.string()),
        ("quotes", pyarrow.int64()),
        ("speakers", pyarrow.int64()),
    ]
)

SPEAKERS = pyarrow.schema(
    [
        ("article_id", pyarrow.string()),
        ("speaker", pyarrow.int64()),
        ("name", pyarrow.string()),
        ("kind", pyarrow.string()),
        ("role", pyarrow.string()),
        ("affiliation", pyarrow.string()),
        ("known_id", pyarrow.string()),
        ("members", pyarrow.list_(pyarrow.int64())),
        ("mentions", _SPANS),
        ("quotes", pyarrow.int64()),
    ]
)

_BATCH = 256  # articles whose rows wait in memory before they become Arrow's


def articles_table(
    texts: Iterable[str | Source | Article], *, options: ParseOptions | None = None
) -> pyarrow.Table:
    """A row an article, with the columns of ``ARTICLES``.

    :param texts: texts, ``Source`` values that say more, or articles that are read already.
    :param options: how the texts are to be read.
    :return: a table; ``body`` is the story without furniture, ``quotes`` and ``speakers`` count.
    """
    return _table(texts, options, ARTICLES, _article_rows)


def quotes_table(
    texts: Iterable[str | Source | Article], *, options: ParseOptions | None = None
) -> pyarrow.Table:
    """A row a quote, with the columns of ``QUOTES``: those of ``codec.quote_rows``.

    :param texts: texts, ``Source`` values that say more, or articles that are read already.
    :param options: how the texts are to be read.
    :return: a table; ``start`` and ``end`` count code points, ``quote`` is the index in the
        article.
    """
    return _table(texts, options, QUOTES, quote_rows)


def speakers_table(
    texts: Iterable[str | Source | Article], *, options: ParseOptions | None = None
) -> pyarrow.Table:
    """A row a speaker, with the columns of ``SPEAKERS``.

    :param texts: texts, ``Source`` values that say more, or articles that are read already.
    :param options: how the texts are to be read.
    :return: a table; ``speaker`` is the index in the article, ``members`` are such indexes,
        ``quotes`` counts those it gave, alone or with others.
    """
    return _table(texts, options, SPEAKERS, _speaker_rows)


def quotes_batches(
    batches: Iterable[pyarrow.RecordBatch], *, options: ParseOptions | None = None
) -> Iterator[pyarrow.RecordBatch]:
    """Record batches of articles in, record batches of their quotes out, one for one.

    This is the form of function that Spark's ``mapInArrow`` takes.

    :param batches: with a column ``text`` of strings and, where known, ``id`` (anything that has a
        plain form) and ``published`` (ISO strings, dates or timestamps). A row without a text has
        no quotes. Bytes that are no UTF-8, which Arrow lets pass, are read as U+FFFD.
    :param options: how the texts are to be read.
    :return: an iterator that reads a batch when asked for one; each has the columns of ``QUOTES``.
    :raises KeyError: if a batch has no column ``text``.
    :raises ValueError: if a ``published`` string is no ISO date.
    """
    return _batches(batches, options, QUOTES, quote_rows)


def articles_batches(
    batches: Iterable[pyarrow.RecordBatch], *, options: ParseOptions | None = None
) -> Iterator[pyarrow.RecordBatch]:
    """The same with a row an article: each batch that comes out has the columns of ``ARTICLES``.

    A row without a text has none.

    :param batches: as ``quotes_batches`` takes them.
    :param options: how the texts are to be read.
    :return: an iterator that reads a batch when asked for one.
    :raises KeyError: if a batch has no column ``text``.
    :raises ValueError: if a ``published`` string is no ISO date.
    """
    return _batches(batches, options, ARTICLES, _article_rows)


def speakers_batches(
    batches: Iterable[pyarrow.RecordBatch], *, options: ParseOptions | None = None
) -> Iterator[pyarrow.RecordBatch]:
    """The same with a row a speaker: each batch that comes out has the columns of ``SPEAKERS``.

    A row without a text has none.

    :param batches: as ``quotes_batches`` takes them.
    :param options: how the texts are to be read.
    :return: an iterator that reads a batch when asked for one.
    :raises KeyError: if a batch has no column ``text``.
    :raises ValueError: if a ``published`` string is no ISO date.
    """
    return _batches(batches, options, SPEAKERS, _speaker_rows)


def _batches(
    batches: Iterable[pyarrow.RecordBatch],
    options: ParseOptions | None,
    schema: pyarrow.Schema,
    rows: Callable[[Article], list[dict[str, Any]]],
) -> Iterator[pyarrow.RecordBatch]:
    for batch in batches:
        yield _batch(parse_many(_sources(batch), options=options), schema, rows)


def _table(
    texts: Iterable[str | Source | Article],
    options: ParseOptions | None,
    schema: pyarrow.Schema,
    rows: Callable[[Article], list[dict[str, Any]]],
) -> pyarrow.Table:
    if isinstance(texts, str):
        msg = "texts must be an iterable of texts, not one str"
        raise TypeError(msg)
    articles = _articles(texts, options)
    batches = []
    while some := list(islice(articles, _BATCH)):
        batches.append(_batch(some, schema, rows))
    return pyarrow.Table.from_batches(batches, schema=schema)


def _articles(
    texts: Iterable[str | Source | Article], options: ParseOptions | None
) -> Iterator[Article]:
    for text in texts:
        if isinstance(text, Article):
            yield text
        else:
            yield from parse_many([text], options=options)


def _batch(
    articles: Iterable[Article],
    schema: pyarrow.Schema,
    rows: Callable[[Article], list[dict[str, Any]]],
) -> pyarrow.RecordBatch:
    found = [row for article in articles for row in rows(article)]
    columns = [
        pyarrow.array([_plain(row[field.name]) for row in found], field.type) for field in schema
    ]
    return pyarrow.RecordBatch.from_arrays(columns, schema=schema)


def _plain(value: object) -> object:
    """A value that Arrow can hold.

    Its strings are UTF-8, which has no lone surrogates; each is replaced by one character, so
    offsets hold.
    """
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return encodable(value) if isinstance(value, str) else value


def _sources(batch: pyarrow.RecordBatch) -> Iterator[Source]:
    names = set(batch.schema.names)
    nothing = [None] * batch.num_rows
    ids, published = (
        _values(batch.column(name)) if name in names else nothing for name in ("id", "published")
    )
    for text, id_, day in zip(_values(batch.column("text")), ids, published, strict=True):
        if text is not None:
            yield Source(text=text, id=None if id_ is None else str(id_), published=_day(day))


def _values(column: pyarrow.Array) -> list[Any]:
    try:
        values: list[Any] = column.to_pylist()
    except UnicodeDecodeError:  # Arrow takes a writer's word for it that strings are UTF-8
        values = [
            value if value is None else value.decode("utf-8", "replace")
            for value in column.cast(_bytes_of(column)).to_pylist()
        ]
    return values


def _bytes_of(column: pyarrow.Array) -> pyarrow.DataType:
    return (
        pyarrow.large_binary() if pyarrow.types.is_large_string(column.type) else pyarrow.binary()
    )


def _day(value: str | date | datetime | None) -> date | datetime | None:
    if isinstance(value, str):
        return moment(value) if value else None
    return value


def _article_rows(article: Article) -> list[dict[str, Any]]:
    row = {
        "article_id": article.id,
        "published": article.published.isoformat() if article.published else None,
        "text": article.text,
        "headline": article.headline.text if article.headline else None,
        "authors": [author.name for byline in article.bylines for author in byline.authors],
        "agencies": [agency for byline in article.bylines for agency in byline.agencies],
        "place": article.dateline.place if article.dateline else None,
        "body": article.body.text,
        "quotes": len(article.quotes),
        "speakers": len(article.speakers),
    }
    return [row]


def _speaker_rows(article: Article) -> list[dict[str, Any]]:
    index = {id(speaker): n for n, speaker in enumerate(article.speakers)}
    counts = [0] * len(index)
    for quote in article.quotes:
        if quote.speaker is not None:
            for speaker in (quote.speaker, *quote.speaker.members):
                counts[index[id(speaker)]] += 1
    return [
        {
            "article_id": article.id,
            "speaker": n,
            "name": speaker.name,
            "kind": speaker.kind.value,
            "role": speaker.role,
            "affiliation": speaker.affiliation,
            "known_id": speaker.id,
            "members": [index[id(member)] for member in speaker.members],
            "mentions": [{"start": span.start, "end": span.end} for span in speaker.mentions],
            "quotes": counts[n],
        }
        for n, speaker in enumerate(article.speakers)
    ]
