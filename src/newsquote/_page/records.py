"""What the page's room hands over: plain records, ranges into the caller's text.

In: nothing. Out: record classes. Why: rooms build no public values; the one place that does reads
these. They have no ``repr``, which would cost half of what it takes to make such a class when the
package is loaded; those that there are many of are tuples.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    import datetime

    from newsquote._page.verdicts import Verdict
    from newsquote._page.weighed import Weighed
    from newsquote.kinds import BlockRole, CreditKind, ParagraphKind

__all__ = [
    "AuthorRecord",
    "BlockRecord",
    "BylineRecord",
    "CreditRecord",
    "DatelineRecord",
    "HeadlineRecord",
    "PageReading",
    "ParagraphRecord",
    "RelatedRecord",
    "StoryRecord",
]


@attrs.frozen(eq=False, repr=False, kw_only=True)
class HeadlineRecord:
    """The headline, without the desk's mark before it and the outlet behind it."""

    range: Chars
    words: int
    """Where its own words begin, behind a label that is printed as part of it."""
    kicker: Chars | None = None
    subheadline: Chars | None = None


@attrs.frozen(eq=False, repr=False, kw_only=True)
class AuthorRecord:
    """A person in a byline or a credit, and what is printed beside the name."""

    name: Chars
    role: Chars | None = None
    affiliation: Chars | None = None
    location: Chars | None = None
    email: Chars | None = None
    handle: Chars | None = None


@attrs.frozen(eq=False, repr=False, kw_only=True)
class BylineRecord:
    """A byline."""

    range: Chars
    authors: tuple[AuthorRecord, ...] = ()
    agencies: tuple[Chars, ...] = ()


@attrs.frozen(eq=False, repr=False, kw_only=True)
class DatelineRecord:
    """A dateline."""

    range: Chars
    """From the first letter to behind the dash, without the blank behind it."""
    place: Chars | None = None
    agency: Chars | None = None
    date_text: Chars | None = None
    date: datetime.date | None = None


@attrs.frozen(eq=False, repr=False, kw_only=True)
class CreditRecord:
    """A credit, a copyright line, or a line that says how somebody is reached."""

    range: Chars
    kind: CreditKind
    agencies: tuple[Chars, ...] = ()
    people: tuple[Chars, ...] = ()


@attrs.frozen(eq=False, repr=False, kw_only=True)
class StoryRecord:
    """Another story that the page names."""

    range: Chars
    """The title alone, without bullet, label, time and url."""
    url: Chars | None = None


@attrs.frozen(eq=False, repr=False, kw_only=True)
class RelatedRecord:
    """A list of other stories."""

    range: Chars
    """The hull of heading and items."""
    heading: Chars | None = None
    items: tuple[StoryRecord, ...] = ()


class BlockRecord(NamedTuple):
    """A line of the page, or several that hard-wrapping parted, and what it is."""

    range: Chars
    """Without the blanks at either end."""
    verdict: Verdict
    overruled: Verdict | None
    """The verdict that the last one replaced."""
    weighed: Weighed | None = None
    """What all lines weighed together say of it, where no judge knew more."""

    @property
    def role(self) -> BlockRole:
        """What it is."""
        return self.verdict.role


class ParagraphRecord(NamedTuple):
    """A paragraph of the story, or a caption in it."""

    range: Chars
    kind: ParagraphKind


@attrs.frozen(eq=False, repr=False, kw_only=True)
class PageReading:
    """The whole page.

    The blocks cover every line that is not blank, each once, in order; the paragraphs are the
    story's.
    """

    blocks: tuple[BlockRecord, ...] = ()
    paragraphs: tuple[ParagraphRecord, ...] = ()
    headline: HeadlineRecord | None = None
    bylines: tuple[BylineRecord, ...] = ()
    dateline: DatelineRecord | None = None
    credits: tuple[CreditRecord, ...] = ()
    related: tuple[RelatedRecord, ...] = ()
    published: datetime.date | None = None
    """What a stamp or the dateline says of the date, where the caller gave none."""

    def reading_order(self, text: str) -> tuple[list[Chars], int | None]:
        """What is read for quotes, as it stands in the text: headline and paragraphs.

        :return: the ranges, and which of them is the headline.
        """
        ranges = self._ranges_without_dateline(text)
        if self.headline is None:
            return ranges, None
        above = sum(1 for found in ranges if found < self.headline.range)
        ranges.insert(above, Chars(self.headline.words, self.headline.range.end))
        return ranges, above

    def _ranges_without_dateline(self, text: str) -> list[Chars]:
        """The ranges of the paragraphs, without the dateline: nobody says it."""
        dateline = self.dateline.range if self.dateline else Chars(0, 0)
        ranges = []
        for paragraph in self.paragraphs:
            where = paragraph.range
            start, end = where
            if start <= dateline.start < dateline.end <= end:
                where = Chars(end - len(text[dateline.end : end].lstrip()), end)
            ranges.append(where)
        return ranges
