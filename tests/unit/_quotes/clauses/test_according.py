"""The content of "according to"."""

import pytest

from newsquote._quotes.rules import Rule


@pytest.mark.parametrize(
    ("text", "rule", "expected"),
    [
        ("It rains, according to Kim.", Rule.ACCORDING_BEHIND, ["It rains"]),
        ("It rains according to Kim.", Rule.ACCORDING_BEHIND, ["It rains"]),
        (
            "The gate, according to Kim, will hold.",
            Rule.ACCORDING_BEHIND,
            ["The gate", "will hold"],
        ),
        ("It rains, according to Kim, who left.", Rule.ACCORDING_BEHIND, ["It rains"]),
        ("According to Kim, it rains.", Rule.ACCORDING_BEFORE, ["it rains"]),
        ("But according to Kim, it rains.", Rule.ACCORDING_BEFORE, ["it rains"]),
        ("In the words of Kim, it rains.", Rule.ACCORDING_BEFORE, ["it rains"]),
    ],
)
def test_the_clause_around_is_the_content(read, text, rule, expected):
    reading = read(text)
    cue = reading.cues[0]
    content = reading.contents.content_of(cue, reading.sources.right(cue))
    assert (content.rule, reading.pieces(content)) == (rule, expected)


@pytest.mark.parametrize(
    "text", ["According to Kim it rains.", "According to Kim.", "According to Kim,"]
)
def test_there_is_no_content(read, text):
    reading = read(text)
    cue = reading.cues[0]
    assert reading.contents.content_of(cue, reading.sources.right(cue)) is None


def test_the_comma_before_the_content_is_near(read):
    few, many = "of rain " * 7, "of rain " * 9
    reading = read(f"According to Kim {few}, it rains. According to Kim {many}, it rains.")
    found = [
        reading.contents.content_of(cue, reading.sources.right(cue)._replace(hi=cue.j + 1))
        for cue in reading.cues
    ]
    assert [reading.pieces(content) for content in found] == [["it rains"], None]
