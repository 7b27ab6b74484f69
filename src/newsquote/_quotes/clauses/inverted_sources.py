"""A cue -> the source behind it.

In: a cue. Out: the noun phrase that begins behind its verb ("..., said Lee, the mayor"), or that
"according to" names. Why: behind a verb stands its object as often as its subject; only what can
name somebody who speaks, and has no verb of its own, is an inverted subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses.noun_phrases import (
    MAX_PHRASE_TOKENS,
    people_words,
    sentence_adverbs,
)
from newsquote._quotes.clauses.records import Source
from newsquote._quotes.clauses.word_records import WordRecord
from newsquote._quotes.rules import Side
from newsquote._text.signs import PAUSES, POSSESSIVES, SIGNS, STOPS
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

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


class _SourceWords(WordRecord):
    """The words that tell whether a phrase behind a cue is its source, and where it ends."""

    articles: frozenset[str]
    auxiliaries: frozenset[str]
    demonstratives: frozenset[str]
    determiners: frozenset[str]
    documents: frozenset[str]
    joiners: frozenset[str]
    never_first: frozenset[str]
    """Signs, and words with which no source begins."""
    never_verbs: frozenset[str]
    """Small words that stand behind a name and are no verb."""
    occasions_and_times: frozenset[str]
    openers: frozenset[str]
    people: frozenset[str]
    """Roles, and nouns for groups of people."""
    prepositions: frozenset[str]
    pronouns: frozenset[str]
    relatives: frozenset[str]
    reports: frozenset[str]
    """What holds words or findings."""
    roles: frozenset[str]
    second_subjects: frozenset[str]
    """The words with which what "and" adds to a source can begin: "Lee and his wife"."""
    subjects: frozenset[str]
    times: frozenset[str]
    timely_adverbs: frozenset[str]


@kept_by_pack
def _source_words(pack: LanguagePack) -> _SourceWords:
    roles = pack.words("roles")
    times = pack.words("time_words")
    joiners = pack.closed("joiners")
    openers = pack.words("clause_openers")
    prepositions = pack.words("prepositions")
    return _SourceWords(
        articles=pack.closed("articles"),
        auxiliaries=pack.words("auxiliaries"),
        demonstratives=pack.closed("demonstratives"),
        determiners=pack.words("determiners"),
        documents=pack.words("document_words"),
        joiners=joiners,
        never_first=SIGNS.union(prepositions, openers, times),
        never_verbs=prepositions | joiners | {_OF},
        occasions_and_times=pack.words("statement_words") | times,
        openers=openers,
        people=roles | people_words(pack),
        prepositions=prepositions,
        pronouns=pack.words("pronouns"),
        relatives=pack.closed("relatives"),
        reports=pack.words("document_words").union(
            pack.words("written_words"),
            pack.closed("record_words"),
            pack.closed("research_words"),
        ),
        roles=roles,
        second_subjects=pack.closed("shared_phrase_words"),
        subjects=pack.closed("subject_pronouns"),
        times=times,
        timely_adverbs=sentence_adverbs(pack) & times,
    )


class InvertedSources:
    """Finds the sources that stand behind their cues."""

    def __init__(self, doc: Doc, mark_at: Sequence[int], phrases: NounPhrases) -> None:
        self.doc = doc
        self.mark_at = mark_at
        self.is_name = phrases.is_name
        self.is_within_name = phrases.is_within_name
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
        if end is None or end == start:
            return None
        last_word = self.lowers[end - 1]
        if last_word in self.words.articles:
            return None
        if is_according and not self._may_speak(start, end):
            return None
        end = self._with_apposition(end, last)
        behind = self._behind_relative(end, last) if is_according else end
        return Source(start, end, cue.i, behind, Side.RIGHT)

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
        if word in words.people or self.is_name(k):
            return True
        if free:
            return word[0].isalnum()
        if word in words.determiners or word in words.subjects:
            is_alone = self.tokens[k + 1 : k + 2] in _SENTENCE_SIGNS
            return word not in words.demonstratives or is_alone
        if word in words.never_first:
            return False
        return self._has_person(k, min(k + _MAX_LEAD_TOKENS, last))

    def _has_person(self, i: int, j: int) -> bool:
        """Whether a name, a role or a noun for people stands among some tokens."""
        people = self.words.people
        lowers = self.lowers
        is_name = self.is_name
        return any(lowers[k] in people or is_name(k) for k in range(i, j))

    def _may_speak(self, i: int, j: int) -> bool:
        """Whether what "according to" names can speak: "according to plan" names nobody."""
        if self._has_person(i, j):
            return True
        words = self.words
        phrase = self.lowers[i:j]
        if not words.documents.isdisjoint(phrase[1:]):
            return True
        for word in phrase:
            singular = word.removesuffix(_PLURAL_ENDING)
            if word in words.determiners or singular in words.people:
                return True
        # Reports, and other plurals that hold words, speak without an article, too.
        return phrase[-1].endswith(_PLURAL_ENDING) and phrase[-1] in words.reports

    def _is_predicate(self, k: int, start: int) -> bool:
        """Whether a token is the verb of the phrase before it.

        The phrase is then the subject of a clause and no inverted source.
        """
        word = self.lowers[k]
        words = self.words
        if word in words.auxiliaries and self.tokens[k] not in POSSESSIVES:
            return True
        if k == start or word in words.never_verbs or not word[0].isalpha():
            return False
        if self.tokens[k][0].isupper() or self.is_name(k):
            return False
        before = k - 1
        if self.lowers[before] not in words.pronouns and not self.is_name(before):
            return False
        if word.endswith(_PLURAL_ENDING) and self._ends_sentence(k):
            # A plural, for a verb would have something behind it: "say Norvale traders".
            return False
        near = self.lowers[k : k + _MAX_LEAD_TOKENS]
        return words.roles.isdisjoint(near)

    def _ends_sentence(self, k: int) -> bool:
        """Whether nothing but a stop follows a token in its sentence."""
        last = self.doc.sentence_around(k).j
        return k + 1 >= last or (k + 2 >= last and self.tokens[k + 1] in STOPS)

    def _ends_phrase(self, k: int, start: int) -> bool:
        """Whether the phrase that began at ``start`` ends before token ``k``."""
        word = self.lowers[k]
        words = self.words
        if self.mark_at[k] >= 0:
            return True
        if word in SIGNS and (word == "," or not self.is_within_name(k)):
            return True
        if k == start or word == _OF:
            return False
        if word in words.joiners:
            return self._joins_clause(k)
        if word in words.openers:
            return not self._is_acronym(k)
        if word in words.prepositions:
            return self._introduces_circumstance(k)
        if word in words.times:
            return word in words.timely_adverbs or not self.is_name(k)
        return False

    def _is_acronym(self, k: int) -> bool:
        """Whether a small word is none, and short for a name: "the WHO"."""
        return self.tokens[k].isupper() and not self.tokens[k - 1].isupper()

    def _joins_clause(self, k: int) -> bool:
        """Whether "and" at a token joins something else than a second person to a source."""
        following = k + 1
        if self.is_name(following):
            return False
        return self.words.second_subjects.isdisjoint(self.lowers[following : k + 2])

    def _introduces_circumstance(self, k: int) -> bool:
        """Whether a preposition behind a source begins a time or an occasion.

        Behind a name it does; behind a noun its phrase may describe the noun: "a man with a dog".
        """
        if self.is_name(k - 1):
            return True
        start = k + 1
        behind = self.lowers[start : start + _MAX_OCCASION_TOKENS]
        return not self.words.occasions_and_times.isdisjoint(behind)

    def _with_apposition(self, k: int, last: int) -> int:
        """Further to the right over ", the mayor of X," or an age.

        An apposition begins with an article or a role and ends with its clause.
        """
        tokens = self.tokens
        mark_at = self.mark_at
        if k + 1 >= last or tokens[k] != "," or mark_at[k + 1] >= 0:
            return k
        words = self.words
        if self.lowers[k - 1] in words.roles and self.is_name(k + 1):
            return self._behind_name(k + 1, last) or k
        opening = self.lowers[k + 1]
        is_age = opening.isdigit()
        if not is_age and opening not in words.articles and opening not in words.roles:
            return k
        n = k + 1
        while n < last and mark_at[n] < 0 and tokens[n] not in _APPOSITION_SIGNS:
            n += 1
        if n >= last or (tokens[n] != "," and tokens[n] not in STOPS):
            return k
        if not words.auxiliaries.isdisjoint(self.lowers[k + 1 : n]):
            # It has a verb, and is a clause of its own.
            return k
        if is_age:
            return n if n == k + 2 else k
        return k if words.roles.isdisjoint(self.lowers[k + 1 : n]) else n

    def _behind_name(self, k: int, last: int) -> int:
        """Behind a name that a comma, or a stop, ends: "the mayor, Ann Lee,"; else 0."""
        while k < last and self.is_name(k):
            k += 1
        return k if k < last and (self.tokens[k] == "," or self.tokens[k] in STOPS) else 0

    def _behind_relative(self, k: int, last: int) -> int:
        """Behind a relative clause in commas that tells more of a source: ", who left,"."""
        tokens = self.tokens
        if k + 1 >= last or tokens[k] != "," or self.lowers[k + 1] not in self.words.relatives:
            return k
        for n in range(k + 2, min(last, k + MAX_PHRASE_TOKENS)):
            if self.mark_at[n] >= 0:
                return k
            if tokens[n] == ",":
                return n
        return k
