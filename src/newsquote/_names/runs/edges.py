"""A run -> the run without what is no part of the name at its ends.

In: a run of capitals as it is printed. Out: the run without a first word that has its capital from
the sentence, and without a weekday. Why: "Added Lee", "told CNN Tuesday" and "secretary of State
Lee" each have one capital too many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.runs.printed import is_common
from newsquote._text.ranges import Tokens
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["RunEdges"]

_TWO_WORDS = 2
"""A run of two tokens keeps both: what is left would be one word."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _EdgeWords:
    function_words: frozenset[str]
    common: frozenset[str]
    adjectives: frozenset[str]
    """Short forms and adjectives of countries and parties: "Republican Ann Lee"."""
    partisans: frozenset[str]
    """Nouns for people of a party: "Republican"."""
    role_openers: frozenset[str]
    """What opens a role before a name: "longtime"."""
    surnames: frozenset[str]
    """Those that are no common words and no words of bodies."""
    given: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    articles: frozenset[str]
    openers: frozenset[str]
    opening_verbs: frozenset[str]
    offices_of: frozenset[str]
    weekdays: frozenset[str]
    compound_tails: frozenset[str]
    """What adjectives with a hyphen end with."""
    epithets: frozenset[str]
    """Words that make a weekday a name: "Super Tuesday"."""


@kept_by_pack
def _edge_words(pack: LanguagePack) -> _EdgeWords:
    return _EdgeWords(
        function_words=pack.words("function_words"),
        common=pack.words("common_words"),
        adjectives=lexicon.for_pack(pack).spelled | pack.closed("partisans"),
        partisans=pack.closed("partisans") & pack.words("roles"),
        role_openers=pack.closed("openers_of_roles") - pack.words("given_names"),
        surnames=frozenset([name for name, word in pack.table("surnames").items() if not word])
        - pack.words("org_words"),
        given=pack.words("given_names"),
        titles=pack.words("titles"),
        roles=pack.words("roles"),
        articles=pack.closed("articles"),
        openers=pack.closed("sentence_openers"),
        opening_verbs=lexicon.for_pack(pack).openings,
        offices_of=pack.closed("offices_of"),
        weekdays=pack.words("weekdays"),
        compound_tails=pack.closed("compound_tails"),
        epithets=pack.closed("weekday_epithets"),
    )


class RunEdges:
    """Cuts the runs of one text."""

    def __init__(
        self,
        doc: Doc,
        firsts: set[int],
        printed_words: frozenset[str],
    ) -> None:
        self._doc, self._firsts, self._printed = doc, firsts, printed_words
        self._words = _edge_words(doc.pack)

    def trimmed(self, run: Tokens) -> Tokens:
        """A run without the words at its ends that are no part of the name."""
        i, j = run
        if j - i == 1:
            return run
        first = i + self._opens_with_another_word(i, j)
        if first == i and j - i > _TWO_WORDS + 1 and self._is_compound(i + 1):
            # "South Korean-born Ann Lee"
            first = i + 2
        days = self._words.weekdays
        lowers = self._doc.lowers
        if lowers[first] in days or lowers[j - 1] in days:
            return self._without_day(first, j)
        return Tokens(first, j)

    def _opens_with_another_word(self, i: int, j: int) -> bool:
        """Whether a run's first word is no part of the name.

        It opens the sentence, or the text prints it in small letters, too, and a given name
        follows.
        """
        words, opens = self._words, i in self._firsts
        first = self._doc.lowers[i]
        other_opening = first in words.opening_verbs or first in words.openers
        if opens and other_opening and first not in words.given:
            return True
        if self._is_of_office(i) or self._is_compound(i):
            return True
        if opens and first in words.role_openers:
            # "Longtime Corrow Rail director Ann Lee"
            return True
        if j - i == _TWO_WORDS:
            return first in words.partisans and self._is_surname(i + 1)
        if len(first) == 1:
            return False
        if self._doc.lowers[i + 1] not in words.given or self._doc.words[i + 1][0].islower():
            # "Wessel van Molk": particles are given names, too
            return False
        common = is_common(first, words.function_words, self._printed)
        if opens and not common:
            # "Xiaogang Wei of the Tide Board" begins with a given name that no list has.
            common = first in words.common or self._doc.words[i + 2][0].isupper()
        return (common or first in words.adjectives) and not self._belongs_to_name(i)

    def _is_surname(self, i: int) -> bool:
        """Whether a word behind a party's noun is a surname: "Republican Vance"."""
        lower, words = self._doc.lowers[i], self._words
        return lower in words.surnames and lower not in words.common

    def _belongs_to_name(self, i: int) -> bool:
        """Whether a run's first word is a given name, a title, a role or initials."""
        words, lower = self._words, self._doc.lowers[i]
        if lower in words.given or lower in words.roles:
            return True
        if lower.rstrip(".") in words.titles or "." in lower:
            return True
        return self._doc.words[i + 1] == "."

    def _is_compound(self, i: int) -> bool:
        """Whether a word is an adjective with a hyphen: "Norvale-based", "Fourteen-year-old"."""
        word = self._doc.words[i]
        return "-" in word and word.rpartition("-")[2] in self._words.compound_tails

    def _is_of_office(self, i: int) -> bool:
        """Whether a word is what an office in small letters is of: "secretary of State Lee"."""
        lowers, words = self._doc.lowers, self._words
        if lowers[i] not in words.offices_of:
            return False
        of = i - 1
        if of >= 0 and lowers[of] in words.articles:
            of -= 1
        if of <= 0 or lowers[of] != "of":
            return False
        office = of - 1
        return self._doc.words[office][0].islower() and lowers[office] in words.roles

    def _without_day(self, i: int, j: int) -> Tokens:
        """A run without the weekday at its end: "told CNN Tuesday", not "Super Tuesday"."""
        lowers, days = self._doc.lowers, self._words.weekdays
        if j - i > 1 and lowers[j - 1] in days:
            epithet = j - i == _TWO_WORDS and lowers[i] in self._words.epithets
            j -= not epithet
        if j - i > 1 and lowers[i] in days:
            i += 1
        return Tokens(i, j)
