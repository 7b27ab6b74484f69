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
    if doc.text[marked.inner_start : marked.inner_end].rstrip()[-1:] in _ENDS:
        return True
    if doc.text[start : marked.start].rstrip()[-1:] in _BEFORE:
        return True
    return doc.text[marked.end : end].lstrip()[:1] in _BEHIND
