"""Words -> runs of capitalised words.

In: a ``Doc``. Out: the stretches of tokens that may be names, each as far as a name goes: with particles, initials, a "Jr.", "of" and "for"
inside the names of bodies, and an "and" where both sides are one name. Why: typography is what news text gives for sure; what a run names is asked after.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress, pairwise
from operator import ne
from typing import TYPE_CHECKING

from newsquote._names import lexicon
from newsquote._text.signs import POSSESSIVES, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote._text.doc import Doc

__all__ = ["find"]

_TITLE_AND_NAME = 2
"""A run of more tokens that begins with a title has a person's name in it."""
_ORGANISATION_HEAD = 2
"""How many words may stand before the "and" inside an organisation's name."""
_LONGEST_ACRONYM = 8
_LOOKED_AT, _FEW, _MOST_IN_CAPITALS, _LONGEST_IN_CAPITALS = 60, 4, 0.8, 8
_MOST_PARTICLES = 3
_NO_NAMES = frozenset("AI")
_LINKS = frozenset(("of", "for", "&"))
_INSIDE = _LINKS | POSSESSIVES | {"'", "’", ".", ","}
"""What beside words with capitals and particles may stand inside a name."""
_BEFORE_BEGINNINGS = SIGNS - {",", "."}
"""Signs behind which a word may have a capital only because it comes first."""


def find(doc: Doc, firsts: set[int]) -> list[tuple[int, int]]:
    """The runs of a text, in order and apart.

    :param firsts: the first tokens of the sentences.
    """
    reader = _Reader(doc, firsts)
    runs = [reader.trimmed(i, j) for i, j in reader.runs()]
    if any(before[1] == i - 1 and doc.lowers[i - 1] == "and" for before, (i, _) in pairwise(runs)):
        runs = _with_joined_fields(doc, _with_joined_organisations(doc, runs))
    return _with_long_forms(doc, runs)


