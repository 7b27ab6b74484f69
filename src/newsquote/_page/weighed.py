"""What a line most likely is, and what speaks for it.

In: nothing. Out: the record that weighing all lines of a page together gives each of them. Why: the
line keeps it, so that the pass that judges by it, and whoever asks later, need not weigh again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsquote._page.line_states import State
    from newsquote.kinds import BlockRole

__all__ = ["Weighed"]


class Weighed(NamedTuple):
    """What a line most likely is."""

    state: State
    points: int
    """What speaks for it, in hundredths of a logit."""
    next_label: BlockRole | None
    """The label that comes next, place and neighbours aside."""
    next_points: int
