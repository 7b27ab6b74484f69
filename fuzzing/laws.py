"""What holds of every article, whatever the text.

In: an article, and the text it was read from. Out: nothing, or a ``LawError`` that names the law.
Why: the property tests and the fuzzing targets ask the same questions, so these stand once. No
``assert``: the laws hold under ``-O``, too.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import newsquote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsquote import Article, Quote, Span

__all__ = [
    "LawError",
    "blocks_cover",
    "demand",
    "every_law",
    "lines",
    "quotes_hold",
    "round_trip",
    "spans",
    "spans_slice",
]


class LawError(AssertionError):
    """A law of the design is broken."""


def demand(held: object, law: str) -> None:
    """Raise the error that names a law, unless it held."""
    if not held:
        raise LawError(law)


def spans(article: Article) -> Iterator[tuple[Span, str | None]]:
    """Every span of an article, with the text that is given beside it, or None."""
    printed: list[Any] = [
        article.headline,
        article.dateline,
        *article.bylines,
        *article.paragraphs,
        *article.credits,
        *article.no_comments,
        *article.rejected,
    ]
    for quote in article.quotes:
        printed += [
            *quote.parts,
            quote.cue,
            quote.source,
            quote.relayed_by,
            quote.addressee,
            quote.occasion,
            quote.when,
        ]
        yield from ((part.inner, None) for part in quote.parts if part.inner)
    for no_comment in article.no_comments:
        printed += [no_comment.cue, no_comment.source]
    yield from ((thing.span, thing.text) for thing in printed if thing is not None)
    yield from _fields(article)
    for related in article.related:
        yield related.span, None
        yield from ((item.span, item.title) for item in related.items)
    yield from ((mention, None) for speaker in article.speakers for mention in speaker.mentions)
    yield from ((block.span, None) for block in article.blocks)
    yield from ((note.span, None) for note in article.notes if note.span is not None)
    yield from ((span, None) for span in article.body.text_spans)


def _fields(article: Article) -> Iterator[tuple[Span, str]]:
    """The fields with a span beside them."""
    fielded: list[Any] = [article.headline, article.dateline, *article.speakers, *article.related]
    fielded += [author for byline in article.bylines for author in byline.authors]
    fielded += [item for related in article.related for item in related.items]
    for thing in filter(None, fielded):
        for name in type(thing).__slots__:
            if name.endswith("_span") and getattr(thing, name) is not None:
                yield getattr(thing, name), getattr(thing, name.removesuffix("_span"))
    for byline in article.bylines:
        if byline.agency_spans:
            yield from zip(byline.agency_spans, byline.agencies, strict=True)
    for credit in article.credits:
        if credit.agency_spans:
            yield from zip(credit.agency_spans, credit.agencies, strict=True)
        if credit.people_spans:
            yield from zip(credit.people_spans, credit.people, strict=True)


def lines(text: str) -> Iterator[tuple[int, int]]:
    """The start and the end of every line that is not blank, without the blanks around it."""
    start = 0
    for whole in text.splitlines(keepends=True):
        line = whole.strip()
        if line:
            at = start + whole.index(line)
            yield at, at + len(line)
        start += len(whole)


def spans_slice(article: Article) -> None:
    """Every span lies in the text, and what is given beside it is what stands there."""
    for span, printed in spans(article):
        demand(0 <= span.start <= span.end <= len(article.text), f"{span} lies in the text")
        demand(
            printed is None or article.text[span.slice] == printed, f"{printed!r} stands at {span}"
        )
    demand(
        article.body.text
        == "\n\n".join(article.text[span.slice] for span in article.body.text_spans),
        "the body's text is that of its spans",
    )


def blocks_cover(article: Article) -> None:
    """Every line that is not blank belongs to exactly one block."""
    blocks = [block.span for block in article.blocks]
    demand(
        all(a.end <= b.start for a, b in itertools.pairwise(blocks)),
        "blocks stand in order and apart",
    )
    left = iter(blocks)
    block = next(left, None)
    for start, end in lines(article.text):
        while block is not None and block.end <= start:
            block = next(left, None)
        demand(
            block is not None and block.start <= start and end <= block.end,
            f"the line at {start} lies in a block",
        )


def quotes_hold(article: Article) -> None:
    """Every quote has parts in order and apart, and points at what is there."""
    before: set[int] = set()
    for quote in article.quotes:
        parts = [part.span for part in quote.parts]
        demand(parts and all(len(span) for span in parts), "a quote has parts, and none is empty")
        demand(
            all(a.end <= b.start for a, b in itertools.pairwise(parts)),
            "the parts of a quote stand in order and apart",
        )
        demand(
            all(part.inner is None or part.inner in part.span for part in quote.parts),
            "what is inside the marks lies in the part",
        )
        demand(
            all(_is_somewhere(part.span, article) for part in quote.parts),
            "a part lies in the body or in the headline",
        )
        demand(
            quote.paragraph is not None
            or (article.headline is not None and quote.span.start in article.headline.span),
            "a quote without a paragraph begins in the headline",
        )
        demand(
            all(words and words == words.strip() for words in _printed_of(quote)),
            "parts, cues and sources are words, without blanks at their ends",
        )
        demand(0 <= quote.confidence <= 1, "confidence is a share")
        demand(
            quote.speaker is None or quote.speaker in article.speakers,
            "a quote's speaker is one of the article's",
        )
        demand(
            quote.parent is None or id(quote.parent) in before, "a parent stands before its quote"
        )
        demand(
            quote.paragraph is None or quote.span.start in article.paragraphs[quote.paragraph].span,
            "a quote begins in its paragraph",
        )
        before.add(id(quote))


def _is_somewhere(span: Span, article: Article) -> bool:
    """Whether a span lies where quotes are read."""
    places = (article.body.span, article.headline.span if article.headline else None)
    return any(place is not None and span in place for place in places)


def _printed_of(quote: Quote) -> list[str]:
    """What is printed of a quote."""
    beside = (quote.cue, quote.source, quote.relayed_by, quote.addressee, quote.occasion)
    return [
        *(part.text for part in quote.parts),
        *(mention.text for mention in beside if mention is not None),
        *([] if quote.when is None else [quote.when.text]),
    ]


def round_trip(article: Article) -> None:
    """What is written as plain values and read back is equal."""
    demand(
        newsquote.from_dict(newsquote.to_dict(article)) == article,
        "from_dict(to_dict(article)) == article",
    )


def every_law(article: Article, text: str) -> None:
    """All of them, of an article that was read from a text."""
    demand(article.text == text, "the text is kept")
    spans_slice(article)
    blocks_cover(article)
    quotes_hold(article)
    round_trip(article)
