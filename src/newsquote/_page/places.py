"""A name -> whether it is a place that a dateline can have.

In: what stands before the date, the agency or the dash at the beginning of a paragraph. Out:
whether it is a place. Why: "TWEET OF THE DAY —" and "FILE -" have a dateline's form, too; a place
is told by being known, by its state, or by standing in capitals and being no acronym. Where a label
is as likely, as before a colon, only what is known as a town will do.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._names.folded import folded
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote.lang import LanguagePack

__all__ = [
    "MAX_PLACE_WORDS",
    "agency_names",
    "are_towns",
    "can_be_place",
    "has_region",
    "is_in_capitals",
    "is_known_place",
    "is_place",
    "is_region",
    "is_town",
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


@kept_by_pack
def agency_names(pack: LanguagePack) -> Mapping[str, str]:
    """The agencies as they are printed, by their casefolded names."""
    return {name.casefold(): name for name in pack.words("agencies")}


@kept_by_pack
def region_names(pack: LanguagePack) -> frozenset[str]:
    """The names of states and countries, casefolded, without the stop of an abbreviation."""
    return frozenset(name.casefold().rstrip(".") for name in pack.words("regions"))


@kept_by_pack
def _more_region_names(pack: LanguagePack) -> frozenset[str]:
    """States and countries that follow a town in datelines alone, as they are printed."""
    names = pack.words("dateline_regions")
    return names | {name.upper() for name in names}


@kept_by_pack
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
    return re.compile(r"\s*[/&]\s*|\s+(?:and|AND)\s+")


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
    return all(
        word[0].isupper() or word.partition("-")[0] in small or not word[0].isalpha()
        for word in words
    )


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
    return bool(comma) and is_region(region.strip(), pack)


def is_region(name: str, pack: LanguagePack) -> bool:
    """Whether a name is that of a state or a country."""
    plain = name.replace("’", "'")
    return plain.casefold().rstrip(".") in region_names(pack) or plain in _more_region_names(pack)


def is_town(name: str, pack: LanguagePack) -> bool:
    """Whether a name as a whole is that of a town which is known."""
    if not can_be_place(name, pack):
        return False
    if name.casefold().replace("’", "'") in pack.words("places"):
        return True
    return " ".join(folded(tuple(name.split()))) in pack.words("dateline_towns")


def are_towns(name: str, pack: LanguagePack) -> bool:
    """Whether a name is that of a known town, of several, or of a town and its state."""
    return all(_is_town_in_state(part, pack) for part in _between_places().split(name))


def _is_town_in_state(name: str, pack: LanguagePack) -> bool:
    town, *states = _comma().split(name)
    if not states:
        return is_town(name, pack)
    if not can_be_place(name, pack) or not is_region(states[-1], pack):
        return False
    return is_town(town, pack) or not _may_be_person(town, pack)


def _may_be_person(name: str, pack: LanguagePack) -> bool:
    """Whether the first of several words is a given name: letters are signed "Ann Lee, Ohio"."""
    first, *others = name.split()
    return bool(others) and folded((first,))[0] in pack.words("given_names")


def is_place(name: str, close: str, pack: LanguagePack) -> bool:
    """Whether a name, with neither date nor agency, is a place.

    :param close: the sign behind it.
    """
    if close in _WEAK_CLOSES:
        whole_region = name.casefold() in region_names(pack)
        return is_known_place(name, pack) and not whole_region and can_be_place(name, pack)
    head, *rest = _comma().split(name, maxsplit=1)
    if rest:
        return is_in_capitals(head) and is_region(_comma().split(rest[0])[-1], pack)
    if not is_in_capitals(name):
        return False
    return all(_is_single_place(part, pack) for part in _between_places().split(name))


def _is_single_place(name: str, pack: LanguagePack) -> bool:
    if is_known_place(name, pack):
        return True
    words = name.casefold().replace("’", "'").split()
    if not words:  # "TALE/. The bridge": nothing stands behind the sign
        return False
    if words[0] in pack.closed("parts_of_countries") and len(words) > 1:
        return is_known_place(" ".join(words[1:]), pack)
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
