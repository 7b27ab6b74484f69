"""Lines -> the page.

In: a text, its lines, a language pack, and the day of publication if it is known. Out: the layout: every line in a block with a role, and
headline, bylines, dateline, paragraphs, credits and related stories. Why: this file is the room's table of contents; the judgements are made
in the files it names.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from newsquote._layout import blocks as grouping
from newsquote._layout import bylines, captions, datelines, extent, headlines, phrases, related, roles, stamps
from newsquote._layout.records import BlockRecord, Layout, ParagraphRecord
from newsquote.kinds import BlockRole, NoteCode, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._layout.blocks import Block
    from newsquote._layout.records import BylineRecord, DatelineRecord, HeadlineRecord
    from newsquote._text.lines import Line
    from newsquote._text.notes import Notes
    from newsquote.lang import LanguagePack

__all__ = ["read"]

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
_LEADS = 4
"""In so many paragraphs a dateline is looked for: corrections may come first."""


def read(text: str, lines: Sequence[Line], pack: LanguagePack, notes: Notes, published: datetime.date | datetime.datetime | None) -> Layout:
    """The layout of a text.

    :param lines: its lines that are not blank.
    :param notes: takes what is odd about the page.
    :param published: when it was published, if the caller knows; dates without a year are read near it.
    """
    blocks = grouping.group(text, lines)
    if not blocks:
        notes.add(NoteCode.NO_TEXT, None, "the text is empty")
        return Layout(blocks=[], paragraphs=[])
    _mark_bylines(text, blocks, pack)
    contributions = roles.by_words(text, blocks, pack)
    roles.spread(text, blocks, pack)
    top = headlines.find(text, blocks, headlines.lead(text, blocks, pack), pack)
    captions.mark_beside(text, blocks, 0 if top is None else top + 1, pack)
    start = headlines.lead(text, blocks, pack, 0 if top is None else top + 1)
    headline = _headline(text, blocks, top, pack)
    authors = _bylines(text, blocks, top, start, pack)
    _notes_on_authors(text, blocks[start + 1 :], authors)
    last, end = extent.ends(text, blocks, start, pack)
    stories = related.find(text, blocks, 0 if top is None else top + 1, (start, last, end), pack)
    roles.by_place(text, blocks, top, start, end)
    _subheadline(blocks, top, headline)
    printed = _published(text, blocks, top, start, pack)
    dateline = _dateline(text, blocks, pack, _day(published) or printed)
    _note(blocks, headline, notes)
    return Layout(
        blocks=[BlockRecord(range=(block.start, block.end), role=block.role or BlockRole.BODY) for block in blocks],
        paragraphs=[ParagraphRecord(range=(block.start, block.end), kind=block.kind) for block in blocks if block.kind is not None],
        headline=headline,
        bylines=authors,
        dateline=dateline,
        credits=contributions,
        related=stories,
        published=printed or (dateline.date if dateline else None),
    )


def _headline(text: str, blocks: Sequence[Block], top: int | None, pack: LanguagePack) -> HeadlineRecord | None:
    if top is None:
        return None
    blocks[top].role = BlockRole.HEADLINE
    return headlines.read(text, blocks[top].start, blocks[top].end, pack)


def _subheadline(blocks: Sequence[Block], top: int | None, headline: HeadlineRecord | None) -> None:
    if top is not None and headline is not None:
        below = next((block for block in blocks[top + 1 : top + 3] if block.role is BlockRole.SUBHEADLINE), None)
        headline.subheadline = None if below is None else (below.start, below.end)


def _mark_bylines(text: str, blocks: Sequence[Block], pack: LanguagePack) -> None:
    """Mark the lines near the top that open as bylines do, so that the search for headline and running text knows them."""
    prose = False
    for i, (block, above) in enumerate(zip(blocks[:_TOP], [None, *blocks[:_TOP]], strict=False)):
        if block.bullet or block.words > _BYLINE or (i > _ABOUT and _opens_credit(text, block, pack)):
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
    return openers.may_open(text, block.start, block.end) and openers.at_start(text, phrases.head(text, block.start, block.end)) is not None


def _bylines(text: str, blocks: Sequence[Block], top: int | None, start: int, pack: LanguagePack) -> list[BylineRecord]:
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
        chosen = sorted([*[i for i in below if _is_name_line(text, blocks, i, top, pack)][:1], *chosen])
    if not chosen:
        chosen = [i for i in _last(blocks) if blocks[i].role is None and bylines.is_byline(text, blocks[i].start, blocks[i].end, pack)][:1]
    found = []
    for i in chosen:
        record = bylines.read(text, blocks[i].start, blocks[i].end, pack)
        if record is not None:
            blocks[i].role = BlockRole.BYLINE
            found.append(record)
    return found


def _notes_on_authors(text: str, blocks: Sequence[Block], authors: Sequence[BylineRecord]) -> None:
    """Mark the lines below the story that say who its author is."""
    names = {text[slice(*author.name)].casefold() for byline in authors for author in byline.authors}
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
        or not (bylines.is_name(text, block.start, block.end, pack) or bylines.is_signature(text, block.start, block.end, pack))
    ):
        return False
    beside = {blocks[j].role for j in (i - 1, i + 1, i + 2) if 0 <= j < len(blocks)}
    parted = block.role is BlockRole.TIMESTAMP or BlockRole.TIMESTAMP in beside or (i > top and BlockRole.SOCIAL in beside)
    return i == top + 1 or parted


def _published(text: str, blocks: Sequence[Block], top: int | None, start: int, pack: LanguagePack) -> datetime.date | None:
    """The day that a stamp or a byline near the headline says, or one below the story that says what it is."""
    first = max(0, (0 if top is None else top) - 3)
    for block in blocks[first : min(len(blocks), start + 1, first + 3 + _ABOUT)]:
        if block.role in {BlockRole.TIMESTAMP, BlockRole.BYLINE}:
            day = stamps.date_in(text, block.start, block.end, pack)
            if day is not None:
                return day
    below = (block for block in blocks[start + 1 :] if block.role is BlockRole.TIMESTAMP)
    days = (stamps.date_in(text, block.start, block.end, pack) for block in below if stamps.says_what(text, block.start, block.end, pack))
    return next((day for day in days if day is not None), None)


def _day(published: datetime.date | datetime.datetime | None) -> datetime.date | None:
    return published.date() if isinstance(published, datetime.datetime) else published


def _dateline(text: str, blocks: list[Block], pack: LanguagePack, near: datetime.date | None) -> DatelineRecord | None:
    """The dateline of the first paragraphs."""
    leads = (i for i, block in enumerate(blocks[:200]) if block.kind in {ParagraphKind.TEXT, ParagraphKind.HEADING})
    for _, i in zip(range(_LEADS), leads, strict=False):
        found = datelines.read(text, blocks[i].start, blocks[i].end, pack, near)
        if found is not None:
            if datelines.stands_alone(found, blocks[i].end) and i + 1 < len(blocks) and blocks[i + 1].kind is ParagraphKind.TEXT:
                blocks[i].kind, blocks[i].role, blocks[i].end = ParagraphKind.TEXT, BlockRole.BODY, blocks[i + 1].end
                del blocks[i + 1]
            return found
    return None


def _note(blocks: Sequence[Block], headline: HeadlineRecord | None, notes: Notes) -> None:
    if not any(block.kind is not None for block in blocks):
        notes.add(NoteCode.NO_TEXT, None, "the text has no paragraph of a story")
    if headline is None:
        notes.add(NoteCode.NO_HEADLINE, None, "no line was taken for a headline")
