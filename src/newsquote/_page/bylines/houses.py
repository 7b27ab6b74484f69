"""Words of a byline -> whether they name a house.

In: a piece of a byline. Out: whether it is an outlet, an agency, a desk or another organisation.
Why: who wrote for whom is printed without any sign; houses are told by their names, where these are
listed, and by the words that names of houses are made of.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._names.name_shapes import has_capital_inside
from newsquote._page.bylines.likeness import Likeness, likeness_of
from newsquote._page.phrases import listed_phrases
from newsquote._text.ranges import Chars
from newsquote.lang.kept import kept_by_pack

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
    "is_made_of_outlet_words",
    "is_organisation",
    "is_outlet",
]

_FULL_NAME_WORDS = 2
"""First and last name of a person, or a house's name and what it is."""
_LONGEST_HOUSE_ENDING = 3
"""Words of a house's name with which a longer name may end."""
_LONGEST_HOUSE_NAME = 4
"""Words of a house's name that stands beside a person's."""
_LONGEST_PERSON_NAME = 3
"""Words of most persons' names; a longer name that ends as outlets' do is one."""
_DESKS = frozenset({("editorial", "board"), ("staff",), ("newsroom",), ("desk",), ("bureau",)})
"""With one of these, behind an article, the name of a desk ends."""
_SIGNS_BEHIND_DESK = frozenset({"", " ", ","})
_SMALL_WORDS = frozenset({"and", "de", "for", "of", "the", "today"})
"""Words in small letters that outlets' names have."""
_PLACE_PREPOSITIONS = frozenset({"in", "at"})


@cache
def _possessive() -> re.Pattern[str]:
    return re.compile(r"['’]s?$")


@kept_by_pack
def _houses(pack: LanguagePack) -> frozenset[str]:
    names = (*pack.words("agencies"), *pack.words("outlets"))
    return frozenset(name.casefold().removeprefix("the ") for name in names) | {"agencies"}


@kept_by_pack
def _acronyms(pack: LanguagePack) -> frozenset[str]:
    """Outlets' names in capitals, which open those of their departments: BBC Radio Ulster."""
    names = pack.words("outlets")
    return frozenset(name.casefold() for name in names if name.isupper() and name.isalpha())


@cache
def _site() -> re.Pattern[str]:
    """The address of a site, which is its name, too: "Courier.co.uk"."""
    return re.compile(r"(?=\w*[^\W\d_])[\w-]+(?:\.[\w-]{2,}){0,2}\.[A-Za-z]{2,}")


def is_house_name(words: Sequence[str], pack: LanguagePack) -> bool:
    """Whether words are the listed name of an agency or an outlet."""
    return " ".join(words).casefold() in _houses(pack)


def is_desk(piece: Stretch, pack: LanguagePack) -> bool:
    """Whether a piece names those who work together: "staff", "the Orla Courier newsroom"."""
    first_words = piece.first_words
    if listed_phrases(pack, "byline_collectives").value_of_whole(first_words) is not None:
        return True
    if first_words.first != "the":
        return False
    if not first_words.are_all:
        return False
    words = first_words.words
    return words[-1:] in _DESKS or words[-2:] in _DESKS


def find_desk(stretch: Stretch, pack: LanguagePack) -> Stretch | None:
    """The desk of several words that opens a byline: "staff and wire reports"."""
    first_words = stretch.first_words
    listed = listed_phrases(pack, "byline_collectives").at_start(first_words)
    if listed is not None and listed.word_count > 1:
        sign = stretch.full_text[listed.end : listed.end + 1]
        following = first_words.words[listed.word_count :]
        if sign in _SIGNS_BEHIND_DESK:
            desk = stretch.between(stretch.start, listed.end)
            alone = not following or following[0] in _PLACE_PREPOSITIONS or sign == ","
            return desk if alone else None
    if first_words.first != "the":
        return None
    if not first_words.are_all:
        return None
    return stretch if is_desk(stretch, pack) else None


def is_outlet(piece: Stretch, pack: LanguagePack, *, behind_author: bool) -> bool:
    """Whether a piece is the name of an outlet or an agency, or of one of its departments."""
    name = piece.text.casefold().removeprefix("the ")
    if name in _houses(pack):
        return True
    words = name.split()
    if len(words) < _FULL_NAME_WORDS:
        if behind_author and has_capital_inside(piece.text.split()[-1]):
            return True
        return _site().fullmatch(name) is not None or _are_joined_houses(name, pack)
    if _runs_into_house(words, pack, behind_author=behind_author):
        return False
    printed = piece.text.removeprefix("the ").removeprefix("The ").split()[0]
    opens_with_acronym = printed.isupper() and words[0] in _acronyms(pack)
    if opens_with_acronym and pack.words("byline_roles").isdisjoint(words):
        return True
    if any(word[0].islower() and word not in _SMALL_WORDS for word in piece.text.split()):
        return False
    return _is_made_of_outlet_words(words, pack, behind_author=behind_author)


def _are_joined_houses(name: str, pack: LanguagePack) -> bool:
    """Whether one word is several agencies: "afp-reuters"."""
    parts = name.replace("/", "-").split("-")
    return len(parts) > 1 and _houses(pack).issuperset(parts)


