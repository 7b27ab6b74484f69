"""A common noun -> who has been named so, or is meant so.

In: a phrase such as "the Norvale senator", "her lawyer", "the agency". Out: the identity that it
takes up, or none. Why: after a name news text goes on with a description. What it takes up mostly
stands in the text: a title, an apposition, a word of the organisation's name; where nothing has
prepared it, it may be whoever stands out. How much each of these counts was learned.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.antecedents import pointing
from newsquote._names.antecedents.antecedent import Antecedent
from newsquote._names.antecedents.links import KINDRED, NONE, SAME, Links
from newsquote._names.how import How
from newsquote._names.phrases.records import Phrase
from newsquote._names.records import PERSON
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._names.antecedents.description_index import DescriptionIndex
    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.antecedents.owners import PronounOwners
    from newsquote._names.antecedents.ranker import Choice, Ranker
    from newsquote._names.identities.clusters import Cluster
    from newsquote._text.ranges import Tokens
    from newsquote.lang import LanguagePack

__all__ = ["Nominals"]

_MAX_SURE, _SURE_OF_TERRITORY = 0.95, 0.6
_MAX_PLACES = 60
"""How many names before "the country" are looked at, the nearest."""
_PARAGRAPHS_BACK = 2
"""How far "the country" reaches."""
_ARTICLE_AND_NOUN = 2


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _NominalWords:
    persons: frozenset[str]
    others: frozenset[str]
    """Nouns for organisations."""
    trades: frozenset[str]
    """Nouns for organisations whose names mostly do not say so: "the company"."""
    territories: frozenset[str]
    """Nouns for places that act: "the country"."""
    clubs: frozenset[str]
    """Nouns for those who play under the name of their town: "the club"."""
    cities: frozenset[str]


@kept_by_pack
def _nominal_words(pack: LanguagePack) -> _NominalWords:
    return _NominalWords(
        persons=pack.words("roles") | pack.words("titles"),
        others=pack.words("organisation_kinds") | pack.words("org_words"),
        trades=pack.closed("bodies_by_trade"),
        territories=pack.closed("places_as_people"),
        clubs=pack.closed("teams") | {"club"},
        cities=pack.words("cities"),
    )


class Nominals:
    """Finds which named identities the common nouns of one text take up."""

    def __init__(
        self,
        discourse: Discourse,
        index: DescriptionIndex,
        ranker: Ranker,
        pronouns: PronounOwners,
    ) -> None:
        self._discourse, self._doc = discourse, discourse.doc
        self._index, self._ranker, self._pronouns = index, ranker, pronouns
        self._states = lexicon.for_pack(discourse.doc.pack).states

    def named_antecedent(self, phrase: Phrase) -> Antecedent | None:
        """Whom a phrase about a common noun means among those who have a name."""
        noun, nouns = self._doc.lowers[phrase.head], _nominal_words(self._doc.pack)
        way = pointing.way_of(self._discourse, phrase)
        if way is None:
            return None
        if noun in nouns.territories:
            return self._territory(phrase, noun)
        if noun in nouns.persons:
            return self._described(phrase, way, "person")
        if noun in nouns.trades:
            return self._described(phrase, way, "company")
        return self._described(phrase, way, "organisation") if noun in nouns.others else None

    def _described(self, phrase: Phrase, way: str, meaning: str) -> Antecedent | None:
        """Whoever a description means most likely."""
        links = Links(self._discourse, self._index, phrase, way, self.owner)
        choice = self._ranker.choose(meaning, phrase.i, links)
        noun = self._doc.lowers[phrase.head]
        if choice is None or (meaning == "organisation" and self._is_town(choice.cluster, noun)):
            return None
        level = links.level(choice.cluster)
        if meaning != "organisation" and level == NONE:
            self._index.learn(choice.cluster, noun, phrase.words)
        return Antecedent(
            choice.cluster,
            min(_MAX_SURE, choice.chance),
            _how(choice, level),
            choice.score,
            choice.rivals,
        )

    def _is_town(self, cluster: Cluster, noun: str) -> bool:
        """Whether somebody is a town by all that is told, which no noun but a club's can mean."""
        words = _nominal_words(self._doc.pack)
        if noun in words.clubs or cluster.descriptions:
            return False
        return all(" ".join(form).casefold() in words.cities for form in cluster.forms)

    def _territory(self, phrase: Phrase, noun: str) -> Antecedent | None:
        """The country, state or city that "the country" means: the one that was named last."""
        if phrase.j - phrase.i > _ARTICLE_AND_NOUN or phrase.words():
            return None
        paragraph = max(0, self._discourse.paragraph_of(phrase.i) - _PARAGRAPHS_BACK)
        lowest = self._doc.paragraph_tokens[paragraph][0]
        for name in reversed(self._discourse.names.between(lowest, phrase.i, _MAX_PLACES)):
            cluster = self._discourse.cluster_of(name) if name.place else None
            if cluster is not None and (noun != "state" or self._is_state(cluster)):
                return Antecedent(cluster, _SURE_OF_TERRITORY, How.TERRITORY)
        return None

    def _is_state(self, cluster: Cluster) -> bool:
        return any(" ".join(form) in self._states for form in cluster.forms)

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


def _how(choice: Choice, level: str) -> How:
    """What links a description with whom it means."""
    if level == NONE:
        return How.UNPREPARED
    if choice.cluster.kind != PERSON:
        return How.WORD_OF_NAME
    return {SAME: How.DESCRIBED_SO, KINDRED: How.KINDRED_NOUN}[level]
