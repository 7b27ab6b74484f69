"""Lines of a page -> the posts that are pasted into it.

In: the lines of a page. Out: verdicts on posts that are signed as platforms print them: "... — Ann
Lee (@annlee) March 4, 2024". Why: a pasted post is no paragraph of the story's own, yet what it
says is quoted; so it keeps its role and is read for quotes all the same.
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

__all__ = ["judge_posts"]

_MAX_WORDS = 90
_SIGNATURE_CHARS = 120
_LINK_SIGNS = ("t.co/", "pic.twitter.com")
_POST = Verdict(BlockRole.SOCIAL, Judge.POST, Sign.SIGNED_POST)


@cache
def _signature() -> re.Pattern[str]:
    """Who posted it, at the end of a line or alone."""
    return re.compile(
        r"(?:^|\s|(?<=[.!?”\"]))[—–-]{1,2}\s?[^—–]{1,60}\(@\w{1,30}\)(?:\s+\S+){0,6}$"
    )


def judge_posts(lines: Sequence[Line]) -> Iterator[Ruling]:
    """The signed posts, each with the line above a signature that stands alone."""
    for i, line in enumerate(lines):
        if line.role is not None or line.word_count > _MAX_WORDS or "(@" not in line.text:
            continue
        text = line.text
        found = _signature().search(text, max(0, len(text) - _SIGNATURE_CHARS))
        if found is None:
            continue
        yield Ruling(line, _POST)
        if found.start() == 0 and i and _may_be_post(lines[i - 1]):
            yield Ruling(lines[i - 1], _POST.told_at(line.chars))


def _may_be_post(line: Line) -> bool:
    """Whether a line above a signature is the post: in marks, or with a link of the platform."""
    if line.role is not None or line.word_count > _MAX_WORDS:
        return False
    return line.text[0] in '"“' or any(map(line.text.__contains__, _LINK_SIGNS))
