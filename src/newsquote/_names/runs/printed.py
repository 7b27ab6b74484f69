"""Words -> runs of capitals as they are printed.

In: a ``Doc``. Out: the stretches of tokens that begin with a capital and go on with what may stand
inside a name: particles, initials, a "Jr.", "of" and "for" in the names of bodies. Why: where a
name ends is told by the next few signs alone, whoever has the name.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import compress
from operator import ne
from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.runs.uppercase import is_in_capitals, runs_in_capitals
from newsquote._text.ranges import Tokens
from newsquote._text.signs import POSSESSIVES, SIGNS
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["PrintedRuns", "is_common"]

_TITLE_AND_NAME = 2
"""Tokens: a longer run that begins with a title has a person's name in it."""
_MIN_SMALL_ACRONYM = 3
"""The letters of "WHO"; "IT" and "US" are read elsewhere."""
_TITLES_WITHIN = 8
"""Tokens at the start of a run that are looked at for a title."""
_OFFICE_WORDS = 3
"""Tokens before a "for" in which the office stands: "Secretary of State for"."""
_MAX_PARTICLES = 3
"""Particles in a row before a surname: "de la"."""
_NOT_NAMES = frozenset("AI")
"""The article and the pronoun, which have a capital without being names."""
_LINKS = frozenset(("of", "for", "on", "&"))
_INSIDE = _LINKS | POSSESSIVES | {"'", "’", ".", ","}
"""What may stand inside a name beside particles and words with capitals."""
_SENTENCE_LIKE = SIGNS - {",", "."}
"""Signs behind which a word may have a capital only because it comes first."""
_BROKEN = frozenset("ÃÂÄÅ")
"""What a letter of two bytes begins with where its encoding was misread."""
_MAX_PIECES = 3
_INNER_LETTERS = 2
"""Letters at the start of a word that say nothing of capitals inside."""
_PAST_THE_END = "x"
"""Stands for the token behind a paragraph: no capital, no particle."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _RunWords:
    function_words: frozenset[str]
    common_words: frozenset[str]
    small_words: frozenset[str]
    opening_particles: frozenset[str]
    name_particles: frozenset[str]
    inside: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    org_words: frozenset[str]
    groups: frozenset[str]
    abbreviations: frozenset[str]
    suffixes: frozenset[str]
    small_suffixes: frozenset[str]
    """What ends a company's name though it has no capital: "plc"."""
    articles: frozenset[str]
    outlet_words: frozenset[str]
    surnames: frozenset[str]
    """Those that are no common words and no words of bodies."""
    bodies_on_matters: frozenset[str]
    """Words behind which an "on" may go on with a name: "Commission on Tides"."""
    fields: frozenset[str]
    """What an office or a ministry is for."""
    times: frozenset[str]


@kept_by_pack
def _run_words(pack: LanguagePack) -> _RunWords:
    return _RunWords(
        function_words=pack.words("function_words"),
        common_words=pack.words("common_words"),
        small_words=pack.words("small_words"),
        opening_particles=pack.closed("opening_particles"),
        name_particles=pack.words("name_particles"),
        inside=pack.words("name_particles") | _INSIDE,
        titles=pack.words("titles"),
        roles=pack.words("roles"),
        org_words=pack.words("org_words"),
        groups=pack.words("group_words"),
        abbreviations=pack.words("abbreviations"),
        suffixes=pack.closed("name_suffixes"),
        small_suffixes=pack.closed("company_suffixes_in_small_letters"),
        articles=pack.closed("articles"),
        outlet_words=pack.words("outlet_words"),
        surnames=frozenset([name for name, word in pack.table("surnames").items() if not word])
        - pack.words("org_words")
        - pack.words("titles"),
        bodies_on_matters=pack.closed("bodies_on_matters"),
        fields=pack.closed("portfolios") | lexicon.for_pack(pack).places,
        times=pack.words("time_words") | pack.words("weekdays") | pack.words("months"),
    )


def is_common(
    lower: str,
    function_words: frozenset[str],
    printed: frozenset[str],
) -> bool:
    """Whether a word is no name where a sentence starts.

    It is a closed-class word, or one that the text also prints in small letters.
    """
    return lower in function_words or (lower in printed and lower[0].islower())


