"""Blocks -> the headline.

In: the blocks of a page, some of which already have a role. Out: which block is the headline, and its parts: the kicker before it and the
outlet's name behind it are cut off. Why: the headline is the first line as a rule, but on web pages menus, rubrics and stamps stand above it;
there it is the line whose words come back in the story.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page import bylines, datelines, phrases, stamps
from newsquote._page.records import HeadlineRecord
from newsquote._text import sentences, tokens
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.blocks import Block
    from newsquote.lang import LanguagePack

__all__ = ["find", "lead", "read"]

_REACH = 300
"""So many blocks are looked at for a headline."""
_TOLERANCE = 0.5
"""An earlier candidate is taken though a later one scores so much more: below the headline stand lines of the same words."""
_NEAR = 20
"""So many blocks below, that is; farther up stand menus."""
_LONGEST = 40
"""No headline has more words."""
_STANDFIRST = 60
"""No standfirst has more words."""
_FULL = 8
"""A sentence of so many words is none of the short ones that a headline may be made of: "The bridge is shut. Now what?"."""
_DATELINES = 20
"""In so many blocks a dateline may mark where the story begins."""
_ABOUT = frozenset({BlockRole.TIMESTAMP, BlockRole.BYLINE})
_ENOUGH = 4
"""A headline of a page has so many words as a rule; fewer are a rubric's."""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{4,}")


def lead(text: str, blocks: Sequence[Block], pack: LanguagePack, begin: int = 0) -> int:
    """Where the running text begins, from block ``begin`` on: at a dateline, else at the first block of prose that others follow."""
    first = None
    for i, block in enumerate(blocks[begin:_REACH], begin):
        if block.role is not None:
            continue
        if i < _DATELINES and datelines.read(text, block.start, block.end, pack) is not None:
            return i
        if (
            not block.prose
            or block.words < 12
            or (text[block.end - 1] in "?!" and block.words < 25)
        ):
            continue
        if i < _DATELINES and block.words <= _STANDFIRST and _parted(text, blocks, i):
            continue  # a standfirst: who wrote the story and when comes before it begins
        first = i if first is None else first
        following = [other for other in blocks[i + 1 : i + 7] if other.role is None][:3]
        if sum(1 for other in following if other.prose) >= min(2, len(following)):
            return (
                i if any(other.role is not None for other in blocks[first:i]) else first
            )  # boxes of a page without furniture are the story's
    if first is None:
        first = next(
            (
                i
                for i, block in enumerate(blocks[begin:_REACH], begin)
                if block.role is None and block.prose
            ),
            None,
        )
    return len(blocks) if first is None else first


def _parted(text: str, blocks: Sequence[Block], i: int) -> bool:
    """Whether a byline or a stamp stands right below a paragraph, or between it and the next one."""
    sentences = 0
    for distance, other in enumerate(blocks[i + 1 : i + 9]):
        if other.role in _ABOUT and any(
            map(str.isalpha, text[other.start : other.end])
        ):  # a bare time is an entry's
            return True
        sentences += other.role is None and other.prose
        if sentences and (sentences > 1 or distance >= 4):  # noqa: PLR2004 - so near to it a second sentence may stand
            return False
    return False


def find(text: str, blocks: Sequence[Block], start: int, pack: LanguagePack) -> int | None:
    """The index of the headline's block among those before the running text, which begins at ``start``."""
    if start == 0:
        return 0 if _closes_with_a_stop(text, blocks, pack) else None
    candidates = [
        i
        for i, block in enumerate(blocks[: min(start, _REACH)])
        if _may_be_headline(text, block, pack)
    ]
    if not candidates:
        return 0 if _closes_with_a_stop(text, blocks, pack) else None
    firm = [i for i in candidates if not _is_doubtful(text, blocks, i, candidates, pack)]
    candidates = firm or candidates
    if len(candidates) == 1:
        return candidates[0]
    story = _story_words(text, blocks, start)
    scores = {i: _score(text, blocks, i, story, pack) for i in candidates}
    best = max(candidates, key=scores.__getitem__)
    return next(
        i for i in candidates if scores[i] >= scores[best] - _TOLERANCE and best - i <= _NEAR
    )


def _is_doubtful(
    text: str, blocks: Sequence[Block], i: int, candidates: Sequence[int], pack: LanguagePack
) -> bool:
    """Whether a candidate is one only if there is no other: a sentence, a line with a date, a path of sections that ends in another one."""
    block = blocks[i]
    line = text[block.start : block.end]
    dated = re.search(r"\d{1,2}[./]\d{1,2}[./]\d{2}", line) or stamps.date_in(
        text, block.start, block.end, pack
    )
    if (line.endswith(".") and i) or dated:
        return True
    later = (text[blocks[j].start : blocks[j].end] for j in candidates if i < j < i + 8)
    return any(len(other) < len(line) and line.endswith(other) and " " in other for other in later)


def _may_be_headline(text: str, block: Block, pack: LanguagePack) -> bool:
    if block.role is not None or block.bullet or block.words > _LONGEST:
        return False
    if block.prose and block.words > 25:  # noqa: PLR2004
        return False
    if datelines.read(text, block.start, block.end, pack) is not None or _tells(text, block, pack):
        return False
    return text[block.end - 1] not in ",:" and any(map(str.isalpha, text[block.start : block.end]))


