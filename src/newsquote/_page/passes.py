"""Lines -> the page.

In: a text, its lines, a language pack, and the day of publication if it is known. Out: the layout: every line in a block with a role, and
headline, bylines, dateline, paragraphs, credits and related stories. Why: this file is the room's table of contents; the judgements are made
in the files it names.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from newsquote._page import authors as authorship
from newsquote._page import blocks as grouping
from newsquote._page import captions, datelines, extent, headlines, related, roles, stamps
from newsquote._page.records import BlockRecord, Layout, ParagraphRecord
from newsquote.kinds import BlockRole, CreditKind, NoteCode, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.blocks import Block
    from newsquote._page.records import CreditRecord, DatelineRecord, HeadlineRecord
    from newsquote._text.lines import Line
    from newsquote._text.notes import Notes
    from newsquote.lang import LanguagePack

__all__ = ["read_page"]

_ABOUT = 8
"""So many blocks below the headline may say when the story was published."""
_TOP = 100
"""In so many blocks a dateline in pieces is looked for."""
_SEAM = (BlockRole.HEADING, BlockRole.BYLINE, BlockRole.BODY)
"""Where another article begins below a story."""
_LEADS = 4
"""In so many paragraphs a dateline is looked for: corrections may come first."""


def read_page(
    text: str,
    lines: Sequence[Line],
    pack: LanguagePack,
    notes: Notes,
    published: datetime.date | datetime.datetime | None,
) -> Layout:
    """The layout of a text.

    :param lines: its lines that are not blank.
    :param notes: takes what is odd about the page.
    :param published: when it was published, if the caller knows; dates without a year are read near it.
    """
    blocks = grouping.group(text, lines)
    if not blocks:
        notes.add_note(NoteCode.NO_TEXT, None, "the text is empty")
        return Layout(blocks=[], paragraphs=[])
    _join_datelines(text, blocks, pack)
    authorship.mark(text, blocks, pack)
    contributions = roles.by_words(text, blocks, pack)
    roles.spread(text, blocks, pack)
    top = headlines.find(text, blocks, headlines.lead(text, blocks, pack), pack)
    captions.mark_beside(text, blocks, 0 if top is None else top + 1, pack)
    start = headlines.lead(text, blocks, pack, 0 if top is None else top + 1)
    contributions = _without_site(blocks, top, contributions)
    headline = _headline(text, blocks, top, pack)
    authors = authorship.find(text, blocks, top, start, pack)
    authorship.mark_notes(text, blocks[start + 1 :], authors)
    last, end = extent.ends(text, blocks, start, pack)
    stories = related.find(text, blocks, 0 if top is None else top + 1, (start, last, end), pack)
    roles.by_place(text, blocks, top, start, end)
    _subheadline(blocks, top, headline)
    printed = _published(text, blocks, top, start, pack)
    dateline = _dateline(text, blocks, pack, _day(published) or printed)
    _note(blocks, headline, notes)
    return Layout(
        blocks=[
            BlockRecord(range=(block.start, block.end), role=block.role or BlockRole.BODY)
            for block in blocks
        ],
        paragraphs=[
            ParagraphRecord(range=(block.start, block.end), kind=block.kind)
            for block in blocks
            if block.kind is not None
        ],
        headline=headline,
        bylines=authors,
        dateline=dateline,
        credits=contributions,
        related=stories,
        published=printed or (dateline.date if dateline else None),
    )


def _join_datelines(text: str, blocks: list[Block], pack: LanguagePack) -> None:
    """Join a dateline whose pieces stand on lines of their own with the paragraph below it."""
    for i in range(min(len(blocks), _TOP) - 1, 1, -1):
        count = datelines.parts_above(text, blocks, i, pack)
        if count:
            first = blocks[i - count]
            blocks[i - count : i + 1] = [
                grouping.Block(text, first.start, blocks[i].end, first.blanks_above, first.indent)
            ]
            return


def _headline(
    text: str, blocks: Sequence[Block], top: int | None, pack: LanguagePack
) -> HeadlineRecord | None:
    if top is None:
        return None
    blocks[top].role = BlockRole.HEADLINE
    return headlines.read(text, blocks[top].start, blocks[top].end, pack)


def _without_site(
    blocks: Sequence[Block], top: int | None, found: list[CreditRecord]
) -> list[CreditRecord]:
    """The credits without an agency's name above the headline, which there is the site's."""
    names = {block.start: block for block in blocks[: top or 0] if block.role is BlockRole.CREDIT}
    site = {
        credit.range[0]
        for credit in found
        if credit.kind is CreditKind.WIRE_SIGN and credit.range[0] in names
    }
    for start in site:
        names[start].role = BlockRole.NAVIGATION
    return [credit for credit in found if credit.range[0] not in site]


def _subheadline(blocks: Sequence[Block], top: int | None, headline: HeadlineRecord | None) -> None:
    if top is not None and headline is not None:
        below = next(
            (block for block in blocks[top + 1 : top + 3] if block.role is BlockRole.SUBHEADLINE),
            None,
        )
        headline.subheadline = None if below is None else (below.start, below.end)


def _published(
    text: str, blocks: Sequence[Block], top: int | None, start: int, pack: LanguagePack
) -> datetime.date | None:
    """The day that a stamp or a byline near the headline says, or one below the story that says what it is."""
    first = max(0, (0 if top is None else top) - 3)
    for block in blocks[first : min(len(blocks), start + 1, first + 3 + _ABOUT)]:
        if block.role in {BlockRole.TIMESTAMP, BlockRole.BYLINE}:
            day = stamps.date_in(text, block.start, block.end, pack)
            if day is not None:
                return day
    below = (block for block in blocks[start + 1 :] if block.role is BlockRole.TIMESTAMP)
    days = (
        stamps.date_in(text, block.start, block.end, pack)
        for block in below
        if stamps.says_what(text, block.start, block.end, pack)
    )
    return next((day for day in days if day is not None), None)


def _day(published: datetime.date | datetime.datetime | None) -> datetime.date | None:
    return published.date() if isinstance(published, datetime.datetime) else published


def _dateline(
    text: str, blocks: list[Block], pack: LanguagePack, near: datetime.date | None
) -> DatelineRecord | None:
    """The dateline of the first paragraphs."""
    leads = (
        i
        for i, block in enumerate(blocks[:200])
        if block.kind in {ParagraphKind.TEXT, ParagraphKind.HEADING}
    )
    for _, i in zip(range(_LEADS), leads, strict=False):
        found = datelines.read(text, blocks[i].start, blocks[i].end, pack, near)
        if found is not None:
            if (
                datelines.stands_alone(found, blocks[i].end)
                and i + 1 < len(blocks)
                and blocks[i + 1].kind is ParagraphKind.TEXT
            ):
                blocks[i].kind, blocks[i].role, blocks[i].end = (
                    ParagraphKind.TEXT,
                    BlockRole.BODY,
                    blocks[i + 1].end,
                )
                del blocks[i + 1]
            return found
    return None


def _note(blocks: Sequence[Block], headline: HeadlineRecord | None, notes: Notes) -> None:
    if not any(block.kind is not None for block in blocks):
        notes.add_note(NoteCode.NO_TEXT, None, "the text has no paragraph of a story")
    if headline is None:
        notes.add_note(NoteCode.NO_HEADLINE, None, "no line was taken for a headline")
    told = False
    for above, block, below in zip(blocks, blocks[1:], blocks[2:], strict=False):
        told = told or above.role is BlockRole.BODY
        if told and (above.role, block.role, below.role) == _SEAM:
            notes.add_note(
                NoteCode.SECOND_ARTICLE,
                (above.start, above.end),
                "a heading with a byline of its own: another article may begin here",
            )
            return
