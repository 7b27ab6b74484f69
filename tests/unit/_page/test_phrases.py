"""The beginning of a line against a list of phrases."""

import pytest

from newsquote._page import phrases

LIST = phrases.Phrases(
    (
        ("read more", "both"),
        ("read more on", "heading"),
        ("note:", "note"),
        ("share", "social"),
        ("24 hours", "other"),
    )
)


def first_words(text):
    return phrases.FirstWords(text, 0, len(text), phrases.MAX_PHRASE_WORDS)


def start(line):
    found = LIST.at_start(first_words(line))
    return None if found is None else (found.value, line[: found.end])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Read more: Dam opens", ("both", "Read more")),
        ("READ MORE ON dams", ("heading", "READ MORE ON")),
        ("» Read more", ("both", "» Read more")),
        ("Note: figures are rounded", ("note", "Note")),
        ("Note that figures are rounded", None),
        ("Reading more books", None),
        ("", None),
    ],
)
def test_the_longest_phrase_at_the_start_is_found(line, expected):
    assert start(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Share", "social"),
        ("SHARE 12", "social"),
        ("12 30 Share", "social"),
        ("24 share", "social"),
        ("Read 12 more 7", "both"),
        ("24 hours", "other"),
        ("24 days", None),
        ("Share prices fell", None),
        ("12", None),
    ],
)
def test_a_line_is_a_phrase_when_numbers_are_all_there_is_beside_it(line, expected):
    assert LIST.value_of_whole(first_words(line)) == expected


def test_first_words_say_where_they_end():
    text = "Ann’s mill, again"
    found = first_words(text)
    assert found.words == ("ann's", "mill", "again")
    assert [text[:end] for end in found.ends] == ["Ann’s", "Ann’s mill", "Ann’s mill, again"]
    assert found.are_all


def test_first_words_are_read_no_further_than_the_longest_phrase():
    text = "word " * 50
    assert not first_words(text).are_all


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Share", True), ("— Share this", True), ("Story", False), ("-" * 70 + " Share", False)],
)
def test_the_first_word_says_whether_a_line_may_open_with_a_phrase(line, expected):
    assert LIST.may_open(first_words(line)) is expected


def test_a_phrase_with_a_colon_needs_one():
    assert LIST.at_start(first_words("Note : figures")).value == "note"
    assert LIST.at_start(first_words("Note figures")) is None
