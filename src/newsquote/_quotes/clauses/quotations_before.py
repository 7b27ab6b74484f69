"""A cue -> the quotation before it.

In: a cue, where its clause begins, and where a content can go on behind it. Out: the content of
"...," S V, with the quotations right before it and the rest behind the cue. Why: the comma and the
closing mark before a cue are the surest sign of an attribution there is, so this is looked for
first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses.adverbials import CONTENT_BORDERS
from newsquote._quotes.clauses.quotations import (
    following_quotations,
    has_own_cue,
    sign_before_quotation,
)
from newsquote._quotes.clauses.records import Content
from newsquote._quotes.rules import Rule
from newsquote._text.ranges import Chars
from newsquote._text.signs import PAUSES, STOPS

if TYPE_CHECKING:
    from newsquote._quotes.clauses.cued_text import CuedText
    from newsquote._quotes.clauses.records import Cue

__all__ = ["quotation_before"]

_MIN_TOKENS = 6
"""With its marks; fewer words without a comma are a nickname or a term."""
_MAX_SMALL_WORDS = 3
"""Words between "and" and the marks in which a split quotation goes on: "and still, “...”"."""
_MIXED_BORDERS = frozenset((",", ":", ";"))
"""Behind these a quotation stands alone."""


def quotation_before(text: CuedText, cue: Cue, lo: int, behind: int) -> Content | None:
    """The content of a cue behind a quotation.

    :param lo: where the clause of cue and source begins.
    :param behind: where a content can go on behind the cue.
    """
    number = _quotation_ending_before(text, cue, lo)
    if number is None:
        return None
    last_token = text.marked_tokens(number).j - 1
    if text.tokens[last_token - 1] in STOPS and _has_quotation_behind(text, cue, behind):
        # "No." He added: "Yes." The finished quotation before is not this cue's.
        return None
    marked = text.marked_chars(number)
    begin = _mixed_start(text, marked.start)
    earlier = _quotations_right_before(text, number) if begin == marked.start else []
    later, joined = _rest_behind(text, cue, behind)
    pieces = [text.marked_chars(n) for n in earlier]
    pieces.append(Chars(begin, marked.end))
    pieces.extend(text.marked_chars(n) for n in later)
    used = [*earlier, number, *later]
    if joined is not None:
        pieces.append(joined[0])
        used.append(joined[1])
    return Content(tuple(pieces), tuple(used), Rule.QUOTATION_BEFORE_CUE)


def _quotation_ending_before(text: CuedText, cue: Cue, lo: int) -> int | None:
    """The number of the marked text that ends before token ``lo``, but for a comma or a dash."""
    tokens, mark_at = text.tokens, text.mark_at
    first = text.paragraph_of(cue)[0]
    k = lo - 1
    if k >= first and mark_at[k] < 0 and tokens[k] in PAUSES:
        k -= 1
    if k < first or mark_at[k] < 0:
        return None
    number = mark_at[k]
    i, j = text.marked_tokens(number)
    if j != k + 1:
        return None
    has_sign = k < lo - 1 or tokens[k - 1] in STOPS or tokens[k - 1] in PAUSES
    # A few words without a comma are a nickname or a term: Otto “Bear” Grell said.
    return number if has_sign or j - i >= _MIN_TOKENS else None


def _has_quotation_behind(text: CuedText, cue: Cue, k: int) -> bool:
    """Whether a comma or colon and an opening mark stand behind a cue, at token ``k`` or soon."""
    last = text.sentence_of(cue)[1]
    return k < last and sign_before_quotation(text, k, last) is not None


def _mixed_start(text: CuedText, start: int) -> int:
    """Where a content begins whose last words are the marked text at offset ``start``.

    It begins with the sentence, unless a cue or a sign stands before the marks.
    """
    tokens, doc = text.tokens, text.doc
    i = doc.token_at(start)
    first = doc.sentences[doc.sentence_of(i)][0]
    if i > first and (tokens[i - 1] in _MIXED_BORDERS or text.mark_at[i - 1] >= 0):
        return start
    if any(k in text.cue_starts for k in range(first, i)):
        return start
    has_words = any(tokens[k][0].isalnum() for k in range(first, i))
    return doc.starts[first] if has_words else start


def _quotations_right_before(text: CuedText, number: int) -> list[int]:
    """The quotations right before another, in the same paragraph: "Yes." "No," said Lee."""
    marked, whole = text.doc.marked, text.doc.text
    found: list[int] = []
    while number > 0:
        before, this = marked[number - 1], marked[number]
        if before.depth or before.paragraph != this.paragraph:
            break
        if whole[before.end : this.start].strip():
            break
        number -= 1
        found.append(number)
    return found[::-1]


def _rest_behind(text: CuedText, cue: Cue, k: int) -> tuple[list[int], tuple[Chars, int] | None]:
    """The rest of a split quotation from token ``k`` on: ..., S V, "..." and ..., S V. "...", too.

    These are marked texts, and a marked text that is joined with "and".
    """
    end, last = text.sentence_of(cue)[1], text.paragraph_of(cue)[1]
    sign = sign_before_quotation(text, k, end) if k < end else None
    k = k if sign is None else sign
    if k >= last or text.mark_at[k] >= 0 or text.tokens[k] not in CONTENT_BORDERS:
        return [], None
    return following_quotations(text, k + 1, last), _joined_with_and(text, k, end)


def _joined_with_and(text: CuedText, k: int, last: int) -> tuple[Chars, int] | None:
    """What goes on with "and" behind the comma ``k`` and ends in marks: "...," S V, and still "..."."""
    tokens, mark_at, doc = text.tokens, text.mark_at, text.doc
    if tokens[k] != "," or k + 2 >= last:
        return None
    if text.lowers[k + 1] not in doc.pack.closed("conjunctions"):
        return None
    for n in range(k + 2, min(last, k + 2 + _MAX_SMALL_WORDS)):
        if mark_at[n] >= 0:
            number = mark_at[n]
            i, j = text.marked_tokens(number)
            if i != n or has_own_cue(text, j, last):
                return None
            return Chars(doc.starts[k + 2], doc.marked[number].end), number
        if n in text.cue_starts or not tokens[n].islower():
            return None
    return None
