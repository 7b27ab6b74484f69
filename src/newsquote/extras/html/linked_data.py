"""What the scripts of linked data (JSON-LD) on a page hold.

In: the texts of the scripts. Out: the objects that may describe the page's article, and functions
that read their values. Why: schema.org leaves open whether a value is a text, an object, a
reference to one, or a list of these, and sites do all of it, in valid JSON and in other.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["LinkedData", "Node", "is_readable", "read_linked_data", "text_of", "type_of"]

Json = Any  # of values that others wrote, nothing is known
Node = dict[str, Json]

_INTO = ("@graph", "mainEntity", "mainEntityOfPage")
"""Behind these an object holds what the page is about; behind others, other pages' articles."""
_ARTICLES = ("article", "blogposting", "report")  # how the names of their types end
_PAGES = ("webpage", "itempage")
_NOT_JSON = re.compile(r"^\s*(?:(?://|/\*)?\s*<!(?:\[CDATA\[|--)(?:\s*\*/)?)|,\s*+(?=[}\]])")
"""What stands around or in JSON where it should not: a section's start, a last comma."""


class LinkedData(NamedTuple):
    """The objects of a page, those before others that they stand in, and by their names."""

    nodes: tuple[Node, ...]
    by_id: dict[str, Node]

    def articles(self) -> list[Node]:
        """Those that describe an article; else those that describe the page."""
        found = [node for node in self.nodes if type_of(node).casefold().endswith(_ARTICLES)]
        pages = [node for node in self.nodes if type_of(node).casefold().endswith(_PAGES)]
        return found or pages

    def names(self, value: Json) -> Iterator[str]:
        """The names in a value: of texts, of objects, of references to objects, of lists."""
        for one in _flat(value):
            if isinstance(one, str):
                yield one
            else:
                yield from self._names_of(one)

    def _names_of(self, node: Node) -> Iterator[str]:
        if not {"name", "givenName", "familyName"} & node.keys():
            node = self.by_id.get(str(node.get("@id")), node)
        names = [one for one in _flat(node.get("name")) if isinstance(one, str)]
        parts = [node.get(part) for part in ("givenName", "additionalName", "familyName")]
        yield from names or [" ".join(part for part in parts if isinstance(part, str))]

    def name_of(self, type_name: str) -> str | None:
        """The name of the first object of a type."""
        for node in self.nodes:
            if type_of(node).casefold() == type_name:
                return next(self._names_of(node), None)
        return None


def text_of(value: Json) -> str:
    """The first text in a value; empty where there is none."""
    return next((one for one in _flat(value) if isinstance(one, str)), "")


def type_of(node: Node) -> str:
    """The type's own name, without where it is defined; of several, that of an article."""
    types = [re.split(r"[/:#]", one)[-1] for one in _flat(node.get("@type")) if type(one) is str]
    of_article = (one for one in reversed(types) if one.casefold().endswith(_ARTICLES))
    return next(of_article, types[0] if types else "")


def read_linked_data(scripts: Iterable[str]) -> LinkedData:
    """The objects that may describe the page's article, in the page's order."""
    nodes: list[Node] = []
    for script in scripts:
        waiting = [_loaded(script)]
        while waiting:
            for node in [one for one in _flat(waiting.pop()) if isinstance(one, dict)]:
                nodes.append(node)
                waiting += [node[name] for name in reversed(_INTO) if name in node]
    by_id: dict[str, Node] = {}
    for node in nodes:
        if isinstance(name := node.get("@id"), str):
            by_id[name] = {**node, **by_id.get(name, {})}
    return LinkedData(tuple(nodes), by_id)


def is_readable(script: str) -> bool:
    """Whether a script holds JSON, or what is nearly so."""
    return _loaded(script) is not None


def _loaded(script: str) -> Json:
    """The script's value; None where it cannot be read even after the usual repairs."""
    for text in (script, _NOT_JSON.sub("", script), html.unescape(script)):
        if (value := _decoded(text)) is not None:
            return value
    return None


def _decoded(text: str) -> Json:
    try:
        return json.JSONDecoder(strict=False).raw_decode(text.strip())[0]
    except (ValueError, RecursionError):
        return None


def _flat(value: Json) -> Iterator[str | Node]:
    """The texts and objects in a value and in its lists, in order."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict) and ("@list" in one or "@value" in one):
            waiting.append(one.get("@list", one.get("@value")))
        elif isinstance(one, (str, dict)):
            yield one
