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

from newsquote._names import runs
from newsquote._names.records import ORGANIZATION, PERSON
from newsquote._text.signs import SIGNS

if TYPE_CHECKING:
    from newsquote._text.doc import Doc
    from newsquote.kinds import SpeakerKind

__all__ = ["Name", "Names", "find_names"]

_LONGEST_PERSON = 4
_LONGEST_CREDIT = 20
"""So many tokens a credit in brackets has at most."""
_SHORTEST_OUTLET = 2
"""The tokens of the shortest outlet's name that is looked for in front of a person's."""
_SHORTEST_FROM = 3
"""No person is from somewhere in so few tokens."""
_INITIAL = 2
"""The length of "J."."""
_LINKS = frozenset(("of", "&", "for"))
_PARTIES = frozenset(("D-", "R-", "I-"))


@attrs.define(eq=False, repr=False)
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


def find_names(doc: Doc) -> Names:
    """The names of a text."""
    firsts = {i for i, _ in doc.sentences}
    cutter, times = _Cutter(doc), doc.pack.words("time_words")
    found = [
        name
        for i, j in runs.find(doc, firsts)
        if j - i > 1 or doc.lowers[i] not in times
        for name in cutter.cut(i, j)
    ]
    found = _without_labelled(doc, found)
    _settle_organisations(doc, found)
    _settle_places(doc, found)
    _settle_doubts(doc, found, firsts)
    return Names(found)


def _without_labelled(doc: Doc, found: list[Name]) -> list[Name]:
    """The names but for a label in brackets and those behind it, who are credited and do nothing else: "(Photo: Ann Lee/Coast News)"."""
    kept: list[Name] = []
    closing = 0
    for name in found:
        if name.i and doc.words[name.i - 1] == "(" and doc.words[name.j : name.j + 1] == [":"]:
            closing = next(
                (
                    k
                    for k in range(name.j, min(len(doc.words), name.j + _LONGEST_CREDIT))
                    if doc.words[k] == ")"
                ),
                closing,
            )
        if name.i >= closing:
            kept.append(name)
    return kept


def _settle_organisations(doc: Doc, found: list[Name]) -> None:
    """A name right before a role and another name is whom that person works for: "Corrow Rail spokeswoman Ann Lee"."""
    lowers, roles, given = doc.lowers, doc.pack.words("roles"), doc.pack.words("given_names")
    for name, following in pairwise(found):
        if (
            name.j < following.i
            and lowers[following.i - 1] in roles
            and name.kind == PERSON
            and name.bare == name.i
            and lowers[name.i] not in given
            and all(map(str.isalpha, lowers[name.j : following.i]))
        ):
            name.kind = ORGANIZATION


def _settle_places(doc: Doc, found: list[Name]) -> None:
    """A name before a state between commas is a town: "of Norvale, Md.,"; a party with a state is no name: "D-Ohio"."""
    regions, prepositions = doc.pack.words("regions"), doc.pack.words("prepositions")
    for name, following in pairwise(found):
        if name.j != following.i - 1 or doc.words[name.j] != "," or name.bare != name.i:
            continue
        end = following.j + (following.j < len(doc.words) and doc.words[following.j] == ".")
        if doc.text[doc.starts[following.i] : doc.ends[end - 1]] in regions:
            before = doc.lowers[name.i - 1] if name.i else ""
            if before in prepositions and (end >= len(doc.words) or doc.words[end] in SIGNS):
                name.place, name.kind = True, None
    for name in found:
        if (
            name.j - name.i == 1
            and doc.words[name.i][:2] in _PARTIES
            and len(doc.words[name.i]) > len("D-")
        ):
            name.place, name.kind = True, None


def _settle_doubts(doc: Doc, found: list[Name], firsts: set[int]) -> None:
    """One word at a sentence's head is a doubtful name, unless a name inside a sentence has it or it is a given name."""
    firm: set[str] = set()
    doubted: list[Name] = []
    for name in found:
        if name.i not in firsts:
            firm.update(doc.words[name.i : name.j])
        elif name.j - name.i == 1 and not name.place:
            doubted.append(name)
    given = doc.pack.words("given_names")
    for name in doubted:
        name.doubtful = doc.words[name.i] not in firm and doc.lowers[name.i] not in given


