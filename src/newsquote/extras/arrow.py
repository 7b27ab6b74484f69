"""Articles, their quotes and their speakers as Arrow tables (``pip install 'newsquote[arrow]'``).

In: texts, or record batches of texts. Out: Arrow tables and record batches with fixed schemas,
and the caller's own columns behind them. Why: Parquet, pandas, polars and Spark all read Arrow. A
schema that is derived from the rows changes with them (a column without values has no type), so
each is a constant here; the columns of quotes are those of ``codec.QUOTE_COLUMNS``, where they are
named. What the caller gave keeps its type: an id that is a number, a column that goes along.
Articles are read one at a time, and their rows wait only until a batch is full.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

try:
    import pyarrow
except ImportError as error:
    msg = "newsquote.extras.arrow needs pyarrow: pip install 'newsquote[arrow]'"
    raise ImportError(msg, name="pyarrow") from error

from newsquote.codec import QUOTE_COLUMNS, article_cells, own_columns, quote_rows
from newsquote.errors import OptionsError
from newsquote.formats.characters import encodable
from newsquote.models import Article, Source
from newsquote.models.given import check_items
from newsquote.parser import parse_many, parse_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newsquote.options import ParseOptions

__all__ = [
    "ARTICLES",
    "QUOTES",
    "SPEAKERS",
    "articles_batches",
    "articles_table",
    "quotes_batches",
    "quotes_table",
    "result_columns",
    "speakers_batches",
    "speakers_table",
]

_STRINGS = pyarrow.list_(pyarrow.string())
_SPANS = pyarrow.list_(pyarrow.struct([("start", pyarrow.int64()), ("end", pyarrow.int64())]))
_INDEXES = ("quote", "speaker_index", "paragraph")


def _type_of(column: str) -> pyarrow.DataType:
    """The type of a column of quotes."""
    if column == "confidence":
        return pyarrow.float64()
    is_number = column in _INDEXES or column.endswith("_offset")
    return pyarrow.int64() if is_number else pyarrow.string()


QUOTES = pyarrow.schema([(name, _type_of(name)) for name in QUOTE_COLUMNS])

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
        ("person_id", pyarrow.string()),
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
        Behind the columns stand those of the articles' ``meta``; ``article_id`` is a column of
        whole numbers where all ids are such.
    :raises TypeError: if the texts are one string, a frame, or something else.
    """
    return _table(texts, options, ARTICLES, _article_rows)


def quotes_table(
    texts: Iterable[str | Source | Article], *, options: ParseOptions | None = None
) -> pyarrow.Table:
    """A row a quote, with the columns of ``QUOTES``: those of ``codec.quote_rows``.

    :param texts: texts, ``Source`` values that say more, or articles that are read already.
    :param options: how the texts are to be read.
    :return: a table as ``articles_table`` gives it; columns of offsets count code points,
        ``quote`` is the index in the article.
    """
    return _table(texts, options, QUOTES, quote_rows)


def speakers_table(
    texts: Iterable[str | Source | Article], *, options: ParseOptions | None = None
) -> pyarrow.Table:
    """A row a speaker, with the columns of ``SPEAKERS``.

    :param texts: texts, ``Source`` values that say more, or articles that are read already.
    :param options: how the texts are to be read.
    :return: a table as ``articles_table`` gives it; ``speaker`` is the index in the article,
        ``members`` are such indexes, ``quotes`` counts those it gave, alone or with others.
    """
    return _table(texts, options, SPEAKERS, _speaker_rows)


def quotes_batches(
    batches: Iterable[pyarrow.RecordBatch],
    *,
    options: ParseOptions | None = None,
    keep: Sequence[str] = (),
) -> Iterator[pyarrow.RecordBatch]:
    """Record batches of articles in, record batches of their quotes out, one for one.

    This is the form of function that Spark's ``mapInArrow`` takes.

    :param batches: with a column ``text`` of strings and, where known, ``id`` (anything that has a
        plain form) and ``published`` (ISO strings, dates or timestamps; one that cannot be read
        counts as not known). A row without a text has no quotes. Bytes that are no UTF-8, which
        Arrow lets pass, are read as U+FFFD.
    :param options: how the texts are to be read.
    :param keep: columns that go along, as they are.
    :return: an iterator that reads a batch when asked for one; each has the columns of ``QUOTES``
        and those that are kept. ``article_id`` has the type of a column ``id`` of whole numbers.
    :raises KeyError: if a batch has no column ``text``, or none that is to be kept.
    """
    return _batches(batches, options, QUOTES, quote_rows, keep)


