"""A common noun for a body -> the body of the text that it means.

In: the tokens of a noun phrase without a name, and whose each name is. Out: where the body's
fullest name stands. Why: "a spokesman for the commission" is of the Norvale Water Commission where
that is the only commission the text names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names.records import ORGANIZATION, PERSON
from newsquote._text.ranges import Chars

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.identities.clusters import Cluster
    from newsquote._text.doc import Doc
    from newsquote._text.ranges import Tokens

__all__ = ["NamedBodies"]

_AS_THEY_ARE = frozenset(("police",))
"""Nouns that say enough: several police forces are "police"."""

_POLICE = "police"
_MAX_WORDS_BEFORE_POLICE = 4
"""How many words a town's name before "police" has at most, and one."""
_MAX_OF_ONE_SORT = 8
"""Of so many commissions none is meant by "the commission" alone."""


class NamedBodies:
    """The organisations that one text names, by the last words of their names."""

    def __init__(self, doc: Doc, of_name: Mapping[int, Cluster]) -> None:
        self._doc, self._of_name = doc, of_name
        self._by_last: dict[str, list[Cluster]] | None = None
        self._police: Chars | None = None
        self._police_found = False

    def meant_by(self, phrase: Tokens) -> Chars | None:
        """Where the name stands of the only organisation whose name ends with a phrase."""
        words = tuple(self._doc.lowers[phrase.i : phrase.j])
        ending = self._ending_with(words[-1])
        if words[-1] in _AS_THEY_ARE or len(ending) > _MAX_OF_ONE_SORT:
            return None
        fitting = [
            cluster
            for cluster in ending
            if len(cluster.fullest) > len(words)
            and tuple([word.casefold() for word in cluster.fullest[-len(words) :]]) == words
        ]
        return fitting[0].forms.get(fitting[0].fullest) if len(fitting) == 1 else None

    def only_police(self) -> Chars | None:
        """Where the only police force stands that the text names: "Norvale police"."""
        if not self._police_found:
            self._police, self._police_found = self._find_police(), True
        return self._police

    def _find_police(self) -> Chars | None:
        lowers, forces = self._doc.lowers, dict[str, Chars]()
        for i, cluster in self._of_name.items():
            j = i + 1
            while j < i + _MAX_WORDS_BEFORE_POLICE and j < len(lowers) and lowers[j] != _POLICE:
                j += 1
            person = cluster.kind == PERSON and not cluster.is_doubtful_person
            if lowers[j : j + 1] != [_POLICE] or person:
                continue
            if not all(word[0].isupper() for word in self._doc.words[i:j]):
                continue
            forces.setdefault(" ".join(lowers[i:j]), Chars(self._doc.starts[i], self._doc.ends[j]))
        return next(iter(forces.values())) if len(forces) == 1 else None

    def _ending_with(self, word: str) -> list[Cluster]:
        if self._by_last is None:
            self._by_last = {}
            for cluster in dict.fromkeys(self._of_name.values()):
                if cluster.kind == ORGANIZATION and cluster.fullest:
                    last = cluster.fullest[-1].casefold()
                    self._by_last.setdefault(last, []).append(cluster)
        return self._by_last.get(word, [])
