"""What articles say of somebody -> does it speak for one person, or against it?

In: roles and affiliations. Out: whether two sets of them agree, are apart, or say nothing. Why: a
name alone does not tell a striker from a surgeon. People change what they do, so only fields that
hardly anybody changes between stand against a person.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.folded import folded
from newsquote.lang.kept import kept_by_pack, kept_with_pack

if TYPE_CHECKING:
    from newsquote.lang import LanguagePack

__all__ = ["Facts", "Verdict", "facts_of"]

_BEHIND_ROLE = re.compile(r"\b(?:of|for|at|to|in|on|who|with|from)\b|,")
_SPECIFIC = 2
"""A role of as many words says more than what half of all sources are."""
_OFFICES, _FIRMS = "politics", "business"
_CHANGES: frozenset[frozenset[str]] = frozenset(
    frozenset(pair.split())
    for pair in (
        "sport press",
        "sport business",
        "police law",
        "police army",
        "police press",
        "medicine science",
        "medicine army",
        "science faith",
        "science stage",
        "stage press",
    )
)
"""Fields between which people do change, beside public life."""
_PUBLIC = frozenset(("politics", "law", "business", "press", "army"))
_SETTLED = frozenset(("sport", "police", "private", "faith"))
"""Whoever is of such a field is seldom found in public life, whatever it is."""


class Verdict(Enum):
    """What facts say of two who have one name."""

    AGREE = "agree"
    SILENT = "silent"
    ELSEWHERE = "elsewhere"
    """Both are something somewhere, and nothing of it is alike."""
    APART = "apart"


@attrs.frozen(kw_only=True)
class Facts:
    """What is said of somebody, as it is compared."""

    bodies: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    """Bodies, countries and towns; no parties."""
    roles: frozenset[str] = frozenset()
    """Roles of several words, and offices of one."""
    nouns: frozenset[str] = frozenset()
    """The nouns of the roles."""
    fields: frozenset[str] = frozenset()
    seats: frozenset[tuple[str, str]] = frozenset()
    """Offices with the state in which they are held."""

    def against(self, other: Facts) -> Verdict:
        """What these facts and another's say of two who have one name."""
        if self._is_other_field(other) or self._is_other_seat(other):
            return Verdict.APART
        if not (self.bodies.isdisjoint(other.bodies) and self.roles.isdisjoint(other.roles)):
            return Verdict.AGREE
        return Verdict.ELSEWHERE if self._is_other_work(other) else Verdict.SILENT

    def _is_other_field(self, other: Facts) -> bool:
        """Whether both are of fields between which hardly anybody changes."""
        if not (self.fields and other.fields) or self.fields & other.fields:
            return False
        return all(_are_apart(one, two) for one in self.fields for two in other.fields)

    def _is_other_seat(self, other: Facts) -> bool:
        """Whether both have one office in different states, as two representatives have."""
        if not (self.seats and other.seats) or self.seats & other.seats:
            return False
        return not {office for office, _ in self.seats}.isdisjoint(
            [office for office, _ in other.seats]
        )

    def _is_other_work(self, other: Facts) -> bool:
        """Whether both are something somewhere, and neither the one nor the other is alike.

        Politicians are many things in many places, but they do not run a firm beside it.
        """
        if self.nouns & other.nouns or self.fields & other.fields:
            return False
        for one, two in ((self, other), (other, self)):
            if _OFFICES in one.fields:
                return _FIRMS in two.fields and bool(two.bodies)
        if not (self.nouns and other.nouns and self.places and other.places):
            return False
        words = {word for place in self.places for word in place.split()}
        return words.isdisjoint([word for place in other.places for word in place.split()])

    def __bool__(self) -> bool:
        return bool(self.bodies or self.nouns)


def _are_apart(one: str, two: str) -> bool:
    """Whether hardly anybody is of both fields."""
    pair = frozenset((one, two))
    if pair in _CHANGES:
        return False
    if pair & _PUBLIC:
        return bool(pair & _SETTLED)
    return True


@kept_with_pack(65536)
def facts_of(role: str | None, affiliation: str | None, pack: LanguagePack) -> Facts:
    """What a role and an affiliation say, as it is compared."""
    place, body = _place_and_body(affiliation, pack) if affiliation else ("", "")
    words = _role_words(role, pack) if role else ()
    fields = pack.table("role_fields")
    printed = folded(tuple(role.casefold().split())) if role else ()
    found = frozenset([fields[word] for word in (*words, *printed) if word in fields])
    tells = len(words) >= _SPECIFIC or _OFFICES in found
    nouns = frozenset(words) & pack.words("roles")
    state = _state(affiliation, pack) if affiliation and _OFFICES in found else ""
    return Facts(
        bodies=frozenset((body,)) if body else frozenset(),
        places=frozenset((place,)) if place else frozenset(),
        roles=frozenset((" ".join(words),)) if tells else frozenset(),
        nouns=nouns,
        fields=found,
        seats=frozenset([(noun, state) for noun in nouns]) if state else frozenset(),
    )


def _role_words(role: str, pack: LanguagePack) -> tuple[str, ...]:
    """The words of a role before what it is a role of, short forms spelled out.

    Whether somebody still has it makes no difference.
    """
    before = _BEHIND_ROLE.split(role.casefold(), maxsplit=1)[0]
    former, kinds = pack.closed("former_words"), lexicon.for_pack(pack).role_kinds
    parties = pack.closed("parties")
    spelled = pack.words("roles")
    words: list[str] = []
    for word in folded(tuple(before.split())):
        if word in former or word in parties:
            continue
        kindred = () if word in spelled else sorted(kinds.get(word, ()))
        words.append(next((long for long in kindred if long.startswith(word)), word))
    return tuple(words)


def _place_and_body(affiliation: str, pack: LanguagePack) -> tuple[str, str]:
    """An affiliation as it is compared, but for a party; and again, but for a country, too."""
    key = " ".join(folded(tuple(affiliation.replace("-", " ").split()))).removeprefix("the ")
    known = lexicon.for_pack(pack)
    words = [word.strip("()'s") for word in key.split()]
    parties = pack.closed("parties") | {"r", "d", "party"}
    spelled = {word.replace(".", "") for word in known.spelled}
    vague = parties | pack.words("org_words") | spelled | known.places
    place = "" if parties.issuperset(words) else key
    return place, "" if vague.issuperset(words) else key


@kept_by_pack
def _states(pack: LanguagePack) -> dict[str, str]:
    """States by their names and short forms, without stops."""
    regions = {region.casefold() for region in pack.words("regions")}
    named = {
        short.replace(".", ""): long
        for short, long in pack.table("affiliation_words").items()
        if long in regions and not long.startswith("united")
    }
    return {**named, **{long: long for long in named.values()}}


def _state(affiliation: str, pack: LanguagePack) -> str:
    """The state that an affiliation names: "R-Ariz.", "Arizona"; empty where it names none."""
    states = _states(pack)
    words = affiliation.casefold().replace(".", "").replace("-", " ").split()
    for n in range(len(words)):
        for name in (" ".join(words[n : n + 2]), words[n]):
            if name in states:
                return states[name]
    return ""
