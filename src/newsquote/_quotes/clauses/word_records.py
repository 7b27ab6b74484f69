"""Records of the words that a file of rules asks for.

In: sets of words by their names. Out: a base class for frozen records of them. Why: each file has a
record of its own, made once per language pack. A class of ``attrs`` or a named tuple compiles code
when it is defined, which for a dozen records costs a twentieth of importing the quotations' room;
these records need a constructor alone, and a type checker sees them as it sees the others.
"""

from __future__ import annotations

from typing import dataclass_transform

__all__ = ["WordRecord"]


@dataclass_transform(eq_default=False, frozen_default=True, kw_only_default=True)
class WordRecord:
    """Sets of words; a subclass names them."""

    def __init__(self, **words: object) -> None:
        vars(self).update(words)

    def __setattr__(self, name: str, value: object) -> None:
        msg = f"a record of words is not changed: {name}"
        raise AttributeError(msg)
