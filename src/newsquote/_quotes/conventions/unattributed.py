"""Quotations of a text whose words nobody can read.

In: the scanned words of a text. Out: attributions without cue and source. Why: quotation marks are
the same in many languages. A quotation has a comma, a stop or a colon at its marks; marks without
any of these may be around a title or a term.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.attribution import Attribution
from newsquote._quotes.rules import Rule
from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    from newsquote._text.doc import Doc
    from newsquote._text.marks import Marked

__all__ = ["find_unattributed"]

_ENDS = frozenset(".,!?…;。，！？؟،।")
"""Signs that end what stands inside the marks of a quotation."""
_BEFORE = frozenset(":：,，،")
_BEHIND = frozenset(",，،–—―-")


def find_unattributed(doc: Doc) -> list[Attribution]:
    """An attribution for each outermost quotation."""
    return [
        Attribution(
            pieces=(Chars(marked.start, marked.end),),
            marks=(number,),
            paragraph=marked.paragraph,
            rule=Rule.MARKS_ALONE,
            evidence=(Rule.MARKS_ALONE,),
        )
        for number, marked in enumerate(doc.marked)
        if _is_quotation(doc, marked)
    ]


def _is_quotation(doc: Doc, marked: Marked) -> bool:
    """Whether signs at the marks say that words are quoted."""
    if marked.depth or marked.nickname:
        return False
    start, end = doc.paragraphs[marked.paragraph]
    return (
        _sign_before(doc.text, marked.inner_end, marked.inner_start) in _ENDS
        or _sign_before(doc.text, marked.start, start) in _BEFORE
        or _sign_behind(doc.text, marked.end, end) in _BEHIND
    )


# A paragraph may hold any number of quotations, so nothing here takes a piece of it.


def _sign_before(text: str, end: int, start: int) -> str:
    """The last sign of a range that is no blank; an empty string if it has none."""
    return next((text[at] for at in range(end - 1, start - 1, -1) if not text[at].isspace()), "")


def _sign_behind(text: str, start: int, end: int) -> str:
    """The first sign of a range that is no blank; an empty string if it has none."""
    return next((text[at] for at in range(start, end) if not text[at].isspace()), "")
