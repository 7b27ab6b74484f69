"""What sort of somebody a name or a noun stands for.

In: the places where a name stands, or the head noun of a phrase. Out: person, organization, group, unnamed, document or other. Why: the form
of a name does not tell a firm from a surname, but the words around it do: "the", "which", "spokesman", an age, "Mr."; and a common noun
tells by what it means and by its number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names import lexicon
from newsquote._names.records import ORGANIZATION, PERSON
from newsquote._text.signs import POSSESSIVES, STOPS
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._names.mentions import Phrase
    from newsquote._names.spotting import Name
    from newsquote._text.doc import Doc

__all__ = ["Sorter"]

_MOST = 20
"""How many places of one name are looked at."""
_PEOPLES = ("ans", "ists", "crats")
"""Endings of the plurals for peoples and parties."""
_THINGS = frozenset(("its", "itself"))
_PRONOUNS = _THINGS | {"he", "she", "his", "her", "him"}
_SHORT_WORD = 5
_OFTEN = 2
_LONGEST_SHORT = 5
"""Words in capitals that are no longer may be acronyms."""
_LONGEST_ACRONYM = 5


class Sorter:
    """Sorts the names and nouns of one text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        pack = doc.pack
        self.given, self.roles, self.titles = (
            pack.words("given_names"),
            pack.words("roles"),
            pack.words("titles"),
        )
        self.documents, self.groups = pack.words("document_words"), pack.words("group_words")
        self.org_words, self.organisations = (
            pack.words("org_words"),
            pack.words("organisation_kinds"),
        )
        self.outlets, self.small = lexicon.of(pack).outlets, lexicon.of(pack).going_on
        self.peoples, self.counting = pack.table("demonyms"), pack.closed("counting_words")
        self.collectives, self.people = pack.closed("collective_words"), pack.closed("people_words")
        self.determiners = pack.words("determiners")
        self.territories, self.located = (
            pack.closed("places_as_people"),
            pack.closed("place_prepositions"),
        )
        self.partisans, self.sorts_of = (
            pack.closed("partisans"),
            pack.closed("sorts_of_organisations"),
        )
        self.plural_verbs, self.capital_groups = (
            pack.closed("plural_verbs"),
            pack.closed("capital_groups"),
        )

    # ------------------------------------------------------------- names

    def kinds(
        self, by_form: Mapping[tuple[str, ...], Sequence[Name]]
    ) -> dict[tuple[str, ...], SpeakerKind | None]:
        """What each form of a name stands for, by all the places where it stands; None where nothing tells."""
        return {
            form: self._kind(form, found[:_MOST], self._repeated(form, by_form))
            for form, found in by_form.items()
        }

    def _repeated(
        self, form: tuple[str, ...], by_form: Mapping[tuple[str, ...], Sequence[Name]]
    ) -> int:
        """What being named again says: a person comes back by the surname, a body by the whole name."""
        if len(form) == 1:
            return 0
        times = len(by_form[form])
        return -2 if form[-1:] in by_form else 2 if times > _OFTEN else 0

    def _kind(self, form: tuple[str, ...], found: Sequence[Name], votes: int) -> SpeakerKind | None:
        guess = next((name.kind for name in found if name.kind is not None), None)
        if (
            self._is_people(form[-1])
            or form[-1] in self.capital_groups
            or (len(form) == 1 and form[0] in self.groups)
        ):
            return SpeakerKind.GROUP
        if any(name.place for name in found):
            return guess
        if self._is_adjective(form) or (
            len(form) > 1 and guess != ORGANIZATION and self._is_title(form, found[0])
        ):
            return SpeakerKind.OTHER
        if guess == ORGANIZATION and (len(form) > 1 or not self._is_surname_in_capitals(found[0])):
            return guess
        if form[0] not in self.given and (
            " ".join(form) in self.outlets or (guess is None and self._is_located(form, found))
        ):
            return ORGANIZATION
        votes += sum(self._vote(name) for name in found)
        word = self.doc.words[found[0].j - 1]
        if (
            not word[2:].islower()
            and any(c.isupper() for c in word[2:])
            and not word.isupper()
            and "-" not in word
            and not word.startswith(("Mc", "Mac", "O'", "De", "Van", "Le", "La"))
        ):
            votes += 2
        if len(form) > 1 and (form[0] in self.given or len(form[1]) == 1):
            votes -= 4
        if len(form) > 1 and form[0] not in self.given and self._is_rubric(found[0]):
            return SpeakerKind.OTHER
        if votes >= 2:  # noqa: PLR2004 - one clue alone is none
            return ORGANIZATION
        return PERSON if guess == ORGANIZATION or (guess is None and votes <= -2) else guess  # noqa: PLR2004

    def _is_surname_in_capitals(self, name: Name) -> bool:
        """Whether a word in capitals is too long for an acronym, or opens a turn: "VANCE: Yes."."""
        word = self.doc.words[name.j - 1]
        return (
            name.j - name.bare == 1
            and len(word) > _LONGEST_ACRONYM
            and word.isalpha()
            and word.isupper()
        )

    def _is_adjective(self, form: tuple[str, ...]) -> bool:
        """Whether a word with a capital is an adjective of a people or a party: "Norwegian", "Democratic"."""
        return len(form) == 1 and (form[0] in self.peoples or form[0] in self.partisans)

    def _is_title(self, form: tuple[str, ...], name: Name) -> bool:
        """Whether words with capitals are a title without a name: "Senate Majority Leader"."""
        return (
            name.bare == name.i
            and form[-1] in self.roles
            and form[0] not in self.given
            and "." not in self.doc.words[name.i]
        )

    def _is_rubric(self, name: Name) -> bool:
        """Whether words in capitals are neither a title with a name nor the label of a turn."""
        words = [word for word in self.doc.words[name.bare : name.j] if word[0].isalpha()]
        capitals = all(word.isupper() for word in words) and any(
            len(word) > _LONGEST_SHORT for word in words
        )
        return (
            capitals
            and name.bare == name.i
            and not (name.j < len(self.doc.words) and self.doc.words[name.j] == ":")
        )

    def _vote(self, name: Name) -> int:
        """What one place says: above 0 for an organisation, below for a person."""
        doc = self.doc
        before = doc.lowers[name.i - 1] if name.i else ""
        after = doc.lowers[name.j] if name.j < len(doc.words) else ""
        beyond = doc.lowers[name.j + 1] if name.j + 1 < len(doc.words) else ""
        votes = self._pronoun_behind(name.j) if name.j - name.bare == 1 else 0
        if name.bare > name.i:
            votes -= 4
        if before == "the" and name.bare == name.i and not self._goes_on(name.j):
            votes += 2
        if before in self.organisations and before not in self.roles:
            votes += 2
        if after in {"spokesman", "spokeswoman", "spokesperson"} or after in self.sorts_of:
            votes += 2
        if after in {",", "("}:
            votes += self._behind(name.j + 1, beyond)
        if before in self.roles and name.i:
            votes -= 2
        return votes

    def _is_located(self, form: tuple[str, ...], found: Sequence[Name]) -> bool:
        """Whether a name of one word stands only behind "in" or "at", as towns and firms do and persons do not."""
        lowers, last = self.doc.lowers, len(self.doc.words) - 1
        return len(form) == 1 and all(
            name.i
            and lowers[name.i - 1] in self.located
            and lowers[min(name.j, last)] not in POSSESSIVES
            for name in found
        )

    def _pronoun_behind(self, k: int) -> int:
        """What the next pronoun in the sentence says."""
        behind = self.doc.lowers[k : k + 12]
        if _PRONOUNS.isdisjoint(behind):
            return 0
        told = next(word for word in behind if word in _PRONOUNS or word in STOPS)
        return 0 if told in STOPS else 1 if told in _THINGS else -1

    def _goes_on(self, k: int) -> bool:
        """Whether a noun follows, which "the" then belongs to: "the Vance family"."""
        if (
            k >= len(self.doc.words)
            or not self.doc.words[k][0].isalpha()
            or not self.doc.words[k][0].islower()
        ):
            return False
        word = self.doc.lowers[k]
        return word not in self.small and not word.endswith("ed")

    def _behind(self, k: int, word: str) -> int:
        """What an apposition or a clause behind a name says."""
        if word == "which":
            return 2
        if word == "who" or word.isdigit():
            return -2
        if word not in self.determiners:
            return 0
        for n in range(k + 1, min(k + 6, len(self.doc.words))):
            noun = self.doc.lowers[n]
            if self.doc.words[min(n + 1, len(self.doc.words) - 1)] in POSSESSIVES:
                continue
            if noun in self.roles:
                return -2
            if noun in self.organisations and noun not in self.documents:
                return 2
            if not noun[0].isalnum():
                break
        return 0

    def kind_alone(self, name: Name, form: tuple[str, ...]) -> SpeakerKind:
        """What a name is of which nothing around it tells."""
        if name.place:
            return ORGANIZATION
        word = form[-1].lower()
        after = self.doc.lowers[name.j] if name.j < len(self.doc.words) else ""
        many = (
            word in self.groups
            or self._is_people(word)
            or (len(word) > _SHORT_WORD and word.endswith(_PEOPLES))
        )
        many = many or (word.endswith(("ers", "ites")) and after in self.plural_verbs)
        return SpeakerKind.GROUP if many else PERSON

    def _is_people(self, word: str) -> bool:
        return word.endswith("s") and word.rpartition("-")[2][:-1] in self.peoples

    # ------------------------------------------------------------- common nouns

    def kind_of(self, phrase: Phrase) -> SpeakerKind:
        """What a phrase about a common noun stands for."""
        word, opening = self.doc.lowers[phrase.head], self.doc.lowers[phrase.i]
        if phrase.several or self.counts_people(phrase):
            return SpeakerKind.GROUP
        if word in self.documents and word not in self.groups:
            return SpeakerKind.DOCUMENT
        if word in self.roles or word in self.titles:
            return (
                SpeakerKind.GROUP
                if opening in self.counting or opening in {"any", "every", "no"}
                else SpeakerKind.UNNAMED
            )
        if word.endswith("-old"):
            return SpeakerKind.UNNAMED
        plural = word.endswith("s") and not word.endswith("ss")
        if (
            word in self.groups
            or word in self.people
            or (plural and (word[:-1] in self.roles or self._is_people(word)))
        ):
            return SpeakerKind.GROUP
        if word in self.doc.pack.closed("singular_people"):
            return SpeakerKind.UNNAMED
        if word in self.org_words or word in self.organisations or word in self.territories:
            return ORGANIZATION
        if plural or opening in self.counting:
            return SpeakerKind.GROUP
        return (
            ORGANIZATION
            if self.doc.words[phrase.head][0].isupper() and phrase.head > phrase.i
            else SpeakerKind.OTHER
        )

    def counts_people(self, phrase: Phrase) -> bool:
        """Whether a noun counts people: "a group of doctors", "73 percent", "one or more of its members", "eight of 10 voters"."""
        doc, end, word = self.doc, phrase.head + 1, self.doc.lowers[phrase.head]
        of = end < phrase.j and (
            doc.lowers[end] == "of" or (word.isdigit() and doc.lowers[end] == "in")
        )
        if word in {"percent", "%"}:
            return True
        if not of:
            return False
        behind = doc.lowers[end + 1 : phrase.j]
        last = next((w for w in behind if self._means_people(w)), None)
        if last is None:
            return False
        if word == "one":
            return "or" in doc.lowers[phrase.i : end]
        return (
            word in self.collectives
            or word in self.counting
            or word.isdigit()
            or word in self.determiners
        )

    def _means_people(self, word: str) -> bool:
        return (
            word in self.groups
            or word in self.people
            or (word.endswith("s") and (word[:-1] in self.roles or self._is_people(word)))
        )
