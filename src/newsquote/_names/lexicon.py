"""The word lists of a language -> the sets that this room asks for.

In: a language pack. Out: sets and tables that are made of several lists or of parts of one, made once for each pack. Why: they are the same for
every text, and making them costs more than reading a short one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote.lang import LanguagePack

__all__ = ["Lexicon", "of"]


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Lexicon:
    """What the names' room knows of a language beside the lists themselves."""

    verbs: frozenset[str]
    """Auxiliaries and every form of a verb that attributes."""
    speech: frozenset[str]
    """The inflected forms of the verbs that attribute."""
    openings: frozenset[str]
    """Past forms that may open a sentence before whoever speaks: "Added Lee"."""
    nouns: frozenset[str]
    """Nouns that are known to stand for somebody or something that speaks."""
    pronouns: Mapping[str, str]
    gendered: frozenset[str]
    """The pronouns for a man or a woman."""
    genders: Mapping[str, str]
    """The gender that a title or a role tells."""
    spelled: frozenset[str]
    """Short forms and adjectives of countries and parties, which other words stand for."""
    nicknames: Mapping[str, frozenset[str]]
    role_kinds: Mapping[str, frozenset[str]]
    organisation_kinds: Mapping[str, frozenset[str]]
    organisations: frozenset[str]
    """Nouns for organisations and documents."""
    outlets: frozenset[str]
    """Names of outlets, agencies and networks, casefolded."""
    states: frozenset[str]
    places: frozenset[str]
    """The words of the names of countries and states, casefolded."""
    people: frozenset[str]
    """Plural nouns for people."""
    persons: frozenset[str]
    """Nouns for one person or several."""
    loose: frozenset[str]
    """Roles beside which somebody may have any other."""
    modifiers: frozenset[str]
    """Words before a role that say of what kind it is, and name no body: "transport researcher"."""
    going_on: frozenset[str]
    """Words behind a name that are no nouns which it could describe."""


@lru_cache(maxsize=8)
def of(pack: LanguagePack) -> Lexicon:
    """What a pack's lists come to."""
    rows = [(row[0], row[3].split()) for row in pack.rows("cue_verbs")]
    forms = frozenset(form for _, every in rows for form in every)
    states = pack.words("regions") | pack.words("governments")
    roles, organisations = pack.words("roles"), pack.words("organisation_kinds")
    pronouns = {**pack.table("pronoun_cases"), **pack.table("pronouns")}
    people = (
        pack.words("group_words") | pack.closed("people_words") | {f"{role}s" for role in roles}
    )
    return Lexicon(
        verbs=pack.words("auxiliaries") | forms | pack.words("relay_verbs"),
        speech=frozenset(form for lemma, every in rows for form in every if form != lemma),
        openings=frozenset(form for form in forms if form.endswith("ed")) | {"said"},
        nouns=roles
        | pack.words("group_words")
        | pack.words("document_words")
        | pack.words("org_words")
        | organisations,
        pronouns=pronouns,
        gendered=frozenset(word for word, meaning in pronouns.items() if meaning in {"m", "f"}),
        genders={**pack.table("titles"), **pack.table("roles")},
        spelled=frozenset(pack.table("affiliation_words")) | frozenset(pack.table("demonyms")),
        nicknames=_sets(pack, "nicknames"),
        role_kinds=_sets(pack, "role_kinds"),
        organisation_kinds=_sets(pack, "organisation_kinds"),
        organisations=organisations | pack.words("document_words"),
        outlets=frozenset(
            name.casefold() for name in pack.words("outlets") | pack.words("agencies")
        )
        | pack.words("platforms"),
        states=states,
        places=frozenset(word for place in states for word in place.lower().split()),
        people=people,
        persons=roles | people | pack.closed("singular_people"),
        loose=pack.closed("loose_roles") | pack.closed("kinship") | pack.closed("singular_people"),
        modifiers=pack.words("byline_role_modifiers")
        - organisations
        - pack.words("document_words"),
        going_on=pack.words("function_words") | forms,
    )


def _sets(pack: LanguagePack, name: str) -> dict[str, frozenset[str]]:
    return {word: frozenset(others.split()) for word, others in pack.table(name).items()}
