"""A line -> whether it has the form of a byline.

In: a line. Out: whether it opens with "By" and goes on with names, or is nothing but persons'
names, a house's name or a role. Why: a line is a byline by the words that open it, or by being
nothing but names and what stands beside names; prose that opens with "By" is none.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsquote._page.bylines.byline import find_names_start, read_name_list
from newsquote._page.bylines.pieces import EDGE_SIGNS, LIST_WORDS, stamp_start
from newsquote._page.bylines.words import find_role
from newsquote._page.phrases import listed_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsquote._page.bylines.people import People
    from newsquote._page.line import Stretch
    from newsquote._page.records import AuthorRecord
    from newsquote._text.ranges import Chars
    from newsquote.lang import LanguagePack

__all__ = [
    "is_author_role",
    "is_house_line",
    "is_name_line",
    "is_signature",
    "opens_as_byline",
]

_MAX_OPENED_CHARS = 300
"""Characters of a line that opens with "By"."""
_MAX_NAMES_CHARS = 150
"""Characters of a line that is nothing but names."""
_MAX_HOUSE_CHARS = 75
"""Characters of a line that is nothing but a house or a role."""
_CLOSING_CHARS = 80
"""Characters in which "By" and a name at the end of a standfirst stand."""
_MIN_SMALL_WORDS = 2
"""Words in small letters that a byline may have, and one more for every three words."""
_MIN_NAME_SHARE = 0.6
"""Share of a line of names that is covered by them, at least."""
_MIN_FULL_NAME, _MAX_FULL_NAME = 2, 4
"""Words of a full name: first and last name, and what is between."""
_MAX_PLACE_WORDS = 4
"""Words behind a house: "in" and a place."""
_BARS = frozenset("|•·")
"""Behind one of these a byline may begin."""
_STOPS = (".", "?", "!", ":")
"""With one of these no line of names ends."""
_LISTS_OF_RUBRICS = ("related_headings", "furniture_lines", "kickers")


@cache
def _glued_by() -> re.Pattern[str]:
    return re.compile(r"(?:by|By)(?=[A-Z])")


@cache
def _by_behind_bar() -> re.Pattern[str]:
    return re.compile(r"[|•·]\s*(?:[Ww]ritten\s+)?[Bb]y\s+(?=[A-Z])")


@cache
def _by_behind_stop() -> re.Pattern[str]:
    """Where a name begins that a standfirst ends with: "... speaks of water. By Ann Lee"."""
    return re.compile(r"[.!?”’\"]\s+[Bb]y\s+(?=[A-Z])")


@lru_cache(maxsize=32)
def _byline_endings(pack: LanguagePack) -> frozenset[str]:
    """The words in small letters with which a byline may end."""
    return pack.words("byline_roles") | pack.words("byline_role_modifiers") | LIST_WORDS


@lru_cache(maxsize=32)
def _house_openings(pack: LanguagePack) -> frozenset[str]:
    """The words with which agencies, outlets and desks begin."""
    names = (*pack.words("agencies"), *pack.words("outlets"), *pack.words("byline_collectives"))
    folded = [name.casefold().replace("’", "'").split() for name in names]
    return frozenset(word for words in folded for word in words[:2])


def opens_as_byline(line: Stretch, pack: LanguagePack) -> bool:
    """Whether a line opens with "By" or the like, and what follows are names and no prose."""
    names_start = _find_opening_end(line, pack)
    if names_start is None:
        return _ends_with_byline(line, pack)
    return len(line.text) <= _MAX_OPENED_CHARS and _names_follow(line, names_start, pack)


def _find_opening_end(line: Stretch, pack: LanguagePack) -> int | None:
    """Where the words that open a byline end, which may be glued to a name: "byAnn Lee"."""
    openers = listed_phrases(pack, "byline_openers")
    if openers.may_open(line.first_words):
        found = openers.at_start(line.first_words)
        if found is not None:
            return found.end
    return line.start + len("by") if line.match(_glued_by()) else None


def _ends_with_byline(line: Stretch, pack: LanguagePack) -> bool:
    """Whether "By" and names stand behind a sentence or a bar on the line."""
    text = line.text
    if "By" not in text and "by" not in text:
        return False
    ending = line.between(max(line.start, line.end - _CLOSING_CHARS), line.end)
    behind_stop = ending.search(_by_behind_stop())
    if behind_stop is not None:
        return is_name_line(line.between(behind_stop.end(), line.end), pack)
    if _BARS.isdisjoint(text):
        return False
    if len(text) > _MAX_OPENED_CHARS:
        return False
    behind_bar = line.search(_by_behind_bar())
    if behind_bar is None:
        return False
    return is_name_line(line.between(behind_bar.end(), line.end), pack)


def _names_follow(line: Stretch, opening_end: int, pack: LanguagePack) -> bool:
    """Whether names and what stands beside names follow the words that open a byline."""
    people = read_name_list(line, find_names_start(line, pack), pack)
    if people is None:
        return False
    first = min(
        [*(author.name.start for author in people.authors), *(one.start for one in people.agencies)]
    )
    if line.full_text[opening_end:first].strip(EDGE_SIGNS + "by"):
        return False
    words = line.full_text[first : line.end].split()
    if _is_last_word_of_sentence(words[-1], pack):
        return False
    small = sum(1 for word in words if word[0].islower())
    if small > _MIN_SMALL_WORDS + len(words) // 3:
        return False
    return bool(people.agencies) or any(_is_sure_name(line, author) for author in people.authors)


def _is_sure_name(line: Stretch, author: AuthorRecord) -> bool:
    """Whether a name has several words or stands in capitals."""
    name = line.full_text[slice(*author.name)]
    return " " in name or name.isupper()


def _is_last_word_of_sentence(word: str, pack: LanguagePack) -> bool:
    """Whether a stop stands behind a word that ends no byline: "... the mill will close."."""
    if not word[0].islower():
        return False
    if not word.endswith("."):
        return False
    return word[:-1].isalpha() and word[:-1] not in _byline_endings(pack)


def _before_stamp(line: Stretch, pack: LanguagePack) -> Stretch:
    """A line without the date or time behind its names."""
    stamp = stamp_start(line.full_text, line.start + 1, line.end, pack)
    if stamp is None:
        return line
    kept = line.full_text[line.start : stamp].rstrip(EDGE_SIGNS)
    return line.between(line.start, line.start + len(kept))


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
    if _house_openings(pack).isdisjoint(text.casefold().split(maxsplit=2)[:2]):
        return False
    line = _before_stamp(line, pack)
    people = read_name_list(line, None, pack)
    if people is None or people.authors or not people.agencies:
        return False
    if people.agencies[0].start - line.start > len("the "):
        return False
    return _is_place_or_nothing(line.full_text[people.agencies[-1].end : line.end].split())


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
    return covered >= _MIN_NAME_SHARE * len(_before_stamp(line, pack).text)


def _is_listed_rubric(line: Stretch, pack: LanguagePack) -> bool:
    """Whether a line of capital words is a rubric or a button that is known."""
    first_words = line.first_words
    return any(
        listed_phrases(pack, name).value_of_whole(first_words) is not None
        for name in _LISTS_OF_RUBRICS
    )


def is_author_role(line: Stretch, pack: LanguagePack) -> bool:
    """Whether a line below a byline says what its author is, or for whom they work.

    "Political editor, BBC Orla".
    """
    if len(line.text) > _MAX_HOUSE_CHARS:
        return False
    if line.text.endswith(_STOPS):
        return False
    before_comma = line.text.split(",", maxsplit=1)[0].split()
    return find_role(before_comma, pack) == 0 or is_house_line(line, pack)


def is_signature(line: Stretch, pack: LanguagePack) -> bool:
    """Whether a line is persons' names and more of them, and nothing else.

    "Ann Lee Health editor", "Bo Ek in Accra and agencies".
    """
    people = _read_full_names(line, pack)
    if people is None:
        return False
    if people.authors[0].name.start != line.start:
        return False
    says_more = any(
        author.role or author.affiliation or author.location for author in people.authors
    )
    if not says_more and not people.agencies:
        return False
    rest = _text_beside(_before_stamp(line, pack), people)
    words = rest.replace(",", " ").replace("|", " ").casefold().split()
    return all(word in LIST_WORDS for word in words)


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
    people = read_name_list(_before_stamp(line, pack), None, pack)
    if people is None or not people.authors:
        return None
    for author in people.authors:
        words = line.full_text[slice(*author.name)].split()
        if not _MIN_FULL_NAME <= len(words) <= _MAX_FULL_NAME:
            return None
    return people
