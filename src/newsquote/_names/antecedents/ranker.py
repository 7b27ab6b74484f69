"""A mention that points back -> whom it means most likely.

In: a mention with its candidates and their features. Out: the best, how likely it is, and who comes
next; or nobody. Why: how much each feature counts was learned from articles in which people marked
who is meant; nothing is set by hand. Gender is a soft clue from the words of the text and never an
output.
"""

from __future__ import annotations

from bisect import bisect_right
from math import exp
from typing import TYPE_CHECKING, NamedTuple

from newsquote._names.antecedents.antecedent import MAX_RIVALS, Candidate
from newsquote._names.antecedents.candidates import Candidates
from newsquote._names.antecedents.features import FAMILIES, NOBODY, features_of
from newsquote._names.antecedents.said import OUTSIDE
from newsquote.lang.kept import kept_by_pack
from newsquote.lang.weights import read_weights

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.antecedents.candidates import Situation
    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.antecedents.links import Links, Told
    from newsquote._names.identities.clusters import Cluster
    from newsquote.lang import LanguagePack

__all__ = ["WEIGHTS", "Choice", "Ranker", "weights_by_family"]

WEIGHTS = "antecedents.tsv"
"""The file of the language's weights."""
_UNIT = 100
"""The weights are hundredths of a log-odds."""
_MAX_POINTS = 3.0
"""How much a candidate of a description can stand out, or stand back."""


class Choice(NamedTuple):
    """Whom a mention means, and how likely that is."""

    cluster: Cluster
    score: float
    """In log-odds against nobody."""
    chance: float
    """From 0 to 1."""
    spoke: bool
    """Whether the last mention is the source of somebody's words."""
    rivals: tuple[Candidate, ...]

    @property
    def margin(self) -> float:
        """By how much the best is likelier than the next, or than nobody."""
        next_best = self.rivals[0].score if self.rivals else None
        return self.score - max(0.0, next_best or 0.0)


class Ranker:
    """Chooses among those who have been mentioned in one text."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._candidates = Candidates(discourse)
        self._weights, self._of_family = _tables(discourse.doc.pack)
        self._story_sentences = self._sentences_outside()

    def _sentences_outside(self) -> list[int]:
        """The sentences that do not stand inside somebody's words."""
        stretch = self._discourse.said.stretch
        found = []
        for i, j in self._discourse.doc.sentences:
            number = stretch(i)
            if number == OUTSIDE or stretch(j - 1) != number:
                found.append(i)
        return found

    def _sentence_of_story(self, token: int) -> int:
        return bisect_right(self._story_sentences, token)

    def situation(
        self, meaning: str, i: int, links: Links | None = None
    ) -> tuple[Situation, list[Told]]:
        """A mention at a token with its candidates; and the features of each, nobody's last.

        :param meaning: what the mention can mean, a key of ``MEANINGS``.
        :param links: for a description, what links it with somebody.
        """
        situation = self._candidates.situation(meaning, i, links)
        names = features_of(situation, self._sentence_of_story)
        if links is not None:
            return situation, self._told(situation, names, links)
        family = FAMILIES[meaning]
        return situation, [
            dict.fromkeys([*own, *[f"{family}: {name}" for name in own]], 1.0)
            for own in [*names, [NOBODY]]
        ]

    def _told(self, situation: Situation, names: list[list[str]], links: Links) -> list[Told]:
        """The features of a description's candidates: how they stand out, and what is told."""
        family = FAMILIES[situation.meaning]
        found = []
        for candidate, own in zip(situation.candidates, names, strict=True):
            told = dict(candidate.told)
            if candidate.seen:
                points = self._points(own, family) - self._points([NOBODY], family)
                told["stands out"] = max(-_MAX_POINTS, min(_MAX_POINTS, points))
            found.append(told)
        return [
            {f"{situation.meaning}: {name}": value for name, value in told.items()}
            for told in [*found, links.nobody()]
        ]

    def choose(self, meaning: str, i: int, links: Links | None = None) -> Choice | None:
        """Who is meant by a mention at a token; None where nobody is likelier.

        :param meaning: what the mention can mean, a key of ``MEANINGS``.
        :param links: for a description, what links it with somebody.
        """
        situation = self._candidates.situation(meaning, i, links)
        if not situation.candidates:
            return None
        names = features_of(situation, self._sentence_of_story)
        if links is None:
            family = FAMILIES[meaning]
            scores = [self._points(own, family) for own in [*names, [NOBODY]]]
        else:
            scores = list(map(self._score, self._told(situation, names, links)))
        nobody = scores.pop()
        return self._choice(situation, [score - nobody for score in scores])

    def _choice(self, situation: Situation, scores: list[float]) -> Choice | None:
        """The best of some candidates, if it is likelier than nobody."""
        order = sorted(range(len(scores)), key=lambda n: -scores[n])
        best, others = order[0], order[1 : MAX_RIVALS + 1]
        if scores[best] <= 0:
            return None
        found = situation.candidates
        meaning, i = situation.meaning, situation.token
        self._candidates.note_choice(meaning, i, found[best].cluster)
        last = found[best].last_outside()
        return Choice(
            cluster=found[best].cluster,
            score=scores[best],
            chance=_chance(scores, best),
            spoke=last is not None and last.spoke,
            rivals=tuple([Candidate(found[n].cluster, scores[n]) for n in others]),
        )

    def _points(self, names: list[str], family: str) -> float:
        """The score of features without values, in log-odds."""
        weight = self._of_family[family].get
        return sum([weight(name, 0) for name in names]) / _UNIT

    def _score(self, features: Told) -> float:
        """The score of features with values, in log-odds."""
        weight = self._weights.get
        return sum([weight(name, 0) * value for name, value in features.items()]) / _UNIT

    def subject_ahead(self, meaning: str, i: int) -> Cluster | None:
        """The subject of the same sentence that comes behind: "When she arrived, Lee said"."""
        return self._candidates.subject_ahead(meaning, i)


def weights_by_family(weights: Mapping[str, int]) -> Mapping[str, Mapping[str, int]]:
    """The weights of a pronoun's features by the family of its meaning, the common ones added."""
    found: dict[str, dict[str, int]] = {}
    for family in set(FAMILIES.values()):
        lead = f"{family}: "
        table = {name: weight for name, weight in weights.items() if ": " not in name}
        for name, weight in weights.items():
            if name.startswith(lead):
                feature = name.removeprefix(lead)
                table[feature] = table.get(feature, 0) + weight
        found[family] = table
    return found


@kept_by_pack
def _tables(
    pack: LanguagePack,
) -> tuple[Mapping[str, int], Mapping[str, Mapping[str, int]]]:
    """The weights of a language, as they are and by family."""
    weights = read_weights(pack, WEIGHTS)
    return weights, weights_by_family(weights)


def _chance(scores: list[float], best: int) -> float:
    """How likely the best is, beside the others and nobody."""
    top = scores[best]
    return 1 / (exp(-top) + sum([exp(score - top) for score in scores]))
