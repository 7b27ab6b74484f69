"""Why was this read as it was?

In: an article with the records that it was made from, and a place or a number in it. Out: an
``Explanation``. Why: whoever doubts a result wants to see what it rests on. The evidence is what
the rooms kept while they read; nothing is worked out a second time, and nothing is guessed.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from newsquote._evidence import block_lines, evidence_lines, resolution_lines
from newsquote._text.ranges import Chars
from newsquote.models import Explanation, Span

if TYPE_CHECKING:
    from newsquote._pipeline import ReadArticle
    from newsquote.models import Article, Block, Rejected, Speaker

__all__ = ["explain_line", "explain_quote", "explain_span", "explain_speaker"]


def explain_span(read: ReadArticle, span: Span) -> Explanation:
    """What is at a span: the quote with most of it inside, or why there is none."""
    article = read.article
    index = _quote_at(article, span)
    quote = None if index is None else article.quotes[index]
    rejected = _rejected_at(article, span) if index is None else None
    evidence = _no_quote_evidence(rejected) if index is None else _quote_evidence(read, index)
    speaker = _speaker_mentioned_at(article, span, exactly=True)
    mention: Chars | None = Chars(span.start, span.end)
    if speaker is None and index is not None:
        speaker, mention = article.quotes[index].speaker, _speaking(read, index)
    elif speaker is None:
        speaker, mention = _speaker_mentioned_at(article, span, exactly=False), None
    block = _block_at(article, span.start)
    return Explanation(
        span=span,
        quote=quote,
        rejected=rejected,
        evidence=evidence,
        speaker=speaker,
        speaker_evidence=_mention_evidence(read, mention),
        block=block,
        block_evidence=_block_evidence(read, block),
    )


def explain_quote(read: ReadArticle, index: int) -> Explanation:
    """The quote at an index of ``article.quotes``."""
    quote = read.article.quotes[index]
    block = _block_at(read.article, quote.span.start)
    return Explanation(
        span=quote.span,
        quote=quote,
        rejected=None,
        evidence=_quote_evidence(read, index),
        speaker=quote.speaker,
        speaker_evidence=_mention_evidence(read, _speaking(read, index)),
        block=block,
        block_evidence=_block_evidence(read, block),
    )


def explain_speaker(read: ReadArticle, speaker: Speaker) -> Explanation:
    """One of ``article.speakers``; the span is that of the first mention."""
    return Explanation(
        span=min(speaker.mentions, default=Span(0, 0)),
        quote=None,
        rejected=None,
        evidence=(),
        speaker=speaker,
        speaker_evidence=_speaker_evidence(read, speaker),
    )


def explain_line(read: ReadArticle, line: Span) -> Explanation:
    """The block of a line, given without the blanks around it; None where all of it is blank."""
    block = _block_at(read.article, line.start)
    return Explanation(
        span=line,
        quote=None,
        rejected=None,
        evidence=(),
        block=block,
        block_evidence=_block_evidence(read, block),
    )


# What is where.


def _quote_at(article: Article, span: Span) -> int | None:
    """The index of the quote with most of it inside a span; of equals, the shortest."""
    best, most, length = None, 0, 0
    for index, quote in enumerate(article.quotes):
        shared = sum(_shared(part.span, span) for part in quote.parts)
        if shared and (shared > most or (shared == most and len(quote.span) < length)):
            best, most, length = index, shared, len(quote.span)
    return best


def _shared(one: Span, other: Span) -> int:
    """How many code points two spans have in common."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _rejected_at(article: Article, span: Span) -> Rejected | None:
    return next((found for found in article.rejected if _touches(found.span, span)), None)


def _touches(found: Span, span: Span) -> bool:
    """As ``overlaps``, but an empty span touches what it stands in."""
    return found.start < span.end and span.start < found.end


def _speaker_mentioned_at(article: Article, span: Span, *, exactly: bool) -> Speaker | None:
    """Whom the very words at a span mention, or some of them."""
    for speaker in article.speakers:
        if exactly and span in speaker.mentions:
            return speaker
        if not exactly and any(span.overlaps(mention) for mention in speaker.mentions):
            return speaker
    return None


def _block_at(article: Article, offset: int) -> Block | None:
    return next((block for block in article.blocks if offset in block.span), None)


# What was kept while it was read. Each of these is the one place that a kind of evidence comes
# from.


def _quote_evidence(read: ReadArticle, index: int) -> tuple[str, ...]:
    return evidence_lines(read.reading.quotes[index].attribution.evidence)


def _no_quote_evidence(rejected: Rejected | None) -> tuple[str, ...]:
    if rejected is None:
        return ("no attribution was found here",)
    return (f"rejected: {rejected.reason.value}",)


def _speaking(read: ReadArticle, index: int) -> Chars | None:
    """The mention of who says the quote at an index."""
    return read.reading.quotes[index].attribution.speaking


def _mention_evidence(read: ReadArticle, mention: Chars | None) -> tuple[str, ...]:
    """Why one mention means whom it means, or nobody."""
    if mention is None:
        return ()
    resolution = read.reading.people.resolutions.get(mention)
    return () if resolution is None else resolution_lines(resolution, read.article.text)


def _speaker_evidence(read: ReadArticle, speaker: Speaker) -> tuple[str, ...]:
    """Why each mention that was asked for means a speaker, in text order."""
    people = read.reading.people
    pairs = zip(read.article.speakers, people.identities, strict=True)
    identity = next(identity for one, identity in pairs if one is speaker)
    lines: list[str] = []
    for _, resolution in sorted(people.resolutions.items(), key=itemgetter(0)):
        if resolution.identity is identity:
            lines += resolution_lines(resolution, read.article.text)
    return tuple(lines)


def _block_evidence(read: ReadArticle, block: Block | None) -> tuple[str, ...]:
    """Why a block has its role."""
    if block is None:
        return ()
    records = zip(read.article.blocks, read.reading.layout.blocks, strict=True)
    return next(block_lines(record, read.article.text) for one, record in records if one is block)
