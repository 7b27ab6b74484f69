"""What may stand between a cue and its content: when, where and in what it was said."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee said Monday that.", "Monday"),
        ("Lee said later that.", "later"),
        ("Lee said in a statement that.", "in a statement"),
        ("Lee said on the new bridge that.", "on the new bridge"),  # up to "that"
        ("Lee said in Tarnby, and left.", "in Tarnby"),  # up to the comma
        ("Lee said in a statement on Monday that.", "in a statement on Monday"),
    ],
)
def test_adverbials_are_passed(read, text, expected):
    reading = read(text)
    start = reading.behind("said")
    assert reading.words(start, reading.adverbials.end_of_all(start, reading.last)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Lee said no.",
        "Lee said even now.",  # belongs to the content
        "Lee said of Monday that.",  # no adverbial begins with "of"
        "Lee said in “the old” statement that.",  # marks come first
        "Lee said in, well, Tarnby.",  # nothing stands behind the preposition
        "Lee said in one two three four five six seven eight nine words.",
        "Lee said “later” that.",
    ],
)
def test_other_words_are_none(read, text):
    reading = read(text)
    start = reading.behind("said")
    assert reading.adverbials.length(start, reading.last) == 0
    assert reading.adverbials.end_of_all(start, reading.last) == start
