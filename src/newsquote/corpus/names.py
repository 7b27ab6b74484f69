"""A printed name -> what of it is compared across articles.

In: the words under which an article has somebody. Out: a full name of a person, taken apart, or the
name of a body; None for what is no full name. Why: a surname, or "the ministry", is anybody's as
soon as the article is left, so only names that stand for themselves go from one to another.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.folded import folded
from newsquote.lang.kept import kept_with_pack

if TYPE_CHECKING:
    from newsquote.lang import LanguagePack

__all__ = ["Name", "body_key", "person_name", "plain_letters", "skeleton"]

_FULL = 2
"""The words of the shortest full name."""
_NICKNAME = re.compile(r"""[("“‘'][^\s()"“”]+(?:[)"”’]|'(?=\s))""")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
"""Initials without blanks: "J.D.", "A.R."."""
_NO_LETTER = re.compile(r"[\W_]+")
_JOINED_ARTICLE = re.compile(r"^(?:al|el|ad|as|ul)[-‐‑](?=\w)")
_ARTICLES = frozenset(("al", "el"))
"""What stands before an Arabic surname in one print and not in another."""
_SMALL_ACRONYM, _LARGE_ACRONYM = 2, 6
_LINKS = frozenset(("of", "for", "and", "the", "in", "on", "at", "&", "to", "de", "la", "du"))
"""Small words inside names of bodies."""
_SORT_ONLY = frozenset(
    (
        *("appeals", "central", "city", "county", "federal", "high", "local", "municipal"),
        *("national", "provincial", "public", "regional", "royal", "state", "supreme"),
    )
)
"""Words that are a body's in any country."""


@attrs.frozen(cache_hash=True, kw_only=True)
class Name:
    """A person's full name."""

    first: str
    middle: tuple[str, ...] = ()
    last: str
    suffix: str = ""
    """ "jr" and the like."""

    @property
    def letters(self) -> str:
        """The whole name in letters, so that "Jong-un", "Jong Un" and "Jongun" are one."""
        return "".join((self.first, *self.middle, self.last))

    @property
    def has_initial_only(self) -> bool:
        """Whether all that stands before the surname is one letter."""
        return len(self.first) == 1 and not self.middle


@kept_with_pack(65536)
def person_name(printed: str, pack: LanguagePack) -> Name | None:
    """A person's name; None where it is not a given name, or initials, with a surname.

    Titles before it, degrees behind it and a nickname in marks are no part of it.
    """
    words = _compared(_NICKNAME.sub(" ", printed))
    titles = pack.words("titles") | pack.closed("former_words")
    while words and words[0] in titles:
        words = words[1:]
    behind, suffix = pack.closed("name_suffixes"), ""
    degrees = pack.closed("postnominals")
    while len(words) > 1 and (words[-1] in behind or (len(words) > _FULL and words[-1] in degrees)):
        suffix = words[-1] if words[-1] in behind else suffix
        words = words[:-1]
    words = words[:1] + [word for word in words[1:] if word not in _ARTICLES]
    if len(words) < _FULL or len(words[-1]) == 1 or _opens_no_name(words[0], pack):
        return None
    first, *middle, last = words
    return Name(first=first, middle=tuple(middle), last=last, suffix=suffix)


def _compared(printed: str) -> list[str]:
    """The words of a name without accents, case, stops and signs."""
    words: list[str] = []
    for word in printed.replace(",", " ").split():
        for one in re.findall(r"\w\.", word) if _INITIALS.fullmatch(word) else (word,):
            plain = _JOINED_ARTICLE.sub("", folded((one,))[0])
            if letters := _NO_LETTER.sub("", plain):
                words.append(letters)
    return words


def _opens_no_name(word: str, pack: LanguagePack) -> bool:
    """Whether a word says what somebody is, and is nobody's given name: "Republican Lee"."""
    given = pack.words("given_names") | pack.words("given_words")
    if len(word) == 1 or word in given:
        return False
    return (
        word in pack.words("roles")
        or word in pack.words("org_words")
        or word in pack.table("demonyms")
        or word in pack.closed("parties")
        or word in pack.words("function_words")
    )


def plain_letters(printed: str) -> str:
    """Any name in letters, for lists that a caller gives."""
    return "".join(_compared(printed))


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """What the spellings of one name in other letters have in common: "Mohammed", "Muhamad"."""
    for printed, common in _SPELLINGS:
        word = printed.sub(common, word)
    return word


_SPELLINGS = tuple(
    (re.compile(printed), common)
    for printed, common in (
        (r"ph", "f"),
        (r"x", "ks"),
        (r"kh|gh|q|ck|c$", "k"),
        (r"dj|zh", "j"),
        (r"tch|tsch|ch|cz", "c"),
        (r"sch|sh", "s"),
        (r"(?<=[bcdfgjklmnprstvz])h|h$", ""),
        (r"^mo(?=ham)", "mu"),
        (r"e(?=d$)", "a"),
        (r"ou|oo", "u"),
        (r"ee|ey$|iy|ii|yy", "i"),
        (r"ei|ai|ay", "ey"),
        (r"y", "i"),
        (r"w", "v"),
        (r"(.)\1+", r"\1"),
    )
)


# Bodies.


@kept_with_pack(65536)
def body_key(printed: str, pack: LanguagePack) -> str | None:
    """The name of an organization as it is compared; None for one that is no name of one body.

    "Ministry of Health" is a body's in any country, "the campaign" is anybody's; a single word is
    a name only as an acronym, or where it is an outlet's or a country's.
    """
    words = [word.strip(",") for word in printed.split()]
    if words and words[0].lower() == "the":
        words = words[1:]
    if not words or any(word.isalpha() and word.islower() and word not in _LINKS for word in words):
        return None
    compared = [folded((word,))[0].removesuffix("'s").rstrip("'") for word in words]
    firms = pack.closed("company_suffixes_in_small_letters") | {"co", "corp"}
    while len(compared) > 1 and compared[-1] in firms:
        compared = compared[:-1]
    key = " ".join(compared)
    if key in lexicon.for_pack(pack).outlets and len(compared) > 1:
        return key
    if len(compared) == 1:
        return key if _is_single_name(words[0], compared[0], pack) else None
    pointing = pack.words("pronouns") | pack.words("determiners")
    return None if words[0].lower() in pointing or _is_sort_only(compared, pack) else key


def _is_single_name(printed: str, key: str, pack: LanguagePack) -> bool:
    """Whether one word names a body."""
    if key in pack.words("org_words") or key in pack.closed("parties"):
        return False
    letters = printed.replace(".", "")
    if letters.isupper() and _SMALL_ACRONYM <= len(letters) <= _LARGE_ACRONYM:
        return True
    if key in pack.words("common_words"):
        return False
    return key in lexicon.for_pack(pack).outlets or printed in pack.words("governments")


def _is_sort_only(words: list[str], pack: LanguagePack) -> bool:
    """Whether a name says of what sort a body or a crowd is, and not which it is."""
    crowd = words[-1] in lexicon.for_pack(pack).people
    if crowd and words[-1] not in pack.words("org_words"):
        return True
    general = pack.words("org_words") | pack.words("portfolios") | _SORT_ONLY | _LINKS
    if words[-1] == "party":
        general |= pack.closed("parties")
    plain = {word.removesuffix("s") for word in general}
    return all(word in general or word.removesuffix("s") in plain for word in words)
