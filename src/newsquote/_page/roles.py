"""Blocks -> what each of them is.

In: the blocks of a page. Out: the same blocks with a role, and a kind where they belong to the story. Why: first a line is judged by its own
words (``by_words``: a stamp, a credit, a share button), later by where it stands (``by_place``: above the headline, inside the running text,
behind it). A line that nothing speaks against is body: a paragraph taken for furniture loses its quotes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page import captions, imprint, paragraphs, phrases, promotions, related, stamps
from newsquote._page import credits as credit_lines
from newsquote.kinds import BlockRole, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.blocks import Block
    from newsquote._page.records import CreditRecord
    from newsquote.lang import LanguagePack

__all__ = ["by_place", "by_words", "spread"]

_SHORT = 45
"""Furniture that is told by its first words has no more words than this."""
_OPENING = 8
"""Of a longer line so many words are read for what it is."""
_LONG_NOTE = 160
"""Corrections and notes may have so many."""
_LINE = 40
_RUBRIC = 5
"""A rubric, a tag, a button has no more words."""
_STANDFIRST = 60
"""A standfirst has no more words."""
_BELOW = 12
"""In so many lines below the headline a standfirst is looked for."""
_AGAIN = 3
_LABEL, _CHART = 3, 6
"""The labels of a chart have no more words, and there are so many lines at least."""
_OFFER = 14
"""A longer line beside an offer must have more of its words."""
_SHORTEST = 2
"""A single letter or digit says nothing."""
_LONGEST = 2000
"""Longer lines, in code points, are read for nothing but a story's."""
_LEAD_IN = 3
_NOISY = 4
"""A page with so many lines of furniture has more of it."""
_FURNITURE = frozenset(
    {
        BlockRole.NAVIGATION,
        BlockRole.SOCIAL,
        BlockRole.PROMOTION,
        BlockRole.ADVERTISEMENT,
        BlockRole.RELATED,
        BlockRole.COPYRIGHT,
    }
)
_NOTES = frozenset({BlockRole.CORRECTION, BlockRole.NOTE})
_REACHED = frozenset({BlockRole.CONTACT, BlockRole.SOCIAL})


@cache
def _amended() -> re.Pattern[str]:
    """A note on a change: "(This March 4 story has been refiled to ...", "An earlier version misspelled ..."."""
    return re.compile(
        r"[•*(\[\s]*(?:this|an? (?:earlier|previous)|the original)\b[^.\n]{0,50}\b(?:story|article|version|report|column|post|headline|item|dispatch|piece|caption)\b[^\n]{0,80}?"
        r"\b(?:refiled|corrects?|corrected|amended|clarified|clarifies|misstated|misspelled|misspelt|misidentified|incorrectly|wrongly|erroneously)\b",
        re.IGNORECASE,
    )


@cache
def _advisory() -> re.Pattern[str]:
    """An agency's word to editors: "(Adds quotes, details)"."""
    return re.compile(
        r"\((?:Adds|Updates|Recasts|Rewrites|Repeats|Removes|Changes|Writes through|New throughout|Releads)\b[^()]*\)$"
    )


# ---------------------------------------------------------------- by its own words


def by_words(text: str, blocks: Sequence[Block], pack: LanguagePack) -> list[CreditRecord]:
    """Give a role to every block whose own words say what it is; the credits among them."""
    found: list[CreditRecord] = []
    for block in blocks:
        if block.role is not None or block.words > _LONG_NOTE or block.end - block.start > _LONGEST:
            continue
        line = (
            phrases.head(text, block.start, block.end)
            if block.words <= _SHORT
            else phrases.head(text, block.start, block.end, _OPENING)
        )
        if block.end - block.start < _SHORTEST and line.first:
            continue
        listed = block.bullet and block.words > 3 and text[block.start] not in "–—"  # noqa: PLR2004 - "– Additional reporting by ..."
        credit = None if listed else credit_lines.read(text, block.start, block.end, line, pack)
        if credit is not None:
            found.append(credit)
            block.role = BlockRole.CREDIT
            continue
        block.role = _role(text, block, line, pack)
        if block.role is BlockRole.COPYRIGHT or (
            block.role in _REACHED and imprint.contact(text, block.start, block.end, line, pack)
        ):
            found.append(imprint.read(text, block.start, block.end, block.role, pack))
    return found


