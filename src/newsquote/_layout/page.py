"""Lines -> the page. (Being written.)"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._layout.records import BlockRecord, HeadlineRecord, Layout, ParagraphRecord
from newsquote.kinds import BlockRole, ParagraphKind

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from newsquote._text.lines import Line
    from newsquote._text.notes import Notes
    from newsquote.lang import LanguagePack

__all__ = ["read"]


def read(
    text: str, lines: Sequence[Line], pack: LanguagePack, notes: Notes, published: datetime.date | None
) -> Layout:
    """The layout of a text."""
    blocks = [BlockRecord(range=(line.start, line.end), role=BlockRole.BODY) for line in lines]
    first = 1 if len(lines) > 1 and not text[lines[0].start : lines[0].end].endswith((".", "”", '"')) else 0
    headline = None
    if first:
        blocks[0].role = BlockRole.HEADLINE
        headline = HeadlineRecord(range=blocks[0].range)
    return Layout(blocks=blocks, paragraphs=[ParagraphRecord(range=b.range, kind=ParagraphKind.TEXT) for b in blocks[first:]], headline=headline)
