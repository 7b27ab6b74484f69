"""A line -> whether it has the form of a byline without "By".

In: a line. Out: whether it is nothing but persons' names, names and what stands beside names, or a
house's name, and how much the names look like persons'. Why: a byline may have no "By"; then it is
told by being nothing but names, and by where it stands.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page.bylines.byline import read_name_list
from newsquote._page.bylines.likeness import Likeness, likeness_of
from newsquote._page.bylines.pieces import LIST_WORDS
from newsquote._page.bylines.trimming import without_stamps, without_tail
from newsquote._page.bylines.words import find_role
from newsquote._page.phrases import listed_phrases
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsquote._page.bylines.authors import People
    from newsquote._page.line import Stretch
    from newsquote._text.ranges import Chars
    from newsquote.lang import LanguagePack

__all__ = [
    "is_house_line",
    "is_name_line",
    "is_signature",
    "likeness_of_names",
    "says_more_of_author",
]

_MAX_NAMES_CHARS = 150
"""Characters of a line that is nothing but names."""
_MAX_HOUSE_CHARS = 75
"""Characters of a line that is nothing but a house."""
_MIN_NAME_SHARE = 0.6
"""Share of a line of names that is covered by them, at least."""
_MIN_FULL_NAME, _MAX_FULL_NAME = 2, 4
"""Words of a full name: first and last name, and what is between."""
_MAX_PLACE_WORDS = 4
"""Words behind a house: "in" and a place."""
_STOPS = (".", "?", "!", ":")
"""With one of these no line of names ends."""
_LISTS_OF_RUBRICS = ("related_headings", "furniture_lines", "kickers")
_CUTTING_WORDS = frozenset({"as", "exclusively", "reporting", "special", "to", "told", "writing"})
"""Small words before whom an author wrote for, or to whom something was told."""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


@kept_by_pack
def _house_openings(pack: LanguagePack) -> frozenset[str]:
    """The words with which agencies, outlets and desks begin."""
    names = (*pack.words("agencies"), *pack.words("outlets"), *pack.words("byline_collectives"))
    folded = [name.casefold().replace("’", "'").split() for name in names]
    return frozenset(word for words in folded for word in words[:2])


def is_house_line(line: Stretch, pack: LanguagePack) -> bool:
    """Whether a line is nothing but agencies or a desk, perhaps with a place.

    "Staff and agencies in Quito", "Associated Press".
    """
    text = line.text
    if len(text) > _MAX_HOUSE_CHARS:
        return False
    if not text[0].isupper():
        return False
    if text.endswith(_STOPS):
        return False
    opening = [word.strip(",") for word in text.casefold().split(maxsplit=2)[:2]]
    if _house_openings(pack).isdisjoint(opening) or _is_common_word(text, pack):
        return False
    line = without_tail(line, pack)
    people = read_name_list(line, None, pack)
    if people is None or people.authors or not people.agencies:
        return False
    if people.agencies[0].start - line.start > len("the "):
        return False
    behind = line.full_text[people.agencies[-1].end : line.end].split()
    return find_role(behind, pack) == 0 or _is_place_or_nothing(behind)


def _is_common_word(text: str, pack: LanguagePack) -> bool:
    """Whether a line is one word that is a house's name, too, and no desk's: "Local"."""
    folded = text.casefold()
    if folded in pack.words("byline_collectives") or text.isupper():
        return False
    return folded in pack.words("common_words") or folded in pack.words("byline_role_modifiers")


def _is_place_or_nothing(words: list[str]) -> bool:
    """Whether what follows a house is nothing, or "in" and a place."""
    if not words:
        return True
    if words[0] not in {"in", "at"} and not words[0].startswith(","):
        return False
    return len(words) <= _MAX_PLACE_WORDS and all(word[0].isupper() for word in words[1:])


def is_name_line(line: Stretch, pack: LanguagePack) -> bool:
    """Whether a line is nothing but persons' names, as a byline without "By" is."""
    people = _read_full_names(line, pack)
    if people is None:
        return False
    if people.agencies:
        return False
    if _is_listed_rubric(line, pack):
        return False
    covered = sum(author.name.end - author.name.start for author in people.authors)
    return covered >= _MIN_NAME_SHARE * len(without_stamps(line, pack).text)