def articles_batches(
    batches: Iterable[pyarrow.RecordBatch],
    *,
    options: ParseOptions | None = None,
    keep: Sequence[str] = (),
) -> Iterator[pyarrow.RecordBatch]:
    """The same with a row an article: each batch that comes out has the columns of ``ARTICLES``.

    A row without a text has none.

    :param batches: as ``quotes_batches`` takes them.
    :param options: how the texts are to be read.
    :param keep: columns that go along, as they are.
    :return: an iterator that reads a batch when asked for one.
    :raises KeyError: as ``quotes_batches`` does.
    """
    return _batches(batches, options, ARTICLES, _article_rows, keep)


def speakers_batches(
    batches: Iterable[pyarrow.RecordBatch],
    *,
    options: ParseOptions | None = None,
    keep: Sequence[str] = (),
) -> Iterator[pyarrow.RecordBatch]:
    """The same with a row a speaker: each batch that comes out has the columns of ``SPEAKERS``.

    A row without a text has none.

    :param batches: as ``quotes_batches`` takes them.
    :param options: how the texts are to be read.
    :param keep: columns that go along, as they are.
    :return: an iterator that reads a batch when asked for one.
    :raises KeyError: as ``quotes_batches`` does.
    """
    return _batches(batches, options, SPEAKERS, _speaker_rows, keep)


def result_columns(
    given: pyarrow.Schema, schema: pyarrow.Schema, keep: Sequence[str]
) -> pyarrow.Schema:
    """The columns that come of a batch: those of a schema, with its ids' type, and those kept.

    :raises KeyError: if there is no such column to keep.
    """
    if isinstance(keep, str):
        msg = f"keep must be a list of columns, not one str: [{keep!r}]"
        raise OptionsError(msg, keep)
    if _has_numbers(given):
        schema = schema.set(0, pyarrow.field("article_id", given.field("id").type))
    for name, column in own_columns(keep, schema.names).items():
        schema = schema.append(pyarrow.field(column, given.field(name).type))
    return schema


def _batches(
    batches: Iterable[pyarrow.RecordBatch],
    options: ParseOptions | None,
    schema: pyarrow.Schema,
    rows: Callable[[Article], list[dict[str, Any]]],
    keep: Sequence[str],
) -> Iterator[pyarrow.RecordBatch]:
    for batch in batches:
        columns = result_columns(batch.schema, schema, keep)
        found: list[dict[str, Any]] = []
        places: list[int] = []
        for place, source in _sources(batch):
            made = _rows_of(source, place, options, rows)
            found += made
            places += [place] * len(made)
        rows_of = pyarrow.array(places, pyarrow.int64())
        arrays = [_array(found, field) for field in schema]
        if _has_numbers(batch.schema):
            arrays[0] = batch.column("id").take(rows_of)
        arrays += [batch.column(name).take(rows_of) for name in dict.fromkeys(keep)]
        yield pyarrow.RecordBatch.from_arrays(arrays, schema=columns)


def _rows_of(
    source: Source,
    place: int,
    options: ParseOptions | None,
    rows: Callable[[Article], list[dict[str, Any]]],
) -> list[dict[str, Any]]:
    """The rows of an article; an error has a note that says which row of the batch it was."""
    try:
        return rows(parse_source(source, options))
    except Exception as error:
        named = "" if source.id is None else f" (id {source.id!r:.60})"
        error.add_note(f"newsquote was reading row {place} of a batch{named}")
        raise


def _has_numbers(given: pyarrow.Schema) -> bool:
    """Whether there is a column of ids, and these are whole numbers."""
    place = given.get_field_index("id")
    return place >= 0 and bool(pyarrow.types.is_integer(given.field(place).type))


def _table(
    texts: Iterable[str | Source | Article],
    options: ParseOptions | None,
    schema: pyarrow.Schema,
    rows: Callable[[Article], list[dict[str, Any]]],
) -> pyarrow.Table:
    check_items("texts", texts)
    own = _OwnColumns(schema.names)
    batches = []
    waiting: list[dict[str, Any]] = []
    for count, article in enumerate(_articles(texts, options), 1):
        found = rows(article)
        own.add_article(article, len(found))
        waiting += found
        if count % _BATCH == 0:
            batches.append(_batch(waiting, schema))
            waiting = []
    batches.append(_batch(waiting, schema))
    return own.added_to(pyarrow.Table.from_batches(batches, schema=schema))


