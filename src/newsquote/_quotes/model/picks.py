"""What the scorer of a model is asked, and what it answers.

In: nothing. Out: the interface of a scorer, and the record of a choice. Why: the plain scorer and
the compiled one are asked alike and answer alike, so nobody else can tell which of them it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._quotes.model.hints import Hint
    from newsquote._quotes.model.token_ranges import TokenRange

__all__ = ["Pick", "Reading"]


class Pick(NamedTuple):
    """A cue's safest choice, all in tokens."""

    chance: float
    head: int
    """The cue's main word."""
    cue: TokenRange
    left: TokenRange | None
    """The piece of content before the cue."""
    right: TokenRange | None
    """The piece behind it."""
    source: TokenRange | None


class Reading(Protocol):
    """A text whose tokens are scored."""

    @property
    def heads(self) -> Sequence[tuple[int, int]]:
        """The tokens that may be heads of cues, in order, each with its score."""

    def picks(self, heads: Sequence[int], hints: Mapping[int, Hint]) -> list[Pick]:
        """The safest choices of some of the heads, where they have any chance, in order.

        :param hints: what is known of each cue, by token.
        """

    def close(self) -> None:
        """Free what was kept of the text."""
