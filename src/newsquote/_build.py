"""Private records -> public values.

In: what the rooms found. Out: an ``Article`` and its parts. Why: the one place that makes public values, so the law that every span slices
to its text holds because it is made that way here and nowhere else: texts are always cut from the caller's string.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from newsquote import models
from newsquote._text import dates
from newsquote.kinds import Mode
from newsquote.models import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names import records as people_records
    from newsquote._page import records as layout_records
    from newsquote._quotes import records as quote_records
    from newsquote._quotes.attribution import CueMention
    from newsquote._text.notes import NoteRecord

__all__ = ["article", "byline", "dateline"]

Range = tuple[int, int]
_DOUBT = 0.4
"""How much a doubtful speaker takes from a quote's confidence: so much that it stays the share of quotes whose source is right."""


def article(  # noqa: PLR0913 - the records of every room meet here
    text: str,
    *,
    id: str | None,  # noqa: A002 - the public field's name
    published: datetime.date | datetime.datetime | None,
    layout: layout_records.Layout,
    quotations: quote_records.Quotations,
    headline: int | None,
    people: people_records.People,
    notes: Sequence[NoteRecord],
    include_thoughts: bool,
) -> models.Article:
    """The article of a text.

    :param headline: which of the ranges that were read for quotes is the headline; the others are the body's paragraphs.
    """
    speakers = _Speakers(text, people)
    printed = published if published is not None else layout.published
    quotes = _quotes(
        text, quotations.quotes, headline, speakers, printed, include_thoughts=include_thoughts
    )
    return models.Article(
        text=text,
        id=id,
        headline=_headline(text, layout.headline),
        bylines=tuple(byline(text, record) for record in layout.bylines),
        dateline=dateline(text, layout.dateline) if layout.dateline else None,
        published=printed,
        blocks=tuple(
            [models.Block(_span(text, block.range), block.role) for block in layout.blocks]
        ),
        body=_body(text, layout),
        quotes=quotes,
        speakers=speakers.all,
        credits=tuple(_credit(text, record) for record in layout.credits),
        related=tuple(_related(text, record) for record in layout.related),
        no_comments=tuple(
            models.NoComment(
                **_printed(text, record.range),
                cue=_cue(text, record.cue),
                source=_mention(text, record.source),
                speaker=speakers.of(record.source),
            )
            for record in quotations.no_comments
        ),
        rejected=tuple(
            models.Rejected(**_printed(text, record.range), reason=record.reason)
            for record in quotations.rejected
        ),
        notes=tuple(
            models.Note(
                code=note.code,
                span=None if note.range is None else _span(text, note.range),
                detail=note.detail,
            )
            for note in notes
        ),
    )


def byline(text: str, record: layout_records.BylineRecord) -> models.Byline:
    """A byline with its authors."""
    agencies = [_printed(text, found) for found in record.agencies]
    return models.Byline(
        **_printed(text, record.range),
        authors=tuple(_author(text, author) for author in record.authors),
        agencies=tuple(agency["text"] for agency in agencies),
        agency_spans=tuple(agency["span"] for agency in agencies),
    )


def dateline(text: str, record: layout_records.DatelineRecord) -> models.Dateline:
    """A dateline with its fields."""
    return models.Dateline(
        **_printed(text, record.range),
        **_field(text, "place", record.place),
        **_field(text, "agency", record.agency),
        **_field(text, "date_text", record.date_text),
        date=record.date,
    )


def _span(text: str, where: Range) -> Span:
    """A range as a span; a range outside the text would be an error of ours, and is cut."""
    start, end = where
    if end > len(text) or start > end:
        end = min(end, len(text))
        start = min(start, end)
    return Span(start, end)


def _printed(text: str, where: Range) -> dict[str, Any]:
    """The two fields of whatever is printed in one place."""
    span = _span(text, where)
    return {"text": text[span.start : span.end], "span": span}


def _field(text: str, name: str, where: Range | None) -> dict[str, Any]:
    """A string field with its sibling."""
    if where is None:
        return {}
    span = _span(text, where)
    return {name: text[span.start : span.end], f"{name}_span": span}


def _mention(text: str, where: Range | None) -> models.Mention | None:
    if where is None:
        return None
    span = _span(text, where)
    return models.Mention(text=text[span.start : span.end], span=span)


def _when(
    text: str, where: Range | None, printed: datetime.date | datetime.datetime | None
) -> models.Mention | None:
    """The time of a statement, with its day where the day of print tells it."""
    if where is None:
        return None
    found = _printed(text, where)
    base = printed.date() if isinstance(printed, datetime.datetime) else printed
    return models.Mention(**found, date=dates.read_when(found["text"], base))


