"""What a noun phrase says, as a record.

In: nothing. Out: ``Phrase``. Why: phrases are read in this folder, and asked whom they mean
elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsquote._names.spotted import Name
    from newsquote._text.ranges import Tokens

__all__ = ["Phrase"]


class Phrase(NamedTuple):
    """What the tokens ``i`` to ``j`` name: names, a pronoun, or a common noun."""

    i: int
    j: int
    pronoun: str | None = None
    names: tuple[Name, ...] = ()
    """The heads that are names: one, several where they are joined, none for other heads."""
    head: int = -1
    """The head noun's token where there is no name."""
    end: int = -1
    """Behind the head noun with what stands before it."""
    core: int = -1
    """Before the first comma, bracket, dash or clause behind the head noun."""
    role: Tokens | None = None
    """What the head noun says that somebody is; what is said of a name is asked of its identity."""
    affiliation: Tokens | None = None
    """Of what the role is one."""
    owner: Tokens | None = None
    """Whose the head noun is: a name or a pronoun before it, or behind "of" or "for"."""
    words: Callable[[], frozenset[str]] = frozenset
    """Gives what tells the head noun from others of its kind, casefolded."""
    several: bool = False
    """Whether common nouns with articles of their own are joined: "the firm and its owner"."""
    parts: tuple[Phrase, ...] = ()
    """The phrases that are joined, where one of them at least is a name or a pronoun."""
