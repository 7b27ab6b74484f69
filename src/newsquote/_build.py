"""Private records -> public values.

In: what the rooms found, as one ``Reading``. Out: an ``Article`` and its parts. Why: the one place
that makes public values, so the law that every span slices to its text holds because it is made
that way here and nowhere else: texts are always cut from the caller's string.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import attrs

from newsquote import models
from newsquote._text import dates
from newsquote.models import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names import records as people_records
    from newsquote._page import records as layout_records
    from newsquote._quotes import records as quote_records
    from newsquote._quotes.attribution import CueMention
    from newsquote._text.doc import Doc
    from newsquote._text.notes import NoteRecord
    from newsquote._text.ranges import Chars

__all__ = [
    "Reading",
    "build_article",
    "build_body",
    "build_byline",
    "build_dateline",
    "build_headline",
    "build_related",
]

_DOUBT = 0.2
"""What an entirely doubtful speaker takes from a quote's confidence.

With this share, on articles that the weights had not seen, the confidence is nearest to the share
of quotes whose source is right, and to that of quotes whose speaker is.
"""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Reading:
    """All that was found in a text, and what the caller said of it."""

    text: str
    id: str | int | None
    published: datetime.date | datetime.datetime | None
    layout: layout_records.PageReading
    doc: Doc
    quotes: Sequence[quote_records.QuoteRecord]
    """The quotes that become the article's, each at the same index there."""
    no_comments: Sequence[quote_records.NoCommentRecord]
    rejected: Sequence[quote_records.RejectedRecord]
    headline: int | None
    """Which of the ranges that were read for quotes is the headline; the others are paragraphs."""
    people: people_records.People
    notes: Sequence[NoteRecord]


def build_article(reading: Reading) -> models.Article:
    """The article of a reading."""
    text, layout = reading.text, reading.layout
    speakers = _Speakers(text, reading.people)
    printed = reading.published if reading.published is not None else layout.published
    return models.Article(
        text=text,
        id=reading.id,
        headline=build_headline(text, layout.headline),
        bylines=tuple([build_byline(text, record) for record in layout.bylines]),
        dateline=build_dateline(text, layout.dateline) if layout.dateline else None,
        published=printed,
        blocks=tuple([_block(text, record) for record in layout.blocks]),
        body=build_body(text, layout),
        quotes=_quotes(reading, speakers, printed),
        speakers=speakers.all,
        credits=tuple([_credit(text, record) for record in layout.credits]),
        related=build_related(text, layout.related),
        no_comments=tuple([_no_comment(text, record, speakers) for record in reading.no_comments]),
        rejected=tuple([_rejected(text, record) for record in reading.rejected]),
        notes=tuple([_note(text, record) for record in reading.notes]),
    )


def build_byline(text: str, record: layout_records.BylineRecord) -> models.Byline:
    """A byline with its authors."""
    agencies, agency_spans = _texts_and_spans(text, record.agencies)
    return models.Byline(
        **_printed(text, record.range),
        authors=tuple([_author(text, author) for author in record.authors]),
        agencies=agencies,
        agency_spans=agency_spans,
    )


def build_dateline(text: str, record: layout_records.DatelineRecord) -> models.Dateline:
    """A dateline with its fields."""
    return models.Dateline(
        **_printed(text, record.range),
        **_field(text, "place", record.place),
        **_field(text, "agency", record.agency),
        **_field(text, "date_text", record.date_text),
        date=record.date,
    )


# Ranges of the text as fields.


def _span(text: str, where: Chars) -> Span:
    """A range as a span; a range outside the text would be an error of ours, and is cut."""
    start, end = where
    if end > len(text) or start > end:
        end = min(end, len(text))
        start = min(start, end)
    return Span(start, end)


def _words_span(text: str, where: Chars) -> Span:
    """A range of words as a span, without blanks at its ends.

    Python's blanks are more than those that part words here: the separators U+001C to U+001F.
    """
    span = _span(text, where)
    if span.end > span.start and (text[span.start].isspace() or text[span.end - 1].isspace()):
        words = text[span.slice]
        start = span.end - len(words.lstrip())
        return Span(start, start + len(words.strip())) if words.strip() else span
    return span


