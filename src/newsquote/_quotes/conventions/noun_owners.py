"""Whose a noun of saying is: "her claim", "the minister's", "Ann Lee's", "critics'".

In: the token of a noun. Out: the mention before it that owns it, if there is one. Why: the owner of
a noun of saying is its source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.clauses import cues
from newsquote._text.signs import POSSESSIVES
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._names.spotting import Names
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["Owner", "Owners"]

_MAX_OWNER_TOKENS = 7
_MAX_MODIFIERS = 2
"""Adjectives between an owner and its noun: "her first public statement"."""
_APOSTROPHES = POSSESSIVES | {"'", "’"}


class Owner(NamedTuple):
    """Whose a noun is: the tokens of the mention, and where the phrase with the noun begins."""

    i: int
    j: int
    first: int


@kept_by_pack
def _edges(pack: LanguagePack) -> frozenset[str]:
    """The words that cannot belong to an owner's noun phrase."""
    return frozenset({"that"}).union(
        pack.words("prepositions"),
        pack.words("determiners"),
        pack.words("auxiliaries"),
        pack.closed("conjunctions"),
        cues.verbs(pack),
    )


class Owners:
    """Finds whose a noun is."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self.words, self.lowers, self.names = doc.words, doc.lowers, names
        self.pronouns = doc.pack.closed("possessive_pronouns")
        self.determiners = doc.pack.words("determiners")
        self.edges = _edges(doc.pack)

    def before(self, k: int, first: int) -> Owner | None:
        """The owner of the noun at ``k``: "her", "the minister's", "Ann Lee's", "critics'"."""
        sign = self._before_modifiers(k, first)
        if sign < first:
            return None
        if self.lowers[sign] in self.pronouns:
            return Owner(sign, sign + 1, sign)
        if self.words[sign] not in _APOSTROPHES:
            return None
        i = self._phrase_start(sign, first)
        return Owner(i, sign + 1, i) if i < sign else None

    def _before_modifiers(self, k: int, first: int) -> int:
        """The token before the noun and its adjectives."""
        n = k - 1
        while n >= first and k - n <= _MAX_MODIFIERS:
            word = self.words[n]
            is_small = word.islower() and word.isalpha()
            if not is_small or self.lowers[n] in self.pronouns:
                break
            n -= 1
        return n

    def _phrase_start(self, sign: int, first: int) -> int:
        """Where the noun phrase before an apostrophe begins."""
        name = self.names.at(sign - 1) if sign > first else None
        i = sign - 1 if name is None else name.i
        stop = max(first, sign - _MAX_OWNER_TOKENS)
        while i > stop and self._describes(self.words[i - 1]):
            i -= 1
        if i > first:
            before = self.lowers[i - 1]
            if self.opens_phrase(before):
                i -= 1
        return i

    def opens_phrase(self, word: str) -> bool:
        """Whether a noun phrase can begin with a word: "the", "her"."""
        return word in self.determiners or word in self.pronouns

    def _describes(self, word: str) -> bool:
        """Whether a word before an owner's noun may belong to it."""
        if not word.islower() or not word.isalpha() or word in self.edges:
            return False
        return not word.endswith(("ing", "ed"))
