"""What happened to a text on its way here.

In: a text. Out: a note for each kind of damage, with its first place. Why: text comes through wrong
encodings, half-parsed pages and scanners, and what is then missed should be said. The text is never
mended: offsets are promised, and who has the source can mend it better. A search is made only where
a few characters stand that damage cannot do without.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._text.page_source import find_page_source
from newsquote.kinds import NoteCode

if TYPE_CHECKING:
    from newsquote._text.notes import Notes

__all__ = ["note_damage"]


class _Damage(NamedTuple):
    code: NoteCode
    signs: tuple[str, ...]
    """One of them stands in every text with this damage."""
    pattern: str
    detail: str


_LONG_TEXT_CHARS = 1_000_000
"""A longer text is read, and hardly one article: a book of 150,000 words has as many."""

_HTML_SOURCE = "the source of a page, read as if its tags were written; read its text instead"

_CONTINUED = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
"""A byte of UTF-8 from 0x80 on, as Latin-1 and Windows-1252 show it."""

_DAMAGES = (
    _Damage(
        NoteCode.MOJIBAKE,
        ("â€", "â\x80", "Ã", "Â", "\ufffd"),
        rf"â[€\x80]{_CONTINUED}?|Ã{_CONTINUED}|Â[\xa0-\xbf]|\ufffd",
        "characters that were decoded wrongly; quotations behind such marks are missed",
    ),
    _Damage(
        NoteCode.HTML_ENTITIES,
        ("&",),
        r"&(?:quot|amp|apos|nbsp|lt|gt|hellip|[mn]dash|[lr][sd]quo|[lr]aquo"
        r"|\#\d{2,7}|\#[xX][\da-fA-F]{2,6});",
        "signs as HTML spells them; quotations between such marks are missed",
    ),
    _Damage(
        NoteCode.HYPHENATED_LINES,
        ("-\n", "-\r", "\xad\n", "\xad\r", "¬\n", "¬\r"),
        r"[^\W\d_][-\xad¬](?:\r\n?|\n)[ \t]*[^\W\d_A-Z]",
        "words that are cut at line ends and read as two",
    ),
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The damages' patterns, in their order."""
    return tuple([re.compile(damage.pattern) for damage in _DAMAGES])


def note_damage(text: str, notes: Notes) -> None:
    """Note what happened to a text, each kind once."""
    if len(text) > _LONG_TEXT_CHARS:
        detail = f"{len(text)} characters: several articles may stand in one text"
        notes.add_note(NoteCode.LONG_TEXT, None, detail)
    source = find_page_source(text)
    if source is not None:
        notes.add_note(NoteCode.HTML_SOURCE, source, _HTML_SOURCE)
    for number, damage in enumerate(_DAMAGES):
        if any(sign in text for sign in damage.signs):
            found = _patterns()[number].search(text)
            if found is not None:
                notes.add_note(damage.code, found.span(), damage.detail)
