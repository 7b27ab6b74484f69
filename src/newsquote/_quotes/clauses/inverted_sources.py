"""A cue -> the source behind it.

In: a cue. Out: the noun phrase that begins behind its verb ("..., said Lee, the mayor"), or that
"according to" names. Why: behind a verb stands its object as often as its subject; only what can
name somebody who speaks, and has no verb of its own, is an inverted subject.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.clauses.noun_phrases import (
    MAX_PHRASE_TOKENS,
    people_words,
    sentence_adverbs,
)
from newsquote._quotes.clauses.records import Source
from newsquote._quotes.rules import Side
from newsquote._text.signs import PAUSES, POSSESSIVES, SIGNS, STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.spotting import Names
    from newsquote._quotes.clauses.noun_phrases import NounPhrases
    from newsquote._quotes.clauses.records import Cue
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["InvertedSources"]

_MAX_LEAD_TOKENS = 4
"""A name or a role stands among the first tokens of a source: "the city's new mayor"."""
_MAX_OCCASION_TOKENS = 3
"""So soon behind a preposition stands the time or the occasion that it introduces."""
_APPOSITION_SIGNS = PAUSES | STOPS | {":"}
"""What ends an apposition."""
_SENTENCE_SIGNS = ([","], ["."])

# English words and endings.
_OF = "of"
_PLURAL_ENDING = "s"


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _SourceWords:
    """The words that tell whether a phrase behind a cue is its source, and where it ends."""

    articles: frozenset[str]
    auxiliaries: frozenset[str]
    demonstratives: frozenset[str]
    determiners: frozenset[str]
    documents: frozenset[str]
    joiners: frozenset[str]
    occasions: frozenset[str]
    openers: frozenset[str]
    people: frozenset[str]
    """Roles, and nouns for groups of people."""
    prepositions: frozenset[str]
    pronouns: frozenset[str]
    roles: frozenset[str]
    second_subjects: frozenset[str]
    """The words with which what "and" adds to a source can begin: "Lee and his wife"."""
    subjects: frozenset[str]
    times: frozenset[str]
    timely_adverbs: frozenset[str]


@cache
def _source_words(pack: LanguagePack) -> _SourceWords:
    roles = pack.words("roles")
    times = pack.words("time_words")
    return _SourceWords(
        articles=pack.closed("articles"),
        auxiliaries=pack.words("auxiliaries"),
        demonstratives=pack.closed("demonstratives"),
        determiners=pack.words("determiners"),
        documents=pack.words("document_words"),
        joiners=pack.closed("joiners"),
        occasions=pack.words("statement_words"),
        openers=pack.words("clause_openers"),
        people=roles | people_words(pack),
        prepositions=pack.words("prepositions"),
        pronouns=pack.words("pronouns"),
        roles=roles,
        second_subjects=pack.closed("shared_phrase_words"),
        subjects=pack.closed("subject_pronouns"),
        times=times,
        timely_adverbs=sentence_adverbs(pack) & times,
    )


class InvertedSources:
    """Finds the sources that stand behind their cues."""

    def __init__(
        self, doc: Doc, names: Names, mark_at: Sequence[int], phrases: NounPhrases
    ) -> None:
        self.doc = doc
        self.names = names
        self.mark_at = mark_at
        self.phrases = phrases
        self.tokens = doc.words
        self.lowers = doc.lowers
        self.words = _source_words(doc.pack)

    def source_behind(self, cue: Cue) -> Source | None:
        """The subject behind a verb, or what "according to" names."""
        start = cue.j
        last = self.doc.sentences[cue.sentence][1]
        is_according = cue.build == "according"
        if start >= last or self.mark_at[start] >= 0:
            return None
        if not self._may_begin(start, last, free=is_according):
            return None
        end = self._phrase_end(start, last, may_have_verb=is_according)
        if end is None or end == start or self.lowers[end - 1] in self.words.articles:
            return None
        if is_according and not self._may_speak(start, end):
            return None
        end = self._with_apposition(end, last)
        return Source(start, end, cue.i, end, Side.RIGHT)

    def _phrase_end(self, start: int, last: int, *, may_have_verb: bool) -> int | None:
        """Behind the phrase that begins at ``start``; None where it has a verb of its own."""
        lowers = self.lowers
        joiners = self.words.joiners
        k = start
        stop = min(last, start + MAX_PHRASE_TOKENS)
        while k < stop and not self._ends_phrase(k, start):
            if not may_have_verb and self._is_predicate(k, start):
                return None
            k += 1
        while k > start and lowers[k - 1] in joiners:
            k -= 1
        return k

    def _may_begin(self, k: int, last: int, *, free: bool) -> bool:
        """Whether a source can begin at a token.

        :param free: any word will do, as behind "according to".
        """
        word = self.lowers[k]
        words = self.words
        if self.names.at(k) is not None or word in words.people:
            return True
        if free:
            return word[0].isalnum()
        if word in words.determiners or word in words.subjects:
            is_alone = self.tokens[k + 1 : k + 2] in _SENTENCE_SIGNS
            return word not in words.demonstratives or is_alone
        if word in words.prepositions or word in words.openers or word in words.times:
            return False
        return self.tokens[k] not in SIGNS and self._has_person(k, min(k + _MAX_LEAD_TOKENS, last))

    def _has_person(self, i: int, j: int) -> bool:
        """Whether a name, a role or a noun for people stands among some tokens."""
        at = self.names.at
        people = self.words.people
        lowers = self.lowers
        return any(at(n) is not None or lowers[n] in people for n in range(i, j))

    def _may_speak(self, i: int, j: int) -> bool:
        """Whether what "according to" names can speak: "according to plan" names nobody."""
        lowers = self.lowers
        words = self.words
        if not words.documents.isdisjoint(lowers[i + 1 : j]) or self._has_person(i, j):
            return True
        return any(
            word in words.determiners or word.removesuffix(_PLURAL_ENDING) in words.people
            for word in lowers[i:j]
        )

    def _is_predicate(self, k: int, start: int) -> bool:
        """Whether a token is the verb of the phrase before it.

        The phrase is then the subject of a clause and no inverted source.
        """
        word = self.lowers[k]
        words = self.words
        if word in words.auxiliaries and self.tokens[k] not in POSSESSIVES:
            return True
        if k == start or self.tokens[k][0].isupper() or not word[0].isalpha():
            return False
        if word in words.joiners or word == _OF or word in words.prepositions:
            return False
        at = self.names.at
        if at(k) is not None:
            return False
        is_behind_name = at(k - 1) is not None or self.lowers[k - 1] in words.pronouns
        return is_behind_name and words.roles.isdisjoint(self.lowers[k : k + _MAX_LEAD_TOKENS])

    def _ends_phrase(self, k: int, start: int) -> bool:
        """Whether the phrase that began at ``start`` ends before token ``k``."""
        word = self.lowers[k]
        words = self.words
        if self.mark_at[k] >= 0:
            return True
        if self.tokens[k] in SIGNS and (word == "," or not self.phrases.is_within_name(k)):
            return True
        if word == _OF or k == start:
            return False
        if word in words.joiners:
            return self._joins_clause(k)
        if word in words.openers:
            return True
        if word in words.prepositions:
            return self._introduces_circumstance(k)
        if word in words.times:
            return word in words.timely_adverbs or self.names.at(k) is None
        return False

    def _joins_clause(self, k: int) -> bool:
        """Whether "and" at a token joins something else than a second person to a source."""
        if self.names.at(k + 1) is not None:
            return False
        return self.words.second_subjects.isdisjoint(self.lowers[k + 1 : k + 2])

    def _introduces_circumstance(self, k: int) -> bool:
        """Whether a preposition behind a source begins a time or an occasion.

        Behind a name it does; behind a noun its phrase may describe the noun: "a man with a dog".
        """
        if self.names.at(k - 1) is not None:
            return True
        behind = self.lowers[k + 1 : k + 1 + _MAX_OCCASION_TOKENS]
        words = self.words
        return not words.occasions.isdisjoint(behind) or not words.times.isdisjoint(behind)

    def _with_apposition(self, k: int, last: int) -> int:
        """Further to the right over ", the mayor of X," or an age.

        An apposition begins with an article or a role and ends with its clause.
        """
        tokens = self.tokens
        mark_at = self.mark_at
        if k + 1 >= last or tokens[k] != "," or mark_at[k + 1] >= 0:
            return k
        opening = self.lowers[k + 1]
        words = self.words
        is_age = opening.isdigit()
        if not is_age and opening not in words.articles and opening not in words.roles:
            return k
        n = k + 1
        while n < last and mark_at[n] < 0 and tokens[n] not in _APPOSITION_SIGNS:
            n += 1
        if n >= last or (tokens[n] != "," and tokens[n] not in STOPS):
            return k
        if is_age:
            return n if n == k + 2 else k
        return k if words.roles.isdisjoint(self.lowers[k + 1 : n]) else n
