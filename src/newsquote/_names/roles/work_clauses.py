"""A clause about somebody's work -> what it says of them.

In: a verb behind a name or behind its "who", or a name behind a "by". Out: descriptions. Why:
"Lee, who teaches at Norvale University", "Lee joined Corrow Rail as director" and "Corrow Rail,
led by Lee," say of which body somebody is as an apposition does, but with a verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names.records import ORGANIZATION
from newsquote._names.roles.descriptions import Description
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._names.roles.appositions import Appositions
    from newsquote._names.roles.bodies import Bodies
    from newsquote._names.spotted import Name, Names
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Tokens
    from newsquote.lang import LanguagePack

__all__ = ["WorkClauses"]

_SERVING_AS = frozenset(("served", "serves", "worked", "works", "serving"))
_LED = frozenset(("chaired", "directed", "headed", "led", "ran"))
"""Verbs of leading a body in the past, which tell of an office in a clause alone."""
_LED_BY = frozenset(("chaired", "coached", "directed", "founded", "headed", "led", "owned", "run"))
_OF_BODIES = frozenset(("chairs", "founded", "heads", "operates", "owns", "plays", "runs"))
"""Verbs behind which no person's name stands, or none behind their "for"."""
_HAVE = frozenset(("had", "has"))
_YEAR_DIGITS = 4


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _WorkWords:
    leading: frozenset[str]
    """Verbs of leading or serving a body, in the present tense."""
    serving: frozenset[str]
    served: frozenset[str]
    """Verbs of serving in the past."""
    joined: frozenset[str]
    """Verbs of coming to a body."""
    of_bodies: frozenset[str]
    """Prepositions behind which somebody's body stands."""
    adverbs: frozenset[str]
    copulas: frozenset[str]
    joiners: frozenset[str]
    """Words between two verbs of one clause: "and", "but"."""
    determiners: frozenset[str]
    roles: frozenset[str]


@kept_by_pack
def _work_words(pack: LanguagePack) -> _WorkWords:
    return _WorkWords(
        leading=pack.closed("heading_verbs") | pack.closed("serving_verbs"),
        serving=pack.closed("serving_verbs"),
        served=pack.closed("serving_verbs_past"),
        joined=pack.closed("joining_verbs"),
        of_bodies=pack.closed("links_to_bodies"),
        adverbs=pack.closed("adverbs_of_office"),
        copulas=pack.closed("copulas"),
        joiners=pack.closed("joiners") | pack.closed("clause_conjunctions"),
        determiners=pack.words("determiners"),
        roles=pack.words("roles") | pack.words("titles"),
    )


class WorkClauses:
    """Reads the clauses of one text that tell of somebody's work."""

    def __init__(self, doc: Doc, names: Names, bodies: Bodies, appositions: Appositions) -> None:
        self._doc, self._names, self._words = doc, names, _work_words(doc.pack)
        self._bodies, self._appositions = bodies, appositions

    def behind_name(self, k: int, end: int) -> list[Description]:
        """What the verb at ``k`` behind a name says: "heads X", "has worked for X", "joined X"."""
        words, lower = self._words, self._doc.lowers[k]
        if lower in words.leading:
            return self._serving(k, end)
        if lower in words.joined:
            return self._joining(k, end)
        return self._done(k + 1, end) if lower in _HAVE and k + 1 < end else []

    def behind_who(self, k: int, end: int) -> list[Description]:
        """What the clause behind a "who" says: "is the mayor of X", "served as", "leads Y"."""
        found = self._clause(k, end)
        if any(told.role or told.affiliation for told in found):
            return found
        lowers, words = self._doc.lowers, self._words
        for n in range(k + 1, end - 2):
            if lowers[n] in words.joiners and lowers[n + 1] in words.serving:
                # "who was not there but works at X"
                return self._serving(n + 1, end)
        return found

    def led_by(self, name: Name, limit: int) -> list[Description]:
        """What "Corrow Rail, led by Ann Lee," and "X was founded by Ann Lee" say."""
        lowers = self._doc.lowers
        k = name.i - 2
        if k - 2 < limit or lowers[k + 1] != "by" or lowers[k] not in _LED_BY:
            return []
        sign = lowers[k - 1]
        if sign != "," and sign not in self._words.copulas:
            return []
        body = self._names.at(k - 2)
        if body is None or body.j != k - 1 or body.has_title:
            return []
        if body.kind != ORGANIZATION and not body.place:
            return []
        return [Description(noun="", affiliation=body.tokens)]

    def _clause(self, k: int, end: int) -> list[Description]:
        lowers, words = self._doc.lowers, self._words
        if lowers[k] in words.adverbs and k + 1 < end:
            k += 1
        if lowers[k] in _LED:
            return self._serving(k, end)
        serves = lowers[k] in _SERVING_AS and lowers[k + 1 : k + 2] == ["as"]
        if not serves and lowers[k] not in words.copulas:
            return self.behind_name(k, end)
        k += 1 + serves
        while k < end and lowers[k] in words.adverbs:
            k += 1
        return self._appositions.roles_in(k, end) if k < end else []

    def _done(self, k: int, end: int) -> list[Description]:
        """What "has been the director of X", "has led X" and "has worked for X" say."""
        lowers, words = self._doc.lowers, self._words
        while k + 1 < end and lowers[k] in words.adverbs:
            k += 1
        if lowers[k] == "been" and k + 1 < end:
            opened = lowers[k + 1] in words.determiners or lowers[k + 1] in words.roles
            return self._appositions.roles_in(k + 1, end) if opened else []
        if lowers[k] in _LED or lowers[k] in words.served:
            return self._serving(k, end)
        return []

    def _serving(self, k: int, end: int) -> list[Description]:
        """What the verb at ``k`` says: "heads the fire service", "works for X"."""
        lowers, words, verb = self._doc.lowers, self._words, self._doc.lowers[k]
        serves = lowers[k] in words.serving or lowers[k] in words.served
        if serves:
            while k + 1 < end and lowers[k + 1] not in words.of_bodies:
                k += 1
                if not lowers[k].isalpha() or self._names.at(k) is not None:
                    return []
            k += 1
        if k + 1 >= end:
            return []
        of_person = lowers[k] != "at" and verb not in _OF_BODIES
        body = self._bodies.at(k + 1, end, of_person=of_person)[0] or self._place_of_work(
            k + 1,
            end,
        )
        return [] if body is None else [Description(noun="", affiliation=body)]

    def _place_of_work(self, k: int, end: int) -> Tokens | None:
        """The body behind the first "at": "leads research at the Norvale Institute"."""
        at = next((n for n in range(k, end - 1) if self._doc.lowers[n] == "at"), None)
        if at is None:
            return None
        body, sure = self._bodies.at(at + 1, end)
        return body if sure else None

    def _joining(self, k: int, end: int) -> list[Description]:
        """What "joined Corrow Rail as its director" and "joined Corrow Rail in 2011" say.

        Without an office or a year, what is joined may be a march, a call, or somebody on a stage.
        """
        doc = self._doc
        body, _ = self._bodies.at(k + 1, end, of_person=True)
        if body is None or body.j + 1 >= end:
            return []
        link, following = doc.lowers[body.j], doc.words[body.j + 1]
        if link == "in" and following.isdigit() and len(following) == _YEAR_DIGITS:
            return [Description(noun="", affiliation=body)]
        if link != "as":
            return []
        told = self._appositions.roles_in(body.j + 1, end)
        if not told or told[0].role is None:
            return []
        first = told[0]
        return [first if first.affiliation else attrs.evolve(first, affiliation=body)]
