"""The words around a name -> what they say of whoever has it.

In: a name in its sentence. Out: descriptions: the role noun, the role with its small words, the affiliation, whose it is, and the words that
tell it from others. Why: news text says who somebody is in a few fixed places: a title in front, a noun before the name, an apposition
behind or before it, a party and state in brackets, "is the". What is said there names the person again later ("the Norvale senator").
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.records import PERSON
from newsquote._text.signs import POSSESSIVES, SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsquote._names.spotting import Name, Names
    from newsquote._text.doc import Doc

__all__ = ["Description", "RoleReader"]

_LONGEST_BARE = 3
"""How many words may stand before the noun of an apposition that has no article."""
_FARTHEST = 18
"""How many tokens an apposition is read for."""
_BREAKS = frozenset((",", "—", "–", "--"))
_ASIDES = _BREAKS | {"("}
"""What parts a name from what is said of it behind it."""
_STOPPING = SIGNS - {"'", "’"}
_Range = tuple[int, int]


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Description:
    """What one place says of somebody. Ranges are tokens."""

    noun: str
    """The role's last word, casefolded and without stop; empty where only an affiliation is given."""
    role: _Range | None = None
    affiliation: _Range | None = None
    owner: _Range | None = None
    words: Callable[[], frozenset[str]] = frozenset
    """Reads the words that tell it from others; few are ever asked for."""


