"""The laws hold for any text at all."""

import datetime
import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

import newsquote
from newsquote._folding import letters

ANY = st.text(st.characters(exclude_categories=()), max_size=80)  # lone surrogates and controls, too
ENDS = ("\n", "\n\n", "\r", "\r\n", "\u2028", "\u2029", "\x85", "\v", "\f", "\x1c")
MARKS = (
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "``",
    "''",
    "(",
    ")",
    "[",
    "]",
    " — ",
    " - ",
    "- ",
    "• ",
    "* ",
    "…",
    ": ",
    "? ",
    ". ",
    ", ",
)
WORDS = (
    "Ann Lee", "Mayor Bo Ek", "Dr. Ida Oyelaran-Voss", "McKay", "The Harbour Board", "she", "they", "He", "a spokesman for Norvale Council",
    "said", "told reporters", "according to", "According to", "denied", "believes", "that", "did not say", "asked", "wrote", "and", "the bridge will reopen",
    "By ", "By Ann Lee and Bo Ek", "LISBON (Reuters) -", "NORVALE, Feb. 3 (AP) —", "Related stories:", "Read more: ", "Reporting by ", "© 2026", "Q: ", "A: ",
    "Updated March 4, 2026", "ann.lee@example.org", "@annlee", "https://example.org/x", "12", "$3.5m", "e\u0301", "İ", "ﬁ", "😀", "\u200b", "\ufeff", "\xa0", "\x00",
)  # fmt: skip
NEWS = st.lists(st.one_of(st.sampled_from(ENDS), st.sampled_from(MARKS), st.sampled_from(WORDS), st.sampled_from((" ", " ", ANY)).flatmap(
    lambda piece: st.just(piece) if isinstance(piece, str) else piece)), max_size=60).map("".join)  # fmt: skip
TEXTS = st.one_of(NEWS, ANY)
THOUGHTS = newsquote.ParseOptions(include_thoughts=True, include_nested=True)


def spans(value):
    """(span, text beside it or None) of every part of an article."""
    article = value
    printed = [
        article.headline,
        article.dateline,
        *article.bylines,
        *article.paragraphs,
        *article.credits,
        *article.no_comments,
        *article.rejected,
    ]
    for quote in article.quotes:
        printed += [*quote.parts, quote.cue, quote.source, quote.relayed_by, quote.addressee, quote.occasion, quote.when]
        yield from ((part.inner, None) for part in quote.parts if part.inner)
    for no_comment in article.no_comments:
        printed += [no_comment.cue, no_comment.source]
    yield from ((thing.span, thing.text) for thing in printed if thing is not None)
    fielded = [article.headline, article.dateline, *article.speakers, *article.related]
    fielded += [author for byline in article.bylines for author in byline.authors]
    for thing in filter(None, fielded):
        for name in type(thing).__slots__:
            if name.endswith("_span") and getattr(thing, name) is not None:
                yield getattr(thing, name), getattr(thing, name.removesuffix("_span"))
    for pairs in [(byline.agency_spans, byline.agencies) for byline in article.bylines]:
        yield from zip(*pairs, strict=True)
    for credit in article.credits:
        yield from zip(credit.agency_spans, credit.agencies, strict=True)
        yield from zip(credit.people_spans, credit.people, strict=True)
    for related in article.related:
        yield related.span, None
        yield from ((item.span, item.title) for item in related.items)
    yield from ((mention, None) for speaker in article.speakers for mention in speaker.mentions)
    yield from ((block.span, None) for block in article.blocks)
    yield from ((note.span, None) for note in article.notes if note.span is not None)
    yield from ((span, None) for span in article.body.text_spans)


def lines(text):
    """(start, end) of every line that is not blank, without the blanks around it."""
    start = 0
    for whole in text.splitlines(keepends=True):
        line = whole.strip()
        if line:
            at = start + whole.index(line)
            yield at, at + len(line)
        start += len(whole)


@settings(max_examples=150)
@given(TEXTS)
def test_the_text_is_kept_and_every_span_slices_to_its_text(text):
    article = newsquote.parse(text, options=THOUGHTS)
    assert article.text == text
    for span, printed in spans(article):
        assert 0 <= span.start <= span.end <= len(text)
        if printed is not None:
            assert text[span.slice] == printed


@given(TEXTS)
def test_every_line_that_is_not_blank_belongs_to_exactly_one_block(text):
    blocks = [block.span for block in newsquote.parse(text).blocks]
    assert all(a.end <= b.start for a, b in itertools.pairwise(blocks))
    for start, end in lines(text):
        assert [newsquote.Span(start, end) in block for block in blocks].count(True) == 1, text[start:end]


@given(TEXTS)
def test_a_quote_has_parts_in_order_and_apart_and_points_at_what_is_there(text):
    article = newsquote.parse(text, options=THOUGHTS)
    for number, quote in enumerate(article.quotes):
        parts = [part.span for part in quote.parts]
        assert parts
        assert all(span.start < span.end for span in parts)
        assert all(a.end <= b.start for a, b in itertools.pairwise(parts))
        assert all(part.inner is None or part.inner in part.span for part in quote.parts)
        assert 0 <= quote.confidence <= 1
        assert quote.speaker is None or quote.speaker in article.speakers
        assert quote.parent is None or quote.parent in article.quotes[:number]
        assert quote.paragraph is None or quote.span.start in article.paragraphs[quote.paragraph].span


@given(TEXTS)
def test_thoughts_are_given_only_where_they_are_asked_for(text):
    assert all(quote.mode != "thought" for quote in newsquote.parse(text).quotes)


@given(TEXTS)
def test_the_same_text_gives_the_same_article(text):
    assert newsquote.parse(text) == newsquote.parse(text)


DATED = st.sampled_from(("LISBON, March 4 (AP) —", "Updated Feb. 29", "said on Tuesday", "Published 4 Mar 10:14", "31 June", "in May")).map(
    "{} “It is over,” said Ann Lee.".format
)
DAYS = st.one_of(st.dates(), st.datetimes(), st.datetimes(timezones=st.just(datetime.UTC)))


@given(st.one_of(DATED, NEWS), DAYS)
def test_any_day_of_publication_is_taken_and_kept(text, published):
    assert newsquote.parse(text, published=published).published == published


@given(TEXTS)
def test_the_readers_of_one_line_take_any_text(text):
    for found in (newsquote.parse_byline(text), newsquote.parse_dateline(text)):
        assert found is None or text[found.span.slice] == found.text


@given(TEXTS)
def test_masking_keeps_the_length_and_the_line_ends(text):
    masked = newsquote.mask_quotes(text)
    assert len(masked) == len(text)
    assert all(new in {old, " "} for old, new in zip(text, masked, strict=True))
    assert [c for c in masked if c in "\r\n"] == [c for c in text if c in "\r\n"]


@given(TEXTS, st.integers(0, 90), st.integers(0, 30))
def test_a_slice_of_a_text_is_verbatim_in_it(text, start, length):
    quotation = text[start : start + length]
    found = newsquote.verify(quotation, text)
    assert bool(found) is bool(letters(quotation))
    assert found.span is None or text[found.span.slice] == quotation.strip()
