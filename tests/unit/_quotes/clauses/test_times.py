"""Where a time ends."""

import pytest

from newsquote._quotes.clauses.times import Times, word_within


def time(reading, k=0, end=None):
    end = reading.last if end is None else end
    stop = Times(reading.doc).end_at(k, end)
    return reading.words(k, stop) if stop else None


@pytest.mark.parametrize(
    "text",
    [
        "Monday",
        "on Monday",
        "late on Monday night",
        "on Monday, March 4",
        "on Monday, March 4, 2026",
        "on Monday March 4",
        "on Good Friday",
        "yesterday",
        "tomorrow morning",
        "last week",
        "this morning",
        "last Monday evening",
        "on March 4",
        "on March 4, 2026",
        "on March 4 2026",
        "on Mar. 4",
        "in March",
        "in March 2026",
        "in 2026",
        "on 4 March",
        "on 4 March 2026",
        "three days later",
        "2 weeks ago",
        "the day before",
        "at noon",
        "at 5 p.m.",
    ],
)
def test_a_time_is_read_to_its_end(read, text):
    assert time(read(text + " of it")) == text


@pytest.mark.parametrize(
    "text",
    [
        "rain",
        "on rain",
        "the rain",
        "March on it",  # a month alone needs "in"
        "on March came",
        "on 2026",
        "at 5",
        "sun came",  # too short for a weekday
        "Monday's rain",
        "last rain",
        "three days",
        "4 rains",
    ],
)
def test_no_time_begins(read, text):
    assert time(read(text + " of it")) is None


def test_nothing_behind_the_stretch_is_read(read):
    reading = read("on Monday, March 4")
    assert time(reading, end=2) == "on Monday"
    assert time(reading, end=1) is None
    assert word_within(reading.doc.lowers, 0, 1) == "on"
    assert word_within(reading.doc.lowers, 1, 1) == ""
