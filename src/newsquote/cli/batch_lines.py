"""The lines of ``newsquote batch``.

In: numbered input lines, options, a number of processes; or the results that an earlier run left.
Out: for each input line the finished bytes of an output line, or what is wrong with it; or how far
the earlier run came. Why: an output line is made where its text was read, so that processes hand
over bytes and nothing else. Nothing is opened or printed here.

How far an earlier run came is not written down anywhere: its output tells. A whole output line
belongs to the next input line that is not broken, and whether a line is broken is known without
reading its text: from the line itself, and from the ids of the lines before it. Where reading met
an error that nobody foresaw, the next output line is another's, and the text is read again.
"""

from __future__ import annotations

import contextlib
import json
from collections import OrderedDict
from collections.abc import Callable, Generator
from functools import partial
from hashlib import blake2b
from typing import IO, TYPE_CHECKING, Any, NamedTuple, TypeAlias

from newsquote import _pool
from newsquote.cli.exits import unforeseen
from newsquote.models import Source
from newsquote.models.given import checked_id, day_of, is_missing
from newsquote.parser import NO_ITEM_S_FAULT, parse_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsquote.models import Article
    from newsquote.options import ParseOptions

__all__ = [
    "Form",
    "Id",
    "Known",
    "MismatchError",
    "NumberedLine",
    "Read",
    "Result",
    "already",
    "reader_of",
    "results",
    "source_of_fields",
    "undone",
]

NumberedLine: TypeAlias = tuple[int, bytes | str]
"""A line as it was read, or what is wrong with what was read in its place."""

Form: TypeAlias = Callable[["Article"], bytes]
"""What makes of an article what is written; processes can be given it."""

Id: TypeAlias = str | int | None

Read: TypeAlias = Callable[[NumberedLine], "tuple[Result, Id]"]
"""What makes of an input line its result, and the id that it has."""

Known: TypeAlias = OrderedDict[str, int]
"""The latest ids, or digests of long ones, each with the number of its line."""

_REMEMBERED_IDS = 250_000
"""These take some 50 MB; more are not remembered, because an input may have no end."""
_LONGEST_KEY = 32
"""Characters of an id that are remembered as they are; a digest in hexadecimal is longer."""
_UNFORESEEN = "unforeseen"
"""The code of a line on which reading met an error that nobody foresaw."""


class Result(NamedTuple):
    """What came of an input line; either ``content`` or ``complaint`` is empty."""

    number: int
    content: bytes
    """What is written: for JSON Lines, the output line."""
    complaint: str
    """What is wrong with the input line."""
    id: Id = None
    """The id that the input line has, as far as it can be read."""
    code: str = ""
    """What kind of wrong that is, for programs."""


class _LineError(ValueError):
    """An input line is wrong; the message is one line."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code
        self.id: Id = None


class MismatchError(Exception):
    """The results are not those of the input; the message is one line."""


def results(
    lines: Iterable[NumberedLine],
    options: ParseOptions,
    workers: int,
    known: Known,
    form: Form,
    *,
    strict: bool = False,
) -> Generator[Result, None, None]:
    """The results of numbered input lines, in their order; ``known`` gets their ids.

    :param strict: a line whose day of publication cannot be read is broken.
    """
    work = reader_of(options, form, strict=strict)
    if workers == 1:
        done: Iterator[tuple[Result, Id]] = map(work, lines)
    else:
        done = _pool.spread(lines, work, workers=workers, size=_size)
    with contextlib.ExitStack() as stack:
        if isinstance(done, Generator):
            stack.enter_context(contextlib.closing(done))
        for result, name in done:
            repeated = "" if result.complaint else _repeated_id(name, result.number, known)
            yield _repeated(result.number, repeated, name) if repeated else result


def reader_of(options: ParseOptions, form: Form, *, strict: bool = False) -> Read:
    """The function that reads one line; processes can be given it."""
    return partial(_result, options=options, form=form, strict=strict)


def _result(
    numbered: NumberedLine, *, options: ParseOptions, form: Form, strict: bool
) -> tuple[Result, Id]:
    """The result of a line, and the id that it has."""
    number, line = numbered
    try:
        source = _source_of(line, strict=strict)
    except _LineError as error:
        return _broken(number, error), None
    try:
        content = form(parse_source(source, options))
    except NO_ITEM_S_FAULT:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the other lines are read
        return Result(number, b"", unforeseen(error), source.id, _UNFORESEEN), None
    return Result(number, content, "", source.id), source.id


def _broken(number: int, error: _LineError) -> Result:
    return Result(number, b"", str(error), error.id, error.code)


def _repeated(number: int, complaint: str, name: Id) -> Result:
    return Result(number, b"", complaint, name, "repeated-id")


def _repeated_id(given: Id, number: int, known: Known) -> str:
    """What is wrong with an id that another line had before.

    Whoever joins results by id would take one article for the other; and a number for a string.
    """
    if given is None or given == "":
        return ""
    key = _key_of(given)
    if known.setdefault(key, number) == number:
        if len(known) > _REMEMBERED_IDS:
            known.popitem(last=False)
        return ""
    return f"the id {str(given)!a:.60} is that of line {known[key]}, too"


def _key_of(given: str | int) -> str:
    """What is remembered of an id: itself, or of a long one its digest, which none can be like."""
    name = str(given)
    if len(name) <= _LONGEST_KEY:
        return name
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=_LONGEST_KEY).hexdigest()


def _size(numbered: NumberedLine) -> int:
    return len(numbered[1])


# What an earlier run left.


def already(
    written: IO[bytes],
    lines: Iterator[NumberedLine],
    known: Known,
    read: Read,
    *,
    strict: bool = False,
) -> tuple[list[Result], int]:
    """How far an earlier run came.

    The input lines that it was done with are taken, and ``known`` gets their ids.

    :param read: what reads a line, where the line may be one on which reading met an error.
    :return: the results of the broken ones among these, and where the last whole output line ends.
    :raises MismatchError: if an output line is not the article of its input line.
    """
    broken: list[Result] = []
    end = 0
    for count, output in enumerate(written, 1):
        if not output.endswith(b"\n"):  # the run was ended in the middle of it
            if not _begins_an_article(output):
                raise _no_article(count)
            break
        article = _article_in(output, count)
        while True:
            found = _next_whole(lines, known, broken, strict=strict)
            if found is None:
                msg = f"line {count} belongs to no line of the input"
                raise MismatchError(msg)
            number, line, source = found
            difference = _difference(article, source, number)
            if not difference:
                break
            _forget(source.id, known)
            result, _ = read((number, line))
            if result.code != _UNFORESEEN:
                msg = f"line {count} has {difference}"
                raise MismatchError(msg)
            broken.append(result)
        end += len(output)
    return broken, end


def _next_whole(
    lines: Iterator[NumberedLine], known: Known, broken: list[Result], *, strict: bool
) -> tuple[int, bytes | str, Source] | None:
    """The next input line that is not broken, if there is one.

    The results of those before it join ``broken``.
    """
    for number, line in lines:
        try:
            source = _source_of(line, strict=strict)
        except _LineError as error:
            broken.append(_broken(number, error))
            continue
        complaint = _repeated_id(source.id, number, known)
        if not complaint:
            return number, line, source
        broken.append(_repeated(number, complaint, source.id))
    return None


_HEAD = b'{"schema_version": '
"""What every article begins with as it is written."""


def _begins_an_article(output: bytes) -> bool:
    """Whether a line that is not whole can be the start of an article.

    Where a machine lost its power there may be zeros, the room that a file system had set aside.
    """
    kept = output.rstrip(b"\x00")
    return kept.startswith(_HEAD) or _HEAD.startswith(kept)


def _article_in(output: bytes, count: int) -> dict[str, Any]:
    """The article of an output line; the input's own lines have no version of the form."""
    try:
        article = json.loads(output)
    except (ValueError, RecursionError):
        article = None
    if not isinstance(article, dict) or not article.keys() >= _FIELDS_WRITTEN:
        raise _no_article(count)
    return article


