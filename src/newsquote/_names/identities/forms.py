"""Two forms of a name -> can they be one person's?

In: forms, as words. Out: whether they fit, which word is the surname, the letters of an acronym.
Why: "Nora P. Vance", "N. Vance", "Vance" and "VANCE" are one name, "Nora Vance" and "Olav Vance"
two, and so are a Jr. and a Sr.; Chinese, Korean and Hungarian names put the family first, Spanish
ones have it in the middle, Arabic ones with an article that comes and goes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newsquote._names.folded import BROKEN, folded, is_capitals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote.lang import LanguagePack

__all__ = [
    "BROKEN",
    "FIRST_NAME",
    "NO_PART",
    "SURNAME",
    "are_compatible",
    "core",
    "folded",
    "initials",
    "is_capitals",
    "letters",
    "plain",
    "rank",
]

SURNAME, FIRST_NAME, MIDDLE_NAME, NO_PART = 3, 2, 1, 0
"""How well a word stands for a full name, best first."""
_FULL = 2
"""The words of the shortest full name."""


def plain(name: str) -> str:
    """A name that somebody wrote down, as it is compared: ``" ".join(folded(form))``."""
    words = [word.strip(",") for word in name.split()]
    return " ".join(folded(tuple(words)))


def core(form: tuple[str, ...], pack: LanguagePack) -> tuple[str, ...]:
    """The words of a person's form that tell it from others.

    No suffix, no particle, no article before a hyphen.
    """
    return _core(form, pack.closed("name_suffixes"), pack.closed("opening_particles"))


@lru_cache(maxsize=4096)
def _core(
    form: tuple[str, ...],
    suffixes: frozenset[str],
    particles: frozenset[str],
) -> tuple[str, ...]:
    words = [word for word in folded(form) if word not in suffixes]
    last = len(words) - 1
    kept: list[str] = []
    for n, word in enumerate(words):
        article, hyphen, rest = word.partition("-")
        if hyphen and rest and article in particles:
            kept.append(rest)
        elif n == last or word not in particles:
            kept.append(word)
    return tuple(kept) or folded(form)


def are_compatible(
    full: tuple[str, ...],
    form: tuple[str, ...],
    pack: LanguagePack,
    nicknames: Mapping[str, frozenset[str]],
) -> bool:
    """Whether two forms can be one person's.

    The words of the shorter stand in the longer in order, but for initials and short names.
    """
    suffixes, particles = (
        pack.closed("name_suffixes"),
        pack.closed("opening_particles"),
    )
    if not suffixes.isdisjoint(folded(form)) and not _suffixes_fit(full, form, suffixes):
        return False
    long, short = _core(full, suffixes, particles), _core(form, suffixes, particles)
    if len(short) > len(long):
        long, short = short, long
    if len(short) == 1:
        return short[0] in long
    if short[-1] != long[-1] and not _ends_inside(long, short):
        return False
    return _stands_in_order(long, short, nicknames)


def _suffixes_fit(
    full: tuple[str, ...],
    form: tuple[str, ...],
    suffixes: frozenset[str],
) -> bool:
    """Whether a form's "Jr." or "Sr." is not another than that of the full name."""
    own = [word for word in folded(form) if word in suffixes]
    others = [word for word in folded(full) if word in suffixes]
    return not others or others[0] == own[0]


def _ends_inside(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether a form lacks only a second surname: "Luis Marea" of "Luis Marea Fonte"."""
    return len(long) > len(short) >= _FULL and short[-1] in long[1:]


def _stands_in_order(
    long: tuple[str, ...],
    short: tuple[str, ...],
    nicknames: Mapping[str, frozenset[str]],
) -> bool:
    """Whether each word of one form has its own in the other, in the same order."""
    n = 0
    for word in short:
        while n < len(long) and not _are_same(long[n], word, nicknames):
            n += 1
        if n == len(long):
            return False
        n += 1
    return True


def _are_same(
    one: str,
    other: str,
    nicknames: Mapping[str, frozenset[str]],
) -> bool:
    """Whether two words are one name, one of them an initial or a short form."""
    if one == other:
        return True
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return other in nicknames.get(one, ()) or one in nicknames.get(other, ())


def rank(
    full: tuple[str, ...],
    word: str,
    pack: LanguagePack,
) -> int:
    """How well one word stands for a full name: the last best, then the first, then another."""
    words = core(full, pack)
    if word == words[-1]:
        return SURNAME
    if word == words[0]:
        return FIRST_NAME
    return MIDDLE_NAME if word in words else NO_PART


def letters(form: tuple[str, ...]) -> str:
    """An acronym without its stops and signs."""
    return "".join(form).replace(".", "").replace("&", "")


def initials(form: tuple[str, ...], *, headed: bool) -> list[str]:
    """The acronyms that a name may be shortened to: without its small words and with them.

    :param headed: whether the first word only says what kind of body it is, so that it may be
        left out: "Ministry of Sea Affairs".
    """
    big = [word for word in form if word[0].isupper() and not _is_acronym(word)]
    joined = _joined_with_acronym(form) if len(big) < len(form) else []
    if len(big) < _FULL:
        return joined
    parts = [part for word in big for part in word.split("-")]
    capitals = "".join([part[0].upper() for part in parts if part])
    every = "".join([word[0].upper() for word in form])
    if headed and len(capitals) > _FULL:
        return [capitals, every, capitals[1:], *joined]
    return [capitals, every, *joined]


def _joined_with_acronym(form: tuple[str, ...]) -> list[str]:
    """The acronym of a name that begins with one: "QW Enterprises" is "QWE"."""
    if not _is_acronym(form[0]) or len(form) < _FULL:
        return []
    rest = [word[0] for word in form[1:] if word[0].isupper() and not _is_acronym(word)]
    return [letters(form[:1]) + "".join(rest)] if rest and len(form[-1]) > 1 else []


def _is_acronym(word: str) -> bool:
    """Whether a word is in capitals with more than one letter."""
    return len(word) > 1 and word.replace(".", "").isupper()
