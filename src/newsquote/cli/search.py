"""``newsquote search``: words in, the quotes of a database that have them out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newsquote.cli.exits import DONE, NOT_FOUND, RefusedError
from newsquote.cli.streams import print_bytes, print_text
from newsquote.database import HIT_COLUMNS, Database, hit_row
from newsquote.errors import NewsquoteError
from newsquote.formats.table import table

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from newsquote.database import Hit

__all__ = ["print_hits"]


def print_hits(arguments: argparse.Namespace) -> int:
    """Print the hits; the exit status says whether there are any."""
    try:
        with Database(arguments.database, read_only=True) as database:
            hits = database.search(
                arguments.words,
                speaker=arguments.speaker,
                since=arguments.since,
                until=arguments.until,
                kind=arguments.kind,
                limit=arguments.limit,
            )
    except NewsquoteError as error:
        raise RefusedError(str(error)) from None
    if arguments.format == "csv":
        print_bytes(table(HIT_COLUMNS, map(hit_row, hits), ",").encode())
    elif arguments.format == "jsonl":
        print_bytes("".join(json.dumps(hit_row(hit)) + "\n" for hit in hits).encode())
    else:
        print_text(_report(hits))
    return DONE if hits else NOT_FOUND


def _report(hits: Sequence[Hit]) -> str:
    """For people: who, when and where on one line, the sentence below."""
    return "\n".join(f"{_head(hit)}\n  {hit.sentence}\n" for hit in hits)


def _head(hit: Hit) -> str:
    day = hit.published[:10] if hit.published else None
    who = _joined(hit.speaker_name or "nobody named", hit.speaker_role, hit.speaker_affiliation)
    where = _joined(day, hit.headline, hit.article_id)
    return f"{who} ({hit.kind.value})" + (f" - {where}" if where else "")


def _joined(*parts: str | None) -> str:
    return ", ".join(_one_line(part for part in parts if part))


def _one_line(parts: Iterable[str]) -> Iterable[str]:
    return (" ".join(part.split()) for part in parts)
