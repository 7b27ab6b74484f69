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
    QuotedPiece,
    content_of_pieces,
    following_quotations,
    has_own_cue,
    sign_before_quotation,
    whole_quotation,
)
from newsquote._quotes.rules import Rule
from newsquote._text.ranges import Chars
from newsquote._text.signs import PAUSES, STOPS

if TYPE_CHECKING:
    from newsquote._quotes.clauses.cued_text import CuedText
    from newsquote._quotes.clauses.records import Content, Cue
    from newsquote._text.marks import Marked

__all__ = ["quotation_before"]

_MIN_TOKENS = 6
"""With its marks; fewer words without a comma are a nickname or a term."""
_MAX_SMALL_WORDS = 3
"""Words between "and" and the marks in which a split quotation goes on: "and still, “...”"."""
_CLOSING_SIGNS = STOPS | PAUSES
"""Before a closing mark these show that a statement is over, or goes on behind its cue."""
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
    closing_mark = text.marked_tokens(number).j - 1
    last_token = text.tokens[closing_mark - 1]
    if last_token in STOPS and _has_quotation_behind(text, cue, behind):
        # "No." He added: "Yes." The finished quotation before is not this cue's.
        return None
    start, end = text.marked_chars(number)
    mixed_start = _mixed_start(text, start)
    pieces = [QuotedPiece(Chars(mixed_start, end), number)]
    if mixed_start == start:
        pieces = _quotations_right_before(text, number) + pieces
    pieces += _rest_behind(text, cue, behind)
    return content_of_pieces(pieces, Rule.QUOTATION_BEFORE_CUE)


def _quotation_ending_before(text: CuedText, cue: Cue, lo: int) -> int | None:
    """The number of the marked text that ends before token ``lo``, but for a comma or a dash."""
    tokens = text.tokens
    first = text.paragraph_of(cue).i
    k = lo - 1
    if k >= first and tokens[k] in PAUSES and not text.is_marked(k):
        k -= 1
    if k < first or not text.is_marked(k):
        return None
    number = text.mark_at[k]
    i, j = text.marked_tokens(number)
    if j != k + 1:
        return None
    has_sign = k < lo - 1 or tokens[k - 1] in _CLOSING_SIGNS
    # A few words without a comma are a nickname or a term: Otto “Bear” Grell said.
    return number if has_sign or j - i >= _MIN_TOKENS else None


def _has_quotation_behind(text: CuedText, cue: Cue, k: int) -> bool:
    """Whether a comma or colon and an opening mark stand behind a cue, at token ``k`` or soon."""
    last = text.sentence_end(cue)
    return k < last and sign_before_quotation(text, k, last) is not None


def _mixed_start(text: CuedText, start: int) -> int:
    """Where a content begins whose last words are the marked text at offset ``start``.

    It begins with the sentence, unless a cue or a sign stands before the marks.
    """
    tokens = text.tokens
    doc = text.doc
    i = doc.token_at(start)
    sentence = doc.sentence_of(i)
    first = doc.sentences[sentence][0]
    if i == first:
        return start
    before = i - 1
    if tokens[before] in _MIXED_BORDERS or text.is_marked(before):
        return start
    if any(k in text.cue_starts for k in range(first, i)):
        return start
    has_words = any(token[0].isalnum() for token in tokens[first:i])
    return doc.starts[first] if has_words else start


def _quotations_right_before(text: CuedText, number: int) -> list[QuotedPiece]:
    """The quotations right before another, in the same paragraph: "Yes." "No," said Lee."""
    marked = text.doc.marked
    found: list[QuotedPiece] = []
    while number > 0 and _is_next(text, marked[number - 1], marked[number]):
        number -= 1
        found.append(whole_quotation(text, number))
    return found[::-1]


def _is_next(text: CuedText, one: Marked, other: Marked) -> bool:
    """Whether nothing stands between two marked texts of a paragraph."""
    if one.depth or one.paragraph != other.paragraph:
        return False
    return not text.doc.text[one.end : other.start].strip()


def _rest_behind(text: CuedText, cue: Cue, k: int) -> list[QuotedPiece]:
    """The rest of a split quotation behind its cue: ..., S V, "..." and ..., S V. "...", too.

    :param k: where a content can go on.
    """
    end = text.sentence_end(cue)
    last = text.paragraph_of(cue).j
    sign = k
    if k < end:
        lead_sign = sign_before_quotation(text, k, end)
        sign = k if lead_sign is None else lead_sign
    if sign >= last or text.is_marked(sign):
        return []
    if text.tokens[sign] not in CONTENT_BORDERS:
        return []
    pieces = following_quotations(text, sign + 1, last)
    joined = _joined_with_and(text, sign, end)
    return pieces if joined is None else [*pieces, joined]


def _joined_with_and(text: CuedText, k: int, last: int) -> QuotedPiece | None:
    """What goes on with "and" behind the comma ``k`` and ends in marks: and still "..."."""
    tokens = text.tokens
    conjunctions = text.doc.pack.closed("conjunctions")
    start = k + 2
    if tokens[k] != "," or start >= last:
        return None
    if text.lowers[k + 1] not in conjunctions:
        return None
    for n in range(start, min(last, start + _MAX_SMALL_WORDS)):
        if text.is_marked(n):
            number = text.quotation_opening_at(n)
            if number is None or has_own_cue(text, text.marked_tokens(number).j, last):
                return None
            end = text.marked_chars(number).end
            return QuotedPiece(Chars(text.doc.starts[start], end), number)
        if n in text.cue_starts or not tokens[n].islower():
            return None
    return None
