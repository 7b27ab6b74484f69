"""The word lists of a language -> the sets that several files of this room ask for.

In: a language pack. Out: sets and tables that are made of several lists or of parts of one, made
once for each pack. Why: they are the same for every text, and making them costs more than reading
a short one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote.lang import LanguagePack

__all__ = ["Lexicon", "for_pack"]

_LEMMA, _FORMS = 0, 3
"""Columns of the list of verbs that attribute."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Lexicon:
    """What the names' room knows of a language beside the lists themselves."""

    verbs: frozenset[str]
    """Auxiliaries and every form of a verb that attributes."""
    speech: frozenset[str]
    """The inflected forms of the verbs that attribute."""
    openings: frozenset[str]
    """Past forms that may open a sentence before whoever speaks: "Added Lee"."""
    going_on: frozenset[str]
    """Words behind a name that are no nouns which it could describe."""
    nouns: frozenset[str]
    """Nouns that are known to stand for somebody or something that speaks."""
    organisations: frozenset[str]
    """Nouns for organisations and documents."""
    people: frozenset[str]
    """Plural nouns for people."""
    persons: frozenset[str]
    """Nouns for one person or several."""
    loose: frozenset[str]
    """Roles beside which somebody may have any other."""
    modifiers: frozenset[str]
    """Words before a role that say of what kind it is, and name no body: "transport researcher"."""
    pronouns: Mapping[str, str]
    """What each pronoun can mean: m, f, plural, thing, narrator or relative."""
    gendered: frozenset[str]
    """The pronouns for a man or a woman."""
    genders: Mapping[str, str]
    """The gender that a title or a role tells."""
    spelled: frozenset[str]
    """Short forms and adjectives of countries and parties, which other words stand for."""
    nicknames: Mapping[str, frozenset[str]]
    role_kinds: Mapping[str, frozenset[str]]
    """For a role, the kindred nouns that may take it up."""
    organisation_kinds: Mapping[str, frozenset[str]]
    """For an organisation's noun, the kindred ones."""
    outlets: frozenset[str]
    """Names of outlets, agencies and networks, casefolded."""
    states: frozenset[str]
    places: frozenset[str]
    """The words of the names of countries and states, casefolded."""


@kept_by_pack
def for_pack(pack: LanguagePack) -> Lexicon:
    """What a pack's lists come to."""
    inflected: set[str] = set()
    forms: set[str] = set()
    for row in pack.rows("cue_verbs"):
        every = row[_FORMS].split()
        forms.update(every)
        inflected.update(form for form in every if form != row[_LEMMA])
    roles, one_person = pack.words("roles"), pack.closed("singular_people")
    documents, groups = pack.words("document_words"), pack.words("group_words")
    organisations = pack.words("organisation_kinds")
    people = groups | pack.closed("people_words") | {f"{role}s" for role in roles}
    pronouns = {**pack.table("pronoun_cases"), **pack.table("pronouns")}
    states = pack.words("regions") | pack.words("governments")
    outlets = pack.words("outlets") | pack.words("agencies")
    return Lexicon(
        verbs=pack.words("auxiliaries") | forms | pack.words("relay_verbs"),
        speech=frozenset(inflected),
        openings=frozenset([form for form in forms if form.endswith("ed")]) | {"said"},
        going_on=pack.words("function_words") | forms,
        nouns=roles | groups | documents | pack.words("org_words") | organisations,
        organisations=organisations | documents,
        people=people,
        persons=roles | people | one_person,
        loose=pack.closed("loose_roles") | pack.closed("kinship") | one_person,
        modifiers=pack.words("byline_role_modifiers") - organisations - documents,
        pronouns=pronouns,
        gendered=frozenset([word for word in pronouns if pronouns[word] in {"m", "f"}]),
        genders={**pack.table("titles"), **pack.table("roles")},
        spelled=frozenset(pack.table("affiliation_words")) | frozenset(pack.table("demonyms")),
        nicknames=_table_of_sets(pack, "nicknames"),
        role_kinds=_table_of_sets(pack, "role_kinds"),
        organisation_kinds=_table_of_sets(pack, "organisation_kinds"),
        outlets=frozenset(map(str.casefold, outlets)) | pack.words("platforms"),
        states=states,
        places=frozenset(" ".join(states).lower().split()),
    )


def _table_of_sets(pack: LanguagePack, name: str) -> dict[str, frozenset[str]]:
    """A list of two columns, the second taken apart."""
    return {word: frozenset(others.split()) for word, others in pack.table(name).items()}
