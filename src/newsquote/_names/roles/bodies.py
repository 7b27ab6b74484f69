"""The words beside a role -> the body that somebody is of.

In: tokens in front of a role or behind it. Out: the tokens of an organisation, a party or a place.
Why: "Corrow Rail chairman", "a nurse at Norvale General Hospital", "director of the hospital" and
"of Norvale University" say the same of somebody in several ways, before a name and behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names.records import ORGANIZATION, PERSON
from newsquote._names.roles.body_words import body_words
from newsquote._names.roles.whole_names import WholeNames
from newsquote._text.ranges import Tokens
from newsquote._text.signs import POSSESSIVES

if TYPE_CHECKING:
    from newsquote._names.spotted import Name, Names
    from newsquote._text.doc import Doc

__all__ = ["Bodies"]

_MAX_MODIFIERS = 5
"""How many words may stand before the name or noun behind a preposition."""
_MAX_ACRONYM_LETTERS = 6
_MAX_WORDS_OF_PERSON = 3
_MAX_REACH = 14
"""How far behind a role its body may stand."""
_LINKS_TO_PERSONS = frozenset(("of", "for", "to"))
_MAX_WORDS_BEHIND_NAME = 3
"""How many words in small letters end a body's name: "the Norvale provincial council"."""
_APOSTROPHES = frozenset(("'", "’"))
_BORN = "-born"
_ADJECTIVES_AS_TITLES = frozenset(("general", "major"))
_MIN_WORDS_WITH = 3
"""How many words a body's name behind "with" has that looks like a person's."""
_BASED = ("-based", "-led", "-owned", "-backed", "-area")
"""Endings of what stands in front of a body's name and is no part of it."""


