"""Lines right below the headline -> subheadlines.

In: the lines between the headline and the running text. Out: those that are its subheadline. Why: a
subheadline reads as the story does; it is told by a byline or a stamp that parts it from the story.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page.rulings import Ruling
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsquote._page.line import Line

__all__ = ["judge_subheadlines", "quoted_sentence"]

_LINES_BELOW_HEADLINE = 12
"""Lines below the headline in which a subheadline is looked for, with the headline's own."""
_MIN_SUBHEADLINE_WORDS, _MAX_SUBHEADLINE_WORDS = 4, 60
"""Fewer words are a rubric."""
_PARTING = frozenset({BlockRole.BYLINE, BlockRole.TIMESTAMP})

_SUBHEADLINE = Verdict(BlockRole.SUBHEADLINE, Judge.SUBHEADLINE, Sign.PARTED_FROM_STORY)


@cache
def quoted_sentence() -> re.Pattern[str]:
    """A quotation and who says it, as stories have it."""
    return re.compile(r"[\"“][^\"”“]{2,400}[,.?!][\"”],?\s+\w+\s+\w+")


def judge_subheadlines(lines: Sequence[Line], headline: int, lead: int) -> Iterator[Ruling]:
    """The lines right under the headline, where a byline or a stamp parts them from the story.

    Each is to be recorded before the next is asked for: a line without a stop must go on with one
    that is a subheadline.
    """
    parted_at = next(
        (i for i in range(lead - 1, headline, -1) if lines[i].role in _PARTING), headline
    )
    for i in range(headline + 1, min(parted_at, headline + _LINES_BELOW_HEADLINE)):
        line = lines[i]
        if line.search(quoted_sentence()):
            break  # who is quoted there must be read
        if line.role is not None or line.has_bullet:
            continue
        if not _MIN_SUBHEADLINE_WORDS <= line.word_count <= _MAX_SUBHEADLINE_WORDS:
            continue
        goes_on = i == headline + 1 or lines[i - 1].role is BlockRole.SUBHEADLINE
        if goes_on or line.ends_sentence:
            yield Ruling(line, _SUBHEADLINE)
