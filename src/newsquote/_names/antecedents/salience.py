"""A pronoun -> who stands out most before it.

In: who has been mentioned, place by place, up to a pronoun. Out: whoever fits it best, how far the
next stands behind, and who those are. Why: "she" takes up the woman who was spoken of last as a
subject or who spoke last; a name inside somebody's words, an owner or an object stands back; each
sentence that goes by counts against it. Gender is a soft clue from the words of the text and never
an output.
"""

from __future__ import annotations

from bisect import bisect_left
from math import log2
from typing import TYPE_CHECKING, NamedTuple

from newsquote._names.antecedents.antecedent import MAX_RIVALS, Candidate
from newsquote._names.antecedents.clause_places import SUBJECT, ClausePlaces
from newsquote._names.antecedents.said import OUTSIDE
from newsquote._names.records import PERSON
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.identities.clusters import Cluster

__all__ = ["GENDERS", "Choice", "Salience"]

# Weights are in one unit, in which a sentence that goes by counts 0.7.
_SPOKE = 1.2
"""Whoever says something stands out more than other subjects."""
_SAME_SENTENCE = 0.6
"""The subject of the very sentence stands out."""
_QUOTED = -1.2
"""A name inside somebody's words, seen from outside of them."""
_SENTENCE, _QUOTED_SENTENCE, _PARAGRAPH = 0.7, 0.25, 0.35
"""What a sentence counts, one inside somebody's words, and the start of a paragraph."""
_SAME_GENDER, _OTHER_GENDER, _NO_NAME = 0.6, -1.2, -0.5
"""What clues to a gender count, and neither clue nor name."""
_SEVERAL, _NOT_SEVERAL = 0.8, -1.0
"""For "they": a group or a joint source, and a person or a place."""
_PLACE = -0.5
"""For "it" and "the company"."""
_OFTEN, _MAX_DOUBLINGS = 0.2, 3.0
"""What each doubling of the mentions counts, and how many doublings do."""
_FIRM_CLUES = 2
"""From this weight on, clues to a gender exclude the other one."""
_MAX_MARGIN = 3.0
"""The margin of one whom nobody comes near."""
_MIN_SCORE = -2.2
"""Whoever stands out less is not meant."""
_MAX_PARAGRAPHS = 3
"""How many paragraphs back a pronoun may reach."""
_MAX_MENTIONS = 40
"""How many mentions are looked at for one pronoun, the latest."""
_MAX_NAMES_AHEAD = 3

GENDERS = frozenset(("m", "f"))
_KINDS = {
    "m": frozenset((SpeakerKind.PERSON, SpeakerKind.UNNAMED)),
    "f": frozenset((SpeakerKind.PERSON, SpeakerKind.UNNAMED)),
    "person": frozenset((SpeakerKind.PERSON,)),
    "organisation": frozenset((SpeakerKind.ORGANIZATION,)),
    "plural": frozenset((SpeakerKind.GROUP, SpeakerKind.ORGANIZATION)),
    "thing": frozenset((SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT)),
}
"""The kinds that each meaning of a pronoun, or of an unprepared noun, goes with."""

_Scored = tuple[float, "Cluster", int]
"""A score, whose it is, and the number of the mention: a plain tuple, since many are made."""


class Choice(NamedTuple):
    """Whom a pronoun means, and how far the next stands behind."""

    cluster: Cluster
    score: float
    margin: float
    token: int
    """Where the mention begins that stands out."""
    spoke: bool
    """Whether that mention is the source of somebody's words."""
    rivals: tuple[Candidate, ...]