def _printed(text: str, where: Chars) -> dict[str, Any]:
    """The two fields of whatever is printed in one place."""
    span = _span(text, where)
    return {"text": text[span.start : span.end], "span": span}


def _field(text: str, name: str, where: Chars | None) -> dict[str, Any]:
    """A string field with its sibling."""
    if where is None:
        return {}
    span = _span(text, where)
    return {name: text[span.start : span.end], f"{name}_span": span}


def _texts_and_spans(
    text: str, ranges: Sequence[Chars]
) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """What stands at some ranges, and where."""
    spans = tuple([_span(text, where) for where in ranges])
    return tuple([text[span.slice] for span in spans]), spans


# The page.


def build_headline(
    text: str, record: layout_records.HeadlineRecord | None
) -> models.Headline | None:
    """The headline, where there is one."""
    if record is None:
        return None
    return models.Headline(
        **_printed(text, record.range),
        **_field(text, "kicker", record.kicker),
        **_field(text, "subheadline", record.subheadline),
    )


def _author(text: str, record: layout_records.AuthorRecord) -> models.Author:
    fields: dict[str, Any] = {}
    for name in ("name", "role", "affiliation", "location", "email", "handle"):
        fields.update(_field(text, name, getattr(record, name)))
    return models.Author(**fields)


def _block(text: str, record: layout_records.BlockRecord) -> models.Block:
    span = _span(text, record.range)
    return models.Block(text=text[span.start : span.end], span=span, role=record.role)


def build_body(text: str, layout: layout_records.PageReading) -> models.Body:
    """The story: its paragraphs, and their text without the dateline."""
    paragraphs = tuple([_paragraph(text, record) for record in layout.paragraphs])
    spans = tuple(
        [_without_dateline(text, paragraph.span, layout.dateline) for paragraph in paragraphs]
    )
    hull = Span(paragraphs[0].span.start, paragraphs[-1].span.end) if paragraphs else None
    return models.Body(
        span=hull,
        paragraphs=paragraphs,
        text_spans=spans,
        text="\n\n".join([text[span.start : span.end] for span in spans]),
    )


def _paragraph(text: str, record: layout_records.ParagraphRecord) -> models.Paragraph:
    span = _span(text, record.range)
    return models.Paragraph(text=text[span.start : span.end], span=span, kind=record.kind)


def _without_dateline(
    text: str, paragraph: Span, found: layout_records.DatelineRecord | None
) -> Span:
    """A paragraph's span behind the dateline, if that stands in it."""
    if found is None or not paragraph.start <= found.range[0] < found.range[1] <= paragraph.end:
        return paragraph
    rest = text[found.range[1] : paragraph.end]
    return Span(paragraph.end - len(rest.lstrip()), paragraph.end)


def _credit(text: str, record: layout_records.CreditRecord) -> models.Credit:
    agencies, agency_spans = _texts_and_spans(text, record.agencies)
    people, people_spans = _texts_and_spans(text, record.people)
    return models.Credit(
        **_printed(text, record.range),
        kind=record.kind,
        agencies=agencies,
        agency_spans=agency_spans,
        people=people,
        people_spans=people_spans,
    )


def build_related(
    text: str, records: Sequence[layout_records.RelatedRecord]
) -> tuple[models.RelatedList, ...]:
    """The lists of related stories."""
    return tuple([_related(text, record) for record in records])


def _related(text: str, record: layout_records.RelatedRecord) -> models.RelatedList:
    return models.RelatedList(
        span=_span(text, record.range),
        **_field(text, "heading", record.heading),
        items=tuple([_story(text, story) for story in record.items]),
    )


def _story(text: str, record: layout_records.StoryRecord) -> models.RelatedStory:
    span = _span(text, record.range)
    return models.RelatedStory(title=text[span.slice], span=span, **_field(text, "url", record.url))


def _note(text: str, record: NoteRecord) -> models.Note:
    span = None if record.range is None else _span(text, record.range)
    return models.Note(code=record.code, span=span, detail=record.detail)


# Who speaks.


def _mention(text: str, where: Chars | None) -> models.Mention | None:
    if where is None:
        return None
    span = _words_span(text, where)
    return models.Mention(text=text[span.start : span.end], span=span)


