"""What the rules for clauses hand on: a cue, its source, its content.

In: nothing. Out: frozen records. Why: the finders of sources need the cues, the finders of contents
need both, and the linking of attributions reads all three; the records stand below all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import attrs

from newsquote.kinds import Polarity

if TYPE_CHECKING:
    from newsquote._quotes.rules import Rule, Side
    from newsquote._text.ranges import Chars
    from newsquote.kinds import CueCategory

__all__ = ["Build", "Content", "Cue", "Source"]

Build = Literal["finite", "participle", "according"]
"""How a cue stands in its clause."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Cue:
    """A cue in its sentence: the verb group is the tokens ``i`` to ``j``, its verb is ``head``."""

    i: int
    j: int
    head: int
    lemma: str
    category: CueCategory
    frames: str
    build: Build
    sentence: int
    polarity: Polarity = Polarity.POSITIVE
    weak: bool = False
    """Other senses are frequent: marks or "that" must stand beside it."""

    def takes(self, frame: str) -> bool:
        """Whether the verb can stand in a frame, one of the letters in ``frames``."""
        return frame in self.frames


class Source(NamedTuple):
    """The tokens ``i`` to ``j`` of a source; with its cue it makes the clause ``lo`` to ``hi``."""

    i: int
    j: int
    lo: int
    hi: int
    side: Side


class Content(NamedTuple):
    """The pieces of a content and the rule that found them."""

    pieces: tuple[Chars, ...]
    used: tuple[int, ...]
    """The numbers of the marked texts that the pieces use up."""
    rule: Rule
    addressee: Chars | None = None
