"""Who the speakers of an article are, over the articles of a database.

In: the rows of speakers, and a connection. Out: the record of each person or organization, or None.
Why: a database counts people over articles as ``newsquote.people`` does. What it knows of them is
read from the rows that are there, so that a run that was interrupted goes on as if it had not been,
and what another process added counts, too.
"""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from newsquote.corpus.known import KnownNames
from newsquote.corpus.matching import Register
from newsquote.kinds import SpeakerKind
from newsquote.lang import get_pack
from newsquote.models import Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsquote.corpus.records import Record

__all__ = ["PersonIds"]

_Row = dict[str, Any] | sqlite3.Row
_DAY = len("2024-03-04")
_DECIDED = """
SELECT speakers.name, speakers.kind, role, affiliation, known_id, person_id, quotes, words,
  published, article
FROM speakers JOIN articles USING (article) WHERE person_id IS NOT NULL ORDER BY speaker"""


class PersonIds:
    """The people of a database: what was decided stays, and new speakers are decided by it.

    :param connection: a database with its tables.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._register: Register | None = None
        self._version = 0

    @contextlib.contextmanager
    def forgotten_if_broken(self) -> Iterator[None]:
        """Read the people anew after an error: what was added is not in the database."""
        try:
            yield
        except BaseException:
            self._register = None
            raise

    def add(
        self, speakers: Sequence[_Row], alone: Sequence[bool], published: str | None
    ) -> list[Record | None]:
        """Take in the speakers of one article, inside a transaction.

        :param speakers: their rows, without ids of people.
        :param alone: for each whether it says something on its own.
        :param published: the article's day, as it is stored.
        :return: the record of each, in their order.
        """
        register = self._up_to_date()
        records: dict[int, Record] = {}
        for n, row in enumerate(speakers):
            if row["members"] is not None:
                continue
            record = register.add(_speaker(row), records.values(), in_row=not alone[n])
            if record is not None:
                records[n] = record
        _count(((records[n], speakers[n]) for n in records), published)
        return [records.get(n) for n in range(len(speakers))]

    def _up_to_date(self) -> Register:
        """The register, read anew where another connection has written."""
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if self._register is None or version != self._version:
            self._register = _read(self._connection)
            self._version = version
        return self._register


def _read(connection: sqlite3.Connection) -> Register:
    """Who was decided to be whom, article by article."""
    pack = get_pack("en")
    register = Register(pack, KnownNames((), pack))
    cursor = connection.execute(_DECIDED)
    cursor.row_factory = sqlite3.Row
    for _, rows in groupby(cursor, itemgetter("article")):
        decided = [(register.restore(_speaker(row), row["person_id"]), row) for row in rows]
        _count(decided, decided[0][1]["published"])
    return register


def _count(together: Iterable[tuple[Record, _Row]], published: str | None) -> None:
    """Count an article for those who speak in it."""
    day = date.fromisoformat(published[:_DAY]) if published else None
    seen: set[str] = set()
    for record, row in together:
        record.quotes += row["quotes"]
        record.words += row["words"]
        if record.id not in seen:
            seen.add(record.id)
            record.add_article(day)


def _speaker(row: _Row) -> Speaker:
    return Speaker(
        name=row["name"],
        kind=SpeakerKind(row["kind"]),
        role=row["role"],
        affiliation=row["affiliation"],
        id=row["known_id"],
    )
