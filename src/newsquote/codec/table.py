"""The JSON form, written down once.

In: nothing. Out: ``ARTICLE``, the fields of an article and the form of each. Why: what a field is
called, and what may stand in it, is a promise; everything that writes, reads or describes the form
follows this table.
"""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from newsquote import models
from newsquote.codec.forms import (
    Fields,
    IndexOf,
    InOrder,
    ListOf,
    Maybe,
    PartList,
    Plain,
    QuoteList,
    Record,
    SpanPair,
    SpeakerList,
    Text,
)
from newsquote.kinds import (
    BlockRole,
    CreditKind,
    CueCategory,
    Mode,
    NoteCode,
    ParagraphKind,
    Polarity,
    QuoteKind,
    RejectionReason,
    SpeakerKind,
)
from newsquote.models.given import LEAST, MOST, moment

if TYPE_CHECKING:
    from datetime import datetime
    from enum import StrEnum

    from newsquote.codec.forms import Form

__all__ = ["ARTICLE", "OPTIONAL", "SCHEMA_VERSION", "STRING"]

SCHEMA_VERSION = "1.0"

OPTIONAL = frozenset(("text", "body", "meta"))
"""Fields of an article that may be missing.

The text may be elsewhere, the body came later, and of most articles nothing more is known.
"""


def _moment_text(value: date | datetime) -> str:
    return value.isoformat()


def _enum(kind: type[StrEnum]) -> Text:
    values = [member.value for member in kind]
    return Text(kind, str, "one of " + ", ".join(values), {"enum": values})


def _with_spans(*names: str) -> dict[str, Form]:
    """String fields that may be missing, each with the span beside it."""
    fields: dict[str, Form] = {}
    for name in names:
        fields[name] = Maybe(STRING)
        fields[f"{name}_span"] = Maybe(_SPAN)
    return fields


_MOST = 2**53 - 1
"""The highest whole number that every reader of JSON can hold."""

STRING = Plain((str,), "a string")
_SHARE = Plain((int, float), "a number", (0, 1))
_COUNT = Plain((int,), "a whole number", (0, _MOST))
_SPAN = SpanPair()
_DATE = Text(
    date.fromisoformat, date.isoformat, "an ISO date", {"type": "string", "format": "date"}
)
_MOMENT = Text(moment, _moment_text, "an ISO date or date with time", {"type": "string"})
_PRINTED: dict[str, Form] = {"text": STRING, "span": _SPAN}
_NAME: dict[str, Form] = {"name": STRING, "name_span": Maybe(_SPAN)}
_AGENCIES: dict[str, Form] = {"agencies": ListOf(STRING), "agency_spans": ListOf(_SPAN, added=True)}
_SPEAKER_INDEX = IndexOf("speakers", "a speaker")

_HEADLINE = Record(models.Headline, {**_PRINTED, **_with_spans("kicker", "subheadline")})
_AUTHOR = Record(
    models.Author, {**_NAME, **_with_spans("role", "affiliation", "location", "email", "handle")}
)
_BYLINE = Record(models.Byline, {**_PRINTED, "authors": ListOf(_AUTHOR), **_AGENCIES})
_DATELINE = Record(
    models.Dateline,
    {**_PRINTED, **_with_spans("place", "agency", "date_text"), "date": Maybe(_DATE)},
)
_BLOCK = Record(models.Block, {"span": _SPAN, "role": _enum(BlockRole)}, cut=True)
_PARAGRAPH = Record(models.Paragraph, {"span": _SPAN, "kind": _enum(ParagraphKind)}, cut=True)
_BODY = Record(
    dict,
    {
        "span": Maybe(_SPAN),
        "text_spans": InOrder(_SPAN, span_of=lambda span: span, span_path=""),
    },
)
_PART = Record(models.Part, {**_PRINTED, "inner": Maybe(_SPAN)})
_CUE = Record(
    models.Cue,
    {**_PRINTED, "lemma": STRING, "category": _enum(CueCategory), "polarity": _enum(Polarity)},
)
_MENTION = Record(models.Mention, _PRINTED)
_WHEN = Record(models.Mention, {**_PRINTED, "date": Maybe(_DATE)})
_SPEAKER = Record(
    models.Speaker,
    {
        **_NAME,
        "kind": _enum(SpeakerKind),
        **_with_spans("role", "affiliation"),
        "members": ListOf(_SPEAKER_INDEX),
        "mentions": ListOf(_SPAN),
        "id": Maybe(STRING),
        "count": Maybe(_COUNT),
        **_with_spans("anonymity"),
    },
    added=("count", "anonymity"),
)
_QUOTE = Record(
    models.Quote,
    {
        "kind": _enum(QuoteKind),
        "mode": _enum(Mode),
        "text": STRING,
        "parts": PartList(_PART),
        "cue": Maybe(_CUE),
        "source": Maybe(_MENTION),
        "speaker": Maybe(_SPEAKER_INDEX),
        "relayed_by": Maybe(_MENTION),
        "addressee": Maybe(_MENTION),
        "occasion": Maybe(_MENTION),
        "when": Maybe(_WHEN),
        "parent": Maybe(IndexOf("quotes", "a quote before this one")),
        "paragraph": Maybe(_COUNT),
        "confidence": _SHARE,
        "fingerprint": STRING,
    },
    derived=("text", "fingerprint"),
    added=("fingerprint",),
)
_CREDIT = Record(
    models.Credit,
    {
        **_PRINTED,
        "kind": _enum(CreditKind),
        **_AGENCIES,
        "people": ListOf(STRING),
        "people_spans": ListOf(_SPAN, added=True),
    },
)
_STORY = Record(models.RelatedStory, {"title": STRING, "span": _SPAN, **_with_spans("url")})
_RELATED = Record(
    models.RelatedList, {**_with_spans("heading"), "span": _SPAN, "items": ListOf(_STORY)}
)
_NO_COMMENT = Record(
    models.NoComment,
    {**_PRINTED, "cue": _CUE, "source": Maybe(_MENTION), "speaker": Maybe(_SPEAKER_INDEX)},
)
_REJECTED = Record(models.Rejected, {**_PRINTED, "reason": _enum(RejectionReason)})
_NOTE = Record(models.Note, {"code": _enum(NoteCode), "span": Maybe(_SPAN), "detail": STRING})

ARTICLE: dict[str, Form] = {
    "id": Maybe(Plain((str, int), "a string or a whole number", (LEAST, MOST))),
    "published": Maybe(_MOMENT),
    "text": STRING,
    "headline": Maybe(_HEADLINE),
    "bylines": ListOf(_BYLINE),
    "dateline": Maybe(_DATELINE),
    "blocks": InOrder(_BLOCK, span_of=attrgetter("span")),
    "paragraphs": InOrder(_PARAGRAPH, span_of=attrgetter("span")),
    "body": Maybe(_BODY),
    "quotes": QuoteList(_QUOTE),
    "speakers": SpeakerList(_SPEAKER),
    "credits": ListOf(_CREDIT),
    "related": ListOf(_RELATED),
    "no_comments": ListOf(_NO_COMMENT),
    "rejected": ListOf(_REJECTED),
    "notes": ListOf(_NOTE),
    "meta": Fields(),
}