class _Reader:
    """Reads the runs of one text."""

    def __init__(self, doc: Doc, firsts: set[int]) -> None:
        self.doc, self.firsts = doc, firsts
        pack = doc.pack
        self.closed, self.small = pack.words("function_words"), pack.words("small_words")
        self.particles, self.inner = pack.closed("opening_particles"), pack.words("name_particles")
        self.titles, self.roles, self.given = (
            pack.words("titles"),
            pack.words("roles"),
            pack.words("given_names"),
        )
        self.org_words, self.abbreviations = pack.words("org_words"), pack.words("abbreviations")
        self.groups, self.days = pack.words("group_words"), pack.words("weekdays")
        self.articles, self.suffixes = pack.closed("articles"), pack.closed("name_suffixes")
        self.openers, self.verbal = pack.closed("sentence_openers"), lexicon.of(pack).openings
        self.offices_of, self.epithets = pack.closed("offices_of"), pack.closed("weekday_epithets")
        self.inside = self.inner | _INSIDE
        self.printed = frozenset(doc.words)

    def runs(self) -> list[tuple[int, int]]:
        """The runs as they are printed."""
        found: list[tuple[int, int]] = []
        beginnings = self._beginnings()
        n = 0
        for lo, hi in self.doc.paragraph_tokens:
            first, n = n, bisect_left(beginnings, hi, n)
            if _is_in_capitals(self.doc, lo, hi):
                found += _capital_runs(self.doc, lo, hi)
            elif n > first:
                found += self._of(beginnings[first:n], hi)
        return found

    def _beginnings(self) -> list[int]:
        """The tokens that a run may begin with: those that have a capital, and the particles of surnames."""
        words = self.doc.words
        found = list(compress(range(len(words)), map(ne, words, self.doc.lowers)))
        if self.printed.isdisjoint(self.particles):
            return found
        return sorted([*found, *(k for k, word in enumerate(words) if word in self.particles)])

    def _of(self, beginnings: Iterable[int], hi: int) -> list[tuple[int, int]]:
        """The runs that begin with some of these tokens and end before ``hi``."""
        found: list[tuple[int, int]] = []
        behind = 0
        for i in beginnings:
            if i < behind or not self._is_capital(i):
                continue
            behind = i + 1
            while behind < hi and (step := self._step(i, behind, hi)):
                behind += step
            found.append((i, behind))
        return found

    def _is_common(self, lower: str) -> bool:
        """Whether a word is no name at a sentence's start: a closed-class word, or one that the text also prints in small letters."""
        return lower in self.closed or (lower in self.printed and lower[0].islower())

    def _is_capital(self, i: int) -> bool:
        word, lower = self.doc.words[i], self.doc.lowers[i]
        if word[0].islower():
            return ("-" in word or word in self.particles) and self._opens_with_particle(i)
        if not word[0].isupper() or word in _NO_NAMES:
            return False
        if i not in self.firsts and (self.doc.words[i - 1] if i else "") not in _BEFORE_BEGINNINGS:
            return lower not in self.small
        # "President Lee", though the text has "the president", too.
        titled = (
            lower in self.titles
            and i + 1 < len(self.doc.words)
            and self.doc.words[i + 1][0].isupper()
        )
        return titled or not self._is_common(lower)

    def _opens_with_particle(self, i: int) -> bool:
        """Whether a small word opens a surname: "van der Molk", "al-Masri"."""
        words, particles = self.doc.words, self.particles
        head, hyphen, rest = words[i].partition("-")
        if hyphen and rest and head in particles and rest[0].isupper():
            return True
        k = i
        while k < len(words) and k - i < _MOST_PARTICLES and words[k] in particles:
            k += 1
        return k > i and k < len(words) and words[k][0].isupper()

    def _step(self, i: int, j: int, hi: int) -> int:
        """How many tokens at ``j`` go on with the name that begins at ``i``: 0 if it ends."""
        words = self.doc.words
        word = words[j]
        if word[0].isupper() and (self.doc.lowers[j] not in self.closed or word.isupper()):
            return 1 + (j + 1 < hi and words[j + 1] == "." and self._is_suffix_with_stop(j, hi))
        if word not in self.inside:
            return int(word[0].islower() and "-" in word and self._opens_with_particle(j))
        following = words[j + 1] if j + 1 < hi else "x"
        if word == "." and self.doc.lowers[j - 1] in self.abbreviations:
            # "Harrow Ltd." ends with its stop, and so may the sentence.
            return int(self.doc.lowers[j - 1] not in self.org_words and following[0].isupper())
        if word in self.inner:
            beyond = words[j + 2] if j + 2 < hi else "x"
            return int(following[0].isupper() or (following in self.inner and beyond[0].isupper()))
        if following[0].isupper() and (
            self._is_plural(j - 1)
            if word in POSSESSIVES
            else word in "'’" and self._is_plural_of_role(j - 1)
        ):
            return 2
        if word in _LINKS:
            return self._link(i, j, hi)
        if word == "," and following.lower() in self.suffixes:
            return 3 if j + 2 < hi and words[j + 2] == "." else 2
        return 0

    def _is_suffix_with_stop(self, j: int, hi: int) -> bool:
        """Whether the stop at ``j + 1`` belongs to a "Jr." and ends no sentence."""
        lower = self.doc.lowers[j]
        return (
            lower in self.suffixes
            and lower in self.abbreviations
            and j + 2 < hi
            and not self.doc.words[j + 2][0].isupper()
        )

    def _link(self, i: int, j: int, hi: int) -> int:
        """How many tokens go on with a name behind "of", "for" or "&"."""
        words, lowers = self.doc.words, self.doc.lowers
        word, following = words[j], words[j + 1] if j + 1 < hi else "x"
        if j - i > _TITLE_AND_NAME and any(
            lowers[k].rstrip(".") in self.titles for k in range(i, min(j - 1, i + _LONGEST_ACRONYM))
        ):
            # "Rep. Ann Lee of Norvale": the place is no part of a person's name.
            return 0
        if word == "for" and not (lowers[j - 1] in self.org_words or lowers[j - 1].endswith("s")):
            # "Committee for", "Citizens for"; a person may work for somebody.
            return 0
        beyond = words[j + 2] if j + 2 < hi else "x"
        if following[0].isupper():
            return 2
        return 3 if following in self.articles and beyond[0].isupper() and word != "&" else 0

    def _is_plural(self, k: int) -> bool:
        """Whether a possessive belongs to the name of an organisation ("Fishermen's Union") and not to a person."""
        word = self.doc.lowers[k]
        return word.endswith("men") or word in self.groups

    def _is_plural_of_role(self, k: int) -> bool:
        """Whether a word is the plural of what people are: "Pilots' Guild"."""
        word = self.doc.lowers[k]
        return word.endswith("s") and (word[:-1] in self.roles or word in self.groups)

    # ------------------------------------------------------------- what is no part of a run

    def trimmed(self, i: int, j: int) -> tuple[int, int]:
        """A run without the words at its ends that are no part of the name."""
        return (
            (i, j) if j - i == 1 else self._without_day(i + self._opens_with_another_word(i, j), j)
        )

    def _opens_with_another_word(self, i: int, j: int) -> bool:
        """Whether a run begins with a word that is no part of the name: a sentence's first word, or one that the text prints in small letters, too."""
        before, opens = self.doc.lowers[i], i in self.firsts
        if opens and before not in self.given and (before in self.verbal or before in self.openers):
            return True
        if self._is_of_office(i):
            return True
        if j - i == 2 or len(before) == 1 or self.doc.lowers[i + 1] not in self.given:  # noqa: PLR2004 - a name of two words is left
            return False
        return (opens or self._is_common(before)) and not self._is_own(i)

    def _is_own(self, i: int) -> bool:
        """Whether a run's first word belongs to a name: a given name, a title, a role, initials."""
        word = self.doc.lowers[i]
        return (
            word in self.given
            or word.rstrip(".") in self.titles
            or word in self.roles
            or "." in word
            or self.doc.words[i + 1 : i + 2] == ["."]
        )

    def _is_of_office(self, i: int) -> bool:
        """Whether a word is what an office in small letters before it is of: "secretary of State Lee", "speaker of the House Lee"."""
        lowers = self.doc.lowers
        if lowers[i] not in self.offices_of:
            return False
        k = i - 1 - (i > 0 and lowers[i - 1] in self.articles)
        return (
            k > 0
            and lowers[k] == "of"
            and self.doc.words[k - 1][0].islower()
            and lowers[k - 1] in self.roles
        )

    def _without_day(self, i: int, j: int) -> tuple[int, int]:
        """A run without the weekday at an end of it: "told CNN Tuesday", but not "Super Tuesday"."""
        lowers, days = self.doc.lowers, self.days
        if j - i > 1 and lowers[j - 1] in days and (j - i > 2 or lowers[i] not in self.epithets):  # noqa: PLR2004
            j -= 1
        if j - i > 1 and lowers[i] in days:
            i += 1
        return i, j


