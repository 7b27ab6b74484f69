"""What the lines of a page most likely are -> what the page makes of it.

In: the states of all lines. Out: where the story begins and ends, and the verdict on a line. Why:
the rest of the room speaks of verdicts and of the story's reach, not of weights.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._page.chain.states import Zone
from newsquote._page.story import StoryLines
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.chain.decode import Weighed

__all__ = ["story_of", "weighed_verdict"]

_SIGNS = {
    Zone.ABOVE: Sign.WEIGHED_ABOVE,
    Zone.TOP: Sign.WEIGHED_TOP,
    Zone.STORY: Sign.WEIGHED_INSIDE,
    Zone.BELOW: Sign.WEIGHED_BELOW,
}


def story_of(weighed: Sequence[Weighed]) -> StoryLines:
    """Where the story begins and ends."""
    own = [i for i, one in enumerate(weighed) if one.state.is_of_story]
    if not own:
        return StoryLines(len(weighed), len(weighed), len(weighed))
    last = own[-1] + 1
    return StoryLines(own[0], last, last)


def weighed_verdict(weighed: Weighed) -> Verdict:
    """The verdict on a line beside the story."""
    zone, label = weighed.state
    if label is BlockRole.OTHER and zone is Zone.ABOVE:
        label = BlockRole.NAVIGATION
    return Verdict(label, Judge.LINE_WEIGHTS, _SIGNS[zone])
