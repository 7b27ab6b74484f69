"""A description that nothing has prepared -> whoever stands out before it.

In: a phrase such as "the businessman" or "the company", of which no name, title or apposition of
the text says the like. Out: the person or organisation that was spoken of right before and has no
other office, or none. Why: news text varies the names of the well-known and leaves it to the
reader to know them; what it takes up then is what stands out, and only if it does so clearly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names import lexicon
from newsquote._names.antecedents.antecedent import Antecedent
from newsquote._names.how import How
from newsquote._names.records import ORGANIZATION, PERSON

if TYPE_CHECKING:
    from newsquote._names.antecedents.description_index import DescriptionIndex
    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.antecedents.ranker import Choice, Ranker
    from newsquote._names.identities.clusters import Cluster
    from newsquote._names.phrases.records import Phrase
    from newsquote._names.roles.descriptions import Description

__all__ = ["Variations"]

_MAX_SENTENCES = 2
"""How many sentences back a description without support may reach."""
_SURE = 0.5


class Variations:
    """Finds what the unprepared descriptions of one text take up."""

    def __init__(
        self,
        discourse: Discourse,
        ranker: Ranker,
        index: DescriptionIndex,
    ) -> None:
        self._discourse, self._doc = discourse, discourse.doc
        self._ranker, self._index = ranker, index
        made = lexicon.for_pack(discourse.doc.pack)
        self._genders, self._loose = made.genders, made.loose

    def unprepared_antecedent(self, phrase: Phrase) -> Antecedent | None:
        """Whom a definite phrase without an owner means, if it is the first with its noun."""
        pack, noun = self._doc.pack, self._doc.lowers[phrase.head]
        if self._doc.lowers[phrase.i] != "the" or phrase.owner is not None:
            return None
        if noun in self._discourse.unnamed_by_noun or noun in pack.closed("singular_people"):
            return None
        if noun in pack.words("roles") or noun.endswith("-old"):
            return self._person(phrase, noun)
        if pack.table("organisation_kinds").get(noun) and not phrase.words():
            return self._organisation(phrase)
        return None

    def _person(self, phrase: Phrase, noun: str) -> Antecedent | None:
        """The person who is meant most likely."""
        words = self._doc.lowers[phrase.i : phrase.j]
        genders = [self._genders.get(word, "") for word in words]
        gender = next(filter(None, genders), "")
        described = phrase.words()

        def told(cluster: Cluster) -> list[str]:
            return self._told(cluster, noun, described)

        choice = self._ranker.choose(gender or "person", phrase.i, told)
        if choice is None or choice.cluster.kind != PERSON or not self._is_near(phrase, choice):
            return None
        self._index.learn(choice.cluster, noun, phrase.words)
        return _unprepared(choice)

    def _told(self, cluster: Cluster, noun: str, words: frozenset[str]) -> list[str]:
        """The features of what the text tells of somebody, beside a description."""
        names = []
        if any(self._excludes(one, noun) for one in cluster.descriptions):
            names.append("office other")
        elif not any(one.role is not None for one in cluster.descriptions):
            names.append("office none")
        if words:
            shared = min(len(words & cluster.about), 1)
            names.append(f"words {shared}")
        else:
            names.append("words bare")
        return ["description", *[f"description: {name}" for name in names]]

    def _excludes(self, description: Description, noun: str) -> bool:
        """Whether a description gives a role, still held, that leaves no room for another."""
        if description.role is None or description.noun == noun:
            return False
        return description.noun not in self._loose and "former" not in description.words()

    def _organisation(self, phrase: Phrase) -> Antecedent | None:
        """The organisation that stands out; a name that nothing told a person's becomes one's."""
        choice = self._ranker.choose("organisation", phrase.i)
        if choice is None or choice.cluster.place or not self._is_near(phrase, choice):
            return None
        choice.cluster.kind = ORGANIZATION
        return _unprepared(choice)

    def _is_near(self, phrase: Phrase, choice: Choice) -> bool:
        """Whether somebody was mentioned a few sentences ago at most."""
        sentences = self._doc.sentence_of(phrase.i) - self._doc.sentence_of(choice.token)
        return sentences <= _MAX_SENTENCES


def _unprepared(choice: Choice) -> Antecedent:
    return Antecedent(choice.cluster, _SURE, How.UNPREPARED, choice.score, choice.rivals)
