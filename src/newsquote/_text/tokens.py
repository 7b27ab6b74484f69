"""A range of a text as tokens.

In: a text and a range. Out: the offsets of words, numbers and signs, in order. Why: everything that looks at words looks at the same ones,
cut once: a possessive or a clitic after an apostrophe is a token of its own, a dotted acronym or an initial is one with its full stops, a
web address is one, every other sign stands alone. ``regex`` rather than ``re`` cuts them, because its letters include
combining marks: a decomposed name is one word too.
"""

from __future__ import annotations

from functools import cache

import regex

__all__ = ["scan"]

_APOSTROPHES = "'’ʼ＇"


@cache
def _pattern() -> regex.Pattern[str]:
    letter = r"[^\W\d_]"
    return regex.compile(
        rf"""
        [A-Za-z][a-z]*+(?![\w'’ʼ＇.@:/‐‑-]) | [,;](?!\w)       # most of a text: plain words and commas, told at once
        | https?://[^\s<>"“”]+ | www\.[^\s<>"“”]+ | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ | [@\#]\w+   # addresses, handles
        | (?:{letter}\.){{2,}}                                # U.S. , a.m.
        | (?<![\w.]){letter}\.(?=[ \u00a0]?[^\W\d_a-z])       # an initial before a capital
        | [Oo]['’](?={letter}) {letter}+(?:[-‐‑]\w+)* | \w+(?:[-‐‑]\w+)*n['’]t\b     # O'Neill, didn't
        | \d+(?:[.,:/]\d+)+\w* | \w+(?:[-‐‑/]\w+|[.](?=\w)\w+|['’](?!(?:s|d|m|ll|re|ve)\b)(?=\w{{2,}})\w+)*
        | ['’](?:s|d|m|ll|re|ve|S)\b
        | \.\.+ | --+ | ``|'' | \S
        """,
        regex.VERBOSE,
    )


def scan(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The (start, end) of the tokens between two offsets."""
    return [match.span() for match in _pattern().finditer(text, start, end)]
