"""The words of a piece of a byline -> where its role and its name begin and end.

In: a piece of a byline. Out: its words, and where the role among them begins or ends. Why: "Ann Lee
Health Editor" has no sign between name and role; which words belong to which is told by lists of
roles and of what modifies them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._text.ranges import Chars
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._page.line import Stretch
    from newsquote.lang import LanguagePack

__all__ = [
    "PieceWords",
    "count_leading_role_words",
    "find_name_end",
    "find_role",
    "is_aside",
    "is_desk_word",
    "is_name_suffix",
    "is_plural_role",
    "is_role_with_field",
    "opens_as_role",
    "region_names",
    "split_words",
]

_FULL_NAME_WORDS = 2
"""First and last name."""
_LONGEST_ROLE_PHRASE = 3
"""Words of a role that is listed as a phrase."""
_MIN_GLUED_NAME_CHARS = 3
"""Characters of a name to which a role is glued: "McChief" is a name."""
_MIN_ROLE_WITH_FIELD_WORDS = 3
"""Role, preposition, field."""
_FIELD_PREPOSITIONS = frozenset({"of", "at", "for"})
_DESK_WORDS = frozenset({"bureau", "desk", "staff", "team"})
_AND_SIGN = frozenset({"&"})


@cache
def _run() -> re.Pattern[str]:
    return re.compile(r"\S+")


@cache
def _glue() -> re.Pattern[str]:
    return re.compile(r"(?<=[a-z])(?=[A-Z][a-z]+$)")


class PieceWords(NamedTuple):
    """Words that stand one behind the other, and where."""

    ranges: list[Chars]
    texts: list[str]

    def part(self, begin: int, end: int | None = None) -> PieceWords:
        """Some of them."""
        return PieceWords(self.ranges[begin:end], self.texts[begin:end])

    def hull(self, begin: int = 0, end: int | None = None) -> Chars:
        """Where the words from one to another stand."""
        return Chars(self.ranges[begin].start, self.ranges[-1 if end is None else end - 1].end)


def split_words(piece: Stretch, pack: LanguagePack) -> PieceWords:
    """The words of a piece; where a role is glued to a name ("LeeHealth Editor"), both."""
    titles = pack.words("byline_role_modifiers") | pack.words("byline_roles")
    ranges: list[Chars] = []
    for match in _run().finditer(piece.full_text, piece.start, piece.end):
        word, start = match.group(), match.start()
        glue = _glue().search(word)
        cut = glue.start() if glue else 0
        if cut >= _MIN_GLUED_NAME_CHARS and word[cut:].casefold() in titles:
            ranges.append(Chars(start, start + cut))
            start += cut
        ranges.append(Chars(start, match.end()))
    return PieceWords(ranges, [piece.full_text[slice(*word)] for word in ranges])


def find_role(words: Sequence[str], pack: LanguagePack) -> int | None:
    """Where the role begins with which a piece ends; None if it ends with none."""
    folded = [word.casefold().strip(".,").replace("’", "'") for word in words]
    end = len(folded)
    while end and folded[end - 1].strip("0123456789-–") == "":
        end -= 1
    roles = pack.words("byline_roles")
    if not end:
        return None
    if folded[end - 1] not in roles and " ".join(folded[-_LONGEST_ROLE_PHRASE:]) not in roles:
        return None
    begin = end - 1
    known = pack.words("byline_role_modifiers") | roles | _AND_SIGN
    while begin and folded[begin - 1] in known:
        begin -= 1
    return begin


def count_leading_role_words(words: Sequence[str], pack: LanguagePack) -> int:
    """How many words before a name are its role: "Health correspondent Ann Lee", "chef Bo Ek"."""
    folded = [word.casefold() for word in words]
    count = _count_listed_role_words(folded, pack)
    if count and len(words) - count >= _FULL_NAME_WORDS:
        return count
    if len(words) <= _FULL_NAME_WORDS:
        return 0
    if not words[0][0].islower():
        return 0
    if not words[1][0].isupper():
        return 0
    small_words = pack.words("name_particles") | pack.words("determiners")
    return 0 if folded[0] in small_words | pack.words("function_words") else 1


def _count_listed_role_words(folded: Sequence[str], pack: LanguagePack) -> int:
    """How many words, up to the last one that is a role, are roles and what modifies them."""
    roles = pack.words("byline_roles")
    count = max((i + 1 for i, word in enumerate(folded) if word in roles), default=0)
    known = pack.words("byline_role_modifiers") | roles
    return count if known.issuperset(folded[:count]) else 0


def find_name_end(words: Sequence[str], role: int, pack: LanguagePack) -> int:
    """Where a name ends that runs into a role which begins at word ``role``.

    At the change from capitals, else behind the second name where the role's words are unknown.
    """
    in_capitals = words[0].isupper() and len(words[0]) > 1
    if in_capitals and not words[-1].isupper():
        return next((i for i, word in enumerate(words) if not word.isupper()), role)
    if role <= _FULL_NAME_WORDS:
        return role
    with_middle_name = _FULL_NAME_WORDS + 1
    if role == with_middle_name:
        return role  # a middle name is likelier than an unknown role
    middle = words[1].rstrip(".")
    if middle.casefold() in pack.words("name_particles"):
        return with_middle_name + 1
    return with_middle_name if len(middle) == 1 else _FULL_NAME_WORDS


def opens_as_role(words: Sequence[str], pack: LanguagePack) -> bool:
    """Whether words before a role are its own and no name: "New York correspondent"."""
    if not words:
        return False
    name = " ".join(words).casefold()
    if words[0].casefold() in pack.words("byline_role_modifiers"):
        return True
    return name in pack.words("places") or name in region_names(pack)


def is_role_with_field(words: Sequence[str], pack: LanguagePack) -> bool:
    """Whether words are a role and what it is for: "professor of hydrology"."""
    if len(words) < _MIN_ROLE_WITH_FIELD_WORDS:
        return False
    if words[1] not in _FIELD_PREPOSITIONS:
        return False
    return words[0].casefold() in pack.words("byline_roles")


def is_aside(words: Sequence[str], pack: LanguagePack) -> bool:
    """Whether words say nothing of an author: "earlier", or a button to follow them."""
    asides = pack.words("byline_asides")
    return all(word.casefold().strip(".,:") in asides for word in words)


def is_desk_word(word: str) -> bool:
    """Whether a word ends the names of those who work together."""
    return word.casefold() in _DESK_WORDS


def is_plural_role(word: str, pack: LanguagePack) -> bool:
    """Whether the last word of a role is in the plural: "writers"."""
    folded = word.casefold().strip(".,")
    return folded.endswith("s") and folded[:-1] in pack.words("byline_roles")


def is_name_suffix(words: Sequence[str], pack: LanguagePack) -> bool:
    """Whether words stand behind a name and belong to it: "Jr.", "PhD"."""
    suffixes = pack.words("byline_suffixes")
    return all(word.casefold().replace(".", "") in suffixes for word in words)


@kept_by_pack
def region_names(pack: LanguagePack) -> frozenset[str]:
    """The names of states and countries, casefolded."""
    return frozenset(name.casefold().strip(".") for name in pack.words("regions"))
