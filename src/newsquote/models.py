"""The public values: what an article consists of.

In: plain values. Out: frozen, slotted, hashable, comparable classes whose spans point into the caller's own string. Why: everything a
reader of the text finds is handed over as one of these, and nothing here parses, so the values stay cheap, picklable and stable.

Spans are half-open and count code points: ``article.text[part.span.start:part.span.end] == part.text``. A plain string field (``role``,
``place``, ...) has a sibling ``<field>_span``, which is None where the value was put together or stands nowhere in one piece.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from datetime import date, datetime

    from newsquote.kinds import (
        BlockRole,
        ChangeKind,
        CreditKind,
        CueCategory,
        Mode,
        NoteCode,
        ParagraphKind,
        Polarity,
        QuoteKind,
        RejectionReason,
        SpeakerKind,
        VerificationStatus,
    )

__all__ = [
    "Article",
    "Author",
    "Block",
    "Body",
    "Byline",
    "Change",
    "Credit",
    "Cue",
    "Dateline",
    "Explanation",
    "Headline",
    "KnownPerson",
    "Mention",
    "NoComment",
    "Note",
    "Paragraph",
    "ParseFailure",
    "Part",
    "Quote",
    "Rejected",
    "RelatedList",
    "RelatedStory",
    "Source",
    "SourceCount",
    "Span",
    "Speaker",
    "Verification",
]

REPR_WIDTH = 40


def _short(text: str) -> str:
    """A text cut for a ``repr``."""
    return repr(text if len(text) <= REPR_WIDTH else text[: REPR_WIDTH - 1] + "…")


@attrs.frozen(order=True)
class Span:
    """A half-open range of code points in the caller's string.

    :param start: offset of the first code point, at least 0.
    :param end: offset behind the last code point, at least ``start``.
    :raises ValueError: if the numbers are not such a range.

    >>> span = Span(4, 9)
    >>> "The river rose."[span.slice], len(span), 5 in span, Span(5, 6) in span
    ('river', 5, True, True)
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            msg = f"not a span: {self.start}, {self.end}"
            raise ValueError(msg)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def __contains__(self, item: object) -> bool:
        """Whether an offset or a whole span lies inside."""
        if isinstance(item, Span):
            return self.start <= item.start and item.end <= self.end
        return isinstance(item, int) and self.start <= item < self.end

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end})"

    @property
    def slice(self) -> slice:
        """The range as a slice, for ``text[span.slice]``."""
        return slice(self.start, self.end)


@attrs.frozen(kw_only=True)
class Headline:
    """The headline, without subheadline and the name of the site.

    ``kicker`` is the label in front. A desk's mark ("UPDATE 2-", "BREAKING:") or a section before a bar stands outside ``span``; a label
    printed as part of the headline ("Factbox: ...") stands inside it.
    """

    text: str
    span: Span
    kicker: str | None = None
    kicker_span: Span | None = None
    subheadline: str | None = None
    subheadline_span: Span | None = None

    def __repr__(self) -> str:
        return f"<Headline {_short(self.text)}>"


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
        return f"<Author {_short(self.name)}>"


@attrs.frozen(kw_only=True)
class Byline:
    """A byline: the raw text, the authors in it, and the agencies (never persons) in it."""

    text: str
    span: Span
    authors: tuple[Author, ...] = ()
    agencies: tuple[str, ...] = ()
    agency_spans: tuple[Span, ...] = ()

    def __repr__(self) -> str:
        return f"<Byline {_short(self.text)}>"


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
        return f"<Dateline {_short(self.text)}>"


@attrs.frozen
class Block:
    """One or more whole lines with one role; the blocks of an article cover every line that is not blank."""

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
        return f"<Paragraph {self.kind.value} {_short(self.text)}>"


