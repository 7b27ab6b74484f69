"""A name -> what kind of somebody it stands for.

In: the places where a name stands. Out: person, organization, group or other, and whether it is a
place. Why: what lists tell for sure is asked first: a people, a title without a name, the word of a
body. All else is weighed: the form of a name, the words around it and how the text names it
elsewhere, with weights learned from annotated texts.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._names import lexicon
from newsquote._names.kind_evidence import KindEvidence
from newsquote._names.kind_weights import weights_of
from newsquote._names.name_shapes import has_capital_inside, has_letter_and_hyphen
from newsquote._names.records import ORGANIZATION, PERSON
from newsquote.kinds import SpeakerKind
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._names.spotted import Name
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["NameJudge", "Verdict", "is_people", "kinds_by_form"]

_MAX_ACRONYM_LETTERS = 5
_PEOPLES = ("ans", "ists", "crats")
"""Endings of the plurals for peoples and parties."""
_DWELLERS = ("ers", "ites")
"""Endings of the same, where the verb is in the plural, too."""
_MIN_PEOPLE_LETTERS = 6
"""The shortest plural whose ending tells: "Martians", not "Evans"."""
_FULL_NAME_WORDS = 2
_MIN_PLURAL = 2
"""The letters of "MP", whose plural is "MPs"."""
_LINKS = frozenset(("of", "&", "for", "on"))


class Verdict(NamedTuple):
    """What a name stands for."""

    kind: SpeakerKind | None
    """None where nothing tells."""
    place: bool = False


_PERSON, _ORGANIZATION = Verdict(PERSON), Verdict(ORGANIZATION)
_PLACE, _GROUP = Verdict(ORGANIZATION, place=True), Verdict(SpeakerKind.GROUP)
_OTHER, _DOCUMENT = Verdict(SpeakerKind.OTHER), Verdict(SpeakerKind.DOCUMENT)
_BY_SCORE = (_PERSON, _ORGANIZATION, _PLACE, _OTHER)


_MIN_ACRONYM_LETTERS = 2
_MAX_EXPANSION = 10
"""Tokens before an acronym in brackets in which what it stands for is looked for."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _KindWords:
    given: frozenset[str]
    surnames: frozenset[str]
    roles: frozenset[str]
    offices: frozenset[str]
    """Roles and titles."""
    groups: frozenset[str]
    laws: frozenset[str]
    """What ends the names of laws and the like: "Act"."""
    outlets: frozenset[str]
    org_words: frozenset[str]
    company_suffixes: frozenset[str]
    peoples: Mapping[str, str]
    partisans: frozenset[str]
    particles: frozenset[str]
    capital_groups: frozenset[str]
    plural_verbs: frozenset[str]


@kept_by_pack
def _kind_words(pack: LanguagePack) -> _KindWords:
    return _KindWords(
        given=pack.words("given_names"),
        surnames=pack.words("surnames"),
        roles=pack.words("roles"),
        offices=pack.words("roles") | pack.words("titles"),
        groups=pack.words("group_words"),
        laws=pack.closed("laws_in_names"),
        outlets=lexicon.for_pack(pack).outlets,
        org_words=pack.words("org_words"),
        company_suffixes=pack.closed("company_suffixes"),
        peoples=pack.table("demonyms"),
        partisans=pack.closed("partisans"),
        particles=pack.closed("opening_particles"),
        capital_groups=pack.closed("capital_groups"),
        plural_verbs=pack.closed("plural_verbs"),
    )


def is_people(word: str, peoples: Mapping[str, str]) -> bool:
    """Whether a word is the plural of a people's adjective: "Norwegians"."""
    return word.endswith("s") and word.rpartition("-")[2][:-1] in peoples


def kinds_by_form(
    doc: Doc,
    places_by_form: Mapping[tuple[str, ...], Sequence[Name]],
    printed: Mapping[tuple[str, ...], tuple[str, ...]],
) -> dict[tuple[str, ...], Verdict]:
    """What each folded form of a name stands for, by all its places.

    :param printed: each form as it is printed first.
    """
    judge = NameJudge(doc, places_by_form)
    return {form: judge.verdict(form, printed[form]) for form in places_by_form}


def _stands_for(letters: str, words: Sequence[str]) -> bool:
    """Whether letters are the last initials of some words."""
    if not letters.isupper() or len(letters) < _MIN_ACRONYM_LETTERS:
        return False
    initials = "".join([word[0] for word in words if word[0].isupper()])
    return initials.endswith(letters)