class _Speakers:
    """The identities that speak, as public values, each made once."""

    def __init__(self, text: str, people: people_records.People) -> None:
        self.text, self.people = text, people
        self.made: dict[int, models.Speaker] = {}
        self.all = tuple([self._speaker(identity) for identity in people.identities])

    def meant_by(self, mention: Chars | None) -> models.Speaker | None:
        """The speaker that a mention means."""
        identity = self.people.identity_of(mention) if mention is not None else None
        return None if identity is None else self._speaker(identity)

    def sureness(self, mention: Chars | None) -> float:
        """How sure it is whom a mention means; 1 where nobody is given."""
        return 1.0 if mention is None else self.people.sureness_of(mention)

    def _speaker(self, identity: people_records.Identity) -> models.Speaker:
        made = self.made.get(id(identity))
        if made is None:
            text, name_range = self.text, identity.name_range
            made = self.made[id(identity)] = models.Speaker(
                name=identity.name,
                name_span=None if name_range is None else _words_span(text, name_range),
                kind=identity.kind,
                **_field(text, "role", identity.role),
                **_field(text, "affiliation", identity.affiliation),
                members=tuple([self._speaker(member) for member in identity.members]),
                mentions=tuple([_words_span(text, mention) for mention in identity.mentions]),
                id=identity.id,
                count=identity.count,
                **_field(text, "anonymity", identity.anonymity),
            )
        return made


# What is said.


def _quotes(
    reading: Reading,
    speakers: _Speakers,
    printed: datetime.date | datetime.datetime | None,
) -> tuple[models.Quote, ...]:
    text, headline = reading.text, reading.headline
    made: dict[int, models.Quote] = {}
    for record in reading.quotes:
        said = record.attribution
        beside = said.circumstances
        speaking = said.speaking
        doubt = 1 - speakers.sureness(speaking)
        first, last = record.parts[0].range, record.parts[-1].range
        made[id(record)] = models.Quote(
            kind=record.kind,
            mode=record.mode,
            parts=tuple([_part(text, part) for part in record.parts]),
            cue=None if record.cue is None else _cue(text, record.cue),
            source=_mention(text, said.source),
            speaker=speakers.meant_by(speaking),
            relayed_by=_mention(text, beside.relayed_by),
            addressee=_mention(text, beside.addressee),
            occasion=_mention(text, beside.occasion),
            when=_when(text, beside.when, printed),
            parent=None if record.parent is None else made.get(id(record.parent)),
            paragraph=_body_paragraph(record.paragraph, headline),
            confidence=record.confidence * (1 - _DOUBT * doubt),
            sentence=_span(text, reading.doc.sentences_around(first.start, last.end)),
        )
    return tuple(made.values())


def _part(text: str, record: quote_records.PartRecord) -> models.Part:
    span = _words_span(text, record.range)
    return models.Part(
        text=text[span.start : span.end],
        span=span,
        inner=None if record.inner is None else _span(text, record.inner),
    )


def _cue(text: str, cue: CueMention) -> models.Cue:
    span = _span(text, cue.range)
    return models.Cue(
        text=text[span.start : span.end],
        span=span,
        lemma=cue.lemma,
        category=cue.category,
        polarity=cue.polarity,
    )


def _when(
    text: str, where: Chars | None, printed: datetime.date | datetime.datetime | None
) -> models.Mention | None:
    """The time of a statement, with its day where the day of print tells it."""
    if where is None:
        return None
    found = _printed(text, where)
    base = printed.date() if isinstance(printed, datetime.datetime) else printed
    return models.Mention(**found, date=dates.read_when(found["text"], base))


def _body_paragraph(number: int, headline: int | None) -> int | None:
    """The index among the body's paragraphs of a range that was read; None for the headline."""
    if headline is None or number < headline:
        return number
    return None if number == headline else number - 1


def _no_comment(
    text: str, record: quote_records.NoCommentRecord, speakers: _Speakers
) -> models.NoComment:
    return models.NoComment(
        **_printed(text, record.range),
        cue=_cue(text, record.cue),
        source=_mention(text, record.source),
        speaker=speakers.meant_by(record.source),
    )


def _rejected(text: str, record: quote_records.RejectedRecord) -> models.Rejected:
    return models.Rejected(**_printed(text, record.range), reason=record.reason)
