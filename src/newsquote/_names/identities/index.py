"""Who has which name, while the names of a text are gathered.

In: clusters with their names, one after the other. Out: look-ups by the token where a name stands
and by the words of a name. Why: the steps that gather, join and correct identities share this
record and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsquote._names.identities.clusters import Cluster
    from newsquote._text.ranges import Chars

__all__ = ["MAX_NAMESAKES", "NameIndex"]

MAX_NAMESAKES = 40
"""How many persons with one word in their names are looked at, the latest."""


@attrs.frozen(eq=False, repr=False)
class NameIndex:
    """The clusters of one text by their names."""

    of_name: dict[int, Cluster] = attrs.field(factory=dict)
    """By the token where the name begins."""
    by_word: dict[str, list[Cluster]] = attrs.field(factory=dict)
    """Persons, by each telling word of their full names."""
    by_key: dict[str, Cluster] = attrs.field(factory=dict)
    """All others, by the whole name as it is compared."""
    by_initials: dict[str, Cluster] = attrs.field(factory=dict)
    """Organisations, by the acronyms of their names."""
    beginnings: dict[str, tuple[tuple[str, ...], Chars]] = attrs.field(factory=dict)
    """The first words of long names, as they are compared: form and place."""
    namesakes: dict[int, tuple[Cluster, ...]] = attrs.field(factory=dict)
    """Whom a name could mean, by the token where it begins, where it is more than one."""

    def each(self) -> Iterable[Cluster]:
        """Every cluster with a name, each once."""
        return dict.fromkeys(self.of_name.values())

    def in_order(self) -> list[Cluster]:
        """Every cluster with a name, each once, in the order of first mention."""
        return sorted(self.each(), key=lambda cluster: cluster.first)

    def between(self, i: int, j: int) -> list[Cluster]:
        """Those whose names begin at one of the tokens ``i`` to ``j``, each once, in order."""
        known = [self.of_name.get(k) for k in range(i, j)]
        return [cluster for cluster in dict.fromkeys(known) if cluster is not None]

    def with_word(self, word: str) -> list[Cluster]:
        """The latest persons whose full names have a word."""
        return self.by_word.get(word, [])[-MAX_NAMESAKES:]

    def add_person(self, person: Cluster, words: Iterable[str]) -> None:
        """Note a person by words of the name."""
        for word in words:
            homonyms = self.by_word.setdefault(word, [])
            if person not in homonyms[-MAX_NAMESAKES:]:
                homonyms.append(person)

    def replace(self, merged: Mapping[Cluster, Cluster]) -> None:
        """Put one identity in the place of another."""
        if not merged:
            return
        for i, cluster in self.of_name.items():
            self.of_name[i] = merged.get(cluster, cluster)
        for key, cluster in self.by_key.items():
            self.by_key[key] = merged.get(cluster, cluster)
