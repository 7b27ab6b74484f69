"""Whether a text is in the language of a pack.

In: a text, the ranges that are read, a language pack. Out: yes or no. Why: cues and names are words
of a language, and in another they would be invented. A language shows in its small words: in
English prose at least one word in ten that is no name is one of them, in prose of other languages
hardly any that is longer than two letters. Lists, tables and short texts have too few words to be
judged, and are taken for known.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsquote.lang import LanguagePack

__all__ = ["is_known"]

_MAX_WORDS = 600
"""A text's first words of three letters and more say enough, however long it is."""
_MIN_WORDS = 50
"""Fewer small words of any language than these are too few to judge by."""
_MIN_KNOWN_SHARE = 0.04
"""Of the words in small letters; English prose has a tenth and more, other prose hardly any."""
_ENOUGH_KNOWN_WORDS = _MIN_KNOWN_SHARE * _MAX_WORDS
"""The share is reached, whatever follows, if no signs of caseless scripts add to the count."""
_CASELESS_CHARS_PER_WORD = 2
"""In a script without capitals blanks may be missing, so its characters are counted."""


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{3,}")


@cache
def _caseless() -> re.Pattern[str]:
    """What may be a letter without a capital: all but the signs of print and the Latin letters."""
    return re.compile(
        "[^\x00-\u00b1\u00b4-\u00b8\u00ba\u00bb\u00bf-\u017f\u2000-\u206f\u20a0-\u20bf\u2122]"
    )


def is_known(text: str, ranges: Sequence[tuple[int, int]], pack: LanguagePack) -> bool:
    """Whether the words of a text are the pack's, as far as anybody can tell."""
    small = pack.words("function_words")
    count = known = 0
    cased = text.isascii() or _caseless().search(text) is None
    for match in islice(_words(text, ranges), _MAX_WORDS):
        word = match[0]
        if word[0].islower():
            count += 1
            known += word in small
            if cased and known >= _ENOUGH_KNOWN_WORDS:
                return True
        elif not word[0].isupper():
            count += len(word) // _CASELESS_CHARS_PER_WORD
    return count < _MIN_WORDS or known >= _MIN_KNOWN_SHARE * count


def _words(text: str, ranges: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """The words of three letters and more."""
    find = _pattern().finditer
    return chain.from_iterable(find(text, start, end) for start, end in ranges)
