"""Names -> identities in the making.

In: the names of a text. Out: a cluster for each somebody, with every form of the name, every
place, and what the text says of it. Why: a surname means the person whose full name has it,
wherever that stands, so full names come first, then the short ones; what is left are names alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names.identities import forms, short_names, title_lines
from newsquote._names.identities.clusters import Cluster
from newsquote._names.identities.gathering import NamePlaces
from newsquote._names.identities.genders import add_pronoun_clues
from newsquote._names.identities.index import NameIndex
from newsquote._names.identities.known import KnownPeople
from newsquote._names.identities.name_forms import NameForms
from newsquote._names.identities.organisations import Organisations
from newsquote._names.identities.persons import Persons
from newsquote._names.kinds import Verdict, kinds_by_form
from newsquote._names.records import ORGANIZATION, PERSON

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._names.roles.around_names import RolesAround
    from newsquote._names.spotted import Name, Names
    from newsquote._text.doc import Doc

__all__ = ["Register", "gather_names"]


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Register:
    """The named identities of one text."""

    index: NameIndex
    forms: NameForms
    persons: Persons
    known: KnownPeople
    titled: frozenset[int]
    """The paragraphs in which capitals say nothing: headlines."""


_FormedName = tuple["Name", tuple[str, ...], Verdict]
"""A name with its form and, by all its places, its kind: a plain tuple, made for every name."""

_PERSON = Verdict(PERSON)


def gather_names(
    doc: Doc,
    names: Names,
    roles: RolesAround,
    gendered: Sequence[int],
    known: Mapping[str, str | None],
) -> Register:
    """Every name of a text in its cluster.

    :param gendered: the tokens that are pronouns for a man or a woman.
    :param known: the ids of persons whom the caller knows, by plain name.
    """
    index, name_forms = NameIndex(), NameForms(doc)
    persons = Persons(doc, name_forms, index)
    register = Register(
        index=index,
        forms=name_forms,
        persons=persons,
        titled=title_lines.titled_paragraphs(doc),
        known=KnownPeople(known, index, name_forms),
    )
    _put_into_clusters(doc, names, register, NamePlaces(doc, name_forms, roles, index), known)
    short_names.join_forms(doc, index, name_forms)
    if known:
        _join_known(index, register.known)
    title_lines.add_known_names(doc, register.titled, index, name_forms)
    add_pronoun_clues(doc, names, index, gendered)
    return register


def _put_into_clusters(
    doc: Doc,
    names: Names,
    register: Register,
    places: NamePlaces,
    known: Mapping[str, str | None],
) -> None:
    """Full names of persons first, then of organisations, then what is short."""
    later: list[_FormedName] = []
    for formed in _formed_names(doc, names, register, known):
        name, form, (kind, _) = formed
        if kind == PERSON and len(form) > 1 and _is_full_name(form, register.forms):
            places.add(register.persons.with_full_name(form), name, form)
        else:
            later.append(formed)
    organisations = Organisations(doc, names, register.forms, register.index)
    short: list[_FormedName] = []
    for formed in later:
        name, form, (kind, place) = formed
        if kind == ORGANIZATION and len(form) > 1:
            organisations.add(name, form, places, place=place)
        else:
            short.append(formed)
    for formed in short:
        name, form, _ = formed
        places.add(_of_short_name(doc, formed, register), name, form)


def _formed_names(
    doc: Doc,
    names: Names,
    register: Register,
    known: Mapping[str, str | None],
) -> list[_FormedName]:
    """The names outside of headlines that have a word, with their kinds."""
    titled, form_of = register.titled, register.forms.form
    numbers, paragraphs = doc.token_sentences, doc.sentence_paragraphs
    formed: list[tuple[Name, tuple[str, ...]]] = []
    by_form: dict[tuple[str, ...], list[Name]] = {}
    printed: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in names.all:
        if titled and paragraphs[numbers[name.i]] in titled:
            continue
        form = form_of(name)
        if form:
            formed.append((name, form))
            folded = forms.folded(form)
            by_form.setdefault(folded, []).append(name)
            printed.setdefault(folded, form)
    kinds = kinds_by_form(doc, by_form, printed)
    return [(name, form, _verdict(name, form, kinds, known)) for name, form in formed]


def _verdict(
    name: Name,
    form: tuple[str, ...],
    kinds: Mapping[tuple[str, ...], Verdict],
    known: Mapping[str, str | None],
) -> Verdict:
    """The kind of a name: a person's where a title or the caller says so."""
    if name.bare > name.i and name.kind == PERSON:
        return _PERSON
    folded = forms.folded(form)
    return _PERSON if known and " ".join(folded) in known else kinds[folded]


