"""Words of a byline -> whether they name a house.

In: a piece of a byline. Out: whether it is an outlet, an agency, a desk or another organisation.
Why: who wrote for whom is printed without any sign; houses are told by their names, where these are
listed, and by the words that names of houses are made of.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._page.bylines.words import find_role
from newsquote._page.phrases import listed_phrases
from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.bylines.words import PieceWords
    from newsquote._page.line import Stretch
    from newsquote.lang import LanguagePack

__all__ = [
    "CutHouse",
    "cut_house",
    "find_desk",
    "find_house_at",
    "find_house_at_end",
    "is_desk",
    "is_house_name",
    "is_organisation",
    "is_outlet",
]

_LONGEST_HOUSE_ENDING = 3
"""Words of a house's name with which a longer name may end."""
_LONGEST_HOUSE_NAME = 4
"""Words of a house's name that stands beside a person's."""
_LONGEST_PERSON_NAME = 3
"""Words of most persons' names; a longer name that ends as outlets' do is one."""
_DESKS = frozenset({("editorial", "board"), ("staff",), ("newsroom",), ("desk",), ("bureau",)})
"""With one of these, behind an article, the name of a desk ends."""


@cache
def _possessive() -> re.Pattern[str]:
    return re.compile(r"['’]s?$")


@lru_cache(maxsize=32)
def _houses(pack: LanguagePack) -> frozenset[str]:
    names = (*pack.words("agencies"), *pack.words("outlets"))
    return frozenset(name.casefold().removeprefix("the ") for name in names) | {"agencies"}


@lru_cache(maxsize=32)
def _acronyms(pack: LanguagePack) -> frozenset[str]:
    """Outlets' names in capitals, which open those of their departments: BBC Radio Ulster."""
    names = pack.words("outlets")
    return frozenset(name.casefold() for name in names if name.isupper() and name.isalpha())


def is_house_name(words: Sequence[str], pack: LanguagePack) -> bool:
    """Whether words are the listed name of an agency or an outlet."""
    return " ".join(words).casefold() in _houses(pack)


def is_desk(piece: Stretch, pack: LanguagePack) -> bool:
    """Whether a piece names those who work together: "staff", "the Orla Courier newsroom"."""
    first_words = piece.first_words
    if listed_phrases(pack, "byline_collectives").value_of_whole(first_words) is not None:
        return True
    if first_words.first != "the" or not first_words.are_all:
        return False
    words = first_words.words
    return words[-1:] in _DESKS or words[-2:] in _DESKS


def find_desk(stretch: Stretch, pack: LanguagePack) -> Stretch | None:
    """The desk of several words that opens a byline: "staff and wire reports"."""
    first_words = stretch.first_words
    found = listed_phrases(pack, "byline_collectives").at_start(first_words)
    sign = None if found is None else stretch.full_text[found.end : found.end + 1]
    if found is not None and found.word_count > 1 and sign in {"", " ", ","}:
        following = first_words.words[found.word_count : found.word_count + 1]
        alone = not following or following[0] in {"in", "at"} or sign == ","
        return stretch.between(stretch.start, found.end) if alone else None
    with_article = first_words.first == "the" and first_words.are_all
    return stretch if with_article and is_desk(stretch, pack) else None


def is_outlet(piece: Stretch, pack: LanguagePack, *, behind_author: bool) -> bool:
    """Whether a piece is the name of an outlet or an agency, or of one of its departments."""
    name = piece.text.casefold().removeprefix("the ")
    if name in _houses(pack):
        return True
    words = name.split()
    if len(words) < 2 or _runs_into_house(words, pack, behind_author=behind_author):  # noqa: PLR2004 - one word is a listed name or none
        return False
    if words[0] in _acronyms(pack) and find_role(piece.text.split(), pack) is None:
        return True
    outlet_words = pack.words("outlet_words")
    if words[-1] not in outlet_words or words[0] in pack.words("byline_role_modifiers"):
        return False
    several = sum(1 for word in words if word in outlet_words) > 1
    return behind_author or several or len(words) > _LONGEST_PERSON_NAME


def _runs_into_house(words: Sequence[str], pack: LanguagePack, *, behind_author: bool) -> bool:
    """Whether another name runs into that of a house: "Ann Lee Courier"."""
    titled = behind_author and len(words) > 2 and words[-1] in pack.words("outlet_words")  # noqa: PLR2004 - the outlet's own name has two words
    for count in range(_LONGEST_HOUSE_ENDING, 1 if titled else 0, -1):
        ending = " ".join(words[-count:]).removeprefix("the ")
        if len(words) - count > 1 and ending in _houses(pack):
            return True
    return False


def find_house_at_end(words: Sequence[str], pack: LanguagePack) -> int:
    """With how many words of a house's name a name ends: "Ann Lee AP" in "Ann Lee AP Writer"."""
    for count in range(_LONGEST_HOUSE_ENDING, 0, -1):
        if len(words) - count >= 2 and is_house_name(words[-count:], pack):  # noqa: PLR2004 - first and last name
            return count
    return 0


def find_house_at(words: Sequence[str], begin: int, pack: LanguagePack) -> int:
    """How many words from one on, but not all, are the name of a house."""
    for count in range(_LONGEST_HOUSE_ENDING, 0, -1):
        if begin + count < len(words) and is_house_name(words[begin : begin + count], pack):
            return count
    return 0


class CutHouse(NamedTuple):
    """Words of a piece without the house at either end, and where that stands."""

    words: PieceWords
    house: Chars | None


def cut_house(words: PieceWords, pack: LanguagePack) -> CutHouse:
    """A piece without the house's name at either end."""
    ranges, texts = words
    count_all, listed = len(texts), _houses(pack)
    for count in range(min(_LONGEST_HOUSE_NAME, count_all), 0, -1):
        tail = " ".join(texts[-count:]).casefold().removeprefix("the ")
        rest = count_all - count
        if tail in listed and (rest == 0 or (rest > 1 and texts[-count][0].isupper())):
            return CutHouse(words.part(0, rest), words.hull(rest))
        front = _possessive().sub("", " ".join(texts[:count])).casefold().removeprefix("the ")
        if front in listed and rest:
            last = _possessive().sub("", texts[count - 1])
            house = Chars(ranges[0].start, ranges[count - 1].start + len(last))
            return CutHouse(words.part(count), house)
    return CutHouse(words, None)


def is_organisation(words: Sequence[str], pack: LanguagePack) -> bool:
    """Whether words name a house where people work and no place: "the University of Orla"."""
    listed = pack.words("org_words")
    return "of" in words and any(word.casefold().strip(",") in listed for word in words)
