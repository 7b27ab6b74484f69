"""The words of a name -> how much they look like a person's.

In: words that stand where an author's name may stand. Out: a degree, from no person to one for
sure. Why: a menu entry, a programme and a club have capitals as names have; lists of given names
and surnames tell most persons, lists of other words tell most of the rest, and where no list knows
a word the learned weights of kinds decide.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._names.folded import folded
from newsquote._names.kind_lists import lists_of
from newsquote._names.kind_weights import weights_of
from newsquote._names.name_shapes import has_capital_inside, keys_of_form
from newsquote.lang.kept import kept_by_pack, kept_with_pack

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from newsquote._names.kind_lists import KindLists
    from newsquote.lang import LanguagePack

__all__ = ["Likeness", "is_given_name", "likeness_of"]

_OTHER_LETTERS = frozenset("colkpdtnrv")
"""The lists whose words are no names: common words, words of bodies, of places, of roles, ..."""
_LEARNED_TITLES = frozenset({"prof", "professor", "rev", "reverend", "the"})
"""What may stand before an author's name beside courtesy titles."""
_BODY_LETTERS = frozenset("olp")
"""The lists of what ends the names of bodies, outlets and places, where no given name stands."""
_SURNAMES_ALONE = frozenset({"s", "gs"})
"""The lists that have a surname which is no other word."""
_LAST_LETTERS = frozenset("gsw")
"""The lists of what a person's name ends with."""
_MIN_PERSON_SCORE = 150
"""By how much a person is likelier than anything else, in hundredths of a logit, at least.

Of 1,217 authors' names in lists of bylines 2 % have less, of 120 rubrics and clubs 80 %.
"""
_FULL_NAME_WORDS = 2
_MIN_ACRONYM_LETTERS = 3
_MAX_INITIAL_LETTERS = 2
_PHRASES_OF_PAGES = ("furniture_lines", "furniture_starts", "related_headings", "kickers")


class Likeness(IntEnum):
    """How much words look like a person's name."""

    NONE = 0
    """Something tells that they are none."""
    OPEN = 1
    """No list knows them; their form is that of a name."""
    LIKELY = 2
    """One of first and last name is listed."""
    SURE = 3
    """The first is a given name, and nothing speaks against the last."""


class _NameWord(NamedTuple):
    """A word of a name, without signs, and the letters of the lists that have it."""

    printed: str
    folded: str
    letters: str

    @property
    def is_initial(self) -> bool:
        return len(self.folded) <= _MAX_INITIAL_LETTERS and self.printed.isupper()


@cache
def _signs() -> re.Pattern[str]:
    """What no person's name has: digits, signs, a possessive."""
    return re.compile(r"[\d©®™»«<>*&@/…?!:;_=+%$£€]|['’]s$")


@cache
def _scottish_capitals() -> re.Pattern[str]:
    return re.compile(r"(?:Mc|Mac|O')[A-Z]+$")


@kept_by_pack
def _words_of_pages(pack: LanguagePack) -> frozenset[str]:
    """The words of buttons, rubrics and labels, and those of clubs and buildings."""
    phrases = [row[0] for name in _PHRASES_OF_PAGES for row in pack.rows(name)]
    words = [word.strip(":").casefold() for phrase in phrases for word in phrase.split()]
    others = pack.words("club_words") | pack.words("venue_words")
    return frozenset(words) | pack.words("promotion_words") | others


@kept_by_pack
def _words_before_names(pack: LanguagePack) -> frozenset[str]:
    return pack.words("courtesy_titles") | _LEARNED_TITLES


def is_given_name(word: str, pack: LanguagePack) -> bool:
    """Whether a word is a listed given name and no common word."""
    return "g" in lists_of(pack).by_word.get(folded((_in_small(word),))[0], "")


@kept_with_pack(4096)
def likeness_of(words: tuple[str, ...], pack: LanguagePack) -> Likeness:
    """How much the words of a name look like a person's."""
    lists = lists_of(pack)
    if any(_signs().search(word) for word in words):
        return Likeness.NONE
    name = _name_words(words, pack)
    if len(name) < _FULL_NAME_WORDS or name[0].folded in pack.words("titles"):
        return Likeness.NONE  # "Mayor Ann Lee" is written about
    if any(_is_no_name(word, i, len(name), pack) for i, word in enumerate(name)):
        return Likeness.OPEN if _is_common_surname(name, pack) else Likeness.NONE
    if _is_place(name, lists):
        return Likeness.NONE
    if _opens_with_place(name, lists):
        is_surname = name[-1].letters in _SURNAMES_ALONE
        return Likeness.OPEN if is_surname else Likeness.NONE
    degree = _degree_by_lists(name, lists)
    if degree is Likeness.SURE:
        return degree
    return degree if _person_score(words, pack) >= _MIN_PERSON_SCORE else Likeness.NONE


