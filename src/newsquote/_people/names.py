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

from newsquote._people import runs
from newsquote._text.signs import SIGNS
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from newsquote._text.doc import Doc

__all__ = ["Name", "Names", "find"]

_LONGEST_PERSON = 4
_LONGEST_CREDIT = 20
"""So many tokens a credit in brackets has at most."""
_INITIAL = 2
"""The length of "J."."""


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
    titles, times = doc.pack.words("titles"), doc.pack.words("time_words")
    found = [name for i, j in runs.find(doc, firsts) for name in _cut(doc, i, j, titles) if j - i > 1 or doc.lowers[i] not in times]
    found = _without_labelled(doc, found)
    firm = {word for name in found if name.i not in firsts for word in doc.words[name.i : name.j]}
    given = doc.pack.words("given_names")
    _settle_organisations(doc, found)
    _settle_places(doc, found)
    for name in found:
        if name.i in firsts and name.j - name.i == 1 and not name.place:
            name.doubtful = doc.words[name.i] not in firm and doc.lowers[name.i] not in given
    return Names(found)


def _without_labelled(doc: Doc, found: list[Name]) -> list[Name]:
    """The names but for a label in brackets and those behind it, who are credited and do nothing else: "(Photo: Ann Lee/Coast News)"."""
    kept: list[Name] = []
    closing = 0
    for name in found:
        if name.i and doc.words[name.i - 1] == "(" and doc.words[name.j : name.j + 1] == [":"]:
            closing = next((k for k in range(name.j, min(len(doc.words), name.j + _LONGEST_CREDIT)) if doc.words[k] == ")"), closing)
        if name.i >= closing:
            kept.append(name)
    return kept


def _settle_organisations(doc: Doc, found: list[Name]) -> None:
    """A name right before a role and another name is whom that person works for: "Corrow Rail spokeswoman Ann Lee"."""
    roles, given = doc.pack.words("roles"), doc.pack.words("given_names")
    for name, following in pairwise(found):
        between = doc.lowers[name.j : following.i]
        if (
            name.kind == SpeakerKind.PERSON
            and name.bare == name.i
            and doc.lowers[name.i] not in given
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
    last, given = i, doc.pack.words("given_names")
    for k in range(i, j):
        if doc.lowers[k].rstrip(".") in titles and not (last > i and doc.lowers[k] in given):
            last = k + 1
            if last < j and doc.words[last] == ".":
                last += 1
            elif last + 3 < j and doc.words[last] == "of":
                # "Secretary of State Ann Lee", "Speaker of the House Ann Lee"
                last += 2 + (doc.lowers[last + 1] in doc.pack.closed("articles"))
    if last == i and j - i > 2 and doc.lowers[i] in doc.pack.words("roles"):  # noqa: PLR2004 - two words are left for the name itself
        return i + 1
    return last
