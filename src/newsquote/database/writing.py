"""Rows into the tables.

In: the rows of an article, and a connection inside a transaction. Out: nothing; they are there.
Why: the database gives articles and speakers their numbers, adds up what people said, and makes a
column of each name of the caller's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsquote.database.tables import (
    ARTICLE_COLUMNS,
    CONTEXT_COLUMNS,
    context_view,
    quoted,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from newsquote.database.rows import ArticleRows

__all__ = ["insert_article", "own_columns_in"]

_TAKEN = frozenset(name.casefold() for name in (*ARTICLE_COLUMNS, *CONTEXT_COLUMNS, "rowid"))
"""Names that mean something else already; SQLite tells no upper from lower case."""
_MOST_OWN_COLUMNS = 200
_LONGEST_NAME = 100
_KINDS = {int: "INTEGER", bool: "INTEGER", float: "REAL"}
"""Of what kind a column is by its first value: other programs take a column for one kind."""

_ADD_UP = """ON CONFLICT (id) DO UPDATE SET
  articles = articles + excluded.articles,
  quotes = quotes + excluded.quotes,
  words = words + excluded.words,
  first_published = min(
    coalesce(first_published, excluded.first_published),
    coalesce(excluded.first_published, first_published)
  ),
  last_published = max(
    coalesce(last_published, excluded.last_published),
    coalesce(excluded.last_published, last_published)
  )"""
"""What is done with a person who is there."""


def insert_article(connection: sqlite3.Connection, rows: ArticleRows, known: set[str]) -> None:
    """Put in the rows of one article.

    :param known: the caller's own columns that are there; new ones join them.
    """
    own = {name: rows.own[key] for key, name in _own_names(rows.own)}
    _add_columns(connection, own, known)
    columns = {name: value for name, value in own.items() if name in known}
    article = _insert(connection, "articles", rows.article | columns)
    for row in rows.people:
        _insert(connection, "people", row, _ADD_UP)
    speakers = [
        _insert(connection, "speakers", {"article": article, **row}) for row in rows.speakers
    ]
    for row in rows.quotes:
        n = row["speaker_index"]
        numbers = {"article": article, "speaker": None if n is None else speakers[n]}
        _insert(connection, "quotes", numbers | row)


def own_columns_in(connection: sqlite3.Connection) -> set[str]:
    """The caller's own columns that the table of articles has."""
    rows = connection.execute("SELECT name FROM pragma_table_info('articles')")
    return {name for (name,) in rows} - set(ARTICLE_COLUMNS)


def _insert(
    connection: sqlite3.Connection, table: str, row: dict[str, Any], otherwise: str = ""
) -> int:
    names = ", ".join(map(quoted, row))
    places = ", ".join("?" * len(row))
    sql = f"INSERT INTO {table} ({names}) VALUES ({places}) {otherwise}"  # noqa: S608 - names, quoted
    return connection.execute(sql, tuple(row.values())).lastrowid or 0


def _own_names(own: Iterable[str]) -> Iterable[tuple[str, str]]:
    """The keys that can name a column, each with the column's name, once."""
    seen: set[str] = set()
    for key in own:
        name = f"own_{key}" if key.casefold() in _TAKEN else key
        if name.isprintable() and 0 < len(name) <= _LONGEST_NAME and name.casefold() not in seen:
            seen.add(name.casefold())
            yield key, name


def _add_columns(connection: sqlite3.Connection, own: dict[str, Any], known: set[str]) -> None:
    folded = {name.casefold() for name in known}
    new = [name for name in own if name.casefold() not in folded]
    new = new[: max(_MOST_OWN_COLUMNS - len(known), 0)]
    if not new:
        return
    for name in new:
        kind = _KINDS.get(type(own[name]), "TEXT")
        connection.execute(f"ALTER TABLE articles ADD COLUMN {quoted(name)} {kind}")
    connection.execute("DROP VIEW quotes_in_context")
    connection.execute(context_view((*sorted(known), *new)))
    known.update(new)
