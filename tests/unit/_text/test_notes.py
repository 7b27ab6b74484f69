"""Doubts, collected on the way."""

from newsquote._text.notes import NoteRecord, Notes
from newsquote._text.ranges import Chars
from newsquote.kinds import NoteCode


def test_notes_are_kept_in_order():
    notes = Notes()
    assert notes.records == []
    notes.add_note(NoteCode.STRAY_MARK, (6, 7), "a mark")
    notes.add_note(NoteCode.NO_TEXT, None, "nothing")
    assert notes.records == [
        NoteRecord(NoteCode.STRAY_MARK, Chars(6, 7), "a mark"),
        NoteRecord(NoteCode.NO_TEXT, None, "nothing"),
    ]


def test_a_place_is_a_range_of_characters():
    notes = Notes()
    notes.add_note(NoteCode.STRAY_MARK, (6, 7), "a mark")
    assert type(notes.records[0].range) is Chars
