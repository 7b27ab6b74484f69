"""Words of a byline -> a person's name.

In: the words of a piece of a byline that are no role and no house. Out: whether they can be a
person's name, and the name without the place or the rubric behind it. Why: what is left of a list
of people is mostly names, but "on Monday" and small words are none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.bylines.words import PieceWords
    from newsquote.lang import LanguagePack

__all__ = ["MAX_NAME_WORDS", "NameAndPlace", "count_place_words", "is_person_name", "read_name"]

MAX_NAME_WORDS = 5
"""Words of a person's name."""
_FULL_NAME_WORDS = 2
"""First and last name."""
_MAX_SMALL_NAME_WORDS = 3
"""Words of a name all in small letters: "by ann lee"."""
_LONGEST_PLACE = 3
"""Words of a place that stands behind a name without any sign."""
_MAX_ABBREVIATION_CHARS = 3
"""Characters, with the stop, of an initial or "Jr."; a longer word has no stop of its own."""


class NameAndPlace(NamedTuple):
    """A person's name, and the place that stands behind it without any sign."""

    name: Chars
    place: Chars | None


@cache
def _glued_particle() -> re.Pattern[str]:
    """A name with a small particle before the hyphen: "al-Masri"."""
    return re.compile(r"[a-z]{2,3}-[A-Z]")


@cache
def _hyphenated_word() -> re.Pattern[str]:
    """A compound that is no name: "Co-founder", "Post-war"."""
    return re.compile(r"[A-Z][a-z]*-[a-z]")


def is_person_name(words: Sequence[str], pack: LanguagePack, *, opens_list: bool) -> bool:
    """Whether words can be a person's name."""
    if len(words) > MAX_NAME_WORDS:
        return False
    if all(word[0].islower() for word in words):
        return opens_list and _is_small_name(words, pack)
    if _has_common_small_word(words, pack):
        return False
    if _is_calendar_word(words, pack):
        return False
    if len(words) == 1 and _hyphenated_word().match(words[0]):
        return False
    if not any(word[0].isupper() or not word[0].isascii() for word in words):
        return False
    return any(len(word) > 1 and word[0].isalpha() for word in words)


def _has_common_small_word(words: Sequence[str], pack: LanguagePack) -> bool:
    """Whether a word in small letters is no particle of a name."""
    particles = pack.words("name_particles") | pack.words("byline_particles")
    return any(
        word[0].islower() and not _glued_particle().match(word) and word.casefold() not in particles
        for word in words
    )


def _is_calendar_word(words: Sequence[str], pack: LanguagePack) -> bool:
    """Whether words open with a weekday, or are nothing but a month."""
    first = words[0].casefold().rstrip(".")
    if first in pack.words("weekdays"):
        return True
    return len(words) == 1 and first in pack.words("months")


def _is_small_name(words: Sequence[str], pack: LanguagePack) -> bool:
    """Whether words all in small letters can be a name: none of them is a common small word."""
    if not _FULL_NAME_WORDS <= len(words) <= _MAX_SMALL_NAME_WORDS:
        return False
    common = pack.words("function_words") | pack.words("determiners") | pack.words("byline_idioms")
    return all(word.isalpha() and word not in common for word in words)


def read_name(words: PieceWords, pack: LanguagePack) -> NameAndPlace:
    """The name that words are, without the place or the rubric behind it."""
    words = words.part(0, len(words.texts) - _count_words_behind(words.texts, pack))
    texts = words.texts
    place_words = count_place_words(texts, pack)
    count = len(texts) - place_words
    place = words.hull(count) if place_words else None
    if count > _FULL_NAME_WORDS and texts[count - 1].casefold() in pack.words("byline_rubrics"):
        count = _FULL_NAME_WORDS
    name, last = words.hull(0, count), texts[count - 1]
    printed = " ".join(texts[:count])
    half = len(printed) // 2
    if count > _FULL_NAME_WORDS and printed[:half] == printed[half:]:
        return NameAndPlace(Chars(name.start, name.start + half), place)  # "Ann LeeAnn Lee"
    if last.endswith(".") and len(last) > _MAX_ABBREVIATION_CHARS:
        name = Chars(name.start, name.end - 1)
    return NameAndPlace(name, place)


def _count_words_behind(texts: Sequence[str], pack: LanguagePack) -> int:
    """How many words behind a full name are a month, a degree or a button: "Ann Lee MD"."""
    count = 0
    while len(texts) - count > _FULL_NAME_WORDS:
        word = texts[-1 - count]
        folded = word.casefold().strip(".,")
        degree = word.replace(".", "").isupper() and folded in pack.words("byline_suffixes")
        generation = folded in pack.closed("name_suffixes")
        if generation or not (
            degree or folded in pack.words("months") or folded in pack.words("byline_asides")
        ):
            break
        count += 1
    return count


def count_place_words(texts: Sequence[str], pack: LanguagePack) -> int:
    """How many words behind a full name are a place's."""
    places = pack.words("places")
    for count in range(_LONGEST_PLACE, 0, -1):
        full_name = len(texts) - count >= _FULL_NAME_WORDS
        if full_name and " ".join(texts[-count:]).casefold() in places:
            return count
    return 0
