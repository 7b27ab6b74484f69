"""Blocks of the story -> what kind of paragraph each is.

In: the blocks of a page and the reach of its story. Out: the same blocks with role and kind: running text, headings, list items, questions,
turns of a conversation, pull quotes. Why: a heading is said by nobody, a question by the one who asks, a pull quote was said once and not
twice; and a paragraph of running text is what is left when all of these are told apart.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote.kinds import BlockRole, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.blocks import Block

__all__ = ["give"]

_HEADING = 15
_QUESTION = 40
_PULLED = 45
"""A pull quote has no more words."""
_LOOKED_FOR = 40
"""So many lines at most are looked for elsewhere on the page."""
_RUN = 3
"""So many lines in a row may be a list without a colon above."""
_TURNS = 3
"""So many labels make a conversation."""
_NO_HEADINGS = (".", ":", ",", ";", '"', "”", "’", "'", "…", "!", "—", "-")
"""With none of these a heading ends."""
_MARKS = "\"“”„«»'‘’ \t\u00a0"


@cache
def _label() -> re.Pattern[str]:
    """The label of a turn in a conversation: "Q:", "LEE:", "Ann Lee:"."""
    return re.compile(
        r"(?P<label>[QA](?=[.:])|[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+){0,3}(?=:)|[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}(?=:))[.:]\s+(?=\S)"
    )


def _label_of(text: str, start: int, end: int) -> re.Match[str] | None:
    """The label with which a line opens; few lines have a colon, so that is looked for first."""
    return (
        _label().match(text, start, end)
        if text[start] in "QA" or text.find(":", start, end) > 0
        else None
    )


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"(?:\d{1,2}[.)]|\(\d{1,2}\)|#\d{1,2}[.:]?)\s+(?=\S)")


@cache
def _signed() -> re.Pattern[str]:
    """The line that signs a quoted post: "— Dana Whitlock (@danawhit) March 4, 2024"."""
    return re.compile(r"[—–-]{1,2}\s?.{2,60}\(@\w{2,30}\)")


def give(text: str, blocks: Sequence[Block], members: Sequence[int]) -> None:
    """Give role and kind to the blocks of the story.

    :param members: their indexes, in order.
    """
    labels = _turns(text, blocks, members)
    listed = _lists(text, blocks, members)
    pulled = _pulled(text, blocks, members)
    for place, i in enumerate(members):
        block = blocks[i]
        block.kind = _kind(text, blocks, members, place, labels)
        if i in listed and block.kind in {ParagraphKind.HEADING, ParagraphKind.TEXT}:
            block.kind = ParagraphKind.LIST_ITEM
        if i in pulled and block.kind in {ParagraphKind.TEXT, ParagraphKind.HEADING}:
            block.kind = ParagraphKind.PULL_QUOTE
        block.role = BlockRole.HEADING if block.kind is ParagraphKind.HEADING else BlockRole.BODY


def _kind(
    text: str, blocks: Sequence[Block], members: Sequence[int], place: int, labels: frozenset[str]
) -> ParagraphKind:
    block = blocks[members[place]]
    if block.bullet or _numbered().match(text, block.start, block.end):
        return ParagraphKind.LIST_ITEM
    label = _label_of(text, block.start, block.end)
    if label is not None and label["label"] in labels:
        return ParagraphKind.QUESTION if label["label"] == "Q" else ParagraphKind.TURN
    if not 0 < place < len(members) - 1:
        return ParagraphKind.TEXT
    if _asks(text, block):
        return ParagraphKind.QUESTION
    if label is None and _is_heading(text, block):
        return ParagraphKind.HEADING
    return ParagraphKind.TEXT


def _turns(text: str, blocks: Sequence[Block], members: Sequence[int]) -> frozenset[str]:
    """The labels of a conversation, if the page prints one: those that come back, and all others if there are enough of these."""
    found: dict[str, int] = {}
    for i in members:
        match = _label_of(text, blocks[i].start, min(blocks[i].end, blocks[i].start + 80))
        if match is not None:
            found[match["label"]] = found.get(match["label"], 0) + 1
    again = sum(count for count in found.values() if count > 1)
    return frozenset(found) if again >= _TURNS or {"Q", "A"} <= set(found) else frozenset()


def _lists(text: str, blocks: Sequence[Block], members: Sequence[int]) -> frozenset[int]:
    """The bare lines that stand one below the other behind a colon, or with numbers or small letters in front: entries of a list, no headings."""
    found: set[int] = set()
    run: list[int] = []
    for i in (*members, len(blocks)):
        bare = (
            i < len(blocks)
            and not blocks[i].stop
            and not blocks[i].prose
            and not blocks[i].bullet
            and text[blocks[i].end - 1] not in ":,"
        )
        if bare and (not run or run[-1] == i - 1):
            run.append(i)
            continue
        if run and _is_list(text, blocks, run):
            found.update(run)
        run = [i] if bare else []
    return frozenset(found)


def _is_list(text: str, blocks: Sequence[Block], run: Sequence[int]) -> bool:
    if len(run) < 2:  # noqa: PLR2004 - one line is none
        return False
    above = blocks[run[0] - 1] if run[0] else None
    if above is not None and above.role is None and text[above.end - 1] == ":":
        return True
    counted = sum(
        1
        for i in run
        if text[blocks[i].start].isdigit()
        or text[blocks[i].start] in "£$€"
        or text[blocks[i].start].islower()
    )
    return len(run) >= _RUN and counted > len(run) // 2


def _pulled(text: str, blocks: Sequence[Block], members: Sequence[int]) -> frozenset[int]:
    """The lines whose words stand in a paragraph of the story, too."""
    found: set[int] = set()
    looked = 0
    if not members:
        return frozenset()
    first, last = blocks[members[0]].start, blocks[members[-1]].end
    for i in members[1:]:
        block = blocks[i]
        if not 5 <= block.words <= _PULLED or block.bullet or looked >= _LOOKED_FOR:  # noqa: PLR2004 - fewer words may come back by chance
            continue
        words = text[block.start : block.end].strip(_MARKS).rstrip(".,")
        if block.prose and text[block.start] not in _MARKS:
            continue
        looked += 1
        at = text.find(words, first, last)
        if block.start <= at < block.end:
            at = text.find(words, block.end, last)
        if at >= 0:
            found.add(i)
    return frozenset(found)


def _asks(text: str, block: Block) -> bool:
    """A line that is one question and quotes nobody."""
    line = text[block.start : block.end]
    return (
        block.words <= _QUESTION
        and line.endswith("?")
        and set('"“”').isdisjoint(line)
        and ". " not in line
    )


def _is_heading(text: str, block: Block) -> bool:
    """A short line inside the running text that ends as no sentence does and quotes nobody."""
    if block.words > _HEADING:
        return False
    line = text[block.start : block.end]
    return not line.endswith(_NO_HEADINGS) and line[0] not in '"“' and _signed().match(line) is None
