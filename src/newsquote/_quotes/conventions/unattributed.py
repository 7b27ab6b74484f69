"""Quotations of a text whose words nobody can read.

In: the scanned words of a text. Out: drafts without cue and source. Why: quotation marks are the same in many languages. A quotation has a comma, a stop
or a colon at its marks; marks without any of these may be around a title or a term.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.linking import Draft
from newsquote._quotes.rules import RULE_TEXTS, Rule
from newsquote.kinds import CueCategory, Polarity

if TYPE_CHECKING:
    from newsquote._text.doc import Doc
    from newsquote._text.marks import Marked

__all__ = ["find"]

_ENDS = frozenset(".,!?…;。，！？؟،।")
_BEFORE = frozenset(":：,，،")
_BEHIND = frozenset(",，،–—―-")


def find(doc: Doc) -> list[Draft]:
    """A draft for each outermost quotation."""
    return [
        Draft(
            pieces=[(marked.start, marked.end)],
            used=[number],
            cue=None,
            lemma="",
            category=CueCategory.NEUTRAL,
            polarity=Polarity.POSITIVE,
            source=None,
            paragraph=marked.paragraph,
            rule=Rule.MARKS_ALONE,
            evidence=[f"content: {RULE_TEXTS[Rule.MARKS_ALONE]}"],
        )
        for number, marked in enumerate(doc.marked)
        if not marked.depth and not marked.nickname and _is_quotation(doc, marked)
    ]


def _is_quotation(doc: Doc, marked: Marked) -> bool:
    start, end = doc.paragraphs[marked.paragraph]
    before, behind = (
        doc.text[start : marked.start].rstrip()[-1:],
        doc.text[marked.end : end].lstrip()[:1],
    )
    last = doc.text[marked.inner_start : marked.inner_end].rstrip()[-1:]
    return last in _ENDS or before in _BEFORE or behind in _BEHIND