def _is_in_capitals(doc: Doc, lo: int, hi: int) -> bool:
    """Whether a paragraph is printed in capitals throughout, so that a capital does not make a name."""
    looked_at = doc.words[lo : min(hi, lo + _LOOKED_AT)]
    if sum(map(str.isupper, looked_at)) <= _MOST_IN_CAPITALS * _FEW:
        return False
    words = [word for word in looked_at if len(word) > 1 and word[0].isalpha()]
    return len(words) > _FEW and sum(word.isupper() for word in words) > _MOST_IN_CAPITALS * len(
        words
    )


def _capital_runs(doc: Doc, lo: int, hi: int) -> list[tuple[int, int]]:
    """The runs in a paragraph of capitals: what stands between the words that are known for something else."""
    known, given = lexicon.of(doc.pack), doc.pack.words("given_names") | doc.pack.words("titles")
    common = (known.going_on | known.verbs | known.nouns | doc.pack.words("prepositions")) - given
    found: list[tuple[int, int]] = []
    for k in range(lo, hi):
        stop = (
            doc.words[k] == "."
            and found
            and found[-1][1] == k
            and doc.lowers[k - 1] in doc.pack.words("abbreviations")
        )
        verbal = (
            len(doc.lowers[k]) > _FEW
            and doc.lowers[k].endswith(("ed", "ing"))
            and doc.lowers[k] not in given
        )
        last = doc.lowers[k] in doc.pack.words("org_words") and found and found[-1][1] == k
        if (
            not stop
            and not last
            and (not doc.words[k][0].isalpha() or doc.lowers[k] in common or verbal)
        ):
            continue
        if found and found[-1][1] == k and k - found[-1][0] < _LONGEST_IN_CAPITALS:
            found[-1] = found[-1][0], k + 1
        elif not stop:
            found.append((k, k + 1))
    return found


