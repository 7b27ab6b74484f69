"""A page's text as people paste it: headline, byline and date above the story.

In: the story's lines as they were extracted, and what the page says of itself. Out: the text. Why:
extractors drop what stands above the story, and ``parse`` reads a whole page best. Printed words
are taken where there are some, so that they have their places in the source.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsquote.extras.html.markup import fold, printed
from newsquote.extras.html.names import as_byline, authors_in, is_byline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from newsquote.extras.html.markup import Element
    from newsquote.extras.html.names import PrintedByline
    from newsquote.extras.html.pages import RelatedLink

__all__ = ["byline_of", "composed", "date_line", "with_related"]

_HEAD_LINES = 8
"""Lines of an extracted text among which some of its head may have been left."""
_MAX_DATE_CHARS = 60
_MAX_TIMES = 20


def composed(
    lines: Sequence[str],
    title: str | None,
    byline: str | None,
    day: str | None,
    names: Iterable[str],
) -> list[str]:
    """The blocks of the text from the headline to the story's end.

    What the extractor left of the head moves up into it.
    """
    head = [line for line in (title, byline, day) if line]
    known = {fold(line) for line in head}
    if byline:
        known |= {fold(one) for name in names for one in (name, as_byline(name))}
    above, story = _without(known, lines, fold(title or ""))
    return [*above, *head, *story]


def _without(known: set[str], lines: Sequence[str], title: str) -> tuple[list[str], list[str]]:
    """The lines that stood above the title, and the story without lines that are known."""
    first = [fold(line) for line in lines[:_HEAD_LINES]]
    at = first.index(title) if title in first else 0
    story = [
        line for n, line in enumerate(lines[at:], at) if n >= _HEAD_LINES or first[n] not in known
    ]
    return list(lines[:at]), story


def byline_of(names: Sequence[str], bylines: Iterable[PrintedByline]) -> str | None:
    """The byline as it is printed, where that has these names; else one that is made of them.

    None where there are no names, or such as no reader of bylines knows for somebody's.
    """
    if not names:
        return None
    wanted = {fold(name) for name in names}
    for byline in bylines:
        if {fold(name) for name in authors_in(byline.text)} == wanted:
            return as_byline(byline.text)
    *others, last = names
    text = as_byline(f"{', '.join(others)} and {last}" if others else last)
    return text if is_byline(text) else None


def date_line(published: date | None, tree: Element) -> str | None:
    """The day as the page prints it in full; else in one form."""
    if published is None:
        return None
    month = f"{published:%B}"
    for element in list(tree.iter("time"))[:_MAX_TIMES]:
        text = printed(element, _MAX_DATE_CHARS)
        numbers = re.findall(r"\d+", text)
        if month[:3].casefold() in text.casefold() and {
            str(published.day),
            str(published.year),
        } <= {number.lstrip("0") for number in numbers}:
            return text
    return f"{published.day} {month} {published.year}"


def with_related(blocks: list[str], related: Iterable[RelatedLink]) -> Iterator[str]:
    """The blocks, and behind them the lists of related stories that are in none of them."""
    yield from blocks
    text = "\n".join(map(fold, blocks))
    lists: dict[str, list[str]] = {}
    for link in related:
        if fold(link.title) not in text:
            address = f" {link.url}" if link.url.startswith("http") else ""
            lists.setdefault(link.heading, []).append(f"- {link.title}{address}")
    for heading, titles in lists.items():
        yield "\n".join([heading, *titles])
