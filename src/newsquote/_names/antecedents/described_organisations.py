"""A description of an organisation -> the organisation, or the place, that it means.

In: a phrase such as "the agency" or "the country", and those whom its noun may mean. Out: the best
of them, or none. Why: "the agency" takes up a word of the organisation's name, and "the country"
the one that was named last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names import lexicon
from newsquote._names.antecedents import pointing
from newsquote._names.antecedents.antecedent import Antecedent, best_and_rivals
from newsquote._names.antecedents.described_persons import (
    KINDRED_NOUN,
    SAME_NOUN,
    comes_soon,
    nearness,
)
from newsquote._names.how import How
from newsquote._names.records import ORGANIZATION

if TYPE_CHECKING:
    from newsquote._names.antecedents.description_index import DescriptionIndex
    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.identities.clusters import Cluster
    from newsquote._names.phrases.records import Phrase

__all__ = ["DescribedOrganisations"]

_SHARED_WORD, _STRANGE_WORD = 0.7, -1.0
"""For each other word of the phrase that is told of the organisation, and each that is not."""
_MIN_SCORE = 1.0
_MIN_KINDRED_NEARNESS = 0.6
"""A kindred noun reaches back only a few paragraphs, unless another word is shared."""
_MAX_PLACES = 60
"""How many names before "the country" are looked at, the nearest."""
_PARAGRAPHS_BACK = 2
"""How far "the country" reaches."""
_ARTICLE_AND_NOUN = 2
_SURE, _SURE_OF_TERRITORY = 0.8, 0.6


class DescribedOrganisations:
    """Finds the organisations and places that the common nouns of one text take up."""

    def __init__(self, discourse: Discourse, index: DescriptionIndex) -> None:
        self._discourse, self._doc, self._index = discourse, discourse.doc, index
        made = lexicon.for_pack(discourse.doc.pack)
        self._kindred, self._states = made.organisation_kinds, made.states

    def best_match(self, phrase: Phrase, noun: str) -> Antecedent | None:
        """The organisation that a phrase means."""
        definite = phrase.owner is None and pointing.is_definite(self._discourse, phrase)
        if not definite and not self._may_be_bare(phrase):
            return None
        if noun in self._doc.pack.closed("places_as_people"):
            return self._territory(phrase, noun)
        scores: dict[Cluster, float] = {}
        for word in (noun, *sorted(self._kindred.get(noun, ()))):
            level = SAME_NOUN if word == noun else KINDRED_NOUN
            for cluster in self._index.others(word):
                score = self._score(cluster, phrase, level, definite=definite)
                if score is not None:
                    scores.setdefault(cluster, score)
        best, rivals = best_and_rivals(scores)
        if best is None or scores[best] < _MIN_SCORE:
            return None
        return Antecedent(best, _SURE, How.WORD_OF_NAME, scores[best], rivals)

    def _may_be_bare(self, phrase: Phrase) -> bool:
        """Whether a phrase without "the" may point ahead: in a headline, or with "a" in a lead."""
        if pointing.in_headline(self._discourse, phrase):
            return True
        indefinite = self._doc.lowers[phrase.i] in pointing.INDEFINITE_ARTICLES
        return indefinite and pointing.may_point_ahead(self._discourse, phrase)

    def _score(
        self,
        cluster: Cluster,
        phrase: Phrase,
        level: float,
        *,
        definite: bool,
    ) -> float | None:
        """How well a phrase fits an organisation; None where it cannot mean it."""
        if cluster.kind != ORGANIZATION or cluster.place:
            return None
        at = self._doc.starts[phrase.i]
        if not self._is_in_reach(cluster, phrase, at, definite=definite):
            return None
        known = set(cluster.about)
        for form in cluster.forms:
            known.update(map(str.lower, form))
        if not self._are_names_known(phrase, known):
            return None
        known |= {word.rstrip("s") for word in known}
        words = phrase.words()
        shared = sum(word in known or word.rstrip("s") in known for word in words)
        last = cluster.last_before(at)
        near = nearness(self._discourse, last, at)
        if level < SAME_NOUN and not shared and (last < 0 or near < _MIN_KINDRED_NEARNESS):
            return None
        strange = len(words) - shared
        return level + _SHARED_WORD * shared + _STRANGE_WORD * strange + near

    def _is_in_reach(
        self,
        cluster: Cluster,
        phrase: Phrase,
        at: int,
        *,
        definite: bool,
    ) -> bool:
        """Whether a phrase can point back at an organisation, or ahead."""
        if 0 <= cluster.named_at < at:
            return definite or pointing.in_headline(self._discourse, phrase)
        ahead = pointing.may_point_ahead(self._discourse, phrase)
        return ahead and comes_soon(self._discourse, cluster, at)

    def _are_names_known(self, phrase: Phrase, known: set[str]) -> bool:
        """Whether every name before the noun is told of an organisation."""
        names = self._discourse.names.between(phrase.i, phrase.head)
        return all(self._doc.lowers[name.j - 1] in known for name in names)

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
