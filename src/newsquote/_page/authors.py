"""Blocks -> who wrote the story.

In: the blocks of a page, and where its headline and its running text stand. Out: the bylines among them, read, and the lines that say more of
their authors. Why: a byline with "By" tells itself; a name alone is one only by where it stands: right below the headline, beside a stamp,
below another byline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._page import bylines, phrases
from newsquote.kinds import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.blocks import Block
    from newsquote._page.records import BylineRecord
    from newsquote.lang import LanguagePack

__all__ = ["find", "mark", "mark_notes"]

_TOP = 300
"""In so many blocks headline and bylines are looked for."""
_ABOVE = 4
"""So many blocks above the headline may name the author."""
_ABOUT = 8
"""So many blocks below the headline may say when the story was published."""
_BYLINE = 30
"""No byline has more words."""
_MOST = 4
"""So many lines make up a byline at most."""


def mark(text: str, blocks: Sequence[Block], pack: LanguagePack) -> None:
    """Mark the lines near the top that open as bylines do, so that the search for headline and running text knows them."""
    prose = False
    for i, (block, above) in enumerate(zip(blocks[:_TOP], [None, *blocks[:_TOP]], strict=False)):
        if (
            block.bullet
            or block.words > _BYLINE
            or (i > _ABOUT and _opens_credit(text, block, pack))
        ):
            continue
        prose = prose or block.prose
        if bylines.is_byline(text, block.start, block.end, pack) or (
            i and not prose and bylines.is_house(text, block.start, block.end, pack)
        ):
            block.role = BlockRole.BYLINE
        elif (
            above is not None
            and text[above.start : above.end].casefold() in {"by", "by:"}
            and bylines.read(text, block.start, block.end, pack)
        ):
            above.role = block.role = BlockRole.BYLINE


def _opens_credit(text: str, block: Block, pack: LanguagePack) -> bool:
    """Whether a line that may be a byline above the story is a credit below it: "Written by Ann Lee"."""
    openers = phrases.listed(pack, "credit_openers")
    return (
        openers.may_open(text, block.start, block.end)
        and openers.at_start(text, phrases.head(text, block.start, block.end)) is not None
    )


def find(
    text: str, blocks: Sequence[Block], top: int | None, start: int, pack: LanguagePack
) -> list[BylineRecord]:
    """The bylines around the headline and above the running text, or, failing these, the one that ends the story."""
    above = -1 if top is None else top
    near = range(max(0, above - _ABOVE), min(len(blocks), start))
    for block in blocks[: max(0, above)]:
        if block.role is BlockRole.BYLINE and bylines.is_house(text, block.start, block.end, pack):
            block.role = BlockRole.NAVIGATION  # above the headline it is the name of the site
    chosen = [i for i in near if blocks[i].role is BlockRole.BYLINE][:_MOST]
    unsigned = all(bylines.is_house(text, blocks[i].start, blocks[i].end, pack) for i in chosen)
    if unsigned and top is not None:
        below = sorted(near, key=lambda i: (i < top, i))
        chosen = sorted(
            [*[i for i in below if _is_name_line(text, blocks, i, top, pack)][:1], *chosen]
        )
    if not chosen:
        chosen = [
            i
            for i in _last(blocks)
            if blocks[i].role is None
            and bylines.is_byline(text, blocks[i].start, blocks[i].end, pack)
        ][:1]
    found: list[BylineRecord] = []
    for i in [*chosen, *_continued(text, blocks, chosen, start, pack)]:
        record = bylines.read(text, blocks[i].start, blocks[i].end, pack)
        if record is None:
            continue
        blocks[i].role = BlockRole.BYLINE
        if found and found[-1].range[1] >= blocks[i].end:
            continue  # it was read with the line above
        found.append(_with_role(text, blocks, i, record, pack))
    return found


def _with_role(
    text: str, blocks: Sequence[Block], i: int, record: BylineRecord, pack: LanguagePack
) -> BylineRecord:
    """A byline with the line below it, where that says what its author is."""
    below = blocks[i + 1] if i + 1 < len(blocks) else None
    if (
        below is None
        or not record.authors
        or below.role not in {None, BlockRole.BYLINE, BlockRole.CREDIT}
    ):
        return record
    if not bylines.is_role(text, below.start, below.end, pack):
        return record
    whole = bylines.read(text, blocks[i].start, below.end, pack)
    if whole is None or [author.name for author in whole.authors] != [
        author.name for author in record.authors
    ]:
        return record
    below.role = BlockRole.BYLINE
    return whole


def _continued(
    text: str, blocks: Sequence[Block], chosen: Sequence[int], start: int, pack: LanguagePack
) -> list[int]:
    """The names on the lines below a byline that goes on there: "By Ann Lee", "and", "Bo Ek"."""
    found: list[int] = []
    if not chosen:
        return found
    for i in range(chosen[-1] + 1, min(start, chosen[-1] + _MOST)):
        block = blocks[i]
        if block.role is None and text[block.start : block.end].casefold() in {"and", "&", ","}:
            block.role = BlockRole.BYLINE
        elif block.role is None and bylines.is_name(text, block.start, block.end, pack):
            found.append(i)
        else:
            break
    return found


def mark_notes(text: str, blocks: Sequence[Block], authors: Sequence[BylineRecord]) -> None:
    """Mark the lines below the story that say who its author is."""
    names = {
        text[slice(*author.name)].casefold() for byline in authors for author in byline.authors
    }
    for block in blocks:
        if block.role is None and bylines.is_biography(text, block.start, block.end, names):
            block.role = BlockRole.NOTE


def _last(blocks: Sequence[Block]) -> range:
    """The short lines behind the last paragraph."""
    end = len(blocks)
    first = end
    while first > max(1, end - 6) and not blocks[first - 1].prose:
        first -= 1
    return range(first, end)


def _is_name_line(text: str, blocks: Sequence[Block], i: int, top: int, pack: LanguagePack) -> bool:
    """Whether a line is a byline without "By": a name right below the headline, or beside a stamp."""
    block = blocks[i]
    if (
        i == top
        or block.role not in {None, BlockRole.TIMESTAMP}
        or block.words > _BYLINE
        or not (
            bylines.is_name(text, block.start, block.end, pack)
            or bylines.is_signature(text, block.start, block.end, pack)
        )
    ):
        return False
    beside = {blocks[j].role for j in (i - 1, i + 1, i + 2) if 0 <= j < len(blocks)}
    parted = (
        block.role is BlockRole.TIMESTAMP
        or BlockRole.TIMESTAMP in beside
        or (i > top and BlockRole.SOCIAL in beside)
    )
    return i == top + 1 or parted
