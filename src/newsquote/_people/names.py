"""Words -> names.

In: a ``Doc``. Out: every run of capitalised words that names somebody or something, with the title in front set apart and a guess at what
kind of name it is. Why: bylines, sources and identities all ask whether words are a name, and typography answers better in news text than
any list of names: capitals inside a sentence, titles before, words like "Ministry" at the end.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from newsquote._text.signs import POSSESSIVES, SIGNS
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["Name", "Names", "find"]

_LONGEST_PERSON = 4
_TITLE_AND_NAME = 2
"""A run of more tokens that begins with a title has a person's name in it."""
_ORGANISATION_HEAD = 2
"""How many words may stand before the "and" inside an organisation's name."""
_LONGEST_ACRONYM = 8
_INITIAL = 2
"""The length of "J."."""
_MOST_PARTICLES = 3


@attrs.define(eq=False)
class Name:
    """A name: the tokens ``i`` to ``j`` with the title in front, the bare name from ``bare`` on."""

    i: int
    bare: int
    j: int
    kind: SpeakerKind | None
    """PERSON, ORGANIZATION, or None where typography does not say."""
    place: bool = False
    doubtful: bool = False
    """One word at a sentence's head that the text prints nowhere else with a capital: it may be a common word."""


class Names:
    """The names of a text, in order, with look-ups by token."""

    def __init__(self, found: list[Name]) -> None:
        self.all = found
        self._starts = [name.i for name in found]

    def at(self, i: int) -> Name | None:
        """The name in which a token stands."""
        n = bisect_right(self._starts, i) - 1
        return self.all[n] if n >= 0 and i < self.all[n].j else None

    def between(self, i: int, j: int, most: int | None = None) -> list[Name]:
        """The names that begin at one of the tokens ``i`` to ``j``; of many the last ``most``."""
        first, last = bisect_left(self._starts, i), bisect_left(self._starts, j)
        return self.all[first if most is None else max(first, last - most) : last]


def find(doc: Doc) -> Names:
    """The names of a text."""
    firsts = {i for i, _ in doc.sentences}
    common = {word for word in doc.words if word[0].islower()} | doc.pack.words("function_words")
    runs = [run for paragraph in doc.paragraph_tokens for run in _runs(doc, *paragraph, firsts, common)]
    runs = [_without_day(doc, i + _opens_with_verb(doc, i, j, firsts), j) for i, j in runs]
    runs = _with_long_forms(doc, _with_joined_fields(doc, _with_joined_organisations(doc, runs)))
    titles, times = doc.pack.words("titles"), doc.pack.words("time_words")
    found = [name for i, j in runs for name in _cut(doc, i, j, titles) if j - i > 1 or doc.lowers[i] not in times]
    firm = {word for name in found if name.i not in firsts for word in doc.words[name.i : name.j]}
    given = doc.pack.words("given_names")
    _settle_organisations(doc, found)
    _settle_places(doc, found)
    for name in found:
        if name.i in firsts and name.j - name.i == 1 and not name.place:
            name.doubtful = doc.words[name.i] not in firm and doc.lowers[name.i] not in given
    return Names(found)


def _settle_organisations(doc: Doc, found: list[Name]) -> None:
    """A name right before a role and another name is whom that person works for: "Corrow Rail spokeswoman Ann Lee"."""
    roles = doc.pack.words("roles")
    for name, following in pairwise(found):
        between = doc.lowers[name.j : following.i]
        if (
            name.kind == SpeakerKind.PERSON
            and name.bare == name.i
            and between
            and between[-1] in roles
            and all(word.isalpha() for word in between)
        ):
            name.kind = SpeakerKind.ORGANIZATION


def _settle_places(doc: Doc, found: list[Name]) -> None:
    """A name before a state between commas is a town: "of Norvale, Md.,"; a party with a state is no name: "D-Ohio"."""
    regions = doc.pack.words("regions")
    for name, following in pairwise(found):
        end = following.j + (following.j < len(doc.words) and doc.words[following.j] == ".")
        between = name.j == following.i - 1 and doc.words[name.j] == ","
        if between and doc.text[doc.starts[following.i] : doc.ends[end - 1]] in regions and name.bare == name.i:
            before = doc.lowers[name.i - 1] if name.i else ""
            if before in doc.pack.words("prepositions") and (end >= len(doc.words) or doc.words[end] in SIGNS):
                name.place, name.kind = True, None
    for name in found:
        party, hyphen, state = doc.words[name.i].partition("-")
        if hyphen and state and party in {"D", "R", "I"} and name.j - name.i == 1:
            name.place, name.kind = True, None