class _Cutter:
    """Makes names of the runs of one text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        pack = doc.pack
        self.titles, self.given, self.roles = (
            pack.words("titles"),
            pack.words("given_names"),
            pack.words("roles"),
        )
        self.org_words, self.outlets, self.outlet_words = (
            pack.words("org_words"),
            pack.words("outlets"),
            pack.words("outlet_words"),
        )
        self.places, self.regions, self.articles = (
            pack.words("governments"),
            pack.words("regions"),
            pack.closed("articles"),
        )

    def cut(self, i: int, j: int) -> list[Name]:
        """One run as names: the title set apart, the kind guessed."""
        lowers = self.doc.lowers
        if self._is_place(i, j):
            return [Name(i, i, j, None, place=True)]
        outlet = self._outlet_end(i, j) if j - i > _SHORTEST_OUTLET else None
        if outlet is not None:
            return [Name(i, i, outlet, ORGANIZATION), *self.cut(outlet, j)]
        place_of = self._from_somewhere(i, j) if j - i > _SHORTEST_FROM else None
        if place_of is not None:
            return [Name(i, i, place_of, PERSON), Name(place_of + 1, place_of + 1, j, None)]
        bare = self._after_titles(i, j)
        linked = lowers[j - 1] in self.org_words or not _LINKS.isdisjoint(lowers[i:j])
        if linked and not (
            any(lowers[k] in self.titles for k in range(i, j))
            and self._is_person_after_title(i, bare, j)
        ):
            return [Name(i, i, j, ORGANIZATION)]
        if bare >= j:
            return [Name(i, i, j, None)]
        return [Name(i, bare, j, PERSON if bare > i else self._kind(i, j))]

    def _kind(self, i: int, j: int) -> SpeakerKind | None:
        """What a run without a title looks like by its length."""
        words = self.doc.words
        length = 1 if j - i == 1 else sum(1 for word in words[i:j] if word not in {".", ","})
        if length != 1:
            return PERSON if length <= _LONGEST_PERSON else ORGANIZATION
        word = words[i]
        return ORGANIZATION if len(word) > 1 and word.replace(".", "").isupper() else None

    def _is_place(self, i: int, j: int) -> bool:
        if j - i > 1:
            return self.doc.slice(i, j) in self.places
        word = self.doc.words[i]
        return word in self.places or word in self.regions or f"{word}." in self.regions

    def _outlet_end(self, i: int, j: int) -> int | None:
        """Where an outlet's name ends that a person's name follows with nothing between: "told the Norvale Post Lee had left"."""
        end = next(
            (
                k
                for k in range(min(j - 1, i + 4), i + 1, -1)
                if self.doc.slice(i, k) in self.outlets
            ),
            None,
        )
        if (
            end is None
            or self.doc.lowers[end] in self.org_words
            or self.doc.lowers[end] in self.outlet_words
        ):
            return None
        return end if self.doc.words[end][0].isupper() else None

    def _from_somewhere(self, i: int, j: int) -> int | None:
        """The "of" in "Ann Lee of Norvale": a given name begins the run, and no word of an organisation stands before it."""
        words, lowers = self.doc.words, self.doc.lowers
        k = next((k for k in range(i + 2, j - 1) if words[k] == "of"), None)
        if k is None or lowers[k - 1] in self.org_words:
            return None
        initial = len(words[i]) == _INITIAL and words[i][1] == "."
        return k if lowers[i] in self.given or initial else None

    def _is_person_after_title(self, i: int, bare: int, j: int) -> bool:
        lowers = self.doc.lowers
        return (
            i < bare < j
            and lowers[j - 1] not in self.org_words
            and "of" not in lowers[bare:j]
            and "for" not in lowers[bare:j]
        )

    def _after_titles(self, i: int, j: int) -> int:
        """Behind the last title of a run."""
        words, lowers = self.doc.words, self.doc.lowers
        last = i
        for k in range(i, j):
            if lowers[k].rstrip(".") in self.titles and not (last > i and lowers[k] in self.given):
                last = k + 1
                if last < j and words[last] == ".":
                    last += 1
                elif last + 3 < j and words[last] == "of":
                    # "Secretary of State Ann Lee", "Speaker of the House Ann Lee"
                    last += 2 + (lowers[last + 1] in self.articles)
        if last == i and j - i > 2 and lowers[i] in self.roles:  # noqa: PLR2004 - two words are left for the name itself
            return i + 1
        return last
