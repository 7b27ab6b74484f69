"""A body's name as its capitals part it -> the whole of it.

In: the tokens of a name, and where its phrase ends. Out: the tokens of the whole name. Why: small
words part a body's name into runs of capitals: "the Project on Tides", "the University at Norvale",
"National Institutes of Health", "the 5th Space Squadron".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._text.ranges import Tokens
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._names.spotted import Names
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["WholeNames"]

_COMPLEMENTS = frozenset(("against", "at", "for", "of", "on"))
"""Behind these a bare noun for a body goes on as its name: "the Project on Tides"."""
_PEOPLE_FOR = frozenset(("against", "for"))
_ORDINALS = ("st", "nd", "rd", "th")


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _BodyNouns:
    org_words: frozenset[str]
    determiners: frozenset[str]
    places: frozenset[str]
    """Nouns for places, behind whose "of" their name stands: "the town of"."""


@kept_by_pack
def _body_nouns(pack: LanguagePack) -> _BodyNouns:
    return _BodyNouns(
        org_words=pack.words("org_words"),
        determiners=pack.words("determiners"),
        places=pack.closed("places_as_people"),
    )


class WholeNames:
    """Finds the whole names of the bodies of one text."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self._doc, self._names, self._words = doc, names, _body_nouns(doc.pack)

    def named_behind(self, k: int, end: int) -> Tokens | None:
        """The name right behind a noun for a body: "the Norvale charity Coast Watch"."""
        name = self._names.at(k) if k < end else None
        if name is None or name.i != k or name.has_title:
            return None
        return name.tokens

    def town_behind(self, k: int, end: int) -> Tokens | None:
        """The town of "the Polish city of Norvale", whose "city" stands at ``k``."""
        lowers = self._doc.lowers
        if k + 2 >= end or lowers[k] not in self._words.places or lowers[k + 1] != "of":
            return None
        return self.named_behind(k + 2, end)

    def numbered(self, k: int, end: int) -> tuple[Tokens | None, bool]:
        """The body with an ordinal in front: "the 5th Space Squadron"."""
        name = self._names.at(k + 1) if k + 1 < end and self.is_ordinal(k) else None
        return (None, False) if name is None else (Tokens(k, name.j), True)

    def is_ordinal(self, k: int) -> bool:
        word = self._doc.lowers[k]
        return word[0].isdigit() and word.endswith(_ORDINALS)

    def whole(self, body: Tokens, end: int) -> Tokens:
        """A body with what its name goes on with: "Project on Tides", "Institutes of Health"."""
        i, j = body
        lowers, words = self._doc.lowers, self._words
        if j + 1 >= end or lowers[j] not in _COMPLEMENTS:
            return body
        opened = self._names.at(j)
        if opened is not None and opened.i == j:
            # "the Coalition Against Spam"
            return Tokens(i, self._behind_second(opened.j, end))
        last = lowers[j - 1]
        bare = j - i == 1 and (
            last in words.org_words
            or (lowers[j] in _PEOPLE_FOR and (last == "people" or last.endswith("s")))
        )
        several = lowers[j] == "of" and last[-1] == "s" and last[:-1] in words.org_words
        if not bare and not several:
            return body
        n = j + 1
        n += lowers[n] in words.determiners
        name = self._names.at(n) if n < end else None
        if name is None or name.i != n or name.has_title:
            return body
        return Tokens(i, self._behind_second(name.j, end))

    def _behind_second(self, j: int, end: int) -> int:
        """Behind a second thing that a body is for or against: "Coalition Against Spam and Fog"."""
        second = self._names.at(j + 1) if j + 1 < end and self._doc.lowers[j] == "and" else None
        if second is None or second.i != j + 1 or second.j - second.i > 1:
            return j
        unknown = second.kind is None and not second.place and not second.doubtful
        return second.j if unknown else j