class RoleReader:
    """Reads roles and affiliations of one text."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self.doc, self.names = doc, names
        pack = doc.pack
        self.roles, self.titles, self.courtesy = (
            pack.words("roles"),
            pack.words("titles"),
            pack.words("courtesy_titles"),
        )
        self.determiners, self.prepositions = pack.words("determiners"), pack.words("prepositions")
        self.links, self.joiners, self.relatives = (
            pack.closed("name_links"),
            pack.closed("joiners"),
            pack.closed("relatives"),
        )
        self.articles, self.copulas = pack.closed("articles"), pack.closed("copulas")
        self.parting = self.prepositions | self.joiners
        self.cases = pack.table("pronoun_cases")
        self.short, self.peoples = pack.table("affiliation_words"), pack.table("demonyms")
        self.places, self.regions = pack.words("governments"), pack.words("regions")
        self.spelled = lexicon.of(pack).spelled
        self._read: dict[tuple[int, int, int], frozenset[str]] = {}
        self.small, self.offices_of = pack.words("function_words"), pack.closed("offices_of")
        known = lexicon.of(pack)
        self.organisations, self.verbs, self.modifiers = (
            known.organisations,
            known.verbs,
            known.modifiers,
        )

    def describe(self, name: Name, limit: int) -> list[Description]:
        """Every description around a name, the nearest first.

        :param limit: the first token that may be looked at.
        """
        lowers = self.doc.lowers
        before = lowers[name.i - 1] if name.i > limit else ""
        after = lowers[name.j] if name.j < len(lowers) else ""
        found = self._titled(name) if name.bare > name.i else []
        if before in self.roles or before in self.offices_of:
            found += self._before(name, limit)
        if after in _ASIDES:
            found += self._party(name)
            found += self._behind(name)
        elif after in self.copulas:
            found += self._is(name)
        if before == ",":
            found += self._apposed_before(name, limit)
        return found

    def of_phrase(self, role: _Range | None, affiliation: _Range | None) -> Description:
        """What a phrase without a name says of whoever it stands for."""
        return Description(
            noun="" if role is None else self.doc.lowers[role[1] - 1],
            role=role,
            affiliation=affiliation,
        )

    def expanded(self, words: Iterable[str]) -> frozenset[str]:
        """Words with what short forms and adjectives of countries stand for."""
        out: set[str] = set()
        for word in words:
            plain = word.rstrip(".")
            out.add(plain)
            if word in self.spelled or plain in self.spelled:
                out.update(
                    (
                        self.short.get(word)
                        or self.short.get(plain)
                        or self.peoples.get(plain)
                        or ""
                    ).split()
                )
        return frozenset(out)

    def words(self, i: int, j: int, head: int) -> frozenset[str]:
        """What tells a noun phrase from others with the same head."""
        found = self._read.get((i, j, head))
        if found is None:
            lowers, small, determiners = self.doc.lowers, self.small, self.determiners
            beside = [
                *range(i, min(j, head, i + _FARTHEST)),
                *range(max(i, head + 1), min(j, i + _FARTHEST)),
            ]
            plain = [
                word
                for k in beside
                if (word := lowers[k])[0].isalpha()
                and word not in small
                and word not in determiners
            ]
            found = self._read[i, j, head] = self.expanded(
                [part for word in plain for part in word.split("-")]
            )
        return found

    def with_modifiers(self, k: int, i: int) -> int:
        """Back over the small words that belong to a role ("chief executive", "political analyst")."""
        while (
            k > i
            and self.doc.words[k - 1][0].islower()
            and self.doc.words[k - 1][0].isalpha()
            and self.doc.lowers[k - 1] not in self.determiners
            and self.doc.lowers[k - 1] not in self.cases
        ):
            word = self.doc.lowers[k - 1]
            if (
                word in self.prepositions
                or word in self.joiners
                or word in self.verbs
                or word in self.small
            ):
                break
            k -= 1
        return k

    def linked(self, k: int, end: int) -> _Range | None:
        """The name behind "for", "of" or "at", and no person's."""
        end = min(end, len(self.doc.words))
        if k >= end or self.doc.lowers[k] not in self.links:
            return None
        n = k + 1
        while n < end and self.doc.lowers[n] in self.determiners:
            n += 1
        name = self.names.at(n) if n < end else None
        return (
            (name.i, min(name.j, end))
            if name is not None and name.i == n and name.kind != PERSON
            else None
        )

    def owner(self, i: int, head: int, end: int, core: int) -> _Range | None:
        """Whose a head noun is: "her lawyer", "Vance's lawyer", "a lawyer for Vance"."""
        if self.doc.lowers[i] in self.cases and i < head:
            return i, i + 1
        for k in range(i + 1, head):
            if self.doc.words[k] in POSSESSIVES or self.doc.words[k] in {"'", "’"}:
                name = self.names.at(k - 1)
                return (name.i, name.j) if name is not None else (i, k)
        if end < core and self.doc.lowers[end] in {"for", "of", "to"}:
            name = self.names.at(end + 1) if end + 1 < core else None
            if name is not None and name.i == end + 1:
                return name.i, name.j
            if end + 1 < core and self.doc.lowers[end + 1] in self.cases:
                return end + 1, end + 2
        return None

    # ------------------------------------------------------------- the places around a name

    def _titled(self, name: Name) -> list[Description]:
        """The title in front: "Sen. Lee", with a place before it as the affiliation: "Norway Foreign Minister Lee"."""
        doc = self.doc
        titled = [
            k
            for k in range(name.i, name.bare)
            if doc.words[k] != "." and doc.lowers[k].rstrip(".") not in self.courtesy
        ]
        if not titled:
            return []
        named = next((k for k in titled if doc.lowers[k].rstrip(".") in self.titles), titled[0])
        first = named
        while first > titled[0] and doc.lowers[first - 1] != "of":
            first -= 1
        end = titled[-1] + 1 + (titled[-1] + 1 < name.bare and doc.words[titled[-1] + 1] == ".")
        place = None
        for k in range(first + 1, titled[-1] + 1):
            if doc.slice(first, k) in self.places or doc.slice(first, k) in self.regions:
                place = (first, k)
        noun = doc.lowers[titled[-1]].rstrip(".")
        words = partial(self.words, first, end, titled[-1])
        return [
            Description(
                noun=noun,
                role=(place[1] if place else first, end),
                affiliation=place or self._from(name),
                words=words,
            )
        ]

    def _from(self, name: Name) -> _Range | None:
        """The place of "Sen. Ann Lee of Norvale"."""
        return (
            self.linked(name.j, name.j + 6)
            if name.j < len(self.doc.words) and self.doc.lowers[name.j] == "of"
            else None
        )

    def _before(self, name: Name, limit: int) -> list[Description]:
        """A role noun right before the name: "Harrow spokeswoman Ann Lee", "the union's director Ann Lee"."""
        k = last = name.i - 1
        if k >= limit and self.doc.lowers[k] in self.offices_of:
            # "secretary of State Lee", "speaker of the House Lee"
            of = next((m for m in (k - 1, k - 2) if m > limit and self.doc.lowers[m] == "of"), None)
            k = k if of is None else of - 1
        if k < limit or self.doc.lowers[k] not in self.roles:
            return []
        if self.doc.lowers[k] in self.verbs and (
            k == limit or self.doc.lowers[k - 1] not in self.determiners
        ):
            # "She accused Lee", not "the accused Lee".
            return []
        start = self.with_modifiers(k, limit)
        if (
            start > limit
            and self.doc.lowers[start - 1] in self.articles
            and len(self.doc.words[name.bare : name.j]) == 1
        ):
            # "The judge Lee was waiting for" is nobody called Lee.
            return []
        owner = self.names.at(start - 1) if start > limit else None
        if owner is not None and owner.doubtful and self.doc.lowers[owner.i] in self.modifiers:
            # "Transport researcher Ann Lee" at a sentence's head, where "transport" would have a capital in any case.
            start, owner = owner.i, None
        if owner is None and start - 1 > limit and self.doc.words[start - 1] in POSSESSIVES:
            owner = self.names.at(start - 2)
        affiliated = owner is not None and (owner.kind != PERSON or owner.j == start)
        affiliation = (owner.i, owner.j) if owner is not None and affiliated else None
        begin = owner.i if owner is not None else start
        whose = (owner.i, owner.j) if owner is not None else self._case_before(start, limit)
        noun, words = self.doc.lowers[k], partial(self.words, begin, last + 1, k)
        return [
            Description(
                noun=noun,
                role=(start, last + 1),
                affiliation=affiliation or self._from(name),
                owner=whose,
                words=words,
            )
        ]

    def _case_before(self, start: int, limit: int) -> _Range | None:
        return (
            (start - 1, start)
            if start - 1 >= limit and self.doc.lowers[start - 1] in self.cases
            else None
        )

    def _party(self, name: Name) -> list[Description]:
        """Party and state: "(D-Ohio)", ", R-Fla.,"."""
        doc, k = self.doc, name.j
        if k + 2 >= len(doc.words) or doc.words[k] not in {",", "("}:
            return []
        party, hyphen, state = doc.lowers[k + 1].partition("-")
        if (
            not hyphen
            or not state
            or len(party) > 3
            or party not in self.short
            or not doc.words[k + 1][0].isupper()
        ):
            return []
        end = k + 2
        while (
            end < len(doc.words)
            and end < k + 4
            and doc.words[end] not in {",", ")"}
            and (doc.words[end] == "." or doc.words[end][0].isupper())
        ):
            end += 1
        member = next((word for word in self.short[party].split() if word in self.roles), "")
        return [
            Description(
                noun=member, affiliation=(k + 1, end), words=partial(self.expanded, (party, state))
            )
        ]

    def _behind(self, name: Name) -> list[Description]:
        """Lee, the mayor of X, ... or Lee, 34, a spokesman for Y."""
        doc, k = self.doc, name.j
        last = self.doc.sentences[self.doc.sentence_of(name.i)][1]
        end = min(last, k + _FARTHEST)
        if k < end and doc.words[k] == "(":
            # "Lee (D-Ohio), the chairman" goes on behind the bracket.
            k = next((m + 1 for m in range(k, min(end, k + 6)) if doc.words[m] == ")"), k)
        for _ in range(2):
            if k + 2 < end and doc.words[k] == "," and self._is_age_or_party(k + 1):
                k += 2 + (doc.words[k + 2] == ".")
        if k + 1 >= end or doc.words[k] not in _BREAKS:
            return []
        if doc.lowers[k + 1] == "who" and k + 2 < end and doc.lowers[k + 2] in self.copulas:
            k += 2
        return self._noun_phrase(k + 1, end)

    def _is_age_or_party(self, k: int) -> bool:
        head = self.doc.lowers[k].partition("-")[0]
        return self.doc.words[k].isdigit() or (head != self.doc.lowers[k] and head in self.short)

    def _is(self, name: Name) -> list[Description]:
        """Lee is the mayor of X."""
        last = self.doc.sentences[self.doc.sentence_of(name.i)][1]
        k = name.j
        if (
            k + 2 < last
            and self.doc.lowers[k] in self.copulas
            and self.doc.lowers[k + 1] in self.articles
        ):
            return self._noun_phrase(k + 1, min(last, k + _FARTHEST))
        return []

    def _noun_phrase(self, k: int, end: int) -> list[Description]:
        """The roles in a noun phrase: "the mayor of X", "a Democrat and former senator from Y"."""
        doc, found, n = self.doc, [], k
        while n < end and (doc.lowers[n] in self.determiners or doc.words[n] in POSSESSIVES):
            n += 1
        stop = self._stop(n, end)
        if (
            stop < end
            and doc.words[stop][0].isalpha()
            and doc.lowers[stop] not in self.relatives
            and not doc.words[stop].endswith("ing")
        ):
            # ", the mayor said" is a clause of its own.
            return []
        while n < stop:
            noun = self._telling(n, self._parting(n, stop, self.parting))
            opened = n > k or doc.lowers[n] in self.roles
            if noun is None or (not opened and noun - n > _LONGEST_BARE):
                break
            beyond = self._parting(noun + 1, stop, self.joiners)
            person, last = doc.lowers[noun] in self.roles, self._role_end(noun, stop)
            found.append(
                Description(
                    noun=doc.lowers[noun],
                    role=(self.with_modifiers(noun, n), last) if person else None,
                    affiliation=(self.linked(last, stop) or self._inside(n, noun))
                    if person
                    else None,
                    owner=self.owner(k, noun, noun + 1, stop),
                    words=partial(self.words, n, beyond, noun),
                )
            )
            n = k = beyond + 1
            while n < stop and doc.lowers[n] in self.determiners:
                n += 1
        return found

    def _role_end(self, noun: int, stop: int) -> int:
        """Behind a role with what it is a role of, in small letters: "chief of staff", "professor of sea law"."""
        k = noun + 1
        if (
            k + 1 >= stop
            or self.doc.lowers[k] != "of"
            or not self.doc.words[k + 1][0].islower()
            or self.doc.lowers[k + 1] in self.determiners
        ):
            return k
        n = k + 1
        while (
            n < stop
            and n - k < 4
            and self.doc.words[n][0].islower()
            and self.doc.lowers[n] not in self.small
        ):
            n += 1
        return n if n > k + 1 else k

    def _parting(self, n: int, stop: int, small: frozenset[str]) -> int:
        """Where a small word outside of names parts what stands before it from a later noun."""
        lowers = self.doc.lowers
        for m in range(n, stop):
            if lowers[m] in small and self.names.at(m) is None:
                return m
        return stop

    def _telling(self, n: int, edge: int) -> int | None:
        """The last word before an edge that is the role, or the kind of organisation, that an apposition names."""
        lowers = self.doc.lowers
        for m in range(edge - 1, n - 1, -1):
            if lowers[m] in self.roles or lowers[m] in self.organisations:
                name = self.names.at(m)
                if name is None or (name.j == m + 1 and not name.i < name.bare < name.j):
                    return m
        return None

    def _inside(self, i: int, noun: int) -> _Range | None:
        """The organisation before a role in an apposition: "a Harrow spokesman", "the Harrow Ltd chairman"."""
        name = next(iter(self.names.between(i, noun)), None)
        return (
            (name.i, name.j)
            if name is not None and name.j <= noun and name.kind != PERSON
            else None
        )

    def _stop(self, n: int, end: int) -> int:
        """Where a noun phrase ends at the latest: at a sign, a relative pronoun or a verb outside of names."""
        words, lowers = self.doc.words, self.doc.lowers
        for m in range(n, end):
            word, lower = words[m], lowers[m]
            verbal = (
                lower in self.verbs
                and word.islower()
                and lower not in self.roles
                and word not in POSSESSIVES
            )
            if (verbal or word in _STOPPING or lower in self.relatives) and self.names.at(
                m
            ) is None:
                return m
        return end

    def _apposed_before(self, name: Name, limit: int) -> list[Description]:
        """The agency's director, Lee, ..."""
        doc, k = self.doc, name.i - 1
        if k - 1 < limit or doc.words[k] != ",":
            return []
        start = k
        while (
            start > limit
            and k - start < _FARTHEST
            and (doc.words[start - 1] not in SIGNS or self._within_name(start - 1))
        ):
            start -= 1
        opening = doc.lowers[start]
        if (
            opening not in self.determiners
            and opening not in self.cases
            and not self._is_owner(start, k)
        ):
            later = next(
                (
                    m
                    for m in range(k - 1, start, -1)
                    if doc.lowers[m] in self.determiners or doc.lowers[m] in self.cases
                ),
                None,
            )
            if later is None:
                return []
            start = later
        found = self._noun_phrase(start, k)
        return found[:1] if found and found[0].noun in self.roles else []

    def _is_owner(self, start: int, k: int) -> bool:
        """Whether a phrase opens with a name in the possessive."""
        name = self.names.at(start)
        return name is not None and name.j < k and self.doc.words[name.j] in POSSESSIVES

    def _within_name(self, k: int) -> bool:
        name = self.names.at(k)
        return name is not None and name.i < k
