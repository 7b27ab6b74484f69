"""Numbers of a text's tokens: lists for articles, arrays for texts that no article is as long as."""

from array import array

import pytest

import newsquote
from newsquote._text import numbers

ARTICLE = (
    "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood.\n\n"
    "“We kept our word,” Ann Lee told reporters. “It took long, and it cost more than we thought,” she said.\n\n"
    "Bo Ek, who runs the ferry, said that he would stay, and called the bridge ‘a waste of good stone’.\n\n"
)


@pytest.mark.parametrize(("length", "kind"), [(0, list), (3_000, list), (50_000_000, array)])
def test_a_long_text_has_its_numbers_in_arrays(length, kind):
    found = numbers.room(length)
    assert isinstance(found, kind)
    assert list(found) == []


def test_offsets_of_the_longest_text_fit():
    numbers.room(2**40).append(2**40)


def test_they_are_four_bytes_where_that_is_enough():
    assert numbers.room(50_000_000).itemsize == 4


@pytest.mark.parametrize(
    "options", [newsquote.ParseOptions(include_thoughts=True, include_nested=True), newsquote.ParseOptions(model=None)]
)
def test_arrays_and_lists_are_read_alike(monkeypatch, options):
    by_lists = newsquote.to_dict(newsquote.parse(ARTICLE * 20, options=options))
    monkeypatch.setattr(numbers, "_LONG", 0)
    assert newsquote.to_dict(newsquote.parse(ARTICLE * 20, options=options)) == by_lists
    assert len(by_lists["quotes"]) > 40