_FIELDS_WRITTEN = {"schema_version", "id", "text", "quotes", "speakers"}


def _no_article(count: int) -> MismatchError:
    return MismatchError(
        f"line {count} is not an article as batch writes them; --resume goes on with results only"
    )


def _difference(article: dict[str, Any], source: Source, number: int) -> str:
    """What an output line has that its input line has not."""
    if article["id"] != source.id:
        here, there = f"{article['id']!a:.60}", f"{source.id!a:.60}"
        return f"the id {here}, but line {number} of the input has {there}"
    if article["text"] != source.text:
        return f"another text than line {number} of the input"
    return ""


def _forget(given: Id, known: Known) -> None:
    """Let another line have an id."""
    if given is not None and given != "":
        known.pop(_key_of(given), None)


def undone(
    lines: Iterable[NumberedLine],
    known: Known,
    is_done: Callable[[str, Id], bool],
    *,
    strict: bool = False,
) -> Iterator[NumberedLine]:
    """The input lines but for those of articles that are done; ``known`` gets the ids of these.

    :param is_done: whether the article with a text and an id is done.
    """
    for number, line in lines:
        try:
            source = _source_of(line, strict=strict)
        except _LineError:
            yield number, line
            continue
        done = is_done(source.text, source.id)
        if not done or _repeated_id(source.id, number, known):
            yield number, line


# What an input line says.


def _source_of(line: bytes | str, *, strict: bool) -> Source:
    """What an input line says; ``_LineError`` tells what is wrong with the line."""
    if isinstance(line, str):
        raise _LineError(line, "no-record")
    fields = _fields_of(line)
    try:
        return source_of_fields(fields, strict=strict)
    except _LineError as error:
        name = fields.get("id")
        error.id = name if isinstance(name, str) else None
        raise


def _fields_of(line: bytes) -> dict[str, Any]:
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


def source_of_fields(fields: dict[str, Any], *, strict: bool = False) -> Source:
    """The source of an article, of the fields of an input line or of a row.

    :param fields: ``text``, and where known ``id`` and ``published``; all others become ``meta``.
    :param strict: refuse a day of publication that cannot be read.
    :raises ValueError: with what is wrong, in one line.
    """
    if "text" not in fields:
        msg = "no text"
        raise _LineError(msg, "no-text")
    text, name, published = (fields.get(field) for field in _OUR_FIELDS)
    if not isinstance(text, str):
        msg = f"text must be a string, not {_json_type(text)}"
        raise _LineError(msg, "text-type")
    try:
        named = checked_id(name)
    except TypeError:
        msg = f"id must be a string, a whole number of 64 bits or null, not {_json_type(name)}"
        raise _LineError(msg, "id-type") from None
    if strict and (complaint := day_of(published).complaint):
        raise _LineError(complaint, "published-date")
    try:
        return Source(text=text, id=named, published=published, meta=_own_fields(fields))
    except TypeError as error:
        raise _LineError(str(error), "published-type") from None


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
