"""Identities in the making -> the room's records.

In: whom each mention means, and how that was found. Out: ``People``: the identities in the order
of first mention, each with the fullest name, a role and an affiliation. Why: gathering and handing
over are two things; what is handed over is decided here alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names.antecedents.antecedent import Antecedent
from newsquote._names.how import How
from newsquote._names.records import ORGANIZATION, PERSON, Identity, People, Resolution, Rival
from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.antecedents.antecedent import Candidate
    from newsquote._names.identities.clusters import Cluster
    from newsquote._names.identities.known import KnownPeople
    from newsquote._names.roles.descriptions import Description
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Tokens

__all__ = ["Answer", "people_of"]

_WORDS_OF_BODY = 3
"""How many words a name behind "with" has that is more likely a body's than a person's."""

Answer = Antecedent | How
"""Whom a mention means, or why nobody is meant."""


def people_of(
    doc: Doc,
    answers: Mapping[Chars, Answer],
    known: KnownPeople,
    of_name: Mapping[int, Cluster],
) -> People:
    """The people of a text.

    :param known: those whom the caller knows.
    :param of_name: whose name begins at a token.
    """
    for cluster in {answer.cluster for answer in answers.values() if not isinstance(answer, How)}:
        _drop_persons(doc, cluster, of_name)
    made: dict[Cluster, Identity] = {}
    resolutions = {
        where: _resolution(doc, where, answer, known, made) for where, answer in answers.items()
    }
    behind_all = len(doc.text), 0
    order = sorted(
        made.values(),
        key=lambda identity: (
            min(identity.mentions, default=behind_all),
            len(identity.members),
        ),
    )
    return People(identities=tuple(order), resolutions=resolutions)


def _drop_persons(doc: Doc, cluster: Cluster, of_name: Mapping[int, Cluster]) -> None:
    """Keep of what is told of somebody no affiliation that is another person."""
    for one in (cluster, *cluster.members):
        told = one.descriptions
        if any(_is_of_person(doc, description, of_name, one) for description in told):
            one.descriptions = [
                attrs.evolve(description, affiliation=None)
                if _is_of_person(doc, description, of_name, one)
                else description
                for description in told
            ]


def _is_of_person(
    doc: Doc,
    description: Description,
    of_name: Mapping[int, Cluster],
    told: Cluster,
) -> bool:
    """Whether the affiliation that a description gives is a person, other than who is told of."""
    if description.affiliation is None or _is_place_of_work(doc, description.affiliation):
        return False
    other = of_name.get(description.affiliation.i)
    if other is None or other is told:
        return False
    if doc.words[description.affiliation.j - 1].islower():
        # "the Vance campaign" is a body with a person's name in it
        return False
    return other.kind == PERSON and not other.is_doubtful_person


def _is_place_of_work(doc: Doc, body: Tokens) -> bool:
    """Whether an affiliation stands where no person does: "a nurse at Norvale Health"."""
    before = doc.lowers[body.i - 1] if body.i else ""
    return before == "at" or (before == "with" and body.j - body.i >= _WORDS_OF_BODY)


def _resolution(
    doc: Doc,
    where: Chars,
    answer: Answer,
    known: KnownPeople,
    made: dict[Cluster, Identity],
) -> Resolution:
    """What is handed over of an answer."""
    if isinstance(answer, How):
        return Resolution(mention=where, identity=None, how=answer)
    cluster, sureness, how, score, rivals = answer
    return Resolution(
        mention=where,
        identity=made.get(cluster) or _identity_once(doc, cluster, known, made),
        how=how,
        sureness=sureness,
        score=score,
        rivals=tuple([_rival(doc, candidate) for candidate in rivals]),
    )


def _rival(doc: Doc, candidate: Candidate) -> Rival:
    return Rival(candidate.cluster.display_name(doc.text), candidate.score)


def _identity_once(
    doc: Doc,
    cluster: Cluster,
    known: KnownPeople,
    made: dict[Cluster, Identity],
) -> Identity:
    """The identity of a cluster, made once, after those of its members."""
    identity = made.get(cluster)
    if identity is None:
        members = [_identity_once(doc, member, known, made) for member in cluster.members]
        identity = made[cluster] = _identity(doc, cluster, tuple(members), known)
    return identity


def _identity(
    doc: Doc,
    cluster: Cluster,
    members: tuple[Identity, ...],
    known: KnownPeople,
) -> Identity:
    role, affiliation = _role_and_affiliation(cluster)
    made_up = cluster.named and cluster.name is not None
    return Identity(
        name=cluster.display_name(doc.text),
        name_range=None if made_up else cluster.forms.get(cluster.fullest),
        kind=cluster.kind,
        role=_chars(doc, role) if cluster.kind != ORGANIZATION else None,
        affiliation=_chars(doc, affiliation),
        members=members,
        mentions=tuple(sorted(set(cluster.mentions))),
        id=known.id_of(cluster),
        count=cluster.count,
        anonymity=cluster.anonymity,
    )


def _role_and_affiliation(cluster: Cluster) -> tuple[Tokens | None, Tokens | None]:
    """The first role that is told, with its affiliation or else the first that is told."""
    told = next((one for one in cluster.descriptions if one.role is not None), None)
    if told is not None and told.affiliation is not None:
        return told.role, told.affiliation
    given = (one.affiliation for one in cluster.descriptions)
    affiliation = next((one for one in given if one is not None), None)
    return None if told is None else told.role, affiliation


def _chars(doc: Doc, tokens: Tokens | None) -> Chars | None:
    """Where tokens stand."""
    if tokens is None:
        return None
    i, j = tokens
    return Chars(doc.starts[i], doc.ends[j - 1])
