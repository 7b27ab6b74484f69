"""The source behind its cue, and the one of "according to"."""

import pytest

from newsquote._quotes.rules import Side


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No,” said Lee.", "Lee"),
        ("“No,” said Mayor Iris Quell on Monday.", "Mayor Iris Quell"),
        ("“No,” said Iris Quell, the mayor of Wexmouth.", "Iris Quell, the mayor of Wexmouth"),
        ("“No,” said Iris Quell, 34, and left.", "Iris Quell, 34"),
        ("“No,” said Iris Quell, a lover of rain.", "Iris Quell"),
        ("“No,” said Iris Quell, who left.", "Iris Quell"),
        ("“No,” said Quell and Brandt.", "Quell and Brandt"),
        ("“No,” said Quell and left.", "Quell"),
        ("“No,” said the mayor of Wexmouth in a statement.", "the mayor of Wexmouth"),
        ("“No,” said a man with a dog.", "a man with a dog"),
        ("“No,” said Quell with a smile.", "Quell"),
        ("“No,” said that.", "that"),
    ],
)
def test_the_subject_stands_behind_the_verb(read, text, expected):
    reading = read(text)
    source = reading.sources.right(reading.cue("said"))
    assert (reading.source(source), source.side) == (expected, Side.RIGHT)


@pytest.mark.parametrize(
    "text",
    [
        "“No,” said in it.",
        "“No,” said that man.",  # "that" begins a content
        "He said Quell left early.",  # the subject of a clause
        "He said it was late.",
        "He said “no.”",
        "He said.",
        "He said the.",
    ],
)
def test_what_stands_behind_the_verb_is_no_source(read, text):
    reading = read(text)
    assert reading.sources.right(reading.cue("said")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rains, according to Quell.", "Quell"),
        ("It rains, according to the report.", "the report"),
        ("It rains, according to officials.", "officials"),
        ("It rains, according to police documents seen here.", "police documents seen here"),
        ("It went according to plan.", None),
    ],
)
def test_according_to_names_somebody_who_can_speak(read, text, expected):
    reading = read(text)
    assert reading.source(reading.sources.right(reading.cue("according"))) == expected
