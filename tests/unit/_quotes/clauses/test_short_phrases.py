"""Noun phrases in the stretches beside a cue."""

import pytest

from newsquote._quotes.clauses.short_phrases import MAX_PHRASE_TOKENS, ShortPhrases
from newsquote._quotes.clauses.times import Times


def phrase(reading, k=0):
    stop = ShortPhrases(reading.doc, Times(reading.doc)).end_at(k, reading.last)
    return reading.words(k, stop) if stop else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the new mayor, then", "the new mayor"),
        ("the new mayor of Wexmouth", "the new mayor"),
        ("the mayor's office that", "the mayor's office"),
        ("St. Brandt Hall, then", "St. Brandt Hall"),
        ("the mayor on Monday", "the mayor"),
        ("a meeting Monday", "a meeting"),
        ("the Monday meeting", "the Monday meeting"),
        ("the mayor and Kim", "the mayor"),
        ("the mayor but not Kim", "the mayor"),
        ("a talk aired by Kim", "a talk"),
    ],
)
def test_a_noun_phrase_ends_at_a_sign_a_small_word_or_a_time(read, text, expected):
    assert phrase(read(text)) == expected


@pytest.mark.parametrize("text", [", then", "of rain", "the of", "“no”"])
def test_there_is_no_noun_phrase(read, text):
    assert phrase(read(text)) is None


def test_a_long_phrase_is_cut(read):
    assert phrase(read("old " * 20)) == " ".join(["old"] * MAX_PHRASE_TOKENS)
