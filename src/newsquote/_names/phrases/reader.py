"""A mention -> what it names.

In: the tokens of a phrase that is somebody's mention, such as a source. Out: its head: a name, a
pronoun, a common noun with its owner, or several of these joined. Why: what the words of one
phrase say is asked here; whom they mean is asked of the whole text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._names import lexicon
from newsquote._names.phrases.joined import JOINING, JoinedPhrases
from newsquote._names.phrases.nouns import NounPhrases
from newsquote._names.phrases.records import Phrase
from newsquote._names.records import PERSON
from newsquote._names.roles.around_names import RolesAround
from newsquote._text.ranges import Tokens
from newsquote._text.signs import POSSESSIVES, SIGNS
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.spotted import Names
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["PhraseReader"]

_APOSTROPHES = frozenset(("'", "’"))
_CLOSING = SIGNS - _APOSTROPHES
_POSSESSIVE_SIGNS = POSSESSIVES | _APOSTROPHES
_PRONOUN_AND_OTHER = 3
"""The tokens of the shortest "she and Kim"."""
_TOKENS_OF_FULL_NAME = 2
_TIME_TOKENS = 2
"""The tokens of "this month"."""
_EARLIER = frozenset(("earlier", "late", "later"))
_WHO = "who"
_NAME_AND_WHO = 3
"""The tokens of "Lee, who"."""
_QUANTIFIED_TOKENS = range(3, 6)
"""How many tokens "most of them" has: a quantity of one to three, "of", the pronoun."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _PhraseWords:
    pronouns: Mapping[str, str]
    nouns: frozenset[str]
    verbs: frozenset[str]
    subjects: frozenset[str]
    """Pronouns that are subjects alone."""
    objects: frozenset[str]
    """Pronouns that are objects alone: "him"."""
    openers: frozenset[str]
    determiners: frozenset[str]
    cases: frozenset[str]
    time_prepositions: frozenset[str]
    time_determiners: frozenset[str]
    times: frozenset[str]
    days: frozenset[str]
    """What says on which day, behind a noun phrase: "today"."""
    issuers: frozenset[str]
    """Common nouns for those who issue what is written."""


@kept_by_pack
def _phrase_words(pack: LanguagePack) -> _PhraseWords:
    made = lexicon.for_pack(pack)
    return _PhraseWords(
        pronouns=made.pronouns,
        nouns=made.nouns,
        verbs=made.verbs,
        subjects=pack.closed("subject_pronouns") | {"who", "whom"},
        objects=pack.closed("object_pronouns"),
        openers=pack.closed("phrase_openers"),
        determiners=pack.words("determiners"),
        cases=pack.closed("possessive_pronouns"),
        time_prepositions=pack.closed("time_prepositions"),
        time_determiners=pack.closed("deictic_determiners") | {"each", "every"},
        times=pack.words("weekdays") | pack.words("months") | pack.closed("time_units") | {"then"},
        days=pack.closed("deictic_days"),
        issuers=made.persons | pack.words("organisation_kinds"),
    )


