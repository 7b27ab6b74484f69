"""A common noun -> what kind of somebody it stands for.

In: a phrase about a common noun. Out: organization, group, unnamed, document or other. Why: a
common noun tells by what it means and by its number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names.kinds import is_people
from newsquote._names.records import ORGANIZATION
from newsquote.kinds import SpeakerKind
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.phrases.records import Phrase
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["counts_people", "kind_of_noun"]

_EVERYBODY = frozenset(("any", "every", "no"))
_AGENTS = ("er", "or", "ist", "ian", "ee", "eur", "man", "woman", "person")
"""Endings of nouns for what somebody does, where no list says otherwise."""
_MIN_LETTERS_OF_AGENT = 5
_REACH_OF_COUNTED = 5
"""Tokens behind a noun in which what it counts stands."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _NounKindWords:
    roles: frozenset[str]
    """Roles and titles."""
    documents: frozenset[str]
    groups: frozenset[str]
    people: frozenset[str]
    one_person: frozenset[str]
    org_words: frozenset[str]
    """Endings of the names of organisations."""
    organisations: frozenset[str]
    """Nouns for organisations, and places that act: "agency", "the city"."""
    plural_bodies: frozenset[str]
    """Organisations that take the plural: "police"."""
    peoples: Mapping[str, str]
    counting: frozenset[str]
    collectives: frozenset[str]
    of_parts: frozenset[str]
    """Those and quantities, behind whose "of" stands what they count."""
    together: frozenset[str]
    """Nouns for people as one: "audience"."""
    determiners: frozenset[str]
    teams: frozenset[str]


@kept_by_pack
def _noun_kind_words(pack: LanguagePack) -> _NounKindWords:
    kinds, endings = pack.words("organisation_kinds"), pack.words("org_words")
    bodies = pack.closed("bodies_of_work") | pack.closed("more_bodies")
    return _NounKindWords(
        roles=pack.words("roles") | pack.words("titles"),
        documents=pack.words("document_words") | pack.words("written_words"),
        groups=pack.words("group_words"),
        people=pack.closed("people_words"),
        one_person=pack.closed("singular_people") | pack.closed("one_by_calling"),
        org_words=endings,
        organisations=kinds | bodies | pack.closed("places_as_people"),
        plural_bodies=pack.closed("bodies_in_plural"),
        peoples=pack.table("demonyms"),
        counting=pack.closed("counting_words"),
        collectives=pack.closed("collective_words"),
        of_parts=pack.closed("collective_words") | pack.closed("quantities_of"),
        together=pack.closed("people_together"),
        determiners=pack.words("determiners"),
        teams=pack.closed("teams"),
    )


def kind_of_noun(doc: Doc, phrase: Phrase) -> SpeakerKind:
    """What a phrase about a common noun stands for."""
    words = _noun_kind_words(doc.pack)
    word, opening = doc.lowers[phrase.head], doc.lowers[phrase.i]
    if phrase.several or counts_people(doc, phrase):
        return SpeakerKind.GROUP
    capital = doc.words[phrase.head][0].isupper() and phrase.head > phrase.i
    if word in words.plural_bodies or (capital and word in words.org_words):
        return ORGANIZATION
    if word in words.teams and _has_owner(doc, phrase):
        return ORGANIZATION
    if word == "one" and phrase.head + 1 < phrase.j and doc.lowers[phrase.head + 1] == "of":
        return _kind_of_one(doc, phrase, words)
    if word in words.of_parts and _is_of_documents(doc, phrase, words):
        return SpeakerKind.DOCUMENT
    of_people = _kind_of_people(word, opening, words)
    if of_people is not None:
        return of_people
    return _kind_of_thing(word, opening, words, capital=capital)


def _is_of_documents(doc: Doc, phrase: Phrase, words: _NounKindWords) -> bool:
    """Whether a noun counts documents: "hundreds of videos", "none of these reports"."""
    behind = doc.lowers[phrase.head + 1 : min(phrase.j, phrase.head + _REACH_OF_COUNTED)]
    if behind[:1] != ["of"]:
        return False
    return any(lower.endswith("s") and _singular(lower) in words.documents for lower in behind)


