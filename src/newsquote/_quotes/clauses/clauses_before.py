"""A cue -> the clause before it.

In: a cue and where its clause begins. Out: the content of C, S V and of C1, S V, C2. Why: without
marks the comma before a cue is all that shows that what stands before it was said; the content
begins with the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses import frames
from newsquote._quotes.clauses.noun_phrases import people_words
from newsquote._quotes.clauses.records import Content
from newsquote._quotes.rules import Rule
from newsquote._text.signs import PAUSES, STOPS

if TYPE_CHECKING:
    from newsquote._quotes.clauses.clause_ends import ClauseEnds
    from newsquote._quotes.clauses.cued_text import CuedText
    from newsquote._quotes.clauses.records import Cue
    from newsquote._text.ranges import Chars

__all__ = ["clause_before", "clause_start", "goes_on_behind_insertion", "is_closing"]

_MIN_TOKENS = 2
"""One word before a comma is no clause."""
_MIN_REST_TOKENS = 3
"""Tokens behind an inserted cue's comma with which its sentence can go on."""
_TAKES_CLAUSE = frozenset((frames.QUOTATION, frames.BARE_CLAUSE))
"""Frames of a cue that a clause may precede."""

_MAX_HEARER_TOKENS = 8
"""Behind "to": "said to a committee of the parliament"."""

# English words and word endings.
_AS = "as"
_ING = "ing"
_TO = "to"


def clause_before(text: CuedText, cue: Cue, lo: int, k: int, ends: ClauseEnds) -> Content | None:
    """The content of a cue behind a clause.

    :param lo: where the clause of cue and source begins.
    :param k: where a content can go on behind the cue.
    """
    if cue.build != "finite" or not _takes_clause(text, cue, lo, k):
        return None
    first = text.sentence_start(cue)
    comma = lo - 1
    if comma <= first or text.tokens[comma] not in PAUSES:
        return None
    k = _past_hearers(text, k, text.sentence_end(cue))
    if k < text.sentence_end(cue) and not _ends_insertion(text, k):
        return None
    start = clause_start(text, comma, first)
    if comma - start < _MIN_TOKENS:
        return None
    clause = text.chars(start, comma)
    rest = _rest_behind(text, cue, k, ends)
    pieces = (clause,) if rest is None else (clause, rest)
    used = text.marks_among(start, comma)
    return Content(pieces, used, Rule.CLAUSE_BEFORE_CUE)


def _takes_clause(text: CuedText, cue: Cue, lo: int, k: int) -> bool:
    """Whether a clause may precede a cue, behind which a content could go on at token ``k``.

    Before a verb that ends its sentence it may where "that" could introduce one behind the verb:
    "The mill is safe, a study has found", but not "as a study has found", which is an aside.
    """
    if not _TAKES_CLAUSE.isdisjoint(cue.frames):
        return True
    if text.lowers[lo] == _AS:
        return False
    return frames.THAT_CLAUSE in cue.frames and is_closing(text, cue, k)


def is_closing(text: CuedText, cue: Cue, k: int) -> bool:
    """Whether nothing but a stop follows in a cue's sentence from token ``k`` on."""
    last = text.sentence_end(cue)
    return k >= last or (k + 1 == last and text.tokens[k] in STOPS)


def _past_hearers(text: CuedText, k: int, last: int) -> int:
    """Behind those to whom something is said: "Lee said to reporters".

    :param k: where a content could go on behind the cue.
    """
    hearer = k + 1
    if hearer >= last or text.lowers[k] != _TO or not _may_hear(text, hearer):
        return k
    end = hearer + 1
    stop = min(last, hearer + _MAX_HEARER_TOKENS)
    while end < stop and not _ends_hearers(text, end):
        end += 1
    while end < last and _is_time(text, end):
        end += 1
    return end


def _may_hear(text: CuedText, k: int) -> bool:
    """Whether a word can begin a noun phrase, and is no verb behind "to"."""
    word = text.lowers[k]
    pack = text.doc.pack
    if text.tokens[k][0].isupper() or word in pack.words("determiners"):
        return True
    return word in pack.words("pronouns") or word in people_words(pack)


def _ends_hearers(text: CuedText, k: int) -> bool:
    return _ends_insertion(text, k) or _is_time(text, k)


def _is_time(text: CuedText, k: int) -> bool:
    """Whether a word is a time, or the preposition before one: "on Monday"."""
    pack = text.doc.pack
    word = text.lowers[k]
    return word in pack.words("time_words") or word in pack.closed("addressee_ends")


def _rest_behind(text: CuedText, cue: Cue, comma: int, ends: ClauseEnds) -> Chars | None:
    """What follows the comma behind a cue that is inserted into its content."""
    last = text.sentence_end(cue)
    if comma + _MIN_REST_TOKENS >= last or text.tokens[comma] != ",":
        return None
    rest = comma + 1
    if not goes_on_behind_insertion(text, rest):
        return None
    end = ends.end_of_clause(cue, rest, last)
    return text.chars(rest, end) if end > rest else None


def goes_on_behind_insertion(text: CuedText, k: int) -> bool:
    """Whether the clause before an inserted cue goes on at token ``k``, behind the cue.

    What stands there is then no apposition and no further participle.
    """
    word = text.lowers[k]
    openers = text.doc.pack.closed("insertion_openers")
    return word not in openers and not word.endswith(_ING)


def _ends_insertion(text: CuedText, k: int) -> bool:
    """Whether cue and source, inserted into a clause, are over at token ``k``."""
    token = text.tokens[k]
    if token in STOPS or token in PAUSES or text.is_marked(k):
        return True
    openers = text.doc.pack.words("clause_openers")
    return text.lowers[k] in openers


def clause_start(text: CuedText, end: int, first: int) -> int:
    """The sentence's head, or behind the last semicolon before ``end``."""
    tokens = text.tokens
    for k in range(end - 1, first, -1):
        if tokens[k] == ";" and not text.is_marked(k):
            return k + 1
    return first
