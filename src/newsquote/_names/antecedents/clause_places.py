"""A noun phrase in its clause -> its place there.

In: the tokens of a phrase. Out: subject, object, what a preposition goes before, or owner. Why: a
pronoun takes up subjects rather than objects, and owners least.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._text.signs import POSSESSIVES, SIGNS
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._names.spotted import Names
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["OBJECT", "OBLIQUE", "OWNER", "SUBJECT", "ClausePlaces"]

SUBJECT, OBJECT, OBLIQUE, OWNER = "subject", "object", "oblique", "owner"
"""The places in a clause, as features spell them."""
_MAX_CLAUSE_OPENING = 6
"""How many tokens may stand before the subject of a clause."""
_OWNER_SIGNS = POSSESSIVES | {"'", "’"}


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _ClauseWords:
    before_noun: frozenset[str]
    """Determiners and roles, which belong to the noun phrase."""
    prepositions: frozenset[str]
    said: frozenset[str]
    """Verbs of saying that are no auxiliaries; a name behind may be their subject."""
    verbs: frozenset[str]
    subjects: frozenset[str]
    """Pronouns that are subjects and nothing else, or as a rule."""
    clause_openers: frozenset[str]
    times: frozenset[str]


@kept_by_pack
def _clause_words(pack: LanguagePack) -> _ClauseWords:
    made = lexicon.for_pack(pack)
    return _ClauseWords(
        before_noun=pack.words("determiners") | pack.words("roles"),
        prepositions=pack.words("prepositions"),
        said=made.speech - pack.words("auxiliaries"),
        verbs=made.verbs,
        subjects=pack.closed("subject_pronouns"),
        clause_openers=pack.words("clause_openers") | {"and", "but"},
        times=pack.words("weekdays") | pack.words("months"),
    )


class ClausePlaces:
    """Reads the places of one text's noun phrases."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self._doc, self._names, self._words = doc, names, _clause_words(doc.pack)

    def place(self, i: int, j: int) -> str:
        """The place of the noun phrase ``i`` to ``j`` in its clause."""
        lowers, words = self._doc.lowers, self._words
        after = lowers[j] if j < len(lowers) else ""
        if after in _OWNER_SIGNS:
            return OWNER
        first = self._doc.sentences[self._doc.token_sentences[i]][0]
        k = i - 1
        while k >= first and lowers[k] in words.before_noun:
            k -= 1
        before = lowers[k] if k >= first else ""
        if before in words.prepositions:
            return OBLIQUE
        if before in words.said:
            # "…," said Lee. But: "…," she told Lee.
            ends = not after or after in SIGNS
            return SUBJECT if ends and not self._has_subject(k, first) else OBJECT
        if after in words.verbs or self._opens_clause(k, first):
            return SUBJECT
        return OBJECT

    def _has_subject(self, verb: int, first: int) -> bool:
        """Whether a pronoun or a name stands right before a verb of saying."""
        if verb <= first:
            return False
        return self._doc.lowers[verb - 1] in self._words.subjects or self._is_name(verb - 1)

    def _opens_clause(self, k: int, first: int) -> bool:
        """Whether neither a verb nor a name stands between a clause's start and token ``k``."""
        for n in range(k, max(first, k - _MAX_CLAUSE_OPENING) - 1, -1):
            if self._doc.lowers[n] in self._words.clause_openers:
                return True
            if self._doc.words[n] in SIGNS:
                return True
            if self._is_verb_or_name(n):
                return False
        return k - _MAX_CLAUSE_OPENING <= first

    def _is_verb_or_name(self, n: int) -> bool:
        word = self._doc.lowers[n]
        if word in self._words.verbs or word.endswith("ed"):
            return True
        return self._is_name(n)

    def _is_name(self, n: int) -> bool:
        name = self._names.at(n)
        return (
            name is not None and not name.doubtful and self._doc.lowers[n] not in self._words.times
        )
