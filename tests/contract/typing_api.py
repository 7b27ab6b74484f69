"""What a type checker sees of the public API. Read by mypy, never run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import assert_type

import newsquote
from newsquote import (
    Article,
    Author,
    BlockRole,
    Body,
    Byline,
    Change,
    ChangeKind,
    Cue,
    CueCategory,
    Dateline,
    Explanation,
    Headline,
    KnownPerson,
    LanguagePack,
    Mention,
    Mode,
    Paragraph,
    ParseFailure,
    ParseOptions,
    Polarity,
    Quote,
    QuoteKind,
    RelatedList,
    Source,
    Span,
    Speaker,
    Verification,
    VerificationStatus,
)


def seen() -> None:  # noqa: PLR0915 - a list
    assert_type(newsquote.__version__, str)

    article = newsquote.parse("Text.", id="a", published=date(2026, 1, 2), options=ParseOptions(include_thoughts=True, include_nested=True))
    assert_type(article, Article)
    assert_type(article.text, str)
    assert_type(article.id, str | None)
    assert_type(article.published, date | datetime | None)
    assert_type(article.headline, Headline | None)
    assert_type(article.bylines, tuple[Byline, ...])
    assert_type(article.dateline, Dateline | None)
    assert_type(article.body, Body)
    assert_type(article.paragraphs, tuple[Paragraph, ...])
    assert_type(article.blocks[0].role, BlockRole)
    assert_type(article.bylines[0].authors, tuple[Author, ...])
    assert_type(article.quotes_by("Ann Lee"), tuple[Quote, ...])
    assert_type(article.sources()[0].words, int)

    quote = article.quotes[0]
    assert_type(quote.kind, QuoteKind)
    assert_type(quote.mode, Mode)
    assert_type(quote.span, Span)
    assert_type(quote.text, str)
    assert_type(quote.words, str)
    assert_type(quote.fingerprint, str)
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
    assert_type(newsquote.parse_quotes("Text.", published=datetime(2026, 1, 2)), tuple[Quote, ...])  # noqa: DTZ001 - a time without a zone is taken, too
    assert_type(newsquote.parse_many(["Text.", Source(text="Text.", id="b")]), Iterator[Article])
    assert_type(newsquote.parse_many(["Text."], on_error="raise"), Iterator[Article])
    assert_type(newsquote.parse_many(["Text."], workers=2, on_error="yield"), Iterator[Article | ParseFailure])
    assert_type(newsquote.mask_quotes("Text."), str)
    assert_type(newsquote.verify("Te", "Text."), Verification)
    assert_type(newsquote.verify("Te", "Text.").status, VerificationStatus)
    assert_type(newsquote.verify("Te", "Text.").span, Span | None)
    assert_type(newsquote.verify("Te", "Text.").spans, tuple[Span, ...])
    assert_type(newsquote.verify("Te", "Text.").share, float)
    assert_type(newsquote.verify("Te", "Text.").changes, tuple[Change, ...])
    assert_type(newsquote.verify("Te", "Text.").changes[0].kind, ChangeKind)
    assert_type(newsquote.verify("Te", "Text.").changes[0].found, str)
    assert_type(newsquote.explain("Text.", (0, 2)), Explanation)
    assert_type(newsquote.explain("Text.", Span(0, 2)).evidence, tuple[str, ...])
    assert_type(newsquote.from_dict(newsquote.to_dict(article)), Article)
    assert_type(newsquote.from_dict(newsquote.to_dict(article, text=False), text="Text."), Article)
    assert_type(newsquote.get_pack("en"), LanguagePack)
    assert_type(newsquote.get_pack("en").with_words("agencies", ["Coastal News Service"]), LanguagePack)

    ParseOptions(language=newsquote.get_pack("en"), model=None, known_people=(KnownPerson(name="Ann Lee", id="Q1"),))

    # What must not pass: each ignore is needed, or mypy says that it is not.
    newsquote.parse(b"Text.")  # type: ignore[arg-type]
    newsquote.parse_many(["Text."], on_error="skip")  # type: ignore[call-overload]
    ParseOptions(model="other")  # type: ignore[arg-type]
    quote.confidence = 1.0  # type: ignore[misc]
