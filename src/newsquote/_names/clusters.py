"""Identities in the making.

In: mentions and descriptions, one after the other. Out: a record that gathers them. Why: who somebody is turns out only as a text is read;
what has been gathered so far answers how to call, order and tell them apart.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._names.records import PERSON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.records import Range
    from newsquote._names.roles import Description
    from newsquote.kinds import SpeakerKind

__all__ = ["Cluster", "Found"]


@attrs.define(eq=False, repr=False, kw_only=True)
class Cluster:
    """Mentions of one somebody, while they are being gathered."""

    kind: SpeakerKind
    forms: dict[tuple[str, ...], Range] = attrs.field(factory=dict)
    """Every bare form, as words, with the place where it stands first."""
    fullest: tuple[str, ...] = ()
    """The longest form."""
    mentions: list[Range] = attrs.field(factory=list)
    """In text order."""
    genders: dict[str, int] = attrs.field(factory=dict)
    descriptions: list[Description] = attrs.field(factory=list)
    members: Sequence[Cluster] = ()
    name: str | None = None
    named: bool = False
    """Whether it has a name of its own, and not a common noun or a pronoun."""
    place: bool = False
    count: int | None = None
    anonymity: Range | None = None
    titles: frozenset[str] = frozenset()
    """The titles with which the name is printed, with "former"."""
    full: int = 0
    """How often the full name stands in the text."""
    named_at: int = -1
    """Where the name stands first below the headline, -1 if it does not."""
    _about: frozenset[str] = frozenset()
    _read: int = 0
    """Of how many descriptions the words are known."""

    @property
    def about(self) -> frozenset[str]:
        """The words of all descriptions."""
        if self._read < len(self.descriptions):
            self._about = self._about.union(
                *[description.words() for description in self.descriptions[self._read :]]
            )
            self._read = len(self.descriptions)
        return self._about

    def add(self, where: Range) -> None:
        """Note a mention, unless it stands inside one that is known or around it."""
        if not self.mentions or where[0] >= self.mentions[-1][1]:
            self.mentions.append(where)
            return
        n = bisect_left(self.mentions, where)
        for start, end in self.mentions[max(0, n - 1) : n + 1]:
            if (start <= where[0] and where[1] <= end) or (where[0] <= start and end <= where[1]):
                return
        self.mentions.insert(n, where)

    def last_before(self, at: int) -> int:
        """Where the last mention before an offset begins, -1 if there is none."""
        n = bisect_left(self.mentions, (at, 0))
        return self.mentions[n - 1][0] if n else -1

    @property
    def first(self) -> int:
        """Where the first mention begins."""
        return self.mentions[0][0] if self.mentions else -1

    def told(self, gender: str, weight: int = 1) -> None:
        """Note a clue to the pronoun."""
        if gender:
            self.genders[gender] = self.genders.get(gender, 0) + weight

    @property
    def gender(self) -> str:
        """The pronoun's gender, where the clues agree or most of them do; empty where they do not."""
        one, other = self.genders.get("m", 0), self.genders.get("f", 0)
        return "m" if one > other else "f" if other > one else ""

    @property
    def is_doubtful_person(self) -> bool:
        """Whether nothing but the form of the name says that it is a person's."""
        return (
            self.kind == PERSON
            and self.named
            and not self.genders
            and not any(d.role is not None for d in self.descriptions)
        )

    def describe(self, description: Description, gender: str) -> None:
        self.descriptions.append(description)
        self.told(gender, 3)

    def call(self, form: tuple[str, ...], where: Range) -> None:
        """Note a form of the name."""
        if form not in self.forms:
            self.forms[form] = where
            if not self.fullest or _fullness(form) > _fullness(self.fullest):
                self.fullest = form

    def drop(self, form: tuple[str, ...]) -> None:
        """Forget a form of the name."""
        del self.forms[form]
        self.fullest = max(self.forms, key=_fullness, default=())

    def called(self, text: str) -> str:
        """The name, out of the text where it stands there."""
        if self.name is not None:
            return self.name
        where = self.forms.get(self.fullest)
        if where is not None:
            return text[slice(*where)]
        names = [member.called(text) for member in self.members]
        return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)

    def absorb(self, other: Cluster) -> None:
        """Take over all that was gathered of another, who is the same."""
        for form, where in other.forms.items():
            self.call(form, where)
        for where in other.mentions:
            self.add(where)
        self.descriptions.extend(other.descriptions)
        self.titles |= other.titles
        self.full += other.full
        if other.named_at >= 0 and (self.named_at < 0 or other.named_at < self.named_at):
            self.named_at = other.named_at
        for gender, weight in other.genders.items():
            self.told(gender, weight)


def _fullness(form: tuple[str, ...]) -> tuple[int, int]:
    return len(form), sum(map(len, form))


class Found(NamedTuple):
    """Whom a mention means, and how sure that is, from 0 to 1."""

    cluster: Cluster
    sureness: float
    exact: bool = True
    """Whether the very noun of the mention is what the text calls them."""
