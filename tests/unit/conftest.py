"""An article put together by hand, with something in every field, for the tests of what shows and
stores articles.
"""

from datetime import UTC, date, datetime

import pytest

from newsquote import kinds
from newsquote.models import (
    Article,
    Author,
    Block,
    Body,
    Byline,
    Credit,
    Cue,
    Dateline,
    Headline,
    Mention,
    NoComment,
    Note,
    Paragraph,
    Part,
    Quote,
    Rejected,
    RelatedList,
    RelatedStory,
    Span,
    Speaker,
)

TEXT = """PORTS
Tidal gate <stays> open & dry
Council delays its vote
By Nora Vance, Port Reporter, in Wexmouth and Sealine Press
nora@ledger.example @noravance

WEXMOUTH, March 4 (Sealine Press) - "The gate holds," said Mayor Iris Quell of Wexmouth, "and it will."

Harbour chief Olav Brandt and Quell said on Monday at a briefing for traders that Quell had told them "nobody pays".

"We =never= asked," the union told Sealine Press, which reported it. Brandt declined to comment on the "Big Gate".

Reporting by Nora Vance; Sealine Press

Read more:
- Gulls return https://ledger.example/gulls
"""


def span_of(piece, after=0):
    """Where a piece of the text stands."""
    start = TEXT.index(piece, after)
    return Span(start, start + len(piece))


def printed(piece, after=0):
    return {"text": piece, "span": span_of(piece, after)}


def field(name, piece, after=0):
    return {name: piece, f"{name}_span": span_of(piece, after)}


def cue(piece, lemma, category="neutral", polarity="positive", after=0):
    return Cue(
        **printed(piece, after),
        lemma=lemma,
        category=kinds.CueCategory(category),
        polarity=kinds.Polarity(polarity),
    )


def part(piece, marks=True):
    span = span_of(piece)
    return Part(text=piece, span=span, inner=Span(span.start + 1, span.end - 1) if marks else None)


MAYOR = Speaker(
    **field("name", "Iris Quell"),
    kind=kinds.SpeakerKind.PERSON,
    **field("role", "Mayor"),
    **field("affiliation", "Wexmouth", TEXT.index("of Wexmouth")),
    mentions=(span_of("Mayor Iris Quell"), span_of("Quell", TEXT.index("Brandt and"))),
    id="Q7",
)
CHIEF = Speaker(
    **field("name", "Olav Brandt"),
    kind=kinds.SpeakerKind.PERSON,
    role="harbour chief",
    mentions=(span_of("Olav Brandt"),),
)
BOTH = Speaker(
    name="Olav Brandt and Iris Quell", kind=kinds.SpeakerKind.GROUP, members=(CHIEF, MAYOR)
)
UNION = Speaker(
    **field("name", "the union"),
    kind=kinds.SpeakerKind.ORGANIZATION,
    mentions=(span_of("the union"),),
    count=2,
    **field("anonymity", "the union"),
)


def quotes():
    first = Quote(
        kind=kinds.QuoteKind.DIRECT,
        mode=kinds.Mode.SPEECH,
        parts=(part('"The gate holds,"'), part('"and it will."')),
        cue=cue("said", "say"),
        source=Mention(**printed("Mayor Iris Quell")),
        speaker=MAYOR,
        paragraph=0,
        confidence=0.97,
    )
    second = Quote(
        kind=kinds.QuoteKind.MIXED,
        mode=kinds.Mode.SPEECH,
        parts=(part('that Quell had told them "nobody pays"', marks=False),),
        cue=cue("said", "say", after=TEXT.index("and Quell")),
        source=Mention(**printed("Harbour chief Olav Brandt and Quell")),
        speaker=BOTH,
        addressee=Mention(**printed("traders")),
        occasion=Mention(**printed("a briefing")),
        when=Mention(**printed("Monday"), date=date(2024, 3, 4)),
        paragraph=1,
        confidence=0.5,
    )
    inner = Quote(
        kind=kinds.QuoteKind.DIRECT,
        mode=kinds.Mode.SPEECH,
        parts=(part('"nobody pays"'),),
        cue=cue("told", "tell"),
        speaker=MAYOR,
        parent=second,
        paragraph=1,
        confidence=1.0,
    )
    last = Quote(
        kind=kinds.QuoteKind.DIRECT,
        mode=kinds.Mode.WRITING,
        parts=(part('"We =never= asked,"'),),
        cue=cue("told", "tell", after=TEXT.index("the union")),
        source=Mention(**printed("the union")),
        speaker=UNION,
        relayed_by=Mention(**printed("Sealine Press", TEXT.index("union told"))),
        paragraph=2,
        confidence=0.9,
    )
    loose = Quote(
        kind=kinds.QuoteKind.INDIRECT,
        mode=kinds.Mode.THOUGHT,
        parts=(part("Council delays its vote", marks=False),),
        confidence=0.0,
    )
    return first, second, inner, last, loose


