"""What looks like an attribution and reports no statement."""

import pytest

import newsquote


def quoted(text):
    return [quote.words for quote in newsquote.parse_quotes(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Bald tyres indicate that the car has been driven too hard.",
        "That would suggest that the bridge was closed early.",
        "The rest, as they say, is history.",
        "It’s worth noting that the bridge was closed in May.",
    ],
)
def test_things_and_idioms_say_nothing(text):
    assert quoted(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The report indicates that the car has been driven too hard.",
        "A survey of drivers suggests that the car has been driven too hard.",
        "Ann Lee indicated that the car has been driven too hard.",
        "Researchers showed that the car has been driven too hard.",
    ],
)
def test_people_and_what_is_written_do(text):
    assert quoted(text) == ["that the car has been driven too hard"]


def test_what_stands_in_marks_was_said_whatever_the_verb():
    assert quoted("The sign suggests “a long wait for all of us.”") == [
        "a long wait for all of us."
    ]
