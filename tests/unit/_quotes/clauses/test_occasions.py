"""On what occasion something was said."""

import pytest

from newsquote._quotes.clauses.occasions import Occasions
from newsquote._quotes.clauses.short_phrases import ShortPhrases
from newsquote._quotes.clauses.times import Times


def occasion(reading):
    times = Times(reading.doc)
    occasions = Occasions(reading.doc, times, ShortPhrases(reading.doc, times))
    stop = occasions.end_at(0, reading.last)
    return reading.words(0, stop) if stop else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in an interview, then", "in an interview"),
        (
            "in an interview with the Herald on its website, then",
            "in an interview with the Herald on its website",
        ),
        ("in an interview with the Herald on Monday", "in an interview with the Herald"),
        ("at a rally in Tarnby for Kim to Ott", "at a rally in Tarnby for Kim"),
        ("on Facebook, then", "on Facebook"),
        ("by phone from Tarnby", "by phone"),
        ("in a statement of, then", "in a statement"),
    ],
)
def test_an_occasion_takes_in_what_belongs_to_it(read, text, expected):
    assert occasion(read(text)) == expected


@pytest.mark.parametrize(
    "text", ["an interview", "in the rain", "of an interview", "in", "in, an interview"]
)
def test_there_is_no_occasion(read, text):
    assert occasion(read(text)) is None
