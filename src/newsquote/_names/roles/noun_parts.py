"""A head noun -> the role with its small words, of what it is, and whose it is.

In: the tokens of a noun phrase and its head. Out: ranges of tokens. Why: a noun before a name, one
in an apposition and one that stands alone have the same parts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.records import PERSON
from newsquote._text.ranges import Tokens
from newsquote._text.signs import POSSESSIVES
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.spotted import Names
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["NounParts"]

_APOSTROPHES = frozenset(("'", "’"))
_OWNER_LINKS = frozenset(("for", "of", "to"))


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _PartWords:
    determiners: frozenset[str]
    cases: Mapping[str, str]
    """Pronouns in front of a noun: "her"."""
    no_modifiers: frozenset[str]
    """Small words that end the words before a role."""
    links: frozenset[str]


@kept_by_pack
def _part_words(pack: LanguagePack) -> _PartWords:
    cases = pack.table("pronoun_cases")
    made = lexicon.for_pack(pack)
    nouns = made.modifiers | pack.words("roles") | pack.closed("role_ranks")
    nouns |= pack.words("org_words") | pack.words("portfolios")
    small = pack.words("function_words") | pack.words("determiners") | pack.words("prepositions")
    return _PartWords(
        determiners=pack.words("determiners"),
        cases=cases,
        no_modifiers=small | pack.closed("joiners") | (made.verbs - nouns) | frozenset(cases),
        links=pack.closed("name_links"),
    )


class NounParts:
    """Finds the parts of one text's noun phrases."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self._doc, self._names, self._words = doc, names, _part_words(doc.pack)

    def role_start(self, k: int, i: int) -> int:
        """Where the words begin that belong to the role at ``k``, not before ``i``.

        So in "chief executive", "political analyst".
        """
        words, lowers = self._doc.words, self._doc.lowers
        while k > i and lowers[k - 1] not in self._words.no_modifiers:
            initial = words[k - 1][0]
            if not initial.islower() or not initial.isalpha():
                break
            k -= 1
        return k

    def linked_name(self, k: int, end: int) -> Tokens | None:
        """The name behind the "for", "of" or "at" at ``k``, if it is no person's."""
        lowers = self._doc.lowers
        end = min(end, len(lowers))
        if k >= end or lowers[k] not in self._words.links:
            return None
        n = k + 1
        while n < end and lowers[n] in self._words.determiners:
            n += 1
        name = self._names.at(n) if n < end else None
        if name is None or name.i != n or name.kind == PERSON:
            return None
        return Tokens(name.i, min(name.j, end))

    def owner(
        self,
        i: int,
        head: int,
        end: int,
        core: int,
    ) -> Tokens | None:
        """Whose a head noun is: "her lawyer", "Vance's lawyer", "a lawyer for Vance".

        :param end: the token behind the noun and what stands before it.
        :param core: the token behind all that belongs to the noun.
        """
        if i < head and self._doc.lowers[i] in self._words.cases:
            return Tokens(i, i + 1)
        return self._owner_before(i, head) or self._owner_behind(end, core)

    def _owner_before(self, i: int, head: int) -> Tokens | None:
        """Who stands in the possessive before a noun."""
        for k in range(i + 1, head):
            sign = self._doc.words[k]
            if sign in POSSESSIVES or sign in _APOSTROPHES:
                name = self._names.at(k - 1)
                return Tokens(i, k) if name is None else name.tokens
        return None

    def _owner_behind(self, end: int, core: int) -> Tokens | None:
        """The name or pronoun behind a noun's "for", "of" or "to"."""
        behind = end + 1
        if behind >= core or self._doc.lowers[end] not in _OWNER_LINKS:
            return None
        name = self._names.at(behind)
        if name is not None and name.i == behind:
            return name.tokens
        if self._doc.lowers[behind] in self._words.cases:
            return Tokens(behind, behind + 1)
        return None
