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


def start(line):
    found = LIST.at_start(line, phrases.head(line, 0, len(line)))
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
    assert LIST.whole(phrases.head(line, 0, len(line))) == expected


def test_a_head_says_where_its_words_end():
    text = "Ann’s mill, again"
    found = phrases.head(text, 0, len(text))
    assert found.words == ("ann's", "mill", "again")
    assert [text[:end] for end in found.ends] == ["Ann’s", "Ann’s mill", "Ann’s mill, again"]
    assert found.whole


def test_a_head_reads_no_further_than_the_longest_phrase():
    text = "word " * 50
    assert not phrases.head(text, 0, len(text)).whole
