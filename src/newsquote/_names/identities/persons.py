"""A person's name -> the person who has it.

In: a form of a name in its place. Out: the cluster of the person, a known one or a new one. Why: a
surname means the person whose full name has it, wherever that stands; two full names that do not
fit together are two people; and of several with one surname the title, the paragraph or the whole
text tells.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from newsquote._names.identities import forms
from newsquote._names.identities.clusters import Cluster
from newsquote._names.identities.spellings import are_one_name, differ_in_one_letter
from newsquote._names.records import PERSON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.identities.index import NameIndex
    from newsquote._names.identities.name_forms import NameForms
    from newsquote._names.spotted import Name
    from newsquote._text.doc import Doc

__all__ = ["Persons"]

_FULL_NAME_WORDS = 2
_MIN_LETTERS = 6
"""The shortest surname that may be misspelt."""
_MAX_WORDS = 300
"""How many words of names a misspelt one is compared with."""


class Persons:
    """The persons of one text by their names."""

    def __init__(
        self,
        doc: Doc,
        name_forms: NameForms,
        index: NameIndex,
    ) -> None:
        self._doc, self._forms, self._index = doc, name_forms, index

    def with_full_name(self, form: tuple[str, ...]) -> Cluster:
        """The person with a full name: the latest whose forms fit, or a new one."""
        core = self._forms.core(form)
        for person in reversed(self._index.with_word(core[-1])):
            if self._forms.fits(person, form):
                self._index.add_person(person, core)
                return person
        person = self._misspelt(core) or Cluster(kind=PERSON, named=True)
        self._index.add_person(person, core)
        return person

    def _misspelt(self, core: tuple[str, ...]) -> Cluster | None:
        """The person whose full name differs from another in one letter."""
        genders = self._doc.pack.table("given_names")
        for word in (core[-1], core[0]):
            for person in reversed(self._index.with_word(word)):
                if are_one_name(self._forms.core(person.fullest), core, genders):
                    return person
        return None

    def with_misspelt_surname(self, form: tuple[str, ...]) -> Cluster | None:
        """The only person with a full name whose surname differs from a word in one letter."""
        word = self._forms.core(form)[-1]
        if len(form) > 1 or len(word) < _MIN_LETTERS:
            return None
        found = {
            person
            for known in islice(self._index.by_word, _MAX_WORDS)
            if known[0] == word[0] and differ_in_one_letter(known, word)
            for person in self._index.with_word(known)
            if len(person.fullest) > 1 and self._forms.core(person.fullest)[-1] == known
        }
        return found.pop() if len(found) == 1 else None

    def with_short_name(self, name: Name, form: tuple[str, ...]) -> Cluster | None:
        """The person whom a surname, a given name or another part of a name means in its place."""
        word = self._forms.core(form)[-1]
        fitting = [one for one in self._index.with_word(word) if self._forms.fits(one, form)]
        if not fitting:
            return None
        gender = next((gender for gender in self._forms.title_genders(name) if gender), "")
        if gender:
            fitting = [one for one in fitting if one.gender in {"", gender}]
        if len(fitting) > 1:
            fitting = self._best_ranked(fitting, word)
        if len(fitting) > 1:
            fitting = self._with_title(fitting, self._forms.title(name))
        if len(fitting) > 1:
            self._index.namesakes[name.i] = tuple(fitting)
            return self._principal(fitting, self._doc.starts[name.i])
        return fitting[0] if fitting else None

    def _best_ranked(self, persons: Sequence[Cluster], word: str) -> list[Cluster]:
        """Those for whose full names a word stands best."""
        ranks = [self._forms.rank(person, word) for person in persons]
        best = max(ranks)
        return [person for person, rank in zip(persons, ranks, strict=True) if rank == best]

    def _with_title(self, persons: list[Cluster], title: str) -> list[Cluster]:
        """Those who are printed with a title elsewhere; all, if none is."""
        if not title:
            return persons
        return [person for person in persons if title in person.titles] or persons

    def _principal(self, namesakes: Sequence[Cluster], at: int) -> Cluster:
        """Of several with one surname, whom it means alone.

        It is who was named last in this paragraph, else who has it most and first.
        """
        start = self._doc.paragraphs[self._doc.paragraph_of(at)][0]
        latest = max(namesakes, key=lambda person: person.last_before(at))
        if latest.last_before(at) >= start:
            return latest
        return max(namesakes, key=lambda person: (person.full_names, -person.named_at))

    def with_surname_of(self, name: Name, other: Name) -> Cluster | None:
        """The person whom the given name of "Nora and Olav Vance" means."""
        one, full = self._forms.form(name), self._forms.form(other)
        given = self._doc.pack.table("given_names")
        if other.kind != PERSON or len(full) < _FULL_NAME_WORDS:
            return None
        if len(one) != 1 or one[0].lower() not in given:
            return None
        if other.has_title or self._is_surname_of_another(name, one[0], full):
            # "Vance and House Speaker Bo Ek": Vance is Ida Vance
            return None
        form = (one[0], *full[1:])
        person = self._with_several_words(form, forms.core(full, self._doc.pack)[-1])
        if person is None:
            person = Cluster(kind=PERSON, named=True, name=" ".join(form))
            person.add_form(form, self._forms.place(name))
            self._index.add_person(person, self._forms.core(form))
        person.add_mention(self._forms.place(name))
        return person

    def _is_surname_of_another(self, name: Name, word: str, full: tuple[str, ...]) -> bool:
        """Whether a name alone is known as the surname of somebody with another full name."""
        known = self._index.of_name.get(name.i)
        if known is None or len(known.fullest) < _FULL_NAME_WORDS:
            return False
        return known.fullest[-1] == word != full[-1]

    def _with_several_words(self, form: tuple[str, ...], surname: str) -> Cluster | None:
        """The first person whose name has several words and fits."""
        for person in self._index.with_word(surname):
            if len(person.fullest) > 1 and self._forms.fits(person, form):
                return person
        return None
