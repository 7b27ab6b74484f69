"""The content of "according to".

In: "according to" with its source. Out: the content of C, according to S and of According to S, C.
Why: its content is the clause around it; it has no verb whose frames could say more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses.clauses_before import clause_start, goes_on_behind_insertion
from newsquote._quotes.clauses.records import Content
from newsquote._quotes.rules import Rule
from newsquote._text.signs import PAUSES

if TYPE_CHECKING:
    from newsquote._quotes.clauses.clause_ends import ClauseEnds
    from newsquote._quotes.clauses.cued_text import CuedText
    from newsquote._quotes.clauses.records import Cue

__all__ = ["according_content"]

_MAX_COMMA_DISTANCE = 17
"""Tokens; at a smaller distance behind the source stands the comma before the content."""


def according_content(
    text: CuedText, cue: Cue, lo: int, hi: int, ends: ClauseEnds
) -> Content | None:
    """The content of "according to".

    :param lo: the first token of cue and source.
    :param hi: the token behind them.
    """
    first = text.sentence_start(cue)
    conjunctions = text.doc.pack.closed("conjunctions")
    head = first
    if text.lowers[first] in conjunctions:
        head += 1
    if lo in (first, head) or _opens_own_clause(text, lo, hi, first):
        return _content_behind(text, cue, hi, ends)
    return _content_around(text, cue, lo, hi, ends)


def _opens_own_clause(text: CuedText, lo: int, hi: int, first: int) -> bool:
    """Whether a clause of its own begins with the cue, behind a semicolon or a conjunction.

    In "It is old and, according to Lee, it will fall" a subject follows; with only a predicate
    behind it, as in "It is old and, according to Lee, unsafe", the clause around goes on.
    """
    tokens = text.tokens
    before = lo - 1
    if tokens[before] == ";" and not text.is_marked(before):
        return True
    if tokens[before] == "," and before > first:
        before -= 1
    if text.lowers[before] not in text.doc.pack.closed("conjunctions"):
        return False
    return (
        tokens[hi] == "," and hi + 1 < text.doc.sentence_around(lo).j and _is_subject(text, hi + 1)
    )


def _is_subject(text: CuedText, k: int) -> bool:
    """Whether a subject can begin at a token: a name, a pronoun, a determiner."""
    pack = text.doc.pack
    word = text.lowers[k]
    if text.tokens[k][0].isupper() or word in pack.closed("subject_pronouns"):
        return True
    return word in pack.words("determiners")


def _content_behind(text: CuedText, cue: Cue, hi: int, ends: ClauseEnds) -> Content | None:
    """According to S, C."""
    last = text.sentence_end(cue)
    stop = min(last - 1, hi + _MAX_COMMA_DISTANCE)
    for comma in range(hi, stop):
        if text.tokens[comma] == ",":
            return ends.clause(cue, comma + 1, last, Rule.ACCORDING_BEFORE)
    return None


def _content_around(text: CuedText, cue: Cue, lo: int, hi: int, ends: ClauseEnds) -> Content | None:
    """C, according to S, and C1, according to S, C2."""
    last = text.sentence_end(cue)
    tokens = text.tokens
    before = lo - 1
    first = clause_start(text, before, text.sentence_start(cue))
    end = before if tokens[before] in PAUSES else lo
    if end <= first:
        return None
    pieces = [text.chars(first, end)]
    hi = ends.adverbials.end_of_all(hi, last)
    rest = hi + 1
    is_inserted = rest < last and tokens[before] == tokens[hi] == ","
    if is_inserted and goes_on_behind_insertion(text, rest):
        rest_end = ends.without_end_signs(rest, last)
        if rest_end > rest:
            pieces.append(text.chars(rest, rest_end))
    used = text.marks_among(first, end)
    return Content(tuple(pieces), used, Rule.ACCORDING_BEHIND)
