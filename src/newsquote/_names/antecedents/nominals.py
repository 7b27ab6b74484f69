"""A common noun -> who has been named so.

In: a phrase such as "the Norvale senator", "her lawyer", "the agency". Out: the identity that the
text describes with these words, or none. Why: after a name news text goes on with a description,
and what it takes up stands in the text: a title, an apposition, a word of the organisation's name.
What nothing in the text supports is left as it is printed.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.antecedents import pointing
from newsquote._names.antecedents.antecedent import Antecedent, best_and_rivals
from newsquote._names.antecedents.described_organisations import (
    DescribedOrganisations,
)
from newsquote._names.antecedents.described_persons import (
    KINDRED_NOUN,
    DescribedPersons,
)
from newsquote._names.how import How
from newsquote._names.phrases.records import Phrase

if TYPE_CHECKING:
    from newsquote._names.antecedents.described_persons import (
        FittingPerson,
    )
    from newsquote._names.antecedents.description_index import DescriptionIndex
    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.antecedents.owners import PronounOwners
    from newsquote._names.identities.clusters import Cluster
    from newsquote._text.ranges import Tokens
    from newsquote.lang import LanguagePack

__all__ = ["Nominals"]

_MIN_SCORE = KINDRED_NOUN - 0.5
"""A kindred noun with nothing for it but half a point against it."""
_ALONE = 3.0
"""The margin of one whom nobody else competes with."""
_SURE, _SURE_A_POINT, _SURE_A_MARGIN = 0.6, 0.08, 0.1
"""How sure a choice is, and what a point of score and one of margin add."""
_MAX_MARGIN, _MAX_SURE = 1.5, 0.95
_SURE_OF_TIE = 0.5


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _NominalWords:
    persons: frozenset[str]
    others: frozenset[str]
    """Nouns for organisations and places."""


@lru_cache(maxsize=8)
def _nominal_words(pack: LanguagePack) -> _NominalWords:
    organisations = pack.words("organisation_kinds") | pack.words("org_words")
    return _NominalWords(
        persons=pack.words("roles") | pack.words("titles"),
        others=organisations | pack.closed("places_as_people"),
    )


class Nominals:
    """Finds which named identities the common nouns of one text take up."""

    def __init__(
        self,
        discourse: Discourse,
        index: DescriptionIndex,
        pronouns: PronounOwners,
    ) -> None:
        self._discourse, self._doc = discourse, discourse.doc
        self._index, self._pronouns = index, pronouns
        self._persons = DescribedPersons(discourse)
        self._organisations = DescribedOrganisations(discourse, index)

    def named_antecedent(self, phrase: Phrase) -> Antecedent | None:
        """Whom a phrase about a common noun means among those who have a name."""
        noun, nouns = self._doc.lowers[phrase.head], _nominal_words(self._doc.pack)
        if noun in nouns.persons:
            return self._person(phrase, noun)
        if noun in nouns.others:
            return self._organisations.best_match(phrase, noun)
        return None

    def _person(self, phrase: Phrase, noun: str) -> Antecedent | None:
        """The person whom a phrase means."""
        definite = pointing.is_definite(self._discourse, phrase)
        if not definite and not pointing.may_point_ahead(self._discourse, phrase):
            return None
        if self._doc.lowers[phrase.i] in pointing.INDEFINITE_ARTICLES:
            definite = False
        scores: dict[Cluster, float] = {}
        for person in self._index.persons(noun):
            fitting = self._persons.fitting(person, phrase, noun, definite=definite)
            if fitting is None or not self._have_same_owner(phrase, fitting):
                continue
            score = self._persons.score(fitting, phrase, noun)
            if score is not None:
                scores[person] = score
        best, rivals = best_and_rivals(scores)
        if best is None or scores[best] < _MIN_SCORE:
            return None
        exact = any(told.noun == noun for told in best.descriptions)
        return Antecedent(
            best,
            _sureness(scores[best], rivals[0].score if rivals else None),
            How.DESCRIBED_SO if exact else How.KINDRED_NOUN,
            scores[best],
            rivals,
            exact,
        )

    # ------------------------------------------------------------- owners

    def _have_same_owner(self, phrase: Phrase, fitting: FittingPerson) -> bool:
        """Whether "her lawyer" and the lawyer of the text are the same woman's."""
        if phrase.owner is None:
            return True
        mine = self.owner(phrase.owner)
        if mine is fitting.person:
            return False
        owners = [self.owner(place) for place in fitting.owners]
        known = [owner for owner in owners if owner is not None]
        return mine is None or not known or mine in known

    def owner(self, owner: Tokens) -> Cluster | None:
        """Who the owner of a description is: a name, a pronoun or a noun."""
        i, j = owner
        name = self._discourse.names.at(i)
        if name is not None:
            return self._discourse.cluster_of(name)
        pack, opening = self._doc.pack, self._doc.lowers[i]
        if j - i == 1 and opening in lexicon.for_pack(pack).pronouns:
            return self._pronouns.cluster_at(i)
        if opening in pack.words("determiners"):
            words = partial(self._discourse.reader.roles.telling.beside, i, j, j - 1)
            found = self.named_antecedent(Phrase(i=i, j=j, head=j - 1, end=j, words=words))
            if found is not None:
                return found.cluster
        return self._discourse.unnamed_by_noun.get(self._doc.lowers[j - 1])


def _sureness(score: float, next_score: float | None) -> float:
    """How sure a choice is, by the score and by how far the next one stands behind."""
    margin = _ALONE if next_score is None else score - next_score
    if margin <= 0:
        return _SURE_OF_TIE
    sureness = _SURE + _SURE_A_POINT * score + _SURE_A_MARGIN * min(margin, _MAX_MARGIN)
    return min(_MAX_SURE, sureness)
