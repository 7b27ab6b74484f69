"""Blocks -> related stories.

In: the blocks of a page, some of which already have a role, and where the story begins. Out: lists of other stories' titles. Why: other
stories' headlines are not this story's words. A title counts only by a sign of it: a label before it ("Read more: ..."), a heading over it,
or a run of bullets that ends the page. Bulleted lines that a colon introduces, that are sentences, or that stand inside the story belong to it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._layout import phrases
from newsquote._layout.records import RelatedRecord, StoryRecord
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._layout.blocks import Block
    from newsquote.lang import LanguagePack

__all__ = ["find"]

_FEWEST = 3
"""A title after a label or a bullet has so many words at least."""
_MOST = 32
_GAP = 4
"""So many lines in a row that are neither title nor furniture end a list."""


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"\s*[(<\[]?\s*(?P<url>https?://\S+?)\s*[)>\]]?\s*$")


@cache
def _label_sign() -> re.Pattern[str]:
    return re.compile(r"(?P<topic>\s(?:[^:|.!?]{1,40}))?\s*(?::|\||\s[»>–-]\s|»|>)\s*")


@cache
def _time() -> re.Pattern[str]:
    """An age or a length behind a title: "2 hours ago", "4 min read"."""
    return re.compile(r"\s*[|·•(–—-]?\s*\d+\s+(?:sec|min|hour|day|week|month)\w*\s+(?:ago|read)\)?$", re.IGNORECASE)


def find(text: str, blocks: Sequence[Block], begin: int, pack: LanguagePack) -> list[RelatedRecord]:
    """The lists of related stories from block ``begin`` on; their blocks get their role."""
    found: list[RelatedRecord] = []
    tail = _bulleted_tail(text, blocks, begin)
    i = begin
    while i < len(blocks):
        block = blocks[i]
        if i in tail:
            i = _add_bullets(text, blocks, i, found)
        elif block.words > _MOST + 8 or block.role not in {None, BlockRole.NAVIGATION, BlockRole.SOCIAL, BlockRole.CAPTION}:
            i += 1
        else:
            i = _add(text, blocks, i, found, pack)
    return found


def _add(text: str, blocks: Sequence[Block], at: int, found: list[RelatedRecord], pack: LanguagePack) -> int:
    """Read a label or a heading at a block, if it is one; where the next reading goes on."""
    block = blocks[at]
    line = phrases.head(text, block.body, block.end)
    phrase = phrases.listed(pack, "related_headings").at_start(text, line)
    if phrase is None:
        return at + 1
    record = _labelled(text, block, phrase)
    if record is not None:
        found.append(record)
        return at + 1
    return _add_list(text, blocks, at, found, pack) if _is_heading(text, block, pack) else at + 1


def _story(text: str, start: int, end: int) -> StoryRecord:
    """The title between two offsets, without its address and age."""
    address = _address().search(text, max(start, end - 400), end)
    if address and address.start() > start:
        end, url = address.start(), address.span("url")
    else:
        url = None
    age = _time().search(text, max(start, end - 40), end)
    return StoryRecord(range=(start, age.start() if age and age.start() > start else end), url=url)


# ---------------------------------------------------------------- a label before a title


def _labelled(text: str, block: Block, found: phrases.Found) -> RelatedRecord | None:
    """A label and a title on one line: "RELATED: Title", "Read more | Title"."""
    if found.value == "heading":
        return None
    sign = _label_sign().match(text, found.end, block.end)
    if (
        sign is None
        or sign.end() >= block.end
        or (sign["topic"] and not text[block.body : found.end].casefold().endswith((" on", " from", " about")))
    ):
        return None
    words = text[sign.end() : block.end].split()
    strong = text[block.body : found.end].isupper() or "related" in text[block.body : found.end].casefold() or found.length > 1
    title = strong or (words and words[0][0].isupper() and not block.stop)
    if not _FEWEST - 1 <= len(words) <= _MOST or not title or (block.stop and text[block.end - 1] == "." and not strong):
        return None
    block.role = BlockRole.RELATED
    return RelatedRecord(range=(block.start, block.end), heading=(block.body, found.end), items=[_story(text, sign.end(), block.end)])


# ---------------------------------------------------------------- a heading over titles


def _is_heading(text: str, block: Block, pack: LanguagePack) -> bool:
    if block.words > 9 or (block.stop and text[block.end - 1] == "."):  # noqa: PLR2004
        return False
    line = phrases.head(text, block.body, block.end)
    headings = phrases.listed(pack, "related_headings")
    if headings.whole(line) is not None:
        return True
    found = headings.at_start(text, line)
    if found is None or not line.whole:
        return False
    more = len(line.words) - found.length
    open_ended = line.words[found.length - 1] in {"from", "in", "on", "by", "great"}
    return (open_ended and more <= 4) or (more <= 2 and found.length > 1 and text[block.end - 1] == ":")  # noqa: PLR2004


def _add_list(text: str, blocks: Sequence[Block], at: int, found: list[RelatedRecord], pack: LanguagePack) -> int:
    """Read the titles under a heading; where the next reading goes on."""
    items: list[tuple[int, StoryRecord]] = []
    bulleted = at + 1 < len(blocks) and blocks[at + 1].bullet
    i, strange = at + 1, 0
    while i < len(blocks) and strange < _GAP:
        block = blocks[i]
        if bulleted and not block.bullet:
            break
        if (items and _is_heading(text, block, pack)) or _ends_list(block):
            break
        if _is_title(text, block):
            items.append((i, _story(text, block.body, block.end)))
            strange = 0
        else:
            strange += 1
        i += 1
    if not items:
        blocks[at].role = blocks[at].role or BlockRole.NAVIGATION
        return at + 1
    last = items[-1][0]
    heading = (blocks[at].body, blocks[at].end)
    for block in blocks[at : last + 1]:
        block.role = BlockRole.RELATED
    found.append(RelatedRecord(range=(blocks[at].start, blocks[last].end), heading=heading, items=[story for _, story in items]))
    return last + 1


def _ends_list(block: Block) -> bool:
    """Running text, or furniture that closes a page, ends a list."""
    return (block.role is None and block.prose and block.words >= 20 and not block.bullet) or block.role in {  # noqa: PLR2004 - teasers are shorter
        BlockRole.CREDIT,
        BlockRole.COPYRIGHT,
    }


def _is_title(text: str, block: Block) -> bool:
    if block.role is not None or not (_FEWEST + (not block.bullet)) <= block.words <= _MOST:
        return False
    if (block.stop and text[block.end - 1] == "." and not text.endswith("..", block.start, block.end)) or text[block.end - 1] in ",;:":
        return False
    first = text[block.body]
    return first.isupper() or first.isdigit() or first in "\"“'‘$€£#¿¡[" or not first.isascii()


# ---------------------------------------------------------------- bullets that end the page


def _bulleted_tail(text: str, blocks: Sequence[Block], begin: int) -> frozenset[int]:
    """The first blocks of the runs of bulleted titles that stand behind the last paragraph."""
    last = next((i for i in range(len(blocks) - 1, begin - 1, -1) if _is_paragraph(blocks[i])), begin)
    found = set()
    i = last + 1
    while i < len(blocks):
        end = i
        while end < len(blocks) and blocks[end].bullet:
            end += 1
        if end > i and not _introduces(text, blocks[i - 1]) and _are_titles(text, blocks[i:end]):
            found.add(i)
        i = end + 1
    return frozenset(found)


def _is_paragraph(block: Block) -> bool:
    return block.role is None and not block.bullet and block.prose


def _introduces(text: str, above: Block) -> bool:
    """Whether a line announces the list below it: it ends with a colon, or is a short heading."""
    return above.role is None and (text[above.end - 1] in ":,;" or (not above.stop and above.words <= 6))  # noqa: PLR2004


def _are_titles(text: str, run: Sequence[Block]) -> bool:
    """Whether bulleted lines are titles of stories, and no sentences and no entries of a list ("Best film - ...")."""
    lines = [text[block.body : block.end] for block in run]
    titles = sum(1 for block, line in zip(run, lines, strict=True) if _is_bulleted_title(block, line))
    entries = sum(1 for line in lines if re.search(r"^\S+(?:\s\S+){0,7}\s[-–—]\s", line))
    closed = re.search(r"[a-z]{2,}\.$", lines[-1]) is not None
    return titles >= 0.7 * len(run) and entries <= 0.5 * len(run) and not closed


def _is_bulleted_title(block: Block, title: str) -> bool:
    return (
        _FEWEST <= block.words <= _MOST
        and block.role is not BlockRole.CREDIT
        and re.search(r"[a-z]{3,}\.$|[;,:]$", title) is None
        and not title[0].islower()
        and not (title.endswith(".") and re.search(r"[a-z]{2,}\.\s[A-Z]", title))
        and re.search(r":\s*[\"“]", title) is None
    )


def _add_bullets(text: str, blocks: Sequence[Block], at: int, found: list[RelatedRecord]) -> int:
    end = at
    while end < len(blocks) and blocks[end].bullet:
        blocks[end].role = BlockRole.RELATED
        end += 1
    items = [_story(text, block.body, block.end) for block in blocks[at:end]]
    found.append(RelatedRecord(range=(blocks[at].start, blocks[end - 1].end), items=items))
    return end
