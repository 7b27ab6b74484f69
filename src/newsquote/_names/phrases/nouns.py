"""One noun phrase -> the name or the common noun that is its head.

In: the tokens of a phrase in which nothing is joined. Out: a ``Phrase``. Why: "the agency's
director, Ann Lee," is about Ann Lee, "Vance's lawyer" about a lawyer, and "the Harrow newspaper
chain" about Harrow.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.phrases.records import Phrase
from newsquote._names.records import ORGANIZATION, PERSON
from newsquote._text.ranges import Tokens
from newsquote._text.signs import DASHES, POSSESSIVES
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._names.roles.around_names import RolesAround
    from newsquote._names.spotted import Name, Names
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["NounPhrases"]

_MIN_VERB_LETTERS = 5
"""Words in -ed from this length on are verbs: not "bed" and "seed"."""
_ASIDES = DASHES | {",", "("}
_APOSTROPHES = frozenset(("'", "’"))
_ANNOUNCING = DASHES | {",", ":"}
_ISSUING_LINKS = frozenset(("by", "from"))
_MAX_BRACKET_TOKENS = 20
_OFFICE_LINKS = frozenset(("of", "for"))
_MAX_BARE_ROLE_TOKENS = 3
"""How many words without a known role may stand before a name in an apposition."""
_NAMING_REACH = 3
"""How far behind a noun its "named" stands at most."""


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
    offices: frozenset[str]
    """Roles that are offices, and tell of no other person: not "mother", "lawyer"."""
    bodies: frozenset[str]
    groups: frozenset[str]
    issued: frozenset[str]
    """Nouns for words and figures that are their issuer's own: "statement"."""
    reckoned: frozenset[str]
    """Those of them that are figures: "projections"."""
    small: frozenset[str]
    """Words that no role without an article has before a name."""
    before_noun: frozenset[str]
    """Joiners and articles, behind which a preposition is an adjective."""
    joiners: frozenset[str]
    time_openers: frozenset[str]
    """Words that open a time behind a noun: "this", "last", "Monday"."""
    participles: frozenset[str]
    naming: frozenset[str]
    organisation_parts: frozenset[str]
    """Nouns for parts that speak for the whole: "staff"."""
    organisation_heads: frozenset[str]
    """Nouns behind the name of an organisation: "the Harrow chain"."""


