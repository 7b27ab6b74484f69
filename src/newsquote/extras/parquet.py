"""Parquet files of articles, and of quotes (``pip install 'newsquote[arrow]'``).

In: a Parquet file of articles; or quotes, a few articles' at a time. Out: records of plain values;
or one Parquet file of the columns of ``arrow.QUOTES``. Why: nothing can be added to a Parquet file
that is closed, and a run of hours may be ended at any moment. So quotes are written in parts, each
a file that is there whole or not at all and that names its articles; at the end the parts become
the row groups of one file.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

try:
    import pyarrow
    import pyarrow.parquet
except ImportError as error:
    msg = "newsquote.extras.parquet needs pyarrow: pip install 'newsquote[arrow]'"
    raise ImportError(msg, name="pyarrow") from error

from newsquote.codec import quote_rows
from newsquote.database.rows import digest_of
from newsquote.extras.arrow import QUOTES
from newsquote.formats.characters import encodable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsquote.models import Article

__all__ = ["Parts", "packed_quotes", "read_records"]

_ARTICLES_A_PART = 500
_ARTICLES_A_READ = 64
_ARTICLES_KEY = b"newsquote.articles"


def read_records(file: IO[bytes]) -> tuple[list[str], Iterator[dict[str, Any]]]:
    """The names of a Parquet file's columns, and its rows as values that JSON has.

    :raises ValueError: if it is no Parquet file.
    """
    table = pyarrow.parquet.ParquetFile(file)

    def records() -> Iterator[dict[str, Any]]:
        for batch in table.iter_batches(batch_size=_ARTICLES_A_READ):
            for row in batch.to_pylist():
                yield {name: _plain(value) for name, value in row.items()}

    return list(table.schema_arrow.names), records()


def packed_quotes(article: Article) -> bytes:
    """The rows of an article's quotes as bytes, with what the article is known by."""
    key = _key_of(article.text, article.id)
    return json.dumps({"article": key, "rows": quote_rows(article)}).encode()


class Parts:
    """A Parquet file that is being written.

    Its parts are in a folder beside it until ``finish``; ``flush`` writes what waits in memory.

    :param path: the file.
    :param resume: whether to go on with the parts of an earlier run, or to remove them.
    """

    def __init__(self, path: str, *, resume: bool = False) -> None:
        self.path = Path(path)
        self._folder = self.folder_of(path)
        self._rows: list[dict[str, Any]] = []
        self._articles: list[str] = []
        self._done: Counter[str] = Counter()
        if not resume:
            for part in self._parts():
                part.unlink()
        for part in self._parts():
            about = pyarrow.parquet.read_schema(part).metadata or {}
            self._done.update(json.loads(about.get(_ARTICLES_KEY, b"[]")))

    @staticmethod
    def folder_of(path: str) -> Path:
        """Where the parts of a file are; there is no such folder when it is finished."""
        return Path(f"{path}.parts")

    def is_done(self, text: str, name: str | int | None) -> bool:
        """Whether an earlier run was done with an article; each that it did answers once."""
        key = _key_of(text, name)
        self._done[key] -= 1
        return self._done[key] >= 0

    def add(self, content: bytes) -> None:
        """Add the quotes of one article, packed."""
        one = json.loads(content)
        self._articles.append(one["article"])
        self._rows += one["rows"]
        if len(self._articles) >= _ARTICLES_A_PART:
            self.flush()

    def flush(self) -> None:
        """Write what waits as a part of its own."""
        if not self._articles:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._folder / f"part-{len(self._parts()):06}.parquet"
        about = {_ARTICLES_KEY: json.dumps(self._articles).encode()}
        _write_whole([_table(self._rows)], part, QUOTES.with_metadata(about))
        self._rows, self._articles = [], []

    def finish(self) -> None:
        """Make one file of the parts, and remove them."""
        self.flush()
        tables = (_table_in(part) for part in self._parts())
        _write_whole(tables, self.path, QUOTES)
        # From the last on: a run that is ended here leaves parts that can be gone on with.
        for part in reversed(self._parts()):
            part.unlink(missing_ok=True)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _parts(self) -> list[Path]:
        return sorted(self._folder.glob("part-*.parquet"))


def _key_of(text: str, name: str | int | None) -> str:
    return digest_of(f"{'' if name is None else name}\x00{text}")


def _table(rows: list[dict[str, Any]]) -> pyarrow.Table:
    columns = [
        pyarrow.array([_writable(row[field.name]) for row in rows], field.type) for field in QUOTES
    ]
    return pyarrow.Table.from_arrays(columns, schema=QUOTES)


def _table_in(part: Path) -> pyarrow.Table:
    with pyarrow.parquet.ParquetFile(part) as file:
        return file.read()


def _write_whole(tables: Any, path: Path, schema: pyarrow.Schema) -> None:  # noqa: ANN401 - no types
    """Write tables as row groups of a file, which has its name only when it is whole."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    with pyarrow.parquet.ParquetWriter(unfinished, schema) as writer:
        for table in tables:
            if table.num_rows:
                writer.write_table(table.replace_schema_metadata(schema.metadata))
    os.replace(unfinished, path)  # noqa: PTH105 - as pathlib's, and the same everywhere


def _writable(value: object) -> object:
    return encodable(value) if isinstance(value, str) else value


def _plain(value: object) -> object:
    """A value as JSON has it: days as ISO dates, and what it has not as text."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if value is None or isinstance(value, str | bool | int | float):
        return value
    return str(value)
