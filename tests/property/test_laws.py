"""The laws hold for any text at all."""

import datetime

import laws
from hypothesis import given, settings
from hypothesis import strategies as st
from newslike import NEWS, STORY, TEXTS

import newsquote
from newsquote._folding import letters

THOUGHTS = newsquote.ParseOptions(include_thoughts=True, include_nested=True)
WAYS = st.sampled_from(
    (
        None,
        THOUGHTS,
        newsquote.ParseOptions(model=None),
        newsquote.ParseOptions(model=None, include_thoughts=True),
    )
)


@settings(max_examples=150)
@given(TEXTS, WAYS)
def test_the_text_is_kept_and_every_span_slices_to_its_text(text, options):
    article = newsquote.parse(text, options=options)
    assert article.text == text
    laws.spans_slice(article)


@settings(max_examples=150)
@given(TEXTS)
def test_every_line_that_is_not_blank_belongs_to_exactly_one_block(text):
    laws.blocks_cover(newsquote.parse(text))


@settings(max_examples=150)
@given(st.one_of(TEXTS, STORY), WAYS)
def test_a_quote_has_parts_in_order_and_apart_and_points_at_what_is_there(text, options):
    laws.quotes_hold(newsquote.parse(text, options=options))


@given(st.one_of(TEXTS, STORY), WAYS)
def test_what_is_written_and_read_back_is_equal(text, options):
    laws.round_trip(newsquote.parse(text, options=options))


@given(TEXTS)
def test_thoughts_are_given_only_where_they_are_asked_for(text):
    assert all(quote.mode != "thought" for quote in newsquote.parse(text).quotes)


@given(TEXTS)
def test_the_same_text_gives_the_same_article(text):
    assert newsquote.parse(text) == newsquote.parse(text)


DATED = st.sampled_from(
    (
        "LISBON, March 4 (AP) —",
        "Updated Feb. 29",
        "said on Tuesday",
        "Published 4 Mar 10:14",
        "31 June",
        "in May",
    )
).map("{} “It is over,” said Ann Lee.".format)
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
