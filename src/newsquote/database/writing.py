"""Rows into the tables.

In: the rows of an article, who its speakers are, and a connection inside a transaction. Out:
nothing; they are there. Why: the database gives articles and speakers their numbers, and makes a
column of each name of the caller's own.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsquote.database.tables import (
    ARTICLE_COLUMNS,
    CONTEXT_COLUMNS,
    context_view,
    quoted,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from newsquote.corpus.records import Record
    from newsquote.database.rows import ArticleRows

__all__ = ["insert_article", "own_columns_in"]

_TAKEN = frozenset(name.casefold() for name in (*ARTICLE_COLUMNS, *CONTEXT_COLUMNS, "rowid"))
"""Names that mean something else already; SQLite tells no upper from lower case."""
_MOST_OWN_COLUMNS = 200
_LONGEST_NAME = 100
_KINDS = {int: "INTEGER", bool: "INTEGER", float: "REAL"}
"""Of what kind a column is by its first value: other programs take a column for one kind."""

_ANEW = """ON CONFLICT (id) DO UPDATE SET
  name = excluded.name, names = excluded.names,
  articles = excluded.articles, quotes = excluded.quotes, words = excluded.words,
  first_published = excluded.first_published, last_published = excluded.last_published"""
"""What is done with a person who is there."""


def insert_article(
    connection: sqlite3.Connection,
    rows: ArticleRows,
    people: Sequence[Record | None],
    known: set[str],
) -> None:
    """Put in the rows of one article.

    :param people: who its speakers are.
    :param known: the caller's own columns that are there; new ones join them.
    """
    own = {name: rows.own[key] for key, name in _own_names(rows.own)}
    _add_columns(connection, own, known)
    columns = {name: value for name, value in own.items() if name in known}
    article = _insert(connection, "articles", rows.article | columns)
    for record in {one.id: one for one in people if one is not None}.values():
        _insert(connection, "people", _person_row(record), _ANEW)
    ids = [None if record is None else record.id for record in people]
    speakers = [
        _insert(connection, "speakers", {"article": article, "person_id": own, **row})
        for own, row in zip(ids, rows.speakers, strict=True)
    ]
    for row in rows.quotes:
        n = row["speaker_index"]
        whose = {} if n is None else {"speaker": speakers[n], "person_id": ids[n]}
        _insert(connection, "quotes", {"article": article, **whose, **row})


def own_columns_in(connection: sqlite3.Connection) -> set[str]:
    """The caller's own columns that the table of articles has."""
    rows = connection.execute("SELECT name FROM pragma_table_info('articles')")
    return {name for (name,) in rows} - set(ARTICLE_COLUMNS)


def _person_row(record: Record) -> dict[str, Any]:
    person = record.person()
    return {
        "id": person.id,
        "name": person.name,
        "names": json.dumps(person.names, ensure_ascii=False),
        "kind": person.kind.value,
        "articles": person.articles,
        "quotes": person.quotes,
        "words": person.words,
        "first_published": person.first and person.first.isoformat(),
        "last_published": person.last and person.last.isoformat(),
    }


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
