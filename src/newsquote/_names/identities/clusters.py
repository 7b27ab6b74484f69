"""Identities in the making.

In: mentions and descriptions, one after the other. Out: a record that gathers them. Why: who
somebody is turns out only as a text is read; what has been gathered so far answers how to call,
order and tell them apart. A cluster is compared and hashed as the object that it is.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import attrs

from newsquote._names.records import PERSON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.roles.descriptions import Description
    from newsquote._text.ranges import Chars
    from newsquote.kinds import SpeakerKind

__all__ = ["GIVEN_NAME_CLUE", "PRONOUN_CLUE", "ROLE_CLUE", "TITLE_CLUE", "Cluster"]

PRONOUN_CLUE, GIVEN_NAME_CLUE, ROLE_CLUE, TITLE_CLUE = 1, 2, 3, 4
"""What clues to a pronoun's gender weigh against one another: a title is hardly ever wrong."""


@attrs.define(eq=False, repr=False, kw_only=True)
class Cluster:
    """Mentions of one somebody, while they are being gathered."""

    kind: SpeakerKind
    forms: dict[tuple[str, ...], Chars] = attrs.field(factory=dict)
    """Every bare form, as words, with the place where it stands first."""
    fullest: tuple[str, ...] = ()
    """The longest form."""
    times: dict[tuple[str, ...], int] = attrs.field(factory=dict)
    """How often each form stands in the text."""
    mentions: list[Chars] = attrs.field(factory=list)
    """In text order."""
    genders: dict[str, int] = attrs.field(factory=dict)
    """The weight of the clues for each gender."""
    descriptions: list[Description] = attrs.field(factory=list)
    members: Sequence[Cluster] = ()
    name: str | None = None
    """A name that is made up of the text's words and stands nowhere as it is."""
    named: bool = False
    """Whether it has a name of its own, and not a common noun or a pronoun."""
    place: bool = False
    count: int | None = None
    anonymity: Chars | None = None
    titles: frozenset[str] = frozenset()
    """The titles with which the name is printed, with "former"."""
    full_names: int = 0
    """How often the full name stands in the text."""
    named_at: int = -1
    """Where the name stands first below the headline, -1 if it does not."""
    _about: frozenset[str] = frozenset()
    _descriptions_read: int = 0
    """Of how many descriptions ``_about`` has the words."""

    # ------------------------------------------------------------- names

    def add_form(self, form: tuple[str, ...], where: Chars) -> None:
        """Note a form of the name."""
        if form not in self.forms:
            self.forms[form] = where
            if not self.fullest or _fullness(form) > _fullness(self.fullest):
                self.fullest = form

    def count_form(self, form: tuple[str, ...]) -> None:
        """Note that a form stands in one more place."""
        self.times[form] = self.times.get(form, 0) + 1

    def drop_form(self, form: tuple[str, ...]) -> None:
        """Forget a form of the name."""
        del self.forms[form]
        self.fullest = max(self.forms, key=_fullness, default=())

    def display_name(self, text: str) -> str:
        """The name, out of the text where it stands there."""
        if self.name is not None:
            return self.name
        where = self.forms.get(self.fullest)
        if where is not None:
            return text[where[0] : where[1]]
        names = [member.display_name(text) for member in self.members]
        if len(names) == 1:
            return names[0]
        before = ", ".join(names[:-1])
        return f"{before} and {names[-1]}" if names else ""

    # ------------------------------------------------------------- places

    def add_mention(self, where: Chars) -> None:
        """Note a mention, unless it stands inside one that is known or around it."""
        mentions = self.mentions
        if not mentions or where[0] >= mentions[-1][1]:
            mentions.append(where)
            return
        n = bisect_left(mentions, where)
        start, end = where
        for first, last in mentions[max(0, n - 1) : n + 1]:
            # One holds the other.
            if (first <= start and end <= last) or (start <= first and last <= end):
                return
        mentions.insert(n, where)

    def last_before(self, at: int) -> int:
        """Where the last mention before an offset begins, -1 if there is none."""
        n = bisect_left(self.mentions, (at, 0))
        return self.mentions[n - 1][0] if n else -1

    @property
    def first(self) -> int:
        """Where the first mention begins."""
        return self.mentions[0][0] if self.mentions else -1

    # ------------------------------------------------------------- what is told of it

    def add_description(self, description: Description, gender: str) -> None:
        """Note what one place says, and the gender that its noun tells."""
        self.descriptions.append(description)
        self.add_gender(gender, ROLE_CLUE)

    def add_gender(self, gender: str, weight: int) -> None:
        """Note a clue to the pronoun; an empty one is none."""
        if gender:
            self.genders[gender] = self.genders.get(gender, 0) + weight

    @property
    def gender(self) -> str:
        """The pronoun's gender that most clues tell; empty where they are even."""
        genders = self.genders
        if not genders:
            return ""
        one, other = genders.get("m", 0), genders.get("f", 0)
        if one == other:
            return ""
        return "m" if one > other else "f"

    @property
    def about(self) -> frozenset[str]:
        """The words of all descriptions."""
        fresh = self.descriptions[self._descriptions_read :]
        if fresh:
            self._about = self._about.union(*[description.words() for description in fresh])
            self._descriptions_read = len(self.descriptions)
        return self._about

    @property
    def is_doubtful_person(self) -> bool:
        """Whether nothing but the form of the name says that it is a person's."""
        if self.kind != PERSON or not self.named or self.genders:
            return False
        return all(description.role is None for description in self.descriptions)

    def absorb(self, other: Cluster) -> None:
        """Take over all that was gathered of another, who is the same."""
        for form, where in other.forms.items():
            self.add_form(form, where)
        for where in other.mentions:
            self.add_mention(where)
        self.descriptions.extend(other.descriptions)
        for form, times in other.times.items():
            self.times[form] = self.times.get(form, 0) + times
        self.titles |= other.titles
        self.full_names += other.full_names
        if other.named_at >= 0:
            self.note_named_at(other.named_at)
        for gender, weight in other.genders.items():
            self.add_gender(gender, weight)

    def note_named_at(self, at: int) -> None:
        """Note where the name stands below the headline."""
        if self.named_at < 0 or at < self.named_at:
            self.named_at = at


def _fullness(form: tuple[str, ...]) -> tuple[int, int]:
    """What makes a form fuller than another: more words, then more letters."""
    return len(form), sum(map(len, form))
