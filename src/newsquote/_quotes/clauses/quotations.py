"""Which quotation a comma or colon leads to, and which quotations follow each other.

In: a token of a text with marks and cues. Out: pieces of content that are marked texts, or the sign
before one. Why: a quotation before its cue and one behind it both go on with further ones, up to
the one that has a cue of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.clauses.records import Content
from newsquote._text.signs import PAUSES, STOPS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote._quotes.clauses.cued_text import CuedText
    from newsquote._quotes.rules import Rule
    from newsquote._text.ranges import Chars

__all__ = [
    "QuotedPiece",
    "content_of_pieces",
    "following_quotations",
    "has_own_cue",
    "past_stops",
    "sign_before_quotation",
    "whole_quotation",
]

_LEAD_SIGNS = frozenset((",", ":"))
_MAX_LEAD_DISTANCE = 16
"""Tokens from a cue to the comma or colon before its quotation: "Lee said with a smile, ..."."""
_MAX_CUE_DISTANCE = 12
"""Tokens from a quotation to the cue behind it: "...," the mayor's new spokesman said."""

# English words.
_THAT = "that"


class QuotedPiece(NamedTuple):
    """A piece of content that uses up the marked text of a number."""

    chars: Chars
    number: int


def whole_quotation(text: CuedText, number: int) -> QuotedPiece:
    """A marked text as a piece, from mark to mark."""
    return QuotedPiece(text.marked_chars(number), number)


def content_of_pieces(pieces: Iterable[QuotedPiece], rule: Rule) -> Content:
    """A content that is made of quotations."""
    chars, numbers = zip(*pieces, strict=True)
    return Content(chars, numbers, rule)


def sign_before_quotation(text: CuedText, k: int, last: int) -> int | None:
    """The comma or colon before an opening mark, at token ``k`` or soon behind it.

    Only words without a cue, a stop or "that" stand between: "Lee said with a smile, ...".
    """
    sign = _lead_sign(text, k, last)
    if sign is None or not text.is_marked(sign + 1):
        return None
    mark_at = text.mark_at
    cue_starts = text.cue_starts
    for n in range(k, sign + 1):
        if mark_at[n] >= 0 or n in cue_starts:
            return None
    between = text.lowers[k:sign]
    if _THAT in between or not STOPS.isdisjoint(between):
        return None
    return sign


def _lead_sign(text: CuedText, k: int, last: int) -> int | None:
    """The first comma or colon from token ``k`` on, if it is near and something follows it."""
    tokens = text.tokens
    for n in range(k, min(last - 1, k + _MAX_LEAD_DISTANCE)):
        if tokens[n] in _LEAD_SIGNS:
            return n
    return None


def following_quotations(text: CuedText, k: int, last: int) -> list[QuotedPiece]:
    """The marked texts that follow each other from token ``k`` on and have no cue of their own."""
    found: list[QuotedPiece] = []
    while k < last:
        number = text.quotation_opening_at(k)
        if number is None:
            break
        end = text.marked_tokens(number).j
        if has_own_cue(text, end, last):
            break
        found.append(whole_quotation(text, number))
        k = past_stops(text, end, last)
    return found


def past_stops(text: CuedText, k: int, last: int) -> int:
    """Behind the stops at token ``k`` that stand outside of marks."""
    while k < last and text.tokens[k] in STOPS and not text.is_marked(k):
        k += 1
    return k


def has_own_cue(text: CuedText, j: int, last: int) -> bool:
    """Whether a cue follows, in the same sentence, a marked text that ends before token ``j``."""
    tokens = text.tokens
    if j < last and tokens[j] in PAUSES:
        j += 1
    mark_at = text.mark_at
    cue_starts = text.cue_starts
    for k in range(j, min(last, j + _MAX_CUE_DISTANCE)):
        if tokens[k] in STOPS or mark_at[k] >= 0:
            return False
        if k in cue_starts:
            return True
    return False
