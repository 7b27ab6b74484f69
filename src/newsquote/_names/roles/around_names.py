"""The words around a name -> what they say of whoever has it.

In: a name in its sentence. Out: descriptions, the nearest first. Why: news text says who somebody
is in a few fixed places: a title in front, a noun before the name, an apposition behind or before
it, a party and state in brackets, "is the". What is said there names the person again later ("the
Norvale senator").
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.records import PERSON
from newsquote._names.roles.appositions import Appositions
from newsquote._names.roles.before_names import BeforeNames
from newsquote._names.roles.bodies import Bodies
from newsquote._names.roles.descriptions import Description
from newsquote._names.roles.noun_parts import NounParts
from newsquote._names.roles.telling import TellingWords
from newsquote._names.roles.work_clauses import WorkClauses
from newsquote._text.ranges import Tokens
from newsquote._text.signs import SIGNS
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.spotted import Name, Names
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["RolesAround"]

_MAX_APPOSITION_TOKENS = 18
_ITS = frozenset(("its", "their"))
_MAX_BRACKET_TOKENS = 6
"""How far a bracket behind a name may go before the apposition."""
_MAX_ASIDES = 4
"""How many ages, parties and degrees may stand between commas before an apposition."""
_MAX_DEGREE_LETTERS = 5
_MAX_PARTY_LETTERS = 3
_MAX_STATE_TOKENS = 3
"""How many tokens a party and its state have: "R-N. C."."""
_BREAKS = frozenset((",", "—", "–", "--"))
_ASIDES = _BREAKS | {"("}
"""What parts a name from what is said of it behind it."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _RoleWords:
    roles: frozenset[str]
    offices_of: frozenset[str]
    copulas: frozenset[str]
    articles: frozenset[str]
    determiners: frozenset[str]
    cases: Mapping[str, str]
    short_forms: Mapping[str, str]
    given: frozenset[str]
    parties: frozenset[str]
    short_parties: frozenset[str]
    titles: frozenset[str]
    """Titles and roles."""
    adverbs: frozenset[str]
    offices: frozenset[str]
    """Those that are no member's of a party."""
    degrees: frozenset[str]
    joiners: frozenset[str]
    verbs: frozenset[str]
    regions: frozenset[str]
    of_bodies: frozenset[str]
    """Prepositions behind which somebody's body stands without a role."""
    small: frozenset[str]
    """Small words, none of which ends a role."""
    titles_of_persons: frozenset[str]
    """Titles that say less than an office does: "Professor", "Lt. Col."."""


@kept_by_pack
def _role_words(pack: LanguagePack) -> _RoleWords:
    return _RoleWords(
        roles=pack.words("roles"),
        offices_of=pack.closed("offices_of"),
        copulas=pack.closed("copulas"),
        articles=pack.closed("articles"),
        determiners=pack.words("determiners"),
        cases=pack.table("pronoun_cases"),
        short_forms=pack.table("affiliation_words"),
        given=pack.words("given_names"),
        parties=pack.closed("parties") | pack.closed("partisans"),
        short_parties=frozenset(
            ("d", "r", "i", "con", "lab", "ld", "lib", "snp", "dup", "dem", "rep")
        ),
        titles=pack.words("titles") | pack.words("roles"),
        adverbs=pack.closed("adverbs_of_office"),
        offices=(pack.words("titles") | pack.words("roles")) - pack.closed("members_of_parties"),
        degrees=pack.closed("degrees"),
        joiners=pack.closed("joiners"),
        verbs=lexicon.for_pack(pack).speech | pack.words("auxiliaries"),
        regions=pack.words("regions"),
        of_bodies=pack.closed("links_to_bodies"),
        small=(
            pack.words("determiners") | pack.words("prepositions") | pack.words("function_words")
        )
        - pack.words("roles")
        - pack.closed("offices_of"),
        titles_of_persons=pack.closed("titles_of_persons"),
    )