class Salience:
    """Chooses among those who have been mentioned in one text."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse, self._doc = discourse, discourse.doc
        self._places = ClausePlaces(discourse.doc, discourse.names)
        self._weighed: dict[int, tuple[float, int]] = {}
        """What mentions weigh, and in which of somebody's words they stand, once looked back at."""
        self._distances = self._sentence_distances()

    def _sentence_distances(self) -> list[float]:
        """How far each sentence is from the start of the text."""
        doc, stretch = self._doc, self._discourse.said.stretch
        distances: list[float] = []
        total, last = 0.0, 0
        for (i, j), paragraph in zip(doc.sentences, doc.sentence_paragraphs, strict=True):
            number = stretch(i)
            inside = number != OUTSIDE and stretch(j - 1) == number
            begins = paragraph != last
            total += (_QUOTED_SENTENCE if inside else _SENTENCE) + _PARAGRAPH * begins
            last = paragraph
            distances.append(total)
        return distances

    # ------------------------------------------------------------- choosing

    def choose(self, meaning: str, i: int) -> Choice | None:
        """Who fits a pronoun at a token and stands out most before it.

        :param meaning: what the pronoun can mean, a key of ``_KINDS``.
        """
        ranked = self._ranked(meaning, i)
        if not ranked or ranked[0][0] < _MIN_SCORE:
            return None
        score, cluster, n = ranked[0]
        others = ranked[1 : MAX_RIVALS + 1]
        _, spoke, _ = self._discourse.mention_places[n]
        return Choice(
            cluster=cluster,
            score=score,
            margin=score - others[0][0] if others else _MAX_MARGIN,
            token=self._discourse.mention_tokens[n],
            spoke=spoke,
            rivals=tuple([Candidate(rival, points) for points, rival, _ in others]),
        )

    def _ranked(self, meaning: str, i: int) -> list[_Scored]:
        """Everybody who fits, each by the mention that stands out most, the best first."""
        doc, distances, mentioned = (
            self._doc,
            self._distances,
            self._discourse.mentioned,
        )
        tokens, sentences = self._discourse.mention_tokens, doc.token_sentences
        sentence = sentences[i]
        here, begin = distances[sentence], doc.sentences[sentence][0]
        lowest, stretch = (
            self._lowest_token(sentence),
            self._discourse.said.stretch(i),
        )
        fits: dict[Cluster, float | None] = {}
        best: dict[Cluster, _Scored] = {}
        last = bisect_left(tokens, i)
        for n in range(max(0, last - _MAX_MENTIONS), last):
            token, cluster = tokens[n], mentioned[n]
            if token < lowest:
                continue
            if cluster not in fits:
                fits[cluster] = self._fit(cluster, meaning)
            fit = fits[cluster]
            if fit is None:
                continue
            weight, inside = self._weighed.get(n) or self._weigh(n)
            score = weight - (here - distances[sentences[token]])
            if inside in (OUTSIDE, stretch):
                if token >= begin and weight >= SUBJECT:
                    score += _SAME_SENTENCE
                score += fit
            else:
                score += fit + _QUOTED
            if cluster not in best or best[cluster][0] < score:
                best[cluster] = score, cluster, n
        return sorted(best.values(), key=lambda scored: -scored[0])

    def _lowest_token(self, sentence: int) -> int:
        """The first token that a pronoun in a sentence may reach back to."""
        paragraph = self._doc.sentence_paragraphs[sentence]
        return self._doc.paragraph_tokens[max(0, paragraph - _MAX_PARAGRAPHS)][0]

    def _weigh(self, n: int) -> tuple[float, int]:
        """What the place of a mention says, and which stretch of somebody's words it is in."""
        i = self._discourse.mention_tokens[n]
        j, spoke, headline = self._discourse.mention_places[n]
        weight = SUBJECT + _SPOKE if spoke else self._places.weight(i, j)
        self._weighed[n] = weight - headline, self._discourse.said.stretch(i)
        return self._weighed[n]

    # ------------------------------------------------------------- fitting

    def _fit(self, cluster: Cluster, meaning: str) -> float | None:
        """What a cluster itself says for a meaning; None if it cannot be meant."""
        if cluster.kind not in _KINDS[meaning] and not _may_be_body(cluster, meaning):
            return None
        if not _may_have_gender(cluster, meaning):
            return None
        often = _OFTEN * min(_MAX_DOUBLINGS, log2(1 + len(cluster.mentions)))
        if meaning in GENDERS:
            return _gender_fit(cluster, meaning, often)
        if meaning == "person":
            return often
        if meaning != "plural":
            return often + (_PLACE if cluster.place else 0.0)
        if cluster.kind == SpeakerKind.GROUP or cluster.members:
            return often + _SEVERAL
        return often + (_NOT_SEVERAL if cluster.place or cluster.kind == PERSON else 0.0)

    def subject_ahead(self, meaning: str, i: int) -> Cluster | None:
        """The subject of the same sentence that comes behind: "When she arrived, Lee said"."""
        end = self._doc.sentences[self._doc.sentence_of(i)][1]
        for name in self._discourse.names.between(i + 1, end)[:_MAX_NAMES_AHEAD]:
            cluster = self._discourse.cluster_of(name)
            if cluster is None or cluster.kind not in _KINDS[meaning]:
                continue
            if _may_have_gender(cluster, meaning):
                is_subject = self._places.weight(name.i, name.j) == SUBJECT
                return cluster if is_subject else None
        return None


def _may_be_body(cluster: Cluster, meaning: str) -> bool:
    """Whether a meaning goes with bodies, and a person by form alone may be one."""
    return meaning in {"organisation", "plural"} and cluster.is_doubtful_person


def _may_have_gender(cluster: Cluster, meaning: str) -> bool:
    """Whether no firm clue tells the other gender."""
    if meaning not in GENDERS:
        return True
    gender = cluster.gender
    return gender in {"", meaning} or cluster.genders[gender] < _FIRM_CLUES


def _gender_fit(
    cluster: Cluster,
    meaning: str,
    often: float,
) -> float:
    """How well somebody goes with "he" or "she"."""
    gender = cluster.gender
    if gender:
        return often + (_SAME_GENDER if gender == meaning else _OTHER_GENDER)
    return often + (0.0 if cluster.named else _NO_NAME)
