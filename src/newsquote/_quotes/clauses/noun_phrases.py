"""Where the noun phrase that ends before a token begins.

In: a ``Doc`` with its names and marks, and a token. Out: the first token of the phrase before it.
Why: the subject of a verb stands right before the verb, and its other edge is a sign, a word that
opens a clause, or another verb; no parser is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses.word_records import WordRecord
from newsquote._text.signs import POSSESSIVES, SIGNS
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._names.spotting import Names
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["MAX_PHRASE_TOKENS", "NounPhrases", "people_words", "sentence_adverbs", "verb_forms"]

MAX_PHRASE_TOKENS = 40
"""No subject of news is longer; the bound keeps the work per cue constant."""

# English words and endings.
_BY = "by"
_PAST_ENDING = "ed"


@kept_by_pack
def sentence_adverbs(pack: LanguagePack) -> frozenset[str]:
    """The adverbs that stand beside a clause or inside a verb group."""
    return pack.words("sentence_adverbs") | pack.words("cue_adverbs")


@kept_by_pack
def people_words(pack: LanguagePack) -> frozenset[str]:
    """The nouns for people who speak in a group: "officials", "police"."""
    return pack.words("group_words") | pack.closed("people_words")


@kept_by_pack
def verb_forms(pack: LanguagePack) -> frozenset[str]:
    """The forms of the reporting verbs but the lemma, which is often a noun."""
    found: set[str] = set()
    for lemma, _, _, forms in pack.rows("cue_verbs"):
        found.update(form for form in forms.split() if form != lemma)
    return frozenset(found)


class _PhraseWords(WordRecord):
    """The words at which a noun phrase may begin or end, and those that it is made of."""

    adverbs: frozenset[str]
    auxiliaries: frozenset[str]
    determiners: frozenset[str]
    edges: frozenset[str]
    """Openers of clauses, verbs, and what joins phrases."""
    joiners: frozenset[str]
    openers: frozenset[str]
    prepositions: frozenset[str]
    pronouns: frozenset[str]
    reopening: frozenset[str]
    """The openers of a clause behind which "A and B" can be a subject: "that", "because"."""
    roles: frozenset[str]
    times: frozenset[str]
    verb_forms: frozenset[str]


@kept_by_pack
def _phrase_words(pack: LanguagePack) -> _PhraseWords:
    auxiliaries = pack.words("auxiliaries")
    openers = pack.words("clause_openers")
    joiners = pack.closed("joiners")
    forms = verb_forms(pack)
    return _PhraseWords(
        adverbs=sentence_adverbs(pack),
        auxiliaries=auxiliaries,
        determiners=pack.words("determiners"),
        edges=openers | auxiliaries | forms | joiners,
        joiners=joiners,
        openers=openers,
        prepositions=pack.words("prepositions"),
        pronouns=pack.words("pronouns"),
        reopening=pack.closed("reopening_words"),
        roles=pack.words("roles"),
        times=pack.words("time_words"),
        verb_forms=forms,
    )


class NounPhrases:
    """Finds the noun phrases of a text from their ends."""

    def __init__(self, doc: Doc, names: Names, mark_at: Sequence[int]) -> None:
        self.names = names
        self.mark_at = mark_at
        self.tokens = doc.words
        self.lowers = doc.lowers
        self.words = _phrase_words(doc.pack)

    def start_before(self, end: int, first: int) -> int | None:
        """Where the noun phrase that ends before token ``end`` begins; None if there is none.

        :param first: the first token of the sentence.
        """
        tokens = self.tokens
        lowers = self.lowers
        mark_at = self.mark_at
        edges = self.words.edges
        if end <= first or mark_at[end - 1] >= 0:
            return None
        k = end - 1
        stop = max(first, end - MAX_PHRASE_TOKENS + 1)
        while k >= stop and mark_at[k] < 0:
            if tokens[k] in SIGNS and not self.is_within_name(k):
                break
            if lowers[k] in edges and self._is_edge(k, first, end):
                break
            k -= 1
        return self._subject_start(k + 1, end)

    def is_name(self, k: int) -> bool:
        """Whether a token is a part of a name."""
        return self.names.at(k) is not None

    def is_within_name(self, k: int) -> bool:
        """Whether a token is a part of a name, and not its first."""
        name = self.names.at(k)
        return name is not None and name.i < k

    def is_nounlike(self, k: int) -> bool:
        """Whether a token can be a noun or a pronoun, as it is none of the small words."""
        word = self.lowers[k]
        words = self.words
        if word in words.pronouns:
            return True
        if not word[0].isalpha() or word in words.prepositions:
            return False
        return word not in words.adverbs and word not in words.auxiliaries

    def _is_edge(self, k: int, first: int, end: int) -> bool:
        """Whether a word that may be an edge is one of the phrase that ends before ``end``."""
        word = self.lowers[k]
        words = self.words
        if word in words.openers:
            return True
        if word in words.auxiliaries and self.tokens[k] not in POSSESSIVES:
            return True
        if word in words.joiners:
            return not self._joins_subject(k, first)
        is_final = k == end - 1
        return word in words.verb_forms and not is_final and not self._is_modifier(k)

    def _is_modifier(self, k: int) -> bool:
        """Whether a participle stands inside the phrase: behind a determiner or before "by"."""
        before, behind = self.lowers[k - 1], self.lowers[k + 1]
        return behind == _BY or before in self.words.determiners

    def _joins_subject(self, k: int, first: int) -> bool:
        """Whether an "and" joins two names or nouns of one subject.

        It does where nothing that looks like a verb stands before it in its clause.
        """
        tokens = self.tokens
        lowers = self.lowers
        words = self.words
        farthest = max(first, k - MAX_PHRASE_TOKENS + 1)
        for n in range(k - 1, farthest - 1, -1):
            word = lowers[n]
            if tokens[n] in SIGNS and not self.is_within_name(n):
                return self._is_list_of_names(n, k, first)
            if word in words.openers:
                return word in words.reopening
            if word in words.auxiliaries or word in words.verb_forms:
                return False
            if word.endswith(_PAST_ENDING) and word not in words.roles:
                return False
        return True

    def _is_list_of_names(self, sign: int, joiner: int, first: int) -> bool:
        """Whether a sign before "and" is the comma of "Lee, Kim and Ott"."""
        if self.tokens[sign] != "," or sign == first:
            return False
        return self.is_name(joiner - 1) and self.is_name(sign - 1)

    def _subject_start(self, start: int, end: int) -> int | None:
        """Where the subject begins in a stretch that goes back to the edge of its clause.

        Adverbs and times in front are none of it; behind an opening prepositional phrase the last
        name or pronoun is the subject.
        """
        lowers = self.lowers
        words = self.words
        while start < end and self._stands_in_front(start):
            start += 1
        if start >= end:
            return None
        if lowers[start] in words.prepositions:
            return self._last_noun_phrase(start, end)
        for k in range(start, end):
            if self.is_nounlike(k):
                return start
        return None

    def _stands_in_front(self, k: int) -> bool:
        word = self.lowers[k]
        words = self.words
        if word in words.adverbs or word in words.joiners:
            return True
        return word in words.times and not self.is_name(k)

    def _last_noun_phrase(self, start: int, end: int) -> int | None:
        """The subject behind "In an interview on Monday Lee ..."."""
        lowers = self.lowers
        words = self.words
        if lowers[end - 1] in words.pronouns:
            return end - 1
        name = self.names.at(end - 1)
        if name is not None and name.i > start + 1:
            return name.i
        for k in range(end - 1, start + 1, -1):
            before = lowers[k - 1]
            if lowers[k] in words.determiners and before not in words.prepositions:
                return k
        return None
