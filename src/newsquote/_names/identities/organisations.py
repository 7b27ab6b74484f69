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
_MIN_BEFORE_BRACKET = 2
"""An acronym and the bracket."""
_WORDS_OF_COUNTRY = 2
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
        self._org_words = doc.pack.words("org_words")
        self._noted: set[tuple[str, ...]] = set()
        """The forms whose initials are known."""
        self._countries = doc.pack.words("governments")
        self._suffixes = doc.pack.closed("company_suffixes")

    def add(
        self,
        name: Name,
        form: tuple[str, ...],
        places: NamePlaces,
        *,
        place: bool,
    ) -> None:
        """Note a name of several words, a place's or another body's."""
        index, key = self._index, self._forms.key(form)
        cluster = index.by_key.get(key)
        if cluster is None:
            cluster = index.by_key[key] = Cluster(kind=ORGANIZATION, named=True, place=place)
        places.add(cluster, name, form)
        if form not in self._noted:
            self._noted.add(form)
            self._note_initials(form, cluster)
            self._note_beginnings(name, form)
        self._note_short_form(name, cluster)

    def _note_initials(self, form: tuple[str, ...], cluster: Cluster) -> None:
        """Note what a name is shortened to."""
        headed = form[0].lower() in self._org_words and form[1] in {"of", "for"}
        whole = form[:-1] if form[-1].lower() in self._suffixes else form
        for one in dict.fromkeys((form, whole, self._behind_country(whole))):
            for initials in forms.initials(one, headed=headed):
                self._index.by_initials.setdefault(initials, cluster)

    def _behind_country(self, form: tuple[str, ...]) -> tuple[str, ...]:
        """A name without the country before it: the "SEC" is one of the United States."""
        for n in (_WORDS_OF_COUNTRY, 1):
            if len(form) - n > 1 and " ".join(form[:n]) in self._countries:
                return form[n:]
        return form

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
        """Note the short form that a name has beside it.

        It stands in brackets behind, "the Coastal Guild (the Guild)", or behind an "or", "the
        Coastal Guild, or CG", or in front where the name is in brackets, "CG (Coastal Guild)".
        """
        short = self._behind(name) or self._in_front(name)
        if short is not None:
            form = self._forms.form(short)
            self._index.by_initials.setdefault(forms.letters(form), cluster)
            self._index.by_key.setdefault(self._forms.key(form), cluster)

    def _behind(self, name: Name) -> Name | None:
        """The short form in brackets or behind an "or"."""
        words, k = self._doc.words, name.j
        if k + 2 >= len(words):
            return None
        bracket = words[k] == "("
        if not bracket and words[k : k + 2] != [",", "or"]:
            return None
        k += 1 if bracket else 2
        if self._doc.lowers[k] in self._doc.pack.closed("articles"):
            k += 1
        short = self._names.at(k)
        if short is None or short.i != k:
            return None
        if bracket:
            return short if words[short.j : short.j + 1] == [")"] else None
        return short if forms.is_capitals(self._forms.form(short)) else None

    def _in_front(self, name: Name) -> Name | None:
        """The acronym before the brackets in which a name stands."""
        words, i = self._doc.words, name.i
        if i < _MIN_BEFORE_BRACKET or words[name.j : name.j + 1] != [")"]:
            return None
        if self._doc.lowers[i - 1] in self._doc.pack.closed("articles"):
            i -= 1
        short = self._names.at(i - 2) if words[i - 1] == "(" else None
        if short is None or short.j != i - 1:
            return None
        return short if forms.is_capitals(self._forms.form(short)) else None