class NameJudge:
    """Tells the kinds of one text's names."""

    def __init__(self, doc: Doc, places_by_form: Mapping[tuple[str, ...], Sequence[Name]]) -> None:
        self._doc, self._words = doc, _kind_words(doc.pack)
        self._places = places_by_form
        self._evidence = KindEvidence(doc, places_by_form)

    def verdict(self, form: tuple[str, ...], printed: tuple[str, ...]) -> Verdict:
        """What a form stands for: what lists tell for sure, else what is likeliest."""
        places = self._places[form]
        named_only = len(form) == _FULL_NAME_WORDS and self._evidence.is_full_name(form)
        if named_only and all(name.kind == PERSON and not name.place for name in places):
            return _PERSON
        settled = self.settled(form, places, printed)
        if settled is not None:
            return settled
        scores = weights_of(self._doc.pack).scores(self._evidence.keys(form, printed))
        likeliest = _BY_SCORE[scores.index(max(scores))]
        return _GROUP if self._ends_as_people(form, places[0], likeliest) else likeliest

    def settled(
        self,
        form: tuple[str, ...],
        places: Sequence[Name],
        printed: tuple[str, ...],
    ) -> Verdict | None:
        """What the words of a form tell by themselves, None where they do not."""
        if self._is_group(form, printed):
            return _GROUP
        guess = next((name.kind for name in places if name.kind is not None), None)
        if True in [name.place for name in places]:
            return Verdict(guess, place=True)
        if self._is_adjective_or_title(form, places[0], guess):
            return _OTHER
        if len(form) > 1:
            if form[-1] in self._words.laws and " ".join(form) not in self._words.outlets:
                return _DOCUMENT
            if any(map(self._is_expansion, places)):
                return _ORGANIZATION
            return self._settled_by_words(form, places[0], guess)
        if form[0] in self._words.outlets and form[0] not in self._words.given:
            return _ORGANIZATION
        if any(map(self._is_introduced_acronym, places)):
            return _ORGANIZATION
        return self._settled_by_print(form, places[0])

    def _is_introduced_acronym(self, name: Name) -> bool:
        """Whether a name is the initials, in brackets, of the words before: "Tide Council (TC)"."""
        words, i = self._doc.words, name.i
        if words[i - 1 : i] != ["("] or words[name.j : name.j + 1] != [")"]:
            return False
        return _stands_for(words[i], words[max(0, i - 1 - _MAX_EXPANSION) : i - 1])

    def _is_expansion(self, name: Name) -> bool:
        """Whether the initials of a name stand in brackets behind it."""
        words, j = self._doc.words, name.j
        if words[j : j + 1] != ["("] or words[j + 2 : j + 3] != [")"]:
            return False
        return _stands_for(words[j + 1], words[name.bare : j])

    def _is_adjective_or_title(
        self,
        form: tuple[str, ...],
        name: Name,
        guess: SpeakerKind | None,
    ) -> bool:
        """Whether a name is an adjective of a people, or a title without who has it."""
        if len(form) == 1:
            return self._is_adjective(form[0])
        return guess != ORGANIZATION and self._is_title(form, name)

    def _settled_by_words(
        self,
        form: tuple[str, ...],
        name: Name,
        guess: SpeakerKind | None,
    ) -> Verdict | None:
        """What is told by a body's word, a list of outlets, or capitals throughout."""
        words, given = self._words, form[0] in self._words.given
        if guess == ORGANIZATION and self._has_body_word(name):
            return _OTHER if self._is_office(name) else _ORGANIZATION
        if form[-1] in words.company_suffixes:
            return _ORGANIZATION
        if given:
            return self._settled_by_print(form, name)
        if " ".join(form) in words.outlets:
            return _ORGANIZATION
        return _OTHER if self._is_rubric(name) else self._settled_by_print(form, name)

    def _settled_by_print(self, form: tuple[str, ...], name: Name) -> Verdict | None:
        """What is told by how the text names a surname, or a capital inside, "QuellWorks"."""
        if self._evidence.is_known_person(form):
            return _PERSON
        printed, words = self._doc.words[name.bare], self._words
        if len(form) > 1:
            return _PERSON if printed.islower() and printed in words.particles else None
        known = form[0] in words.given or form[0] in words.surnames
        firm = has_capital_inside(printed) or has_letter_and_hyphen(printed)
        return _ORGANIZATION if firm and not known else None

    # ------------------------------------------------------------- the words of the name

    def _is_group(self, form: tuple[str, ...], printed: tuple[str, ...]) -> bool:
        """Whether a name means a people, a party's people, or a group: "Norwegians", "Marines"."""
        words, last = self._words, form[-1]
        if not _LINKS.isdisjoint(form) and not words.org_words.isdisjoint(form):
            # "Bishops' Conference of the Philippines"
            return False
        if last in words.capital_groups or is_people(last, words.peoples):
            return True
        if printed[-1][-1] == "s" and len(printed[-1]) > _MIN_PLURAL and printed[-1][:-1].isupper():
            # "MEPs", "NGOs"
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

    def _is_office(self, name: Name) -> bool:
        """Whether a name is an office without who has it: "Chair of Corrow Rail"."""
        words, run = self._words, self._doc.lowers[name.bare : name.j]
        if run[0] not in words.offices or run[0] in words.org_words:
            return False
        before = next((one for one, link in pairwise(run) if link in {"of", "for"}), "")
        return before in words.offices and before not in words.org_words

    def _has_body_word(self, name: Name) -> bool:
        """Whether a name ends with a body's word or has an "of", "for" or "&" inside."""
        lowers = self._doc.lowers
        if lowers[name.j - 1] in self._words.org_words:
            return True
        return not _LINKS.isdisjoint(lowers[name.bare : name.j])

    def _ends_as_people(
        self,
        form: tuple[str, ...],
        name: Name,
        likeliest: Verdict,
    ) -> bool:
        """Whether a name has the ending of a plural for people: "Martians", "Norvalers think"."""
        word, words = form[-1], self._words
        if len(word) < _MIN_PEOPLE_LETTERS or word in words.surnames or form[0] in words.given:
            return False
        if word.endswith(_PEOPLES):
            return likeliest.kind != ORGANIZATION
        after = self._doc.lowers[name.j] if name.j < len(self._doc.words) else ""
        return word.endswith(_DWELLERS) and after in words.plural_verbs

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
