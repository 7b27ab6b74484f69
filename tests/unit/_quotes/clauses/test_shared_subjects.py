"""The subject that a cue shares with its sentence."""

import pytest

from newsquote._quotes.rules import Side


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left, adding that.", "He"),
        ("Iris Quell left, adding that.", "Iris Quell"),
        ("The town council was late, adding that.", "The town council"),
        ("In Tarnby, Iris Quell left, adding that.", "Iris Quell"),
        ("“We” left Quell, adding that.", "Quell"),
    ],
)
def test_a_participle_shares_the_subject_of_its_sentence(read, text, expected):
    reading = read(text)
    source = reading.sources.subject(reading.cue("adding"))
    assert (reading.source(source), source.side) == (expected, Side.SHARED)


def test_a_sentence_may_have_no_subject_to_share(read):
    reading = read("Rain fell, adding that.")
    assert reading.sources.subject_of(0, 0) is None