@attrs.frozen(kw_only=True)
class Body:
    """The story without the furniture.

    ``span`` is the hull of the paragraphs, None where there is none. ``text_spans`` are the paragraphs without the dateline, and ``text``
    is what stands there, joined by blank lines.
    """

    span: Span | None
    paragraphs: tuple[Paragraph, ...]
    text_spans: tuple[Span, ...]
    text: str

    def __repr__(self) -> str:
        return f"<Body of {len(self.paragraphs)} paragraphs>"


@attrs.frozen(kw_only=True)
class Mention:
    """Somebody or something as it is printed in one place.

    ``date`` is only ever set for the time of a statement, where the text and the date of publication give one.
    """

    text: str
    span: Span
    date: date | None = None

    def __repr__(self) -> str:
        return f"<Mention {_short(self.text)}>"


@attrs.frozen(kw_only=True)
class Cue:
    """The words that mark an attribution: a verb with its auxiliaries, "according to", a colon, a dash."""

    text: str
    span: Span
    lemma: str
    category: CueCategory
    polarity: Polarity

    def __repr__(self) -> str:
        return f"<Cue {_short(self.text)}>"


@attrs.frozen(kw_only=True)
class Part:
    """One unbroken piece of a quote's content; ``inner`` is the span inside its own quotation marks, if it has them."""

    text: str
    span: Span
    inner: Span | None = None

    def __repr__(self) -> str:
        return f"<Part {_short(self.text)}>"

    @property
    def words(self) -> str:
        """The text without its outer marks and without the comma that stands before a cue."""
        if self.inner is None:
            return self.text.removesuffix(",")
        start = self.span.start
        return self.text[self.inner.start - start : self.inner.end - start].removesuffix(",")


@attrs.frozen(
    kw_only=True, cache_hash=True
)  # every quote is looked up by its speaker, whose mentions may be many
class Speaker:
    """An identity behind one or more mentions; several speakers who speak together have ``members``.

    ``name`` is the fullest form that the text gives; ``role`` and ``affiliation`` are what it says of them. A source without a name is
    described: ``count`` is how many it says that it is, ``anonymity`` the words that say why it is not named.

    >>> import newsquote
    >>> text = '"It is over," said two people familiar with the talks, who asked not to be named because the talks are private.'
    >>> speaker = newsquote.parse(text).speakers[0]
    >>> speaker.kind.value, speaker.count, speaker.anonymity
    ('unnamed', 2, 'because the talks are private')
    """

    name: str
    name_span: Span | None = None
    kind: SpeakerKind
    role: str | None = None
    role_span: Span | None = None
    affiliation: str | None = None
    affiliation_span: Span | None = None
    members: tuple[Speaker, ...] = ()
    mentions: tuple[Span, ...] = ()
    id: str | None = None
    count: int | None = None
    anonymity: str | None = None
    anonymity_span: Span | None = None

    def __repr__(self) -> str:
        return f"<Speaker {_short(self.name)} {self.kind.value}>"


