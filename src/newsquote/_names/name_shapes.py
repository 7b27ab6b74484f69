"""The words of a name -> what they tell of its kind, as keys that weights know.

In: a name as it is printed. Out: keys: which lists its words are in, its shape, its endings. Why:
"Norvale Tide Board" is no person wherever it stands, and "Ann Lee" hardly ever anything else. No
key holds a word with a capital.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names.folded import folded, is_capitals
from newsquote._names.kind_lists import lists_of
from newsquote.lang.kept import kept_with_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.kind_lists import KindLists
    from newsquote.lang import LanguagePack

__all__ = [
    "BIAS",
    "LINKS",
    "NO_COMMON_WORD",
    "Form",
    "has_capital_inside",
    "has_letter_and_hyphen",
    "initials_of",
    "keys_of_form",
]

Form = tuple[str, ...]

BIAS, NO_COMMON_WORD = "bias", "no-common-word"
"""Keys that training knows by name: that of every name, and that of one without common words."""
LINKS = frozenset(("of", "for", "on", "and", "&", "the", "in", "at"))
"""Small words inside names."""
_MAX_ACRONYM_LETTERS = 5
_MAX_LENGTH = 5
"""Words from which on a name is only long."""
_MANY = 3
_LETTER_AND_HYPHEN = 2
_ENDINGS = (2, 3, 4)
_MIN_LETTERS_BEFORE_ENDING = 2
_INITIAL_LETTERS = 2
_FIRST_LETTERS = 2
"""Letters at the start of a word that say nothing of capitals inside."""
_SURNAME_OPENINGS = ("Mc", "Mac", "O'", "De", "Van", "Le", "La", "Di", "Du", "Fitz")


@kept_with_pack(4096)
def keys_of_form(printed: Form, pack: LanguagePack) -> tuple[str, ...]:
    """What the words of a name tell, wherever it stands."""
    lists = lists_of(pack)
    form = folded(printed)
    words = [word for word in form if word not in lists.suffixes]
    if not words:
        return ("shape=suffix",)
    length = str(min(len(words), _MAX_LENGTH))
    letters = [lists.by_word.get(word, "") for word in words]
    first, last = letters[0], letters[-1]
    keys = [BIAS, "length=" + length]
    if not any("c" in each or "t" in each for each in letters):
        keys.append(NO_COMMON_WORD)
    if len(words) == 1:
        keys += ["only:" + letter for letter in first or "-"]
    else:
        keys += ["first:" + letter for letter in first or "-"]
        keys += ["last:" + letter for letter in last or "-"]
        keys.append("ends=" + _main(first) + _main(last) + length)
        keys += dict.fromkeys("inside:" + letter for each in letters[1:-1] for letter in each)
        common = sum("c" in each for each in letters)
        keys.append("common=" + str(min(common, _MANY)))
    keys += ["whole:" + letter for letter in lists.whole.get(" ".join(form), "-")]
    keys += _shape_keys(printed, words, lists)
    return (*keys, *_ending_keys(words))


def _main(letters: str) -> str:
    """The list that tells most of a word."""
    return next((letter for letter in "goklrptndshwc" if letter in letters), "-")


def _ending_keys(words: Sequence[str]) -> list[str]:
    """How the last word and the first end."""
    last, first = words[-1], words[0]
    longest = len(last) - _MIN_LETTERS_BEFORE_ENDING
    keys = ["-" + last[-n:] for n in _ENDINGS if n <= longest]
    if len(words) == 1:
        return keys + ["only" + key for key in keys]
    longest = len(first) - _MIN_LETTERS_BEFORE_ENDING
    return keys + ["1-" + first[-n:] for n in _ENDINGS[:2] if n <= longest]


def _shape_keys(
    printed: Form,
    words: Sequence[str],
    lists: KindLists,
) -> list[str]:
    """Capitals, signs, initials and small words inside."""
    last, before, joined = printed[-1], printed[:-1], "".join(printed)
    told = {
        "capital-inside": any(map(has_capital_inside, printed)),
        "surname-opening": last.startswith(_SURNAME_OPENINGS) and has_capital_behind(last),
        "hyphen-last": "-" in last,
        "hyphen-first": "-" in printed[0] and before != (),
        "particle": not lists.particles.isdisjoint(before),
        "initial": any(map(_is_initial, before)),
        "suffix": len(words) < len(printed),
        "digit": any(map(str.isdigit, joined)),
        "accents": not last.isascii(),
        "ampersand": "&" in joined,
    }
    keys = [key for key, is_so in told.items() if is_so]
    keys += ["link=" + word for word in printed[1:] if word in LINKS]
    return keys + _capital_keys(printed)


def _capital_keys(printed: Form) -> list[str]:
    """Which words are in capitals."""
    if is_capitals(printed):
        if len(printed) > 1:
            return ["capitals=several"]
        letters = sum(map(str.isalpha, printed[0]))
        return [f"capitals={min(letters, _MAX_ACRONYM_LETTERS + 1)}"]
    if len(printed) == 1:
        return []
    if _is_acronym(printed[-1]):
        return ["capitals-last"]
    return ["capitals-first"] if _is_acronym(printed[0]) else []


def _is_initial(word: str) -> bool:
    return len(word) <= _INITIAL_LETTERS and word[0].isupper() and not word[-1].islower()


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.replace(".", "").isupper()


def has_capital_inside(word: str) -> bool:
    """Whether a word has a capital where only firms have one: "QuellWorks"."""
    inner = word[_FIRST_LETTERS:]
    if inner.islower() or word.isupper() or "-" in word:
        return False
    return any(map(str.isupper, inner)) and not word.startswith(_SURNAME_OPENINGS)


def has_letter_and_hyphen(word: str) -> bool:
    """Whether a word is a letter, a hyphen and more with a capital: "Q-Mobile"."""
    return word[1:2] == "-" and len(word) > _LETTER_AND_HYPHEN + 1 and word[2].isupper()


def has_capital_behind(word: str) -> bool:
    """Whether a word has a capital that is not its first letter."""
    return any(map(str.isupper, word[1:]))


def initials_of(form: Form) -> tuple[str, str]:
    """The first letters of all words, and without the small ones."""
    every = "".join([word[0] for word in form])
    return every, "".join([word[0] for word in form if word not in LINKS])
