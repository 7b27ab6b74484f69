"""A range of a text as tokens.

In: a text and a range. Out: the offsets of words, numbers and signs, in order. Why: everything that
looks at words looks at the same ones, cut once: a possessive or a clitic after an apostrophe is a
token of its own, a dotted acronym or an initial is one with its full stops, a web address is one,
every other sign stands alone. ``regex`` cuts them where a text has unusual characters, because its
letters include combining marks: a decomposed name is one word too. Of the usual characters ``re``
thinks the same, and is quicker.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import regex

__all__ = ["TokenTable", "tokenize"]

_ENDING_SIGNS = frozenset(',;:?!)”"')
"""Behind a plain word each of these is a token of its own, whatever comes next."""
_INITIAL_CHARS = len("G.")
"""What is longer and ends in a full stop is a word at a sentence's end, no initial."""
_LETTER = r"[^\W\d_]"
_TOKEN = rf"""
    (?=\S)(?:
        # most of a text, told at once: plain words, and signs with which nothing longer begins
        [A-Za-z](?:[a-z]++(?![\w@/＇‐‑-]|[.:'’][\w.+@/:'’＇‐‑-])|(?![\w'’＇.@:/‐‑-]))
        | [^\w\s.+@\#'’`-] | \.(?!\S)
        # addresses, handles
        | https?://[^\s<>"“”]+ | www\.[^\s<>"“”]+ | [\w.+-]{{1,100}}+@[\w-]+(?:\.[\w-]+)+ | [@\#]\w+
        | (?:{_LETTER}\.){{2,}}                                # U.S. , a.m.
        | (?<![\w.]){_LETTER}\.(?=[ \u00a0]?[^\W\d_a-z])       # an initial before a capital
        # O'Neill, didn't
        | [Oo]['’](?={_LETTER}) {_LETTER}+(?:[-‐‑]\w+)* | \w+(?:[-‐‑]\w+)*n['’]t\b
        | \d+(?:[.,:/]\d+)+\w*
        | \w+(?:[-‐‑/]\w+|[.](?=\w)\w+|['’](?!(?:s|d|m|ll|re|ve)\b)(?=\w{{2,}})\w+)*
        | ['’](?:s|d|m|ll|re|ve|S)\b
        | \.\.+ | --+ | ``|'' | \S
    )"""


@cache
def _unusual() -> re.Pattern[str]:
    """A character of which ``re`` and ``regex`` may think differently.

    All but those of English print, its accents and signs.
    """
    return re.compile(
        "[^\t\n\r -~\u00a0-\u00b1\u00b4-\u00b8\u00ba\u00bb\u00bf-\u024f"
        "\u2010-\u203a\u20a0-\u20bf\u2122]"
    )


@cache
def _usual_token() -> re.Pattern[str]:
    return re.compile(_TOKEN, re.VERBOSE)


@cache
def _token() -> regex.Pattern[str]:
    import regex  # noqa: PLC0415 - most texts need none of it

    return regex.compile(_TOKEN, regex.VERBOSE)


class TokenTable(NamedTuple):
    """Tokens in order, in three lists: where each begins, where it ends, and its text."""

    starts: list[int]
    ends: list[int]
    words: list[str]


def tokenize(text: str, start: int, end: int) -> TokenTable:
    """The tokens between two offsets."""
    looked_at = max(start - 1, 0)  # a token's pattern looks at what stands in front of it, too
    if _unusual().search(text, looked_at, end) is None:
        return _usual_tokens(text, start, end)
    spans = [match.span() for match in _token().finditer(text, start, end)]
    return TokenTable(
        [first for first, _ in spans],
        [last for _, last in spans],
        [text[first:last] for first, last in spans],
    )


def _usual_tokens(text: str, start: int, end: int) -> TokenTable:
    """The tokens of usual print.

    Most of what stands between two blanks is a word, or one with a stop behind it, and no token
    goes across a blank.
    """
    found = starts, ends, words = TokenTable([], [], [])
    at = start
    for piece in text[start:end].split(" "):
        stop = at + len(piece)
        if piece.isalnum():
            starts.append(at)
            ends.append(stop)
            words.append(piece)
        elif piece[:-1].isalnum() and (
            piece[-1] in _ENDING_SIGNS or (piece[-1] == "." and len(piece) > _INITIAL_CHARS)
        ):
            starts += (at, stop - 1)
            ends += (stop - 1, stop)
            words += (piece[:-1], piece[-1])
        elif piece:
            # Whether a letter with its stop is an initial depends on what follows the blank.
            for match in _usual_token().finditer(text, at, min(stop + 2, end)):
                first, last = match.span()
                if first < stop:
                    starts.append(first)
                    ends.append(last)
                    words.append(match[0])
        at = stop + 1
    return found
