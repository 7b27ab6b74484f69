"""A form of a name -> the form as it is compared.

In: the words of a name. Out: the same without accents, case and stops, and with letters mended
whose encoding was misread. Why: "VANCE" is "Vance", and one article may print "Sorensen" and
"Sørensen".
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["BROKEN", "folded", "is_capitals"]

_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that have no accent to take away, and what is written for them without them."""
BROKEN = frozenset("ÃÂÄÅ")
"""What a letter of two bytes begins with where its encoding was misread: "PeÃ±a"."""


def _mended(word: str) -> str:
    """A word whose encoding was misread, as it was meant."""
    for encoding in ("cp1252", "latin-1"):
        try:
            return word.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return word


@lru_cache(maxsize=4096)
def _folded_word(word: str) -> str:
    """A word without accents, case and stops."""
    if not word.isascii():
        if not BROKEN.isdisjoint(word):
            word = _mended(word)
        word = word.casefold().translate(_UNDECOMPOSED)
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    letters = "".join([c for c in decomposed if not unicodedata.combining(c)])
    return letters.replace(".", "").replace("’", "'")


@lru_cache(maxsize=4096)
def folded(form: tuple[str, ...]) -> tuple[str, ...]:
    """A form as it is compared."""
    return tuple(map(_folded_word, form))


def is_capitals(form: tuple[str, ...]) -> bool:
    """Whether a name is printed in capitals only, and is no single letter."""
    printed = "".join(form)
    if len(printed) == 1 or not printed.isupper():
        return False
    return all(word.replace(".", "").isupper() for word in form)
