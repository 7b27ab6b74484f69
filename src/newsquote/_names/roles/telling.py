"""Words beside a noun -> what tells it from others of its kind.

In: the tokens of a noun phrase and its head. Out: its other words, casefolded, with what short
forms and adjectives of countries stand for. Why: "the Norwegian minister" is the minister of
Norway, and "Sen. Lee (D-Ohio)" the Ohio senator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["TellingWords"]

_MAX_TOKENS = 18
"""How much of a long phrase is looked at."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _TellingWords:
    function_words: frozenset[str]
    determiners: frozenset[str]
    spelled: frozenset[str]
    short_forms: Mapping[str, str]
    peoples: Mapping[str, str]


@kept_by_pack
def _telling_words(pack: LanguagePack) -> _TellingWords:
    return _TellingWords(
        function_words=pack.words("function_words"),
        determiners=pack.words("determiners"),
        spelled=lexicon.for_pack(pack).spelled,
        short_forms=pack.table("affiliation_words"),
        peoples=pack.table("demonyms"),
    )


class TellingWords:
    """The telling words of one text's noun phrases, made once each."""

    def __init__(self, doc: Doc) -> None:
        self._doc, self._words = doc, _telling_words(doc.pack)
        self._made: dict[tuple[int, int, int], frozenset[str]] = {}

    def beside(
        self,
        i: int,
        j: int,
        head: int,
    ) -> frozenset[str]:
        """What tells the noun phrase ``i`` to ``j`` from others with the same head."""
        found = self._made.get((i, j, head))
        if found is None:
            found = self._made[i, j, head] = self.expanded(self._parts_beside(i, j, head))
        return found

    def _parts_beside(
        self,
        i: int,
        j: int,
        head: int,
    ) -> list[str]:
        """The words of a phrase but for its head and small words, at their hyphens."""
        lowers, end = self._doc.lowers, min(j, i + _MAX_TOKENS)
        beside = lowers[i : min(end, head)] + lowers[max(i, head + 1) : end]
        parts: list[str] = []
        for word in beside:
            if word in self._words.function_words or word in self._words.determiners:
                continue
            if word[0].isalpha():
                parts += word.split("-")
        return parts

    def expanded(self, words: Iterable[str]) -> frozenset[str]:
        """Words with what short forms and adjectives of countries stand for."""
        known, out = self._words, set()
        for word in words:
            plain = word.rstrip(".")
            out.add(plain)
            if word in known.spelled or plain in known.spelled:
                long = known.short_forms.get(word) or known.short_forms.get(plain)
                out.update((long or known.peoples.get(plain) or "").split())
        return frozenset(out)