def build():
    lines = [
        Span(start, TEXT.index("\n", start))
        for start in (TEXT.index("WEXMOUTH, "), TEXT.index("Harbour"), TEXT.index('"We'))
    ]
    lead = TEXT.index('"The gate')
    byline = "By Nora Vance, Port Reporter, in Wexmouth and Sealine Press"
    author = Author(
        **field("name", "Nora Vance"),
        **field("role", "Port Reporter"),
        affiliation="Ledger",
        **field("location", "Wexmouth"),
        **field("email", "nora@ledger.example"),
        **field("handle", "@noravance"),
    )
    credit = TEXT.index("Reporting by")
    body = Body(
        span=Span(lines[0].start, lines[-1].end),
        paragraphs=tuple(
            Paragraph(text=TEXT[line.slice], span=line, kind=kinds.ParagraphKind.TEXT)
            for line in lines
        ),
        text_spans=(Span(lead, lines[0].end), *lines[1:]),
        text="\n\n".join(TEXT[span.slice] for span in (Span(lead, lines[0].end), *lines[1:])),
    )
    return Article(
        text=TEXT,
        id="w1",
        meta={"publisher": "Ledger", "page": 7, "share": 0.5, "free": True, "desk": None},
        headline=Headline(
            **printed("Tidal gate <stays> open & dry"),
            **field("kicker", "PORTS"),
            **field("subheadline", "Council delays its vote"),
        ),
        bylines=(
            Byline(
                **printed(byline),
                authors=(author,),
                agencies=("Sealine Press",),
                agency_spans=(span_of("Sealine Press"),),
            ),
        ),
        dateline=Dateline(
            **printed("WEXMOUTH, March 4 (Sealine Press) -"),
            **field("place", "WEXMOUTH"),
            **field("agency", "Sealine Press", TEXT.index("March 4")),
            **field("date_text", "March 4"),
            date=date(2024, 3, 4),
        ),
        published=datetime(2024, 3, 5, 6, 30, tzinfo=UTC),
        blocks=(
            Block(**printed("PORTS"), role=kinds.BlockRole.KICKER),
            Block(**printed(byline), role=kinds.BlockRole.BYLINE),
        ),
        body=body,
        quotes=quotes(),
        speakers=(BOTH, MAYOR, CHIEF, UNION),
        credits=(
            Credit(
                **printed("Reporting by Nora Vance; Sealine Press"),
                kind=kinds.CreditKind.REPORTING,
                agencies=("Sealine Press",),
                agency_spans=(span_of("Sealine Press", credit),),
                people=("Nora Vance",),
                people_spans=(span_of("Nora Vance", credit),),
            ),
        ),
        related=(
            RelatedList(
                **field("heading", "Read more:"),
                span=Span(TEXT.index("Read more:"), len(TEXT) - 1),
                items=(
                    RelatedStory(
                        title="Gulls return",
                        span=span_of("Gulls return"),
                        **field("url", "https://ledger.example/gulls"),
                    ),
                ),
            ),
        ),
        no_comments=(
            NoComment(
                **printed("Brandt declined to comment"),
                cue=cue("declined to comment", "decline", "negative", "declined"),
                source=Mention(**printed("Brandt", TEXT.index("it. Brandt"))),
                speaker=CHIEF,
            ),
        ),
        rejected=(Rejected(**printed('"Big Gate"'), reason=kinds.RejectionReason.TERM),),
        notes=(
            Note(
                code=kinds.NoteCode.UNKNOWN_SPEAKER,
                span=span_of("Council"),
                detail="nobody is named",
            ),
        ),
    )


@pytest.fixture
def story():
    """An article with something in every field."""
    return build()
