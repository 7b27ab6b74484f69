"""The lines of ``newsquote batch``.

In: numbered input lines, options, a number of processes; or the results that an earlier run left. Out: for each input line the finished bytes
of an output line, or what is wrong with it; or how far the earlier run came. Why: an output line is made where its text was read, so that
processes hand over bytes and nothing else. Nothing is opened or printed here.

How far an earlier run came is not written down anywhere: its output tells. A whole output line belongs to the next input line that is not
broken, and whether a line is broken is known without reading its text: from the line itself, and from the ids of the lines before it.
"""

from __future__ import annotations

import contextlib
import json
from collections import OrderedDict
from collections.abc import Generator
from functools import partial
from typing import IO, TYPE_CHECKING, TypeAlias

from newsquote import _pool, parser
from newsquote.codec import moment, to_dict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from newsquote.options import ParseOptions

__all__ = ["Known", "MismatchError", "Result", "already", "item", "results"]

Result: TypeAlias = tuple[int, bytes, str]
"""The number of an input line, its output line, and what is wrong with it; one of the two is empty."""

Known: TypeAlias = OrderedDict[str, int]
"""The latest ids, each with the number of its line."""

_REMEMBERED = 250_000
"""So many ids are remembered, which takes some 50 MB: an input may have no end."""


class MismatchError(Exception):
    """The results are not those of the input; the message is one line."""


def results(
    lines: Iterable[tuple[int, bytes]], options: ParseOptions, workers: int, known: Known
) -> Generator[Result, None, None]:
    """The results of numbered input lines, in their order; ``known`` gets their ids."""
    work = partial(_result, options=options)
    done = (
        map(work, lines) if workers == 1 else _pool.spread(lines, work, workers=workers, size=_size)
    )
    with contextlib.ExitStack() as stack:
        if isinstance(done, Generator):
            stack.enter_context(contextlib.closing(done))
        for (number, content, complaint), name in done:
            complaint = complaint or _twice(name, number, known)  # noqa: PLW2901 - one more thing that may be wrong
            yield number, b"" if complaint else content, complaint


def _result(numbered: tuple[int, bytes], *, options: ParseOptions) -> tuple[Result, str | None]:
    """The result of a line, and the id that it has."""
    number, line = numbered
    try:
        text, name, published = item(line)
    except ValueError as error:
        return (number, b"", str(error)), None
    article = parser.parse(text, id=name, published=published, options=options)
    # ASCII: some characters that JSON may hold end a line elsewhere, or cannot be encoded.
    return (number, f"{json.dumps(to_dict(article))}\n".encode(), ""), name


def _twice(name: str | None, number: int, known: Known) -> str:
    """What is wrong with an id that another line had before: whoever joins results by id would take one article for the other."""
    if not name:
        return ""
    if known.setdefault(name, number) == number:
        if len(known) > _REMEMBERED:
            known.popitem(last=False)
        return ""
    return f"the id {name!a:.60} is that of line {known[name]}, too"


def _size(numbered: tuple[int, bytes]) -> int:
    return len(numbered[1])


def already(
    written: IO[bytes], lines: Iterator[tuple[int, bytes]], known: Known
) -> tuple[list[Result], int]:
    """How far an earlier run came. The input lines that it was done with are taken, and ``known`` gets their ids.

    :return: the results of the broken ones among these, and where the last whole output line ends.
    :raises MismatchError: if an output line is not the article of its input line.
    """
    broken: list[Result] = []
    end = 0
    for count, output in enumerate(written, 1):
        if not output.endswith(b"\n"):  # the run was ended in the middle of it
            break
        for number, line in lines:
            try:
                text, name, _ = item(line)
            except ValueError as error:
                broken.append((number, b"", str(error)))
                continue
            if complaint := _twice(name, number, known):
                broken.append((number, b"", complaint))
            else:
                _demand_same(output, count, text, name, number)
                break
        else:
            msg = f"line {count} belongs to no line of the input"
            raise MismatchError(msg)
        end += len(output)
    return broken, end


def _demand_same(output: bytes, count: int, text: str, name: str | None, number: int) -> None:
    try:
        article = json.loads(output)
    except (ValueError, RecursionError):
        article = None
    if not isinstance(article, dict) or "text" not in article:
        msg = f"line {count} is not an article"
        raise MismatchError(msg)
    if article.get("id") != name:
        msg = f"line {count} has the id {article.get('id')!a:.60}, but line {number} of the input has {name!a:.60}"
        raise MismatchError(msg)
    if article["text"] != text:
        msg = f"line {count} has another text than line {number} of the input"
        raise MismatchError(msg)


def item(line: bytes) -> tuple[str, str | None, date | None]:
    """The text, the id and the date of publication of an input line; ``ValueError`` says what is wrong with the line."""
    try:
        item = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        msg = f"not UTF-8: byte {error.start} cannot be read"
        raise ValueError(msg) from None
    except (ValueError, RecursionError) as error:
        msg = f"not JSON: {error}"
        raise ValueError(msg) from None
    if not isinstance(item, dict):
        msg = f"not an object but {_json_type(item)}"
        raise ValueError(msg)  # noqa: TRY004 - the caller's one kind of broken line
    if "text" not in item:
        msg = "no text"
        raise ValueError(msg)
    return (
        _string(item, "text") or "",
        _string(item, "id", optional=True),
        _published(_string(item, "published", optional=True)),
    )


def _string(item: dict[str, object], field: str, *, optional: bool = False) -> str | None:
    value = item.get(field)
    if isinstance(value, str) or (optional and value is None):
        return value
    msg = f"{field} must be a string{' or null' if optional else ''}, not {_json_type(value)}"
    raise ValueError(msg)


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
        raise ValueError(msg) from None
