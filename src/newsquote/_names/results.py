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
from newsquote._names.named_bodies import NamedBodies
from newsquote._names.records import ORGANIZATION, PERSON, Identity, People, Resolution, Rival
from newsquote._text.ranges import Chars
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsquote._names.antecedents.antecedent import Candidate
    from newsquote._names.identities.clusters import Cluster
    from newsquote._names.identities.known import KnownPeople
    from newsquote._names.roles.descriptions import Description
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Tokens
    from newsquote.lang import LanguagePack

__all__ = ["Answer", "people_of"]


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _ChoiceWords:
    lesser_roles: frozenset[str]
    """Roles that say less than an office: "sister", "Democrat", "teammate"."""
    places: frozenset[str]
    """Countries and parts of countries."""
    cities: frozenset[str]
    peoples: Mapping[str, str]
    police_ranks: frozenset[str]


@kept_by_pack
def _choice_words(pack: LanguagePack) -> _ChoiceWords:
    return _ChoiceWords(
        lesser_roles=pack.closed("kinship")
        | pack.closed("members_of_parties")
        | pack.closed("lesser_roles"),
        places=pack.words("governments") | pack.words("regions"),
        cities=pack.words("cities"),
        peoples=pack.table("demonyms"),
        police_ranks=pack.closed("police_ranks"),
    )


_WORDS_OF_BODY = 3
"""How many words a name behind "with" has that is more likely a body's than a person's."""

Answer = Antecedent | How
"""Whom a mention means, or why nobody is meant."""


def people_of(
    doc: Doc,
    answers: Mapping[Chars, Answer],
    known: KnownPeople,
    of_name: Mapping[int, Cluster],
    called: Mapping[Cluster, Description],
) -> People:
    """The people of a text.

    :param known: those whom the caller knows.
    :param of_name: whose name begins at a token.
    :param called: the description by which a text calls somebody who has a name.
    """
    for cluster in {answer.cluster for answer in answers.values() if not isinstance(answer, How)}:
        _drop_persons(doc, cluster, of_name)
    making = _Making(doc, known, called, NamedBodies(doc, of_name))
    resolutions = {where: making.resolution(where, answer) for where, answer in answers.items()}
    behind_all = len(doc.text), 0
    order = sorted(
        making.made.values(),
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
    """Whether an affiliation is a place, or stands where no person does: "at Norvale Health"."""
    before = doc.lowers[body.i - 1] if body.i else ""
    words, printed = _choice_words(doc.pack), doc.slice(*body)
    if printed in words.places or printed.casefold() in words.cities:
        return True
    if doc.lowers[body.i] in words.peoples and body.j - body.i > 1:
        # "the Norvalian Red Cross"
        return True
    return before == "at" or (before == "with" and body.j - body.i >= _WORDS_OF_BODY)


class _Making:
    """Makes the identities of one text, each once."""

    def __init__(
        self,
        doc: Doc,
        known: KnownPeople,
        called: Mapping[Cluster, Description],
        bodies: NamedBodies,
    ) -> None:
        self._doc, self._known, self._called = doc, known, called
        self._bodies = bodies
        self._words = _choice_words(doc.pack)
        self.made: dict[Cluster, Identity] = {}

    def resolution(self, where: Chars, answer: Answer) -> Resolution:
        """What is handed over of an answer."""
        if isinstance(answer, How):
            return Resolution(mention=where, identity=None, how=answer)
        cluster, sureness, how, score, rivals = answer
        return Resolution(
            mention=where,
            identity=self.made.get(cluster) or self._identity_once(cluster),
            how=how,
            sureness=sureness,
            score=score,
            rivals=tuple([_rival(self._doc, candidate) for candidate in rivals]),
        )

    def _identity_once(self, cluster: Cluster) -> Identity:
        """The identity of a cluster, made once, after those of its members."""
        identity = self.made.get(cluster)
        if identity is None:
            members = [self._identity_once(member) for member in cluster.members]
            identity = self.made[cluster] = self._identity(cluster, tuple(members))
        return identity

    def _identity(self, cluster: Cluster, members: tuple[Identity, ...]) -> Identity:
        role, affiliation = self._role_and_affiliation(cluster)
        made_up = cluster.named and cluster.name is not None
        return Identity(
            name=cluster.display_name(self._doc.text),
            name_range=None if made_up else cluster.forms.get(cluster.fullest),
            kind=cluster.kind,
            role=_chars(self._doc, role) if cluster.kind != ORGANIZATION else None,
            affiliation=self._named_body(affiliation) or self._force_of(cluster, role),
            members=members,
            mentions=tuple(sorted(set(cluster.mentions))),
            id=self._known.id_of(cluster),
            count=cluster.count,
            anonymity=cluster.anonymity,
        )

    def _named_body(self, body: Tokens | None) -> Chars | None:
        """Where a body stands, by its name where a common noun means one: "the commission"."""
        if body is None:
            return None
        named = self._bodies.meant_by(body) if self._doc.words[body.j - 1].islower() else None
        return named or _chars(self._doc, body)

    def _force_of(self, cluster: Cluster, role: Tokens | None) -> Chars | None:
        """The only police force that the text names, of somebody with a rank alone: "Sgt. Lee"."""
        if cluster.kind != PERSON or role is None:
            return None
        ranks, words = self._words.police_ranks, self._doc.lowers[role.i : role.j]
        ranked = all(word.rstrip(".") in ranks or word == "." for word in words)
        return self._bodies.only_police() if ranked else None

    def _role_and_affiliation(self, cluster: Cluster) -> tuple[Tokens | None, Tokens | None]:
        """The first role that says most, with its affiliation or else the first that is told.

        Where the words around the names tell neither, it is what the text calls the person.
        """
        told = self._best(cluster.descriptions)
        role = None if told is None else told.role
        affiliation = None if told is None else told.affiliation
        if affiliation is None or self._is_weak(affiliation):
            given = [one.affiliation for one in cluster.descriptions if one.affiliation is not None]
            strong = (one for one in given if not self._is_weak(one))
            affiliation = next(strong, affiliation or (given[0] if given else None))
        called = self._called.get(cluster)
        if called is not None:
            role, affiliation = role or called.role, affiliation or called.affiliation
        return role, affiliation

    def _best(self, descriptions: Iterable[Description]) -> Description | None:
        """The first description with an office, or else with another role."""
        other: Description | None = None
        for told in descriptions:
            if told.role is None:
                continue
            if told.noun not in self._words.lesser_roles:
                return told
            other = other or told
        return other

    def _is_weak(self, body: Tokens) -> bool:
        """Whether a body is a common noun alone or a party's letter: "company", "D"."""
        if body.j - body.i > 1:
            return False
        word = self._doc.words[body.i]
        return len(word) == 1 or word.islower()


def _rival(doc: Doc, candidate: Candidate) -> Rival:
    return Rival(candidate.cluster.display_name(doc.text), candidate.score)


def _chars(doc: Doc, tokens: Tokens | None) -> Chars | None:
    """Where tokens stand."""
    if tokens is None:
        return None
    i, j = tokens
    return Chars(doc.starts[i], doc.ends[j - 1])