def likeness_of_names(line: Stretch, pack: LanguagePack) -> Likeness:
    """How much the names look like persons', on a line that may be a byline without "By".

    Of several names the one that looks least like a person's counts, unless another is sure.
    """
    if not is_name_line(line, pack) and not is_signature(line, pack):
        return Likeness.NONE
    people = _read_full_names(line, pack)
    if people is None:
        return Likeness.NONE
    names = [line.full_text[slice(*author.name)].split() for author in people.authors]
    found = [likeness_of(tuple(name), pack) for name in names]
    if max(found) is Likeness.SURE and Likeness.NONE not in found:
        return max(min(found), Likeness.LIKELY)
    return min(found)


def _is_listed_rubric(line: Stretch, pack: LanguagePack) -> bool:
    """Whether a line of capital words is a rubric or a button that is known."""
    first_words = line.first_words
    return any(
        listed_phrases(pack, name).value_of_whole(first_words) is not None
        for name in _LISTS_OF_RUBRICS
    )


def is_signature(line: Stretch, pack: LanguagePack) -> bool:
    """Whether a line is persons' names and more of them, and nothing else.

    "Ann Lee Health editor", "Bo Ek in Accra and agencies".
    """
    people = _read_full_names(line, pack)
    if people is None:
        return False
    rest = _without_houses_behind_slash(without_stamps(line, pack), people)
    if min(part.start for part in _parts_of(people)) != rest.start:
        return False
    asides = pack.words("byline_asides")
    beside = _word().findall(_text_beside(rest, people).casefold())
    if sum(1 for _ in _parts_of(people)) == len(people.authors) and asides.isdisjoint(beside):
        return False
    return (LIST_WORDS | _CUTTING_WORDS | asides).issuperset(beside)


def says_more_of_author(line: Stretch, pack: LanguagePack) -> bool:
    """Whether a line is names with a role, or with an address: "Ann Lee @annlee"."""
    people = _read_full_names(line, pack) if is_signature(line, pack) else None
    if people is None:
        return False
    return any(author.role or author.handle or author.email for author in people.authors)


def _without_houses_behind_slash(line: Stretch, people: People) -> Stretch:
    """A line without the second house in "Ann Lee/SvD/TT", of which nothing is kept."""
    end = max(part.end for part in _parts_of(people))
    behind = line.full_text[end : line.end].strip()
    return line.between(line.start, end) if behind.startswith("/") else line


def _text_beside(line: Stretch, people: People) -> str:
    """The text of a line with blanks where people, and what is said of them, stand."""
    chars = list(line.text)
    for start, end in _parts_of(people):
        chars[start - line.start : end - line.start] = " " * (end - start)
    return "".join(chars)


def _parts_of(people: People) -> Iterator[Chars]:
    for author in people.authors:
        fields = (author.role, author.affiliation, author.location, author.email, author.handle)
        yield author.name
        yield from (field for field in fields if field is not None)
    yield from people.agencies


def _read_full_names(line: Stretch, pack: LanguagePack) -> People | None:
    """The people of a short line that begins a list of full names."""
    text = line.text
    if len(text) > _MAX_NAMES_CHARS:
        return None
    if text.endswith(_STOPS):
        return None
    if len(text.split(maxsplit=1)) < _MIN_FULL_NAME:
        return None
    people = read_name_list(without_stamps(line, pack), None, pack)
    if people is None or not people.authors:
        return None
    for author in people.authors:
        words = line.full_text[slice(*author.name)].split()
        if not _MIN_FULL_NAME <= len(words) <= _MAX_FULL_NAME:
            return None
    return people