def _runs(doc: Doc, lo: int, hi: int, firsts: set[int], common: set[str]) -> list[tuple[int, int]]:
    """The runs of capitalised words between two tokens.

    :param common: what is no name at a sentence's start: closed-class words, and what the text also prints in small letters.
    """
    found: list[tuple[int, int]] = []
    small = doc.pack.words("function_words")
    i = lo
    while i < hi:
        if not _is_capital(doc, i, firsts, common):
            i += 1
            continue
        j = i + 1
        while j < hi:
            step = _step(doc, i, j, hi, small)
            if not step:
                break
            j += step
        found.append((i, j))
        i = j
    return found


def _with_joined_organisations(doc: Doc, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of which the last words are an organisation's, joined with the word before an "and": "Hill and Valley Coalition".

    Not joined are acronyms, places, names behind a title, and what stands as a name of its own elsewhere.
    """
    org_words, places, titles = doc.pack.words("org_words"), doc.pack.words("governments"), doc.pack.words("titles")
    alone = {doc.words[i] for i, j in runs if j - i == 1 and not (j < len(doc.words) and doc.lowers[j] == "and")}
    found: list[tuple[int, int]] = []
    for i, j in runs:
        if found and found[-1][1] == i - 1 and doc.lowers[i - 1] == "and" and doc.lowers[j - 1] in org_words and j - i > 1:
            first, last = found[-1][0], doc.words[i - 2]
            short = i - 1 - first <= _ORGANISATION_HEAD and first > 0 and doc.lowers[first - 1] in doc.pack.closed("articles")
            own = last.isupper() or last in places or doc.lowers[i - 2] in titles
            own = own or (doc.lowers[i - 2] in org_words and i - 1 - first > 1)
            if short and not own and last not in alone and doc.lowers[i] not in titles:
                found[-1] = (first, j)
                continue
        found.append((i, j))
    return found


def _with_joined_fields(doc: Doc, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs like "Ministry of Tides" with a second field behind an "and": "Ministry of Tides and Fisheries"."""
    org_words, given, titles = doc.pack.words("org_words"), doc.pack.words("given_names"), doc.pack.words("titles")
    alone = {doc.slice(i, j) for i, j in runs if doc.lowers[i - 1] != "and"}
    found: list[tuple[int, int]] = []
    for i, j in runs:
        if found and found[-1][1] == i - 1 and doc.lowers[i - 1] == "and":
            left = doc.lowers[found[-1][0] : i - 1]
            link = next((n for n, word in enumerate(left) if word in {"of", "for", "on"}), 0)
            second = doc.slice(i, j)
            free = doc.lowers[j - 1] not in org_words and doc.lowers[i] not in given and doc.lowers[i] not in titles
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


def _without_day(doc: Doc, i: int, j: int) -> tuple[int, int]:
    """A run without the weekday at an end of it: "told CNN Tuesday", but not "Super Tuesday"."""
    days = doc.pack.words("weekdays")
    if j - i > 1 and doc.lowers[j - 1] in days and (j - i > 2 or doc.lowers[i] not in doc.pack.closed("weekday_epithets")):  # noqa: PLR2004
        j -= 1
    if j - i > 1 and doc.lowers[i] in days:
        i += 1
    return i, j


def _inverted(pack: LanguagePack) -> frozenset[str]:
    """The past forms of the verbs that may open a sentence before whoever speaks: "Added Lee"."""
    return frozenset(form for row in pack.rows("cue_verbs") for form in row[3].split() if form.endswith("ed")) | {"said"}


def _opens_with_verb(doc: Doc, i: int, j: int, firsts: set[int]) -> bool:
    """Whether a run begins with a sentence's first word that is no part of the name: "Ask Nora Vance"."""
    given, before = doc.pack.words("given_names"), doc.lowers[i]
    if j - i > 1 and i in firsts and before not in given and before in _inverted(doc.pack):
        return True
    own = (
        before in given
        or before.rstrip(".") in doc.pack.words("titles")
        or before in doc.pack.words("roles")
        or "." in before
        or doc.words[i + 1 : i + 2] == ["."]
    )
    return j - i > 2 and i in firsts and not own and len(before) > 1 and doc.lowers[i + 1] in given  # noqa: PLR2004 - a name of two words is left


def _with_long_forms(doc: Doc, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs with what an acronym in brackets behind them spells as one: "Keepers of Our Coast (KOOC)"."""
    merged: list[tuple[int, int]] = []
    for i, j in runs:
        start = (
            _spelled(doc, i) if j - i == 1 and i > 1 and doc.words[i - 1] == "(" and j < len(doc.words) and doc.words[j] == ")" else None
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
    n, small = k - 2, doc.pack.words("prepositions") | doc.pack.closed("joiners") | doc.pack.closed("articles")
    while letters and n >= 0 and k - n < 3 * _LONGEST_ACRONYM:
        word = doc.lowers[n]
        if word[0] == letters[-1]:
            letters.pop()
        elif word not in small and word not in POSSESSIVES:
            return None
        n -= 1
    start = n + 1
    return start if not letters and doc.words[start][0].isupper() else None


def _is_capital(doc: Doc, i: int, firsts: set[int], common: set[str]) -> bool:
    word = doc.words[i]
    if _opens_with_particle(doc, i):
        return True
    if not word[0].isupper() or (len(word) == 1 and word in "AI"):
        return False
    before = doc.words[i - 1] if i else ""
    begins = i in firsts or before in SIGNS - {",", "."}
    return doc.lowers[i] not in (common if begins else doc.pack.words("small_words"))


def _opens_with_particle(doc: Doc, i: int) -> bool:
    """Whether a small word opens a surname: "van der Molk", "al-Masri"."""
    word = doc.words[i]
    if not word[0].islower():
        return False
    particles = doc.pack.closed("opening_particles")
    head, hyphen, rest = word.partition("-")
    if hyphen and rest and head in particles and rest[0].isupper():
        return True
    k = i
    while k < len(doc.words) and k - i < _MOST_PARTICLES and doc.words[k] in particles:
        k += 1
    return k > i and k < len(doc.words) and doc.words[k][0].isupper()


def _step(doc: Doc, i: int, j: int, hi: int, small: frozenset[str]) -> int:
    """How many tokens at ``j`` go on with the name that begins at ``i``: 0 if it ends."""
    word = doc.words[j]
    if word[0].isupper() and (doc.lowers[j] not in small or word.isupper()):
        return 1 + (j + 1 < hi and doc.words[j + 1] == "." and _is_suffix_with_stop(doc, j, hi))
    if word[0].islower() and "-" in word and _opens_with_particle(doc, j):
        return 1
    following = doc.words[j + 1] if j + 1 < hi else "x"
    if word == "." and doc.lowers[j - 1] in doc.pack.words("abbreviations"):
        return 1 if following[0].isupper() else 0
    if word in doc.pack.words("name_particles"):
        beyond = doc.words[j + 2] if j + 2 < hi else "x"
        return 1 if following[0].isupper() or (following in doc.pack.words("name_particles") and beyond[0].isupper()) else 0
    if word in POSSESSIVES and following[0].isupper() and _is_plural(doc, j - 1):
        return 2
    if word in {"of", "for", "&"}:
        return _link(doc, i, j, hi)
    if word == "," and following.lower() in doc.pack.closed("name_suffixes"):
        return 3 if j + 2 < hi and doc.words[j + 2] == "." else 2
    return 0


def _is_suffix_with_stop(doc: Doc, j: int, hi: int) -> bool:
    """Whether the stop at ``j + 1`` belongs to a "Jr." and ends no sentence."""
    return (
        doc.lowers[j] in doc.pack.closed("name_suffixes")
        and doc.lowers[j] in doc.pack.words("abbreviations")
        and j + 2 < hi
        and not doc.words[j + 2][0].isupper()
    )


def _link(doc: Doc, i: int, j: int, hi: int) -> int:
    """How many tokens go on with a name behind "of", "for" or "&"."""
    word, following = doc.words[j], doc.words[j + 1] if j + 1 < hi else "x"
    if j - i > _TITLE_AND_NAME and doc.lowers[i].rstrip(".") in doc.pack.words("titles"):
        # "Rep. Ann Lee of Norvale": the place is no part of a person's name.
        return 0
    if word == "for" and not (doc.lowers[j - 1] in doc.pack.words("org_words") or doc.lowers[j - 1].endswith("s")):
        # "Committee for", "Citizens for"; a person may work for somebody.
        return 0
    beyond = doc.words[j + 2] if j + 2 < hi else "x"
    if following[0].isupper():
        return 2
    return 3 if following in doc.pack.closed("articles") and beyond[0].isupper() and word != "&" else 0


def _is_plural(doc: Doc, k: int) -> bool:
    """Whether a possessive belongs to the name of an organisation ("Fishermen's Union") and not to a person."""
    word = doc.lowers[k]
    return word.endswith("men") or word in doc.pack.words("group_words")


def _cut(doc: Doc, i: int, j: int, titles: frozenset[str]) -> list[Name]:
    """One run as names: the title set apart, the kind guessed."""
    org_words, places = doc.pack.words("org_words"), doc.pack.words("governments")
    text = doc.slice(i, j)
    if text in places or (j - i == 1 and (text in doc.pack.words("regions") or f"{text}." in doc.pack.words("regions"))):
        return [Name(i, i, j, None, place=True)]
    outlet = _outlet_end(doc, i, j)
    if outlet is not None:
        return [Name(i, i, outlet, SpeakerKind.ORGANIZATION), *_cut(doc, outlet, j, titles)]
    place_of = _from_somewhere(doc, i, j, org_words)
    if place_of is not None:
        return [Name(i, i, place_of, SpeakerKind.PERSON), Name(place_of + 1, place_of + 1, j, None)]
    if doc.lowers[j - 1] in org_words or any(word in {"of", "&", "for"} for word in doc.lowers[i:j]):
        ends_in_title = any(doc.lowers[k] in titles for k in range(i, j))
        if not (ends_in_title and _person_after_title(doc, i, j, titles)):
            return [Name(i, i, j, SpeakerKind.ORGANIZATION)]
    bare = _after_titles(doc, i, j, titles)
    if bare >= j:
        return [Name(i, i, j, None)]
    length = sum(1 for k in range(bare, j) if doc.words[k] not in {".", ","})
    if bare > i:
        return [Name(i, bare, j, SpeakerKind.PERSON)]
    if length == 1:
        word = doc.words[bare]
        acronym = len(word) > 1 and word.replace(".", "").isupper()
        return [Name(i, bare, j, SpeakerKind.ORGANIZATION if acronym else None)]
    return [Name(i, bare, j, SpeakerKind.PERSON if length <= _LONGEST_PERSON else SpeakerKind.ORGANIZATION)]


def _outlet_end(doc: Doc, i: int, j: int) -> int | None:
    """Where an outlet's name ends that a person's name follows with nothing between: "told the Norvale Post Lee had left"."""
    outlets = doc.pack.words("outlets")
    end = next((k for k in range(min(j - 1, i + 4), i + 1, -1) if doc.slice(i, k) in outlets), None)
    if end is None or doc.lowers[end] in doc.pack.words("org_words") or doc.lowers[end] in doc.pack.words("outlet_words"):
        return None
    return end if doc.words[end][0].isupper() else None


def _from_somewhere(doc: Doc, i: int, j: int, org_words: frozenset[str]) -> int | None:
    """The "of" in "Ann Lee of Norvale": a given name begins the run, and no word of an organisation stands before it."""
    initial = len(doc.words[i]) == _INITIAL and doc.words[i][1] == "."
    if doc.lowers[i] not in doc.pack.words("given_names") and not initial:
        return None
    k = next((k for k in range(i + 2, j - 1) if doc.words[k] == "of"), None)
    return None if k is None or doc.lowers[k - 1] in org_words else k


def _person_after_title(doc: Doc, i: int, j: int, titles: frozenset[str]) -> bool:
    bare = _after_titles(doc, i, j, titles)
    return i < bare < j and doc.lowers[j - 1] not in doc.pack.words("org_words") and not {"of", "for"} & set(doc.lowers[bare:j])


def _after_titles(doc: Doc, i: int, j: int, titles: frozenset[str]) -> int:
    """Behind the last title of a run."""
    last = i
    for k in range(i, j):
        if doc.lowers[k].rstrip(".") in titles:
            last = k + 1
            if last < j and doc.words[last] == ".":
                last += 1
            elif last + 3 < j and doc.words[last] == "of":
                # "Secretary of State Ann Lee", "Speaker of the House Ann Lee"
                last += 2 + (doc.lowers[last + 1] in doc.pack.closed("articles"))
    if last == i and j - i > 2 and doc.lowers[i] in doc.pack.words("roles"):  # noqa: PLR2004 - two words are left for the name itself
        return i + 1
    return last