def spread(text: str, blocks: Sequence[Block], pack: LanguagePack) -> None:
    """Take the lines beside an offer for more of it where they speak of one, too."""
    for order in (range(1, len(blocks)), range(len(blocks) - 2, -1, -1)):
        step = order.step
        for i in order:
            block = blocks[i]
            if (
                blocks[i - step].role is BlockRole.PROMOTION
                and block.role is None
                and block.words <= _SHORT
            ):
                if (
                    related.is_heading(text, block, pack)
                    or _quoted(text, block)
                    or promotions.hints(text, block, pack) < 1 + (block.words > _OFFER)
                ):
                    continue
                block.role = BlockRole.PROMOTION


def _quoted(text: str, block: Block) -> bool:
    return not set('"“”').isdisjoint(text[block.start : block.end])


def _role(text: str, block: Block, line: phrases.Head, pack: LanguagePack) -> BlockRole | None:
    if not line.first:
        return (
            BlockRole.OTHER if not set(text[block.start : block.end]) & set("'‘’“”" + '"') else None
        )
    if text[block.start] in "\"“‘'«" and block.words > 3:  # noqa: PLR2004 - what is quoted is never furniture
        return None
    whole = phrases.listed(pack, "furniture_lines").whole(line)
    if whole is not None and not block.bullet:
        return BlockRole(whole)
    return _by_start(text, block, line, pack) or _by_form(text, block, line, pack)


def _by_start(text: str, block: Block, line: phrases.Head, pack: LanguagePack) -> BlockRole | None:
    found = phrases.listed(pack, "furniture_starts").at_start(text, line)
    if found is None or not found.value:
        return None
    role = BlockRole(found.value)
    return role if block.words <= (_LONG_NOTE if role in _NOTES else _SHORT) else None


def _by_form(text: str, block: Block, line: phrases.Head, pack: LanguagePack) -> BlockRole | None:
    if block.words <= _LONG_NOTE // 2:
        if imprint.is_copyright(text, block.start, block.end):
            return BlockRole.COPYRIGHT
        if (line.first in {"a", "an", "the"} or line.first.startswith("this")) and _amended().match(
            text, block.start, block.end
        ):
            return BlockRole.CORRECTION
    if captions.is_caption(text, block, line, pack):
        return BlockRole.CAPTION
    if block.words > _LINE:
        return None
    return _of_short_line(text, block, line, pack)


def _of_short_line(
    text: str, block: Block, line: phrases.Head, pack: LanguagePack
) -> BlockRole | None:
    if _advisory().match(text, block.start, block.end):
        return BlockRole.NOTE
    if stamps.is_stamp(text, block.start, block.end, pack):
        return BlockRole.TIMESTAMP
    if line.first in {"http", "https", "www"} and block.words == 1:
        return BlockRole.NAVIGATION
    reached = (
        imprint.contact(text, block.start, block.end, line, pack)
        if text[block.start] != "<"
        else None
    )
    if reached is not None:
        return reached
    if promotions.sells(text, block, line, pack):
        return BlockRole.PROMOTION
    return None


# ---------------------------------------------------------------- by where it stands


def by_place(
    text: str, blocks: Sequence[Block], headline: int | None, start: int, end: int
) -> None:
    """Give a role and a kind to what is left.

    :param headline: the headline's block, None if there is none.
    :param start: the block with which the running text begins.
    :param end: the block behind its last one.
    """
    top = -1 if headline is None else headline
    if headline is not None:
        _subheadlines(text, blocks, headline, start)
    noisy = sum(1 for block in blocks if block.role in _FURNITURE) >= _NOISY
    reach = _Reach(
        opening=next(
            (i for i in range(top + 1, start) if _speaks(text, blocks[i], noisy=noisy)),
            start if start < len(blocks) else 0,
        ),
        end=end,
        tags=_tags(text, blocks, start),
        noisy=noisy,
        repeated=_repeated(text, blocks),
        charted=_charted(text, blocks),
    )
    story = []
    for i, block in enumerate(blocks):
        if block.role is not None:
            if block.role is BlockRole.CAPTION and i > top:
                block.kind = ParagraphKind.CAPTION
        elif i < top and (not block.prose or (reach.noisy and block.words < 30)):  # noqa: PLR2004
            block.role = (
                BlockRole.KICKER
                if i == top - 1 and block.words <= _RUBRIC
                else BlockRole.NAVIGATION
            )
        elif _is_beside(text, block, i, reach):
            block.role = BlockRole.OTHER
        else:
            story.append(i)
    paragraphs.give(text, blocks, story)