def _in_small(word: str) -> str:
    """A word in capitals as it is printed elsewhere, and without signs around it."""
    word = word.strip(".,“”\"'").replace("’", "'") or word
    if len(word) <= _MAX_INITIAL_LETTERS:
        return word
    return word.title() if word.isupper() or _scottish_capitals().match(word) else word


def _name_words(words: Sequence[str], pack: LanguagePack) -> list[_NameWord]:
    """The words of a name without titles before it, particles inside, and what follows it."""
    lists, titles = lists_of(pack), _words_before_names(pack)
    particles = lists.particles | pack.words("byline_particles")
    begin = 0
    while begin < len(words) and words[begin].casefold().strip(".") in titles:
        begin += 1
    rest = words[begin:]
    all_capitals = all(word.isupper() for word in rest)
    printed = [_in_small(word) for word in rest]
    forms = folded(tuple(printed))
    found = []
    for i, (word, form) in enumerate(zip(printed, forms, strict=True)):
        inside = i > 0 and (form in particles or form in lists.suffixes)
        if inside and i + 1 < len(forms) | (form in lists.suffixes):
            continue
        letters = lists.by_word.get(form, "")
        known = not _LAST_LETTERS.isdisjoint(letters)
        as_printed = word if all_capitals or known else rest[i].strip(".,").replace("’", "'")
        found.append(_NameWord(as_printed, form, letters))
    return found


def _is_no_name(word: _NameWord, i: int, count: int, pack: LanguagePack) -> bool:
    """Whether a word tells that it is part of no person's name."""
    if word.is_initial:
        return False
    if has_capital_inside(word.printed.replace("O'", "O")):
        return True
    if len(word.printed) >= _MIN_ACRONYM_LETTERS and word.printed.isupper():
        return True
    letters = set(word.letters)
    if i == 0 and "p" in letters and "g" not in letters:
        return True
    is_name = not _LAST_LETTERS.isdisjoint(letters) if i else not letters.isdisjoint("ghs")
    if is_name and i + 1 < count and "g" not in letters and i:
        is_name = "s" in letters or "w" in letters
    if is_name:
        return False
    return not _OTHER_LETTERS.isdisjoint(letters) or word.folded in _words_of_pages(pack)


def _is_common_surname(name: Sequence[_NameWord], pack: LanguagePack) -> bool:
    """Whether a common word in the singular follows a given name, as in "Mark Bridge"."""
    first, last = name[0], name[-1]
    if len(name) > _FULL_NAME_WORDS or "g" not in first.letters or last.folded.endswith("s"):
        return False
    common = last.letters == "c" and last.folded not in _words_of_pages(pack)
    return common and not set(first.letters) & _OTHER_LETTERS and first.folded not in _wholes(pack)


def _wholes(pack: LanguagePack) -> Container[str]:
    """The names of places and outlets."""
    return lists_of(pack).whole


def _is_place(name: Sequence[_NameWord], lists: KindLists) -> bool:
    return " ".join([word.folded for word in name]) in lists.whole


def _opens_with_place(name: Sequence[_NameWord], lists: KindLists) -> bool:
    """Whether a name begins with a place, or ends with one behind what is no given name."""
    first, last = name[0], name[-1]
    if "g" in first.letters:
        return False
    if last.folded in lists.whole and "s" not in last.letters:
        return True
    begins = [" ".join([word.folded for word in name[:count]]) for count in (1, 2)]
    return any(begin in lists.whole for begin in begins[: len(name) - 1])


def _degree_by_lists(name: Sequence[_NameWord], lists: KindLists) -> Likeness:
    """What the lists of given names and surnames tell of a name that may be one."""
    first, last = name[0], name[-1]
    given, surname = "g" in first.letters, "s" in last.letters
    unlisted = not last.letters and last.folded not in lists.whole
    if given and unlisted and first.folded in lists.whole:
        return Likeness.OPEN
    if given and (surname or unlisted):
        return Likeness.SURE if len(name[0].folded) > _MAX_INITIAL_LETTERS else Likeness.LIKELY
    if not given and not _BODY_LETTERS.isdisjoint(last.letters):
        return Likeness.NONE
    soft = first.is_initial or "h" in first.letters or "s" in first.letters
    if given or surname or (soft and "w" in last.letters):
        return Likeness.LIKELY
    return Likeness.OPEN


def _person_score(words: Sequence[str], pack: LanguagePack) -> int:
    """By how much a person is likelier than anything else, by the form of the name."""
    printed = tuple(_in_small(word) for word in words)
    scores = weights_of(pack).scores(keys_of_form(printed, pack))
    return scores.person - max(scores.organisation, scores.place, scores.other)
