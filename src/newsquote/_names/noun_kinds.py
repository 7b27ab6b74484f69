"""A common noun -> what kind of somebody it stands for.

In: a phrase about a common noun. Out: organization, group, unnamed, document or other. Why: a
common noun tells by what it means and by its number.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from newsquote._names.kinds import is_people
from newsquote._names.records import ORGANIZATION
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.phrases.records import Phrase
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["counts_people", "kind_of_noun"]

_EVERYBODY = frozenset(("any", "every", "no"))


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _NounKindWords:
    roles: frozenset[str]
    titles: frozenset[str]
    documents: frozenset[str]
    groups: frozenset[str]
    people: frozenset[str]
    one_person: frozenset[str]
    organisations: frozenset[str]
    """Nouns and endings of names for organisations, and places that act: "agency", "the city"."""
    peoples: Mapping[str, str]
    counting: frozenset[str]
    collectives: frozenset[str]
    determiners: frozenset[str]


@lru_cache(maxsize=8)
def _noun_kind_words(pack: LanguagePack) -> _NounKindWords:
    kinds, endings = pack.words("organisation_kinds"), pack.words("org_words")
    return _NounKindWords(
        roles=pack.words("roles"),
        titles=pack.words("titles"),
        documents=pack.words("document_words"),
        groups=pack.words("group_words"),
        people=pack.closed("people_words"),
        one_person=pack.closed("singular_people"),
        organisations=kinds | endings | pack.closed("places_as_people"),
        peoples=pack.table("demonyms"),
        counting=pack.closed("counting_words"),
        collectives=pack.closed("collective_words"),
        determiners=pack.words("determiners"),
    )


def kind_of_noun(doc: Doc, phrase: Phrase) -> SpeakerKind:
    """What a phrase about a common noun stands for."""
    words = _noun_kind_words(doc.pack)
    word, opening = doc.lowers[phrase.head], doc.lowers[phrase.i]
    if phrase.several or counts_people(doc, phrase):
        return SpeakerKind.GROUP
    if word in words.documents and word not in words.groups:
        return SpeakerKind.DOCUMENT
    if word in words.roles or word in words.titles:
        several = opening in words.counting or opening in _EVERYBODY
        return SpeakerKind.GROUP if several else SpeakerKind.UNNAMED
    if word.endswith("-old"):
        return SpeakerKind.UNNAMED
    plural = word.endswith("s") and not word.endswith("ss")
    if word in words.groups or word in words.people or (plural and _is_plural_role(word, words)):
        return SpeakerKind.GROUP
    if word in words.one_person:
        return SpeakerKind.UNNAMED
    if word in words.organisations:
        return ORGANIZATION
    if plural or opening in words.counting:
        return SpeakerKind.GROUP
    capital = doc.words[phrase.head][0].isupper() and phrase.head > phrase.i
    return ORGANIZATION if capital else SpeakerKind.OTHER


def counts_people(doc: Doc, phrase: Phrase) -> bool:
    """Whether a noun counts people: "a group of doctors", "73 percent", "eight of 10 voters"."""
    words, word = _noun_kind_words(doc.pack), doc.lowers[phrase.head]
    if word in {"percent", "%"}:
        return True
    behind = phrase.head + 1
    if behind >= phrase.j:
        return False
    link = doc.lowers[behind]
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
