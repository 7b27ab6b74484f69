"""A phrase -> the phrases that are joined in it.

In: the tokens of a phrase with an "and". Out: the tokens of each part, or none. Why: "Lee, Kim and
Cho" are three, "Lee, the mayor, and other leaders" two, and "the Lee and Kim campaigns" one noun
with two names.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._names.records import PERSON
from newsquote._text.ranges import Tokens
from newsquote._text.signs import DASHES, POSSESSIVES

if TYPE_CHECKING:
    from newsquote._names.phrases.nouns import NounPhrases
    from newsquote._names.spotted import Names
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["JOINING", "JoinedPhrases"]

JOINING = frozenset(("and", "&"))
_OPENING_ASIDES = DASHES | {"("}


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _ListWords:
    roles: frozenset[str]
    determiners: frozenset[str]
    before_name: frozenset[str]
    """What may stand between a comma and a name of a list: determiners and roles."""
    prepositions: frozenset[str]
    relatives: frozenset[str]


@lru_cache(maxsize=8)
def _list_words(pack: LanguagePack) -> _ListWords:
    return _ListWords(
        roles=pack.words("roles"),
        determiners=pack.words("determiners"),
        before_name=pack.words("determiners") | pack.words("roles"),
        prepositions=pack.words("prepositions"),
        relatives=pack.closed("relatives"),
    )


class JoinedPhrases:
    """Takes the joined phrases of one text apart."""

    def __init__(
        self,
        doc: Doc,
        names: Names,
        nouns: NounPhrases,
    ) -> None:
        self._doc, self._names, self._nouns = doc, names, nouns
        self._words = _list_words(doc.pack)

    def parts(self, i: int, j: int) -> list[Tokens]:
        """The phrases joined in the tokens ``i`` to ``j``; none where nothing is joined."""
        if JOINING.isdisjoint(self._doc.lowers[i:j]):
            return []
        cuts = self._cuts(i, j)
        if not any(cut.joins for cut in cuts):
            return []
        begin = i
        parts: list[Tokens] = []
        for cut in cuts:
            parts.append(Tokens(begin, cut.at))
            begin = cut.behind
        if begin >= j:
            return []
        parts.append(Tokens(begin, j))
        if not self._is_list(parts, j):
            return []
        return [part for part in parts if part.i < part.j]

    def _cuts(self, i: int, j: int) -> list[_Cut]:
        """Where the commas and joiners stand that part a list, in order."""
        lowers, words = self._doc.lowers, self._words
        cuts: list[_Cut] = []
        begin = k = i
        aside = preposition = False
        while k < j:
            name = self._names.at(k)
            if name is not None:
                k = max(k + 1, min(name.j, j))
                continue
            word = lowers[k]
            cut = None
            if word == "," and k + 1 < j:
                cut = self._cut_at_comma(k, begin, behind=preposition or aside)
                aside = cut is None
            elif word in JOINING:
                if not aside and self._joins(k, begin, behind=preposition):
                    cut = _Cut(k, k + 1, joins=True)
            elif word in words.prepositions and k > begin:
                preposition = True
            elif word in _OPENING_ASIDES or (word in words.relatives and k > begin):
                aside = True
            if cut is not None:
                cuts.append(cut)
                begin, preposition = cut.behind, False
            k = k + 1 if cut is None else cut.behind
        return cuts

    def _cut_at_comma(
        self,
        k: int,
        begin: int,
        *,
        behind: bool,
    ) -> _Cut | None:
        """The cut at a comma, if the list goes on behind it."""
        if self._doc.lowers[k + 1] in JOINING:
            return _Cut(k, k + 2, joins=True)
        if self._goes_on_with_name(k + 1, begin, behind=behind):
            return _Cut(k, k + 1, joins=False)
        return None

    def _joins(
        self,
        k: int,
        begin: int,
        *,
        behind: bool,
    ) -> bool:
        """Whether a joiner joins two phrases and not two nouns behind a preposition."""
        return not behind or self._goes_on_with_name(k + 1, begin, behind=True)

    def _goes_on_with_name(
        self,
        k: int,
        begin: int,
        *,
        behind: bool,
    ) -> bool:
        """Whether a name is one more of the list, and no place or apposition of the one before.

        :param behind: whether a preposition, a clause or an aside stands before it.
        """
        doc = self._doc
        if behind:
            k = self._behind_determiners(k)
        name = self._names.at(k)
        if name is None or name.i != k:
            return False
        if name.j < len(doc.words) and doc.words[name.j] in POSSESSIVES:
            return False
        first = next(iter(self._names.between(begin, k)), None)
        after_person = first is not None and first.kind == PERSON
        if name.place and after_person:
            return False
        if behind:
            return after_person and name.kind == PERSON and not name.place
        opened = self._doc.lowers[begin] in self._words.determiners
        return opened or self._names.at(begin) is not None

    def _behind_determiners(self, k: int) -> int:
        """The first token from ``k`` on that is neither a determiner nor a role."""
        lowers, last = self._doc.lowers, len(self._doc.lowers) - 1
        while k < last and lowers[k] in self._words.before_name:
            k += 1
        return k

    def _is_list(self, parts: list[Tokens], j: int) -> bool:
        """Whether the parts are phrases of their own: not "the Lee and Kim campaigns"."""
        last = parts[-1]
        head = self._nouns.phrase(last.i, last.j)
        if head.names or not self._names.between(last.i, last.j):
            return True
        return head.end < j or self._doc.lowers[last.i] in self._words.determiners


class _Cut(NamedTuple):
    """A place where a list is cut: the comma or joiner, and the token that goes on behind it."""

    at: int
    behind: int
    joins: bool
    """Whether an "and" stands there."""
