"""Blocks -> where the story ends.

In: the blocks of a page, those that their own words tell with a role, and where the running text begins. Out: the index behind the story's last
block. Why: behind the story of a web page stand teasers, comments and boxes that read like prose. No single line tells them, but together
they do: every paragraph speaks for the story, every line of furniture between them against it, and the story ends where the sum is highest.
A text without furniture is story to its end.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page import phrases
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.blocks import Block
    from newsquote.lang import LanguagePack

__all__ = ["ends"]

_FULL = 40
"""A paragraph of so many words speaks for the story as loudly as any."""
_SENTENCE = 0.3
"""So loudly the shortest speaks."""
_AGAINST = {
    BlockRole.CREDIT: 3.0,
    BlockRole.COPYRIGHT: 3.0,
    BlockRole.CONTACT: 0.7,
    BlockRole.BYLINE: 1.5,
    BlockRole.TIMESTAMP: 1.0,
    BlockRole.NAVIGATION: 0.4,
    BlockRole.SOCIAL: 0.4,
    BlockRole.PROMOTION: 0.4,
    BlockRole.ADVERTISEMENT: 0.1,
}
"""How loudly a line of furniture speaks against it."""
_FURNITURE = frozenset(
    {BlockRole.NAVIGATION, BlockRole.SOCIAL, BlockRole.PROMOTION, BlockRole.ADVERTISEMENT}
)
"""Where none of these stands behind the last paragraph, what stands there is the story's: a table, a note."""
_GAP = 1.2
"""So loudly the lines between two paragraphs speak against it at most: a box or a chart in the middle has many."""
_CLOSING = 5.0
"""What speaks against it so loudly is heard whole, wherever it stands."""
_COMMENTS, _HEADING, _SPEAKER, _TITLE, _LABEL = 5.0, 1.0, 1.0, 0.3, 0.1
_QUOTED = 0.1
"""A line that quotes is more likely the story's than not."""


@cache
def _comments() -> re.Pattern[str]:
    """The line above the readers' comments."""
    return re.compile(
        r"\d[\d,.]* (?:comments?|responses?|replies|thoughts?)\b|(?:leave|post|write|add) a (?:reply|comment)\b|comments? \(\d",
        re.IGNORECASE,
    )


@cache
def _says() -> re.Pattern[str]:
    """The line above one comment: "dana1 says:"."""
    return re.compile(r"\S+(?: \S+){0,3} (?:says|said|wrote)\s?:?$")


def ends(text: str, blocks: Sequence[Block], start: int, pack: LanguagePack) -> tuple[int, int]:
    """Where the story that begins with block ``start`` ends: the index behind its last paragraph, and the one behind all that is its own."""
    score = best = gap = 0.0
    last = start
    for i in range(start, len(blocks)):
        worth = _worth(text, blocks[i], pack)
        if worth == -_HEADING and _is_over_sentence(text, blocks, i):
            worth = -_LABEL
        if worth <= -_CLOSING:
            score += worth
        elif worth < 0:
            gap = max(gap + worth, -_GAP)
        elif worth > 0:
            score, gap = score + gap + worth, 0.0
            if score > best:
                best, last = score, i + 1
    return last, last if _is_beside(text, blocks[last:], pack) else len(blocks)


def _is_beside(text: str, tail: Sequence[Block], pack: LanguagePack) -> bool:
    """Whether what follows the story stands beside it: furniture, comments, or other stories to the end."""
    heading = False
    for block in tail:
        if block.role in _FURNITURE:
            return True
        if block.role is None:
            worth = _worth(text, block, pack)
            if worth <= -_COMMENTS or (
                worth <= -_SPEAKER and not _is_related_heading(text, block, pack)
            ):
                return True
            heading = worth <= -_SPEAKER or (heading and not (block.prose and block.stop))
    return heading


def _is_over_sentence(text: str, blocks: Sequence[Block], i: int) -> bool:
    """Whether a heading in capitals stands over a sentence, and so is the story's own: "UP NEXT" below a match report."""
    below = blocks[i + 1] if i + 1 < len(blocks) else None
    return (
        below is not None
        and below.stop
        and not below.bullet
        and text[blocks[i].start : blocks[i].end].isupper()
    )


def _worth(text: str, block: Block, pack: LanguagePack) -> float:
    """How loudly a block speaks for the story, below 0 against it."""
    if block.role is not None:
        return -_AGAINST.get(block.role, 0.0)
    if _opens_comments(text, block):
        return -_COMMENTS
    if not any(map(str.isalpha, text[block.start : min(block.end, block.start + 20)])):
        return 0.0
    if _is_related_heading(text, block, pack):
        return -_HEADING
    if block.words <= 5 and _says().match(text, block.start, block.end):  # noqa: PLR2004
        return -_SPEAKER
    return _worth_of_line(text, block, pack)


def _worth_of_line(text: str, block: Block, pack: LanguagePack) -> float:
    """The worth of a line that no word of its own speaks against."""
    broken = text.endswith(("...", "…"), block.start, block.end)
    if not broken and (block.prose or block.stop):
        return (_SENTENCE + (1 - _SENTENCE) * min(block.words, _FULL) / _FULL) * (
            1 if block.stop else 0.5
        )
    if not broken and not set('"“”').isdisjoint(text[block.start : block.end]):
        return _QUOTED
    if not broken and (block.bullet or _is_labelled(text, block, pack)):
        return 0.0
    return -_TITLE if block.words > 3 else -_LABEL  # noqa: PLR2004 - a label says less


def _is_related_heading(text: str, block: Block, pack: LanguagePack) -> bool:
    headings = phrases.listed(pack, "related_headings")
    if block.words > 9 or not headings.may_open(text, block.body, block.end):  # noqa: PLR2004
        return False
    return headings.whole(phrases.head(text, block.body, block.end)) is not None


def _is_labelled(text: str, block: Block, pack: LanguagePack) -> bool:
    """A title behind a label, which stands inside a story as often as below it."""
    headings = phrases.listed(pack, "related_headings")
    if not headings.may_open(text, block.body, block.end):
        return False
    found = headings.at_start(text, phrases.head(text, block.body, block.end))
    return found is not None and text[found.end : found.end + 3].lstrip()[:1] in {":", "|"}


def _opens_comments(text: str, block: Block) -> bool:
    return block.words <= 16 and _comments().match(text, block.start, block.end) is not None  # noqa: PLR2004
