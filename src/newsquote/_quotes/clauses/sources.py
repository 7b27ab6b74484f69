"""A cue -> its source.

In: a cue in its sentence. Out: the noun phrase that names who speaks, and on which side of the cue
it stands. Why: the subject of a reporting verb stands right before it, behind it ("..., said Lee"),
is shared with the verb before ("and added"), or is the object of a verb that relays ("quoted Lee as
saying"). Which of them is meant is decided when attributions are linked.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.clauses.inverted_sources import InvertedSources
from newsquote._quotes.clauses.noun_phrases import (
    MAX_PHRASE_TOKENS,
    NounPhrases,
    sentence_adverbs,
    verb_forms,
)
from newsquote._quotes.clauses.records import Source
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


@attrs.frozen(eq=False, repr=False, kw_only=True)
class _SubjectWords:
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
    adverbs, auxiliaries = sentence_adverbs(pack), pack.words("auxiliaries")
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
        self.sentences, self.names, self.mark_at = doc.sentences, names, mark_at
        self.tokens = doc.words
        self.lowers = doc.lowers
        self.words = _subject_words(doc.pack)
        self.phrases = NounPhrases(doc, names, mark_at)
        self.inverted = InvertedSources(doc, names, mark_at, self.phrases)

    def left(self, cue: Cue) -> Source | None:
        """The subject before a verb."""
        first, end = self.sentences[cue.sentence][0], cue.i
        word = self.lowers[end - 1] if end > first else ""
        if self._is_relative(word, end - 1, first):
            return Source(end - 1, end, end - 1, cue.j, Side.RELATIVE)
        if word == ")" or word in PAUSES:
            return self._before_insertion(cue, end, first)
        start = self.phrases.start_before(end, first)
        return None if start is None else Source(start, end, start, cue.j, Side.LEFT)

    def _is_relative(self, word: str, k: int, first: int) -> bool:
        """Whether a word is the relative pronoun that is a verb's subject; "that" needs a noun."""
        if word == _THAT:
            return k > first and self.phrases.is_nounlike(k - 1)
        return word in self.words.relatives

    def _before_insertion(self, cue: Cue, end: int, first: int) -> Source | None:
        """The subject of "Lee, the mayor, said" or "Lee, meanwhile, said".

        It is what stands before the insertion, and the insertion with it if that describes.
        """
        closing = self.tokens[end - 1]
        opening = "(" if closing == ")" else closing
        k = self._insertion_start(opening, end - 1, first)
        if k is None:
            return None
        start = self.phrases.start_before(k, first)
        if start is None:
            # A list of descriptions: "Lee, 34, the mayor, said".
            k = self._earlier_sign(opening, k, first)
            start = None if k is None else self.phrases.start_before(k, first)
            if k is None or start is None:
                return None
        is_aside = self.lowers[k + 1] in self.words.asides
        return Source(start, k if is_aside else end - 1, start, cue.j, Side.LEFT)

    def _insertion_start(self, opening: str, closing_at: int, first: int) -> int | None:
        """The sign that opens the insertion which another sign closes; no marks stand inside."""
        tokens = self.tokens
        mark_at = self.mark_at
        stop = max(first, closing_at + 1 - MAX_PHRASE_TOKENS)
        k = closing_at - 1
        while k > stop and tokens[k] != opening and mark_at[k] < 0:
            k -= 1
        return k if k > first and tokens[k] == opening else None

    def _earlier_sign(self, sign: str, k: int, first: int) -> int | None:
        """The last such sign before token ``k``."""
        tokens = self.tokens
        stop = max(first, k - MAX_PHRASE_TOKENS)
        n = k - 1
        while n > stop and tokens[n] != sign:
            n -= 1
        return n if n > first and tokens[n] == sign else None

    def right(self, cue: Cue) -> Source | None:
        """The subject behind a verb, or what "according to" names."""
        return self.inverted.source_behind(cue)

    # ------------------------------------------------------------- subjects from further away

    def subject(self, cue: Cue) -> Source | None:
        """The subject of the sentence in which a cue stands, without one of its own."""
        return self.subject_of(cue.sentence, cue.i)

    def subject_of(self, sentence: int, limit: int) -> Source | None:
        """A sentence's first name or pronoun before a token, as its subject."""
        first = self.sentences[sentence][0]
        lowers, mark_at, words, at = self.lowers, self.mark_at, self.words, self.names.at
        for k in range(first, limit):
            if mark_at[k] >= 0:
                continue
            if lowers[k] in words.pronouns:
                return Source(k, k + 1, k, limit, Side.SHARED)
            name = at(k)
            if name is not None and (k == first or lowers[k - 1] not in words.prepositions):
                return Source(name.i, name.j, name.i, limit, Side.SHARED)
            if k == first and lowers[k] in words.determiners:
                return Source(k, self._noun_end(k, limit), k, limit, Side.SHARED)
        return None

    def _noun_end(self, k: int, limit: int) -> int:
        """Behind the noun that a determiner opens: before the first verb, preposition or sign."""
        lowers, noun_ends = self.lowers, self.words.noun_ends
        for n in range(k + 1, limit):
            if lowers[n] in noun_ends or lowers[n].endswith(_PAST_ENDING):
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
        start = verb
        while start > first and lowers[start - 1] in words.verb_helpers:
            start -= 1
        begin = self.phrases.start_before(start, first)
        subject = None if begin is None else Source(begin, start, begin, cue.j, Side.LEFT)
        before_as = cue.i - 1
        if words.passive.isdisjoint(lowers[start:verb]):
            return _object(verb + 1, before_as), subject
        has_carrier = verb + 1 < before_as and lowers[verb + 1] in words.carriers
        return subject, _object(verb + 2, before_as) if has_carrier else None


def _object(i: int, j: int) -> Source | None:
    """The tokens behind a verb of relaying as a source; None where there are none."""
    return Source(i, j, i, j, Side.RIGHT) if i < j else None
