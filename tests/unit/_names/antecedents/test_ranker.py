"""Whom a pronoun means."""

import pytest

from newsquote import NoteCode


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Nora Vance sat down. Then she spoke.", "she", "Nora Vance"),
        ("Peter Brandt sat down. Then he spoke.", "he", "Peter Brandt"),
        ("Nora Vance met Peter Brandt. Then she spoke.", "she", "Nora Vance"),
        ("Nora Vance met Peter Brandt. Then he spoke.", "he", "Peter Brandt"),
        ("Mrs. Quell met Mr. Brandt. Then he spoke.", "he", "Brandt"),
        ("Mrs. Quell met Mr. Brandt. Then she spoke.", "she", "Quell"),
        ("The call came from spokeswoman Iris Quell.\nThen she spoke.", "she", "Iris Quell"),
    ],
)
def test_he_and_she_mean_the_person_who_fits(meant, text, mention, name):
    assert meant(text, mention) == [name]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("The river rose. Then she spoke.", "she"),
        ("Peter Brandt sat down. Then she spoke.", "she"),
        ("Mrs. Quell sat down. Then he spoke.", "he"),
        ("Nora Vance sat down. Then they spoke.", "they"),
        ("Then she spoke. Later Nora Vance sat down.", "she"),
        (
            "Nora Vance sat down.\nIt rained.\nIt snowed.\nIt froze.\nIt thawed.\nThen she spoke.",
            "she",
        ),
    ],
)
def test_where_nothing_supports_a_choice_nobody_is_meant_and_a_note_says_so(link, text, mention):
    _, found, notes = link(text, mention)
    assert found == [None]
    assert [note.code for note in notes.records] == [NoteCode.UNKNOWN_SPEAKER]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Nora Vance's deputy, Iris Quell, sat down. Then she spoke.", "she", "Iris Quell"),
        ("Peter Brandt met Paul Quell. Later Quell rang, and he spoke.", "he", "Paul Quell"),
        (
            "Nora Vance and Peter Brandt sat down. Then they spoke.",
            "they",
            "Nora Vance and Peter Brandt",
        ),
        ("The pilots sat down. Then they spoke.", "they", "pilots"),
        ("The Tide Council met. Then it spoke.", "it", "Tide Council"),
        ("When she spoke, Nora Vance smiled.", "she", "Nora Vance"),
        ("A waitress saw Peter Brandt. Then she spoke.", "she", "waitress"),
        ("The town met Nora Vance, 59, of Dorne, Md., who spoke.", "who", "Nora Vance"),
        ("It was read by the Tide Council, which spoke.", "which", "Tide Council"),
        ("The town met Nora Vance, the mayor, who spoke.", "who", "Nora Vance"),
    ],
)
def test_a_pronoun_means_whoever_stands_out(meant, text, mention, name):
    assert meant(text, mention) == [name]


def test_a_name_inside_somebodys_words_stands_back(said_by):
    text = "Nora Vance spoke of how Iris Quell had come and gone. Then she left again."
    assert said_by(text, ["Nora Vance", "she"], []) == ["Nora Vance", "Nora Vance"]
    text = "It rained. Nora Vance, a pilot, spoke. Iris Quell had come. Then she left."
    assert said_by(text, ["she"], []) == ["Iris Quell"]
    assert said_by(text, ["Nora Vance", "she"], [("Iris Quell had come", "Nora Vance")]) == [
        "Nora Vance",
        "Nora Vance",
    ]
