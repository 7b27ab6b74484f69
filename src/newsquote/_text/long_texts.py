"""What is done otherwise for a text that is far longer than an article.

In: how long a text is. Out: a sequence for numbers of its tokens; a block in which no garbage is looked for. Why: what is quickest for an article takes too much
memory, or too much time, for a text of many megabytes, and such a text must be read as well, in time linear in its length.
"""

from __future__ import annotations

import gc
from array import array
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableSequence

__all__ = ["room", "undisturbed"]

_LONG = 50_000
"""No article has more characters."""
_MOST = 2**31 - 1
"""Offsets up to here fit into four bytes, and so does whatever else is counted of tokens."""


def room(length: int) -> MutableSequence[int]:
    """A sequence for numbers of a text's tokens: offsets, counts, scores; a list, or, in a tenth of the memory, an array.

    :param length: the text's length in code points.
    """
    if length <= _LONG:
        return []
    return array("i" if length <= _MOST else "q")


@contextmanager
def undisturbed(length: int) -> Iterator[None]:
    """While a long text is read, the garbage collector rests if it was at work.

    Reading leaves nothing for it, and it would go through all that has been made of the text so far, again and again.

    :param length: the text's length in code points.
    """
    if length <= _LONG or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
