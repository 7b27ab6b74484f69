"""A phrase with one head or several -> whom it means.

In: a phrase. Out: the identity, joint where several speak together. Why: "Lee and Kim said" has
one source with two members, and the "Nora" of "Nora and Olav Vance" a surname that stands
elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names.antecedents.antecedent import Antecedent
from newsquote._names.how import How

if TYPE_CHECKING:
    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.antecedents.heads import Heads
    from newsquote._names.antecedents.pronouns import Pronouns
    from newsquote._names.identities.clusters import Cluster
    from newsquote._names.phrases.records import Phrase

__all__ = ["JointSources"]

_SURE, _SURE_OF_ONE = 0.9, 0.8


class JointSources:
    """Finds whom the phrases of one text mean."""

    def __init__(
        self,
        discourse: Discourse,
        heads: Heads,
        pronouns: Pronouns,
    ) -> None:
        self._discourse, self._heads, self._pronouns = discourse, heads, pronouns

    def antecedent(self, phrase: Phrase) -> Antecedent | None:
        """Whom a phrase means."""
        if not phrase.parts:
            return self._single(phrase)
        members: dict[Cluster, None] = {}
        for part in phrase.parts:
            member = self._member(part, phrase.parts[-1])
            if member is not None:
                members[member] = None
        if not members:
            return None
        if len(members) == 1:
            return Antecedent(next(iter(members)), _SURE_OF_ONE, How.JOINT)
        return Antecedent(self._discourse.group([*members]), _SURE, How.JOINT)

    def _single(self, phrase: Phrase) -> Antecedent | None:
        """Whom a phrase with one head means."""
        if phrase.pronoun is not None:
            return self._pronouns.antecedent(phrase, phrase.pronoun)
        return self._heads.antecedent(phrase)

    def _member(self, part: Phrase, last: Phrase) -> Cluster | None:
        """Whom one part of a joined phrase means; "Nora" in "Nora and Olav Vance" is Nora Vance."""
        if part is not last and part.names and last.names:
            persons = self._discourse.register.persons
            member = persons.with_surname_of(part.names[0], last.names[0])
            if member is not None:
                return member
        found = self._single(part)
        return None if found is None else found.cluster
