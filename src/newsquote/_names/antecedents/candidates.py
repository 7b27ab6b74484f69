"""A mention that points back -> those it may mean, each with what the text shows of them.

In: who has been mentioned, place by place, up to a pronoun or description. Out: a candidate for
each somebody of a kind that it can mean. Why: what is weighed is gathered in one place, so that
training and a parse see the same. What is quoted of the very mention counts for nothing: in
"“Crime is down,” he said" the first word is not "he". What is told of it may well be about it: "The
firm would close, it said".
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import attrs

from newsquote._names.antecedents.clause_places import SUBJECT, ClausePlaces
from newsquote._names.antecedents.said import OUTSIDE
from newsquote._names.records import PERSON
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.antecedents.links import Links, Told
    from newsquote._names.identities.clusters import Cluster

__all__ = ["GENDERS", "MEANINGS", "Candidates", "Evidence", "Seen", "Situation"]

_MAX_PARAGRAPHS = 3
"""How many paragraphs back a pronoun may reach."""
_MAX_MENTIONS = 40
"""How many mentions are looked at for one pronoun, the latest."""
_MAX_NAMES_AHEAD = 3
"""How many names behind a pronoun are looked at for the subject that it points ahead to."""
_FIRM_CLUES = 2
"""From this weight on, clues to a gender exclude the other one."""
GENDERS = frozenset(("m", "f"))
MEANINGS = {
    "m": frozenset((SpeakerKind.PERSON, SpeakerKind.UNNAMED)),
    "f": frozenset((SpeakerKind.PERSON, SpeakerKind.UNNAMED)),
    "person": frozenset((SpeakerKind.PERSON,)),
    "organisation": frozenset((SpeakerKind.ORGANIZATION,)),
    "company": frozenset((SpeakerKind.ORGANIZATION, SpeakerKind.OTHER)),
    "plural": frozenset((SpeakerKind.GROUP, SpeakerKind.ORGANIZATION)),
    "thing": frozenset((SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT, SpeakerKind.OTHER)),
}
"""The kinds that each meaning of a pronoun, or of an unprepared noun, goes with."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Seen:
    """One mention of a candidate."""

    token: int
    paragraph: int
    place: str
    spoke: bool
    """Whether it is the source of somebody's words."""
    heard: bool
    """Whether it stands in somebody's words, and the pronoun outside of them."""
    doubtful: bool
    """Whether it has its capital from a sentence's head, and may be no name."""

    @property
    def stands_out(self) -> bool:
        """Whether it speaks, or is a subject."""
        return self.spoke or self.place == SUBJECT


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Evidence:
    """Somebody whom a mention may mean, with the mentions of them before it."""

    cluster: Cluster
    seen: list[Seen]
    """In text order; none for somebody whom a description takes up from afar."""
    told: Told = attrs.field(factory=dict)
    """The features of what links a description with them."""

    def last_outside(self) -> Seen | None:
        """The last mention outside of somebody's words, else the last of all."""
        for one in reversed(self.seen):
            if not one.heard:
                return one
        return self.seen[-1] if self.seen else None


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Situation:
    """A mention that points back, and those it may mean."""

    token: int
    meaning: str
    paragraph: int
    previous: tuple[Cluster, int] | None
    """Whom the last pronoun like it meant, and in which paragraph that stood."""
    candidates: list[Evidence]


