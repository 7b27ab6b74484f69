"""The names of a text, as records.

In: nothing. Out: ``Name`` and ``Names``. Why: every later stage asks which tokens are a name, and
looks it up by the token.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import attrs

from newsquote._text.ranges import Tokens

if TYPE_CHECKING:
    from newsquote.kinds import SpeakerKind

__all__ = ["Name", "Names"]


@attrs.define(eq=False, repr=False)
class Name:
    """A name: the tokens ``i`` to ``j`` with the title in front, the bare name from ``bare`` on.

    Nobody changes one. It is not frozen, since that makes it three times as long to make.
    """

    i: int
    bare: int
    j: int
    kind: SpeakerKind | None
    """PERSON, ORGANIZATION, or None where typography does not say."""
    place: bool = False
    doubtful: bool = False
    """One word at a sentence's head that the text prints nowhere else with a capital.

    It may be a common word.
    """

    @property
    def tokens(self) -> Tokens:
        """The name with its title."""
        return Tokens(self.i, self.j)

    @property
    def has_title(self) -> bool:
        """Whether a title stands in front."""
        return self.bare > self.i


class Names:
    """The names of a text, in order, with look-ups by token."""

    def __init__(self, found: list[Name]) -> None:
        self.all = found
        self._starts = [name.i for name in found]
        self._by_token: dict[int, Name] = {}
        for name in found:
            self._by_token.update(dict.fromkeys(range(name.i, name.j), name))

    def at(self, i: int) -> Name | None:
        """The name in which a token stands."""
        return self._by_token.get(i)

    def between(
        self,
        i: int,
        j: int,
        most: int | None = None,
    ) -> list[Name]:
        """The names that begin at one of the tokens ``i`` to ``j``; of many the last ``most``."""
        first, last = bisect_left(self._starts, i), bisect_left(self._starts, j)
        return self.all[first if most is None else max(first, last - most) : last]
