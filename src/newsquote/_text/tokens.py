"""A range of a text as tokens.

In: a text and a range. Out: the offsets of words, numbers and signs, in order. Why: everything that looks at words looks at the same ones,
cut once: a possessive or a clitic after an apostrophe is a token of its own, a dotted acronym or an initial is one with its full stops, a
web address is one, every other sign stands alone. ``regex`` cuts them where a text has unusual characters, because its letters include
combining marks: a decomposed name is one word too. Of the usual characters ``re`` thinks the same, and is quicker.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import regex

__all__ = ["Tokens", "scan"]

_STOPS = frozenset(',;:?!)”"')
_INITIAL = len("G.")
"""A longer letter with a stop is a word at a sentence's end."""
_LETTER = r"[^\W\d_]"
_TOKEN = rf"""
    (?=\S)(?:
        # most of a text, told at once: plain words, and signs with which nothing longer begins
        [A-Za-z](?:[a-z]++(?![\w@/＇‐‑-]|[.:'’][\w.+@/:'’＇‐‑-])|(?![\w'’＇.@:/‐‑-])) | [^\w\s.+@\#'’`-] | \.(?!\S)
        | https?://[^\s<>"“”]+ | www\.[^\s<>"“”]+ | [\w.+-]{{1,100}}+@[\w-]+(?:\.[\w-]+)+ | [@\#]\w+   # addresses, handles
        | (?:{_LETTER}\.){{2,}}                                # U.S. , a.m.
        | (?<![\w.]){_LETTER}\.(?=[ \u00a0]?[^\W\d_a-z])       # an initial before a capital
        | [Oo]['’](?={_LETTER}) {_LETTER}+(?:[-‐‑]\w+)* | \w+(?:[-‐‑]\w+)*n['’]t\b     # O'Neill, didn't
        | \d+(?:[.,:/]\d+)+\w* | \w+(?:[-‐‑/]\w+|[.](?=\w)\w+|['’](?!(?:s|d|m|ll|re|ve)\b)(?=\w{{2,}})\w+)*
        | ['’](?:s|d|m|ll|re|ve|S)\b
        | \.\.+ | --+ | ``|'' | \S
    )"""


@cache
def _unusual() -> re.Pattern[str]:
    """A character of which ``re`` and ``regex`` may think differently: all but those of English print, its accents and signs."""
    return re.compile(
        "[^\t\n\r -~\u00a0-\u00b1\u00b4-\u00b8\u00ba\u00bb\u00bf-\u024f\u2010-\u203a\u20a0-\u20bf\u2122]"
    )


@cache
def _usual_token() -> re.Pattern[str]:
    return re.compile(_TOKEN, re.VERBOSE)


@cache
def _token() -> regex.Pattern[str]:
    import regex  # noqa: PLC0415 - most texts need none of it

    return regex.compile(_TOKEN, regex.VERBOSE)


class Tokens(NamedTuple):
    """Tokens in order: where they begin, where they end, and their texts."""

    starts: list[int]
    ends: list[int]
    words: list[str]


def scan(text: str, start: int, end: int) -> Tokens:
    """The tokens between two offsets."""
    if (
        _unusual().search(text, max(start - 1, 0), end) is None
    ):  # what stands in front is looked at, too
        return _usual(text, start, end)
    spans = [match.span() for match in _token().finditer(text, start, end)]
    return Tokens(
        [first for first, _ in spans],
        [last for _, last in spans],
        [text[first:last] for first, last in spans],
    )


def _usual(text: str, start: int, end: int) -> Tokens:
    """The tokens of usual print: most of what stands between two blanks is a word, or one with a stop behind it, and no token goes across a blank."""
    found = starts, ends, words = Tokens([], [], [])
    at = start
    for piece in text[start:end].split(" "):
        stop = at + len(piece)
        if piece.isalnum():
            starts.append(at)
            ends.append(stop)
            words.append(piece)
        elif piece[:-1].isalnum() and (
            piece[-1] in _STOPS or (piece[-1] == "." and len(piece) > _INITIAL)
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