def _has_owner(doc: Doc, phrase: Phrase) -> bool:
    """Whether somebody's name or a possessive stands before a noun: "the Vance team"."""
    if phrase.owner is not None:
        return True
    return any(word[0].isupper() for word in doc.words[phrase.i + 1 : phrase.head])


def _kind_of_people(
    word: str,
    opening: str,
    words: _NounKindWords,
) -> SpeakerKind | None:
    """Whether a noun is a document, a group or one person; None for all that remains."""
    if word in words.groups:
        return SpeakerKind.GROUP
    if word in words.documents or _singular(word) in words.documents:
        return SpeakerKind.DOCUMENT
    plural = word.endswith("s") and not word.endswith("ss")
    if word in words.people or word in words.together or (plural and _is_plural_role(word, words)):
        return SpeakerKind.GROUP
    if word in words.roles:
        several = opening in words.counting or opening in _EVERYBODY
        return SpeakerKind.GROUP if several else SpeakerKind.UNNAMED
    if word.endswith("-old") or word in words.one_person:
        return SpeakerKind.UNNAMED
    return None


def _kind_of_thing(
    word: str,
    opening: str,
    words: _NounKindWords,
    *,
    capital: bool,
) -> SpeakerKind:
    """What a noun stands for that no list has among people and documents."""
    plural = word.endswith("s") and not word.endswith("ss")
    if word in words.organisations or (word in words.org_words and not plural):
        return ORGANIZATION
    number = word[0].isdigit() or word in words.collectives or opening == "those"
    if plural or number or word in words.counting or opening in words.counting:
        return SpeakerKind.GROUP
    agent = len(word) >= _MIN_LETTERS_OF_AGENT and word.endswith(_AGENTS)
    if agent and not capital:
        return SpeakerKind.UNNAMED
    return ORGANIZATION if capital else SpeakerKind.OTHER


def _kind_of_one(
    doc: Doc,
    phrase: Phrase,
    words: _NounKindWords,
) -> SpeakerKind:
    """What "one of" a plural noun is."""
    for lower in doc.lowers[phrase.head + 2 : phrase.j]:
        if _singular(lower) in words.documents:
            return SpeakerKind.DOCUMENT
        if _singular(lower) in words.organisations:
            return ORGANIZATION
        if _means_people(lower, words):
            return SpeakerKind.UNNAMED
    return SpeakerKind.UNNAMED


def counts_people(doc: Doc, phrase: Phrase) -> bool:
    """Whether a noun counts people: "a group of doctors", "73 percent", "eight of 10 voters"."""
    words, word = _noun_kind_words(doc.pack), doc.lowers[phrase.head]
    if word in {"percent", "%"}:
        return True
    behind = phrase.head + 1
    if behind >= phrase.j:
        return False
    link = doc.lowers[behind]
    if link == "in" and word == "one" and behind + 1 < phrase.j:
        # "one in five"
        number = doc.lowers[behind + 1]
        return number.isdigit() or number in words.counting
    if link != "of" and not (link == "in" and word.isdigit()):
        return False
    if not any(_means_people(lower, words) for lower in doc.lowers[behind + 1 : phrase.j]):
        return False
    if word == "one":
        # "one or more of its members"
        return "or" in doc.lowers[phrase.i : behind]
    if word in words.collectives or word in words.counting:
        return True
    return word.isdigit() or word in words.determiners


def _means_people(word: str, words: _NounKindWords) -> bool:
    """Whether a noun means people in the plural."""
    if word in words.groups or word in words.people:
        return True
    return word.endswith("s") and _is_plural_role(word, words)


def _is_plural_role(word: str, words: _NounKindWords) -> bool:
    """Whether a word in -s is the plural of a role or of a people's adjective."""
    return word[:-1] in words.roles or is_people(word, words.peoples)


def _singular(word: str) -> str:
    """A noun without the ending of its plural."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
