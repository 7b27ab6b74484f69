"""The lines of ``newsquote batch``.

In: numbered input lines, options, a number of processes; or the results that an earlier run left.
Out: for each input line the finished bytes of an output line, or what is wrong with it; or how far
the earlier run came. Why: an output line is made where its text was read, so that processes hand
over bytes and nothing else. Nothing is opened or printed here.

How far an earlier run came is not written down anywhere: its output tells. A whole output line
belongs to the next input line that is not broken, and whether a line is broken is known without
reading its text: from the line itself, and from the ids of the lines before it.
"""

from __future__ import annotations

import contextlib
import json
from collections import OrderedDict
from collections.abc import Generator
from functools import partial
from typing import IO, TYPE_CHECKING, Any, NamedTuple, TypeAlias

from newsquote import _pool
from newsquote.formats.jsonline import json_line
from newsquote.models import Source
from newsquote.models.given import checked_id, day_of, is_missing
from newsquote.parser import parse_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsquote.options import ParseOptions

__all__ = ["Known", "MismatchError", "Result", "already", "results", "source_of_fields"]

NumberedLine: TypeAlias = tuple[int, bytes]

Id: TypeAlias = str | int | None

Known: TypeAlias = OrderedDict[str, int]
"""The latest ids, each with the number of its line."""

_REMEMBERED_IDS = 250_000
"""These take some 50 MB; more are not remembered, because an input may have no end."""


class Result(NamedTuple):
    """What came of an input line; either ``content`` or ``complaint`` is empty."""

    number: int
    content: bytes
    """The output line."""
    complaint: str
    """What is wrong with the input line."""


class MismatchError(Exception):
    """The results are not those of the input; the message is one line."""


def results(
    lines: Iterable[NumberedLine],
    options: ParseOptions,
    workers: int,
    known: Known,
    *,
    strict: bool = False,
) -> Generator[Result, None, None]:
    """The results of numbered input lines, in their order; ``known`` gets their ids.

    :param strict: a line whose day of publication cannot be read is broken.
    """
    work = partial(_result, options=options, strict=strict)
    if workers == 1:
        done: Iterator[tuple[Result, Id]] = map(work, lines)
    else:
        done = _pool.spread(lines, work, workers=workers, size=_size)
    with contextlib.ExitStack() as stack:
        if isinstance(done, Generator):
            stack.enter_context(contextlib.closing(done))
        for result, name in done:
            repeated = "" if result.complaint else _repeated_id(name, result.number, known)
            yield Result(result.number, b"", repeated) if repeated else result


def _result(numbered: NumberedLine, *, options: ParseOptions, strict: bool) -> tuple[Result, Id]:
    """The result of a line, and the id that it has."""
    number, line = numbered
    try:
        source = _source_of(line, strict=strict)
    except ValueError as error:
        return Result(number, b"", str(error)), None
    return Result(number, json_line(parse_source(source, options)).encode(), ""), source.id


def _repeated_id(given: Id, number: int, known: Known) -> str:
    """What is wrong with an id that another line had before.

    Whoever joins results by id would take one article for the other; and a number for a string.
    """
    if given is None or given == "":
        return ""
    name = str(given)
    if known.setdefault(name, number) == number:
        if len(known) > _REMEMBERED_IDS:
            known.popitem(last=False)
        return ""
    return f"the id {name!a:.60} is that of line {known[name]}, too"


def _size(numbered: NumberedLine) -> int:
    return len(numbered[1])


# What an earlier run left.


def already(
    written: IO[bytes], lines: Iterator[NumberedLine], known: Known, *, strict: bool = False
) -> tuple[list[Result], int]:
    """How far an earlier run came.

    The input lines that it was done with are taken, and ``known`` gets their ids.

    :return: the results of the broken ones among these, and where the last whole output line ends.
    :raises MismatchError: if an output line is not the article of its input line.
    """
    broken: list[Result] = []
    end = 0
    for count, output in enumerate(written, 1):
        if not output.endswith(b"\n"):  # the run was ended in the middle of it
            break
        found = _next_whole(lines, known, broken, strict=strict)
        if found is None:
            msg = f"line {count} belongs to no line of the input"
            raise MismatchError(msg)
        _demand_same(output, count, *found)
        end += len(output)
    return broken, end