class Candidates:
    """Gathers whom the mentions of one text may mean."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse, self._doc = discourse, discourse.doc
        self._places = ClausePlaces(discourse.doc, discourse.names)
        self._stretches: list[int] = []
        """Of the mentions so far, in which of somebody's words each stands."""
        self._made: tuple[dict[int, Seen], dict[int, Seen]] = ({}, {})
        """The mentions that were looked at, outside of somebody's words and inside."""
        self._previous: dict[str, tuple[Cluster, int]] = {}

    def situation(self, meaning: str, i: int, links: Links | None = None) -> Situation:
        """A mention at a token, and all that it may mean.

        :param meaning: what it can mean, a key of ``MEANINGS``.
        :param links: for a description, what links it with somebody.
        """
        doc, discourse = self._doc, self._discourse
        paragraph = doc.sentence_paragraphs[doc.token_sentences[i]]
        lowest = doc.paragraph_tokens[max(0, paragraph - _MAX_PARAGRAPHS)][0]
        own, around = discourse.said.spoken_by(i), discourse.said.stretch(i)
        tokens = discourse.mention_tokens
        last = bisect_left(tokens, i)
        stretches = self._stretches_up_to(last)
        gathered: dict[Cluster, list[Seen] | None] = {}
        for n in range(max(0, last - _MAX_MENTIONS), last):
            if tokens[n] < lowest:
                continue
            cluster = discourse.mentioned[n]
            if cluster not in gathered:
                gathered[cluster] = [] if _may_be(cluster, meaning) else None
            seen, stretch = gathered[cluster], stretches[n]
            if seen is None or own.get(stretch, False) or self._is_inside_source(n):
                continue
            heard = stretch not in (OUTSIDE, around) and stretch not in own
            seen.append(self._made[heard].get(n) or self._seen(n, heard=heard))
        near = {one: seen for one, seen in gathered.items() if seen}
        if links is None:
            found = [Evidence(cluster=one, seen=seen) for one, seen in near.items()]
        else:
            found = _described(meaning, near, links)
        return Situation(
            token=i,
            meaning=meaning,
            paragraph=paragraph,
            previous=self._previous.get(meaning),
            candidates=found,
        )

    def _is_inside_source(self, n: int) -> bool:
        """Whether a mention is the name inside a source, which is noted before it as a whole."""
        discourse = self._discourse
        if not n or discourse.mentioned[n - 1] is not discourse.mentioned[n]:
            return False
        end, spoke = discourse.mention_places[n - 1]
        return spoke and discourse.mention_tokens[n] < end

    def note_choice(self, meaning: str, i: int, cluster: Cluster) -> None:
        """Note whom a pronoun means, for the next one like it."""
        self._previous[meaning] = cluster, self._discourse.paragraph_of(i)

    def _stretches_up_to(self, last: int) -> list[int]:
        """In which of somebody's words each mention stands, of those before a number at least."""
        stretches = self._stretches
        for token in self._discourse.mention_tokens[len(stretches) : last]:
            stretches.append(self._discourse.said.stretch(token))
        return stretches

    def _seen(self, n: int, *, heard: bool) -> Seen:
        """A mention, made once for each way of being heard."""
        doc, i = self._doc, self._discourse.mention_tokens[n]
        j, spoke = self._discourse.mention_places[n]
        name = self._discourse.names.at(i)
        found = self._made[heard][n] = Seen(
            token=i,
            paragraph=doc.sentence_paragraphs[doc.token_sentences[i]],
            place=self._places.place(i, j),
            spoke=spoke,
            heard=heard,
            doubtful=name is not None and name.doubtful,
        )
        return found

    def subject_ahead(self, meaning: str, i: int) -> Cluster | None:
        """The subject of the same sentence that comes behind: "When she arrived, Lee said"."""
        end = self._doc.sentences[self._doc.sentence_of(i)][1]
        for name in self._discourse.names.between(i + 1, end)[:_MAX_NAMES_AHEAD]:
            cluster = self._discourse.cluster_of(name)
            if cluster is not None and _may_be(cluster, meaning):
                is_subject = self._places.place(name.i, name.j) == SUBJECT
                return cluster if is_subject else None
        return None


def _described(meaning: str, near: Mapping[Cluster, list[Seen]], links: Links) -> list[Evidence]:
    """Those whom a description may mean: whoever was mentioned, or is called so anywhere."""
    found = []
    for cluster in {**near, **dict.fromkeys(links.prepared(meaning))}:
        told = links.features(cluster) if cluster.named and not cluster.members else None
        if told is not None:
            found.append(Evidence(cluster=cluster, seen=near.get(cluster, []), told=told))
    return found


def _may_be(cluster: Cluster, meaning: str) -> bool:
    """Whether somebody is of a kind that a mention can mean, and no firm clue tells otherwise."""
    if cluster.kind not in MEANINGS[meaning]:
        # Nothing but the form of the name may say that it is a person's.
        bodies = meaning in {"company", "organisation", "plural", "thing"}
        return bodies and cluster.kind == PERSON and cluster.is_doubtful_person
    if meaning not in GENDERS:
        return True
    gender = cluster.gender
    return gender in {"", meaning} or cluster.genders[gender] < _FIRM_CLUES
