"""Where the characters of a page's text stand in its source.

In: the text, and the source that it was taken from. Out: for each character its place, or None.
Why: an extractor gives text without places, but who shows or checks a quotation on the page needs
them. So the source's own characters are listed with their places, and those of the text are found
among them: blanks apart, what is unique in both is an anchor, the anchors that are in order are
kept, and each is widened both ways while the characters agree. What is not reached has no place,
and none is guessed. All of it takes time in step with the length, but for sorting the anchors.
"""

from __future__ import annotations

import html as entities
import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from newsquote.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["find_places", "is_blank"]

_GRAM = 12
"""The characters of an anchor, blanks apart: about two words."""
_RAW = ("script", "style", "title", "textarea", "noscript", "iframe")
"""Elements whose content is no text of the page."""
_TAG = re.compile(
    r"""</?(?P<name>[A-Za-z][^\s/>]*+)(?>=\s*(?:"[^"]*"|'[^']*')|[^>])*+>"""
    r"""|<[!?/][^>]*+>|<[A-Za-z!?/](?s:.*+)"""
)
"""A tag, or what is never closed, to the end of the page: so the end is looked for once."""
_COMMENT, _COMMENT_END = "<!--", "-->"
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9A-Fa-f]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # extractors drop some of these


def find_places(text: str, html: str) -> list[Span | None]:
    """For each character of the text, its place in the source."""
    printed = [(char, span) for char, span in _characters(html) if not is_blank(char)]
    kept = [n for n, char in enumerate(text) if not is_blank(char)]
    places: list[Span | None] = [None] * len(text)
    text_chars = "".join(text[n] for n in kept)
    source_chars = "".join(char for char, _ in printed)
    for here, there in _matches(text_chars, source_chars):
        places[kept[here]] = printed[there][1]
    return places


def is_blank(char: str) -> bool:
    """Whether a character is not looked for: extractors move and drop blanks."""
    return char.isspace() or char in _UNSEEN


def _characters(html: str) -> Iterator[tuple[str, Span]]:
    """The characters that the source prints, each with its place.

    A reference (``&amp;``) is one place.
    """
    for start, end in _texts(html):
        at = start
        for reference in _REFERENCE.finditer(html, start, end):
            yield from _each_with_place(html, at, reference.start())
            place = Span(*reference.span())
            for char in entities.unescape(reference.group()):
                yield char, place
            at = reference.end()
        yield from _each_with_place(html, at, end)


def _each_with_place(html: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    for at in range(start, end):
        yield html[at], Span(at, at + 1)


def _texts(html: str) -> Iterator[tuple[int, int]]:
    """The runs of the source outside tags, comments and elements that print nothing.

    What is never closed runs to the end, as in browsers.
    """
    at, start = 0, 0
    while (at := html.find("<", at)) >= 0:
        tag = _TAG.match(html, at)
        if tag is None:
            at += 1  # a bare "<" is text
            continue
        yield start, at
        at = start = _after(html, tag)
    yield start, len(html)


def _after(html: str, tag: re.Match[str]) -> int:
    """Where the text goes on behind a tag, a comment, or an element that prints nothing."""
    if html.startswith(_COMMENT, tag.start()):
        end = html.find(_COMMENT_END, tag.start())
        return len(html) if end < 0 else end + len(_COMMENT_END)
    name = (tag["name"] or "").lower()
    if name in _RAW and not tag.group().startswith("</"):
        closing = re.compile(f"</{name}", re.IGNORECASE).search(html, tag.end())
        return closing.start() if closing else len(html)
    return tag.end()


def _matches(text: str, source: str) -> Iterator[tuple[int, int]]:
    """Pairs of indexes with the same character, rising in both."""
    here, there = 0, 0
    anchors = _in_order(_anchors(text, source))
    for n, (left, right) in enumerate(anchors):
        if left < here or right < there:
            continue  # reached already, or passed by
        low, up = left, right
        while low > here and up > there and text[low - 1] == source[up - 1]:
            low, up = low - 1, up - 1
        # It may not pass the next anchor that it does not lead to itself.
        following = (pair for pair in anchors[n + 1 : n + 2] if pair[0] - pair[1] != left - right)
        end, stop = next(following, (len(text), len(source)))
        here, there = left, right
        while here < end and there < stop and text[here] == source[there]:
            here, there = here + 1, there + 1
        yield from zip(range(low, here), range(up, there), strict=True)


def _anchors(text: str, source: str) -> list[tuple[int, int]]:
    """Where what stands once in both stands, in the order of the text."""
    wanted = _once(text, range(len(text) - _GRAM + 1))
    starts = range(len(source) - _GRAM + 1)
    found = _once(source, (n for n in starts if source[n : n + _GRAM] in wanted))
    return [(here, found[gram]) for gram, here in wanted.items() if gram in found]


def _once(text: str, starts: Iterable[int]) -> dict[str, int]:
    seen: dict[str, int] = {}
    twice: set[str] = set()
    for n in starts:
        gram = text[n : n + _GRAM]
        if gram in seen:
            twice.add(gram)
        else:
            seen[gram] = n
    return {gram: n for gram, n in seen.items() if gram not in twice}


def _in_order(anchors: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of anchors that rise in the source as they do in the text.

    By patience sorting.
    """
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for n, (_, there) in enumerate(anchors):
        pile = bisect_left(tops, there)
        before.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [there]
        piles[pile : pile + 1] = [n]
    chain = []
    n = piles[-1] if piles else -1
    while n >= 0:
        chain.append(anchors[n])
        n = before[n]
    return chain[::-1]