def _next_whole(
    lines: Iterator[NumberedLine], known: Known, broken: list[Result], *, strict: bool
) -> tuple[int, Source] | None:
    """The next input line that is not broken, if there is one.

    The results of those before it join ``broken``.
    """
    for number, line in lines:
        try:
            source = _source_of(line, strict=strict)
        except ValueError as error:
            broken.append(Result(number, b"", str(error)))
            continue
        complaint = _repeated_id(source.id, number, known)
        if not complaint:
            return number, source
        broken.append(Result(number, b"", complaint))
    return None


def _demand_same(output: bytes, count: int, number: int, source: Source) -> None:
    """Refuse an output line that is not the article of its input line."""
    try:
        article = json.loads(output)
    except (ValueError, RecursionError):
        article = None
    if not isinstance(article, dict) or "text" not in article:
        msg = f"line {count} is not an article"
        raise MismatchError(msg)
    if article.get("id") != source.id:
        here, there = f"{article.get('id')!a:.60}", f"{source.id!a:.60}"
        msg = f"line {count} has the id {here}, but line {number} of the input has {there}"
        raise MismatchError(msg)
    if article["text"] != source.text:
        msg = f"line {count} has another text than line {number} of the input"
        raise MismatchError(msg)


# What an input line says.


def _source_of(line: bytes, *, strict: bool) -> Source:
    """What an input line says; ``ValueError`` tells what is wrong with the line."""
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        msg = f"not UTF-8: byte {error.start} cannot be read"
        raise ValueError(msg) from None
    except (ValueError, RecursionError) as error:
        msg = f"not JSON: {error}"
        raise ValueError(msg) from None
    if not isinstance(fields, dict):
        msg = f"not an object but {_json_type(fields)}"
        raise ValueError(msg)  # noqa: TRY004 - the caller's one kind of broken line
    return source_of_fields(fields, strict=strict)


def source_of_fields(fields: dict[str, Any], *, strict: bool = False) -> Source:
    """The source of an article, of the fields of an input line or of a row.

    :param fields: ``text``, and where known ``id`` and ``published``; all others become ``meta``.
    :param strict: refuse a day of publication that cannot be read.
    :raises ValueError: with what is wrong, in one line.
    """
    if "text" not in fields:
        msg = "no text"
        raise ValueError(msg)
    text, name, published = (fields.get(field) for field in _OUR_FIELDS)
    if not isinstance(text, str):
        msg = f"text must be a string, not {_json_type(text)}"
        raise ValueError(msg)  # noqa: TRY004 - as above
    try:
        named = checked_id(name)
    except TypeError:
        msg = f"id must be a string, a whole number of 64 bits or null, not {_json_type(name)}"
        raise ValueError(msg) from None
    if strict and (complaint := day_of(published).complaint):
        raise ValueError(complaint)
    try:
        return Source(text=text, id=named, published=published, meta=_own_fields(fields))
    except TypeError as error:
        raise ValueError(str(error)) from None


_OUR_FIELDS = ("text", "id", "published")


def _own_fields(fields: dict[str, Any]) -> dict[str, Any]:
    """The caller's own fields; of an article in the JSON form, those that it carries along."""
    carried = fields.get("meta")
    own = dict(carried) if isinstance(carried, dict) else {}
    if "schema_version" not in fields:
        known = {*_OUR_FIELDS, "meta"} if isinstance(carried, dict) else {*_OUR_FIELDS}
        own |= {name: value for name, value in fields.items() if name not in known}
    return {name: _flat(value) for name, value in own.items()}


def _flat(value: object) -> object:
    """A value as a cell of a table can have it: a list or an object as its JSON."""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return None if is_missing(value) else value


def _json_type(value: object) -> str:
    names = {
        dict: "an object",
        list: "a list",
        str: "a string",
        bool: "true or false",
        type(None): "null",
    }
    return names.get(type(value), "a number")
