"""Two forms of a name -> can they be one person's?

In: forms, as words. Out: whether they fit, which word is the surname, the letters of an acronym. Why: "Nora P. Vance", "N. Vance", "Vance"
and "VANCE" are one name, "Nora Vance" and "Olav Vance" two, and so are a Jr. and a Sr.; Chinese, Korean and Hungarian names put the family
first, Spanish ones have it in the middle, Arabic ones with an article that comes and goes.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote.lang import LanguagePack

__all__ = ["compatible", "core", "folded", "initials", "plain", "rank"]

_FULL = 2
_LAST, _FIRST, _MIDDLE = 3, 2, 1


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    """A word without accents, case and stops."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return (
        "".join(c for c in decomposed if not unicodedata.combining(c))
        .replace(".", "")
        .replace("’", "'")
    )


@lru_cache(maxsize=4096)
def folded(form: tuple[str, ...]) -> tuple[str, ...]:
    """A form as it is compared."""
    return tuple(map(_plain, form))


def plain(name: str) -> str:
    """A name that somebody wrote down, as it is compared with a form: ``" ".join(folded(form))``."""
    return " ".join(folded(tuple(word.strip(",") for word in name.split())))


def core(form: tuple[str, ...], pack: LanguagePack) -> tuple[str, ...]:
    """The words of a person's form that tell it from others: no suffix, no particle, no article before a hyphen."""
    return _core(form, pack.closed("name_suffixes"), pack.closed("opening_particles"))


@lru_cache(maxsize=4096)
def _core(
    form: tuple[str, ...], suffixes: frozenset[str], particles: frozenset[str]
) -> tuple[str, ...]:
    words = [word for word in folded(form) if word not in suffixes]
    out: list[str] = []
    for n, word in enumerate(words):
        head, hyphen, rest = word.partition("-")
        if hyphen and rest and head in particles:
            out.append(rest)
        elif word not in particles or n == len(words) - 1:
            out.append(word)
    return tuple(out) or folded(form)


def _suffixes_fit(full: tuple[str, ...], form: tuple[str, ...], suffixes: frozenset[str]) -> bool:
    """Whether not one of two forms has a "Jr." and the other a "Sr."."""
    one, other = (
        next((word for word in folded(each) if word in suffixes), "") for each in (full, form)
    )
    return not one or not other or one == other


def compatible(
    full: tuple[str, ...],
    form: tuple[str, ...],
    pack: LanguagePack,
    nicknames: Mapping[str, frozenset[str]],
) -> bool:
    """Whether two forms can be one person's: the words of the shorter stand in the longer in order, but for initials and short names."""
    suffixes, particles = pack.closed("name_suffixes"), pack.closed("opening_particles")
    if not suffixes.isdisjoint(folded(form)) and not _suffixes_fit(full, form, suffixes):
        return False
    long, short = _core(full, suffixes, particles), _core(form, suffixes, particles)
    if len(short) > len(long):
        long, short = short, long
    if len(short) == 1:
        return short[0] in long
    if short[-1] != long[-1] and not _ends_inside(long, short):
        return False
    n = 0
    for word in short:
        while n < len(long) and not _same(long[n], word, nicknames):
            n += 1
        if n == len(long):
            return False
        n += 1
    return True


def _ends_inside(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether a form lacks only a second surname or a name behind: "Luis Marea" of "Luis Marea Fonte"."""
    return len(long) > len(short) and len(short) >= _FULL and short[-1] in long[1:]


def _same(one: str, other: str, nicknames: Mapping[str, frozenset[str]]) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return other in nicknames.get(one, ()) or one in nicknames.get(other, ())


def rank(full: tuple[str, ...], word: str, pack: LanguagePack) -> int:
    """How well one word stands for a full name: its last word best, then its first, then one between; 0 if it is none of them."""
    words = core(full, pack)
    if word == words[-1]:
        return _LAST
    if word == words[0]:
        return _FIRST
    return _MIDDLE if word in words else 0


def initials(form: tuple[str, ...], *, headed: bool) -> list[str]:
    """The acronyms that a name may be shortened to: without its small words and with them.

    :param headed: whether the first word only says what sort of body it is, so that it may be left out: "Ministry of Sea Affairs".
    """
    big = [
        word
        for word in form
        if word[0].isupper() and not (len(word) > 1 and word.replace(".", "").isupper())
    ]
    if len(big) < _FULL:
        return []
    letters = "".join(part[0].upper() for word in big for part in word.split("-") if part)
    every = "".join(word[0].upper() for word in form)
    return [letters, every, letters[1:]] if headed and len(letters) > _FULL else [letters, every]
