"""The lines of ``newsquote batch``.

In: numbered input lines, options, a number of processes; or the results that an earlier run left.
Out: for each input line the finished bytes of what is written, or what is wrong with it; or how far
the earlier run came. Why: these bytes are made where the text was read, so that processes hand
over bytes and nothing else. Nothing is opened or printed here.

How far an earlier run came is not written down anywhere: its output tells. A whole output line
belongs to the next input line that is not broken, and whether a line is broken is known without
reading its text: from the line itself, and from the ids of the lines before it.
"""

from __future__ import annotations

import contextlib
import json
from collections import OrderedDict
from collections.abc import Callable, Generator
from functools import partial
from typing import IO, TYPE_CHECKING, NamedTuple, TypeAlias

from newsquote import _pool, parser
from newsquote.codec import moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from newsquote.models import Article
    from newsquote.options import ParseOptions

__all__ = [
    "Form",
    "Known",
    "MismatchError",
    "NumberedLine",
    "Result",
    "already",
    "results",
    "undone",
]

NumberedLine: TypeAlias = tuple[int, bytes | str]
"""A line as it was read, or what is wrong with what was read in its place."""

Form: TypeAlias = Callable[["Article"], bytes]
"""What makes of an article what is written; processes can be given it."""

Known: TypeAlias = OrderedDict[str, int]
"""The latest ids, each with the number of its line."""

_REMEMBERED_IDS = 250_000
"""These take some 50 MB; more are not remembered, because an input may have no end."""


class Result(NamedTuple):
    """What came of an input line; either ``content`` or ``complaint`` is empty."""

    number: int
    content: bytes
    """What is written: for JSON Lines, the output line."""
    complaint: str
    """What is wrong with the input line."""
    id: str | None = None
    """The id that the input line has, as far as it can be read."""
    code: str = ""
    """What kind of wrong that is, for programs."""


