"""The content of "according to".

In: "according to" with its source. Out: the content of C, according to S and of According to S, C.
Why: its content is the clause around it; it has no verb whose frames could say more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses.clauses_before import goes_on_behind_insertion
from newsquote._quotes.clauses.records import Content
from newsquote._quotes.rules import Rule
from newsquote._text.signs import PAUSES

if TYPE_CHECKING:
    from newsquote._quotes.clauses.clause_ends import ClauseEnds
    from newsquote._quotes.clauses.cued_text import CuedText
    from newsquote._quotes.clauses.records import Cue

__all__ = ["according_content"]

_MAX_COMMA_DISTANCE = 16
"""Tokens from the source at a sentence's head to the comma before the content."""


def according_content(
    text: CuedText, cue: Cue, lo: int, hi: int, ends: ClauseEnds
) -> Content | None:
    """The content of "according to".

    :param lo: the first token of cue and source.
    :param hi: the token behind them.
    """
    first = text.sentence_of(cue)[0]
    has_conjunction = text.lowers[first] in text.doc.pack.closed("conjunctions")
    if lo == first or (lo - 1 == first and has_conjunction):
        return _content_behind(text, cue, hi, ends)
    return _content_around(text, cue, lo, hi, ends)


def _content_behind(text: CuedText, cue: Cue, hi: int, ends: ClauseEnds) -> Content | None:
    """According to S, C."""
    tokens, last = text.tokens, text.sentence_of(cue)[1]
    for k in range(hi, min(last - 1, hi + _MAX_COMMA_DISTANCE + 1)):
        if tokens[k] == ",":
            return ends.clause(cue, k + 1, last, Rule.ACCORDING_BEFORE)
    return None


def _content_around(text: CuedText, cue: Cue, lo: int, hi: int, ends: ClauseEnds) -> Content | None:
    """C, according to S, and C1, according to S, C2."""
    tokens = text.tokens
    first, last = text.sentence_of(cue)
    end = lo - 1 if tokens[lo - 1] in PAUSES else lo
    if end <= first:
        return None
    pieces = [text.chars(first, end)]
    is_inserted = hi + 1 < last and tokens[hi] == "," and tokens[lo - 1] == ","
    if is_inserted and goes_on_behind_insertion(text, hi + 1):
        rest_end = ends.without_end_signs(hi + 1, last)
        if rest_end > hi + 1:
            pieces.append(text.chars(hi + 1, rest_end))
    return Content(tuple(pieces), text.marks_among(first, end), Rule.ACCORDING_BEHIND)