class RolesAround:
    """Reads what the text around its names says of them."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self._doc, self._names, self._words = doc, names, _role_words(doc.pack)
        self.telling = TellingWords(doc)
        self.parts = NounParts(doc, names)
        self._bodies = Bodies(doc, names)
        self._before = BeforeNames(doc, names, self.parts, self.telling, self._bodies)
        self._appositions = Appositions(doc, names, self.parts, self.telling, self._bodies)
        self._work = WorkClauses(doc, names, self._bodies, self._appositions)

    def descriptions(self, name: Name, limit: int) -> list[Description]:
        """Every description around a name, the nearest first.

        :param limit: the first token that may be looked at.
        """
        found = self._right_before(name, limit)
        found += self._right_behind(name, named=bool(found))
        before = self._doc.lowers[name.i - 1] if name.i > limit else ""
        if before == ",":
            found += self._apposed_before(name, limit)
        elif before == "by":
            found += self._work.led_by(name, limit)
        elif not any(told.affiliation for told in found):
            found += self._owned_by_body(name, limit)
        if name.has_title and len(found) > 1 and found[0].noun in self._words.titles_of_persons:
            return self._behind_office(found)
        return found

    def _behind_office(self, found: list[Description]) -> list[Description]:
        """A rank or the like behind the office told with it: "Lt. Col. Lee, the commander"."""
        for told in found[1:]:
            if told.role is not None and told.noun in self._words.roles:
                return [told, *(one for one in found if one is not told)]
        return found

    def _right_before(self, name: Name, limit: int) -> list[Description]:
        """What a title and a role in front of a name say."""
        found = [self._before.title(name, limit)] if name.has_title else []
        before = self._doc.lowers[name.i - 1] if name.i > limit else ""
        if before[:1].isalpha() and self._may_be_role(name, before, limit):
            found.append(self._before.role(name, limit))
        return [description for description in found if description is not None]

    def _may_be_role(
        self,
        name: Name,
        before: str,
        limit: int,
    ) -> bool:
        """Whether the word before a name ends a role."""
        if before in self._words.small:
            return False
        if before in self._words.roles or before in self._words.offices_of:
            return True
        if self._before.is_known(before) or self._before.is_calling(name, limit):
            return True
        return self._before.is_role_of(name.i, limit)

    def _right_behind(self, name: Name, *, named: bool) -> list[Description]:
        """What the words behind a name say.

        :param named: whether something is said in front of it.
        """
        lowers, words = self._doc.lowers, self._words
        after = lowers[name.j] if name.j < len(lowers) else ""
        if after in _ASIDES:
            return self._party(name) + self._behind(name)
        if after in words.copulas:
            return self._predicated(name)
        if after in words.of_bodies:
            # with a title or a role it is asked beside that
            return [] if named else self._of_body(name)
        return self._work.behind_name(name.j, self._reach(name)) if after[:1].isalpha() else []

    def told_in(self, i: int, j: int) -> Description | None:
        """What a noun phrase says of whoever it means: "the Norvale mayor"."""
        found = self._appositions.roles_in(i, j)
        return next((told for told in found if told.role is not None), None)

    def describes_subject(self, name: Name, k: int) -> bool:
        """Whether the phrase from ``k`` on describes a name before it, without a second comma."""
        return self._appositions.is_subject_described(name, k)

    # ------------------------------------------------------------- without a role

    def _of_body(self, name: Name) -> list[Description]:
        """What "Ann Lee of Norvale University" says."""
        if name.j - name.bare == 1:
            return []
        end = self._reach(name)
        body, sure = self._bodies.at(name.j + 1, end)
        if body is None:
            return []
        surely = sure or self._doc.lowers[name.j] == "of" or self._bodies.is_at_work(name.j, end)
        return [Description(noun="", affiliation=body)] if surely else []

    def _owned_by_body(self, name: Name, limit: int) -> list[Description]:
        """What "the Norvale Post's Ann Lee" says."""
        if name.i - 2 < limit or not self._bodies.is_possessive(name.i - 1):
            return []
        owner = self._names.at(name.i - 2)
        if owner is None or owner.has_title or name.j - name.bare == 1:
            return []
        if owner.kind == PERSON and self._doc.lowers[owner.i] in self._words.given:
            return []
        return [Description(noun="", affiliation=owner.tokens)]

    # ------------------------------------------------------------- behind a name

    def _party(self, name: Name) -> list[Description]:
        """Party and state: "(D-Ohio)", ", R-Fla.,"."""
        doc, k = self._doc, name.j + 1
        if k + 1 >= len(doc.words):
            return []
        if doc.words[name.j] not in {",", "("}:
            return []
        party, hyphen, state = doc.lowers[k].partition("-")
        if doc.words[k - 1] == "(" and not hyphen:
            return self._bracketed(k)
        if not hyphen or not state or len(party) > _MAX_PARTY_LETTERS:
            return []
        long = self._words.short_forms.get(party)
        if long is None and doc.words[k][: len(party)].isupper():
            return self._local_party(name, k)
        if long is None or not doc.words[k][0].isupper():
            return []
        member = next((word for word in long.split() if word in self._words.roles), "")
        words = partial(self.telling.expanded, (party, state))
        return [
            Description(
                noun=member,
                affiliation=Tokens(k, self._state_end(k)),
                words=words,
            )
        ]

    def _is_abbreviated(self, word: str) -> bool:
        """Whether a word, or what stands behind its hyphen, is a state's short form: "R-Fla"."""
        state = word.rpartition("-")[2]
        return len(state) == 1 or f"{state}." in self._words.regions

    def _local_party(self, name: Name, k: int) -> list[Description]:
        """What a party that no list has says of one with a seat: "Rep. Lee, DFL-Norvale,"."""
        end = self._seat_end(k) if self._before.has_seat(name) else None
        return [] if end is None else [Description(noun="", affiliation=Tokens(k, end))]

    def _seat_end(self, k: int) -> int | None:
        """Behind the party and seat at ``k`` if a sign follows soon: "DFL-St. Paul,"."""
        words, last = self._doc.words, self._doc.sentences[self._doc.sentence_of(k)][1]
        for end in range(k + 1, min(last, k + _MAX_STATE_TOKENS + 2)):
            if words[end] in {",", ")"}:
                return end
            if words[end] != "." and not words[end][0].isupper():
                return None
        return None

    def _bracketed(self, k: int) -> list[Description]:
        """What "(Labour)", "(R)" or "(Ky.)" says."""
        doc, words, end = self._doc, self._words, k + 1
        word = doc.lowers[k]
        stopped = f"{doc.words[k]}." in words.regions and doc.words[end] == "."
        state = stopped or doc.words[k] in words.regions
        if not state and word not in words.parties and word not in words.short_parties:
            return []
        end += stopped
        closed = doc.words[end : end + 1] == [")"]
        return [Description(noun="", affiliation=Tokens(k, end))] if closed else []

    def _state_end(self, k: int) -> int:
        """Behind the state of the party at ``k``, in the same sentence."""
        words, last = self._doc.words, self._doc.sentences[self._doc.sentence_of(k)][1]
        end, last = k + 1, min(last, k + _MAX_STATE_TOKENS)
        while end < last:
            initial = words[end - 1] == "." and len(words[end]) == 1 and words[end].isupper()
            stopped = words[end] == "." and self._is_abbreviated(words[end - 1])
            opened = stopped or initial
            if not opened and f"{words[end - 1][2:]} {words[end]}" not in self._words.regions:
                break
            end += 1
        return end

    def _behind(self, name: Name) -> list[Description]:
        """What an apposition behind a name says: "Lee, 34, a spokesman for Y"."""
        doc = self._doc
        end = self._reach(name)
        k = self._behind_asides(name.j, end)
        if k + 1 >= end or doc.words[k] not in _BREAKS:
            return []
        k += 1
        clause = doc.lowers[k] == "who" and k + 1 < end
        if doc.lowers[k] in self._words.adverbs and k + 1 < end:
            # "Lee, formerly of Corrow Rail,"
            k += doc.lowers[k + 1] in self._words.of_bodies
        if doc.lowers[k] in self._words.of_bodies:
            open_end = self._appositions.is_subject_described(name, k)
            return self._apposed_body(k, end, open_end=open_end)
        if clause:
            return self._work.behind_who(k + 1, end)
        person = name.kind == PERSON and name.j - name.bare > 1
        found = self._appositions.roles_in(k, end, of_person=person)
        if not found and person and self._appositions.is_subject_described(name, k):
            found = self._appositions.roles_in(k, end, of_person=True, open_end=True)
        if found and not any(told.affiliation for told in found):
            found += self._further(k, end)
        if found and "who" in doc.lowers[k : end - 1]:
            # "a public health expert who is now the head of X"
            found += self._work.behind_who(doc.lowers.index("who", k) + 1, end)
        return found

    def _further(self, k: int, end: int) -> list[Description]:
        """What ", from Norvale University," says behind an apposition that begins at ``k``."""
        comma = next((m for m in range(k, end - 1) if self._doc.words[m] == ","), None)
        if comma is None:
            return []
        if self._doc.lowers[comma + 1] not in self._words.of_bodies:
            # ", Tide Research at the Norvale Institute,"
            unit = self._names.at(comma + 1)
            if unit is None or unit.j >= end or self._doc.lowers[unit.j] != "at":
                return []
            comma = unit.j - 1
        return self._apposed_body(comma + 1, end, open_end=False)

    def _apposed_body(
        self,
        k: int,
        end: int,
        *,
        open_end: bool,
    ) -> list[Description]:
        """What ", of Norvale University," says.

        :param open_end: whether a verb may follow without a comma.
        """
        body, sure = self._bodies.at(k + 1, end)
        goes_on = body is not None and body.j < end and self._doc.words[body.j][0].isalnum()
        if body is None or (goes_on and not open_end):
            return []
        firm = not goes_on and self._bodies.is_firm(body)
        if sure or firm or self._doc.lowers[k] == "of" or self._is_for_several(k, body):
            return [Description(noun="", affiliation=body)]
        return []

    def _is_for_several(self, k: int, body: Tokens) -> bool:
        """Whether a body is a plural with an article: ", for the Liberal Democrats,"."""
        lowers = self._doc.lowers
        return lowers[k] == "for" and body.i == k + 2 and lowers[body.j - 1].endswith("s")

    def _reach(self, name: Name) -> int:
        """Where an apposition behind a name ends at the latest."""
        last = self._doc.sentences[self._doc.sentence_of(name.i)][1]
        return min(last, name.j + _MAX_APPOSITION_TOKENS)

    def _behind_asides(self, k: int, end: int) -> int:
        """The sign behind a bracket, an age and a party: "Lee (D-Ohio), 34, the chairman"."""
        words = self._doc.words
        if k < end and words[k] == "(":
            bracket = range(k, min(end, k + _MAX_BRACKET_TOKENS))
            k = next((m + 1 for m in bracket if words[m] == ")"), k)
        for _ in range(_MAX_ASIDES):
            if k + 2 >= end or words[k] != ",":
                break
            if not self._is_age_or_party(k + 1) and not self._is_degree(k + 1):
                break
            k += 2 + (words[k + 2] == ".")
        return k

    def _is_degree(self, k: int) -> bool:
        """Whether a token between commas is a degree or an honour: "MD", "PhD", "QC"."""
        word, closed = self._doc.words[k], self._doc.words[k + 1] in {",", "."}
        letters = word.replace(".", "")
        if self._doc.lowers[k] in self._words.titles:
            return False
        if not closed or not 1 < len(letters) <= _MAX_DEGREE_LETTERS:
            return False
        return letters.isupper() or letters.lower() in self._words.degrees

    def _is_age_or_party(self, k: int) -> bool:
        """Whether a token is "34" or "D-Ohio"."""
        party, hyphen, _ = self._doc.lowers[k].partition("-")
        if self._doc.words[k].isdigit():
            return True
        return hyphen != "" and party in self._words.short_parties

    def _predicated(self, name: Name) -> list[Description]:
        """What "Lee is the mayor of X" says."""
        k, lowers = name.j, self._doc.lowers
        last = self._doc.sentences[self._doc.sentence_of(name.i)][1]
        if k + 2 >= last or lowers[k] not in self._words.copulas:
            return []
        opened = lowers[k + 1] in self._words.articles or lowers[k + 1] == "another"
        # "Lee became director of X"
        bare = lowers[k + 1] in self._words.offices and lowers[k + 2] == "of"
        if not opened and not bare:
            return []
        return self._appositions.roles_in(k + 1, self._reach(name))

    # ------------------------------------------------------------- before a name

    def _apposed_before(self, name: Name, limit: int) -> list[Description]:
        """What "the agency's director, Lee," says."""
        comma = name.i - 1
        if comma - 1 < limit or self._doc.words[comma] != ",":
            return []
        start = self._apposition_start(comma, limit)
        if start is None:
            return []
        found = self._appositions.roles_in(start, comma)
        told = next(iter(found), None)
        if told is None or told.role is None:
            return []
        if self._doc.lowers[start - 1 : start] == ["as"]:
            # "As director of Corrow Rail, Lee said", and no "As the director left, Lee said"
            last = told.role if told.affiliation is None else told.affiliation
            return [told] if last.j == comma else []
        if told.affiliation is None and self._doc.lowers[start] in self._words.cases:
            return [attrs.evolve(told, affiliation=self._body_and(start, limit))]
        return [told]

    def _body_and(self, k: int, limit: int) -> Tokens | None:
        """The body of "Corrow Rail and its director, Lee,", whose "its" stands at ``k``."""
        lowers = self._doc.lowers
        if k - 2 < limit or lowers[k] not in _ITS or lowers[k - 1] not in self._words.joiners:
            return None
        body = self._names.at(k - 2)
        if body is None or body.j != k - 1 or body.kind == PERSON:
            return None
        return body.tokens

    def _apposition_start(self, comma: int, limit: int) -> int | None:
        """Where a noun phrase before a comma begins: at a determiner or an owner."""
        start = comma
        lowest = max(limit, comma - _MAX_APPOSITION_TOKENS)
        while start > lowest and not self._is_sign(start - 1):
            start -= 1
        lowers, words = self._doc.lowers, self._words
        if lowers[start] in words.joiners or lowers[start] == "as":
            start += 1
        if self._opens_description(start, comma):
            return start
        if lowers[start] in words.roles and start + 1 < comma:
            return start
        verb = start
        for m in range(start, comma):
            if lowers[m] in words.verbs and not self._bodies.is_possessive(m):
                verb = m
        later = range(verb + 1, comma)
        opening = (m for m in later if self._opens_description(m, comma))
        return next(opening, None)

    def _opens_description(self, m: int, comma: int) -> bool:
        """Whether a phrase before a comma may say who somebody is."""
        if self._opens_noun_phrase(m) or self._is_owner(m, comma):
            return True
        return self._is_body_with_role(m, comma)

    def _is_body_with_role(self, m: int, comma: int) -> bool:
        """Whether a phrase is a name and an office: "Corrow Rail chief executive, Ann Lee"."""
        name = self._names.at(m)
        if name is None or name.i != m or name.has_title or name.j > comma:
            return False
        lowers, words = self._doc.lowers, self._words
        if name.j == comma:
            opened = lowers[m] in words.given or lowers[m] in words.titles
            return name.j - m > 1 and lowers[comma - 1] in words.offices and not opened
        between = self._doc.words[name.j : comma]
        plain = all(map(str.islower, between)) and words.small.isdisjoint(between)
        return plain and lowers[comma - 1] in words.roles and not name.doubtful

    def _opens_noun_phrase(self, m: int) -> bool:
        """Whether a token is a determiner or a pronoun in the possessive."""
        lower = self._doc.lowers[m]
        return lower in self._words.determiners or lower in self._words.cases

    def _is_owner(self, start: int, k: int) -> bool:
        """Whether a phrase opens with a name in the possessive."""
        name = self._names.at(start)
        return name is not None and name.j < k and self._bodies.is_possessive(name.j)

    def _is_sign(self, k: int) -> bool:
        """Whether a token is a sign outside of names."""
        if self._doc.words[k] not in SIGNS:
            return False
        if self._bodies.is_possessive(k):
            return False
        name = self._names.at(k)
        return name is None or name.i >= k