@attrs.frozen(kw_only=True)
class Quote:
    """An attributed quotation: what was said, in one or more parts, by whom, and which words say so.

    ``source`` is the mention as it is printed beside the cue, ``speaker`` the identity behind it (one of ``article.speakers``), None
    where it is not known. ``parent`` is the quote in which this one stands. ``paragraph`` is an index, None in the headline.
    """

    kind: QuoteKind
    mode: Mode
    parts: tuple[Part, ...]
    cue: Cue | None = None
    source: Mention | None = None
    speaker: Speaker | None = None
    relayed_by: Mention | None = None
    addressee: Mention | None = None
    occasion: Mention | None = None
    when: Mention | None = None
    parent: Quote | None = None
    paragraph: int | None = None
    confidence: float

    def __repr__(self) -> str:
        return f"<Quote {self.kind.value} {_short(self.text)} by {self.speaker.name if self.speaker else None}>"

    @property
    def span(self) -> Span:
        """The hull of the parts."""
        return Span(self.parts[0].span.start, self.parts[-1].span.end)

    @property
    def text(self) -> str:
        """The parts' texts, joined by one blank."""
        return " ".join(part.text for part in self.parts)

    @property
    def words(self) -> str:
        """The parts' words, joined by one blank: no outer marks, no comma before the cue."""
        return " ".join(part.words for part in self.parts)

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits, the same for the same words in another print, whatever the marks, blanks, dashes and case.

        It is made of the letters and digits of ``words`` alone, with the signs that change an amount, and depends on no process, machine
        or version: it can be stored. Quotes with other words have another one, but for a chance in billions.

        >>> import newsquote
        >>> prints = ('"It’s over -- at last," said Ann Lee.', "Ann Lee: “IT'S OVER—AT LAST!”")
        >>> len({newsquote.parse_quotes(text)[0].fingerprint for text in prints})
        1
        """
        from hashlib import blake2b  # noqa: PLC0415 - only who asks needs it

        from newsquote._folding import letters  # noqa: PLC0415

        return blake2b(letters(self.words).encode(), digest_size=8).hexdigest()


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
        return f"<Credit {self.kind.value} {_short(self.text)}>"


@attrs.frozen(kw_only=True)
class RelatedStory:
    """One title of a related list; the span is the title's, without bullet and label."""

    title: str
    span: Span
    url: str | None = None
    url_span: Span | None = None

    def __repr__(self) -> str:
        return f"<RelatedStory {_short(self.title)}>"


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
class NoComment:
    """Somebody declined to speak or could not be reached; no quotation."""

    span: Span
    text: str
    cue: Cue
    source: Mention | None = None
    speaker: Speaker | None = None

    def __repr__(self) -> str:
        return f"<NoComment {_short(self.text)}>"


@attrs.frozen(kw_only=True)
class Rejected:
    """Words inside quotation marks that are no quotation, and why."""

    span: Span
    text: str
    reason: RejectionReason

    def __repr__(self) -> str:
        return f"<Rejected {self.reason.value} {_short(self.text)}>"


@attrs.frozen(kw_only=True)
class Note:
    """Something about the text or its reading that a careful user wants to know; ``span`` is None where it is about the whole."""

    code: NoteCode
    span: Span | None
    detail: str

    def __repr__(self) -> str:
        return f"<Note {self.code.value}>"


@attrs.frozen(kw_only=True)
class SourceCount:
    """A speaker of an article with the number of quotes and of quoted words."""

    speaker: Speaker
    name: str
    role: str | None
    affiliation: str | None
    quotes: int
    words: int


@attrs.frozen(kw_only=True)
class Article:
    r"""A news article, read.

    >>> import newsquote
    >>> article = newsquote.parse('Mill to close\n\n"We fought for it," said Mayor Ann Lee. She said talks had failed.\n')
    >>> article.headline.text
    'Mill to close'
    >>> [(quote.words, quote.speaker.name) for quote in article.quotes]
    [('We fought for it', 'Ann Lee'), ('talks had failed', 'Ann Lee')]
    """

    text: str
    id: str | None = None
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

    def __repr__(self) -> str:
        title = _short(self.headline.text) if self.headline else "without headline"
        return f"<Article {title}: {len(self.paragraphs)} paragraphs, {len(self.quotes)} quotes, {len(self.speakers)} speakers>"

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The body's paragraphs."""
        return self.body.paragraphs

    def quotes_by(self, speaker: Speaker | str) -> tuple[Quote, ...]:
        """The quotes of one speaker, alone or as a member of several, in text order.

        :param speaker: one of ``article.speakers``, or a speaker's name.

        >>> import newsquote
        >>> article = newsquote.parse('"Yes, we agree," said Ann Lee. "No, we do not," said Bo Ek.')
        >>> [quote.words for quote in article.quotes_by("Bo Ek")]
        ['No, we do not']
        """

        def speaks(other: Speaker) -> bool:
            return (other.name if isinstance(speaker, str) else other) == speaker or any(
                map(speaks, other.members)
            )

        return tuple(
            quote for quote in self.quotes if quote.speaker is not None and speaks(quote.speaker)
        )

    def sources(self) -> tuple[SourceCount, ...]:
        """Every speaker with at least one quote, in the order of ``speakers``, with counts of quotes and of words.

        What several say together is counted once, for them together.

        >>> import newsquote
        >>> article = newsquote.parse('"Yes, we agree," said Ann Lee. "No, we do not," said Bo Ek.')
        >>> [(row.name, row.quotes, row.words) for row in article.sources()]
        [('Ann Lee', 1, 3), ('Bo Ek', 1, 4)]
        """
        own: dict[Speaker, list[Quote]] = {}
        for quote in self.quotes:
            if quote.speaker is not None:
                own.setdefault(quote.speaker, []).append(quote)
        return tuple(
            SourceCount(
                speaker=speaker,
                name=speaker.name,
                role=speaker.role,
                affiliation=speaker.affiliation,
                quotes=len(own[speaker]),
                words=sum(len(quote.words.split()) for quote in own[speaker]),
            )
            for speaker in self.speakers
            if speaker in own
        )


