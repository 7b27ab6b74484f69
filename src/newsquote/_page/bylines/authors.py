"""The authors of a list while it is read.

In: what the pieces of a list say, one by one. Out: for each author what has been said until now,
and at last a record. Why: a piece says more of the author before it, or of all before it: "Ann Lee
and Bo Ek, Staff Writers".
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.records import AuthorRecord

if TYPE_CHECKING:
    from newsquote._text.ranges import Chars

__all__ = ["ListedAuthor", "People", "PieceKind"]


class People(NamedTuple):
    """Who stands in a list."""

    authors: tuple[AuthorRecord, ...]
    agencies: tuple[Chars, ...]

    @property
    def houses(self) -> tuple[Chars, ...]:
        """The agencies and those for which the authors work, in order."""
        affiliations = (author.affiliation for author in self.authors if author.affiliation)
        return tuple(sorted([*self.agencies, *affiliations]))


class PieceKind(Enum):
    """What a piece was."""

    NOTHING = auto()
    NAME = auto()
    ROLE = auto()
    PLACE = auto()
    OUTLET = auto()


class ListedAuthor:
    """An author of whom more may be said by the next piece."""

    __slots__ = ("affiliation", "email", "handle", "location", "name", "role")

    def __init__(self, name: Chars, role: Chars | None, location: Chars | None) -> None:
        self.name, self.role, self.location = name, role, location
        self.affiliation: Chars | None = None
        self.email: Chars | None = None
        self.handle: Chars | None = None

    def finished(self) -> AuthorRecord:
        """What was said of the author."""
        return AuthorRecord(
            name=self.name,
            role=self.role,
            affiliation=self.affiliation,
            location=self.location,
            email=self.email,
            handle=self.handle,
        )