class _OwnColumns:
    """What the callers' articles say of themselves, a cell a row, until all are read."""

    def __init__(self, columns: Sequence[str]) -> None:
        self.columns = columns
        self.rows = 0
        self.ids: list[object] = []
        self.fields: dict[str, list[object]] = {}

    def add_article(self, article: Article, rows: int) -> None:
        """The fields of an article, once for each of its rows."""
        self.ids += [article.id] * rows
        for name, value in article.meta.items():
            column = self.fields.setdefault(name, [])
            column += [None] * (self.rows - len(column)) + [value] * rows
        self.rows += rows

    def added_to(self, table: pyarrow.Table) -> pyarrow.Table:
        """A table with these columns behind its own, and with ids of their own type."""
        if _scalar_type(self.ids) == pyarrow.int64():
            ids = pyarrow.array(self.ids, pyarrow.int64())
            table = table.set_column(0, "article_id", ids)
        for name, column in own_columns(self.fields, self.columns).items():
            values = self.fields[name] + [None] * (self.rows - len(self.fields[name]))
            kind = _scalar_type(values)
            as_text = kind == pyarrow.string()
            cells = [_plain(_text_or_none(value) if as_text else value) for value in values]
            table = table.append_column(column, pyarrow.array(cells, kind))
        return table


def _scalar_type(values: Iterable[object]) -> pyarrow.DataType:
    """The narrowest type that holds all values; strings where they are of several kinds."""
    kinds = {type(value) for value in values if value is not None}
    if kinds == {bool}:
        return pyarrow.bool_()
    if kinds == {int}:
        return pyarrow.int64()
    return pyarrow.float64() if kinds and kinds <= {int, float} else pyarrow.string()


def _text_or_none(value: object) -> str | None:
    return None if value is None else str(value)


def _articles(
    texts: Iterable[str | Source | Article], options: ParseOptions | None
) -> Iterator[Article]:
    """The articles, read one at a time; what is no text is named by its place."""
    for place, text in enumerate(texts):
        if isinstance(text, Article):
            yield text
            continue
        try:
            (article,) = parse_many([text], options=options)
        except TypeError as error:
            msg = str(error).replace("item 0", f"item {place}", 1)
            raise TypeError(msg) from None
        yield article


def _batch(rows: list[dict[str, Any]], schema: pyarrow.Schema) -> pyarrow.RecordBatch:
    return pyarrow.RecordBatch.from_arrays([_array(rows, field) for field in schema], schema=schema)


def _array(rows: list[dict[str, Any]], field: pyarrow.Field) -> pyarrow.Array:
    """A column of rows; an id that is a number is one only where all are."""
    cells = [_plain(row[field.name]) for row in rows]
    if field.name == "article_id" and pyarrow.types.is_string(field.type):
        cells = [_text_or_none(cell) for cell in cells]
    return pyarrow.array(cells, field.type)


def _plain(value: object) -> object:
    """A value that Arrow can hold.

    Its strings are UTF-8, which has no lone surrogates; each is replaced by one character, so
    offsets hold.
    """
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return encodable(value) if isinstance(value, str) else value


def _sources(batch: pyarrow.RecordBatch) -> Iterator[tuple[int, Source]]:
    """The articles of a batch, each with the number of its row."""
    names = set(batch.schema.names)
    nothing = [None] * batch.num_rows
    ids, published = (
        _values(batch.column(name)) if name in names else nothing for name in ("id", "published")
    )
    cells = zip(_values(batch.column("text")), ids, published, strict=True)
    for place, (text, id_, day) in enumerate(cells):
        if text is not None:
            yield place, Source(text=text, id=_text_or_none(id_), published=day)


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


def _article_rows(article: Article) -> list[dict[str, Any]]:
    row = {
        **article_cells(article),
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
            "person_id": speaker.id,
            "members": [index[id(member)] for member in speaker.members],
            "mentions": [{"start": span.start, "end": span.end} for span in speaker.mentions],
            "quotes": counts[n],
        }
        for n, speaker in enumerate(article.speakers)
    ]
