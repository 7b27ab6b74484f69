"""The names of authors, out of what stands where a page names them.

In: the tree of a page, or one text. Out: names, and the bylines as they are printed. Why: fields
for authors hold names, lists of names, whole bylines, addresses and accounts.
"""

from __future__ import annotations

import html
import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsquote.extras.html.markup import fold, key_of, printed, tag_of, tidy
from newsquote.parser import parse_byline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsquote.extras.html.markup import Element

__all__ = [
    "PrintedByline",
    "as_byline",
    "authors_in",
    "find_bylines",
    "is_byline",
    "is_name",
    "names_in",
    "names_of_others",
]

_MAX_BYLINE_CHARS = 200
_MAX_LOOKED_AT = 60
"""Elements that may be a byline; the story's is among the first."""
_MAX_UNMARKED_CHARS = 80
_MAY_BE_BYLINES = ("p", "div", "span", "b", "strong", "i", "em", "font", "td", "li", "h3", "h4")
_SIGN = re.compile(r"byline|author|contributor", re.IGNORECASE)
_OTHERS = re.compile(r"bio|comment|related|promo|card|teaser|footer|sidebar", re.IGNORECASE)
"""Elements of other stories, about authors, and of readers."""
_ATTRIBUTES = ("itemprop", "rel", "class", "id", "data-testid", "data-component")
_ADDRESS = re.compile(r"://|^www\.|@\S+\.|^@")
_MORE_THAN_A_NAME = re.compile(r"[,;|/&()·•]|\b(?:and|by|for|from|in)\b", re.IGNORECASE)
_BY = re.compile(r"(?:by|from|words|written|reported|report|story)\b", re.IGNORECASE)


class PrintedByline(NamedTuple):
    """A byline as the page prints it."""

    text: str
    names: tuple[str, ...]
    key: str


def names_in(text: str) -> tuple[str, ...]:
    """The names in a field for authors; none where it holds an address or an account."""
    text = tidy(html.unescape(text))
    if not text or len(text) > _MAX_BYLINE_CHARS or _ADDRESS.search(text):
        return ()
    if not _MORE_THAN_A_NAME.search(text):
        return (text,)
    return authors_in(text) or (re.sub(r"^by\s+", "", text, flags=re.IGNORECASE),)


def as_byline(text: str) -> str:
    """The text as a byline; a lone name is made one."""
    return text if _BY.match(text) else f"By {text}"


def is_name(text: str) -> bool:
    """Whether newsquote reads a text as the name of one author and nothing else."""
    return authors_in(text) == (text,)


def is_byline(text: str) -> bool:
    """Whether newsquote reads a text as a byline of somebody."""
    byline = parse_byline(text)
    return byline is not None and bool(byline.authors or byline.agencies)


def find_bylines(tree: Element) -> tuple[PrintedByline, ...]:
    """The bylines on a page, in its order: those that are marked, else what begins "By" alone."""
    marked = tuple(_marked_bylines(tree))
    return marked or tuple(islice(_unmarked_bylines(tree), 1))


def names_of_others(tree: Element) -> str:
    """What is printed where other stories, readers and notes name somebody, folded."""
    return " ".join(
        fold(printed(element, _MAX_BYLINE_CHARS))
        for element in tree.iter()
        if _SIGN.search(signs := f"{element.get('class', '')} {element.get('id', '')}")
        and _OTHERS.search(signs)
    )


def _marked_bylines(tree: Element) -> Iterator[PrintedByline]:
    looked_at = 0
    inside: set[Element] = set()
    for element in tree.iter():
        attribute = None if element in inside else _marked_by(element)
        if attribute is None:
            continue
        if looked_at == _MAX_LOOKED_AT:
            return
        looked_at += 1
        text = printed(element, _MAX_BYLINE_CHARS)
        names = text and (_marked_names(element) or authors_in(text))
        if names:
            inside.update(element.iterdescendants())
            yield PrintedByline(text, names, key_of(element, attribute))


def _marked_names(byline: Element) -> tuple[str, ...]:
    """The names of authors that are marked as such inside a byline."""
    found = (
        printed(element, _MAX_BYLINE_CHARS)
        for element in byline.iter("a", "span")
        if element.get("rel") == "author" or element.get("itemprop") == "name"
    )
    return tuple(dict.fromkeys(name for text in found for name in names_in(text) if is_name(name)))


def _unmarked_bylines(tree: Element) -> Iterator[PrintedByline]:
    looked_at = 0
    for element in tree.iter(*_MAY_BE_BYLINES):
        text = printed(element, _MAX_UNMARKED_CHARS)
        if text[:3].casefold() != "by " or looked_at == _MAX_LOOKED_AT:
            continue
        looked_at += 1
        if names := authors_in(text):
            yield PrintedByline(text, names, tag_of(element))


def _marked_by(element: Element) -> str | None:
    """The attribute that says that an element is a byline; the tag's own name counts, too."""
    tag = tag_of(element)
    if not tag or tag in {"meta", "script", "link", "body", "html"}:
        return None
    if _OTHERS.search(f"{element.get('class', '')} {element.get('id', '')}"):
        return None
    for attribute in _ATTRIBUTES:
        if _SIGN.search(element.get(attribute, "")):
            return attribute
    return "" if tag == "address" else None


def authors_in(text: str) -> tuple[str, ...]:
    """The authors that newsquote reads in a byline."""
    byline = parse_byline(as_byline(text))
    authors = byline.authors if byline else ()
    return tuple({fold(author.name): author.name for author in authors}.values())
