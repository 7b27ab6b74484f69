"""What the page's room hands over: plain records, ranges into the caller's text.

In: nothing. Out: record classes. Why: rooms build no public values; the one place that does reads these. They have no ``repr``, which would cost
half of what it takes to make such a class when the package is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    import datetime

    from newsquote.kinds import BlockRole, CreditKind, ParagraphKind

__all__ = [
    "AuthorRecord",
    "BlockRecord",
    "BylineRecord",
    "CreditRecord",
    "DatelineRecord",
    "HeadlineRecord",
    "Layout",
    "ParagraphRecord",
    "Range",
    "RelatedRecord",
    "StoryRecord",
]

Range = tuple[int, int]
"""(start, end) in code points of the caller's text, half-open."""


@attrs.define(eq=False, repr=False, kw_only=True)
class HeadlineRecord:
    range: Range
    words: int
    """Where its own words begin, behind a label that is printed as part of it."""
    kicker: Range | None = None
    subheadline: Range | None = None


@attrs.define(eq=False, repr=False, kw_only=True)
class AuthorRecord:
    name: Range
    role: Range | None = None
    affiliation: Range | None = None
    location: Range | None = None
    email: Range | None = None
    handle: Range | None = None


@attrs.define(eq=False, repr=False, kw_only=True)
class BylineRecord:
    range: Range
    authors: list[AuthorRecord] = attrs.field(factory=list)
    agencies: list[Range] = attrs.field(factory=list)


@attrs.define(eq=False, repr=False, kw_only=True)
class DatelineRecord:
    range: Range
    """From the first letter to behind the dash, without the blank behind it."""
    place: Range | None = None
    agency: Range | None = None
    date_text: Range | None = None
    date: datetime.date | None = None


@attrs.define(eq=False, repr=False, kw_only=True)
class CreditRecord:
    range: Range
    kind: CreditKind
    agencies: list[Range] = attrs.field(factory=list)
    people: list[Range] = attrs.field(factory=list)


@attrs.define(eq=False, repr=False, kw_only=True)
class StoryRecord:
    range: Range
    """The title alone, without bullet, label, time and url."""
    url: Range | None = None


@attrs.define(eq=False, repr=False, kw_only=True)
class RelatedRecord:
    range: Range
    """The hull of heading and items."""
    heading: Range | None = None
    items: list[StoryRecord] = attrs.field(factory=list)


@attrs.define(eq=False, repr=False, kw_only=True)
class BlockRecord:
    range: Range
    """One or more whole lines, without the blanks at either end."""
    role: BlockRole


@attrs.define(eq=False, repr=False, kw_only=True)
class ParagraphRecord:
    range: Range
    kind: ParagraphKind


@attrs.define(eq=False, repr=False, kw_only=True)
class Layout:
    """The whole page. The blocks cover every line that is not blank, each once, in order; the paragraphs are the story's."""

    blocks: list[BlockRecord]
    paragraphs: list[ParagraphRecord]
    headline: HeadlineRecord | None = None
    bylines: list[BylineRecord] = attrs.field(factory=list)
    dateline: DatelineRecord | None = None
    credits: list[CreditRecord] = attrs.field(factory=list)
    related: list[RelatedRecord] = attrs.field(factory=list)
    published: datetime.date | datetime.datetime | None = None
    """What a stamp or the dateline says of the date, where the caller gave none."""

    def reading_order(self, text: str) -> tuple[list[Range], int | None]:
        """The ranges of headline and paragraphs as they stand in the text, and which of them is the headline."""
        ranges = self._story(text)
        if self.headline is None:
            return ranges, None
        above = sum(1 for found in ranges if found < self.headline.range)
        return [
            *ranges[:above],
            (self.headline.words, self.headline.range[1]),
            *ranges[above:],
        ], above

    def _story(self, text: str) -> list[Range]:
        """The ranges of the paragraphs, without the dateline: nobody says it."""
        cut = self.dateline.range if self.dateline else (0, 0)
        ranges = []
        for paragraph in self.paragraphs:
            start, end = paragraph.range
            if start <= cut[0] < cut[1] <= end:
                start = end - len(text[cut[1] : end].lstrip())
            ranges.append((start, end))
        return ranges
