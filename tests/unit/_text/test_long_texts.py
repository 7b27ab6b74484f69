"""Texts that no article is as long as: numbers in arrays, and no collection of garbage."""

import contextlib
import gc
from array import array

import pytest

import newsquote
from newsquote._text import long_texts

ARTICLE = (
    "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood.\n\n"
    "“We kept our word,” Ann Lee told reporters. “It took long, and it cost more than we thought,” she said.\n\n"
    "Bo Ek, who runs the ferry, said that he would stay, and called the bridge ‘a waste of good stone’.\n\n"
)


@pytest.mark.parametrize(("length", "kind"), [(0, list), (3_000, list), (50_000_000, array)])
def test_a_long_text_has_its_numbers_in_arrays(length, kind):
    found = long_texts.int_sequence(length)
    assert isinstance(found, kind)
    assert list(found) == []


def test_offsets_of_the_longest_text_fit():
    long_texts.int_sequence(2**40).append(2**40)


def test_they_are_four_bytes_where_that_is_enough():
    assert long_texts.int_sequence(50_000_000).itemsize == 4


@pytest.mark.parametrize(
    "options",
    [
        newsquote.ParseOptions(include_thoughts=True, include_nested=True),
        newsquote.ParseOptions(model=None),
    ],
)
def test_arrays_and_lists_are_read_alike(monkeypatch, options):
    by_lists = newsquote.to_dict(newsquote.parse(ARTICLE * 20, options=options))
    monkeypatch.setattr(long_texts, "_MAX_ARTICLE_CHARS", 0)
    assert newsquote.to_dict(newsquote.parse(ARTICLE * 20, options=options)) == by_lists
    assert len(by_lists["quotes"]) > 40


@pytest.mark.parametrize("at_work", [True, False])
@pytest.mark.parametrize("length", [10, 200_000])
def test_the_collector_is_left_as_it_was(length, at_work):
    before = gc.isenabled()
    try:
        (gc.enable if at_work else gc.disable)()
        with long_texts.gc_paused(length):
            assert gc.isenabled() is (at_work and length < 50_000)
        assert gc.isenabled() is at_work
    finally:
        (gc.enable if before else gc.disable)()


def test_the_collector_is_at_work_again_after_an_error():
    with contextlib.suppress(MemoryError), long_texts.gc_paused(200_000):
        raise MemoryError
    assert gc.isenabled()


def test_reading_leaves_nothing_for_the_collector():
    newsquote.parse(ARTICLE)
    gc.collect()
    article = newsquote.parse(ARTICLE * 3)
    assert len(article.quotes) > 5
    del article
    assert gc.collect() == 0
