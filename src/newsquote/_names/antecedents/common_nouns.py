"""A common noun -> whom it means, named or not.

In: a phrase about a common noun. Out: who is described so, whoever stands out, or somebody without
a name. Why: there is always an answer: what takes up nobody stands for itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names.antecedents.antecedent import Antecedent
from newsquote._names.how import How
from newsquote._names.noun_kinds import counts_people
from newsquote._names.records import ORGANIZATION, PERSON

if TYPE_CHECKING:
    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.antecedents.nominals import Nominals
    from newsquote._names.antecedents.unnamed import Unnamed
    from newsquote._names.identities.clusters import Cluster
    from newsquote._names.phrases.records import Phrase

__all__ = ["CommonNouns"]

_SURE_OF_PART, _SURE_OF_UNNAMED, _SURE_OF_APPOSED = 0.7, 0.9, 0.9


class CommonNouns:
    """Finds whom the common nouns of one text mean."""

    def __init__(
        self,
        discourse: Discourse,
        nominals: Nominals,
        unnamed: Unnamed,
    ) -> None:
        self._discourse, self._doc = discourse, discourse.doc
        self._nominals, self._unnamed = nominals, unnamed
        self._roles = discourse.doc.pack.words("roles")
        self._parts = discourse.doc.pack.closed("parts_of_organisations")

    def antecedent(self, phrase: Phrase) -> Antecedent:
        """Whom a phrase means."""
        if phrase.owner is not None and self._doc.lowers[phrase.head] in self._parts:
            whole = self._nominals.owner(phrase.owner)
            if whole is not None and whole.kind == ORGANIZATION:
                return Antecedent(whole, _SURE_OF_PART, How.PART_OF_WHOLE)
        return self._apposed(phrase) or self._taken_up(phrase) or self._described(phrase)

    def _apposed(self, phrase: Phrase) -> Antecedent | None:
        """The person whose name stands right behind: "another adviser, Ann Lee, said"."""
        words, behind = self._doc.words, phrase.j + 1
        if self._doc.lowers[phrase.head] not in self._roles:
            return None
        if words[phrase.j : behind] != [","] or phrase.head >= phrase.j:
            return None
        name = self._discourse.names.at(behind) if behind < len(words) else None
        if name is None or name.i != behind or words[name.j : name.j + 1] != [","]:
            return None
        cluster = self._discourse.cluster_of(name)
        if cluster is None or cluster.kind != PERSON:
            return None
        return Antecedent(cluster, _SURE_OF_APPOSED, How.APPOSED)

    def _taken_up(self, phrase: Phrase) -> Antecedent | None:
        """Who with a name is meant."""
        if phrase.several or counts_people(self._doc, phrase):
            return None
        return self._nominals.named_antecedent(phrase)

    def _described(self, phrase: Phrase) -> Antecedent:
        """Somebody without a name."""
        cluster = self._unnamed.described(phrase)
        how = How.UNNAMED_AGAIN if cluster.mentions else How.UNNAMED
        return Antecedent(cluster, _SURE_OF_UNNAMED, how)

    def named_or_unnamed(self, phrase: Phrase) -> Cluster:
        """Who is meant by a noun that nobody asks after: never the whole for a part."""
        found = self._taken_up(phrase)
        return self._unnamed.described(phrase) if found is None else found.cluster
