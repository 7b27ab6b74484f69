"""What is known of a cue before the model weighs it.

In: nothing. Out: the record of a hint, and how a candidate agrees with it. Why: others know the
conventions of print, the model knows how far each of them is to be trusted; so what they found is
one more feature, keyed by a name and a side that are only names here.
"""

from __future__ import annotations

import attrs

__all__ = ["Hint", "agreement"]


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Hint:
    """What was found at a cue, in tokens, edges at letters and digits."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    left: tuple[int, int] | None
    right: tuple[int, int] | None
    """The pieces of content next to the cue."""
    rule: str
    side: str
    """Keys of weights: what found the content, and on which side the source is."""


def agreement(hinted: tuple[int, int] | None, i: int, j: int) -> str:
    """How the tokens ``i`` to ``j`` agree with what is hinted.

    n nothing is hinted, = the same, s the same start, e the same end, o an overlap, x apart.
    """
    if hinted is None:
        return "n"
    if hinted == (i, j):
        return "="
    if hinted[0] == i:
        return "s"
    if hinted[1] == j:
        return "e"
    return "o" if i < hinted[1] and hinted[0] < j else "x"
