"""The people whom the caller knows -> the id of somebody in the text.

In: ids by name, and who has which name in the text. Out: the id of a cluster, or None. Why: an id
goes by a full name. An alias of one word, "Ek", is anybody's: it gives its id only if nobody else
in the text can be called so, and not to Ida Ek if the caller's Ek is Bo.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names.identities import forms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.identities.clusters import Cluster
    from newsquote._names.identities.index import NameIndex
    from newsquote._names.identities.name_forms import NameForms

__all__ = ["KnownPeople"]


class KnownPeople:
    """Whom the caller knows, asked for the people of one text.

    :param ids: ids by plain name; None for a person without one, and for a name that several have.
    """

    def __init__(
        self,
        ids: Mapping[str, str | None],
        index: NameIndex,
        name_forms: NameForms,
    ) -> None:
        self._ids, self._index, self._forms = ids, index, name_forms
        self._full_names: dict[str, list[tuple[str, ...]]] = {}
        for name, own in ids.items():
            words = tuple(name.split())
            if own is not None and len(words) > 1:
                self._full_names.setdefault(own, []).append(words)

    def id_of(self, cluster: Cluster) -> str | None:
        """The caller's id of somebody: by a full name first, then by an alias."""
        if not self._ids:
            return None
        every = (cluster.fullest, *cluster.forms)
        for form in every:
            if len(form) > 1 and (own := self._ids.get(_key(form))) is not None:
                return own
        for form in every:
            own = self._ids.get(_key(form))
            if own is not None and self._may_go_by(cluster, form, own):
                return own
        return None

    def _may_go_by(self, cluster: Cluster, form: tuple[str, ...], own: str) -> bool:
        """Whether one word names somebody: it fits the full names, and nobody else has it."""
        full = self._full_names.get(own, ())
        if len(cluster.fullest) > 1 and full:
            return any(self._forms.fits(cluster, words) for words in full)
        others = self._index.with_word(self._forms.core(form)[-1])
        return all(other is cluster for other in others)


def _key(form: tuple[str, ...]) -> str:
    return " ".join(forms.folded(form))
