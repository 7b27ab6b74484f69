"""Is a text the source of a page?

In: a text. Out: where its first tag stands, if its paragraphs stand in tags. Why: a page that is
given as text is read as if people wrote tags, and whoever gave it should know. Articles about
tags have them inside sentences, or in a few lines; a page has them around everything.
"""

from __future__ import annotations

import re
from functools import cache

from newsquote._text.ranges import Chars

__all__ = ["find_page_source"]

_BLOCKS = (
    r"(?:p|div|h[1-6]|article|section|main|header|footer|aside|nav|body|head|title|ul|ol|li|dl|dd"
    r"|blockquote|figure|figcaption|table|tr|td)"
)
_MIN_CLOSED = 2
"""Blocks that are closed where a line ends or another tag stands."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The start of a page, a block's end, a line that begins with a tag, a line."""
    return (
        re.compile(
            r"\ufeff?\s*(?:<\?xml[^<>]*>\s*)?(?:<!--(?s:.*?)-->\s*)?"
            r"(?P<tag><(?:!doctype\s+html|html)\b[^<>]*>)\s*+<",
            re.IGNORECASE,
        ),
        re.compile(rf"</{_BLOCKS}\s*+>(?=[ \t]*+(?:[\r\n<]|\Z))", re.IGNORECASE),
        re.compile(rf"^[ \t]*+(</?{_BLOCKS}\b[^<>]*>)", re.IGNORECASE | re.MULTILINE),
        re.compile(r"^[ \t]*+\S", re.MULTILINE),
    )


def find_page_source(text: str) -> Chars | None:
    """Where the first tag of a page's source stands; None where the text is not one."""
    if "<" not in text or ">" not in text:
        return None
    start, closed, tagged, lines = _patterns()
    if found := start.match(text):
        return Chars(*found.span("tag"))
    if sum(1 for _ in closed.finditer(text)) < _MIN_CLOSED:
        return None
    first = tagged.search(text)
    if first is None:
        return None
    begins = not text[: first.start(1)].strip("\ufeff \t\r\n")
    tags = sum(1 for _ in tagged.finditer(text))
    if begins or 2 * tags >= sum(1 for _ in lines.finditer(text)):
        return Chars(*first.span(1))
    return None