def _ends_as_outlet(word: str, pack: LanguagePack) -> bool:
    """Whether a word ends outlets' names: "Courier", "Herald-Tribune"."""
    folded = word.casefold()
    outlet_words = pack.words("outlet_words")
    return folded in outlet_words or folded.rpartition("-")[2] in outlet_words


def is_made_of_outlet_words(words: Sequence[str], pack: LanguagePack) -> bool:
    """Whether words end as outlets' names do and are no person's name: "Orla Courier"."""
    if not _ends_as_outlet(words[-1], pack):
        return False
    if find_house_at_end(words, pack) or len(words) == 1:
        return len(words) == 1
    return not _opens_with_person(words, pack) and likeness_of(tuple(words), pack) < Likeness.LIKELY


def _opens_with_person(words: Sequence[str], pack: LanguagePack) -> bool:
    """Whether a sure full name runs into an outlet of two words at least."""
    if len(words) < _FULL_NAME_WORDS * 2:
        return False
    return likeness_of(tuple(words[:_FULL_NAME_WORDS]), pack) is Likeness.SURE


def _is_made_of_outlet_words(
    words: Sequence[str], pack: LanguagePack, *, behind_author: bool
) -> bool:
    """Whether words that are not listed are an outlet's name: "Orla Valley Courier".

    They end as such names do, and stand behind an author, are too many for a person's name, or
    have several words of outlets.
    """
    outlet_words = pack.words("outlet_words")
    if not _ends_as_outlet(words[-1], pack):
        return False
    if words[0] in pack.words("byline_role_modifiers"):
        return False
    if behind_author:
        return True
    if _opens_with_person(words, pack):
        return False
    if len(words) > _LONGEST_PERSON_NAME:
        return True
    return sum(1 for word in words if word in outlet_words) > 1


def _runs_into_house(words: Sequence[str], pack: LanguagePack, *, behind_author: bool) -> bool:
    """Whether another name runs into that of a house: "Ann Lee Courier"."""
    titled = behind_author and len(words) > _FULL_NAME_WORDS
    own_last_word = titled and words[-1] in pack.words("outlet_words")
    fewest = 2 if own_last_word else 1
    for count in range(_LONGEST_HOUSE_ENDING, fewest - 1, -1):
        ending = " ".join(words[-count:]).removeprefix("the ")
        if len(words) - count > 1 and ending in _houses(pack):
            return True
    return False


def find_house_at_end(words: Sequence[str], pack: LanguagePack) -> int:
    """With how many words of a house's name a name ends: "Ann Lee AP" in "Ann Lee AP Writer"."""
    for count in range(_LONGEST_HOUSE_ENDING, 0, -1):
        before = len(words) - count
        if before >= _FULL_NAME_WORDS and is_house_name(words[before:], pack):
            return count
    return 0


def find_house_at(words: Sequence[str], begin: int, pack: LanguagePack) -> int:
    """How many words from one on, but not all, are the name of a house."""
    for count in range(_LONGEST_HOUSE_ENDING, 0, -1):
        end = begin + count
        if end < len(words) and is_house_name(words[begin:end], pack):
            return count
    return 0


class CutHouse(NamedTuple):
    """Words of a piece without the house at either end, and where that stands."""

    words: PieceWords
    house: Chars | None


def cut_house(words: PieceWords, pack: LanguagePack) -> CutHouse:
    """A piece without the house's name at either end."""
    for count in range(min(_LONGEST_HOUSE_NAME, len(words.texts)), 0, -1):
        rest = len(words.texts) - count
        if _is_house_behind(words.texts, rest, pack):
            return CutHouse(words.part(0, rest), words.hull(rest))
        if rest and _is_house_before(words.texts, count, pack):
            last = words.ranges[count - 1]
            name = _possessive().sub("", words.texts[count - 1])
            house = Chars(words.ranges[0].start, last.start + len(name))
            return CutHouse(words.part(count), house)
    return _cut_outlet_behind_name(words, pack)


def _cut_outlet_behind_name(words: PieceWords, pack: LanguagePack) -> CutHouse:
    """A sure full name without the outlet, of two words at least, that runs into it."""
    texts = words.texts
    if not _ends_as_outlet(texts[-1], pack) or not _opens_with_person(texts, pack):
        return CutHouse(words, None)
    return CutHouse(words.part(0, _FULL_NAME_WORDS), words.hull(_FULL_NAME_WORDS))


def _is_house_behind(texts: Sequence[str], begin: int, pack: LanguagePack) -> bool:
    """Whether the words from one on are a house's name behind a full name, or alone."""
    name = " ".join(texts[begin:]).casefold().removeprefix("the ")
    if name not in _houses(pack):
        return False
    return begin == 0 or (begin > 1 and texts[begin][0].isupper())


def _is_house_before(texts: Sequence[str], end: int, pack: LanguagePack) -> bool:
    """Whether the words up to one are a house's name: "Reuters' Ann Lee"."""
    name = _possessive().sub("", " ".join(texts[:end]))
    return name.casefold().removeprefix("the ") in _houses(pack)


def is_organisation(words: Sequence[str], pack: LanguagePack) -> bool:
    """Whether words name a house where people work and no place: "the University of Orla"."""
    listed = pack.words("org_words")
    return "of" in words and any(word.casefold().strip(",") in listed for word in words)