def _headline(text: str, record: layout_records.HeadlineRecord | None) -> models.Headline | None:
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


def _body(text: str, layout: layout_records.Layout) -> models.Body:
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
    if found is None or not paragraph.start <= found.range[0] < found.range[1] <= paragraph.end:
        return paragraph
    rest = text[found.range[1] : paragraph.end]
    return Span(paragraph.end - len(rest.lstrip()), paragraph.end)


def _credit(text: str, record: layout_records.CreditRecord) -> models.Credit:
    agencies = [_printed(text, found) for found in record.agencies]
    people = [_printed(text, found) for found in record.people]
    return models.Credit(
        **_printed(text, record.range),
        kind=record.kind,
        agencies=tuple(agency["text"] for agency in agencies),
        agency_spans=tuple(agency["span"] for agency in agencies),
        people=tuple(person["text"] for person in people),
        people_spans=tuple(person["span"] for person in people),
    )


def _related(text: str, record: layout_records.RelatedRecord) -> models.RelatedList:
    items = []
    for story in record.items:
        span = _span(text, story.range)
        items.append(
            models.RelatedStory(title=text[span.slice], span=span, **_field(text, "url", story.url))
        )
    return models.RelatedList(
        span=_span(text, record.range),
        **_field(text, "heading", record.heading),
        items=tuple(items),
    )


class _Speakers:
    """The identities that speak, as public values, each made once."""

    def __init__(self, text: str, people: people_records.People) -> None:
        self.text, self.people = text, people
        self.made: dict[int, models.Speaker] = {}
        self.all = tuple(self._make(identity) for identity in people.identities)

    def of(self, mention: Range | None) -> models.Speaker | None:
        """The speaker that a mention means."""
        identity = self.people.meant.get(mention) if mention is not None else None
        return None if identity is None else self._make(identity)

    def sureness(self, mention: Range | None) -> float:
        """How sure it is whom a mention means; 1 where nobody is given."""
        return 1.0 if mention is None else self.people.sureness.get(mention, 1.0)

    def _make(self, identity: people_records.Identity) -> models.Speaker:
        if id(identity) not in self.made:
            self.made[id(identity)] = models.Speaker(
                name=identity.name,
                name_span=None
                if identity.name_range is None
                else _span(self.text, identity.name_range),
                kind=identity.kind,
                **_field(self.text, "role", identity.role),
                **_field(self.text, "affiliation", identity.affiliation),
                members=tuple(self._make(member) for member in identity.members),
                mentions=tuple([_span(self.text, mention) for mention in identity.mentions]),
                id=identity.id,
                count=identity.count,
                **_field(self.text, "anonymity", identity.anonymity),
            )
        return self.made[id(identity)]


def _quotes(
    text: str,
    records: Sequence[quote_records.QuoteRecord],
    headline: int | None,
    speakers: _Speakers,
    printed: datetime.date | datetime.datetime | None,
    *,
    include_thoughts: bool,
) -> tuple[models.Quote, ...]:
    made: dict[int, models.Quote] = {}
    for record in records:
        if record.mode == Mode.THOUGHT and not include_thoughts:
            continue
        said = record.attribution
        beside = said.circumstances
        made[id(record)] = models.Quote(
            kind=record.kind,
            mode=record.mode,
            parts=tuple([_part(text, part) for part in record.parts]),
            cue=None if record.cue is None else _cue(text, record.cue),
            source=_mention(text, said.source),
            speaker=speakers.of(said.speaking),
            relayed_by=_mention(text, beside.relayed_by),
            addressee=_mention(text, beside.addressee),
            occasion=_mention(text, beside.occasion),
            when=_when(text, beside.when, printed),
            parent=None if record.parent is None else made.get(id(record.parent)),
            paragraph=_body_paragraph(record.paragraph, headline),
            confidence=record.confidence * (1 - _DOUBT * (1 - speakers.sureness(said.speaking))),
        )
    return tuple(made.values())


def _part(text: str, record: quote_records.PartRecord) -> models.Part:
    span = _span(text, record.range)
    return models.Part(
        text=text[span.start : span.end],
        span=span,
        inner=None if record.inner is None else _span(text, record.inner),
    )


def _body_paragraph(number: int, headline: int | None) -> int | None:
    """The index among the body's paragraphs of a range that was read; None for the headline."""
    if headline is None or number < headline:
        return number
    return None if number == headline else number - 1


def _cue(text: str, cue: CueMention) -> models.Cue:
    span = _span(text, cue.range)
    return models.Cue(
        text=text[span.start : span.end],
        span=span,
        lemma=cue.lemma,
        category=cue.category,
        polarity=cue.polarity,
    )
