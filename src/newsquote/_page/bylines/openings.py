"""A line -> whether it opens as a byline does.

In: a line. Out: whether "By" or the like stands on it, at its beginning, behind a date, or behind a
sentence, and goes on with names. Why: prose opens with "By", too, and the name of who took a
picture is no byline.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsquote._page.bylines.byline import find_names_start, read_name_list
from newsquote._page.bylines.forms import is_name_line
from newsquote._page.bylines.likeness import is_given_name
from newsquote._page.bylines.pieces import EDGE_SIGNS, LIST_WORDS
from newsquote._page.bylines.trimming import find_stamp_end, without_tail
from newsquote._page.bylines.words import find_role
from newsquote._page.phrases import listed_phrases
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsquote._page.bylines.authors import People
    from newsquote._page.line import Stretch
    from newsquote._page.records import AuthorRecord
    from newsquote._text.ranges import Chars
    from newsquote.lang import LanguagePack

__all__ = ["opens_as_byline"]

_MAX_OPENED_CHARS = 300
"""Characters of a line that opens with "By"."""
_CLOSING_CHARS = 80
"""Characters in which "By" and a name at the end of a standfirst stand."""
_MIN_SMALL_WORDS, _WORDS_A_SMALL_WORD = 2, 6
"""Words in small letters, beside those of roles, that a byline may have, and one more for six."""
_MAX_RUBRIC_WORDS = 3
"""Words of a rubric before "by"."""
_BARS = frozenset("|•·/")
"""Behind one of these a byline may begin."""
_PICTURES = "pictures"
"""What the list of openings says of those before who took or drew something."""


@cache
def _glued_by() -> re.Pattern[str]:
    return re.compile(r"(?:by|By)(?=[A-Z])")


@cache
def _by_behind_stamp() -> re.Pattern[str]:
    return re.compile(
        r"(?:[Ww]ritten\s+|[Pp]osted\s+|[Pp]ublished\s+)?(?:[Bb]y|BY)\b\s*:?\s+(?=\w)"
    )


@cache
def _by_behind_bar() -> re.Pattern[str]:
    return re.compile(r"[|•·/]\s*(?:[Ww]ritten\s+)?[Bb]y\s+(?=[A-Z])")


@cache
def _by_behind_stop() -> re.Pattern[str]:
    """Where a name begins that a standfirst ends with: "... speaks of water. By Ann Lee"."""
    return re.compile(r"[.!?”’\"]\s+[Bb]y\s+(?=[A-Z])")


@kept_by_pack
def _byline_endings(pack: LanguagePack) -> frozenset[str]:
    """The words in small letters with which a byline may end."""
    return pack.words("byline_roles") | pack.words("byline_role_modifiers") | LIST_WORDS


@kept_by_pack
def _small_words(pack: LanguagePack) -> frozenset[str]:
    """The words in small letters that a byline may have, however many they are."""
    more = pack.words("byline_asides") | pack.words("name_particles")
    return _byline_endings(pack) | more


def opens_as_byline(line: Stretch, pack: LanguagePack) -> bool:
    """Whether a line opens with "By" or the like, and what follows are names and no prose."""
    if len(line.text) <= _MAX_OPENED_CHARS:
        begin = _find_by_behind_stamp(line, pack)
        if begin is not None:
            return _names_follow(line.between(begin, line.end), begin, pack)
    names_start = _find_opening_end(line, pack) or _find_by_behind_rubric(line, pack)
    if names_start is None:
        return _ends_with_byline(line, pack)
    return len(line.text) <= _MAX_OPENED_CHARS and _names_follow(line, names_start, pack)


def _find_by_behind_stamp(line: Stretch, pack: LanguagePack) -> int | None:
    """Where the names begin on a line that opens with a date and "by"."""
    if "by" not in line.text.casefold():
        return None
    end = find_stamp_end(line, pack)
    if end is None:
        return None
    match = line.between(end, line.end).match(_by_behind_stamp())
    return match.end() if match else None


def _find_opening_end(line: Stretch, pack: LanguagePack) -> int | None:
    """Where the words that open a byline end, which may be glued to a name: "byAnn Lee"."""
    openers = listed_phrases(pack, "byline_openers")
    if openers.may_open(line.first_words):
        found = openers.at_start(line.first_words)
        if found is not None:
            return None if found.value == _PICTURES else found.end
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


def _find_by_behind_rubric(line: Stretch, pack: LanguagePack) -> int | None:
    """Where the names begin behind a rubric and "by": "In News by Ann Lee"."""
    words = line.first_words.words[: _MAX_RUBRIC_WORDS + 1]
    if "by" not in words:
        return None
    rubric = words[: words.index("by")]
    known = pack.words("byline_rubrics") | pack.words("outlet_words") | {"in"}
    return line.first_words.ends[len(rubric)] if known.issuperset(rubric) else None


def _names_follow(line: Stretch, opening_end: int, pack: LanguagePack) -> bool:
    """Whether names and what stands beside names follow the words that open a byline."""
    whole, line = line, without_tail(line, pack)
    start = opening_end if opening_end == line.start else find_names_start(line, pack)
    people = read_name_list(line, start, pack)
    if people is None:
        return False
    first = min(part.start for part in _parts_of(line, people, pack))
    if line.full_text[opening_end:first].strip(EDGE_SIGNS + "by").casefold() not in {"", "the"}:
        return False
    if _is_prose(whole, line.between(first, line.end), pack):
        return False
    if people.agencies or any(_is_sure_name(line, author) for author in people.authors):
        return True
    words = line.full_text[first : line.end].split()
    if len(words) > 1:
        return False
    stamped = line.end < whole.end
    says_written = " " in line.full_text[line.start : first].strip()
    if is_given_name(words[0], pack):
        return True
    return (says_written or stamped) and _may_be_pen_name(words[0], pack)


def _is_prose(whole: Stretch, names: Stretch, pack: LanguagePack) -> bool:
    """Whether what stands where names should is prose, which may end with a date.

    :param names: what the line has from the first name on, without a date behind.
    """
    words = names.text.split()
    if _is_last_word_of_sentence(words[-1], pack):
        return True
    known = _small_words(pack)
    small = sum(1 for word in words if word[0].islower() and word.strip(".,") not in known)
    if small > _MIN_SMALL_WORDS + len(words) // _WORDS_A_SMALL_WORD:
        return True
    behind = _count_small_words(whole.full_text[names.end : whole.end], pack)
    if behind > _MIN_SMALL_WORDS:
        return True
    if not whole.text.endswith("."):
        return False
    stamped = names.end < whole.end
    return small > _MIN_SMALL_WORDS or (stamped and small + behind > 0)


def _count_small_words(text: str, pack: LanguagePack) -> int:
    """How many words in small letters, behind names, are none of a stamp."""
    known = _small_words(pack) | pack.words("stamp_words")
    words = [word.replace(".", "").strip(",;:()") for word in text.split() if word[0].islower()]
    return sum(1 for word in words if word not in known)


def _may_be_pen_name(word: str, pack: LanguagePack) -> bool:
    """Whether one word behind "Posted by", or before a date, can be who wrote: "Vortex"."""
    return word[0].isupper() and word.isalpha() and word.casefold() not in _common_words(pack)


@kept_by_pack
def _common_words(pack: LanguagePack) -> frozenset[str]:
    calendar = pack.words("weekdays") | pack.words("months")
    return pack.words("common_words") | pack.words("byline_idioms") | calendar


def _parts_of(line: Stretch, people: People, pack: LanguagePack) -> Iterator[Chars]:
    """The names in a list, and the roles and houses, which may stand before them."""
    yield from people.agencies
    for author in people.authors:
        yield author.name
        role = author.role
        if role is not None and find_role(line.full_text[slice(*role)].split(), pack) == 0:
            yield role
        if author.affiliation is not None:
            yield author.affiliation


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
