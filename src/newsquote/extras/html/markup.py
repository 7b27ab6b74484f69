"""The printed words of an element, and signs in its attributes.

In: an element of the tree. Out: text. Why: every reader of markup here needs these.
"""

from __future__ import annotations

import re
from typing import Any

__all__ = ["Element", "fold", "key_of", "printed", "tag_of", "tidy"]

Element = Any  # lxml has no types


def tidy(text: str) -> str:
    """The text with single blanks."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """The text's letters and digits, by which two printings of a line are the same."""
    return "".join(filter(str.isalnum, text.casefold()))


def tag_of(element: Element) -> str:
    """The name of an element; empty for comments and the like."""
    return element.tag if isinstance(element.tag, str) else ""


def printed(element: Element, limit: int) -> str:
    """What an element prints; empty where that is longer than a limit.

    Words that only tags part are parted by a blank.
    """
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        length += len(part)
        if length > limit * 2:  # source has blanks that are not printed
            return ""
        if parts and parts[-1][-1:].isalnum() and part[:1].isalnum():
            parts.append(" ")
        if part:
            parts.append(part)
    text = tidy("".join(parts))
    return text if len(text) <= limit else ""


def key_of(element: Element, attribute: str = "") -> str:
    """How an element is named in a statement: ``h1``, ``p.byline``, ``a[rel=author]``."""
    value = (element.get(attribute) or "").strip() if attribute else ""
    if not value:
        return tag_of(element)
    first = re.split(r"\s", value, maxsplit=1)[0][:60]
    if attribute in {"class", "id"}:
        return f"{tag_of(element)}{'.' if attribute == 'class' else '#'}{first}"
    return f"{tag_of(element)}[{attribute}={first}]"