def _with_joined_organisations(doc: Doc, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of which the last words are an organisation's, joined with the word before an "and": "Hill and Valley Coalition".

    Not joined are acronyms, places, names behind a title, and what stands as a name of its own elsewhere.
    """
    org_words, places, titles = (
        doc.pack.words("org_words"),
        doc.pack.words("governments"),
        doc.pack.words("titles"),
    )
    alone = {
        doc.words[i]
        for i, j in runs
        if j - i == 1 and not (j < len(doc.words) and doc.lowers[j] == "and")
    }
    found: list[tuple[int, int]] = []
    for i, j in runs:
        if (
            found
            and found[-1][1] == i - 1
            and doc.lowers[i - 1] == "and"
            and doc.lowers[j - 1] in org_words
            and j - i > 1
        ):
            first, last = found[-1][0], doc.words[i - 2]
            short = (
                i - 1 - first <= _ORGANISATION_HEAD
                and first > 0
                and doc.lowers[first - 1] in doc.pack.closed("articles")
            )
            own = last.isupper() or last in places or doc.lowers[i - 2] in titles
            own = own or (doc.lowers[i - 2] in org_words and i - 1 - first > 1)
            if short and not own and last not in alone and doc.lowers[i] not in titles:
                found[-1] = (first, j)
                continue
        found.append((i, j))
    return found


def _with_joined_fields(doc: Doc, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs like "Ministry of Tides" with a second field behind an "and": "Ministry of Tides and Fisheries"."""
    org_words, given, titles = (
        doc.pack.words("org_words"),
        doc.pack.words("given_names"),
        doc.pack.words("titles"),
    )
    alone = {doc.slice(i, j) for i, j in runs if doc.lowers[i - 1] != "and"}
    found: list[tuple[int, int]] = []
    for i, j in runs:
        if found and found[-1][1] == i - 1 and doc.lowers[i - 1] == "and":
            left = doc.lowers[found[-1][0] : i - 1]
            link = next((n for n, word in enumerate(left) if word in {"of", "for", "on"}), 0)
            second = doc.slice(i, j)
            free = (
                doc.lowers[j - 1] not in org_words
                and doc.lowers[i] not in given
                and doc.lowers[i] not in titles
            )
            if (
                link
                and left[link - 1] in org_words
                and free
                and not second.isupper()
                and second not in alone | doc.pack.words("governments")
            ):
                found[-1] = (found[-1][0], j)
                continue
        found.append((i, j))
    return found


def _with_long_forms(doc: Doc, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs with what an acronym in brackets behind them spells as one: "Keepers of Our Coast (KOOC)"."""
    merged: list[tuple[int, int]] = []
    for i, j in runs:
        start = (
            _spelled(doc, i)
            if j - i == 1
            and i > 1
            and doc.words[i - 1] == "("
            and j < len(doc.words)
            and doc.words[j] == ")"
            else None
        )
        if start is not None:
            while merged and merged[-1][0] >= start:
                merged.pop()
            if not merged or merged[-1][1] <= start:
                merged.append((start, i - 1))
        merged.append((i, j))
    return merged


def _spelled(doc: Doc, k: int) -> int | None:
    """Where the words before a bracket begin whose initials the acronym in it has, small words counted or not."""
    letters = [c for c in doc.lowers[k] if c.isalpha()]
    if not 1 < len(letters) <= _LONGEST_ACRONYM or not doc.words[k].replace(".", "").isupper():
        return None
    n, small = (
        k - 2,
        doc.pack.words("prepositions") | doc.pack.closed("joiners") | doc.pack.closed("articles"),
    )
    while letters and n >= 0 and k - n < 3 * _LONGEST_ACRONYM:
        word = doc.lowers[n]
        if word[0] == letters[-1]:
            letters.pop()
        elif word not in small and word not in POSSESSIVES:
            return None
        n -= 1
    start = n + 1
    return start if not letters and doc.words[start][0].isupper() else None
