"""A page that is judged -> records.

In: a page with a verdict on every line. Out: the records that other rooms read, and notes on what
is odd about the page. Why: what the passes work on stays inside this room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._page.judges.paragraphs import NOTHING_AGAINST, kind_of_paragraph
from newsquote._page.records import BlockRecord, PageReading, ParagraphRecord
from newsquote._page.verdicts import Judge
from newsquote.kinds import BlockRole, NoteCode, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsquote._page.line import Line
    from newsquote._page.page import Page
    from newsquote._text.notes import Notes
    from newsquote._text.ranges import Chars

__all__ = ["kind_of_line", "note_oddities", "page_reading"]

_WEIGHED = frozenset({Judge.LINE_WEIGHTS, Judge.PARAGRAPH})
"""The judges of the lines that no other judge took."""
_SEAM = (BlockRole.HEADING, BlockRole.BYLINE, BlockRole.BODY)
"""The roles of the lines with which another article begins below a story."""


def page_reading(page: Page) -> PageReading:
    """The page as records."""
    dateline_date = page.dateline.date if page.dateline else None
    blocks = tuple([_block_of(line) for line in page.lines])
    kinds = _kinds_of_paragraphs(page)
    return PageReading(
        blocks=blocks,
        paragraphs=tuple([ParagraphRecord(blocks[i].range, kind) for i, kind in kinds]),
        headline=page.headline,
        bylines=page.bylines,
        dateline=page.dateline,
        credits=tuple(page.credits),
        related=tuple(page.related),
        published=page.printed_date or dateline_date,
    )


def _block_of(line: Line) -> BlockRecord:
    verdict = line.verdict or NOTHING_AGAINST
    weighed = line.weighed if verdict.judge in _WEIGHED else None
    return BlockRecord(line.chars, verdict, line.overruled, weighed)


def kind_of_line(line: Line) -> ParagraphKind | None:
    """What kind of paragraph a line is by the verdict on it, captions aside."""
    return None if line.verdict is None else kind_of_paragraph(line.verdict)


def _kinds_of_paragraphs(page: Page) -> Iterator[tuple[int, ParagraphKind]]:
    """The lines that are paragraphs of the story, or captions in it, and what kind each is."""
    for i, line in enumerate(page.lines):
        kind = kind_of_line(line)
        if line.role is BlockRole.CAPTION and i >= page.below_headline:
            kind = ParagraphKind.CAPTION
        if kind is not None:
            yield i, kind


def note_oddities(page: Page, notes: Notes) -> None:
    """Note what is odd about a page."""
    if next(_kinds_of_paragraphs(page), None) is None:
        notes.add_note(NoteCode.NO_TEXT, None, "the text has no paragraph of a story")
    if page.headline is None:
        notes.add_note(NoteCode.NO_HEADLINE, None, "no line was taken for a headline")
    seam = _find_seam(page.lines)
    if seam is not None:
        detail = "a heading with a byline of its own: another article may begin here"
        notes.add_note(NoteCode.SECOND_ARTICLE, seam, detail)


def _find_seam(lines: Sequence[Line]) -> Chars | None:
    """The heading of another article below the story, if there is one."""
    behind_story = False
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        behind_story = behind_story or above.role is BlockRole.BODY
        if behind_story and (above.role, line.role, below.role) == _SEAM:
            return above.chars
    return None
