"""Named identities -> who is called by which noun.

In: clusters with their names and descriptions. Out: persons by the nouns that they are called,
organisations by the words of their names and descriptions. Why: a description is compared with
those whom its noun may mean, and with nobody else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names import lexicon
from newsquote._names.records import PERSON
from newsquote._names.roles.descriptions import Description

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsquote._names.identities.clusters import Cluster
    from newsquote.lang import LanguagePack

__all__ = ["DescriptionIndex"]

_MAX_CANDIDATES = 60
"""How many of those called by one noun are compared, the first of the text."""


class DescriptionIndex:
    """The identities of one text by the nouns that may take them up."""

    def __init__(self, pack: LanguagePack, clusters: Iterable[Cluster]) -> None:
        self._kindred = lexicon.for_pack(pack).role_kinds
        self._persons: dict[str, list[Cluster]] = {}
        self._others: dict[str, list[Cluster]] = {}
        for cluster in clusters:
            nouns = {told.noun for told in cluster.descriptions if told.noun}
            if cluster.kind == PERSON:
                self._add_person(cluster, nouns)
            else:
                self._add_other(cluster, nouns)

    def _add_person(self, person: Cluster, nouns: Iterable[str]) -> None:
        every = set(nouns)
        for noun in nouns:
            every |= self._kindred.get(noun, frozenset())
        for noun in every:
            self._persons.setdefault(noun, []).append(person)

    def _add_other(self, cluster: Cluster, nouns: Iterable[str]) -> None:
        words = set(nouns)
        for form in cluster.forms:
            words.update(map(str.lower, form))
        for word in words:
            self._others.setdefault(word, []).append(cluster)

    def persons(self, noun: str) -> list[Cluster]:
        """The persons whom a noun may mean."""
        return self._persons.get(noun, [])[:_MAX_CANDIDATES]

    def others(self, noun: str) -> list[Cluster]:
        """The identities of other kinds whom a noun may mean."""
        return self._others.get(noun, [])[:_MAX_CANDIDATES]

    def learn(
        self,
        cluster: Cluster,
        noun: str,
        words: Callable[[], frozenset[str]],
    ) -> None:
        """Note that somebody was called by a noun that the text had not prepared."""
        cluster.descriptions.append(Description(noun=noun, words=words))
        called = self._persons if cluster.kind == PERSON else self._others
        called.setdefault(noun, []).append(cluster)