class PhraseReader:
    """Reads phrases of one text."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self._doc, self._names, self._words = doc, names, _phrase_words(doc.pack)
        self.roles = RolesAround(doc, names)
        self._nouns = NounPhrases(doc, names, self.roles)
        self._joined = JoinedPhrases(doc, names, self._nouns)

    def phrase(self, i: int, j: int) -> Phrase:
        """What the tokens ``i`` to ``j`` name."""
        lo, hi = self._trimmed(i, j)
        relative = self._relative(lo, hi)
        if relative is not None:
            return relative
        behind = self._behind_time(lo, hi)
        if behind > lo:
            i = lo = behind
        return (
            self._issuer(lo, hi)
            or self._described_subject(i, j)
            or self._read(Tokens(i, j), lo, hi)
        )

    def _relative(self, i: int, j: int) -> Phrase | None:
        """The "who" behind a name with which a phrase ends, or the name where it stands behind.

        So in "The comments were for Lee, who" and "put him at odds with Lee" before ", who": what
        stands before such a name is a clause of its own, and its head is somebody else.
        """
        words = self._doc.words
        if words[j - 1] == _WHO and j - i > _NAME_AND_WHO:
            name = self._names.at(j - 2 - (words[j - 2] == ","))
            return None if name is None else Phrase(i=j - 1, j=j, pronoun=_WHO)
        if words[j : j + 2] != [",", _WHO] or self._words.objects.isdisjoint(words[i:j]):
            return None
        name = self._names.at(j - 1)
        if name is None or name.j != j or name.kind != PERSON:
            return None
        return Phrase(i=name.i, j=j, names=(name,))

    def _described_subject(self, i: int, j: int) -> Phrase | None:
        """The person right before an apposition that no comma closes.

        So in "Ann Lee, a biologist at Norvale University said".
        """
        if i < _TOKENS_OF_FULL_NAME + 1 or self._doc.words[i - 1] != ",":
            return None
        name = self._names.at(i - 2)
        if name is None or name.kind != PERSON or name.j - name.i < _TOKENS_OF_FULL_NAME:
            return None
        if name.j != i - 1 or not self.roles.describes_subject(name, i):
            return None
        return Phrase(i=i, j=j, names=(name,))

    def _read(
        self,
        whole: Tokens,
        lo: int,
        hi: int,
    ) -> Phrase:
        """What the tokens ``lo`` to ``hi`` name, which are a phrase but for what was trimmed."""
        i, j = whole
        pronoun = self._pronoun(lo, hi)
        joins = hi - lo >= _PRONOUN_AND_OTHER and self._doc.lowers[lo + 1] == "and"
        if pronoun is not None and not joins:
            return Phrase(i=i, j=j, pronoun=pronoun)
        persons = self._apposed_persons(lo, hi)
        if persons:
            return Phrase(
                i=i, j=j, names=tuple([part.names[0] for part in persons]), parts=tuple(persons)
            )
        joined = self._joined.parts(lo, hi)
        if not joined and pronoun is None:
            return self._nouns.phrase(lo, hi, whole=whole)
        parts = [self._part(part) for part in joined]
        names = [name for part in parts for name in part.names]
        named = names or any(part.pronoun is not None for part in parts)
        if len(parts) > 1 and named:
            return Phrase(i=i, j=j, names=tuple(names), parts=tuple(parts))
        if pronoun is not None:
            return Phrase(i=i, j=j, pronoun=pronoun)
        openings = [self._doc.lowers[part.i] for part in parts[1:]]
        several = not self._words.determiners.isdisjoint(openings)
        return self._nouns.phrase(lo, hi, whole=whole, several=several)

    def _apposed_persons(self, i: int, j: int) -> list[Phrase]:
        """The persons whom a plural noun announces: "two members of the board, Lee and Kim"."""
        if JOINING.isdisjoint(self._doc.lowers[i:j]):
            return []
        start = self._nouns.behind_plural(i, j)
        if start is None:
            return []
        parts = [self._part(part) for part in self._joined.parts(start, j)]
        persons = all(len(part.names) == 1 and part.names[0].kind == PERSON for part in parts)
        return parts if persons else []

    def _issuer(self, i: int, j: int) -> Phrase | None:
        """Who issued what a phrase is about: "a statement by Lee", "Harrow's projections"."""
        tokens = self._nouns.issuer(i, j)
        if tokens is None:
            return None
        phrase = self._read(tokens, *self._trimmed(*tokens))
        if phrase.names or phrase.pronoun is not None:
            return phrase if phrase.names else None
        return phrase if self._doc.lowers[phrase.head] in self._words.issuers else None

    def _part(self, part: Tokens) -> Phrase:
        """One of several phrases that are joined."""
        pronoun = self._pronoun(part.i, part.j)
        if pronoun is None:
            return self._nouns.phrase(part.i, part.j)
        return Phrase(i=part.i, j=part.j, pronoun=pronoun)

    # ------------------------------------------------------------- what is no part of a phrase

    def _trimmed(self, i: int, j: int) -> Tokens:
        """A phrase without "only", "both" and the like, without signs, and without a last "'s"."""
        lo, hi = self._opening(i, j), self._closing(i, j)
        return Tokens(lo, hi) if lo < hi else Tokens(i, j)

    def _opening(self, i: int, j: int) -> int:
        """Behind the small words that belong to no noun phrase."""
        words, lowers, openers = (
            self._doc.words,
            self._doc.lowers,
            self._words.openers,
        )
        while i < j - 1 and (lowers[i] in openers or words[i] in SIGNS):
            i += 1
        return i

    def _behind_time(self, i: int, j: int) -> int:
        """Behind a time before the noun phrase: "every Sunday my mother", "since then, a man"."""
        lowers, words, k = self._doc.lowers, self._words, i
        if lowers[k] in words.time_prepositions:
            k += 1
        if k < j and lowers[k] in words.time_determiners:
            k += 1
        if k == i or k + 1 >= j or lowers[k] not in words.times:
            return i
        k += 1
        if self._doc.words[k] == ",":
            k += 1
        opens = k < j and (lowers[k] in words.determiners or lowers[k] in words.cases)
        return k if opens or (k < j and self._names.at(k) is not None) else i

    def _closing(self, i: int, j: int) -> int:
        """Before the signs at the end, and before the possessive of the whole phrase."""
        words, last = self._doc.words, j - 1
        while last > i and words[last] in _CLOSING:
            if self._is_within_name(last):
                break
            last -= 1
        if last > i and words[last] in _POSSESSIVE_SIGNS:
            last -= 1
        if last > i and self._doc.lowers[last] in self._words.days and words[last].islower():
            # "The Ministry of Tides today"
            last -= 1
        return self._before_time(i, last + 1)

    def _before_time(self, i: int, j: int) -> int:
        """Before the time with which a phrase ends: "Ann Lee earlier this month"."""
        lowers, words = self._doc.lowers, self._words
        if j - i <= _TIME_TOKENS or lowers[j - 1] not in words.times:
            return j
        if lowers[j - 2] not in words.time_determiners or self._names.at(j - 2) is not None:
            return j
        j -= _TIME_TOKENS
        return j - 1 if j - i > 1 and lowers[j - 1] in _EARLIER else j

    def _is_within_name(self, k: int) -> bool:
        """Whether a token stands in a name and does not open it."""
        name = self._names.at(k)
        return name is not None and name.i < k

    # ------------------------------------------------------------- pronouns

    def _pronoun(self, i: int, j: int) -> str | None:
        """The pronoun that a phrase is: alone, or a subject with words that are not its own."""
        word, words = self._doc.lowers[i], self._words
        if word not in words.pronouns or self._is_acronym(i):
            return self._quantified(i, j)
        if j - i == 1 or word in words.subjects:
            return word
        following = self._doc.lowers[i + 1]
        if following not in words.nouns and (word in {"it", "which"} or following in words.verbs):
            return word
        return self._quantified(i, j)

    def _is_acronym(self, i: int) -> bool:
        """Whether a pronoun's letters are printed as an acronym: "the US", "WHO"."""
        word = self._doc.words[i]
        if len(word) == 1 or not word.isupper():
            return False
        beside = self._doc.words[max(0, i - 1) : i] + self._doc.words[i + 1 : i + 2]
        return not all(map(str.isupper, filter(str.isalpha, beside))) or not beside

    def _quantified(self, i: int, j: int) -> str | None:
        """The pronoun in "most of them", "each of whom", "one of us"."""
        if j - i not in _QUANTIFIED_TOKENS or self._doc.lowers[j - 2] != "of":
            return None
        word = self._doc.lowers[j - 1]
        return word if word in self._words.pronouns else None
