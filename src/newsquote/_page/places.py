"""A name -> whether it is a place that a dateline can have.

In: what stands before the date, the agency or the dash at the beginning of a paragraph. Out:
whether it is a place. Why: "TWEET OF THE DAY —" and "FILE -" have a dateline's form, too; a place
is told by being known, by its state, or by standing in capitals and being no acronym.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote.lang import LanguagePack

__all__ = [
    "MAX_PLACE_WORDS",
    "agency_names",
    "can_be_place",
    "has_region",
    "is_in_capitals",
    "is_known_place",
    "is_place",
    "region_names",
]

MAX_PLACE_WORDS = 9
"""Words of the places of a dateline."""
_MAX_UNKNOWN_PLACE_WORDS = 4
"""Words of a place that is not known."""
_MIN_UNKNOWN_PLACE_CHARS = 4
"""Characters of a place in one word that is not known; shorter ones are acronyms."""
_CHARS_A_VOWEL = 5
"""A word that can be spoken has a vowel for every so many characters, at least."""
_VOWELS = frozenset("AEIOUYÁÉÍÓÚÄÖÜÃÕÂÊÔ")
_SMALL_PLACE_WORDS = frozenset({"and", "of", "the", "near", "on", "at", "in"})
_WORDS_OF_NO_PLACE = frozenset({"of", "the", "a", "in", "at"})
_WEAK_CLOSES = frozenset({":", "|"})
"""Behind one of these any label stands, so the place must be known."""


@lru_cache(maxsize=32)
def agency_names(pack: LanguagePack) -> Mapping[str, str]:
    """The agencies as they are printed, by their casefolded names."""
    return {name.casefold(): name for name in pack.words("agencies")}


@lru_cache(maxsize=32)
def region_names(pack: LanguagePack) -> frozenset[str]:
    """The names of states and countries, casefolded, without the stop of an abbreviation."""
    return frozenset(name.casefold().rstrip(".") for name in pack.words("regions"))


@lru_cache(maxsize=32)
def _labels(pack: LanguagePack) -> frozenset[str]:
    """Words in capitals that open a paragraph and are no place."""
    return pack.words("not_places") | pack.words("kickers") | agency_names(pack).keys()


@cache
def _first_place_end() -> re.Pattern[str]:
    return re.compile(r"[,/]")


@cache
def _scottish_prefix() -> re.Pattern[str]:
    return re.compile(r"\bMc|\bMac")


@cache
def _between_known_places() -> re.Pattern[str]:
    return re.compile(r"\s*[,/]\s*|\s+and\s+")


@cache
def _between_places() -> re.Pattern[str]:
    return re.compile(r"\s*/\s*|\s+(?:and|AND)\s+")


@cache
def _comma() -> re.Pattern[str]:
    return re.compile(r"\s*,\s*")


@cache
def _place_word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_.'-]+[.]?(?:[-'][^\W\d_]+)*")


def can_be_place(name: str, pack: LanguagePack) -> bool:
    """Whether a name can be a place's at all: capitalised throughout, no sentence."""
    if not name:
        return True
    words = name.replace("/", " ").split()
    if len(words) > MAX_PLACE_WORDS:
        return False
    if not words[0][0].isupper():
        return False
    small = pack.words("name_particles") | _SMALL_PLACE_WORDS
    return all(word[0].isupper() or word in small or not word[0].isalpha() for word in words)


def is_in_capitals(name: str) -> bool:
    """Whether the first place stands in capitals."""
    first = _first_place_end().split(name, maxsplit=1)[0].replace(" and ", " ")
    letters = [char for char in _scottish_prefix().sub("", first) if char.isalpha()]
    return len(letters) > 1 and all(char.isupper() for char in letters)


def is_known_place(name: str, pack: LanguagePack) -> bool:
    """Whether a name is, or begins with, a place that is known."""
    folded = name.casefold().replace("’", "'")
    first = _between_known_places().split(folded, maxsplit=1)[0]
    return first in pack.words("places") or first.rstrip(".") in region_names(pack)


def has_region(name: str, pack: LanguagePack) -> bool:
    """Whether a state or a country follows the place."""
    _, comma, region = name.rpartition(",")
    return bool(comma) and region.strip().casefold().rstrip(".") in region_names(pack)


def is_place(name: str, close: str, pack: LanguagePack) -> bool:
    """Whether a name, with neither date nor agency, is a place.

    :param close: the sign behind it.
    """
    if close in _WEAK_CLOSES:
        whole_region = name.casefold() in region_names(pack)
        return is_known_place(name, pack) and not whole_region and can_be_place(name, pack)
    head, *rest = _comma().split(name, maxsplit=1)
    if rest:
        return is_in_capitals(head) and rest[0].casefold().rstrip(".") in region_names(pack)
    if not is_in_capitals(name):
        return False
    return all(_is_single_place(part, pack) for part in _between_places().split(name))


def _is_single_place(name: str, pack: LanguagePack) -> bool:
    if is_known_place(name, pack):
        return True
    words = name.casefold().replace("’", "'").split()
    if not all(map(_place_word().fullmatch, words)):
        return False
    if len(words) == 1:
        long_enough = len(name) >= _MIN_UNKNOWN_PLACE_CHARS
        return long_enough and words[0] not in _labels(pack) and _can_be_spoken(name)
    if len(words) > _MAX_UNKNOWN_PLACE_WORDS:
        return False
    if not _WORDS_OF_NO_PLACE.isdisjoint(words):
        return False
    return not pack.words("place_words").isdisjoint(words)


def _can_be_spoken(name: str) -> bool:
    """Whether a word has vowels enough; acronyms mostly have not."""
    vowels = sum(char in _VOWELS for char in name)
    return vowels >= max(1, len(name) // _CHARS_A_VOWEL)