def _is_full_name(form: tuple[str, ...], name_forms: NameForms) -> bool:
    """Whether a name of several words has a surname and more, and is not in capitals."""
    return len(name_forms.core(form)) > 1 and not forms.is_capitals(form)


def _of_short_name(doc: Doc, formed: _FormedName, register: Register) -> Cluster:
    """Who has a surname, a given name, an acronym, a place's name or a name alone."""
    name, form, (kind, place) = formed
    index, name_forms = register.index, register.forms
    known = _of_acronym(form, index)
    if known is None and not name.place:
        known = _person_with_short_name(doc, formed, register)
    if known is not None:
        return known
    key = name_forms.key(form)
    cluster = index.by_key.get(key)
    if cluster is None and kind == PERSON:
        cluster = register.persons.with_misspelt_surname(form)
    if cluster is None:
        kind = kind or ORGANIZATION
        cluster = Cluster(kind=kind, named=True, place=place)
        index.by_key[key] = cluster
        if kind == PERSON:
            index.add_person(cluster, name_forms.core(form))
    return cluster


def _of_acronym(form: tuple[str, ...], index: NameIndex) -> Cluster | None:
    """The organisation whose name an acronym spells."""
    if len(form) > 1 or not forms.is_capitals(form):
        return None
    return index.by_initials.get(forms.letters(form))


def _person_with_short_name(doc: Doc, formed: _FormedName, register: Register) -> Cluster | None:
    """The person whom a short name means.

    A name that looks like an organisation's is one's only if it is a surname or a given name.
    """
    name, form, (kind, _) = formed
    person = register.persons.with_short_name(name, form)
    if person is None or name.has_title:
        return person
    if len(form) > 1:
        return None if kind == ORGANIZATION else person
    word = register.forms.core(form)[-1]
    rank = register.forms.rank(person, word)
    if rank == forms.FIRST_NAME:
        return person if _may_be_first_name(doc, person, register) else None
    return person if rank > forms.FIRST_NAME or kind != ORGANIZATION else None


def _may_be_first_name(doc: Doc, person: Cluster, register: Register) -> bool:
    """Whether a full name's first word is a person's: "Xu Lihua", not "Quell Carnival".

    A given name, a surname or initials stand in it, or the text calls somebody by it a role.
    """
    if person.titles or person.genders or not person.is_doubtful_person:
        return True
    core, pack = register.forms.core(person.fullest), doc.pack
    given, surnames = pack.words("given_names"), pack.table("surnames")
    if core[0] in given or any(word in given or len(word) == 1 for word in core[1:-1]):
        return True
    if surnames.get(core[0]) == "":
        return True
    return surnames.get(core[-1]) == "" and core[-1] not in pack.words("cities")


def _join_known(index: NameIndex, known: KnownPeople) -> None:
    """Make those one whom the caller says to be one person."""
    by_id: dict[str, Cluster] = {}
    merged: dict[Cluster, Cluster] = {}
    for cluster in index.in_order():
        own = known.id_of(cluster) if cluster.kind == PERSON else None
        if own is None:
            continue
        first = by_id.setdefault(own, cluster)
        if first is not cluster:
            first.absorb(cluster)
            merged[cluster] = first
    index.replace(merged)