class Bodies:
    """Finds the bodies beside the roles of one text."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self._doc, self._names, self._words = doc, names, body_words(doc.pack)
        self._whole_names = WholeNames(doc, names)

    # ------------------------------------------------------------- behind a role

    def behind(
        self,
        k: int,
        end: int,
        role: str = "",
    ) -> Tokens | None:
        """The body behind a preposition somewhere from ``k`` on: the first that is for sure one.

        :param role: the role's noun, casefolded.
        """
        lowers, words = self._doc.lowers, self._words
        end = min(end, len(lowers), k + _MAX_REACH)
        other: Tokens | None = None
        for n in range(k, end - 1):
            if lowers[n] not in words.links or self._is_within_person(n):
                continue
            if role in words.makers and lowers[n] == "of":
                continue
            of_person = role in words.of_persons and lowers[n] in _LINKS_TO_PERSONS
            body, sure = self.at(n + 1, end, of_person=of_person)
            if body is None and self.is_at_work(n, end):
                return self._whole_names.whole(Tokens(n + 1, self._end_of_name(n + 1)), end)
            if body is None:
                if n == k and self._names_person(n + 1):
                    return None
                continue
            if sure and lowers[n] != "in":
                return body
            town = other is not None and lowers[other.j - 1] in words.places
            if other is None or (town and lowers[n] == "of" and self._names.at(body.i)):
                other = body
        return other

    def is_at_work(self, n: int, end: int) -> bool:
        """Whether a name behind "at" or "with" is a body's, though it looks like a person's."""
        name = self._names.at(n + 1) if n + 1 < end else None
        if name is None or name.i != n + 1 or name.has_title or self._owns(name, end):
            return False
        least = {"at": 2, "with": _MIN_WORDS_WITH}.get(self._doc.lowers[n])
        return least is not None and name.j - name.i >= least

    def at(
        self,
        n: int,
        end: int,
        *,
        of_person: bool = False,
    ) -> tuple[Tokens | None, bool]:
        """The body that a noun phrase from ``n`` on names, and whether that is for sure.

        :param of_person: whether a name is as likely a person's.
        """
        lowers, words = self._doc.lowers, self._words
        m = n
        while m < end and lowers[m] in words.determiners:
            m += 1
        determined, noun = m > n, -1
        start = m
        if determined and m < end and lowers[m][0].isdigit():
            return self._whole_names.numbered(m, end)
        while m < end and m < start + _MAX_MODIFIERS:
            name = self._names.at(m)
            if name is not None and self._owns(name, end):
                # "of the UK's Crime Agency"
                whole = self._with_owned(name)
                if whole is not None:
                    return whole
                determined, m = True, name.j + 1
                start = m
                continue
            if name is not None:
                if determined and self._modifies(name, end):
                    return None, False
                return self._of_name(name, m, end, sure=determined or not of_person)
            if not lowers[m][0].isalpha() or lowers[m] in words.ending:
                break
            if lowers[m] in words.org_nouns:
                noun = m
            m += 1
        return self._of_noun(start, noun, end) if noun >= 0 and determined else (None, False)

    def _of_name(
        self,
        name: Name,
        m: int,
        end: int,
        *,
        sure: bool,
    ) -> tuple[Tokens | None, bool]:
        """The body of a name from ``m`` on, with the nouns behind it: "the Norvale fire service".

        :param sure: whether the name is no person's, by what stands around it.
        """
        body = self._named(name, m, sure=sure)
        if body is None:
            return None, False
        town = self._whole_names.town_behind(name.j, end)
        if town is not None:
            return town, True
        behind = self._noun_end(name.j, end)
        if behind > name.j:
            return self._whole_names.named_behind(behind, end) or Tokens(m, behind), True
        whole = self._whole_names.whole(body, end)
        return whole, whole is not body or name.kind == ORGANIZATION

    def _end_of_name(self, k: int) -> int:
        name = self._names.at(k)
        return k if name is None else name.j

    def _with_owned(self, name: Name) -> tuple[Tokens, bool] | None:
        """The body of a name in the possessive, with what it owns where that is its name."""
        owned = self._names.at(name.j + 1)
        if owned is None and name.kind == ORGANIZATION:
            # "the University of Norvale's medical school"
            return name.tokens, True
        if owned is not None and name.kind != ORGANIZATION and not self._is_place(name):
            # "Lee's Bakery"
            return Tokens(name.i, owned.j), owned.kind == ORGANIZATION
        return None

    def _modifies(self, name: Name, end: int) -> bool:
        """Whether a place goes on with a noun, which it only describes: "the Asia program"."""
        k = name.j
        if not name.place or k >= end:
            return False
        word, lower = self._doc.words[k], self._doc.lowers[k]
        if not (word.islower() and word.isalpha()) or lower.endswith("ly"):
            return False
        words = self._words
        if lower in words.ending or lower in words.org_nouns or lower in words.places:
            return False
        # "the UN refugee agency" is a body all the same
        return self._noun_end(k, end) == k

    def _of_noun(
        self,
        start: int,
        noun: int,
        end: int,
    ) -> tuple[Tokens, bool]:
        """The body that a noun stands for: by its name in "a group called Coast Watch"."""
        called = noun + 1
        if called + 1 < end and self._doc.lowers[called] in self._words.calling:
            body = self._whole_names.named_behind(called + 1, end)
            if body is not None:
                return body, True
        return Tokens(start, self._behind_field(noun + 1, end)), False

    def _behind_field(self, k: int, end: int) -> int:
        """Behind the field of a body: "the ministry of commerce", and no "school of thought"."""
        lowers = self._doc.lowers
        if k + 1 >= end or lowers[k] != "of" or lowers[k + 1] not in self._words.fields:
            return k
        k += 2
        while k < end and lowers[k] in self._words.fields:
            k += 1
        return k

    def _is_place(self, name: Name) -> bool:
        """Whether a name is a place's, with an article or without."""
        words, doc = self._words, self._doc
        bare = name.i + (doc.lowers[name.i] in words.determiners)
        return name.place or doc.slice(bare, name.j) in words.governments

    def _owns(self, name: Name, end: int) -> bool:
        """Whether a name in the possessive stands before what it owns."""
        return name.j + 1 < end and self.is_possessive(name.j)

    def _named(
        self,
        name: Name,
        m: int,
        *,
        sure: bool,
    ) -> Tokens | None:
        """The tokens of a name from ``m`` on if it may be a body's."""
        lowers, words = self._doc.lowers, self._words
        if name.has_title:
            return None
        short = name.j - name.i <= _MAX_WORDS_OF_PERSON
        if name.kind == PERSON and (not sure or (short and lowers[name.i] in words.given)):
            return None
        if m == name.i and name.j - name.i == 1 and not sure and not name.place:
            return None
        if lowers[m].endswith(_BASED) and m + 1 < name.j:
            m += 1
        return Tokens(m, name.j)

    def _noun_end(self, k: int, end: int) -> int:
        """Behind the last noun for a body of those from ``k`` on: "fire department"."""
        behind, end = k, min(end, k + _MAX_WORDS_BEHIND_NAME)
        while k < end and self._doc.words[k].islower() and not self._ends_noun(k):
            k += 1
            if self._doc.lowers[k - 1] in self._words.org_nouns:
                behind = k
        return behind

    def _ends_noun(self, k: int) -> bool:
        return self._doc.lowers[k] in self._words.ending or self._names.at(k) is not None

    def _is_within_person(self, n: int) -> bool:
        """Whether a preposition stands inside a name that begins with no role."""
        name = self._names.at(n)
        if name is None or name.i >= n:
            return False
        return self._doc.lowers[name.i] not in self._words.role_words

    def _names_person(self, n: int) -> bool:
        """Whether a person's name begins at a token."""
        name = self._names.at(n)
        return name is not None and name.i == n and (name.kind == PERSON or name.has_title)

    def behind_comma(self, k: int, end: int) -> Tokens | None:
        """The organisation behind a comma at ``k``, if nothing follows: "CEO, Corrow Rail."."""
        words = self._doc.words
        if k + 1 >= min(end, len(words)) or words[k] != ",":
            return None
        first = k + 1 + self._whole_names.is_ordinal(k + 1)
        name = self._names.at(first)
        if name is None or name.i != first or name.has_title:
            return None
        if name.kind != ORGANIZATION and first == k + 1:
            return None
        closed = name.j >= len(words) or not words[name.j][0].isalnum()
        return Tokens(k + 1, name.j) if closed else None

    def is_firm(self, body: Tokens) -> bool:
        """Whether a name of several words is no place's and no known person's: a firm's."""
        name = self._names.at(body.i)
        if (
            name is None
            or name.place
            or name.has_title
            or name.tokens != body
            or body.j - body.i == 1
        ):
            return False
        if self._doc.slice(*body).casefold() in self._words.cities:
            return False
        return self._doc.lowers[body.i] not in self._words.given

    def is_sure(self, body: Tokens) -> bool:
        """Whether a body's name is an organisation's, or it is no name."""
        name = self._names.at(body.i)
        return name is None or name.kind == ORGANIZATION or name.place

    # ------------------------------------------------------------- before a role

    def split_title(self, first: int, end: int) -> tuple[Tokens | None, int]:
        """The body with which the capitals of a title begin, and where the role begins.

        So in "Norvale City Council President", "Labour MP", and none in "Council President".
        """
        doc, words = self._doc, self._words
        while first < end - 1 and doc.lowers[first] in words.openers:
            first += 1
        k = first
        while k < end and not self._is_role_word(k):
            k += 1
        for m in range(end - 2, first, -1):
            if self._names_body(m) and self._is_role_word(m + 1):
                # "Norvale Research Institute Director", "Republican National Committee Chair"
                return self._body_or_role(first, m + 1)
        party = max(self._party_end(first, end), self._department_end(first, end))
        if party > first:
            return Tokens(first, party), party
        if k == first or k >= end:
            return None, first
        if words.org_words.issuperset(doc.lowers[first:k]):
            # the "Council President" is so called, and of the council
            return Tokens(first, k), first
        if k + 1 < end and doc.lowers[k] in words.local:
            # "Norvale County Sheriff"
            return Tokens(first, k + 1), k + 1
        if doc.lowers[k] == "police" and doc.lowers[k + 1].rstrip(".") in words.police_ranks:
            # "Norvale Police Lt. Lee", and no "Norvale Police Chief Lee"
            return Tokens(first, k + 1), k + 1
        return Tokens(first, k), k

    def _department_end(self, first: int, end: int) -> int:
        """Behind the body of a "Department of Tides Assistant Commissioner", else ``first``."""
        lowers, words = self._doc.lowers, self._words
        title = lowers[first:end]
        of = first + title.index("of") if "of" in title else first
        if of - 1 <= first or lowers[of - 1] not in words.org_words:
            return first
        k = of + 1
        while k < end and lowers[k] in words.fields and lowers[k] not in words.grades:
            k += 1
        return k if of + 1 < k < end else first

    def _names_body(self, m: int) -> bool:
        """Whether a word ends the name of a body and belongs to no office: "Institute"."""
        lower = self._doc.lowers[m]
        if lower in self._words.org_words and lower not in self._words.ranks:
            return True
        # "Norvale School District"
        return lower == "district" and m > 0 and self._doc.lowers[m - 1] in self._words.org_words

    def _body_or_role(self, first: int, k: int) -> tuple[Tokens | None, int]:
        """A body up to ``k``, but for a "Deputy House" of a "Deputy House Speaker"."""
        if self._doc.lowers[first] in self._words.grades:
            return None, first
        return Tokens(first, k), k

    def _party_end(self, first: int, end: int) -> int:
        """Behind the party with which a title begins: "Labour MP", and no "Labour Secretary"."""
        lowers, words, k = self._doc.lowers, self._words, first
        while k < end - 1 and lowers[k] in words.parties:
            k += 1
        return first if lowers[end - 1].rstrip(".") in words.ministers else k

    def _is_role_word(self, k: int) -> bool:
        return self._doc.lowers[k].rstrip(".") in self._words.role_words

    def is_possessive(self, k: int) -> bool:
        """Whether a token is the sign of a possessive: "'s", or the apostrophe behind an -s."""
        doc, word = self._doc, self._doc.words[k]
        if word in POSSESSIVES:
            return True
        if word not in _APOSTROPHES or not k:
            return False
        return doc.lowers[k - 1].endswith("s") and doc.ends[k - 1] == doc.starts[k]

    def owner(
        self,
        k: int,
        limit: int,
        role: str,
    ) -> Tokens | None:
        """The body whose possessive sign stands at ``k``: "the university's dean".

        :param role: the role's noun, casefolded.
        """
        lowers, words = self._doc.lowers, self._words
        if k - 1 < limit or not self.is_possessive(k):
            return None
        name = self._names.at(k - 1)
        if name is not None:
            return self.named(name, role)
        if lowers[k - 1] not in words.org_nouns:
            return None
        start = k - 1
        while start - 1 >= limit and start > k - _MAX_MODIFIERS:
            before = lowers[start - 1]
            if not before[0].isalpha() or before in words.ending or before in words.determiners:
                break
            start -= 1
        return Tokens(start, k)

    def acronym(self, k: int, limit: int) -> Tokens | None:
        """The acronym at ``k`` that no run of capitals has taken in: "US President", "WHO head"."""
        if k < limit or self._names.at(k) is not None:
            return None
        word = self._doc.words[k]
        letters = word.replace(".", "")
        if not (
            1 < len(letters) <= _MAX_ACRONYM_LETTERS and letters.isupper() and letters.isalpha()
        ):
            return None
        return Tokens(k, k + 1)

    def noun_before(self, k: int, limit: int) -> Tokens | None:
        """The noun for a body that ends before ``k``: "provincial police Constable Lee"."""
        if k - 1 < limit or not self._is_body_noun(k - 1) or self._names.at(k - 1) is not None:
            return None
        if not self._doc.words[k - 1].islower():
            return None
        start = k - 1
        while start - 1 >= limit and self._doc.words[start - 1].islower():
            before = self._doc.lowers[start - 1]
            if before in self._words.ending or before in self._words.determiners:
                break
            start -= 1
        return Tokens(start, k)

    def of_role(self, start: int, noun: int) -> Tokens | None:
        """The noun for a body right before a role in small letters: "police spokesman"."""
        before = noun - 1
        return Tokens(start, noun) if before >= start and self._is_body_noun(before) else None

    def spoken_for(self, start: int, noun: int) -> Tokens | None:
        """The body before one who speaks for it: "a fire service spokesman"."""
        lowers = self._doc.lowers
        if noun <= start or not lowers[noun].startswith("spokes"):
            return None
        return Tokens(start, noun) if lowers[noun - 1] in self._words.org_nouns else None

    def opening_noun(self, k: int, limit: int) -> Tokens | None:
        """The noun for a body that opens a sentence before a role: "Police press officer Lee"."""
        if k - 1 != limit or self._doc.lowers[limit] not in self._words.org_nouns:
            return None
        return Tokens(limit, k) if self._names.at(limit) is None else None

    def _is_body_noun(self, k: int) -> bool:
        lower = self._doc.lowers[k]
        return lower in self._words.kinds and lower not in self._words.role_words

    def named(self, name: Name, role: str) -> Tokens | None:
        """A name in front of a role if it may be a body's, without "former" and the like.

        :param role: the role's noun, casefolded.
        """
        words, i = self._words, name.i
        if self._is_titled(name):
            return None
        person = name.kind == PERSON and self._doc.lowers[i] in words.given
        if person and not self._is_known_place(name):
            return None
        if role in words.of_persons and name.kind != ORGANIZATION and not name.place:
            return None
        lowers = self._doc.lowers
        if lowers[name.j - 1].endswith(_BORN) or self._is_matter(name, role):
            return None
        while i < name.j and lowers[i] in words.openers:
            i += 1
        if i + 1 < name.j and lowers[i].endswith(_BASED):
            i += 1
        if i >= name.j or (i + 1 == name.j and lowers[i] in words.documents):
            # "Study author Ann Lee" is of no body
            return None
        return self._with_owner(Tokens(i, name.j))

    def _is_titled(self, name: Name) -> bool:
        """Whether a title stands in front, and no "Major League" or "MX Logic"."""
        if name.bare - name.i != 1:
            return name.has_title
        lower, word = self._doc.lowers[name.i], self._doc.words[name.i]
        if lower not in _ADJECTIVES_AS_TITLES and (len(word) == 1 or not word.isupper()):
            return True
        return self._doc.lowers[name.bare] in self._words.given

    def _is_known_place(self, name: Name) -> bool:
        """Whether a name is a place's, or opens with a people: "the Norvalian Red Cross"."""
        words, printed = self._words, self._doc.slice(name.i, name.j)
        if name.j - name.i > 1 and self._doc.lowers[name.i] in words.peoples:
            return True
        return printed in words.governments or printed.casefold() in words.cities

    def _is_matter(self, name: Name, role: str) -> bool:
        """Whether a name before a role is what it is about: "Social Security analyst"."""
        words = self._words
        if role not in words.of_matters:
            return False
        lowers = self._doc.lowers
        if lowers[name.j - 1] in words.parts_of_world:
            return True
        return words.fields.issuperset(lowers[name.i : name.j])

    def _with_owner(self, body: Tokens) -> Tokens:
        """A body with whoever's office it is: "Norvale Sheriff's Office"."""
        i, j = body
        owned = i > 1 and self.is_possessive(i - 1)
        if not owned or not self._words.org_words.issuperset(self._doc.lowers[i:j]):
            return body
        owner = self._names.at(i - 2)
        return body if owner is None else Tokens(owner.i, j)
