"""Through whom something was said."""

import pytest

from newsquote._quotes.clauses.go_betweens import GoBetweens
from newsquote._quotes.clauses.short_phrases import ShortPhrases
from newsquote._quotes.clauses.times import Times


def go_between(reading):
    phrases = ShortPhrases(reading.doc, Times(reading.doc))
    found = GoBetweens(reading.doc, phrases).phrase_at(0, reading.last)
    return None if found is None else reading.words(*found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("through an interpreter, then", "an interpreter"),
        ("via her sister, then", "her sister"),
        ("through a spokesman of the town, then", "a spokesman of the town"),
        ("according to a transcript, then", "a transcript"),
        ("according to a transcript by the court, then", "a transcript by the court"),
    ],
)
def test_a_go_between_is_a_person_or_a_transcript(read, text, expected):
    assert go_between(read(text)) == expected


@pytest.mark.parametrize(
    "text", ["through the rain", "through, then", "by a spokesman", "according with it"]
)
def test_there_is_no_go_between(read, text):
    assert go_between(read(text)) is None
