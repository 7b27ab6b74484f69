"""A cue -> its source.

In: a cue in its sentence. Out: the tokens of the noun phrase that names who speaks, and whether it stands before the cue or behind it. Why:
the subject of a reporting verb stands right before it, behind it ("..., said Lee"), or is shared with the verb before ("and added"). A noun
phrase is found by its edges: punctuation, words that begin a clause, other verbs; no parser is needed.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.rules import Side
from newsquote._text.signs import PAUSES, POSSESSIVES, SIGNS, STOPS

if TYPE_CHECKING:
    from newsquote._names.spotting import Names
    from newsquote._quotes.clauses.cues import Cue
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["Source", "SourceFinder"]

_LONGEST = 40


class Source(NamedTuple):
    """The tokens ``i`` to ``j`` of a source, and the edges ``lo`` to ``hi`` of the clause that it makes with its cue."""

    i: int
    j: int
    lo: int
    hi: int
    side: Side
    """left, right, shared or relative"""


@cache
def _adverbs(pack: LanguagePack) -> frozenset[str]:
    return pack.words("sentence_adverbs") | pack.words("cue_adverbs")


@cache
def _people(pack: LanguagePack) -> frozenset[str]:
    return pack.words("group_words") | pack.closed("people_words")


@cache
def _verb_forms(pack: LanguagePack) -> frozenset[str]:
    """The forms of the reporting verbs but the first, which is often a noun."""
    return frozenset(
        [form for row in pack.rows("cue_verbs") for form in row[3].split() if form != row[0]]
    )


@cache
def _edges(pack: LanguagePack) -> frozenset[str]:
    """The words at which a noun phrase may begin or end: openers of clauses, verbs, and what joins phrases."""
    return (
        pack.words("clause_openers")
        | pack.words("auxiliaries")
        | _verb_forms(pack)
        | pack.closed("joiners")
    )


class SourceFinder:
    """Finds the sources of a text's cues."""

    def __init__(self, doc: Doc, names: Names, inside: list[int]) -> None:
        self.doc, self.names, self.inside = doc, names, inside
        self.words, self.lowers = doc.words, doc.lowers
        pack = doc.pack
        self.openers, self.prepositions = pack.words("clause_openers"), pack.words("prepositions")
        self.determiners, self.pronouns = pack.words("determiners"), pack.words("pronouns")
        self.adverbs, self.edges = _adverbs(pack), _edges(pack)
        self.auxiliaries, self.times = pack.words("auxiliaries"), pack.words("time_words")
        self.roles, self.people = pack.words("roles"), _people(pack)
        self.occasions, self.documents = pack.words("statement_words"), pack.words("document_words")
        self.carriers = pack.closed("carrier_prepositions")
        self.joiners, self.relatives = pack.closed("joiners"), pack.closed("relatives")
        self.reopening, self.subjects = (
            pack.closed("reopening_words"),
            pack.closed("subject_pronouns"),
        )
        self.demonstratives, self.articles = pack.closed("demonstratives"), pack.closed("articles")
        self.passive, self.shared_phrases = (
            pack.closed("passive_forms"),
            pack.closed("shared_phrase_words"),
        )
        self.verb_forms = _verb_forms(pack)

    def left(self, cue: Cue) -> Source | None:
        """The subject before a verb."""
        first = self.doc.sentences[cue.sentence][0]
        end = cue.i
        word = self.lowers[end - 1] if end > first else ""
        if (
            (end - 1 > first and self._is_nounlike(end - 2))
            if word == "that"
            else word in self.relatives
        ):
            return Source(end - 1, end, end - 1, cue.j, Side.RELATIVE)
        if word == ")" or word in PAUSES:
            return self._before_insertion(end, first, cue)
        start = self._phrase_start(end, first)
        return None if start is None else Source(start, end, start, cue.j, Side.LEFT)

    def _before_insertion(self, end: int, first: int, cue: Cue) -> Source | None:
        """The subject of "Lee, the mayor, said" or "Lee, meanwhile, said": what stands before the insertion, with it if it describes."""
        pair = {",": ",", ")": "("}.get(self.words[end - 1], self.words[end - 1])
        k = end - 2
        while k > first and self.words[k] != pair and end - k < _LONGEST and self.inside[k] < 0:
            k -= 1
        if k <= first or self.words[k] != pair:
            return None
        start = self._phrase_start(k, first)
        if start is None:
            # A list of descriptions: "Lee, 34, the mayor, said".
            earlier = k - 1
            while earlier > first and self.words[earlier] != pair and k - earlier < _LONGEST:
                earlier -= 1
            start = (
                self._phrase_start(earlier, first)
                if earlier > first and self.words[earlier] == pair
                else None
            )
            if start is None:
                return None
            k = earlier
        following = self.lowers[k + 1]
        aside = (
            following in self.adverbs or following in self.times or following in self.prepositions
        )
        return Source(start, k if aside else end - 1, start, cue.j, Side.LEFT)

    def _phrase_start(self, end: int, first: int) -> int | None:
        """Where the noun phrase that ends before ``end`` begins."""
        lowers, words, inside, edges = self.lowers, self.words, self.inside, self.edges
        if end <= first or inside[end - 1] >= 0:
            return None
        k = end - 1
        stop = max(first, end - _LONGEST + 1)
        while k >= stop and inside[k] < 0:
            if words[k] in SIGNS and not self._is_within_name(k):
                break
            if lowers[k] in edges and self._parts(k, first, end):
                break
            k -= 1
        return self._trimmed(k + 1, end)

    def _parts(self, k: int, first: int, end: int) -> bool:
        """Whether a word that may be an edge is one of the phrase that ends before ``end``."""
        word = self.lowers[k]
        return (
            word in self.openers
            or (word in self.auxiliaries and self.words[k] not in POSSESSIVES)
            or (word in self.verb_forms and k < end - 1 and not self._is_modifier(k))
            or (word in self.joiners and not self._joins(k, first))
        )

    def _is_within_name(self, k: int) -> bool:
        name = self.names.at(k)
        return name is not None and name.i < k

    def _is_modifier(self, k: int) -> bool:
        """Whether a participle stands inside the phrase: behind a determiner or before "by"."""
        return self.lowers[k - 1] in self.determiners or self.lowers[k + 1] == "by"

    def _joins(self, k: int, first: int) -> bool:
        """Whether an "and" joins two names or nouns of one subject: nothing that looks like a verb stands before it in its clause."""
        n = k - 1
        while n >= first and k - n < _LONGEST:
            word = self.lowers[n]
            if self.words[n] in SIGNS and not self._is_within_name(n):
                return (
                    self.names.at(k - 1) is not None
                    and self.words[n] == ","
                    and n - 1 >= first
                    and self.names.at(n - 1) is not None
                )
            if word in self.openers:
                return word in self.reopening
            if (
                word in self.auxiliaries
                or word in self.verb_forms
                or (word.endswith("ed") and word not in self.roles)
            ):
                return False
            n -= 1
        return True

    def _trimmed(self, start: int, end: int) -> int | None:
        """Without the adverbs and times in front; behind an opening prepositional phrase the last name or pronoun is the subject."""
        lowers = self.lowers
        while start < end and (
            lowers[start] in self.adverbs
            or (lowers[start] in self.times and self.names.at(start) is None)
            or lowers[start] in self.joiners
        ):
            start += 1
        if start >= end:
            return None
        if lowers[start] in self.prepositions:
            return self._last_noun_phrase(start, end)
        for k in range(start, end):
            if self._is_nounlike(k):
                return start
        return None

    def _last_noun_phrase(self, start: int, end: int) -> int | None:
        """The subject behind "In an interview on Monday Lee ..."."""
        if self.lowers[end - 1] in self.pronouns:
            return end - 1
        name = self.names.at(end - 1)
        if name is not None and name.i > start + 1:
            return name.i
        k = end - 1
        while k > start + 1:
            if self.lowers[k] in self.determiners and self.lowers[k - 1] not in self.prepositions:
                return k
            k -= 1
        return None

    def _is_nounlike(self, k: int) -> bool:
        word = self.lowers[k]
        return word in self.pronouns or (
            word[0].isalpha()
            and word not in self.prepositions
            and word not in self.adverbs
            and word not in self.auxiliaries
        )

    def right(self, cue: Cue, at: int | None = None) -> Source | None:
        """The subject behind a verb, or what "according to" names."""
        doc = self.doc
        start = cue.j if at is None else at
        last = doc.sentences[cue.sentence][1]
        if (
            start >= last
            or self.inside[start] >= 0
            or not self._may_begin(start, last, free=cue.build == "according")
        ):
            return None
        k = start
        while k < last and k - start < _LONGEST and not self._ends_right(k, start):
            if cue.build != "according" and self._is_predicate(k, start):
                return None
            k += 1
        while k > start and doc.lowers[k - 1] in self.joiners:
            k -= 1
        if (
            k == start
            or doc.lowers[k - 1] in self.articles
            or (cue.build == "according" and not self._may_speak(start, k))
        ):
            return None
        k = self._with_apposition(k, last)
        return Source(start, k, cue.i, k, Side.RIGHT)

    def _may_speak(self, i: int, j: int) -> bool:
        """Whether what "according to" names can speak: "according to plan" names nobody."""
        speaking = self.roles | self.people
        return any(
            self.names.at(k) is not None
            or self.lowers[k] in self.determiners
            or self.lowers[k] in speaking
            or self.lowers[k].removesuffix("s") in speaking
            or (k > i and self.lowers[k] in self.documents)
            for k in range(i, j)
        )

    def _may_begin(self, k: int, last: int, *, free: bool) -> bool:
        word = self.lowers[k]
        if self.names.at(k) is not None or word in self.roles or word in self.people:
            return True
        if free:
            return word[0].isalnum()
        if word in self.determiners or word in self.subjects:
            return word not in self.demonstratives or self.words[k + 1 : k + 2] in ([","], ["."])
        return any(
            self.names.at(n) is not None
            or self.lowers[n] in self.roles
            or self.lowers[n] in self.people
            for n in range(k, min(k + 4, last))
        ) and not (
            word in self.prepositions
            or word in self.openers
            or self.words[k] in SIGNS
            or word in self.times
        )

    def _is_predicate(self, k: int, start: int) -> bool:
        """Whether a token is the verb of the phrase before it, so that the phrase is a clause's subject and no inverted source."""
        word = self.lowers[k]
        if word in self.auxiliaries and self.words[k] not in POSSESSIVES:
            return True
        if (
            k == start
            or self.words[k][0].isupper()
            or self.names.at(k) is not None
            or not word[0].isalpha()
        ):
            return False
        behind_name = self.names.at(k - 1) is not None or self.lowers[k - 1] in self.pronouns
        if any(self.lowers[n] in self.roles for n in range(k, min(k + 4, len(self.words)))):
            return False
        return (
            behind_name
            and word not in self.joiners
            and word != "of"
            and word not in self.prepositions
        )

    def _ends_right(self, k: int, start: int) -> bool:
        """Whether the phrase that began at ``start`` ends before token ``k``."""
        doc, word = self.doc, self.lowers[k]
        if self.inside[k] >= 0 or (
            doc.words[k] in SIGNS and not (self._is_within_name(k) and doc.words[k] != ",")
        ):
            return True
        if word == "of" or k == start:
            return False
        if word in self.joiners:
            return self.names.at(k + 1) is None and not self.shared_phrases.intersection(
                doc.lowers[k + 1 : k + 2]
            )
        if word in self.openers:
            return True
        if word in self.prepositions:
            behind = doc.lowers[k + 1 : k + 4]
            return self.names.at(k - 1) is not None or any(
                w in self.occasions or w in self.times for w in behind
            )
        return (word in self.times and self.names.at(k) is None) or (
            word in self.adverbs and word in self.times
        )

    def _with_apposition(self, k: int, last: int) -> int:
        """Further to the right over ", the mayor of X,": an apposition that begins with an article or a role and ends with its clause, or an age."""
        doc = self.doc
        if k + 1 >= last or doc.words[k] != "," or self.inside[k + 1] >= 0:
            return k
        opening = doc.lowers[k + 1]
        if (
            opening not in self.articles
            and opening != "who"
            and opening not in self.roles
            and not opening.isdigit()
        ):
            return k
        n = k + 1
        while (
            n < last
            and self.inside[n] < 0
            and doc.words[n] not in PAUSES | STOPS
            and doc.words[n] != ":"
        ):
            n += 1
        if opening == "who" or n >= last or (doc.words[n] != "," and doc.words[n] not in STOPS):
            return k
        if opening.isdigit():
            return n if n == k + 2 else k
        return n if any(doc.lowers[m] in self.roles for m in range(k + 1, n)) else k

    # ------------------------------------------------------------- subjects from further away

    def subject(self, cue: Cue) -> Source | None:
        """The subject of the sentence in which a cue stands, without one of its own."""
        return self.subject_of(cue.sentence, cue.i)

    def subject_of(self, sentence: int, limit: int) -> Source | None:
        """A sentence's first name or pronoun before a token, as its subject."""
        first = self.doc.sentences[sentence][0]
        for k in range(first, limit):
            if self.inside[k] >= 0:
                continue
            if self.lowers[k] in self.subjects:
                return Source(k, k + 1, k, limit, Side.SHARED)
            name = self.names.at(k)
            if name is not None and (k == first or self.lowers[k - 1] not in self.prepositions):
                return Source(name.i, name.j, name.i, limit, Side.SHARED)
            if k == first and self.lowers[k] in self.determiners:
                end = self._noun_end(k, limit)
                return Source(k, end, k, limit, Side.SHARED)
        return None

    def _noun_end(self, k: int, limit: int) -> int:
        """Behind the noun of a phrase that begins with a determiner: before the first verb, preposition or sign."""
        n = k + 1
        while n < limit:
            word = self.lowers[n]
            if (
                self.words[n] in SIGNS
                or word in self.auxiliaries
                or word in self.prepositions
                or word in self.verb_forms
                or word.endswith("ed")
            ):
                break
            n += 1
        return max(n, k + 1)

    def relay(self, verb: int, cue: Cue) -> tuple[Source | None, Source | None]:
        """The source and the relayer of "N quoted S as saying" or "S was quoted by N as saying"."""
        first = self.doc.sentences[cue.sentence][0]
        start = verb
        while start > first and (
            self.lowers[start - 1] in self.auxiliaries or self.lowers[start - 1] in self.adverbs
        ):
            start -= 1
        passive = any(word in self.passive for word in self.lowers[start:verb])
        begin = self._phrase_start(start, first)
        subject = None if begin is None else Source(begin, start, begin, cue.j, Side.LEFT)
        between = cue.i - 1
        if passive:
            by = verb + 1 < between and self.lowers[verb + 1] in self.carriers
            return subject, Source(
                verb + 2, between, verb + 2, between, Side.RIGHT
            ) if by and verb + 2 < between else None
        return (
            Source(verb + 1, between, verb + 1, between, Side.RIGHT) if verb + 1 < between else None
        ), subject
