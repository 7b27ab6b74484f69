"""A description of a person -> how well it fits each candidate.

In: a phrase such as "the Norvale senator", and the persons whom its noun may mean. Out: those whom
it can mean, with scores. Why: what a description takes up stands in the text: a title, an
apposition; a place or a party that is not theirs speaks against it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._names import lexicon
from newsquote._names.antecedents import pointing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.identities.clusters import Cluster
    from newsquote._names.phrases.records import Phrase
    from newsquote._names.roles.descriptions import Description
    from newsquote._text.ranges import Tokens
    from newsquote.lang import LanguagePack

__all__ = [
    "KINDRED_NOUN",
    "SAME_NOUN",
    "DescribedPersons",
    "FittingPerson",
    "comes_soon",
    "nearness",
]

SAME_NOUN, KINDRED_NOUN = 3.0, 2.0
"""How much the noun itself says, and another noun for the same thing."""
_SHARED_WORD, _STRANGE_WORD = 0.7, -0.2
"""For each other word of the phrase that is told of the person, and each that is not."""
_MAX_COUNTED_WORDS = 3
_CLASH = -2.0
"""The phrase gives a place or a party, and the text another one."""
_PARAGRAPH = 0.15
"""What each paragraph takes from the nearness of the last mention, which is 1 in the same one."""
_MAX_PARAGRAPHS_AHEAD = 8
"""How far a headline or a lead may point forward."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _DescriptionWords:
    role_genders: Mapping[str, str]
    kindred: Mapping[str, frozenset[str]]
    places: frozenset[str]
    parties: frozenset[str]


@lru_cache(maxsize=8)
def _description_words(pack: LanguagePack) -> _DescriptionWords:
    made = lexicon.for_pack(pack)
    return _DescriptionWords(
        role_genders=pack.table("roles"),
        kindred=made.role_kinds,
        places=made.places,
        parties=pack.closed("parties"),
    )


def nearness(
    discourse: Discourse,
    last: int,
    at: int,
) -> float:
    """What a last mention at one offset counts at another: 1 in the same paragraph, down to 0."""
    if last < 0:
        return 0.0
    paragraphs = discourse.doc.paragraph_of(at) - discourse.doc.paragraph_of(last)
    return max(0.0, 1.0 - _PARAGRAPH * paragraphs)


def comes_soon(
    discourse: Discourse,
    cluster: Cluster,
    at: int,
) -> bool:
    """Whether somebody is named not far behind an offset."""
    if cluster.named_at < at:
        return False
    doc = discourse.doc
    paragraphs = doc.paragraph_of(cluster.named_at) - doc.paragraph_of(at)
    return paragraphs <= _MAX_PARAGRAPHS_AHEAD


class FittingPerson(NamedTuple):
    """A person whom a noun can mean, with the descriptions that say so."""

    person: Cluster
    descriptions: list[Description]

    @property
    def owners(self) -> list[Tokens]:
        """Whose, or of what, the descriptions say that the person is."""
        beside = [(told.owner, told.affiliation) for told in self.descriptions]
        return [place for places in beside for place in places if place is not None]


class DescribedPersons:
    """Compares the descriptions of one text with its persons."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._words = _description_words(discourse.doc.pack)

    def fitting(
        self,
        person: Cluster,
        phrase: Phrase,
        noun: str,
        *,
        definite: bool,
    ) -> FittingPerson | None:
        """A person with the descriptions that have a phrase's noun; None if it cannot be meant."""
        if not self._is_in_reach(person, phrase, definite=definite):
            return None
        kindred = self._words.kindred
        told = [
            one
            for one in person.descriptions
            if one.noun == noun or noun in kindred.get(one.noun, ())
        ]
        gender = self._words.role_genders.get(noun, "")
        if not told or (gender and person.gender not in {"", gender}):
            return None
        return FittingPerson(person, told)

    def _is_in_reach(
        self,
        person: Cluster,
        phrase: Phrase,
        *,
        definite: bool,
    ) -> bool:
        """Whether a phrase can point back at somebody, or ahead."""
        at = self._discourse.doc.starts[phrase.i]
        if 0 <= person.named_at < at:
            return definite or pointing.in_headline(self._discourse, phrase)
        ahead = pointing.may_point_ahead(self._discourse, phrase)
        return ahead and comes_soon(self._discourse, person, at)

    def score(
        self,
        fitting: FittingPerson,
        phrase: Phrase,
        noun: str,
    ) -> float | None:
        """How well a description fits; None where a kindred noun has too much beside it."""
        person, words = fitting.person, phrase.words()
        about = self._discourse.reader.roles.telling.expanded(person.about)
        same = any(told.noun == noun for told in fitting.descriptions)
        if not same and self._is_all_strange(words, about):
            return None
        at = self._discourse.doc.starts[phrase.i]
        score = SAME_NOUN if same else KINDRED_NOUN
        score += self._words_fit(words, about)
        return score + nearness(self._discourse, person.last_before(at), at)

    def _is_all_strange(self, words: frozenset[str], about: frozenset[str]) -> bool:
        """Whether several words are told of somebody nowhere, a place counted as one."""
        places = self._words.places
        others = len(words - places) + (not words.isdisjoint(places))
        return others > 1 and words.isdisjoint(about)

    def _words_fit(self, words: frozenset[str], about: frozenset[str]) -> float:
        """What the other words of a phrase say."""
        shared = len(words & about)
        clash = any(
            _clash(words & kind, about & kind) for kind in (self._words.places, self._words.parties)
        )
        fit = _SHARED_WORD * min(shared, _MAX_COUNTED_WORDS)
        if clash:
            fit += _CLASH
        return fit + _STRANGE_WORD * min(len(words) - shared, _MAX_COUNTED_WORDS)


def _clash(words: frozenset[str], about: frozenset[str]) -> bool:
    """Whether words of one class are given on both sides, and none of them on both."""
    return bool(words) and bool(about) and words.isdisjoint(about)
