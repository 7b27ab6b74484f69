"""What readers are told is doubtful: marks without partners, labels that name nobody.

In: a ``Doc`` and what was found in it. Out: notes. Why: a doubt is data; it is said where it arose,
and never decided by a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._text.ranges import Chars
from newsquote.kinds import NoteCode

if TYPE_CHECKING:
    from newsquote._quotes.records import Quotations
    from newsquote._text.doc import Doc
    from newsquote._text.notes import Notes

__all__ = ["note_labels", "note_strays"]


def note_labels(quotations: Quotations, notes: Notes) -> None:
    """Note the sources that are labels and name nobody."""
    for record in quotations.quotes:
        source = record.attribution.source
        if source is not None and record.attribution.speaking is None:
            notes.add_note(NoteCode.UNKNOWN_SPEAKER, source, "a label that names nobody")


def note_strays(doc: Doc, notes: Notes) -> None:
    """Note the marks that have no partner."""
    for marked in doc.marked:
        if not marked.closed:
            notes.add_note(
                NoteCode.UNCLOSED_QUOTE,
                Chars(marked.start, marked.inner_start),
                "a quotation that is not closed in its paragraph",
            )
    for at in doc.strays:
        notes.add_note(NoteCode.STRAY_MARK, Chars(at, at + 1), "a quotation mark without a partner")
