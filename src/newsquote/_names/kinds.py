"""A name -> what kind of somebody it stands for.

In: the places where a name stands. Out: person, organization, group or other. Why: the form of a
name does not tell a firm from a surname, but the words around it do: "the", "which", "spokesman",
an age, "Mr.". Each place votes, above 0 for an organisation and below for a person.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.records import ORGANIZATION, PERSON
from newsquote._text.signs import POSSESSIVES, STOPS
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._names.spotted import Name
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["is_people", "kind_of_unplaced_name", "kinds_by_form"]

_MAX_PLACES = 20
"""How many places of one name vote."""
_CLUE = 2
"""Votes of a clue that tells by itself; a pronoun behind the name has half of it."""
_STRONG_CLUE = 4
"""Votes of a title, a given name or an initial: no "the" outweighs one."""
_OFTEN = 2
"""From more places on, a whole name that never stands shortened is likelier a body's."""
_PRONOUN_REACH = 12
"""Tokens behind a name in which a pronoun tells something of it."""
_APPOSITION_REACH = 6
"""Tokens behind a comma in which the noun of an apposition stands."""
_MAX_ACRONYM_LETTERS = 5
_FIRST_LETTERS = 2
"""Letters at the start of a word that say nothing of capitals inside: "McVane", "iVane"."""
_SURNAME_OPENINGS = ("Mc", "Mac", "O'", "De", "Van", "Le", "La")
"""Behind these, a surname may have a capital inside."""
_PEOPLES = ("ans", "ists", "crats")
"""Endings of the plurals for peoples and parties."""
_DWELLERS = ("ers", "ites")
"""Endings of the same, where the verb is in the plural, too."""
_MIN_PEOPLE_LETTERS = 6
"""The shortest plural whose ending tells: "Martians", not "Evans"."""
_THINGS = frozenset(("its", "itself"))
_PRONOUNS = _THINGS | {"he", "she", "his", "her", "him"}
_SPOKESPERSONS = frozenset(("spokesman", "spokeswoman", "spokesperson"))


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _KindWords:
    given: frozenset[str]
    roles: frozenset[str]
    documents: frozenset[str]
    groups: frozenset[str]
    organisations: frozenset[str]
    """Nouns for organisations: "agency"."""
    organisation_heads: frozenset[str]
    """Nouns behind the name of one: "the Harrow chain"."""
    outlets: frozenset[str]
    going_on: frozenset[str]
    peoples: Mapping[str, str]
    partisans: frozenset[str]
    capital_groups: frozenset[str]
    determiners: frozenset[str]
    place_prepositions: frozenset[str]
    plural_verbs: frozenset[str]


@lru_cache(maxsize=8)
def _kind_words(pack: LanguagePack) -> _KindWords:
    made = lexicon.for_pack(pack)
    return _KindWords(
        given=pack.words("given_names"),
        roles=pack.words("roles"),
        documents=pack.words("document_words"),
        groups=pack.words("group_words"),
        organisations=pack.words("organisation_kinds"),
        organisation_heads=pack.closed("sorts_of_organisations"),
        outlets=made.outlets,
        going_on=made.going_on,
        peoples=pack.table("demonyms"),
        partisans=pack.closed("partisans"),
        capital_groups=pack.closed("capital_groups"),
        determiners=pack.words("determiners"),
        place_prepositions=pack.closed("place_prepositions"),
        plural_verbs=pack.closed("plural_verbs"),
    )


def is_people(word: str, peoples: Mapping[str, str]) -> bool:
    """Whether a word is the plural of a people's adjective: "Norwegians"."""
    return word.endswith("s") and word.rpartition("-")[2][:-1] in peoples


def kinds_by_form(
    doc: Doc, places_by_form: Mapping[tuple[str, ...], Sequence[Name]]
) -> dict[tuple[str, ...], SpeakerKind | None]:
    """What each folded form of a name stands for, by all its places; None where nothing tells."""
    judge = _NameJudge(doc)
    kinds = {}
    for form, places in places_by_form.items():
        votes = _votes_of_repetition(form, places_by_form)
        kinds[form] = judge.kind(form, places[:_MAX_PLACES], votes)
    return kinds


