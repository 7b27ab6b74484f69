"""A name behind an "and" -> the names that it is joined to.

In: a name of a text. Out: those before it in the same list. Why: "they" takes up two or three who
were named together, though a party, a place or an apposition may stand between: "Sen. Lee (D-Ohio)
and Sen. Ek", "Lee, the mayor, and Ek", "Lee, Ek and Vance".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names import lexicon
from newsquote._names.records import PERSON

if TYPE_CHECKING:
    from newsquote._names.spotted import Name, Names
    from newsquote._text.doc import Doc

__all__ = ["NamesTogether"]

_MAX_ASIDE = 12
"""How many tokens may stand between two names that are joined, besides the joiner."""
_MAX_LISTED = 6
_MAX_ROLE = 6
"""How many tokens a role with its body may have before a name."""
_AND = frozenset(("and", "&"))


class NamesTogether:
    """Finds which names of one text are joined."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self._doc, self._names = doc, names
        pack = doc.pack
        self._roles = pack.words("roles")
        self._owners = pack.closed("possessive_pronouns")
        self._links = pack.closed("links_to_bodies")
        self._articles = pack.closed("articles")
        self._verbs = lexicon.for_pack(pack).speech

    def before(self, name: Name) -> list[Name]:
        """The names that a name closes the list of, in text order; none where it closes none."""
        limit = self._doc.sentences[self._doc.token_sentences[name.i]][0]
        k = self._joiner(name, limit)
        other = None if k is None else self._ending_before(k, name, limit)
        if other is None:
            return []
        found = [other]
        while len(found) < _MAX_LISTED and other.i - 2 >= limit and self._is_comma(other.i - 1):
            listed = self._names.at(other.i - 2)
            if listed is None or listed.j != other.i - 1 or listed.kind != PERSON:
                break
            other = listed
            found.insert(0, other)
        return found

    def _joiner(self, name: Name, limit: int) -> int | None:
        """The "and" before a name, or before the "her husband" that opens it."""
        lowers, k = self._doc.lowers, name.i - 1
        if lowers[k] in self._roles:
            k = self._before_role(k, limit)
        if k - 3 >= limit and lowers[k - 1] in self._owners and lowers[k - 2] in _AND:
            return k - 2
        return k if k > limit and lowers[k] in _AND else None

    def _before_role(self, k: int, limit: int) -> int:
        """The token before a role in small letters and its body: "and Norvale lawyer Lee"."""
        lowest = max(limit, k - _MAX_ROLE)
        while k > lowest and self._doc.words[k].islower() and self._doc.lowers[k] not in _AND:
            k -= 1
        body = self._names.at(k)
        return k if body is None else max(lowest, body.i - 1)

    def _ending_before(
        self,
        k: int,
        name: Name,
        limit: int,
    ) -> Name | None:
        """The name before the joiner at ``k``, with what is said of it between."""
        right_before = self._names.at(k - 1)
        if right_before is not None and (right_before.kind == name.kind or name.kind != PERSON):
            return right_before
        if name.kind != PERSON:
            return None
        limit = max(limit, k - _MAX_ASIDE)
        other = self._before_aside(k - 1, limit, right_before)
        return None if other is None or other.kind != PERSON else other

    def _before_aside(
        self,
        k: int,
        limit: int,
        body: Name | None,
    ) -> Name | None:
        """The name before an aside that ends at ``k``: a bracket, an apposition, "of Norvale"."""
        words, lowers = self._doc.words, self._doc.lowers
        if body is not None:
            link = body.i - 1 - (lowers[body.i - 1] in self._articles)
            return self._names.at(link - 1) if lowers[link] in self._links else None
        if words[k] == ")":
            opening = next((m for m in range(k - 1, limit, -1) if words[m] == "("), None)
            return None if opening is None else self._names.at(opening - 1)
        if words[k] != ",":
            return None
        for m in range(k - 1, limit, -1):
            if lowers[m] in self._verbs:
                return None
            if words[m] == ",":
                return self._names.at(m - 1)
        return None

    def _is_comma(self, k: int) -> bool:
        return self._doc.words[k] == ","
