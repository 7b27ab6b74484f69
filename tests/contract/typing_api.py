"""What a type checker sees of the public API. Read by mypy, never run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, assert_type

import newsquote
from newsquote import (
    Article,
    Author,
    Block,
    BlockRole,
    Body,
    Byline,
    Change,
    ChangeKind,
    Check,
    CheckPlace,
    CheckVerdict,
    Credit,
    CreditKind,
    Cue,
    CueCategory,
    Dateline,
    Doubt,
    DoubtReason,
    Evaluation,
    Explanation,
    Headline,
    KindScores,
    KnownPerson,
    LanguagePack,
    MarkedQuote,
    Mention,
    Mistake,
    Mode,
    NoComment,
    Note,
    NoteCode,
    Paragraph,
    ParagraphKind,
    ParseFailure,
    ParseOptions,
    Part,
    People,
    Person,
    Polarity,
    Quote,
    QuoteKind,
    Rejected,
    RejectionReason,
    RelatedList,
    RelatedStory,
    SchemaError,
    Score,
    Source,
    SourceCount,
    Span,
    Speaker,
    SpeakerKind,
    UnknownIdError,
    Verification,
    VerificationStatus,
    View,
)
from newsquote.database import Database, Hit, hit_row

if TYPE_CHECKING:
    from pathlib import Path


def seen() -> None:  # noqa: PLR0915 - a list
    assert_type(newsquote.__version__, str)

    article = newsquote.parse(
        "Text.",
        id="a",
        published=date(2026, 1, 2),
        options=ParseOptions(include_thoughts=True, include_nested=True, min_confidence=0.5),
    )
    assert_type(article, Article)
    assert_type(article.text, str)
    assert_type(article.id, str | int | None)
    assert_type(article.published, date | datetime | None)
    assert_type(article.headline, Headline | None)
    assert_type(article.bylines, tuple[Byline, ...])
    assert_type(article.dateline, Dateline | None)
    assert_type(article.body, Body)
    assert_type(article.paragraphs, tuple[Paragraph, ...])
    assert_type(article.blocks[0].role, BlockRole)
    assert_type(article.bylines[0].authors, tuple[Author, ...])
    assert_type(article.quotes_by("Ann Lee"), tuple[Quote, ...])
    assert_type(article.quotes_at(0), tuple[Quote, ...])
    assert_type(article.quotes_at(Span(0, 4)), tuple[Quote, ...])
    assert_type(article.sources()[0].words, int)

    quote = article.quotes[0]
    assert_type(quote.kind, QuoteKind)
    assert_type(quote.mode, Mode)
    assert_type(quote.span, Span)
    assert_type(quote.text, str)
    assert_type(quote.words, str)
    assert_type(quote.fingerprint, str)
    assert_type(quote.shown, str)
    assert_type(quote.sentence, Span)
    assert_type(quote.parts[0].inner, Span | None)
    assert_type(quote.cue, Cue | None)
    assert_type(quote.source, Mention | None)
    assert_type(quote.speaker, Speaker | None)
    assert_type(quote.parent, Quote | None)
    assert_type(quote.paragraph, int | None)
    assert_type(quote.confidence, float)
    if quote.cue is not None:
        assert_type(quote.cue.category, CueCategory)
        assert_type(quote.cue.polarity, Polarity)
    if quote.speaker is not None:
        assert_type(quote.speaker.members, tuple[Speaker, ...])
        assert_type(quote.speaker.mentions, tuple[Span, ...])
        assert_type(quote.speaker.count, int | None)
        assert_type(quote.speaker.anonymity, str | None)
        assert_type(quote.speaker.anonymity_span, Span | None)

    assert_type(newsquote.parse_headline("Text."), Headline | None)
    assert_type(newsquote.parse_body("Text."), Body)
    assert_type(newsquote.parse_byline("By Ann Lee"), Byline | None)
    assert_type(newsquote.parse_dateline("LISBON -"), Dateline | None)
    assert_type(newsquote.parse_related("- One"), tuple[RelatedList, ...])
    assert_type(newsquote.parse_quotes("Text.", published=datetime(2026, 1, 2)), tuple[Quote, ...])
    assert_type(newsquote.parse_many(["Text.", Source(text="Text.", id="b")]), Iterator[Article])
    assert_type(newsquote.parse_many(["Text."], on_error="raise"), Iterator[Article])
    assert_type(
        newsquote.parse_many(["Text."], workers=2, on_error="yield"),
        Iterator[Article | ParseFailure],
    )
    assert_type(newsquote.mask_quotes("Text."), str)
    assert_type(newsquote.verify("Te", "Text."), Verification)
    assert_type(newsquote.verify("Te", "Text.").status, VerificationStatus)
    assert_type(newsquote.verify("Te", "Text.").span, Span | None)
    assert_type(newsquote.verify("Te", "Text.").spans, tuple[Span, ...])
    assert_type(newsquote.verify("Te", "Text.").share, float)
    assert_type(newsquote.verify("Te", article), Verification)
    assert_type(newsquote.verify("Te", "Text.").places, tuple[Span, ...])
    assert_type(newsquote.verify("Te", "Text.").changes, tuple[Change, ...])
    assert_type(newsquote.verify("Te", "Text.").changes[0].kind, ChangeKind)
    assert_type(newsquote.verify("Te", "Text.").changes[0].found, str)
    assert_type(newsquote.check("Te", "Text."), Check)
    assert_type(newsquote.check("Te", article, "Ann Lee").verdict, CheckVerdict)
    assert_type(newsquote.check("Te", article, article.speakers[0]).said_by, tuple[Speaker, ...])
    assert_type(newsquote.check("Te", article).place, CheckPlace | None)
    assert_type(newsquote.check("Te", article).places[0].quotes, tuple[Quote, ...])
    assert_type(newsquote.check("Te", article).polarity, Polarity | None)
    assert_type(newsquote.check("Te", article).changes, tuple[Change, ...])
    assert_type(newsquote.explain("Text.", (0, 2)), Explanation)
    assert_type(newsquote.explain("Text.", Span(0, 2)).evidence, tuple[str, ...])
    assert_type(newsquote.from_dict(newsquote.to_dict(article)), Article)
    assert_type(newsquote.from_dict(newsquote.to_dict(article, text=False), text="Text."), Article)
    assert_type(newsquote.resolve(article, "Q1"), Quote | Speaker)
    assert_type(UnknownIdError("no Q9", "Q9").value, object)
    assert_type(newsquote.get_pack("en"), LanguagePack)
    assert_type(
        newsquote.get_pack("en").with_words("agencies", ["Coastal News Service"]), LanguagePack
    )

    assert_type(newsquote.view(article), View)
    assert_type(str(newsquote.view(article)), str)

    seen_of_scores(article)
    seen_on_the_page(article)
    seen_of_quotes(quote)
    seen_of_values(article)

    ParseOptions(
        language=newsquote.get_pack("en"),
        model=None,
        known_people=(KnownPerson(name="Ann Lee", id="Q1"),),
    )

    # What must not pass: each ignore is needed, or mypy says that it is not.
    newsquote.parse(b"Text.")  # type: ignore[arg-type]
    newsquote.parse_many(["Text."], on_error="skip")  # type: ignore[call-overload]
    ParseOptions(model="other")  # type: ignore[arg-type]
    quote.confidence = 1.0  # type: ignore[misc]
    Span(0)  # type: ignore[call-arg]
    newsquote.parse("Text.", date(2026, 1, 2))  # type: ignore[call-arg, arg-type]
    newsquote.parse("Text.", published="2026-01-02")  # type: ignore[arg-type]
    newsquote.verify("Te")  # type: ignore[call-arg]
    newsquote.view("Text.")  # type: ignore[arg-type]
    newsquote.no_such_name  # type: ignore[attr-defined]  # noqa: B018 - asking is the test


def seen_of_scores(article: Article) -> None:
    """What predictions are worth."""
    gold = newsquote.read_brat("Text.", "", id=7)
    scores = newsquote.evaluate([article, gold], [article], by="publisher", intervals=True)
    assert_type(scores, Evaluation)
    assert_type(scores.attributed, Score)
    assert_type(scores.attributed.f1, float | None)
    assert_type(scores.attributed.interval, tuple[float, float] | None)
    assert_type(scores.by_kind, KindScores | None)
    assert_type(scores.groups, tuple[tuple[str, Evaluation], ...])
    assert_type(scores.mistakes, tuple[Mistake, ...])
    assert_type(scores.mistakes[0].gold, MarkedQuote | None)
    newsquote.evaluate(article, [article])  # type: ignore[arg-type]


def seen_on_the_page(article: Article) -> None:
    """The parts of a page."""
    assert_type(article.blocks, tuple[Block, ...])
    assert_type(article.blocks[0].text, str)
    assert_type(article.body.paragraphs[0].kind, ParagraphKind)
    assert_type(article.body.text_spans, tuple[Span, ...])
    assert_type(article.body.text, str)
    assert_type(article.credits, tuple[Credit, ...])
    assert_type(article.credits[0].kind, CreditKind)
    assert_type(article.credits[0].agencies, tuple[str, ...])
    assert_type(article.related, tuple[RelatedList, ...])
    assert_type(article.related[0].heading, str | None)
    assert_type(article.related[0].items, tuple[RelatedStory, ...])
    assert_type(article.related[0].items[0].url, str | None)
    assert_type(article.notes, tuple[Note, ...])
    assert_type(article.notes[0].code, NoteCode)
    assert_type(article.notes[0].span, Span | None)
    assert_type(article.bylines[0].agencies, tuple[str, ...])
    assert_type(article.bylines[0].authors[0].role_span, Span | None)
    if article.headline is not None:
        assert_type(article.headline.kicker, str | None)
        assert_type(article.headline.span, Span)
    if article.dateline is not None:
        assert_type(article.dateline.place, str | None)
        assert_type(article.dateline.date_text, str | None)
        assert_type(article.dateline.date, date | None)


def seen_of_quotes(quote: Quote) -> None:
    """Quotes, who said them, and what is no quote."""
    assert_type(quote.parts, tuple[Part, ...])
    assert_type(quote.parts[0].words, str)
    assert_type(quote.relayed_by, Mention | None)
    assert_type(quote.addressee, Mention | None)
    assert_type(quote.occasion, Mention | None)
    if quote.when is not None:
        assert_type(quote.when.date, date | None)
    if quote.speaker is not None:
        assert_type(quote.speaker.kind, SpeakerKind)
        assert_type(quote.speaker.name, str)
        assert_type(quote.speaker.role, str | None)
        assert_type(quote.speaker.affiliation, str | None)
        assert_type(quote.speaker.id, str | None)
    assert_type(quote.span.slice, slice)
    assert_type(len(quote.span), int)
    assert_type(quote.span < Span(0, 1), bool)
    assert_type(3 in quote.span, bool)
    assert_type(quote.span.overlaps(Span(0, 1)), bool)
    start, end = quote.span
    assert_type(start + end, int)
    assert_type(hash(quote), int)


def seen_of_values(article: Article) -> None:
    """What else comes back, and what goes in."""
    assert_type(article.speakers, tuple[Speaker, ...])
    assert_type(article.sources(), tuple[SourceCount, ...])
    assert_type(article.no_comments, tuple[NoComment, ...])
    assert_type(article.no_comments[0].cue, Cue)
    assert_type(article.no_comments[0].speaker, Speaker | None)
    assert_type(article.rejected, tuple[Rejected, ...])
    assert_type(article.rejected[0].reason, RejectionReason)
    explanation = newsquote.explain(article.text, Span(0, 1))
    assert_type(explanation.quote, Quote | None)
    assert_type(explanation.rejected, Rejected | None)
    assert_type(explanation.speaker, Speaker | None)
    assert_type(explanation.speaker_evidence, tuple[str, ...])
    assert_type(explanation.block, Block | None)
    assert_type(explanation.block_evidence, tuple[str, ...])
    for found in newsquote.parse_many(["Text."], on_error="yield"):
        if isinstance(found, ParseFailure):
            assert_type(found.index, int)
            assert_type(found.error, Exception)
        else:
            assert_type(found, Article)
    assert_type(Source(text="Text.", id=7).published, date | datetime | str | None)
    assert_type(
        Source(text="Text.", meta={"page": 7}).meta["page"], str | int | float | bool | None
    )
    assert_type(article.meta.get("page"), str | int | float | bool | None)
    assert_type(KnownPerson(name="Ann Lee").aliases, tuple[str, ...])
    try:
        newsquote.from_dict({})
    except SchemaError as error:
        assert_type(error.path, str)
    errors: list[type[newsquote.NewsquoteError]] = [
        newsquote.DataError,
        newsquote.OptionsError,
        newsquote.SchemaError,
        newsquote.UnknownLanguageError,
    ]
    assert_type(errors[0]("message"), newsquote.NewsquoteError)


def corpus(article: Article, speaker: Speaker) -> None:
    for person in newsquote.people(iter([article]), known=[KnownPerson(name="Ann Lee")]):
        assert_type(person, Person)
        assert_type(person.names, tuple[str, ...])
        assert_type(person.first, date | None)
        assert_type(person.doubtful, tuple[Doubt, ...])
        assert_type(person.doubtful[0].reason, DoubtReason)
        assert_type(person.doubtful[0].id, str | None)
    people = People(known=[KnownPerson(name="Ann Lee")])
    assert_type(people.add(article), tuple[str | None, ...])
    assert_type(people.ids(article), tuple[str | None, ...])
    assert_type(people.id_of(article, speaker), str | None)
    assert_type(people["p-1"], Person)
    assert_type(People(earlier=people).persons(), tuple[Person, ...])


def pages(page: bytes, path: Path, whole: bool) -> None:
    # doctests of this file are collected where the extra's library is not
    from newsquote.extras.html import Page, Statement, WholePage, read_page  # noqa: PLC0415

    assert_type(read_page(path), Page)
    assert_type(read_page(page, encoding="utf-8"), Page)
    assert_type(read_page(page, whole=True), WholePage)
    assert_type(read_page("<p>", whole=whole), Page)
    assert_type(read_page(page, whole=True).stated("title"), tuple[Statement, ...])


def searched(path: Path, article: Article) -> None:
    """A database: what goes in, what comes out."""
    with Database(path, read_only=False) as database:
        assert_type(database, Database)
        assert_type(database.add(article), bool)
        assert_type(database.holds("text", id="a-1"), bool)
        assert_type(len(database), int)
        hits = database.search("tax*", since=date(2024, 1, 1), kind=QuoteKind.DIRECT, limit=3)
    assert_type(hits, tuple[Hit, ...])
    assert_type(hits[0].speaker_kind, SpeakerKind | None)
    assert_type(hits[0].kind, QuoteKind)
    assert_type(hit_row(hits[0])["words"], Any)
