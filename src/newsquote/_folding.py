"""Which characters count when words are compared?

In: a text. Out: its words as they are compared, and where each stands. Why: reprints differ in
marks, blanks, dashes, case, ligatures and hyphenated line ends and still say the same, so what
compares two texts, or names one, has to look at the same letters and digits.

Two texts say the same where their ``letters`` are equal. Letters and digits count, with the accents
on them; so do the signs that change an amount, wherever they stand: currency signs, the per cent
sign, "&", a minus, a decimal point. Two numbers beside each other stay apart, since "15 20" is not
"1520".
"""

from __future__ import annotations

import unicodedata
from itertools import accumulate
from typing import NamedTuple

import regex

__all__ = ["Folded", "fold_words", "letters"]

# A number with its decimals; letters with what joins them inside a word (an apostrophe, a soft
# hyphen, a hyphen at a line end); a sign that counts. Digits and superscripts are two words, as
# "10²" is not "102".
_WORD = regex.compile(
    r"""(
      \p{Nd}+ (?:[.,]\p{Nd}+)*
    | [\p{L}\p{Nl}\p{No}] [\p{L}\p{M}\p{Nl}\p{No}]*
      (?: (?:['’ʼ＇\xad\u200c\u200d\u2060] | [-‐\xad]\r?\n\s{0,9}(?=\p{Ll}))
          [\p{L}\p{M}\p{Nl}\p{No}]+
      )*
    | (?<= ^ | [\s(\[\p{Sc}\p{Pi}"'-] ) [.] \p{Nd}+
    | (?<= ^ | [\s(\[\p{Pi}"'] ) [-‐‑‒–—−] (?= \p{Sc}? [.]? \p{Nd} )
    | \p{Sc} | [%‰&+°％＆＋]
    )""",
    regex.VERBOSE,
)
_BETWEEN = "\0"  # between words; no word has it inside
_LINE_END = regex.compile(r"[-‐\xad]\r?\n\s*")
_DASH = regex.compile(r"[‐‑‒–—−]")
_GROUPS = regex.compile(r"(?<=\p{Nd}),(?=\p{Nd}{3}(?!\p{Nd}))")
_NOISE = regex.compile(
    r"[^\p{L}\p{M}\p{N}\p{Sc}%‰&+°⁄.,\0-] | [.,](?!\p{Nd}) | \p{Default_Ignorable_Code_Point}",
    regex.VERBOSE,
)
_NUMBERS = regex.compile(r"(?<=\p{Nd})\0(?=[.]?\p{Nd})")


class Folded(NamedTuple):
    """The words of a text: as they are compared, and where each begins and ends in the text."""

    words: list[str]
    """A number that follows a number has a blank in front of it."""
    starts: list[int]
    ends: list[int]


def fold_words(text: str) -> Folded:
    r"""The words of a text.

    :param text: any text.
    :return: the words and their offsets in the text, in code points.

    >>> fold_words("The “re-\nopening” of 1,500 ﬁelds")
    Folded(words=['the', 'reopening', 'of', '1500', 'fields'],
           starts=[0, 5, 18, 21, 27], ends=[3, 16, 20, 26, 32])
    """
    pieces = _WORD.split(text)
    edges = list(accumulate(map(len, pieces)))
    printed = pieces[1::2]
    return Folded(
        _compared(_BETWEEN.join(printed)).split(_BETWEEN) if printed else [],
        edges[0:-1:2],
        edges[1::2],
    )


def letters(text: str) -> str:
    """All that counts in a text, in one string; the same for two texts that say the same.

    >>> letters("“It’s OVER,” she said") == letters("Its over -- she said")
    True
    >>> letters("1.5 million") == letters("15 million")
    False
    """
    return "".join(fold_words(text).words)


def _compared(words: str) -> str:
    """Words, joined by ``_BETWEEN``, as they are compared."""
    words = _LINE_END.sub("", words) if "\n" in words else words
    if words.isascii():
        words = words.lower().replace("'", "")
    else:
        words = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", words).casefold())
        words = _NOISE.sub("", _DASH.sub("-", words)).replace("⁄", " ")
    return _NUMBERS.sub(f"{_BETWEEN} ", _GROUPS.sub("", words))
