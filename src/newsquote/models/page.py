"""The parts of the page: headline, bylines, dateline, body, credits, related stories, notes.

In: plain values. Out: one class for each part. Why: a part of the page is known by its place and
its text, and has nothing to do with who said what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote.models.span import shortened

if TYPE_CHECKING:
    from datetime import date

    from newsquote.kinds import BlockRole, CreditKind, NoteCode, ParagraphKind
    from newsquote.models.span import Span

__all__ = [
    "Author",
    "Block",
    "Body",
    "Byline",
    "Credit",
    "Dateline",
    "Headline",
    "Note",
    "Paragraph",
    "RelatedList",
    "RelatedStory",
]


@attrs.frozen(kw_only=True)
class Headline:
    """The headline, without subheadline and the name of the site.

    ``kicker`` is the label in front. A desk's mark ("UPDATE 2-", "BREAKING:") or a section before a
    bar stands outside ``span``; a label printed as part of the headline ("Factbox: ...") stands
    inside it.
    """

    text: str
    span: Span
    kicker: str | None = None
    kicker_span: Span | None = None
    subheadline: str | None = None
    subheadline_span: Span | None = None

    def __repr__(self) -> str:
        return f"<Headline {shortened(self.text)}>"


@attrs.frozen(kw_only=True)
class Author:
    """One person or desk of a byline."""

    name: str
    name_span: Span | None = None
    role: str | None = None
    role_span: Span | None = None
    affiliation: str | None = None
    affiliation_span: Span | None = None
    location: str | None = None
    location_span: Span | None = None
    email: str | None = None
    email_span: Span | None = None
    handle: str | None = None
    handle_span: Span | None = None

    def __repr__(self) -> str:
        return f"<Author {shortened(self.name)}>"


@attrs.frozen(kw_only=True)
class Byline:
    """A byline: the raw text, the authors in it, and the agencies (never persons) in it."""

    text: str
    span: Span
    authors: tuple[Author, ...] = ()
    agencies: tuple[str, ...] = ()
    agency_spans: tuple[Span, ...] = ()

    def __repr__(self) -> str:
        return f"<Byline {shortened(self.text)}>"


@attrs.frozen(kw_only=True)
class Dateline:
    """The place, agency and date in front of the first paragraph, up to and with the dash."""

    text: str
    span: Span
    place: str | None = None
    place_span: Span | None = None
    agency: str | None = None
    agency_span: Span | None = None
    date_text: str | None = None
    date_text_span: Span | None = None
    date: date | None = None

    def __repr__(self) -> str:
        return f"<Dateline {shortened(self.text)}>"


@attrs.frozen(kw_only=True)
class Block:
    """One or more whole lines with one role.

    The blocks of an article cover every line that is not blank, each line once.
    """

    text: str
    span: Span
    role: BlockRole

    def __repr__(self) -> str:
        return f"<Block {self.role.value} {self.span.start}-{self.span.end}>"


@attrs.frozen(kw_only=True)
class Paragraph:
    """A paragraph of the body; a dateline in front belongs to it."""

    text: str
    span: Span
    kind: ParagraphKind

    def __repr__(self) -> str:
        return f"<Paragraph {self.kind.value} {shortened(self.text)}>"


@attrs.frozen(kw_only=True)
class Body:
    """The story without the furniture.

    ``span`` is the hull of the paragraphs, None where there is none. ``text_spans`` are the
    paragraphs without the dateline, and ``text`` is what stands there, joined by blank lines.
    """

    span: Span | None
    paragraphs: tuple[Paragraph, ...]
    text_spans: tuple[Span, ...]
    text: str

    def __repr__(self) -> str:
        return f"<Body of {len(self.paragraphs)} paragraphs>"


@attrs.frozen(kw_only=True)
class Credit:
    """A line that says who else worked on the story or where it comes from."""

    text: str
    span: Span
    kind: CreditKind
    agencies: tuple[str, ...] = ()
    agency_spans: tuple[Span, ...] = ()
    people: tuple[str, ...] = ()
    people_spans: tuple[Span, ...] = ()

    def __repr__(self) -> str:
        return f"<Credit {self.kind.value} {shortened(self.text)}>"


@attrs.frozen(kw_only=True)
class RelatedStory:
    """One title of a related list; the span is the title's, without bullet and label."""

    title: str
    span: Span
    url: str | None = None
    url_span: Span | None = None

    def __repr__(self) -> str:
        return f"<RelatedStory {shortened(self.title)}>"


@attrs.frozen(kw_only=True)
class RelatedList:
    """Titles of other stories, with the heading above them; the span covers both."""

    heading: str | None = None
    heading_span: Span | None = None
    span: Span
    items: tuple[RelatedStory, ...]

    def __repr__(self) -> str:
        return f"<RelatedList of {len(self.items)}>"


@attrs.frozen(kw_only=True)
class Note:
    """Something about the text or its reading that a careful user wants to know.

    ``span`` is None where it is about the whole.
    """

    code: NoteCode
    span: Span | None
    detail: str

    def __repr__(self) -> str:
        return f"<Note {self.code.value}>"
