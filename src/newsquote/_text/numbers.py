"""Room for many numbers.

In: how long a text is. Out: an empty sequence for numbers of its tokens. Why: a list is the quickest to read, but takes up to ten times the memory of an
array; no article is so long that this matters, and a text of many megabytes must fit as well.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import MutableSequence

__all__ = ["room"]

_LONG = 100_000
"""Texts of more characters have their numbers in arrays."""
_MOST = 2**31 - 1
"""Offsets up to here fit into four bytes, and so does whatever else is counted of tokens."""


def room(length: int) -> MutableSequence[int]:
    """A sequence for numbers of a text's tokens: offsets, counts, scores.

    :param length: the text's length in code points.
    """
    if length <= _LONG:
        return []
    return array("i" if length <= _MOST else "q")