class PrintedRuns:
    """The runs of one text, before they are cut and joined."""

    def __init__(
        self,
        doc: Doc,
        firsts: set[int],
        printed_words: frozenset[str],
    ) -> None:
        self._doc, self._firsts, self._printed = doc, firsts, printed_words
        self._words = _run_words(doc.pack)

    def all_runs(self) -> list[Tokens]:
        """Every run, paragraph by paragraph."""
        found: list[Tokens] = []
        beginnings = self._beginnings()
        n = 0
        for lo, hi in self._doc.paragraph_tokens:
            first, n = n, bisect_left(beginnings, hi, n)
            if is_in_capitals(self._doc, lo, hi):
                found += runs_in_capitals(self._doc, lo, hi)
            elif n > first:
                found += self._runs_from(beginnings[first:n], hi)
        return found

    def _beginnings(self) -> list[int]:
        """The tokens that a run may begin with: words with a capital, and particles of surnames."""
        words, particles = self._doc.words, self._words.opening_particles
        capitals = list(compress(range(len(words)), map(ne, words, self._doc.lowers)))
        if self._printed.isdisjoint(particles):
            return capitals
        return sorted([*capitals, *(k for k, word in enumerate(words) if word in particles)])

    def _runs_from(self, beginnings: Iterable[int], hi: int) -> list[Tokens]:
        """The runs that begin with some of these tokens and end before ``hi``."""
        found: list[Tokens] = []
        behind = 0
        for i in beginnings:
            if i < behind or not self._opens_name(i):
                continue
            behind = i + 1
            while behind < hi and (step := self._step(i, behind, hi)):
                behind += step
            found.append(Tokens(i, behind))
        return found

    def _opens_name(self, i: int) -> bool:
        """Whether a token's capital makes it the first word of a name."""
        words, known = self._doc.words, self._words
        word, lower = words[i], self._doc.lowers[i]
        if not word[0].isupper():
            particle = "-" in word or word in known.opening_particles
            return particle and word[0].islower() and self._opens_with_particle(i)
        if word in _NOT_NAMES:
            return False
        if word.isupper() and word in self._small_acronyms:
            return True
        if i not in self._firsts and words[i - 1] not in _SENTENCE_LIKE:
            return lower not in known.small_words
        if lower in known.titles and i + 1 < len(words) and words[i + 1][0].isupper():
            # "President Lee", though the text has "the president", too.
            return True
        if not is_common(lower, known.function_words, self._printed):
            return not self._opens_with_common_noun(i)
        if lower in known.function_words or i + 1 >= len(words) or not words[i + 1][0].isupper():
            return False
        return self._is_before_body(i) or (words[i], words[i + 1]) in self._pairs_inside

    @cached_property
    def _small_acronyms(self) -> frozenset[str]:
        """Acronyms with the letters of a small word: "the WHO", and none that is only stressed."""
        words, lowers, known = self._doc.words, self._doc.lowers, self._words
        small = {
            word
            for word in set(words)
            if word.isupper()
            and len(word) >= _MIN_SMALL_ACRONYM
            and word.lower() in known.function_words
        }
        if not small:
            return frozenset()
        introduced = {
            words[k]
            for k in range(1, len(words))
            if words[k] in small
            and (lowers[k - 1] in known.articles or words[k - 1 : k + 2 : 2] == ["(", ")"])
        }
        return frozenset(introduced)

    @cached_property
    def _pairs_inside(self) -> frozenset[tuple[str, str]]:
        """Two words with capitals that stand so inside a sentence: "by Tide Central"."""
        words, firsts = self._doc.words, self._firsts
        return frozenset(
            [
                (words[k], words[k + 1])
                for k in self._beginnings()[:-1]
                if words[k + 1][0].isupper()
                and k not in firsts
                and words[k - 1] not in _SENTENCE_LIKE
            ]
        )

    def _opens_with_common_noun(self, i: int) -> bool:
        """Whether a common word with an "of" behind opens a sentence: "Members of NTB"."""
        known, lowers = self._words, self._doc.lowers
        if lowers[i] not in known.common_words or lowers[i + 1 : i + 2] != ["of"]:
            return False
        return lowers[i] not in known.org_words and lowers[i] not in known.roles

    def _is_before_body(self, i: int) -> bool:
        """Whether an organisation's word with a capital follows: "Press TV", "Water Board"."""
        words = self._doc.words
        if i + 1 >= len(words) or not words[i + 1][0].isupper():
            return False
        following = self._doc.lowers[i + 1]
        return following in self._words.org_words or following in self._words.outlet_words

    def _opens_with_particle(self, i: int) -> bool:
        """Whether a small word opens a surname: "van der Molk", "al-Masri"."""
        words, particles = self._doc.words, self._words.opening_particles
        head, hyphen, rest = words[i].partition("-")
        if hyphen and rest and head in particles and rest[0].isupper():
            return True
        k = i
        while k < len(words) and k - i < _MAX_PARTICLES and words[k] in particles:
            k += 1
        return k > i and k < len(words) and words[k][0].isupper()

    # ------------------------------------------------------------- how far a run goes

    def _step(
        self,
        i: int,
        j: int,
        hi: int,
    ) -> int:
        """How many tokens at ``j`` go on with the name that begins at ``i``: 0 if it ends."""
        words = self._doc.words
        word = words[j]
        if words[j - 1][-1] in _BROKEN and (rest := self._rest_of_word(j)):
            return rest
        if word[0].isupper() and self._goes_on_with_capital(j):
            stop = j + 1 < hi and words[j + 1] == "."
            return 2 if stop and self._is_suffix_with_stop(j, hi) else 1
        if word not in self._words.inside:
            return self._step_over_other(j)
        following = words[j + 1] if j + 1 < hi else _PAST_THE_END
        if word == "." and self._doc.lowers[j - 1] in self._words.abbreviations:
            # "Harrow Ltd." ends with its stop, and so may the sentence.
            ends = self._doc.lowers[j - 1] in self._words.org_words
            return int(not ends and following[0].isupper())
        if word in self._words.name_particles:
            return int(self._is_before_surname(j, hi))
        if following[0].isupper() and self._is_organisations_possessive(j):
            return 2
        if word in _LINKS:
            return self._link(i, j, hi)
        if word == "," and following.lower() in self._words.suffixes:
            stop = j + 2 < hi and words[j + 2] == "."
            return 3 if stop else 2
        return 0

    def _step_over_other(self, j: int) -> int:
        """How many tokens go on at a number, "Lost 52 Project", or at a particle: "al-Masri"."""
        word = self._doc.words[j]
        if word in self._words.small_suffixes:
            # "Corrow plc"
            return 1
        if word.isdigit():
            return 2 if self._is_before_body(j) else 0
        return int(word[0].islower() and "-" in word and self._opens_with_particle(j))

    def _rest_of_word(self, j: int) -> int:
        """How many tokens go on with a word that a misread letter cut in two or three: "PeÃ±a"."""
        doc, end = self._doc, j
        while (
            end < len(doc.words) and end - j < _MAX_PIECES and doc.starts[end] == doc.ends[end - 1]
        ):
            end += 1
        return end - j if end > j and doc.words[end - 1].isalpha() else 0

    def _goes_on_with_capital(self, j: int) -> bool:
        """Whether a word with a capital goes on with a name: "The" ends one, "IT" does not."""
        if self._doc.lowers[j] not in self._words.function_words:
            return True
        return self._doc.words[j].isupper()

    def _is_before_surname(self, j: int, hi: int) -> bool:
        """Whether a capital stands behind one particle or two."""
        words = self._doc.words
        following = words[j + 1] if j + 1 < hi else _PAST_THE_END
        if following[0].isupper():
            return True
        beyond = words[j + 2] if j + 2 < hi else _PAST_THE_END
        return following in self._words.name_particles and beyond[0].isupper()

    def _is_suffix_with_stop(self, j: int, hi: int) -> bool:
        """Whether the stop at ``j + 1`` belongs to a "Jr." and ends no sentence."""
        lower = self._doc.lowers[j]
        if lower not in self._words.suffixes or lower not in self._words.abbreviations:
            return False
        return j + 2 < hi and not self._doc.words[j + 2][0].isupper()

    def _is_organisations_possessive(self, j: int) -> bool:
        """Whether a sign is the possessive inside a body's name: "Fishermen's Union"."""
        word, owner = self._doc.words[j], self._doc.lowers[j - 1]
        if word in POSSESSIVES:
            return owner.endswith("men") or owner in self._words.groups
        if word not in "'’" or not owner.endswith("s"):
            return False
        # "Pilots' Guild": the plural of what people are.
        return owner[:-1] in self._words.roles or owner in self._words.groups

    def _link(
        self,
        i: int,
        j: int,
        hi: int,
    ) -> int:
        """How many tokens go on with a name from an "of", "for", "on" or "&" on."""
        words, lowers = self._doc.words, self._doc.lowers
        word, before = words[j], lowers[j - 1]
        following = words[j + 1] if j + 1 < hi else _PAST_THE_END
        if word == "for" and self._is_office(i, j) and following.lower() in self._words.fields:
            return 2
        if j - i > _TITLE_AND_NAME and self._has_title(i, min(j - 1, i + _TITLES_WITHIN)):
            # "Rep. Ann Lee of Norvale": the place is no part of a person's name.
            return 0
        if word == "for" and not self._may_be_for(before):
            return 0
        if word == "on" and not self._may_be_on(before, following.lower()):
            return 0
        if word == "of" and j - i == 1 and self._is_name_by_itself(i):
            return 0
        if following[0].isupper():
            return 2
        beyond = words[j + 2] if j + 2 < hi else _PAST_THE_END
        with_article = following in self._words.articles and beyond[0].isupper()
        return 3 if with_article and word != "&" else 0

    def _is_name_by_itself(self, i: int) -> bool:
        """Whether one word is a person's or a firm's name: "QuellWorks of Norvale"."""
        word, words = self._doc.words[i], self._words
        inner = word[_INNER_LETTERS:]
        if not inner.islower() and not word.isupper() and inner.isalpha():
            return True
        return self._doc.lowers[i] in words.surnames

    def _may_be_for(self, before: str) -> bool:
        """Whether a "for" is part of a body's name: "Citizens for"; a person works for one."""
        return before in self._words.org_words or before.endswith("s")

    def _is_office(self, i: int, j: int) -> bool:
        """Whether a title ends or stands near before a token: "Minister of State" for Finance."""
        return self._has_title(max(i, j - _OFFICE_WORDS), j)

    def _may_be_on(self, before: str, following: str) -> bool:
        """Whether an "on" is part of a body's name: "Commission on Tides", not "on Monday"."""
        return before in self._words.bodies_on_matters and following not in self._words.times

    def _has_title(self, i: int, j: int) -> bool:
        """Whether one of some tokens is a title."""
        titles = self._words.titles
        return any(lower.rstrip(".") in titles for lower in self._doc.lowers[i:j])
