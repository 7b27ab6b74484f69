"""A SQLite file, opened.

In: a path. Out: a connection to a database of ours, and transactions on it. Why: a run may be ended
at any moment, and somebody may read meanwhile. With a write-ahead log an article is there whole or
not at all, and readers wait for nobody; when the file is closed the log is taken in, so that one
file is left that can be copied, and opened from a folder that nobody may write to.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from newsquote.database.tables import APPLICATION_ID, SCHEMA, VERSION
from newsquote.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["close_connection", "open_connection", "reported", "transaction"]

IN_MEMORY = ":memory:"
_PATIENCE = 30
"""Seconds that one writer waits for another."""


def open_connection(path: str, *, read_only: bool) -> sqlite3.Connection:
    """A connection to a database; a new file gets the tables, if it may be written.

    :raises DataError: if there is no such file, or it is no database of ours.
    """
    with reported(path):
        connection = sqlite3.connect(
            _address(path, read_only=read_only),
            timeout=_PATIENCE,
            isolation_level=None,
            uri=True,
            check_same_thread=False,
        )
        try:
            _demand_ours(connection, path, read_only=read_only)
        except BaseException:
            connection.close()
            raise
    return connection


def close_connection(connection: sqlite3.Connection) -> None:
    """Close it, and leave one file where nobody else has it open."""
    with contextlib.suppress(sqlite3.Error):
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is done in the block, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextlib.contextmanager
def reported(path: str) -> Iterator[None]:
    """Turn what SQLite says into one error of ours that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        msg = f"{path}: {error}"
        raise DataError(msg, path) from error


def _address(path: str, *, read_only: bool) -> str:
    if path == IN_MEMORY:
        return "file::memory:"
    return f"{Path(path).absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"


def _demand_ours(connection: sqlite3.Connection, path: str, *, read_only: bool) -> None:
    """See that the file is a database of ours, or make it one if it is empty."""
    if not read_only:
        connection.execute("PRAGMA foreign_keys = ON")
    whose = _number(connection, "application_id")
    is_empty = not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    if is_empty and not whose and not read_only:
        connection.execute("PRAGMA journal_mode = WAL")
        with transaction(connection):
            _make_tables(connection)
    elif whose != APPLICATION_ID:
        msg = f"{path}: is a database, but none that newsquote made"
        raise DataError(msg, path)
    elif (version := _number(connection, "user_version")) > VERSION:
        msg = f"{path}: has tables of version {version}; this newsquote knows those up to {VERSION}"
        raise DataError(msg, path)
    elif not read_only:
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


def _make_tables(connection: sqlite3.Connection) -> None:
    if connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        return  # another process was faster
    for statement in SCHEMA:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _number(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