@attrs.frozen(kw_only=True)
class Source:
    """One article to be read by ``parse_many``: the text with what the caller knows of it."""

    text: str
    id: str | None = None
    published: date | datetime | None = None


@attrs.frozen(kw_only=True)
class ParseFailure:
    """What ``parse_many(..., on_error="yield")`` gives in place of an article: the item's index, its id if it had one, and the error."""

    index: int
    id: str | None
    error: Exception = attrs.field(eq=repr)


@attrs.frozen(kw_only=True)
class KnownPerson:
    """A person whom the caller knows, by name and other names; the id comes back on the speaker.

    >>> KnownPerson(name="Ann Lee", aliases=("Annie Lee",), id="Q1")
    KnownPerson(name='Ann Lee', aliases=('Annie Lee',), id='Q1')
    """

    name: str
    aliases: tuple[str, ...] = ()
    id: str | None = None


@attrs.frozen(kw_only=True)
class Change:
    """One place where a quotation differs from the text.

    ``quoted`` is what the quotation has, ``quoted_span`` where, in the quotation; ``found`` is what the text has, ``span`` where, in the
    text. Where one side has nothing, its string is empty and its span is the place where something would stand.
    """

    kind: ChangeKind
    quoted: str
    quoted_span: Span
    found: str
    span: Span

    def __repr__(self) -> str:
        return f"<Change {self.kind.value} {_short(self.quoted)} for {_short(self.found)}>"


@attrs.frozen(kw_only=True)
class Verification:
    """Whether a quotation is in a text. True only where its words are there, each in its place (``verbatim`` or ``folded``).

    ``span`` is where it stands in the text, None where it is absent; ``spans`` are the stretches of that which hold it, several where words
    of the text are left out of it. ``changes`` are the differences, in order; a quotation that is ``verbatim`` has one
    only where it begins or ends inside a word. ``share`` says how much of it is there, from 0 to 1: the share of its words, without those
    in square brackets, that the text has in the same order.
    """

    status: VerificationStatus
    span: Span | None = None
    spans: tuple[Span, ...] = ()
    changes: tuple[Change, ...] = ()
    share: float = 0.0

    def __bool__(self) -> bool:
        return self.status in {"verbatim", "folded"}

    def __repr__(self) -> str:
        place = f" at {self.span.start}-{self.span.end}" if self.span else ""
        return f"<Verification {self.status.value}{place}, {len(self.changes)} changes>"


@attrs.frozen(kw_only=True)
class Explanation:
    """Why there is a quote at a span, or why there is none: the quote, the rejection, and the evidence in the order of reading."""

    span: Span
    quote: Quote | None
    rejected: Rejected | None
    evidence: tuple[str, ...]