def _speaks(text: str, block: Block, *, noisy: bool) -> bool:
    """Whether a block above the running text is the story's already: a long sentence or, on a page without furniture, any, and what leads in to another."""
    leads_in = block.stop or (text[block.end - 1] == ":" and block.words >= _LEAD_IN)
    return block.role is None and (block.prose or (leads_in and not noisy))


class _Reach(NamedTuple):
    """What of a page can be the story's: from where and up to where, and which lines come back."""

    opening: int
    """Up to here a line without a sentence is a rubric or a button."""
    end: int
    tags: int
    noisy: bool
    repeated: frozenset[str]
    charted: frozenset[int]


def _is_beside(text: str, block: Block, i: int, reach: _Reach) -> bool:
    """Whether a line without any sign of its own stands beside the story."""
    if i >= reach.end:
        return not _is_quotation(text, block)
    if i < reach.opening and _is_bare(text, block):
        return reach.noisy or block.words <= _RUBRIC
    return i >= reach.tags or i in reach.charted or text[block.start : block.end] in reach.repeated


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(r"[\"“][^\"”“]{2,400}[,.?!][\"”],?\s+\w+\s+\w+")


def _is_quotation(text: str, block: Block) -> bool:
    """Whether a line quotes somebody as stories do: it is worth more than a line of furniture."""
    return block.stop and _quotation().match(text, block.start, block.end) is not None


def _repeated(text: str, blocks: Sequence[Block]) -> frozenset[str]:
    """Short lines that come back again and again, as a page's own lines do and a story's do not."""
    found: dict[str, int] = {}
    for block in blocks:
        if block.role is None and block.words <= _RUBRIC and not block.stop and not block.bullet:
            line = text[block.start : block.end]
            found[line] = found.get(line, 0) + 1
    return frozenset(
        line for line, count in found.items() if count >= _AGAIN and not line.endswith(":")
    )


def _charted(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """The lines that a chart left behind: numbers one below the other, and the words between them."""
    found: set[int] = set()
    run: list[int] = []
    numbers = 0
    for i, block in enumerate([*blocks, None]):
        if (
            block is not None
            and block.role in {None, BlockRole.TIMESTAMP}
            and block.words <= _LABEL
            and not block.stop
        ):
            run.append(i)
            numbers += not any(map(str.isalpha, text[block.start : block.end]))
            continue
        if len(run) >= _CHART and numbers >= len(run) // 2:
            found.update(run)
        run, numbers = [], 0
    return frozenset(found)


def _tags(text: str, blocks: Sequence[Block], start: int) -> int:
    """Where the tags begin that end a page: short lines without stop and number, one below the other."""
    i = len(blocks)
    while i > start and _is_tag(text, blocks[i - 1]):
        i -= 1
    count = sum(1 for block in blocks[i:] if block.role is None)
    return i if count >= _AGAIN else len(blocks)


def _is_tag(text: str, block: Block) -> bool:
    if block.role is not None:
        return block.role is not BlockRole.CAPTION
    line = text[block.start : block.end]
    return (
        block.words <= _RUBRIC
        and not block.stop
        and not block.bullet
        and line[-1].isalnum()
        and not any(map(str.isdigit, line))
    )


def _is_bare(text: str, block: Block) -> bool:
    """A short line without a sentence and without quotation marks, which on a page full of furniture is more of it."""
    return block.words <= 20 and not block.stop and not block.bullet and not _quoted(text, block)  # noqa: PLR2004


def _subheadlines(text: str, blocks: Sequence[Block], headline: int, start: int) -> None:
    """The lines right under the headline, where a byline or a stamp parts them from the story."""
    about = next(
        (
            i
            for i in range(start - 1, headline, -1)
            if blocks[i].role in {BlockRole.BYLINE, BlockRole.TIMESTAMP}
        ),
        headline,
    )
    for i in range(headline + 1, min(about, headline + _BELOW)):
        block = blocks[i]
        if _quotation().search(text, block.start, block.end):
            break  # who is quoted there must be read
        if block.role is None and not block.bullet and 4 <= block.words <= _STANDFIRST:  # noqa: PLR2004 - fewer words are a rubric
            if (
                i > headline + 1
                and not block.stop
                and blocks[i - 1].role is not BlockRole.SUBHEADLINE
            ):
                continue
            block.role = BlockRole.SUBHEADLINE
