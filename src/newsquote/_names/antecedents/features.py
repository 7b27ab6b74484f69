"""Those whom a mention may mean -> the features of each.

In: a mention that points back, with its candidates. Out: a list of feature names for each
candidate, in their order. Why: a linear ranker adds up a weight for each;
the table here is what training, a parse and the documentation read.
"""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from newsquote._names.antecedents.candidates import GENDERS
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsquote._names.antecedents.candidates import Evidence, Seen, Situation

__all__ = ["FAMILIES", "FEATURES", "NOBODY", "features_of"]

FEATURES = {
    "gender": "the words of the text tell the same gender, the other, or none; or there is no name",
    "kind": "person, organization, group, document, or somebody without a name",
    "place-name": "the name is a place's, with the place of the last mention in its clause",
    "doubtful": "nothing but a sentence's head gives the word its capital",
    "form alone": "nothing but the form of the name says that it is a person's",
    "several": "several who speak as one",
    "times": "how often they were mentioned, in doublings",
    "last": "the last mention outside of quotations: paragraphs back, and its place in the clause",
    "sentences": "how many sentences outside of quotations lie between it and the pronoun",
    "near": "the same count up to two, with the place in the clause",
    "heard": "every mention in reach stands inside somebody's words",
    "here": "the places that the candidate has in the pronoun's own paragraph",
    "opens": "the candidate is the first of all to be named in this paragraph",
    "new": "the candidate was never mentioned before this paragraph",
    "spoke": "how many paragraphs ago the candidate last spoke",
    "latest": "the rank among the candidates by the latest mention outside of quotations",
    "subject": "the rank among them by the latest mention as a subject or speaker",
    "speaker": "the rank among them by the latest words that each said",
    "chain": "the last pronoun like it meant the candidate; how many paragraphs ago",
    "alone here": "no other candidate stands in this paragraph outside of quotations",
    "with others here": "the candidate and others do",
    "others here": "only others do",
    "nobody here": "no candidate does",
    "nobody": "none of the candidates: what each candidate is weighed against",
}
"""Every feature of a pronoun's candidates, and what it says.

Each has a weight for all pronouns, and one for each meaning.
"""

_MAX_TIMES, _MAX_PARAGRAPHS, _MAX_SENTENCES, _MAX_RANK = 3, 3, 4, 3
_MAX_CLUES, _FAR = 2, 2
"""The last value of each count; what lies beyond counts as that."""
NOBODY = "nobody"
"""The only feature of there being nobody."""
FAMILIES = {
    "m": "he",
    "f": "he",
    "person": "he",
    "organisation": "it",
    "company": "it",
    "plural": "they",
    "thing": "it",
}
"""The meanings that share their weights."""


def features_of(situation: Situation, sentence_of_story: Callable[[int], int]) -> list[list[str]]:
    """The features of every candidate.

    :param sentence_of_story: how many sentences outside of quotations lie before a token.
    """
    lasts = [one.last_outside() for one in situation.candidates]
    ranks = _Ranks(situation, lasts)
    at = sentence_of_story(situation.token)
    found = []
    for n, (candidate, last) in enumerate(zip(situation.candidates, lasts, strict=True)):
        names = _of_itself(candidate, situation.meaning)
        if last is None:
            names.append("far")
            found.append(names)
            continue
        sentences = min(_MAX_SENTENCES, max(0, at - sentence_of_story(last.token)))
        back = min(_MAX_PARAGRAPHS, situation.paragraph - last.paragraph)
        names.append(f"last {back} {_role(last)}")
        names.append(f"sentences {sentences}")
        names.append(f"near {min(_FAR, sentences)} {_role(last)}")
        if candidate.cluster.place:
            names.append(f"place-name {_role(last)}")
        names += _of_paragraph(candidate, situation)
        names += ranks.features(n)
        names += _of_chain(candidate, situation)
        found.append(names)
    return found


def _role(seen: Seen) -> str:
    """The part that a mention has in its sentence."""
    if seen.heard:
        return "heard"
    return "speaker" if seen.spoke else seen.place


