"""Quotes of a pandas data frame of articles (``pip install 'newsquote[pandas]'``).

In: a frame with a row an article. Out: a frame with a row a quote, and the caller's own columns
beside them. Why: whoever has articles in a frame wants quotes in one. What the caller gave keeps
its type, ids and columns that go along; the other columns have the same types whatever was found,
so that frames of several runs can be put together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

try:
    import pandas
except ImportError as error:
    msg = "newsquote.extras.pandas needs pandas: pip install 'newsquote[pandas]'"
    raise ImportError(msg, name="pandas") from error

import attrs

from newsquote.codec import QUOTE_COLUMNS, own_columns, quote_rows
from newsquote.errors import OptionsError
from newsquote.formats.characters import encodable
from newsquote.models import Source
from newsquote.models.given import is_missing
from newsquote.options import ParseOptions
from newsquote.parser import parse_many

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["quotes"]

_ALWAYS_THERE = ("quote", "start_offset", "end_offset")
_INDEXES = ("speaker_index", "paragraph")


def quotes(  # noqa: PLR0913 - one argument for each column, and how to read
    frame: pandas.DataFrame,
    *,
    text: str = "text",
    id: str | None = "id",  # noqa: A002 - as everywhere in newsquote
    published: str | None = None,
    keep: Sequence[str] = (),
    min_confidence: float | None = None,
    options: ParseOptions | None = None,
    workers: int = 1,
) -> pandas.DataFrame:
    """A row a quote of the articles in a frame.

    :param frame: a row an article.
    :param text: the column of texts; a row without one has no quotes.
    :param id: the column that names an article in the rows of its quotes, or None for the index.
    :param published: the column of the day of publication: dates, timestamps or ISO strings; one
        that cannot be read counts as not known.
    :param keep: columns that go along, as they are; one that has the name of a column of quotes
        gets ``meta_`` in front.
    :param min_confidence: leave out quotes that are less sure than this, from 0 to 1.
    :param options: how the texts are to be read.
    :param workers: how many processes read; more than one are worth it from some hundred articles.
    :return: a frame with the columns of ``codec.QUOTE_COLUMNS`` and those that are kept, numbered
        from 0. ``article_id`` has the type of its column; ``published`` is an ISO string.
    :raises OptionsError: if the frame has no column of a name, or a setting has no such value.
    :raises TypeError: if the frame is none of pandas', or a text is neither a string nor missing.

    >>> import pandas
    >>> from newsquote.extras.pandas import quotes
    >>> frame = pandas.DataFrame({"id": [7], "text": ['"It is over," said Ann Lee.']})
    >>> quotes(frame)[["article_id", "speaker_name", "words"]].values.tolist()
    [[7, 'Ann Lee', 'It is over']]
    """
    _check_columns(frame, text, id, published, keep)
    if min_confidence is not None:
        options = attrs.evolve(options or ParseOptions(), min_confidence=min_confidence)
    there = [place for place, cell in enumerate(frame[text]) if not is_missing(cell)]
    sources = _sources(frame.iloc[there], text, published)
    found: list[dict[str, Any]] = []
    places: list[int] = []
    articles = parse_many(sources, workers=workers, options=options)
    for place, article in zip(there, articles, strict=True):
        rows = quote_rows(article)
        found += rows
        places += [place] * len(rows)
    columns = {name: _column(name, [row[name] for row in found]) for name in QUOTE_COLUMNS}
    named = frame.index if id is None else frame[id].array
    rows_of = pandas.Series(places, dtype="int64").to_numpy()  # an empty list has no type
    columns["article_id"] = named.take(rows_of)
    for name, column in own_columns(keep, QUOTE_COLUMNS).items():
        columns[column] = frame[name].array.take(rows_of)
    return pandas.DataFrame(columns)


def _check_columns(
    frame: object, text: str, names: str | None, published: str | None, keep: Sequence[str]
) -> None:
    if not isinstance(frame, pandas.DataFrame):
        msg = (
            f"frame must be a pandas DataFrame, not {type(frame).__name__};"
            " newsquote.extras.arrow reads others"
        )
        raise TypeError(msg)
    if isinstance(keep, str):
        msg = f"keep must be a list of columns, not one str: [{keep!r}]"
        raise OptionsError(msg, keep)
    for name in (text, names, published, *keep):
        if name is not None and name not in frame.columns:
            hint = "; id=None takes the index" if name == names else ""
            had = ", ".join(map(repr, frame.columns))
            msg = f"the frame has no column {name!r}, but {had:.300}{hint}"
            raise OptionsError(msg, name)


def _sources(frame: pandas.DataFrame, text: str, published: str | None) -> list[Source]:
    """The articles, each with the label of its row, so that one that is no text can be named."""
    days = [None] * len(frame) if published is None else frame[published]
    cells = zip(frame.index, frame[text], days, strict=True)
    return [Source(text=cell, id=str(label), published=day) for label, cell, day in cells]


def _column(name: str, cells: list[Any]) -> Any:  # noqa: ANN401 - pandas has no types
    """A column with the type that it always has."""
    if name == "confidence":
        return pandas.array(cells, dtype="float64")
    if name in _ALWAYS_THERE:
        return pandas.array(cells, dtype="int64")
    if name in _INDEXES or name.endswith("_offset"):
        return pandas.array(cells, dtype="Int64")
    strings = [None if cell is None else encodable(str(cell)) for cell in cells]
    return pandas.array(strings, dtype="string")
