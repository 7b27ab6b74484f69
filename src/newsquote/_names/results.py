"""Identities in the making -> the room's records.

In: whom each mention means, and how sure that is. Out: ``People``: the identities in the order of first mention, each with the fullest name,
a role and an affiliation. Why: gathering and handing over are two things; what is handed over is decided here alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names import forms
from newsquote._names.records import Identity, People

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.clusters import Cluster
    from newsquote._names.records import Range
    from newsquote._text.doc import Doc

__all__ = ["people"]


def people(
    doc: Doc,
    meant: Mapping[Range, Cluster | None],
    sureness: Mapping[Range, float],
    ids: Mapping[str, str | None],
) -> People:
    """The people of a text.

    :param ids: the ids of those whom the caller knows, by plain name.
    """
    made: dict[int, Identity] = {}
    found = {
        where: None if cluster is None else _made(doc, cluster, ids, made)
        for where, cluster in meant.items()
    }
    end = len(doc.text), 0
    order = sorted(
        made.values(),
        key=lambda identity: (min(identity.mentions, default=end), len(identity.members)),
    )
    return People(identities=order, meant=found, sureness=dict(sureness))


def _made(
    doc: Doc, cluster: Cluster, ids: Mapping[str, str | None], made: dict[int, Identity]
) -> Identity:
    """The identity of a cluster, made once."""
    if id(cluster) not in made:
        members = [_made(doc, member, ids, made) for member in cluster.members]
        made[id(cluster)] = _identity(doc, cluster, members, ids)
    return made[id(cluster)]


def _identity(
    doc: Doc, cluster: Cluster, members: list[Identity], ids: Mapping[str, str | None]
) -> Identity:
    told = next((d for d in cluster.descriptions if d.role is not None), None)
    beside = next((d.affiliation for d in cluster.descriptions if d.affiliation is not None), None)
    affiliation = told.affiliation if told is not None and told.affiliation is not None else beside
    known = (ids.get(" ".join(forms.folded(form))) for form in (cluster.fullest, *cluster.forms))
    return Identity(
        name=cluster.called(doc.text),
        name_range=None
        if cluster.named and cluster.name is not None
        else cluster.forms.get(cluster.fullest),
        kind=cluster.kind,
        role=None
        if told is None or told.role is None
        else (doc.starts[told.role[0]], doc.ends[told.role[1] - 1]),
        affiliation=None
        if affiliation is None
        else (doc.starts[affiliation[0]], doc.ends[affiliation[1] - 1]),
        members=members,
        mentions=sorted(set(cluster.mentions)),
        id=next((found for found in known if found is not None), None),
        count=cluster.count,
        anonymity=cluster.anonymity,
    )
