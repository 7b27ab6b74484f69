"""One noun phrase -> the name or the common noun that is its head.

In: the tokens of a phrase in which nothing is joined. Out: a ``Phrase``. Why: "the agency's
director, Ann Lee," is about Ann Lee, "Vance's lawyer" about a lawyer, and "the Harrow newspaper
chain" about Harrow.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.phrases.records import Phrase
from newsquote._names.records import ORGANIZATION, PERSON
from newsquote._text.ranges import Tokens
from newsquote._text.signs import DASHES, POSSESSIVES

if TYPE_CHECKING:
    from newsquote._names.roles.around_names import RolesAround
    from newsquote._names.spotted import Name, Names
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["NounPhrases"]

_MIN_VERB_LETTERS = 5
"""Words in -ed from this length on are verbs: not "bed" and "seed"."""
_ASIDES = DASHES | {",", "("}


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _NounWords:
    roles: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]
    adverbs: frozenset[str]
    determiners: frozenset[str]
    articles: frozenset[str]
    relatives: frozenset[str]
    ending: frozenset[str]
    """Prepositions and the like, before which a head noun stands: "of", "including"."""
    adjectives_behind: frozenset[str]
    organisation_parts: frozenset[str]
    """Nouns for parts that speak for the whole: "staff"."""
    organisation_heads: frozenset[str]
    """Nouns behind the name of an organisation: "the Harrow chain"."""


@lru_cache(maxsize=8)
def _noun_words(pack: LanguagePack) -> _NounWords:
    made = lexicon.for_pack(pack)
    return _NounWords(
        roles=pack.words("roles"),
        nouns=made.nouns,
        verbs=made.verbs,
        adverbs=pack.words("cue_adverbs"),
        determiners=pack.words("determiners"),
        articles=pack.closed("articles"),
        relatives=pack.closed("relatives"),
        ending=pack.words("prepositions") | pack.closed("example_words"),
        adjectives_behind=pack.closed("adjectives_behind"),
        organisation_parts=pack.closed("parts_of_organisations"),
        organisation_heads=pack.closed("sorts_of_organisations"),
    )


class NounPhrases:
    """Reads the noun phrases of one text."""

    def __init__(
        self,
        doc: Doc,
        names: Names,
        roles: RolesAround,
    ) -> None:
        self._doc, self._names, self._roles = doc, names, roles
        self._words = _noun_words(doc.pack)

    def phrase(
        self,
        i: int,
        j: int,
        *,
        whole: Tokens | None = None,
        several: bool = False,
    ) -> Phrase:
        """What the tokens ``i`` to ``j`` name if they are one noun phrase.

        :param whole: the tokens that the phrase is said to have, with what was trimmed.
        :param several: whether common nouns are joined in it.
        """
        core = self._core_end(i, j)
        end = self._noun_end(i, core)
        if self._is_owner_in_small_letters(end, core):
            # "the secretary of state's office"
            end = core
        head = self._head(i, end)
        name = self._name_at_head(i, head, core, j)
        if name is not None:
            i, j = whole or (i, j)
            return Phrase(i=i, j=j, names=(name,), several=several)
        parts, role = self._roles.parts, None
        if self._doc.lowers[head] in self._words.roles:
            role = Tokens(parts.role_start(head, i), head + 1)
        return Phrase(
            i=i if whole is None else whole.i,
            j=core if whole is None else whole.j,
            head=head,
            end=end,
            core=core,
            role=role,
            affiliation=parts.linked_name(end, core),
            owner=parts.owner(i, head, end, core),
            words=partial(self._roles.telling.beside, i, core, head),
            several=several,
        )

    # ------------------------------------------------------------- where the noun ends

    def _core_end(self, i: int, j: int) -> int:
        """The first comma, bracket, dash or relative pronoun that is not inside a name."""
        words, lowers, relatives = (
            self._doc.words,
            self._doc.lowers,
            self._words.relatives,
        )
        for k in range(i, j):
            ends = words[k] in _ASIDES or (k > i and lowers[k] in relatives)
            if ends and not self._is_within_name(k):
                return max(k, i + 1)
        return j

    def _is_within_name(self, k: int) -> bool:
        """Whether a token stands in a name and does not open it."""
        name = self._names.at(k)
        return name is not None and name.i < k

    def _noun_end(self, i: int, core: int) -> int:
        """Behind the noun: at the first preposition, participle or verb outside of names."""
        k = i
        while k < core:
            name = self._names.at(k)
            if name is not None:
                k = min(name.j, core)
                continue
            if k > i and self._ends_noun(k):
                break
            k += 1
        return max(k, i + 1)

    def _ends_noun(self, k: int) -> bool:
        """Whether a word goes on behind a noun."""
        word = self._doc.lowers[k]
        if word in self._words.ending:
            return True
        return self._is_verb(word) and self._may_act(k - 1)

    def _is_verb(self, word: str) -> bool:
        if word in self._words.nouns or not word.isalpha():
            return False
        participle = word.endswith("ed") and len(word) >= _MIN_VERB_LETTERS
        return participle or word in self._words.verbs

    def _may_act(self, k: int) -> bool:
        """Whether a word can be the head noun before a verb: a noun or a name, not "newly"."""
        word, words = self._doc.lowers[k], self._words
        if word in words.determiners or word in words.adverbs or word.endswith("ly"):
            return False
        return word.endswith("s") or word in words.nouns or self._names.at(k) is not None

    def _is_owner_in_small_letters(self, end: int, core: int) -> bool:
        """Whether an "of" and a word in the possessive follow: "of state's"."""
        if end + 2 >= core or self._doc.lowers[end] != "of":
            return False
        words = self._doc.words
        return words[end + 2] in POSSESSIVES and words[end + 1][0].islower()

    # ------------------------------------------------------------- the head

    def _head(self, i: int, end: int) -> int:
        """The last word of a noun phrase that can be its head."""
        k = end - 1
        while k > i and not self._can_be_head(k, i):
            k -= 1
        return k

    def _can_be_head(self, k: int, i: int) -> bool:
        """Whether a word can be a head: no adjective, no adverb, no verb behind a name."""
        word, words = self._doc.lowers[k], self._words
        if self._names.at(k) is None and word in words.adjectives_behind:
            return False
        if not word[0].isalnum():
            return False
        if word in words.nouns or self._names.at(k) is not None:
            return True
        if word.endswith("s") and word[:-1] in words.nouns:
            return True
        if word in words.adverbs or word.endswith("ly"):
            return False
        return not self._is_verb_of_name(k, i)

    def _is_verb_of_name(self, k: int, i: int) -> bool:
        """Whether a word in -s right behind a name is likelier its verb."""
        name = self._names.at(k - 1)
        word = self._doc.lowers[k]
        if name is None or name.j != k or not word.endswith("s"):
            return False
        if word in self._words.verbs:
            return True
        return name.i == i and name.kind != ORGANIZATION and not name.place

    # ------------------------------------------------------------- names as heads

    def _name_at_head(
        self,
        i: int,
        head: int,
        core: int,
        j: int,
    ) -> Name | None:
        """The name that a phrase is about, None if it is about a common noun."""
        name = self._names.at(head)
        if name is None and core < j and self._may_be_described(i, head):
            name = self._apposed(core, j)
        if name is None:
            return self._only_described(i, head, core)
        return None if self._is_description(name, i) else name

    def _is_description(self, name: Name, i: int) -> bool:
        """Whether capitals are only a description: "a Norvale Democrat", "the Senator"."""
        lowers, words = self._doc.lowers, self._words
        if name.i < name.bare < name.j:
            return False
        word = lowers[name.j - 1]
        if name.doubtful and name.j - name.i == 1:
            return word in words.nouns
        before = lowers[name.i - 1] if name.i > i else ""
        return word in words.roles and (before in words.determiners or before in POSSESSIVES)

    def _may_be_described(self, i: int, head: int) -> bool:
        """Whether a noun may be a role that a name follows: "the union's go-getter, Ann Lee,"."""
        doc, word, nouns = self._doc, self._doc.lowers[head], self._words.nouns
        if word in self._words.roles:
            return True
        if head <= i or word in nouns or word.endswith("s"):
            return False
        if self._names.at(head) is not None:
            return False
        if doc.lowers[i] == "the":
            return True
        return not POSSESSIVES.isdisjoint(doc.words[i + 1 : head])

    def _apposed(self, core: int, j: int) -> Name | None:
        """The person in "the agency's director, Ann Lee,"."""
        name = next(iter(self._names.between(core, j)), None)
        if name is None or name.i != core + 1 or name.kind != PERSON:
            return None
        return name

    def _only_described(
        self,
        i: int,
        head: int,
        core: int,
    ) -> Name | None:
        """The name that a noun only sorts: "the Harrow newspaper chain", "the staff of Harrow"."""
        word = self._doc.lowers[head]
        if word in self._words.organisation_parts:
            return self._whole(head, core)
        return self._sorted_name(i, head) if word in self._words.organisation_heads else None

    def _whole(self, head: int, core: int) -> Name | None:
        """The organisation of which a noun names a part."""
        lowers = self._doc.lowers
        if head + 1 >= core or lowers[head + 1] != "of":
            return None
        k = head + 2
        while k < core and lowers[k] in self._words.determiners:
            k += 1
        name = self._names.at(k) if k < core else None
        return name if name is not None and name.kind == ORGANIZATION else None

    def _sorted_name(self, i: int, head: int) -> Name | None:
        """The one name before a noun in small letters that says what sort of thing it is."""
        inner = self._names.between(i, head)
        if len(inner) != 1 or not self._doc.words[head][0].islower():
            return None
        name = inner[0]
        if name.j < head - 1 or name.place:
            return None
        opened = name.i == i + 1 and self._doc.lowers[i] in self._words.articles
        return name if opened or name.i == i else None
