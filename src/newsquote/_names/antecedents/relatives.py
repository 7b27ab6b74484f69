"""A relative pronoun -> whom the words before it mean.

In: a "who", "which" or "that" as a source. Out: the identity of the noun phrase before it. Why: a
relative pronoun does not take up whoever stands out, but what stands right before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.antecedents.antecedent import Antecedent
from newsquote._names.how import How
from newsquote._names.records import PERSON
from newsquote._text.signs import PAUSES, POSSESSIVES
from newsquote.kinds import SpeakerKind
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._names.antecedents.discourse import Discourse
    from newsquote._names.antecedents.heads import Heads
    from newsquote._names.identities.clusters import Cluster
    from newsquote._names.spotted import Name
    from newsquote.lang import LanguagePack

__all__ = ["Relatives"]

_MAX_TOKENS_BACK = 14
"""How far before "who" its noun may stand."""
_SURE = 0.9
_FOR_THINGS = frozenset(("which", "that"))
_SIGNS_BEFORE = PAUSES | {")"}
_OWNER_SIGNS = POSSESSIVES | {"'", "’"}
_PERSONS = frozenset((SpeakerKind.PERSON, SpeakerKind.UNNAMED, SpeakerKind.GROUP))


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _RelativeWords:
    persons: frozenset[str]
    function_words: frozenset[str]
    determiners: frozenset[str]
    between: frozenset[str]
    """Words that may stand between a noun and its relative pronoun: "of" in "of whom"."""
    plural_verbs: frozenset[str]


@kept_by_pack
def _relative_words(pack: LanguagePack) -> _RelativeWords:
    return _RelativeWords(
        persons=lexicon.for_pack(pack).persons,
        function_words=pack.words("function_words"),
        determiners=pack.words("determiners"),
        between=pack.closed("before_relatives"),
        plural_verbs=pack.closed("plural_verbs"),
    )


class Relatives:
    """Finds whom the relative pronouns of one text mean."""

    def __init__(self, discourse: Discourse, heads: Heads) -> None:
        self._discourse, self._doc, self._heads = discourse, discourse.doc, heads
        self._words = _relative_words(discourse.doc.pack)

    def antecedent(self, i: int, word: str) -> Antecedent | None:
        """Whom the noun phrase before a relative pronoun means."""
        first = self._doc.sentences[self._doc.sentence_of(i)][0]
        k = i - 1
        while k >= first and self._is_between(k):
            k -= 1
        if word in _FOR_THINGS:
            return self._thing_before(k, first)
        return self._person_before(k, first)

    def _is_between(self, k: int) -> bool:
        """Whether a token may stand between a noun and its relative pronoun."""
        if self._doc.words[k] in _SIGNS_BEFORE:
            return True
        return self._doc.lowers[k] in self._words.between

    def _person_before(self, k: int, first: int) -> Antecedent | None:
        """The nearest person or noun for people."""
        for n in range(k, max(first, k - _MAX_TOKENS_BACK) - 1, -1):
            name = self._discourse.names.at(n)
            if name is None:
                if self._doc.lowers[n] in self._words.persons and not self._owns(n):
                    return self._described(n, first)
                continue
            cluster = self._discourse.cluster_of(name)
            if cluster is None or name.j != n + 1 or name.place:
                continue
            if cluster.kind in _PERSONS:
                pair = self._joined_before(name, first)
                return Antecedent(pair or cluster, _SURE, How.RELATIVE)
        return None

    def _owns(self, n: int) -> bool:
        """Whether a noun only owns what follows: "the crews' union, who"."""
        return self._doc.words[n + 1] in _OWNER_SIGNS

    def _thing_before(self, k: int, first: int) -> Antecedent | None:
        """The name or noun right before."""
        if k < first:
            return None
        name = self._discourse.names.at(k)
        if name is not None:
            cluster = self._discourse.cluster_of(name)
            return None if cluster is None else Antecedent(cluster, _SURE, How.RELATIVE)
        if not self._doc.words[k][0].isalpha():
            return None
        if self._doc.lowers[k] in self._words.function_words:
            return None
        return self._phrase_meaning(self._phrase_start(k, first), k + 1)

    def _phrase_start(self, n: int, first: int) -> int:
        """Where the noun phrase that ends with a noun begins: at a determiner or behind a sign."""
        words, lowers, start = self._doc.words, self._doc.lowers, n
        lowest = max(first, n - _MAX_TOKENS_BACK)
        while start > lowest and words[start][0].isalnum():
            if lowers[start] in self._words.determiners:
                break
            start -= 1
        if start == n or words[start][0].isalnum():
            return start
        return start + 1

    def _described(self, n: int, first: int) -> Antecedent | None:
        """Whom a noun before "who" describes: the name before an apposition, or somebody else."""
        start = self._phrase_start(n, first)
        if start - 2 >= first and self._doc.words[start - 1] == ",":
            cluster = self._discourse.cluster_of(self._discourse.names.at(start - 2))
            if cluster is not None and cluster.kind == PERSON:
                return Antecedent(cluster, _SURE, How.APPOSITION)
        return self._phrase_meaning(start, n + 1)

    def _phrase_meaning(self, i: int, j: int) -> Antecedent | None:
        """Whom the noun phrase ``i`` to ``j`` means."""
        phrase = self._discourse.reader.phrase(i, j)
        if phrase.pronoun is not None or phrase.parts:
            return None
        found = self._heads.antecedent(phrase)
        return None if found is None else found._replace(how=How.RELATIVE)

    def _joined_before(self, name: Name, first: int) -> Cluster | None:
        """Two persons joined right before "who", where its verb says that both are meant."""
        words, lowers = self._doc.words, self._doc.lowers
        if name.i - 2 < first or lowers[name.i - 1] != "and":
            return None
        verb = name.j + 1
        if words[name.j : name.j + 1] == [","]:
            verb += 1
        if lowers[min(verb, len(words) - 1)] not in self._words.plural_verbs:
            return None
        one = self._discourse.cluster_of(self._discourse.names.at(name.i - 2))
        other = self._discourse.cluster_of(name)
        if one is None or other is None or one is other:
            return None
        persons = one.kind == PERSON and other.kind == PERSON
        return self._discourse.group([one, other]) if persons else None
