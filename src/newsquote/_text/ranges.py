"""Two kinds of range, which a type checker tells apart.

In: a beginning and an end. Out: a pair with names. Why: a range of characters and a range of tokens
are both two numbers, and one taken for the other slices the wrong words without an error.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Chars", "Tokens"]


class Chars(NamedTuple):
    """A half-open range of code points of the caller's text."""

    start: int
    end: int


class Tokens(NamedTuple):
    """A half-open range of the tokens of a ``Doc``."""

    i: int
    j: int
