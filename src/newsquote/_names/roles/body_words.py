"""A language pack -> the words that belong to the bodies that people are of.

In: a language pack. Out: its words for organisations, offices, ranks and places, by what they do
beside a role. Why: the lists of a pack say what a word is; beside a role several of them count as
one, and they are put together once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote.lang import LanguagePack

__all__ = ["BodyWords", "body_words"]


@attrs.frozen(eq=False, repr=False, kw_only=True)
class BodyWords:
    """Words, by what they do beside a role."""

    determiners: frozenset[str]
    links: frozenset[str]
    roles: frozenset[str]
    role_words: frozenset[str]
    """Titles, roles, fields of offices and ranks: what belongs to a role in capitals."""
    org_words: frozenset[str]
    kinds: frozenset[str]
    """Nouns for organisations that stand right before a role: "police"."""
    org_nouns: frozenset[str]
    places: frozenset[str]
    """Nouns for places, behind whose "of" their name stands: "the town of"."""
    calling: frozenset[str]
    governments: frozenset[str]
    fields: frozenset[str]
    former: frozenset[str]
    openers: frozenset[str]
    """What may stand before a body's name at the head of a sentence: "longtime"."""
    documents: frozenset[str]
    given: frozenset[str]
    ending: frozenset[str]
    """Words that end what may stand before a body's noun."""
    of_persons: frozenset[str]
    """Roles that are somebody's as often as a body's: "adviser"."""
    makers: frozenset[str]
    """Roles that are of a work: "author"."""
    parties: frozenset[str]
    ranks: frozenset[str]
    grades: frozenset[str]
    """What stands before a role and never before a body: "deputy"."""
    police_ranks: frozenset[str]
    local: frozenset[str]
    """What goes on with a town's name in front of an office."""
    ministers: frozenset[str]
    parts_of_world: frozenset[str]
    peoples: Mapping[str, str]
    cities: frozenset[str]
    of_matters: frozenset[str]
    """Roles before which a place or a field is what they are about: "the Balkans expert"."""


@kept_by_pack
def body_words(pack: LanguagePack) -> BodyWords:
    """The words of a language, put together once."""
    made = lexicon.for_pack(pack)
    roles, kinds = pack.words("roles"), pack.words("organisation_kinds")
    small = pack.words("prepositions") | pack.closed("joiners") | pack.closed("relatives")
    return BodyWords(
        determiners=pack.words("determiners"),
        links=pack.closed("name_links"),
        roles=roles,
        role_words=roles
        | pack.words("titles")
        | pack.words("portfolios")
        | pack.closed("former_words")
        | pack.closed("role_ranks"),
        org_words=pack.words("org_words"),
        kinds=(kinds | {"council", "assembly"}) - pack.closed("role_ranks"),
        org_nouns=(kinds | pack.words("org_words") | pack.closed("bodies_of_work"))
        - pack.words("document_words"),
        places=pack.closed("places_as_people"),
        calling=pack.closed("calling_words"),
        governments=pack.words("governments") | pack.words("regions"),
        fields=pack.words("portfolios"),
        former=pack.closed("former_words"),
        openers=pack.closed("former_words") | pack.closed("openers_of_roles"),
        documents=pack.words("document_words"),
        given=pack.words("given_names"),
        ending=small
        | ((made.speech | pack.words("auxiliaries") | pack.words("relay_verbs")) - kinds - roles),
        of_persons=pack.closed("kinship") | pack.closed("roles_of_persons"),
        makers=pack.closed("makers_of_works"),
        parties=pack.closed("parties"),
        ranks=pack.closed("role_ranks") | pack.words("portfolios"),
        grades=pack.closed("grades_of_office"),
        police_ranks=pack.closed("police_ranks"),
        local=pack.closed("local_bodies"),
        ministers=pack.closed("heads_of_fields"),
        peoples=pack.table("demonyms"),
        cities=pack.words("cities"),
        parts_of_world=pack.closed("parts_of_the_world"),
        of_matters=pack.closed("roles_on_matters"),
    )
