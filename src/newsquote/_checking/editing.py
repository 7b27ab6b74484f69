"""What did the one who quotes mark as changed?

In: a quotation and its folded words. Out: which words stand in square brackets, and where an
ellipsis stands between words. Why: brackets and ellipses are the two signs by which print says that
a quotation is not as it was spoken, so what they touch is compared apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsquote._folding import Folded

__all__ = ["Marking", "marked"]

_ELLIPSIS = re.compile(r"[\[(]\s*+(?:…|\.\s?\.\s?\.)[\s.…]*+[\])]|…(?:\s?[.…])*+|\.(?:\s?\.){2,}+")
_BRACKETS = re.compile(r"\[[^\[\]]*+\]")


class Marking(NamedTuple):
    """A stretch that is marked as changed, and its words."""

    start: int
    end: int
    first: int
    """The first word in brackets, or the word behind the ellipsis."""
    stop: int
    """Behind the last word in brackets; the same as ``first`` at an ellipsis."""


def marked(text: str, words: Folded) -> tuple[list[Marking], list[Marking]]:
    """The brackets with words inside, and the ellipses between words.

    :param text: a quotation.
    :param words: its words.
    :return: brackets and ellipses, each in order; a bracket that cuts a word ("[T]he") takes in the
        whole of it.

    >>> from newsquote._folding import fold_words
    >>> text = "[T]he bridge … will"
    >>> marked(text, fold_words(text))
    ([Marking(start=0, end=5, first=0, stop=2)], [Marking(start=13, end=14, first=3, stop=3)])
    """
    ellipses = []
    for found in _ELLIPSIS.finditer(text):
        after = bisect_left(words.starts, found.start())
        if 0 < after < len(words.starts):
            ellipses.append(Marking(found.start(), found.end(), after, after))
    brackets: list[Marking] = []
    for found in _BRACKETS.finditer(text):
        start, end = found.span()
        if bisect_left(words.starts, start) >= bisect_right(words.ends, end):
            continue  # no whole word inside
        # A word that touches the bracket belongs to it.
        first, stop = bisect_left(words.ends, start), bisect_right(words.starts, end)
        start, end = min(start, words.starts[first]), max(end, words.ends[stop - 1])
        brackets.append(Marking(start, end, first, stop))
    return brackets, ellipses
