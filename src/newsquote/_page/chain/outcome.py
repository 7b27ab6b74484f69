"""What the lines of a page most likely are -> what the page makes of it.

In: the states of all lines. Out: where the story begins and ends, and the verdict on a line. Why:
the rest of the room speaks of verdicts and of the story's reach, not of weights.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page.judges.subheadlines import quoted_sentence
from newsquote._page.line_states import State, Zone
from newsquote._page.rulings import Ruling
from newsquote._page.story import StoryLines
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsquote._page.line import Line
    from newsquote._page.weighed import Weighed

__all__ = ["story_of", "weighed_rulings"]

_DASHES = frozenset("—–")
_MAX_SIGNATURE_WORDS = 10
_STORY_ROLES = frozenset({None, BlockRole.HEADLINE, BlockRole.SUBHEADLINE})
_SITE_ABOVE = frozenset({BlockRole.OTHER, BlockRole.RELATED})
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


def weighed_rulings(lines: Sequence[Line]) -> Iterator[Ruling]:
    """The verdicts on the lines beside the story that no judge took.

    What quotes somebody as stories do stays the story's. So does all of a page on which nothing
    reads as the story's, and what ends a page without any furniture, as a letter's signature does:
    a paragraph that is lost takes its quotes along.
    """
    if not any(line.weighed and line.weighed.state.is_of_story for line in lines):
        return
    plain = all(line.role in _STORY_ROLES for line in lines)
    for line in lines:
        one = line.weighed
        if one is None or line.role is not None or one.state.is_of_story:
            continue
        if plain and one.state == State(Zone.BELOW, BlockRole.OTHER):
            continue
        if not _quotes_somebody(line, one.state.zone):
            yield Ruling(line, _verdict(one))


@cache
def _speech() -> re.Pattern[str]:
    """A quotation that is closed as speech is: the stop stands inside the marks."""
    return re.compile(r"[\"“][^\"”“]{2,400}[.,!?…][\"”]")


def _quotes_somebody(line: Line, zone: Zone) -> bool:
    """Whether a line quotes as stories do; between two paragraphs any speech is enough."""
    if line.match(quoted_sentence()):
        return True
    if line.text[0] in _DASHES and line.word_count <= _MAX_SIGNATURE_WORDS:
        return True  # who is quoted above it
    return zone is Zone.STORY and line.search(_speech()) is not None


def _verdict(weighed: Weighed) -> Verdict:
    zone, label = weighed.state
    if zone is Zone.ABOVE and label in _SITE_ABOVE:
        label = BlockRole.NAVIGATION
    return Verdict(label, Judge.LINE_WEIGHTS, _SIGNS[zone])
