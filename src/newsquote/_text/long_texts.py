"""What is done otherwise for a text that is far longer than an article.

In: how long a text is. Out: a sequence for numbers of its tokens; a block in which no garbage is
collected. Why: what is quickest for an article takes too much memory, or too much time, for a text
of many megabytes, and such a text must be read as well, in time linear in its length.
"""

from __future__ import annotations

import gc
from array import array
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableSequence

__all__ = ["gc_paused", "int_sequence"]

_MAX_ARTICLE_CHARS = 50_000
"""No article has more: up to here lists and the collector's usual work cost nothing."""
_MAX_INT32 = 2**31 - 1
"""Offsets up to here fit into four bytes, and so does whatever else is counted of tokens."""


def int_sequence(length: int) -> MutableSequence[int]:
    """An empty sequence for numbers of a text's tokens: offsets, counts, scores.

    A list, which is quicker, or for a long text an array, which takes a tenth of the memory.

    :param length: the text's length in code points.
    """
    if length <= _MAX_ARTICLE_CHARS:
        return []
    return array("i" if length <= _MAX_INT32 else "q")


@contextmanager
def gc_paused(length: int) -> Iterator[None]:
    """While a long text is read, the garbage collector rests if it was at work.

    Reading leaves nothing for it, and it would go through all that has been made of the text so
    far, again and again.

    :param length: the text's length in code points.
    """
    if length <= _MAX_ARTICLE_CHARS or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
