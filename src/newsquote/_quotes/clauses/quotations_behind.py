"""A cue -> the quotation behind it.

In: a cue and the token at which its content can begin. Out: the content of S V, "..." or S V: "..."
or S V "...", with the quotations that follow. Why: behind a comma or a colon marks are a quotation;
without one they may be a title, or the first words of a clause that goes on behind them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses import frames
from newsquote._quotes.clauses.quotations import (
    content_of_pieces,
    following_quotations,
    has_own_cue,
    past_stops,
    whole_quotation,
)
from newsquote._quotes.rules import Rule
from newsquote._text.signs import PAUSES, STOPS

if TYPE_CHECKING:
    from newsquote._quotes.clauses.clause_ends import ClauseEnds
    from newsquote._quotes.clauses.cued_text import CuedText
    from newsquote._quotes.clauses.records import Content, Cue

__all__ = ["quotation_behind"]

_TAKES_QUOTATION = frozenset((frames.QUOTATION, frames.THAT_CLAUSE, frames.BARE_CLAUSE))
"""Frames of a cue that a quotation may follow without doubt behind a comma or colon."""
_TAKES_BARE_MARKS = _TAKES_QUOTATION | {frames.OBJECT}
"""Frames of a cue that a quotation may follow without a sign between."""
_TAKES_OPENING_MARKS = frozenset((frames.OBJECT_AND_PREDICATE, frames.OBJECT, frames.BARE_CLAUSE))
"""Frames of a cue whose clause may begin with marks: "said “the gate” would stay"."""
_MIN_TITLE_WORD = 4
"""Letters; shorter words stay small in titles."""


def quotation_behind(
    text: CuedText, cue: Cue, k: int, last: int, ends: ClauseEnds
) -> Content | None:
    """The content of a cue before a quotation.

    :param k: where a content can begin.
    :param last: the end of the sentence.
    """
    paragraph_end = text.paragraph_of(cue).j
    has_sign = k + 1 < paragraph_end and _is_lead_sign(text, k)
    number = text.quotation_opening_at(k + 1 if has_sign else k)
    if number is None:
        return None
    end = text.marked_tokens(number).j
    if has_sign:
        may_quote = not _TAKES_QUOTATION.isdisjoint(cue.frames)
        if not may_quote and has_own_cue(text, end, paragraph_end):
            return None
    else:
        takes_clause = not _TAKES_OPENING_MARKS.isdisjoint(cue.frames)
        if takes_clause and end < last and _clause_goes_on(text, end):
            return ends.clause(cue, k, last, Rule.CLAUSE_OPENED_BY_MARKS)
        if _TAKES_BARE_MARKS.isdisjoint(cue.frames) or _is_title(text, k, end):
            return None
    start = past_stops(text, end, paragraph_end)
    following = following_quotations(text, start, paragraph_end)
    pieces = [whole_quotation(text, number), *following]
    return content_of_pieces(pieces, Rule.QUOTATION_BEHIND_CUE)


def _is_lead_sign(text: CuedText, k: int) -> bool:
    """Whether a token parts a cue from its quotation."""
    sign = text.tokens[k]
    if sign not in PAUSES and sign != ":":
        return False
    return not text.is_marked(k)


def _clause_goes_on(text: CuedText, j: int) -> bool:
    """Whether a clause goes on at ``j``, behind a marked text: no stop, comma or "and" follows."""
    token = text.tokens[j]
    if token in STOPS or token in PAUSES:
        return False
    return text.lowers[j] not in text.doc.pack.closed("conjunctions")


def _is_title(text: CuedText, i: int, j: int) -> bool:
    """Whether the marked tokens ``i`` to ``j`` are the title of a work.

    Every longer word of it has a capital, and no stop ends it.
    """
    words = text.tokens[i + 1 : j - 1]
    last_word = text.tokens[j - 2]
    if last_word in STOPS or last_word in PAUSES:
        return False
    longer = [word for word in words if len(word) >= _MIN_TITLE_WORD and word[0].isalpha()]
    return len(longer) > 1 and all(word[0].isupper() for word in longer)
