"""A cue -> its source.

In: a cue in its sentence. Out: the noun phrase that names who speaks, and on which side of the cue
it stands. Why: the subject of a reporting verb stands right before it, behind it ("..., said Lee"),
is shared with the verb before ("and added"), or is the object of a verb that relays ("quoted Lee as
saying"). Which of them is meant is decided when attributions are linked.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsquote._quotes.clauses.inverted_sources import InvertedSources
from newsquote._quotes.clauses.noun_phrases import (
    MAX_PHRASE_TOKENS,
    NounPhrases,
    sentence_adverbs,
    verb_forms,
)
from newsquote._quotes.clauses.records import Source
from newsquote._quotes.clauses.word_records import WordRecord
from newsquote._quotes.rules import Side
from newsquote._text.signs import PAUSES, SIGNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.spotting import Names
    from newsquote._quotes.clauses.records import Cue
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["Source", "SourceFinder"]

# English words and endings.
_THAT = "that"
_PAST_ENDING = "ed"


class _SubjectWords(WordRecord):
    """The words by which the subject of a cue is found, beside those of noun phrases."""

    asides: frozenset[str]
    """The words with which an insertion begins that does not describe the subject."""
    auxiliaries: frozenset[str]
    carriers: frozenset[str]
    """The prepositions before whoever relays a statement: "quoted by", "quoted in"."""
    determiners: frozenset[str]
    noun_ends: frozenset[str]
    passive: frozenset[str]
    prepositions: frozenset[str]
    pronouns: frozenset[str]
    relatives: frozenset[str]
    verb_helpers: frozenset[str]


@cache
def _subject_words(pack: LanguagePack) -> _SubjectWords:
    adverbs = sentence_adverbs(pack)
    auxiliaries = pack.words("auxiliaries")
    prepositions = pack.words("prepositions")
    return _SubjectWords(
        asides=adverbs | pack.words("time_words") | prepositions,
        auxiliaries=auxiliaries,
        carriers=pack.closed("carrier_prepositions"),
        determiners=pack.words("determiners"),
        noun_ends=SIGNS | auxiliaries | prepositions | verb_forms(pack),
        passive=pack.closed("passive_forms"),
        prepositions=prepositions,
        pronouns=pack.closed("subject_pronouns"),
        relatives=pack.closed("relatives"),
        verb_helpers=auxiliaries | adverbs,
    )


class SourceFinder:
    """Finds the sources of a text's cues."""

    def __init__(self, doc: Doc, names: Names, mark_at: Sequence[int]) -> None:
        self.sentences = doc.sentences
        self.names = names
        self.mark_at = mark_at
        self.tokens = doc.words
        self.lowers = doc.lowers
        self.words = _subject_words(doc.pack)
        self.phrases = NounPhrases(doc, names, mark_at)
        self.inverted = InvertedSources(doc, mark_at, self.phrases)

    def left(self, cue: Cue) -> Source | None:
        """The subject before a verb."""
        first = self.sentences[cue.sentence][0]
        end = cue.i
        if end == first:
            return None
        before = end - 1
        last_word = self.lowers[before]
        if self._is_relative(last_word, before, first):
            return Source(before, end, before, cue.j, Side.RELATIVE)
        if last_word == ")" or last_word in PAUSES:
            return self._before_insertion(cue, first)
        start = self.phrases.start_before(end, first)
        return None if start is None else _left_source(start, end, cue)

    def right(self, cue: Cue) -> Source | None:
        """The subject behind a verb, or what "according to" names."""
        return self.inverted.source_behind(cue)

    def _is_relative(self, word: str, k: int, first: int) -> bool:
        """Whether a word is the relative pronoun that is a verb's subject; "that" needs a noun."""
        if word == _THAT:
            return k > first and self.phrases.is_nounlike(k - 1)
        return word in self.words.relatives

    def _before_insertion(self, cue: Cue, first: int) -> Source | None:
        """The subject of "Lee, the mayor, said" or "Lee, meanwhile, said".

        It is what stands before the insertion, and the insertion with it if that describes.
        """
        closing = cue.i - 1
        sign = self.tokens[closing]
        opening_sign = "(" if sign == ")" else sign
        opening = self._insertion_start(opening_sign, closing, first)
        if opening is None:
            return None
        start = self.phrases.start_before(opening, first)
        if start is None:
            # A list of descriptions: "Lee, 34, the mayor, said".
            opening = self._earlier_sign(opening_sign, opening, first)
            if opening is None:
                return None
            start = self.phrases.start_before(opening, first)
            if start is None:
                return None
        is_aside = self.lowers[opening + 1] in self.words.asides
        return _left_source(start, opening if is_aside else closing, cue)

    def _insertion_start(self, sign: str, closing: int, first: int) -> int | None:
        """The sign that opens the insertion which ends at ``closing``; no marks stand inside."""
        stop = max(first, closing - MAX_PHRASE_TOKENS)
        for k in range(closing - 1, stop, -1):
            if self.tokens[k] == sign:
                return k
            if self.mark_at[k] >= 0:
                return None
        return None

    def _earlier_sign(self, sign: str, k: int, first: int) -> int | None:
        """The last such sign before token ``k``, if it is near."""
        stop = max(first, k - 1 - MAX_PHRASE_TOKENS)
        for n in range(k - 1, stop, -1):
            if self.tokens[n] == sign:
                return n
        return None

    # ------------------------------------------------------------- subjects from further away

    def subject(self, cue: Cue) -> Source | None:
        """The subject of the sentence in which a cue stands, without one of its own."""
        return self.subject_of(cue.sentence, cue.i)

    def subject_of(self, sentence: int, limit: int) -> Source | None:
        """A sentence's first name or pronoun before a token, as its subject."""
        first = self.sentences[sentence][0]
        lowers = self.lowers
        mark_at = self.mark_at
        words = self.words
        at = self.names.at
        for k in range(first, limit):
            if mark_at[k] >= 0:
                continue
            word = lowers[k]
            if word in words.pronouns:
                return _shared_source(k, k + 1, limit)
            is_opening = k == first
            name = at(k)
            if name is not None:
                is_complement = not is_opening and lowers[k - 1] in words.prepositions
                if not is_complement:
                    return _shared_source(name.i, name.j, limit)
            if is_opening and word in words.determiners:
                end = self._noun_end(k, limit)
                return _shared_source(k, end, limit)
        return None

    def _noun_end(self, k: int, limit: int) -> int:
        """Behind the noun that a determiner opens: before the first verb, preposition or sign."""
        lowers = self.lowers
        noun_ends = self.words.noun_ends
        for n in range(k + 1, limit):
            word = lowers[n]
            if word in noun_ends or word.endswith(_PAST_ENDING):
                return n
        return max(limit, k + 1)

    # ------------------------------------------------------------- statements that are relayed

    def relay(self, verb: int, cue: Cue) -> tuple[Source | None, Source | None]:
        """The source and the relayer of "N quoted S as saying" or "S was quoted by N as saying".

        :param verb: the token of "quoted".
        :param cue: "saying".
        """
        lowers = self.lowers
        words = self.words
        first = self.sentences[cue.sentence][0]
        group = verb
        while group > first and lowers[group - 1] in words.verb_helpers:
            group -= 1
        start = self.phrases.start_before(group, first)
        subject = None if start is None else _left_source(start, group, cue)
        before_as = cue.i - 1
        behind = verb + 1
        if words.passive.isdisjoint(lowers[group:verb]):
            return _relayed_source(behind, before_as), subject
        if behind < before_as and lowers[behind] in words.carriers:
            return subject, _relayed_source(behind + 1, before_as)
        return subject, None


def _left_source(i: int, j: int, cue: Cue) -> Source:
    return Source(i, j, i, cue.j, Side.LEFT)


def _shared_source(i: int, j: int, limit: int) -> Source:
    return Source(i, j, i, limit, Side.SHARED)


def _relayed_source(i: int, j: int) -> Source | None:
    """What stands behind a verb of relaying; None where nothing does."""
    return Source(i, j, i, j, Side.RIGHT) if i < j else None
