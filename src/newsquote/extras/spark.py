"""Quotes, speakers and articles of a Spark data frame (``pip install 'newsquote[spark]'``).

In: a data frame with a column of texts. Out: data frames with the fixed schemas of
``extras.arrow``, one row a quote, a speaker or an article. Why: what is too much for one machine
lies where Spark reads it. Spark cuts, sends, repeats and writes; each of its workers calls the
functions from record batches to record batches, a few articles at a time, so that a worker's memory
hangs neither on the size of a partition nor on Spark's batches.

A job of hours must not end at one row: a row without a text gives nothing, and a day that cannot be
read counts as not known. What is wrong with the columns themselves is said before the job
starts.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

try:
    import pyarrow
    from pyspark.sql import functions, types
except ImportError as error:
    missing = (error.name or "pyspark").partition(".")[0]
    msg = f"newsquote.extras.spark needs {missing}: pip install 'newsquote[spark]'"
    raise ImportError(msg, name=missing) from error

from newsquote.codec import own_columns
from newsquote.errors import OptionsError
from newsquote.extras import arrow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pyspark.sql import Column, DataFrame

    from newsquote.options import ParseOptions

__all__ = ["articles", "quotes", "speakers"]

_AT_ONCE = 64  # articles whose rows wait in a worker's memory
_TEXTS = types.StringType
_DAYS = (types.StringType, types.DateType, types.TimestampType, types.TimestampNTZType)


def quotes(
    frame: DataFrame,
    *,
    text: str | Column = "text",
    id: str | Column | None = "id",  # noqa: A002 - as everywhere in newsquote
    published: str | Column | None = None,
    options: ParseOptions | None = None,
    keep: Sequence[str] = (),
) -> DataFrame:
    """A row a quote of the articles in a frame. Nothing is read before Spark asks for a row.

    :param frame: a row an article.
    :param text: the column of texts, strings; a name, or a column such as one that puts title and
        story together.
    :param id: the column that names an article in the rows of its quotes, or None where nothing
        does.
    :param published: the column of the day of publication, dates, timestamps or ISO strings; None
        where it is not known.
    :param options: how the texts are to be read.
    :param keep: names of columns that go along.
    :return: a frame with the columns of ``extras.arrow.QUOTES`` and those that are kept; columns of
        offsets count code points. ``article_id`` is a number where the ids are, or else a string.
        A row without a text has no quotes.
    :raises TypeError: if the texts are no strings, or the days neither dates nor strings.

    A column that the frame has not raises Spark's own ``AnalysisException``.
    """
    return _mapped(
        frame,
        _columns(text, id, published),
        keep,
        arrow.QUOTES,
        partial(arrow.quotes_batches, options=options, keep=_aliases(keep)),
    )


def speakers(
    frame: DataFrame,
    *,
    text: str | Column = "text",
    id: str | Column | None = "id",  # noqa: A002 - as everywhere in newsquote
    published: str | Column | None = None,
    options: ParseOptions | None = None,
    keep: Sequence[str] = (),
) -> DataFrame:
    """A row a speaker of the articles in a frame, with the columns of ``extras.arrow.SPEAKERS``.

    :param frame: a row an article.
    :param text: as in ``quotes``.
    :param id: as in ``quotes``.
    :param published: as in ``quotes``.
    :param options: how the texts are to be read.
    :param keep: as in ``quotes``.
    :return: a frame; ``speaker`` is the index in the article. A row without a text has no speakers.
    :raises TypeError: as ``quotes`` does.
    """
    return _mapped(
        frame,
        _columns(text, id, published),
        keep,
        arrow.SPEAKERS,
        partial(arrow.speakers_batches, options=options, keep=_aliases(keep)),
    )


def articles(
    frame: DataFrame,
    *,
    text: str | Column = "text",
    id: str | Column | None = "id",  # noqa: A002 - as everywhere in newsquote
    published: str | Column | None = None,
    options: ParseOptions | None = None,
    keep: Sequence[str] = (),
) -> DataFrame:
    """A row an article that has a text, with the columns of ``extras.arrow.ARTICLES``.

    :param frame: a row an article.
    :param text: as in ``quotes``.
    :param id: as in ``quotes``.
    :param published: as in ``quotes``.
    :param options: how the texts are to be read.
    :param keep: as in ``quotes``.
    :return: a frame; ``body`` is the story without furniture, ``quotes`` and ``speakers`` count.
    :raises TypeError: as ``quotes`` does.
    """
    return _mapped(
        frame,
        _columns(text, id, published),
        keep,
        arrow.ARTICLES,
        partial(arrow.articles_batches, options=options, keep=_aliases(keep)),
    )


def _columns(
    text: str | Column, id_: str | Column | None, published: str | Column | None
) -> list[Column]:
    named = {"text": text, "id": id_, "published": published}
    return [
        (functions.col(column) if isinstance(column, str) else column).alias(name)
        for name, column in named.items()
        if column is not None
    ]


def _aliases(keep: Sequence[str]) -> list[str]:
    """Names under which columns are handed to the workers, none of them one of ours."""
    if isinstance(keep, str):
        msg = f"keep must be a list of columns, not one str: [{keep!r}]"
        raise OptionsError(msg, keep)
    return [f"kept_{n}" for n, _ in enumerate(dict.fromkeys(keep))]


def _mapped(
    frame: DataFrame,
    columns: list[Column],
    keep: Sequence[str],
    schema: pyarrow.Schema,
    read: Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]],
) -> DataFrame:
    names = list(dict.fromkeys(keep))
    kept = [
        functions.col(name).alias(alias) for name, alias in zip(names, _aliases(names), strict=True)
    ]
    chosen = frame.select(*columns, *kept)
    found = {field.name: field.dataType for field in chosen.schema}
    if not isinstance(found["text"], _TEXTS):
        msg = f"the column of texts must be a string, not {found['text'].simpleString()}"
        raise TypeError(msg)
    if "published" in found and not isinstance(found["published"], _DAYS):
        days = found["published"].simpleString()
        msg = f"the column of days must be a date, a timestamp or a string, not {days}"
        raise TypeError(msg)
    types_of = {field.name: _ddl(field.type) for field in schema}
    if isinstance(found.get("id"), types.IntegralType):
        types_of["article_id"] = found["id"].simpleString()
    own = own_columns(names, schema.names).values()
    for column, alias in zip(own, _aliases(names), strict=True):
        types_of[column] = found[alias].simpleString()
    return chosen.mapInArrow(
        partial(_read, read=read, names=list(types_of)),
        ", ".join(f"`{column}` {kind}" for column, kind in types_of.items()),
    )


def _read(
    batches: Iterable[pyarrow.RecordBatch],
    *,
    read: Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]],
    names: list[str],
) -> Iterator[pyarrow.RecordBatch]:
    """What a worker of Spark does with its partition; Spark wants the names that it was told."""
    for found in read(some for batch in batches for some in _some(batch)):
        yield pyarrow.RecordBatch.from_arrays(found.columns, names=names)


def _some(batch: pyarrow.RecordBatch) -> Iterator[pyarrow.RecordBatch]:
    for start in range(0, batch.num_rows, _AT_ONCE):
        yield batch.slice(start, _AT_ONCE)


def _ddl(kind: pyarrow.DataType) -> str:
    """An Arrow type in Spark's words."""
    if pyarrow.types.is_list(kind):
        return f"array<{_ddl(kind.value_type)}>"
    if pyarrow.types.is_struct(kind):
        return f"struct<{', '.join(f'`{field.name}`: {_ddl(field.type)}' for field in kind)}>"
    return {pyarrow.int64(): "bigint", pyarrow.float64(): "double", pyarrow.string(): "string"}[
        kind
    ]
