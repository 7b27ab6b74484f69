"""Whether a text is in the language of a pack.

In: a text, the ranges that are read, a language pack. Out: yes or no. Why: cues and names are words of a language, and in another they would be
invented. A language shows in its small words: in English prose at least one word in ten that is no name is one of them, in prose of other
languages hardly any that is longer than two letters. Lists, tables and short texts have too few words to be judged, and are taken for known.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote.lang import LanguagePack

__all__ = ["is_known"]

_LOOKED_AT = 600
"""So many words say enough."""
_LEAST = 50
_SHARE = 0.04
_ENOUGH = _SHARE * _LOOKED_AT
"""So many small words are enough, whatever follows, where no script without capitals is counted by its signs."""
_A_WORD = 2
"""So many signs of a script without capitals, where blanks may be missing, count as a word."""


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
    for match in islice(
        chain.from_iterable(_pattern().finditer(text, start, end) for start, end in ranges),
        _LOOKED_AT,
    ):
        word = match[0]
        if word[0].islower():
            count += 1
            known += word in small
            if known >= _ENOUGH and cased:
                return True
        elif not word[0].isupper():
            count += len(word) // _A_WORD
    return count < _LEAST or known >= _SHARE * count
