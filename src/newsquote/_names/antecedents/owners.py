"""A pronoun before a noun -> whom it means.

In: the "his" of "his lawyer", or another pronoun that nobody asks after. Out: who it is, found
once. Why: whose lawyer somebody is tells who that is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names import lexicon

if TYPE_CHECKING:
    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.antecedents.ranker import Ranker
    from newsquote._names.antecedents.unnamed import Unnamed
    from newsquote._names.identities.clusters import Cluster

__all__ = ["PronounOwners"]

_CHOSEN = frozenset(("m", "f", "plural", "thing"))
"""Meanings for which whoever stands out is chosen."""


class PronounOwners:
    """Finds whom the pronouns of one text mean that no source is."""

    def __init__(
        self,
        discourse: Discourse,
        ranker: Ranker,
        unnamed: Unnamed,
    ) -> None:
        self._discourse, self._ranker, self._unnamed = (
            discourse,
            ranker,
            unnamed,
        )
        self._meanings = lexicon.for_pack(discourse.doc.pack).pronouns

    def cluster_at(self, i: int) -> Cluster | None:
        """Whom the pronoun at a token means."""
        known = self._discourse.pronouns
        if i in known:
            return known[i]
        word = self._discourse.doc.lowers[i]
        meaning = self._meanings[word]
        if meaning == "narrator":
            return self._unnamed.narrator(word, i)
        choice = self._ranker.choose(meaning, i) if meaning in _CHOSEN else None
        if choice is None:
            return None
        known[i] = choice.cluster
        return choice.cluster
