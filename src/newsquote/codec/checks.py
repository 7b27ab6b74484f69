"""Whether a value that was read is one of the JSON form.

In: a value, and the path to it. Out: the value with its type, or a ``SchemaError`` that names the
path. Why: a dictionary is never trusted; whoever made it by hand wants to know where it is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from newsquote.errors import SchemaError
from newsquote.models import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsquote.codec.forms import Json
    from newsquote.models import Quote

__all__ = [
    "DEEPEST",
    "check_members",
    "check_paragraphs",
    "check_slices",
    "demand_article",
    "demand_list",
    "demand_object",
    "fail",
    "field_of",
]

_SPAN_BESIDE = {
    "text": "span",
    "title": "span",
    "agencies": "agency_spans",
    "people": "people_spans",
}
"""The span of a field, where it is not called ``<field>_span``."""

DEEPEST = 64
"""How often a quote may stand in a quote, and speakers be members of members.

Whoever compares, pickles or prints an article goes down by calls, of which Python allows a
thousand; no article that was parsed goes down by twenty.
"""
_MOST_MEMBERS = 1000
"""Members of members, each as often as it is come upon.

With two at each of 64 levels, they would be more than anybody can count.
"""


def fail(path: str, rule: str, value: object) -> NoReturn:
    """Say what is wrong with a value."""
    msg = f"{path}: {rule}"
    raise SchemaError(msg, value, path)


def demand_article(article: object) -> None:
    """Refuse what is no article."""
    if not isinstance(article, Article):
        msg = f"article must be an Article, not {type(article).__name__}"
        raise TypeError(msg)


def demand_object(data: object, path: str) -> dict[str, Any]:
    """The value, if it is an object."""
    if not isinstance(data, dict):
        fail(path, f"must be an object, not {type(data).__name__}", data)
    if any(type(name) is not str for name in data):
        fail(path, "must have names that are strings", data)
    return data


def demand_list(data: object, path: str) -> list[Any]:
    """The value, if it is a list."""
    if not isinstance(data, list):
        fail(path, f"must be a list, not {type(data).__name__}", data)
    return data


def field_of(fields: dict[str, Any], name: str, path: str, *, added: bool = False) -> Json:
    """The value of a field; one that was added to the form may be missing."""
    if name not in fields and not added:
        fail(f"{path}.{name}", "is missing", None)
    return fields.get(name)


def check_slices(read: dict[str, Any], name: str, text: str, path: str) -> None:
    """A field with a span beside it is what stands there.

    A list of spans is empty or as long as its list.
    """
    span_name = _SPAN_BESIDE.get(name, f"{name}_span")
    beside = read.get(span_name)
    if not beside:
        return
    if not isinstance(beside, tuple):
        if read[name] != text[beside.slice]:
            fail(f"{path}.{name}", "is not what stands at its span", read[name])
        return
    if len(read[name]) != len(beside):
        fail(f"{path}.{span_name}", f"must be as many as {name}", len(beside))
    if any(value != text[span.slice] for value, span in zip(read[name], beside, strict=True)):
        fail(f"{path}.{name}", "is not what stands at its span", read[name])


def check_members(order: Iterable[int], members: Mapping[int, Sequence[int]], path: str) -> None:
    """That members have members to no great depth, and are not come upon again and again."""
    depth: dict[int, int] = {}
    below: dict[int, int] = {}
    for n in order:
        at, own = f"{path}[{n}].members", members[n]
        depth[n] = max((depth[member] + 1 for member in own), default=0)
        if depth[n] > DEEPEST:
            fail(at, f"must not lead to members of members more than {DEEPEST} deep", own)
        deeper = sum(below[member] for member in own)
        if deeper > _MOST_MEMBERS:
            rule = f"must not lead to members of members more than {_MOST_MEMBERS} times"
            fail(at, rule, own)
        below[n] = len(own) + deeper


def check_paragraphs(quotes: Sequence[Quote], count: int) -> None:
    """Every quote stands in the headline or in one of the paragraphs."""
    for n, quote in enumerate(quotes):
        if quote.paragraph is not None and quote.paragraph >= count:
            fail(f"$.quotes[{n}].paragraph", f"must be an index below {count}", quote.paragraph)
