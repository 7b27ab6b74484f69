"""The database: articles go in, hits come out.

In: a path; articles; words to look for. Out: a file of tables, and ``Hit`` values. Why: the one
class that holds the connection, so that nothing else in the package has a state or a file open.
"""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING, Self

from newsquote.database.connection import (
    close_connection,
    open_connection,
    reported,
    transaction,
)
from newsquote.database.hits import HIT_COLUMNS, Hit
from newsquote.database.identity import PersonIds
from newsquote.database.query import conditions, full_text
from newsquote.database.rows import article_rows, digest_of, stored_id
from newsquote.database.writing import insert_article, own_columns_in
from newsquote.errors import OptionsError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from newsquote.database.rows import ArticleRows
    from newsquote.models import Article

__all__ = ["Database"]

_SELECT = f"SELECT {', '.join(HIT_COLUMNS)} FROM quotes_in_context"  # noqa: S608 - constants


class Database:
    """Articles in a SQLite file, and a search in what was said.

    Use it in a ``with`` block, or call ``close``: that leaves one file, without a log beside it.
    The tables and their columns are in the documentation, and any tool for SQLite reads them.

    :param path: the file; it is made where there is none. ``":memory:"`` for a database that ends
        with the process.
    :param read_only: whether to open it for searching only; the file must be there then.
    :raises DataError: if the file is no database of newsquote, or cannot be opened.

    >>> import newsquote
    >>> from newsquote.database import Database
    >>> with Database(":memory:") as database:
    ...     for text in ('"It is over," said Mayor Ann Lee.', '"Taxes fell," said Bo Ek.'):
    ...         _ = database.add(newsquote.parse(text))
    ...     [(hit.speaker_name, hit.words) for hit in database.search("tax*")]
    [('Bo Ek', 'Taxes fell')]
    """

    def __init__(self, path: str | os.PathLike[str], *, read_only: bool = False) -> None:
        self.path = os.fspath(path)
        self._connection = open_connection(self.path, read_only=read_only)
        self._own_columns = own_columns_in(self._connection)
        self._people = PersonIds(self._connection)

    def __repr__(self) -> str:
        return f"<Database {self.path}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        """The number of articles."""
        with reported(self.path):
            count: int = self._connection.execute("SELECT count(*) FROM articles").fetchone()[0]
        return count

    def close(self) -> None:
        """Close the file; what was added is in it."""
        close_connection(self._connection)

    def add(self, article: Article) -> bool:
        """Put an article in, with its quotes and its speakers: all of it, or nothing.

        :param article: the article. One with an id is known by it, one without by its text.
        :return: whether it is new; False where the very article is there.
        :raises OptionsError: if another text has its id.
        :raises DataError: if the file cannot be written.
        :raises TypeError: if it is no article.
        """
        return self.add_rows(article_rows(article))

    def add_rows(self, rows: ArticleRows) -> bool:
        """The same for rows that were made where the article was read."""
        name, digest = rows.article["id"], rows.article["digest"]
        known = set(self._own_columns)
        with (
            reported(self.path),
            self._people.forgotten_if_broken(),
            transaction(self._connection),
        ):
            if self._holds(name, digest):
                return False
            people = self._people.add(rows.speakers, rows.alone, rows.article["published"])
            insert_article(self._connection, rows, people, known)
        self._own_columns = known
        return True

    def holds(self, text: str, id: str | int | None = None) -> bool:  # noqa: A002 - as in parse
        """Whether an article is there: one of this id, or without an id one of this text.

        :param text: the article's text.
        :param id: its id.
        :raises OptionsError: if another text has the id.

        >>> with Database(":memory:") as database:
        ...     database.holds("Nobody spoke.", "a-1")
        False
        """
        with reported(self.path):
            return self._holds(stored_id(id), digest_of(text))

    def search(
        self,
        words: str | None = None,
        *,
        speaker: str | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        kind: str | Sequence[str] | None = None,
        limit: int | None = None,
    ) -> tuple[Hit, ...]:
        """The quotes that have some words, by whom, when and of what kind; the newest first.

        :param words: what to look for in the words that were said; all of it must be there.
            ``tax*`` is any word that begins so, ``"tax cut"`` these words together; AND, OR, NOT,
            ``NEAR(tax cut, 3)`` and brackets join them. Neither case nor accents matter. All quotes
            where None or empty.
        :param speaker: a name as articles print it in full, in any case, or an id; all that the
            person said is found, under other names and with others, too.
        :param since: the first day: a date, or a string such as ``2024``, ``2024-03``,
            ``2024-03-04``. An article without a day is not found then.
        :param until: the last day, in the same forms; ``2024`` is to the end of the year.
        :param kind: a kind of quote (``direct``, ``mixed``, ``indirect``), or several.
        :param limit: how many to give at most; all where None.
        :raises OptionsError: if the words, a day or a kind cannot be read.
        :raises DataError: if the file cannot be read.

        >>> import newsquote
        >>> with Database(":memory:") as database:
        ...     database.add(newsquote.parse('"Taxes rise," said Ann Lee.', id="a-1"))
        ...     database.search("tax* NOT cut", speaker="ann lee", kind="direct")[0].sentence
        True
        '"Taxes rise," said Ann Lee.'
        """
        wanted = conditions(speaker=speaker, since=since, until=until, kind=kind)
        values = {one.name: one.value for one in wanted if one.name}
        where = [one.sql for one in wanted]
        if words and words.strip():
            where.append("quote IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH :words)")
            values["words"] = full_text(words)
        values["limit"] = -1 if limit is None else _count(limit)
        sql = f"{_SELECT} WHERE {' AND '.join(where or ['1'])}"
        order = "ORDER BY published DESC, article, quote_index LIMIT :limit"
        with reported(self.path):
            try:
                rows = self._connection.execute(f"{sql} {order}", values).fetchall()
            except sqlite3.OperationalError as error:
                if "fts5" not in str(error):
                    raise
                msg = f"cannot look for {words!r:.80} ({error}); put it in double quotes"
                raise OptionsError(msg, words) from None
        return tuple(Hit(**dict(zip(HIT_COLUMNS, row, strict=True))) for row in rows)

    def _holds(self, name: str | None, digest: str) -> bool:
        if name is None:
            found = self._connection.execute(
                "SELECT 1 FROM articles WHERE digest = ? AND id IS NULL", (digest,)
            ).fetchone()
            return found is not None
        found = self._connection.execute(
            "SELECT digest FROM articles WHERE id = ?", (name,)
        ).fetchone()
        if found is not None and found[0] != digest:
            msg = f"the id {name!r:.80} is in the database already, with another text"
            raise OptionsError(msg, name)
        return found is not None


def _count(limit: int) -> int:
    if limit < 0:
        msg = f"limit must be a whole number of at least 0, not {limit!r}"
        raise OptionsError(msg, limit)
    return limit
