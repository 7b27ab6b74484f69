"""A name in its place -> its cluster, with what the text says there.

In: a name and the cluster that has it. Out: the cluster with one more form, mention and clue. Why:
titles, given names and the words around a name say who somebody is and how to speak of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.identities.clusters import GIVEN_NAME_CLUE, TITLE_CLUE
from newsquote._names.records import PERSON
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.identities.clusters import Cluster
    from newsquote._names.identities.index import NameIndex
    from newsquote._names.identities.name_forms import NameForms
    from newsquote._names.roles.around_names import RolesAround
    from newsquote._names.roles.descriptions import Description
    from newsquote._names.spotted import Name
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["NamePlaces"]


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _ClueWords:
    given: Mapping[str, str]
    role_genders: Mapping[str, str]
    organisations: frozenset[str]


@kept_by_pack
def _clue_words(pack: LanguagePack) -> _ClueWords:
    return _ClueWords(
        given=pack.table("given_names"),
        role_genders=pack.table("roles"),
        organisations=lexicon.for_pack(pack).organisations,
    )


class NamePlaces:
    """Puts the names of one text into their clusters."""

    def __init__(
        self,
        doc: Doc,
        name_forms: NameForms,
        roles: RolesAround,
        index: NameIndex,
    ) -> None:
        self._doc, self._forms = doc, name_forms
        self._roles, self._index = roles, index
        self._words = _clue_words(doc.pack)
        self._below = doc.paragraphs[1][0] if len(doc.paragraphs) > 1 else 0

    def add(
        self,
        cluster: Cluster,
        name: Name,
        form: tuple[str, ...],
    ) -> None:
        """Note that a name is a cluster's, with all that its place says."""
        doc, i = self._doc, name.i
        place = self._forms.place(name)
        cluster.add_form(form, place)
        cluster.count_form(form)
        cluster.add_mention(place)
        self._index.of_name[i] = cluster
        full = len(form) > 1
        cluster.full_names += full
        at = doc.starts[i]
        if at >= self._below:
            cluster.note_named_at(at)
        if cluster.kind == PERSON:
            if full:
                gender = self._words.given.get(form[0].lower(), "")
                cluster.add_gender(gender, GIVEN_NAME_CLUE)
            if name.bare > i:
                self._add_title(cluster, name)
        limit = doc.sentences[doc.token_sentences[i]][0]
        for description in self._roles.descriptions(name, limit):
            self._add_description(cluster, description)

    def _add_title(self, person: Cluster, name: Name) -> None:
        """Note the title in front of a name and the gender that it tells."""
        for gender in self._forms.title_genders(name):
            person.add_gender(gender, TITLE_CLUE)
        person.titles |= {self._forms.title(name)}

    def _add_description(self, cluster: Cluster, description: Description) -> None:
        """Note what the words around a name say; an organisation is no "spokesman"."""
        noun = description.noun
        gender = self._words.role_genders.get(noun)
        if cluster.kind == PERSON:
            cluster.add_description(description, gender or "")
        elif gender is None or noun in self._words.organisations:
            cluster.add_description(description, "")
