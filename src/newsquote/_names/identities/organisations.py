"""An organisation's name -> the organisation, with the short names that the text may use.

In: a name of several words. Out: its cluster, found later by its acronym, by the short form in
brackets behind it and by its first words. Why: an acronym means what its letters spell, wherever
it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names.identities import forms
from newsquote._names.identities.clusters import Cluster
from newsquote._names.records import ORGANIZATION
from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    from newsquote._names.identities.gathering import NamePlaces
    from newsquote._names.identities.index import NameIndex
    from newsquote._names.identities.name_forms import NameForms
    from newsquote._names.spotted import Name, Names
    from newsquote._text.doc import Doc

__all__ = ["Organisations"]

_MIN_BEGINNING_WORDS = 2
_MAX_BEGINNING_WORDS = 6
"""How many words the beginning of a long name may have that is a name, too."""


class Organisations:
    """The organisations of one text by their whole names."""

    def __init__(
        self,
        doc: Doc,
        names: Names,
        name_forms: NameForms,
        index: NameIndex,
    ) -> None:
        self._doc, self._names = doc, names
        self._forms, self._index = name_forms, index

    def add(
        self,
        name: Name,
        form: tuple[str, ...],
        places: NamePlaces,
    ) -> None:
        """Note a name of several words."""
        index, key = self._index, self._forms.key(form)
        cluster = index.by_key.get(key)
        if cluster is None:
            cluster = index.by_key[key] = Cluster(kind=ORGANIZATION, named=True)
        places.add(cluster, name, form)
        org_words = self._doc.pack.words("org_words")
        headed = form[0].lower() in org_words and form[1] in {"of", "for"}
        for initials in forms.initials(form, headed=headed):
            index.by_initials.setdefault(initials, cluster)
        self._note_beginnings(name, form)
        self._note_short_form(name, index.by_key[key])

    def _note_beginnings(self, name: Name, form: tuple[str, ...]) -> None:
        """Note the first words of a long name: the "United Nations" of one of its bodies."""
        start = self._doc.starts[name.bare]
        words = [k for k in range(name.bare, name.j) if self._doc.words[k][0].isalnum()]
        for n in range(_MIN_BEGINNING_WORDS, min(len(form), _MAX_BEGINNING_WORDS + 1)):
            beginning = form[:n]
            if beginning[-1][0].isupper():
                where = Chars(start, self._doc.ends[words[n - 1]])
                self._index.beginnings.setdefault(self._forms.key(beginning), (beginning, where))

    def _note_short_form(self, name: Name, cluster: Cluster) -> None:
        """Note the short form in brackets behind a name: "the Coastal Guild (the Guild)"."""
        words, k = self._doc.words, name.j
        if k + 2 >= len(words) or words[k] != "(":
            return
        k += 1
        if self._doc.lowers[k] in self._doc.pack.closed("articles"):
            k += 1
        short = self._names.at(k)
        if short is None or short.i != k:
            return
        if words[short.j : short.j + 1] != [")"]:
            return
        form = self._forms.form(short)
        self._index.by_initials.setdefault("".join(form).replace(".", ""), cluster)
        self._index.by_key.setdefault(self._forms.key(form), cluster)
