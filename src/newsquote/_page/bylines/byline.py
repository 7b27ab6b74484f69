"""A line -> the byline that it is.

In: a line which the caller says is a byline, or one that may be. Out: its authors and agencies, or
None if it names nobody. Why: the words that open a byline may stand anywhere on the line; behind
them, or where there are none, stands a list of people, or a sentence that names its journalist.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page.bylines.likeness import Likeness, likeness_of
from newsquote._page.bylines.names import MAX_NAME_WORDS
from newsquote._page.bylines.people import read_people
from newsquote._page.bylines.sentences import is_sentence, read_named_journalist
from newsquote._page.bylines.words import find_role
from newsquote._page.phrases import listed_phrases
from newsquote._page.records import BylineRecord

if TYPE_CHECKING:
    from newsquote._page.bylines.people import People
    from newsquote._page.line import Stretch
    from newsquote.lang import LanguagePack

__all__ = ["find_names_start", "read_byline", "read_name_list"]

_MAX_BYLINE_CHARS = 600
"""Of a longer line this much is read."""
_WIRE_END = "= \t"
"""What wires put behind a line that is not copy yet."""
_FULL_NAME_WORDS = 2
_MAX_OPENINGS = 3
"""Openings that may stand one behind the other: "byBy", "By: from"."""


@cache
def _repeated_by() -> re.Pattern[str]:
    return re.compile(r"(?:by|By|BY)(?:by|By)?(?=[A-Z]|by\s|By\s|\s)")


@cache
def _by_anywhere() -> re.Pattern[str]:
    return re.compile(r"(?:(?<=[\s:|/\d])(?:[Bb]y|BY)|(?<=[a-z.!?])By)(?:\s*:)?\s+(?=[A-Z])")


@cache
def _opening_and() -> re.Pattern[str]:
    """What a list opens with that goes on from the line above."""
    return re.compile(r"(?:[Aa]nd|AND|&)\s+(?=\w)")


@cache
def _colon() -> re.Pattern[str]:
    return re.compile(r"\s*:?\s*")


def read_byline(line: Stretch, pack: LanguagePack) -> BylineRecord | None:
    """The byline that a line is, or None if it names nobody."""
    end = line.start + len(line.text[:_MAX_BYLINE_CHARS].rstrip(_WIRE_END))
    part = line.between(line.start, end)
    behind_and = part.match(_opening_and())
    if behind_and is not None:
        part = part.between(behind_and.end(), part.end)
    names_start = find_names_start(part, pack)
    people = read_name_list(part, names_start, pack)
    if people is not None:
        return BylineRecord(
            range=line.chars,
            authors=people.authors,
            agencies=people.agencies,
        )
    begin = part.start if names_start is None else names_start
    journalist = read_named_journalist(part.between(begin, part.end), pack)
    if journalist is None:
        return None
    return BylineRecord(range=line.chars, authors=(journalist,))


def find_names_start(line: Stretch, pack: LanguagePack) -> int | None:
    """Where the names begin behind the words that open a byline, wherever these stand."""
    openers = listed_phrases(pack, "byline_openers")
    found, rest = None, line
    for _ in range(_MAX_OPENINGS):
        phrase = openers.at_start(rest.first_words)
        repeated = rest.match(_repeated_by())
        if phrase is None and repeated is None:
            break
        found = max(phrase.end if phrase else 0, repeated.end() if repeated else 0)
        colon = _colon().match(line.full_text, found, line.end)
        found = colon.end() if colon else found
        rest = line.between(found, line.end)
    if found is not None:
        return found
    inner = [match.end() for match in _by_anywhere().finditer(line.full_text, line.start, line.end)]
    return inner[-1] if inner else None


def read_name_list(line: Stretch, names_start: int | None, pack: LanguagePack) -> People | None:
    """The people of a line that is a list of names.

    :param names_start: where the names begin behind the words that open a byline, if it has any.
    """
    if names_start is not None:
        listed = line.between(names_start, line.end)
    elif is_sentence(line, pack):
        return None
    else:
        listed = _without_rubric(line, pack)
    people = read_people(listed, pack)
    return people if people.authors or people.agencies else None


def _without_rubric(line: Stretch, pack: LanguagePack) -> Stretch:
    """The side of a colon on which the name stands: "Name: Rubric" or "RUBRIC: Name"."""
    colon = line.full_text.find(": ", line.start, line.end)
    if colon < 0:
        return line
    left, right = line.between(line.start, colon), line.between(colon + 1, line.end)
    right_words = right.text.split()
    if len(right_words) > 1 and _is_rubric(left, right, pack):
        return right
    return line if find_role(right_words, pack) is not None else left


def _is_rubric(left: Stretch, right: Stretch, pack: LanguagePack) -> bool:
    """Whether what stands before a colon is the name of a section and not of a person."""
    words = left.first_words.words
    if len(words) == 1:
        return True
    opening = tuple(right.text.split()[:_FULL_NAME_WORDS])
    if likeness_of(opening, pack) is Likeness.SURE:
        return likeness_of(tuple(left.text.split()), pack) is Likeness.NONE
    if len(words) > MAX_NAME_WORDS:
        return True
    rubric_words = pack.words("byline_rubrics") | pack.words("outlet_words")
    if words and words[-1] in rubric_words:
        return True
    return left.text.isupper() and not right.text.strip().isupper()