def _of_itself(candidate: Evidence, meaning: str) -> list[str]:
    """What a candidate is, wherever it stands."""
    cluster = candidate.cluster
    named = "named" if cluster.named else "unnamed"
    names = [f"kind {cluster.kind.value} {named}"]
    if meaning in GENDERS:
        gender = cluster.gender
        if gender:
            told = "same" if gender == meaning else "other"
            names.append(f"gender {told} {min(_MAX_CLUES, cluster.genders[gender])}")
        else:
            names.append("gender none" if cluster.named else "gender unnamed")
    if cluster.is_doubtful_person:
        names.append("form alone")
    if candidate.seen and all(one.doubtful for one in candidate.seen):
        names.append("doubtful")
    if cluster.members or cluster.kind == SpeakerKind.GROUP:
        names.append("several")
    names.append(f"times {min(_MAX_TIMES, int(log2(1 + len(cluster.mentions))))}")
    return names


def _of_paragraph(candidate: Evidence, situation: Situation) -> list[str]:
    """What a candidate does in the pronoun's own paragraph, and when it spoke."""
    names = []
    here = [one for one in candidate.seen if one.paragraph == situation.paragraph]
    roles = {_role(one) for one in here}
    names += [f"here {role}" for role in sorted(roles)]
    if all(one.heard for one in candidate.seen):
        names.append("heard")
    if here and len(here) == len(candidate.seen) and len(candidate.cluster.mentions) <= len(here):
        names.append("new")
    spoke = [one.paragraph for one in candidate.seen if one.spoke]
    back = min(_MAX_PARAGRAPHS, situation.paragraph - spoke[-1]) if spoke else "never"
    names.append(f"spoke {back}")
    return names


def _of_chain(candidate: Evidence, situation: Situation) -> list[str]:
    if situation.previous is None or situation.previous[0] is not candidate.cluster:
        return []
    back = min(_MAX_PARAGRAPHS, situation.paragraph - situation.previous[1])
    return [f"chain {back}"]


class _Ranks:
    """The candidates of one mention beside one another."""

    def __init__(self, situation: Situation, lasts: list[Seen | None]) -> None:
        self._situation = situation
        candidates = situation.candidates
        self._latest = _ranked([-1 if last is None or last.heard else last.token for last in lasts])
        self._subject = _ranked([_last(one, _stands_out) for one in candidates])
        self._speaker = _ranked([_last(one, _speaks) for one in candidates])
        paragraph = situation.paragraph
        self._here = [
            any(seen.paragraph == paragraph and not seen.heard for seen in one.seen)
            for one in candidates
        ]
        self._opening = self._opens()

    def _opens(self) -> int:
        """The number of the candidate who is named first in the paragraph."""
        first, found = -1, -1
        for n, one in enumerate(self._situation.candidates):
            for seen in one.seen:
                if seen.paragraph == self._situation.paragraph and not seen.heard:
                    if first < 0 or seen.token < first:
                        first, found = seen.token, n
                    break
        return found

    def features(self, n: int) -> list[str]:
        names = [
            f"latest {self._latest[n]}",
            f"subject {self._subject[n]}",
            f"speaker {self._speaker[n]}",
        ]
        if n == self._opening:
            names.append("opens")
        count = sum(self._here)
        if self._here[n]:
            names.append("alone here" if count == 1 else "with others here")
        else:
            names.append("nobody here" if not count else "others here")
        return names


def _stands_out(seen: Seen) -> bool:
    return not seen.heard and seen.stands_out


def _speaks(seen: Seen) -> bool:
    return seen.spoke


def _last(candidate: Evidence, fits: Callable[[Seen], bool]) -> int:
    """The token of the last mention that fits, -1 if none does."""
    for seen in reversed(candidate.seen):
        if fits(seen):
            return seen.token
    return -1


def _ranked(tokens: list[int]) -> list[str]:
    """The rank of each by the latest token; "none" for those without one."""
    order = sorted(range(len(tokens)), key=lambda n: -tokens[n])
    ranks = [""] * len(tokens)
    for rank, n in enumerate(order):
        ranks[n] = "none" if tokens[n] < 0 else str(min(_MAX_RANK, rank))
    return ranks