def _votes_of_repetition(
    form: tuple[str, ...], places_by_form: Mapping[tuple[str, ...], Sequence[Name]]
) -> int:
    """What being named again says: a person comes back by the surname, a body by the whole name."""
    if len(form) == 1:
        return 0
    if form[-1:] in places_by_form:
        return -_CLUE
    return _CLUE if len(places_by_form[form]) > _OFTEN else 0


def kind_of_unplaced_name(
    doc: Doc,
    name: Name,
    form: tuple[str, ...],
) -> SpeakerKind:
    """What a name is if nothing around any of its places tells."""
    if name.place:
        return ORGANIZATION
    words, word = _kind_words(doc.pack), form[-1].lower()
    if word in words.groups or is_people(word, words.peoples):
        return SpeakerKind.GROUP
    if len(word) >= _MIN_PEOPLE_LETTERS and word.endswith(_PEOPLES):
        return SpeakerKind.GROUP
    after = doc.lowers[name.j] if name.j < len(doc.words) else ""
    dwellers = word.endswith(_DWELLERS) and after in words.plural_verbs
    return SpeakerKind.GROUP if dwellers else PERSON


class _NameJudge:
    """Tells the kinds of one text's names."""

    def __init__(self, doc: Doc) -> None:
        self._doc, self._words = doc, _kind_words(doc.pack)

    def kind(
        self,
        form: tuple[str, ...],
        places: Sequence[Name],
        votes: int,
    ) -> SpeakerKind | None:
        """The kind of a form, by its words first and then by the votes of its places."""
        if self._is_group(form):
            return SpeakerKind.GROUP
        guesses = [name.kind for name in places if name.kind is not None]
        guess = guesses[0] if guesses else None
        if True in [name.place for name in places]:
            return guess
        several = len(form) > 1
        if not several and self._is_adjective(form[0]):
            return SpeakerKind.OTHER
        if several and guess != ORGANIZATION and self._is_title(form, places[0]):
            return SpeakerKind.OTHER
        if guess == ORGANIZATION and (several or not self._is_surname_in_capitals(places[0])):
            return guess
        given = form[0] in self._words.given
        if not given and self._is_outlet_or_located(form, places, guess):
            return ORGANIZATION
        if several and not given and self._is_rubric(places[0]):
            return SpeakerKind.OTHER
        votes += sum([self._vote(name) for name in places])
        votes += self._votes_of_form(form, self._doc.words[places[0].j - 1])
        if votes >= _CLUE:
            return ORGANIZATION
        person = guess == ORGANIZATION or (guess is None and votes <= -_CLUE)
        return PERSON if person else guess

    # ------------------------------------------------------------- the words of the name

    def _is_group(self, form: tuple[str, ...]) -> bool:
        """Whether a name means a people, a party's people, or a group: "Norwegians", "Marines"."""
        words, last = self._words, form[-1]
        if last in words.capital_groups or is_people(last, words.peoples):
            return True
        return len(form) == 1 and last in words.groups

    def _is_adjective(self, word: str) -> bool:
        """Whether a word is an adjective of a people or a party: "Norwegian", "Democratic"."""
        return word in self._words.peoples or word in self._words.partisans

    def _is_title(self, form: tuple[str, ...], name: Name) -> bool:
        """Whether words with capitals are a title without a name: "Senate Majority Leader"."""
        words = self._words
        if name.has_title or form[-1] not in words.roles:
            return False
        if form[0] in words.given:
            return False
        return "." not in self._doc.words[name.i]

    def _is_surname_in_capitals(self, name: Name) -> bool:
        """Whether a word in capitals is too long for an acronym: "VANCE: Yes."."""
        word = self._doc.words[name.j - 1]
        if name.j - name.bare > 1 or len(word) <= _MAX_ACRONYM_LETTERS:
            return False
        return word.isalpha() and word.isupper()

    def _is_outlet_or_located(
        self,
        form: tuple[str, ...],
        places: Sequence[Name],
        guess: SpeakerKind | None,
    ) -> bool:
        """Whether a name is a known outlet's, or stands where only places and firms do."""
        if " ".join(form) in self._words.outlets:
            return True
        return guess is None and len(form) == 1 and all(map(self._is_located, places))

    def _is_located(self, name: Name) -> bool:
        """Whether a name stands behind "in" or "at", as towns and firms do and persons do not."""
        lowers = self._doc.lowers
        if not name.i or lowers[name.i - 1] not in self._words.place_prepositions:
            return False
        return lowers[min(name.j, len(lowers) - 1)] not in POSSESSIVES

    def _is_rubric(self, name: Name) -> bool:
        """Whether words in capitals are neither a title with a name nor the label of a turn."""
        doc = self._doc
        if name.has_title or doc.words[name.j : name.j + 1] == [":"]:
            return False
        printed = doc.words[name.bare : name.j]
        words = [word for word in printed if word[0].isalpha()]
        if not all(map(str.isupper, words)):
            return False
        return any(len(word) > _MAX_ACRONYM_LETTERS for word in words)

    def _votes_of_form(self, form: tuple[str, ...], printed: str) -> int:
        """What the form says: capitals inside a word for a firm, a given name against."""
        votes = _CLUE if _has_capital_inside(printed) else 0
        if len(form) == 1:
            return votes
        initial = len(form[1]) == 1
        if initial or form[0] in self._words.given:
            votes -= _STRONG_CLUE
        return votes

    # ------------------------------------------------------------- the words around it

    def _vote(self, name: Name) -> int:
        """What one place says."""
        lowers, words = self._doc.lowers, self._words
        i, bare, j = name.i, name.bare, name.j
        before = lowers[i - 1] if i else ""
        after = lowers[j] if j < len(lowers) else ""
        votes = self._vote_of_pronoun(j) if j - bare == 1 else 0
        if bare > i:
            votes -= _STRONG_CLUE
        elif before == "the" and not self._goes_on_with_noun(j):
            votes += _CLUE
        if before in words.organisations and before not in words.roles:
            votes += _CLUE
        if after in _SPOKESPERSONS or after in words.organisation_heads:
            votes += _CLUE
        elif after in {",", "("}:
            votes += self._vote_of_apposition(j + 1)
        if before in words.roles:
            votes -= _CLUE
        return votes

    def _vote_of_pronoun(self, k: int) -> int:
        """What the next pronoun in the sentence says."""
        behind = self._doc.lowers[k : k + _PRONOUN_REACH]
        if _PRONOUNS.isdisjoint(behind):
            return 0
        told = next(word for word in behind if word in _PRONOUNS or word in STOPS)
        if told in STOPS:
            return 0
        return 1 if told in _THINGS else -1

    def _goes_on_with_noun(self, k: int) -> bool:
        """Whether a noun follows, which "the" then belongs to: "the Vance family"."""
        words = self._doc.words
        if k >= len(words):
            return False
        letter = words[k][0]
        if not letter.isalpha() or not letter.islower():
            return False
        lower = self._doc.lowers[k]
        return lower not in self._words.going_on and not lower.endswith("ed")

    def _vote_of_apposition(self, k: int) -> int:
        """What an apposition or a clause behind a comma or a bracket says."""
        lowers, words = self._doc.lowers, self._words
        opening = lowers[k] if k < len(lowers) else ""
        if opening == "which":
            return _CLUE
        if opening == "who" or opening.isdigit():
            return -_CLUE
        if opening not in words.determiners:
            return 0
        last, vote = len(lowers) - 1, 0
        for n in range(k + 1, min(k + _APPOSITION_REACH, len(lowers))):
            noun = lowers[n]
            if self._doc.words[min(n + 1, last)] in POSSESSIVES:
                continue
            if noun in words.roles:
                # "a fire service spokesman" is a spokesman
                return -_CLUE
            if noun in words.going_on or not noun[0].isalnum():
                break
            if noun in words.organisations and noun not in words.documents:
                vote = _CLUE
        return vote


def _has_capital_inside(word: str) -> bool:
    """Whether a word has a capital where only firms have one: "QuellWorks"."""
    inner = word[_FIRST_LETTERS:]
    if inner.islower() or word.isupper() or "-" in word:
        return False
    return any(map(str.isupper, inner)) and not word.startswith(_SURNAME_OPENINGS)