class _LineError(ValueError):
    """An input line is wrong; the message is one line."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code
        self.id: str | None = None


class MismatchError(Exception):
    """The results are not those of the input; the message is one line."""


class _Item(NamedTuple):
    """What an input line says."""

    text: str
    id: str | None
    published: date | None


def results(
    lines: Iterable[NumberedLine],
    options: ParseOptions,
    workers: int,
    known: Known,
    form: Form,
) -> Generator[Result, None, None]:
    """The results of numbered input lines, in their order; ``known`` gets their ids."""
    work = partial(_result, options=options, form=form)
    if workers == 1:
        done: Iterator[tuple[Result, str | None]] = map(work, lines)
    else:
        done = _pool.spread(lines, work, workers=workers, size=_size)
    with contextlib.ExitStack() as stack:
        if isinstance(done, Generator):
            stack.enter_context(contextlib.closing(done))
        for result, name in done:
            repeated = "" if result.complaint else _repeated_id(name, result.number, known)
            yield _repeated(result.number, repeated, name) if repeated else result


def _result(
    numbered: NumberedLine, *, options: ParseOptions, form: Form
) -> tuple[Result, str | None]:
    """The result of a line, and the id that it has."""
    number, line = numbered
    try:
        item = _item_of(line)
    except _LineError as error:
        return _broken(number, error), None
    article = parser.parse(item.text, id=item.id, published=item.published, options=options)
    return Result(number, form(article), "", item.id), item.id


def _broken(number: int, error: _LineError) -> Result:
    return Result(number, b"", str(error), error.id, error.code)


def _repeated(number: int, complaint: str, name: str | None) -> Result:
    return Result(number, b"", complaint, name, "repeated-id")


def _repeated_id(name: str | None, number: int, known: Known) -> str:
    """What is wrong with an id that another line had before.

    Whoever joins results by id would take one article for the other.
    """
    if not name:
        return ""
    if known.setdefault(name, number) == number:
        if len(known) > _REMEMBERED_IDS:
            known.popitem(last=False)
        return ""
    return f"the id {name!a:.60} is that of line {known[name]}, too"


def _size(numbered: NumberedLine) -> int:
    return len(numbered[1])


# What an earlier run left.


def already(
    written: IO[bytes], lines: Iterator[NumberedLine], known: Known
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
        number, item = _next_whole(lines, known, broken, count)
        _demand_same(output, count, item, number)
        end += len(output)
    return broken, end


def _next_whole(
    lines: Iterator[NumberedLine], known: Known, broken: list[Result], count: int
) -> tuple[int, _Item]:
    """The next input line that is not broken; the results of those before it join ``broken``."""
    for number, line in lines:
        try:
            item = _item_of(line)
        except _LineError as error:
            broken.append(_broken(number, error))
            continue
        complaint = _repeated_id(item.id, number, known)
        if not complaint:
            return number, item
        broken.append(_repeated(number, complaint, item.id))
    msg = f"line {count} belongs to no line of the input"
    raise MismatchError(msg)


def _demand_same(output: bytes, count: int, item: _Item, number: int) -> None:
    """Refuse an output line that is not the article of its input line."""
    try:
        article = json.loads(output)
    except (ValueError, RecursionError):
        article = None
    if not isinstance(article, dict) or "text" not in article:
        msg = f"line {count} is not an article"
        raise MismatchError(msg)
    if article.get("id") != item.id:
        here, there = f"{article.get('id')!a:.60}", f"{item.id!a:.60}"
        msg = f"line {count} has the id {here}, but line {number} of the input has {there}"
        raise MismatchError(msg)
    if article["text"] != item.text:
        msg = f"line {count} has another text than line {number} of the input"
        raise MismatchError(msg)


def undone(
    lines: Iterable[NumberedLine], known: Known, is_done: Callable[[str, str | None], bool]
) -> Iterator[NumberedLine]:
    """The input lines but for those of articles that are done; ``known`` gets the ids of these.

    :param is_done: whether the article with a text and an id is done.
    """
    for number, line in lines:
        try:
            item = _item_of(line)
        except _LineError:
            yield number, line
            continue
        if not is_done(item.text, item.id) or _repeated_id(item.id, number, known):
            yield number, line


# What an input line says.


def _item_of(line: bytes | str) -> _Item:
    """What an input line says; ``_LineError`` tells what is wrong with the line."""
    if isinstance(line, str):
        raise _LineError(line, "no-record")
    fields = _fields_of(line)
    try:
        return _Item(
            text=_text(fields),
            id=_string(fields, "id", optional=True),
            published=_published(_string(fields, "published", optional=True)),
        )
    except _LineError as error:
        name = fields.get("id")
        error.id = name if isinstance(name, str) else None
        raise


def _fields_of(line: bytes) -> dict[str, object]:
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        msg = f"not UTF-8: byte {error.start} cannot be read"
        raise _LineError(msg, "not-utf-8") from None
    except (ValueError, RecursionError) as error:
        msg = f"not JSON: {error}"
        raise _LineError(msg, "not-json") from None
    if not isinstance(fields, dict):
        msg = f"not an object but {_json_type(fields)}"
        raise _LineError(msg, "not-an-object")
    return fields


def _text(fields: dict[str, object]) -> str:
    if "text" not in fields:
        msg = "no text"
        raise _LineError(msg, "no-text")
    return _string(fields, "text") or ""


def _string(fields: dict[str, object], name: str, *, optional: bool = False) -> str | None:
    value = fields.get(name)
    if isinstance(value, str) or (optional and value is None):
        return value
    msg = f"{name} must be a string{' or null' if optional else ''}, not {_json_type(value)}"
    raise _LineError(msg, f"{name}-type")


def _json_type(value: object) -> str:
    names = {
        dict: "an object",
        list: "a list",
        str: "a string",
        bool: "true or false",
        type(None): "null",
    }
    return names.get(type(value), "a number")


def _published(value: str | None) -> date | None:
    try:
        return None if value is None else moment(value)
    except ValueError:
        msg = f"published must be an ISO date or date with time, not {value!r:.60}"
        raise _LineError(msg, "published-date") from None
