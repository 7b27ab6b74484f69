"""Pronouns, and what is noted of them."""

from newsquote import NoteCode


def test_there_is_no_note_where_somebody_is_meant(link):
    assert link("Nora Vance sat down. Then she spoke.", "she")[2].records == []


def test_a_pronoun_that_may_mean_two_is_noted(link):
    _, (who,), notes = link("Sam Brandt and Paul Quell left. Then he spoke.", "he")
    assert who is not None
    assert [note.code for note in notes.records] == [NoteCode.AMBIGUOUS_SPEAKER]