@kept_by_pack
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
        offices=pack.words("roles") - pack.closed("kinship") - pack.closed("go_betweens"),
        bodies=pack.words("organisation_kinds"),
        groups=pack.words("group_words"),
        issued=pack.closed("issued_words") | pack.closed("reckoned_words"),
        reckoned=pack.closed("reckoned_words"),
        small=pack.words("determiners") | pack.words("prepositions") | pack.closed("relatives"),
        before_noun=pack.closed("joiners") | pack.closed("articles"),
        joiners=pack.closed("joiners"),
        time_openers=pack.closed("deictic_days") | pack.closed("deictic_determiners"),
        participles=pack.closed("participles"),
        naming=pack.closed("calling_words"),
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

    # ------------------------------------------------------------- who is behind the noun

    def issuer(self, i: int, j: int) -> Tokens | None:
        """The words for whoever issued what a phrase is about.

        So in "a statement by Ann Lee", "Harrow's projections", "Harrow data".
        """
        lowers, words = self._doc.lowers, self._words
        if words.issued.isdisjoint(lowers[i:j]):
            return None
        core = self._core_end(i, j)
        head = self._head(i, self._noun_end(i, core))
        if lowers[head] not in words.issued or self._names.at(head) is not None:
            return None
        for k in range(head + 1, core - 1):
            if lowers[k] in _ISSUING_LINKS:
                return Tokens(k + 1, j)
        if lowers[head] not in words.reckoned:
            # "Harrow's statement" is quoted as what it is
            return None
        for k in range(i + 1, head):
            if self._doc.words[k] in POSSESSIVES:
                return Tokens(i, k)
        name = next(iter(self._names.between(i, head)), None)
        if name is None or name.has_title or name.j < head - 1:
            return None
        return name.tokens

    def behind_plural(self, i: int, j: int) -> int | None:
        """Behind the sign with which a plural noun announces those whom it means."""
        core = self._core_end(i, j)
        if core + 1 >= j or self._doc.words[core] not in _ANNOUNCING:
            return None
        head = self._head(i, self._noun_end(i, core))
        word = self._doc.lowers[head]
        plural = word.endswith("s") and word[:-1] in self._words.roles
        if not plural and (word not in self._words.groups or self._names.at(head) is not None):
            return None
        return core + 1

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
            if ends and not self._is_within_name(k) and not self._is_within_owner(k):
                return max(k, i + 1)
        return j

    def _is_within_owner(self, k: int) -> bool:
        """Whether a comma parts an owner's name: "University of Norvale, Wexmouth's dean"."""
        body = self._names.at(k - 1) if k else None
        if body is None or body.kind != ORGANIZATION:
            return False
        name = self._names.at(k + 1)
        if name is None or name.i != k + 1 or name.has_title:
            return False
        owner = self._doc.words[name.j : name.j + 1]
        return bool(owner) and owner[0] in POSSESSIVES

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
        word, words = self._doc.lowers[k], self._words
        if word in words.ending:
            # "aides and outside advisers" goes on
            return self._doc.lowers[k - 1] not in words.before_noun
        if word in words.time_openers and self._names.at(k - 1) is None:
            return self._may_act(k - 1)
        if word.endswith("ing"):
            before = self._doc.lowers[k - 1]
            return (before in words.nouns or before.endswith("s")) and self._may_act(k - 1)
        return self._is_verb(word) and self._may_act(k - 1)

    def _is_verb(self, word: str) -> bool:
        if word in self._words.participles:
            return True
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
        if not word[0].isalnum() or word in words.joiners:
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
        described = name is None or self._is_description(name, i)
        if described and core < j and self._may_be_described(i, head):
            body = self._doc.lowers[head] in self._words.bodies
            apposed = self._apposed_body(core, j) if body else self._apposed(core, j)
            if apposed is not None:
                return apposed
        elif name is not None and core < j and self._is_office_of_body(name):
            apposed = self._apposed(core, j)
            if apposed is not None and apposed.j - apposed.bare > 1:
                return apposed
        if name is None:
            return (
                self._called(head, core)
                or self._behind_role_of(head, core)
                or self._only_described(i, head, core)
            )
        return self._behind_role_of(head, core) if described else name

    def _is_description(self, name: Name, i: int) -> bool:
        """Whether capitals are only a description: "a Norvale Democrat", "the Senator"."""
        lowers, words = self._doc.lowers, self._words
        if name.i < name.bare < name.j:
            return False
        word = lowers[name.j - 1]
        if name.doubtful and name.j - name.i == 1:
            return word in words.nouns
        if name.i == i or word not in words.roles:
            return False
        before = lowers[name.i - 1]
        if before in words.determiners or before in POSSESSIVES:
            return True
        # "the panel's top Democrat"
        return (
            lowers[i] in words.determiners
            and before.isalpha()
            and self._names.at(name.i - 1) is None
        )

    def _is_office_of_body(self, name: Name) -> bool:
        """Whether a name ends with an office in it: "Corrow Rail Deputy Director"."""
        if name.kind == PERSON or name.has_title or name.place:
            return False
        return self._doc.lowers[name.j - 1] in self._words.offices and name.j - name.i > 1

    def _may_be_described(self, i: int, head: int) -> bool:
        """Whether a noun may be a role that a name follows: "the union's go-getter, Ann Lee,"."""
        doc, word, nouns = self._doc, self._doc.lowers[head], self._words.nouns
        if word in self._words.roles or self._is_one_of_several(head):
            return True
        if self._names.at(head) is not None:
            # "a Republican, Ann Lee"
            return not word.endswith("s")
        if word in self._words.bodies:
            # "one group, Coast Watch,"
            return True
        if head <= i or word in nouns or word.endswith("s"):
            return False
        if doc.lowers[i] in self._words.determiners:
            return True
        before = doc.words[i + 1 : head]
        return not POSSESSIVES.isdisjoint(before) or not _APOSTROPHES.isdisjoint(before)

    def _apposed(self, core: int, j: int) -> Name | None:
        """The person in "the agency's director, Ann Lee,"."""
        k = self._behind_brackets(core, j)
        name = next(iter(self._names.between(k, j)), None)
        if k + 1 >= j or self._doc.words[k] not in _ASIDES:
            return None
        while name is not None and name.kind != PERSON and name.j < j:
            name = next(iter(self._names.between(name.j, j)), None)
        if name is None or name.place or name.kind == ORGANIZATION:
            return None
        if name.i == k + 1:
            return name
        described = name.kind == PERSON and self._is_role_before(k + 1, name)
        return name if described else None

    def _apposed_body(self, core: int, j: int) -> Name | None:
        """The organisation in "one group, Coast Watch,", if nothing follows it."""
        name = self._names.at(core + 1) if core + 1 < j else None
        if name is None or name.i != core + 1 or name.kind != ORGANIZATION:
            return None
        return name if name.j >= j else None

    def _is_role_before(self, k: int, name: Name) -> bool:
        """Whether nothing but a role without an article stands between ``k`` and a name.

        So in "the lead author, doctoral candidate Ann Lee".
        """
        lowers, words = self._doc.lowers, self._words
        known = name.has_title or lowers[name.i - 1] in words.roles
        if not known and name.i - k > _MAX_BARE_ROLE_TOKENS:
            return False
        if not known and not words.verbs.isdisjoint(lowers[k : name.i]):
            return False
        return words.small.isdisjoint(lowers[k : name.i]) and all(
            lower[0].isalpha() or lower == "-" for lower in lowers[k : name.i]
        )

    def _behind_brackets(self, core: int, j: int) -> int:
        """Behind the bracket that opens at ``core``, or ``core`` itself."""
        words = self._doc.words
        if words[core] != "(":
            return core
        bracket = range(core, min(j, core + _MAX_BRACKET_TOKENS))
        return next((k + 1 for k in bracket if words[k] == ")"), core)

    def _is_one_of_several(self, head: int) -> bool:
        """Whether a head is the "one" of "one of the study's authors"."""
        lowers = self._doc.lowers
        return lowers[head] == "one" and lowers[head + 1 : head + 2] == ["of"]

    def _called(self, head: int, core: int) -> Name | None:
        """The name in "a student named Lee", "a group called Coast Watch"."""
        lowers = self._doc.lowers
        for k in range(head + 1, min(core - 1, head + _NAMING_REACH)):
            if lowers[k] in self._words.naming:
                name = self._names.at(k + 1)
                return name if name is not None and name.i == k + 1 else None
        return None

    def _behind_role_of(self, head: int, core: int) -> Name | None:
        """The name in "speaker of the parliament Ann Lee", "master of ceremonies Ann Lee"."""
        doc, words = self._doc, self._words
        name = self._names.at(core - 1)
        if name is None or name.has_title or name.kind != PERSON or name.j - name.i == 1:
            return None
        if doc.lowers[head] not in words.offices or doc.lowers[head + 1] not in _OFFICE_LINKS:
            return None
        before = name.i - 1
        if before <= head + 1 or not doc.words[before].islower():
            return None
        word = doc.lowers[before]
        known = word in words.roles or word in words.small or word.endswith("-old")
        return None if known or word in words.verbs else name

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
