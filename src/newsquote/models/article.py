"""The article as a whole, and what ``parse_many`` takes and gives in its place.

In: the values of the other files. Out: ``Article``, ``Source``, ``ParseFailure``. Why: one value
holds all that was found in one text, with the questions that take several of its parts to answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote.models.given import NO_META, Meta, day_of, id_of
from newsquote.models.people import SourceCount
from newsquote.models.span import Span, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from newsquote.models.given import Scalar
    from newsquote.models.page import (
        Block,
        Body,
        Byline,
        Credit,
        Dateline,
        Headline,
        Note,
        Paragraph,
        RelatedList,
    )
    from newsquote.models.people import Speaker
    from newsquote.models.quotes import NoComment, Quote, Rejected

__all__ = ["Article", "ParseFailure", "Source"]


def _meta(fields: Mapping[str, Scalar] | None) -> Mapping[str, Scalar]:
    """The fields as they are kept."""
    return fields if isinstance(fields, Meta) else Meta(fields)


def _id(value: str | int | None) -> str | int | None:
    """An id as it is kept."""
    return id_of(value)  # type: ignore[return-value]


def _published(value: date | datetime | str | None) -> date | datetime | str | None:
    """A day that can be read as one; what cannot stays what it is, for the note that says so."""
    day = day_of(value)
    return value if day.complaint else day.value


@attrs.frozen(kw_only=True)
class Article:
    r"""A news article, read.

    >>> import newsquote
    >>> said = '"We fought for it," said Mayor Ann Lee. She said talks had failed.'
    >>> article = newsquote.parse(f'Mill to close\n\n{said}\n')
    >>> article.headline.text
    'Mill to close'
    >>> [(quote.words, quote.speaker.name) for quote in article.quotes]
    [('We fought for it', 'Ann Lee'), ('talks had failed', 'Ann Lee')]
    """

    text: str
    id: str | int | None = None
    headline: Headline | None = None
    bylines: tuple[Byline, ...] = ()
    dateline: Dateline | None = None
    published: date | datetime | None = None
    blocks: tuple[Block, ...] = ()
    body: Body
    quotes: tuple[Quote, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    credits: tuple[Credit, ...] = ()
    related: tuple[RelatedList, ...] = ()
    no_comments: tuple[NoComment, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    notes: tuple[Note, ...] = ()
    meta: Mapping[str, Scalar] = attrs.field(default=NO_META, converter=_meta)

    def __repr__(self) -> str:
        title = shortened(self.headline.text) if self.headline else "without headline"
        paragraphs, quotes, speakers = map(len, (self.paragraphs, self.quotes, self.speakers))
        return f"<Article {title}: {paragraphs} paragraphs, {quotes} quotes, {speakers} speakers>"

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The body's paragraphs."""
        return self.body.paragraphs

    def quotes_at(self, place: int | Span) -> tuple[Quote, ...]:
        """The quotes with a part at a place in the text, the innermost last.

        A quote inside another stands behind its ``parent``. The words between two parts of a split
        quotation, such as its cue, belong to no part.

        :param place: an index of ``text``, from 0, that a part holds; or a span with which a part
            has a code point in common.
        :raises IndexError: if the text has no such place; a negative index does not count from the
            end.

        >>> import newsquote
        >>> article = newsquote.parse('"Yes, we agree," said Ann Lee. "No, we do not," said Bo Ek.')
        >>> [quote.words for quote in article.quotes_at(article.text.index("agree"))]
        ['Yes, we agree']
        >>> article.quotes_at(article.text.index("said"))
        ()
        """
        length = len(self.text)
        if isinstance(place, Span):
            start, end = place
            is_there = end <= length
        else:
            start, end = place, place + 1
            is_there = 0 <= start < length
        if not is_there:
            msg = f"{place!r} is not in the text, which has {length} characters"
            raise IndexError(msg)
        return tuple(
            quote
            for quote in self.quotes
            if any(max(part.span.start, start) < min(part.span.end, end) for part in quote.parts)
        )

    def quotes_by(self, speaker: Speaker | str) -> tuple[Quote, ...]:
        """The quotes of one speaker, alone or as a member of several, in text order.

        :param speaker: one of ``article.speakers``, or a speaker's name.

        >>> import newsquote
        >>> article = newsquote.parse('"Yes, we agree," said Ann Lee. "No, we do not," said Bo Ek.')
        >>> [quote.words for quote in article.quotes_by("Bo Ek")]
        ['No, we do not']
        """
        known: dict[int, bool] = {}
        return tuple(
            quote
            for quote in self.quotes
            if quote.speaker is not None and _speaks_in(quote.speaker, speaker, known)
        )

    def sources(self) -> tuple[SourceCount, ...]:
        """How often each speaker is quoted: the numbers of quotes and of quoted words.

        Every speaker with at least one quote is given, in the order of ``speakers``.
        What several say together is counted once, for them together.

        >>> import newsquote
        >>> article = newsquote.parse('"Yes, we agree," said Ann Lee. "No, we do not," said Bo Ek.')
        >>> [(row.name, row.quotes, row.words) for row in article.sources()]
        [('Ann Lee', 1, 3), ('Bo Ek', 1, 4)]
        """
        said: dict[Speaker, list[Quote]] = {}
        for quote in self.quotes:
            if quote.speaker is not None:
                said.setdefault(quote.speaker, []).append(quote)
        return tuple(
            SourceCount(
                speaker=speaker,
                name=speaker.name,
                role=speaker.role,
                affiliation=speaker.affiliation,
                quotes=len(said[speaker]),
                words=sum(len(quote.words.split()) for quote in said[speaker]),
            )
            for speaker in self.speakers
            if speaker in said
        )


