"""What reading a page gives.

In: nothing. Out: the values of this extra. Why: they are all that a caller sees of it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Literal

import attrs

from newsquote.extras.html.places import is_blank
from newsquote.models import Source, Span

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Field", "Origin", "Page", "RelatedLink", "Statement", "WholePage"]

Field = Literal["title", "authors", "published", "site"]


@attrs.frozen(kw_only=True)
class Page:
    """A page that was read.

    ``text`` is the article's plain text, a blank line between its blocks; ``title``, ``authors``
    and ``published`` are what the page says of itself, where it does.
    """

    html: str = attrs.field(repr=False)
    text: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    _places: tuple[Span | None, ...] = attrs.field(repr=False)

    def place(self, span: Span) -> Span | None:
        """Where a span of the text stands in the page's source, tags inside it included.

        :param span: a span of ``text``.
        :return: a span of ``html``; None if any character of it but blanks was not found there, or
            if there is none.
        """
        found = self.pieces(span)
        return Span(found[0].start, found[-1].end) if found else None

    def pieces(self, span: Span) -> tuple[Span, ...]:
        """The same without what stands between, such as a marker would be put around.

        There is a piece for each run that no tag interrupts.

        :param span: a span of ``text``.
        :return: spans of ``html``, in order; none where ``place`` is None.
        """
        pieces: list[Span] = []
        for char, place in zip(self.text[span.slice], self._places[span.slice], strict=True):
            if is_blank(char):
                continue
            if place is None:
                return ()
            if pieces and not self.html[pieces[-1].end : place.start].strip():
                pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, place.end))
            else:
                pieces.append(place)
        return tuple(pieces)

    def source(self, id: str | None = None) -> Source:  # noqa: A002 - as Source has it
        """What ``parse_many`` takes.

        :param id: the article's name.
        :return: the text with the day that the page gives.
        """
        return Source(text=self.text, id=id, published=self.published)


class Origin(StrEnum):
    """Where a page says something of itself.

    ``json-ld``: linked data in the vocabulary of schema.org. ``meta``: a tag in its head.
    ``markup``: what is printed, by the element that it stands in. ``trafilatura``: what that
    library made out where the page says nothing of the kind.
    """

    JSON_LD = "json-ld"
    META = "meta"
    MARKUP = "markup"
    TRAFILATURA = "trafilatura"


@attrs.frozen(kw_only=True)
class Statement:
    """One thing that a page says of itself.

    :param field: what it is about: ``"title"``, ``"authors"``, ``"published"`` or ``"site"``.
    :param value: what it says: one author in each, a title without the name of the site, a date
        as it stands there.
    :param origin: the kind of place where it says so.
    :param key: the place: ``"NewsArticle.headline"``, ``"og:title"``, ``"h1"``.
    """

    field: Field
    value: str
    origin: Origin
    key: str


@attrs.frozen(kw_only=True)
class RelatedLink:
    """A link to another story.

    :param title: its words.
    :param url: where it leads, whole where the page says its own address.
    :param heading: the words above it, such as "Related stories".
    """

    title: str
    url: str
    heading: str


@attrs.frozen(kw_only=True)
class WholePage(Page):
    """A page that was read with all that belongs to its article: ``read_page(..., whole=True)``.

    ``text`` begins with headline, byline and date, and ends with the lists of related stories.
    ``site`` is the name of the site, ``related`` has the related stories with their addresses, and
    ``statements`` everything that the page says of these, what was used before what was not.
    """

    site: str | None = None
    related: tuple[RelatedLink, ...] = ()
    statements: tuple[Statement, ...] = attrs.field(default=(), repr=False)

    def stated(self, field: Field) -> tuple[Statement, ...]:
        """Where the page says what one of its fields has.

        :param field: ``"title"``, ``"authors"``, ``"published"`` or ``"site"``.
        :return: the statements whose values the field has: several for several authors, none
            where the field is empty.
        """
        about = [one for one in self.statements if one.field == field]
        return tuple(
            one for one in about if (one.origin, one.key) == (about[0].origin, about[0].key)
        )
