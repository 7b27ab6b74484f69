"""Which quotation a comma or colon leads to, and which quotations follow each other.

In: a token of a text with marks and cues. Out: numbers of marked texts, or the sign before one.
Why: a quotation before its cue and one behind it both go on with further ones, up to the one that
has a cue of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._text.signs import PAUSES, STOPS

if TYPE_CHECKING:
    from newsquote._quotes.clauses.cued_text import CuedText

__all__ = ["following_quotations", "has_own_cue", "past_stops", "sign_before_quotation"]

_LEAD_SIGNS = frozenset((",", ":"))
_MAX_LEAD_DISTANCE = 16
"""Tokens from a cue to the comma or colon before its quotation: "Lee said with a smile, ..."."""
_MAX_CUE_DISTANCE = 12
"""Tokens from a quotation to the cue behind it: "...," the mayor's new spokesman said."""

# English words.
_THAT = "that"


def sign_before_quotation(text: CuedText, k: int, last: int) -> int | None:
    """The comma or colon before an opening mark, at token ``k`` or soon behind it.

    Only words without a cue, a stop or "that" stand between: "Lee said with a smile, ...".
    """
    tokens, mark_at = text.tokens, text.mark_at
    sign = None
    for n in range(k, min(last - 1, k + _MAX_LEAD_DISTANCE)):
        if tokens[n] in _LEAD_SIGNS:
            sign = n
            break
    if sign is None or mark_at[sign + 1] < 0:
        return None
    for n in range(k, sign + 1):
        if mark_at[n] >= 0 or n in text.cue_starts:
            return None
        if tokens[n] in STOPS or text.lowers[n] == _THAT:
            return None
    return sign


def following_quotations(text: CuedText, k: int, last: int) -> list[int]:
    """The marked texts that follow each other from token ``k`` on and have no cue of their own."""
    mark_at = text.mark_at
    found: list[int] = []
    while k < last and mark_at[k] >= 0:
        number = mark_at[k]
        i, j = text.marked_tokens(number)
        if i != k or has_own_cue(text, j, last):
            break
        found.append(number)
        k = past_stops(text, j, last)
    return found


def past_stops(text: CuedText, k: int, last: int) -> int:
    """Behind the stops at token ``k`` that stand outside of marks."""
    while k < last and text.mark_at[k] < 0 and text.tokens[k] in STOPS:
        k += 1
    return k


def has_own_cue(text: CuedText, j: int, last: int) -> bool:
    """Whether a cue follows, in the same sentence, a marked text that ends before token ``j``."""
    tokens, mark_at, cue_starts = text.tokens, text.mark_at, text.cue_starts
    if j < last and tokens[j] in PAUSES:
        j += 1
    for k in range(j, min(last, j + _MAX_CUE_DISTANCE)):
        if mark_at[k] >= 0 or tokens[k] in STOPS:
            return False
        if k in cue_starts:
            return True
    return False