def _speaks_in(speaker: Speaker, wanted: Speaker | str, known: dict[int, bool]) -> bool:
    """Whether a speaker, or a member of it, is the one that is wanted.

    :param known: the answers so far, by the ids of speakers: each has many quotes, and may be a
        member of many.
    """
    answer = known.get(id(speaker))
    if answer is None:
        answer = speaker.name == wanted if isinstance(wanted, str) else speaker == wanted
        answer = answer or any(_speaks_in(member, wanted, known) for member in speaker.members)
        known[id(speaker)] = answer
    return answer


@attrs.frozen(kw_only=True)
class Source:
    """One article to be read by ``parse_many``: the text with what the caller knows of it.

    :param text: the plain text, whole.
    :param id: the caller's name or number for it; it comes back as ``article.id``.
    :param published: when it was published: a date, a datetime or an ISO string. What says nothing
        (NaN, NaT, an empty string) is None. An article whose day cannot be read is read without
        one, and has the note ``unread-date``.
    :param meta: what else is known of it, such as its publisher: names with strings, numbers, True,
        False or None. It comes back as ``article.meta``, and is in the rows of its tables.
    :raises TypeError: if ``meta`` is no such mapping.

    >>> import newsquote
    >>> source = Source(text="Mill to close", published="2026-03-04", meta={"publisher": "Post"})
    >>> article = next(newsquote.parse_many([source]))
    >>> article.published, article.meta["publisher"]
    (datetime.date(2026, 3, 4), 'Post')
    """

    text: str
    id: str | int | None = attrs.field(default=None, converter=_id)
    published: date | datetime | str | None = attrs.field(default=None, converter=_published)
    meta: Mapping[str, Scalar] = attrs.field(default=NO_META, converter=_meta)


@attrs.frozen(kw_only=True)
class ParseFailure:
    """What ``parse_many(..., on_error="yield")`` gives in place of an article.

    :param index: the item's place among those that were given, from 0.
    :param id: its id, if it had one.
    :param error: what was raised.
    """

    index: int
    id: str | int | None
    error: Exception = attrs.field(eq=repr)
