"""A phrase -> the phrases that are joined in it.

In: the tokens of a phrase with an "and". Out: the tokens of each part, or none. Why: "Lee, Kim and
Cho" are three, "Lee, the mayor, and other leaders" two, and "the Lee and Kim campaigns" one noun
with two names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._names import lexicon
from newsquote._names.records import PERSON
from newsquote._text.ranges import Tokens
from newsquote._text.signs import DASHES, POSSESSIVES
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._names.phrases.nouns import NounPhrases
    from newsquote._names.spotted import Name, Names
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["JOINING", "JoinedPhrases"]

JOINING = frozenset(("and", "&"))
_OPENING_ASIDES = DASHES | {"("}
_MAX_BRACKET_TOKENS = 8
_MAX_ROLE_TOKENS = 6
"""How many words a role behind an "and" may have before the name."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _ListWords:
    roles: frozenset[str]
    determiners: frozenset[str]
    before_name: frozenset[str]
    """What may stand between a comma and a name of a list: determiners and roles."""
    prepositions: frozenset[str]
    relatives: frozenset[str]
    describing: frozenset[str]
    """Roles, titles and adjectives of peoples and parties, which end no name."""
    people: frozenset[str]
    """Nouns for several people that have no -s: "police"."""
    ending: frozenset[str]
    """Words that no role has before a name: determiners, prepositions, joiners, verbs."""


@kept_by_pack
def _list_words(pack: LanguagePack) -> _ListWords:
    made = lexicon.for_pack(pack)
    adjectives = frozenset(pack.table("demonyms")) | pack.closed("partisans")
    small = pack.words("determiners") | pack.words("prepositions") | pack.closed("joiners")
    return _ListWords(
        roles=pack.words("roles"),
        determiners=pack.words("determiners"),
        before_name=pack.words("determiners") | pack.words("roles"),
        prepositions=pack.words("prepositions"),
        relatives=pack.closed("relatives"),
        describing=pack.words("roles")
        | pack.words("titles")
        | pack.closed("former_words")
        | pack.closed("role_ranks")
        | adjectives,
        people=pack.words("group_words") | pack.closed("people_words"),
        ending=small | (made.speech - pack.words("roles")),
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
            elif word == "(" and (closing := self._closing_bracket(k, j)):
                k = closing
            elif word in _OPENING_ASIDES or (word in words.relatives and k > begin):
                aside = True
            if cut is not None:
                cuts.append(cut)
                begin, preposition = cut.behind, False
            k = k + 1 if cut is None else cut.behind
        return cuts

    def _closing_bracket(self, k: int, j: int) -> int:
        """The bracket that closes a short aside in a list, "Lee (Texas) and Ek"; 0 if none does."""
        behind = self._doc.words[k : min(j, k + _MAX_BRACKET_TOKENS)]
        return k + behind.index(")") if ")" in behind else 0

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
        """Whether a joiner joins two phrases and no two nouns behind a preposition or of a role."""
        if self._describe_one(begin, k) or self._own_one(k + 1):
            return False
        following = self._names.at(k + 1)
        if following is not None and following.i == k + 1 and self._is_title_alone(following):
            # "Ann Lee, President and General Manager"
            return False
        return not behind or self._goes_on_with_name(k + 1, begin, behind=True)

    def _describe_one(self, begin: int, k: int) -> bool:
        """Whether what stands before and behind a joiner describes the one person behind both.

        So in "trade and industry commissioner Ann Lee", "the lawyer and activist Ann Lee".
        """
        if k == begin:
            return False
        person = self._person_behind_role(k + 1)
        return person is not None and self._may_describe(begin, k, titled=person.has_title)

    def _person_behind_role(self, k: int) -> Name | None:
        """The person's name right behind words with a role or a title at their end."""
        lowers, words = self._doc.lowers, self._words
        last = min(len(lowers), k + _MAX_ROLE_TOKENS)
        for m in range(k, last):
            if lowers[m] in words.ending or not lowers[m][0].isalpha():
                return None
            name = self._names.at(m)
            if name is None or name.i < m:
                continue
            if name.has_title:
                return name
            if name.kind == PERSON and m > k and lowers[m - 1] in words.roles:
                return name if name.j - name.i > 1 else None
        return None

    def _may_describe(
        self,
        begin: int,
        k: int,
        *,
        titled: bool,
    ) -> bool:
        """Whether the words before a joiner name nobody, and may describe somebody.

        They end with a role, or with a noun in the singular that has no article, which is not
        a noun phrase of its own.
        """
        lowers, words, last = self._doc.lowers, self._words, k - 1
        name = self._names.at(last)
        if name is not None:
            if name.has_title or name.place:
                return False
            if lowers[last] in words.describing or self._is_title_alone(name):
                return True
            alone = name.doubtful and name.i == begin and name.j - name.i == 1
            return alone and not titled
        if lowers[last] in words.roles:
            return True
        if lowers[begin] in words.determiners or lowers[last] in words.people:
            return False
        return lowers[last].isalpha() and not lowers[last].endswith("s")

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
        if name is None or name.i != k or self._is_title_alone(name):
            return False
        if self._is_whose_noun(begin, k - 1) or self._is_of_role_behind(name, k - 1):
            # "Lee's mother, Nora", "Lee, Corrow chief economist"
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

    def _is_of_role_behind(self, name: Name, k: int) -> bool:
        """Whether a name behind the comma at ``k`` only says of what a role behind it is one."""
        lowers, words = self._doc.lowers, self._words
        if k < 0 or self._doc.words[k] != ",":
            return False
        for m in range(name.j, min(len(lowers), name.j + _MAX_ROLE_TOKENS)):
            if not self._doc.words[m].islower() or lowers[m] in words.ending:
                return False
            if lowers[m] in words.roles:
                return True
        return False

    def _own_one(self, k: int) -> bool:
        """Whether a joiner joins two owners of one thing: "Ann and Bo Lee's mother"."""
        name = self._names.at(k)
        if name is None or name.i != k or self._names.at(k - 2) is None:
            return False
        behind = self._doc.words[name.j : name.j + 2]
        return len(behind) > 1 and behind[0] in POSSESSIVES and behind[1].islower()

    def _is_whose_noun(self, begin: int, k: int) -> bool:
        """Whether somebody's singular noun ends before the comma at ``k``."""
        if k <= begin or self._doc.words[k] != "," or self._names.at(k - 1) is not None:
            return False
        if POSSESSIVES.isdisjoint(self._doc.words[begin:k]):
            return False
        return self._doc.lowers[k - 1] in self._words.roles

    def _is_title_alone(self, name: Name) -> bool:
        """Whether a name is a title or begins with one that is "of" something: "Head of Policy"."""
        lowers, words = self._doc.lowers, self._words
        if name.kind == PERSON:
            return False
        k = name.i
        while k < name.j and lowers[k] in words.describing:
            k += 1
        return k > name.i and (k == name.j or lowers[k] in words.prepositions)

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
