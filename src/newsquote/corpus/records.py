"""Somebody over a corpus, in the making.

In: speakers of articles, one after the other. Out: a record that counts them, and the ``Person``
that it comes to. Why: articles are not kept, so what is needed of them is added up as they come;
what there could be more and more of has a bound.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import attrs

from newsquote.corpus.facts import Facts, Verdict, facts_of
from newsquote.models import Doubt, Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from newsquote.corpus.names import Name
    from newsquote.kinds import DoubtReason, SpeakerKind
    from newsquote.lang import LanguagePack
    from newsquote.models import Speaker

__all__ = ["Record"]

_MOST = 50
"""As many different names, roles and affiliations are kept of one person, and as many doubts."""
_MANY = 5
_SHARE_OF_SLIPS = 20
"""What fewer than one in so many articles says of somebody may be a slip."""


@attrs.define(eq=False, kw_only=True)
class Record:
    """What was gathered of one person or organization."""

    id: str
    kind: SpeakerKind
    given_name: str | None = None
    """The caller's name for a known person."""
    forms: list[Name] = attrs.field(factory=list)
    """The different names, as they are compared; none of an organization."""
    bodies: set[str] = attrs.field(factory=set)
    places: set[str] = attrs.field(factory=set)
    offices: set[str] = attrs.field(factory=set)
    nouns: set[str] = attrs.field(factory=set)
    fields: dict[str, int] = attrs.field(factory=dict)
    seats: dict[tuple[str, str], int] = attrs.field(factory=dict)
    names: dict[str, int] = attrs.field(factory=dict)
    roles: dict[str, int] = attrs.field(factory=dict)
    affiliations: dict[str, int] = attrs.field(factory=dict)
    articles: int = 0
    quotes: int = 0
    words: int = 0
    first: date | None = None
    last: date | None = None
    doubts: dict[tuple[str | None, DoubtReason], tuple[str, int]] = attrs.field(factory=dict)
    """By the other's id and the reason: the name, and how often."""

    @classmethod
    def of(cls, person: Person, pack: LanguagePack) -> Record:
        """The record that an earlier run came to, but for how often each name was printed."""
        record = cls(
            id=person.id,
            kind=person.kind,
            given_name=None if person.name in person.names else person.name,
            names=dict.fromkeys(person.names, 1),
            roles=dict.fromkeys(person.roles, 1),
            affiliations=dict.fromkeys(person.affiliations, 1),
            articles=person.articles,
            quotes=person.quotes,
            words=person.words,
            first=person.first,
            last=person.last,
            doubts={(one.id, one.reason): (one.name, one.articles) for one in person.doubtful},
        )
        for role in person.roles:
            record._add_facts(facts_of(role, None, pack), person.articles)
        for affiliation in person.affiliations:
            record._add_facts(facts_of(None, affiliation, pack), person.articles)
        return record

    def add_speaker(self, speaker: Speaker, facts: Facts) -> None:
        """Add what an article says of a speaker."""
        _count(self.names, " ".join(speaker.name.split()))
        _count(self.roles, speaker.role)
        _count(self.affiliations, speaker.affiliation)
        self._add_facts(facts, 1)

    def _add_facts(self, facts: Facts, times: int) -> None:
        if len(self.bodies) < _MOST:
            self.bodies |= facts.bodies
        if len(self.places) < _MOST:
            self.places |= facts.places
        if len(self.offices) < _MOST:
            self.offices |= facts.roles
        self.nouns |= facts.nouns
        for field in facts.fields:
            self.fields[field] = self.fields.get(field, 0) + times
        for seat in facts.seats:
            self.seats[seat] = self.seats.get(seat, 0) + times

    def verdict(self, facts: Facts) -> Verdict:
        """What the facts of one article more say: the same person, another, or nothing.

        Whoever is in many articles is something else in the next.
        """
        verdict = self.facts().against(facts)
        if verdict is not Verdict.ELSEWHERE:
            return verdict
        return Verdict.APART if self.articles < _MANY else Verdict.SILENT

    def facts(self) -> Facts:
        """What is said of it, without what only few of many articles say."""
        least = self.articles / _SHARE_OF_SLIPS
        return Facts(
            bodies=frozenset(self.bodies),
            places=frozenset(self.places),
            roles=frozenset(self.offices),
            nouns=frozenset(self.nouns),
            fields=frozenset([one for one, times in self.fields.items() if times >= least]),
            seats=frozenset([one for one, times in self.seats.items() if times >= least]),
        )

    def add_article(self, published: date | None) -> None:
        """Add an article that has it among its speakers."""
        self.articles += 1
        if published is None:
            return
        day = published.date() if isinstance(published, datetime) else published
        self.first = day if self.first is None else min(self.first, day)
        self.last = day if self.last is None else max(self.last, day)

    def add_doubt(self, other: str | None, name: str, reason: DoubtReason) -> None:
        """Note a name that may be its own, too."""
        key = (other, reason)
        if key in self.doubts or len(self.doubts) < _MOST:
            self.doubts[key] = (name, self.doubts.get(key, ("", 0))[1] + 1)

    def person(self) -> Person:
        """What it comes to."""
        names = _most_first(self.names)
        return Person(
            id=self.id,
            name=self.given_name or names[0],
            names=names,
            kind=self.kind,
            roles=_most_first(self.roles),
            affiliations=_most_first(self.affiliations),
            articles=self.articles,
            quotes=self.quotes,
            words=self.words,
            first=self.first,
            last=self.last,
            doubtful=tuple(
                Doubt(name=name, reason=reason, id=other, articles=times)
                for (other, reason), (name, times) in self.doubts.items()
            ),
        )


def _count(counts: dict[str, int], value: str | None) -> None:
    if value and (value in counts or len(counts) < _MOST):
        counts[value] = counts.get(value, 0) + 1


def _most_first(counts: dict[str, int]) -> tuple[str, ...]:
    """The most frequent first, of equal ones that which came first."""
    ranked: Iterable[str] = sorted(counts, key=lambda value: -counts[value])
    return tuple(ranked)
