"""A name as a mention -> whose it is, and how sure that is.

In: a name. Out: the identity, found when the names were gathered. Why: two may have one surname,
and a word that opens a sentence may be no name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names.antecedents.antecedent import (
    MAX_RIVALS,
    Antecedent,
    Candidate,
)
from newsquote._names.how import How
from newsquote._names.identities.forms import is_capitals
from newsquote._names.records import ORGANIZATION
from newsquote.kinds import NoteCode

if TYPE_CHECKING:
    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.identities.clusters import Cluster
    from newsquote._names.spotted import Name
    from newsquote._text.notes import Notes

__all__ = ["antecedent_of_name"]

_SURE, _SURE_OF_NAMESAKE, _SURE_OF_DOUBTFUL = 0.98, 0.7, 0.6


def antecedent_of_name(
    discourse: Discourse,
    name: Name,
    notes: Notes,
) -> Antecedent | None:
    """Whom a name means; a note says where several have it."""
    cluster = discourse.cluster_of(name)
    if cluster is None:
        return None
    namesakes = discourse.register.index.namesakes.get(name.i, ())
    if namesakes:
        printed = discourse.doc.slice(name.bare, name.j)
        detail = f"{len(namesakes)} persons of the text can be called {printed}"
        notes.add(NoteCode.AMBIGUOUS_SPEAKER, discourse.register.forms.place(name), detail)
        others = [one for one in namesakes if one is not cluster][:MAX_RIVALS]
        rivals = tuple([Candidate(other, None) for other in others])
        return Antecedent(cluster, _SURE_OF_NAMESAKE, How.NAMESAKE, rivals=rivals)
    if name.doubtful and not cluster.full_names:
        return Antecedent(cluster, _SURE_OF_DOUBTFUL, How.DOUBTFUL_NAME)
    return Antecedent(cluster, _SURE, _how_named(discourse, name, cluster))


def _how_named(
    discourse: Discourse,
    name: Name,
    cluster: Cluster,
) -> How:
    """Whether a name is the fullest one, an acronym of it, or another form."""
    form = discourse.register.forms.form(name)
    if form == cluster.fullest:
        return How.OWN_NAME
    acronym = len(form) == 1 and cluster.kind == ORGANIZATION and is_capitals(form)
    return How.ACRONYM if acronym else How.SHORT_NAME