def _tells(text: str, block: Block, pack: LanguagePack) -> bool:
    """Whether a block is a paragraph of a story, however short: it quotes somebody, or is two full sentences or more."""
    return block.stop and (_is_quotation(text, block) or _full_sentences(text, block, pack) > 1)


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(r"[\"“][^\"“”]*+(?<=[,.!?])[\"”]\s")


def _is_quotation(text: str, block: Block) -> bool:
    """Whether a quotation stands inside a sentence, as in a story: '"It is over," said the mayor.'"""
    return (
        text[block.end - 1] == "." and _quotation().search(text, block.start, block.end) is not None
    )


def _full_sentences(text: str, block: Block, pack: LanguagePack) -> int:
    """How many sentences of a block are so long that no headline is made of them."""
    if block.words < 2 * _FULL:
        return 0
    words = tokens.tokenize(text, block.start, block.end).words
    found = sentences.split_sentences(words, 0, len(words), (), pack.table("abbreviations"))
    return sum(1 for i, j in found if sum(1 for word in words[i:j] if word[0].isalnum()) >= _FULL)


def _closes_with_a_stop(text: str, blocks: Sequence[Block], pack: LanguagePack) -> bool:
    """Whether the first line is a headline though it ends with a full stop: a blank line and longer paragraphs follow."""
    first = blocks[0]
    if first.role is not None or first.bullet or first.words > 25 or len(blocks) < 3:  # noqa: PLR2004
        return False
    if datelines.read(text, first.start, first.end, pack) is not None or _tells(text, first, pack):
        return False
    return blocks[1].blanks_above > 0 and max(block.words for block in blocks[1:4]) > first.words


def _story_words(text: str, blocks: Sequence[Block], start: int) -> frozenset[str]:
    """The longer words of the first paragraphs."""
    prose = [block for block in blocks[start : start + 40] if block.role is None and block.prose][
        :8
    ]
    return frozenset(
        word.casefold()
        for block in prose
        for word in _word().findall(text, block.start, min(block.end, block.start + 2000))
    )


def _score(
    text: str, blocks: Sequence[Block], i: int, story: frozenset[str], pack: LanguagePack
) -> float:
    """How much a line looks like the headline among its neighbours."""
    block = blocks[i]
    words = [word.casefold() for word in _word().findall(text, block.start, block.end)]
    shared = sum(1 for word in words if word in story) / (len(words) + 1)
    score = 1.5 * shared + min(block.words, 8) / 8
    score -= 0.8 if block.words < _ENOUGH else 0
    score -= 0.4 if block.stop and text[block.end - 1] == "." else 0
    score += 0.8 if i == 0 and block.words >= _ENOUGH else 0
    following = blocks[i + 1 : i + 4]
    if any(other.role in _ABOUT for other in following[:2]):
        score += 0.5
    elif any(other.role in _ABOUT for other in following):
        score += 0.25
    if bylines.is_name(text, block.start, block.end, pack):
        score -= 0.8
    return score


def read(text: str, start: int, end: int, pack: LanguagePack) -> HeadlineRecord:
    """The headline of the line between two offsets, without the desk's mark before it and the outlet behind it."""
    begin, words, kicker = _behind_kicker(text, start, end, pack)
    return HeadlineRecord(
        range=(begin, _before_outlet(text, begin, end, pack)), words=words, kicker=kicker
    )


@cache
def _kicker_sign() -> re.Pattern[str]:
    return re.compile(r"\s*[:|•·]\s*|\s*[–—]\s*|\s+-\s+|-(?=\S)")


def _behind_kicker(
    text: str, start: int, end: int, pack: LanguagePack
) -> tuple[int, int, tuple[int, int] | None]:
    """Where the headline begins, where its own words do, and the labels before these.

    A label in capitals, or behind a bar, is the desk's or the section's mark and no part of the headline; "Factbox: ..." is printed as part of it.
    """
    kickers = phrases.listed(pack, "kickers")
    begin = words = start
    last = None
    for sign in _kicker_sign().finditer(text, start, min(end, start + 60)):
        label = phrases.head(text, words, sign.start())
        found = kickers.at_start(text, label)
        capitals = text[words : sign.start()].isupper()
        if (
            found is None
            or found.length != len(label.words)
            or (sign.group() == "-" and not capitals)
        ):
            continue
        mark = capitals or "|" in sign.group()
        if (mark or found.value) and len(text[sign.end() : end].split()) > 1:
            begin = sign.end() if mark and begin == words else begin
            words, last = sign.end(), sign.start()
    return begin, words, None if last is None else (start, last)


def _before_outlet(text: str, start: int, end: int, pack: LanguagePack) -> int:
    """Where the headline's own words end: before " | Outlet", " - Outlet", " | Section | Outlet"."""
    cuts = list(re.compile(r"\s+[|–—·•-]\s+|\s+:\s+").finditer(text, max(start, end - 120), end))
    if not cuts:
        return end
    name = text[cuts[-1].end() : end].casefold()
    if name not in phrases.houses(pack) or not text[cuts[-1].end()].isupper():
        return end
    stop = cuts[-1].start()
    for sign in cuts[-2::-1]:  # sections between the headline and the outlet
        if "|" not in sign.group() or len(text[sign.end() : stop].split()) > 2:  # noqa: PLR2004
            break
        stop = sign.start()
    return stop if stop > start else end
