"""The source before its cue."""

import pytest

from newsquote._quotes.rules import Side


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee said no.", "Lee"),
        ("Lee, meanwhile, said no.", "Lee"),
        ("Lee, on Monday, said no.", "Lee"),
        ("Iris Quell, the mayor, said no.", "Iris Quell, the mayor"),
        ("Iris Quell, 34, the mayor, said no.", "Iris Quell, 34, the mayor"),
        ("Iris Quell (Wexmouth) said no.", "Iris Quell (Wexmouth"),
        ("Iris Quell – the mayor – said no.", "Iris Quell – the mayor"),
    ],
)
def test_the_subject_stands_before_the_verb(read, text, expected):
    reading = read(text)
    source = reading.sources.left(reading.cue("said"))
    assert (reading.source(source), source.side) == (expected, Side.LEFT)


@pytest.mark.parametrize(
    ("word", "text"),
    [("who", "The man who said no left."), ("that", "The firm that said no left.")],
)
def test_a_relative_pronoun_is_the_subject(read, word, text):
    reading = read(text)
    source = reading.sources.left(reading.cue("said"))
    assert (reading.source(source), source.side) == (word, Side.RELATIVE)


@pytest.mark.parametrize("text", ["Said Lee: no.", "It rained, said Lee.", "“It rained” said Lee."])
def test_no_subject_stands_before_the_verb(read, text):
    reading = read(text)
    assert reading.sources.left(reading.cues[0]) is None
