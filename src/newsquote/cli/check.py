"""``newsquote check``: sentences that say who said what in, whether articles have it so out.

The pairs are read first and articles one at a time, so a corpus is never held whole.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from newsquote.checker import check
from newsquote.cli.arguments import parse_options
from newsquote.cli.batch_inputs import DELIMITERS
from newsquote.cli.exits import DONE, NOT_SAID, RefusedError
from newsquote.cli.gathering import gather_articles
from newsquote.cli.streams import print_bytes, read_text, say
from newsquote.formats.checking import CHECK_COLUMNS, check_row
from newsquote.formats.table import table
from newsquote.kinds import CheckVerdict

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from newsquote.models import Article

__all__ = ["print_checks"]

_FIELDS = ("quotation", "speaker", "article_id")
_COLUMNS = ("line", *CHECK_COLUMNS)


class _Claim(NamedTuple):
    """Who is to have said what, and where."""

    line: int
    quotation: str
    speaker: str | None
    article_id: str | None
    """None where any of the articles may have it, of which there is then one."""


def print_checks(arguments: argparse.Namespace) -> int:
    """Print a row a claim, in their order; the exit status says whether all were said so."""
    claims: dict[str | None, list[_Claim]] = {}
    broken = 0
    for claim in _claims(arguments.claims):
        if isinstance(claim, str):
            broken += 1
            say(claim)
        else:
            claims.setdefault(claim.article_id, []).append(claim)
    rows, unread = _checked(arguments, claims)
    broken += unread
    ordered = [rows[line] for line in sorted(rows)]
    if arguments.format == "jsonl":
        print_bytes("".join(json.dumps(row) + "\n" for row in ordered).encode())
    else:
        print_bytes(table(_COLUMNS, ordered, ",").encode())
    said = all(row["verdict"] == CheckVerdict.SAID for row in ordered)
    return DONE if said and not broken else NOT_SAID


def _checked(
    arguments: argparse.Namespace, claims: dict[str | None, list[_Claim]]
) -> tuple[dict[int, dict[str, Any]], int]:
    """A row for each claim by its line, and how much could not be checked."""
    rows: dict[int, dict[str, Any]] = {}
    broken = count = 0
    articles = gather_articles(arguments.articles, parse_options(arguments), arguments.encoding)
    for name, article, complaint in articles:
        if complaint:
            say(complaint)
        if article is None:
            broken += 1
            continue
        count += 1
        if count > 1 and None in claims:
            first = claims[None][0].line
            msg = f"{arguments.claims}: line {first}: no article_id, and there are several articles"
            raise RefusedError(msg)
        for asked in (name, None):
            for claim in claims.get(asked, ()):
                rows[claim.line] = _row(claim, article)
    for claim in (one for several in claims.values() for one in several):
        if claim.line not in rows:
            broken += 1
            say(f"{arguments.claims}: line {claim.line}: no article {claim.article_id!a:.60}")
    return rows, broken


def _row(claim: _Claim, article: Article) -> dict[str, Any]:
    found = check(claim.quotation, article, claim.speaker)
    return {"line": claim.line} | check_row(found, article, claim.quotation, claim.speaker)


def _claims(file: str) -> Iterator[_Claim | str]:
    """The claims of a file, each of them or what is wrong with it."""
    text = read_text(file, "utf-8")
    delimiter = DELIMITERS.get(file[file.rfind(".") :].lower())
    records = _table_records(text, file, delimiter) if delimiter else _line_records(text)
    for line, record in records:
        wrong = record if isinstance(record, str) else _wrong_with(record)
        if wrong or isinstance(record, str):
            yield f"{file}: line {line}: {wrong}"
            continue
        asked = record.get("article_id")
        yield _Claim(
            line,
            record["quotation"],
            record.get("speaker") or None,
            None if asked is None or asked == "" else str(asked),
        )


def _line_records(text: str) -> Iterator[tuple[int, dict[str, Any] | str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield number, f"not JSON: {error}"
            continue
        yield number, record if isinstance(record, dict) else "not an object with a quotation"


def _table_records(
    text: str, file: str, delimiter: str
) -> Iterator[tuple[int, dict[str, Any] | str]]:
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        if "quotation" not in (rows.fieldnames or ()):
            msg = f"{file}: no column 'quotation'; the columns are {', '.join(_FIELDS)}"
            raise RefusedError(msg)
        for record in rows:
            yield rows.line_num, record
    except csv.Error as error:
        msg = f"{file}: line {rows.line_num}: not CSV: {error}"
        raise RefusedError(msg) from None


def _wrong_with(record: dict[str, Any]) -> str:
    """What is wrong with a claim, if anything is."""
    if not isinstance(record.get("quotation"), str) or not record["quotation"].strip():
        return "no quotation"
    if not isinstance(record.get("speaker"), str | None):
        return f"speaker must be a string, not {record['speaker']!a:.60}"
    if isinstance(record.get("article_id"), bool | float | list | dict):
        return f"article_id must be a string or a whole number, not {record['article_id']!a:.60}"
    return ""
