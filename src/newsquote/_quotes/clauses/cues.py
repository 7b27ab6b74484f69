"""Words -> cues.

In: a ``Doc``. Out: every verb group and every "according to" that may mark an attribution, with
its lemma, what it says of the act, and the frames it can stand in. Why: recall is decided here;
whether a cue has a content and a source is asked later. A form of a reporting verb is often a noun
("his claim"), an infinitive or a passive: what stands before it tells, so no tagger is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.clauses import frames
from newsquote._quotes.clauses.capitals import is_name_part
from newsquote._quotes.clauses.records import Cue
from newsquote._quotes.clauses.reporting_verbs import (
    Verb,
    ends,
    negates,
    phrase_ends,
    phrases,
    polarity,
    verbs,
)
from newsquote._quotes.clauses.word_records import WordRecord
from newsquote._text.signs import POSSESSIVES
from newsquote.kinds import CueCategory
from newsquote.lang.kept import kept_by_pack

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._quotes.clauses.records import Build
    from newsquote._quotes.clauses.reporting_verbs import Form
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = [
    "Cue",
    "Verb",
    "ends",
    "find_cues",
    "negates",
    "outer_marks",
    "phrases",
    "polarity",
    "verbs",
]

_MAX_CUES_PER_SENTENCE = 16
"""A sentence with more reporting verbs is no news, and every cue looks at its neighbours."""
_MAX_NUMBER_DISTANCE = 4
"""Tokens; a number at a smaller distance may count a noun: "two long rail disputes"."""
_APOSTROPHES = POSSESSIVES | {"'", "’"}

# English words, endings and constructions.
_ACCORDING = "according"
_FOR = "for"
_OF = "of"
_SAY = "say"
_THIS = "this"
_TO = "to"
_WITHOUT = "without"
_PLURAL_ENDING = "s"
_IN_THE_WORDS = ["in", "the", "words"]
_ASK = "ask"
_NOT_TO_BE = ["not", "to", "be"]


def outer_marks(doc: Doc, depth: int = 0) -> list[int]:
    """For each token the number of the outermost marked text around it, -1 outside any.

    A nickname inside a name counts as outside.

    :param depth: how many marks around are looked through: with 1 those inside others are outer.
    """
    mark_at = [-1] * len(doc.words)
    for number, marked in enumerate(doc.marked):
        if marked.nickname or marked.depth < depth:
            continue
        i, j = doc.tokens_in(marked.start, marked.end)
        if i < j and mark_at[i] < 0:
            mark_at[i:j] = [number] * (j - i)
    return mark_at


def find_cues(doc: Doc, mark_at: Sequence[int], spots: Sequence[int]) -> list[Cue]:
    """The cues of a text in order; none stands inside quotation marks.

    :param mark_at: for each token the marked text around it, as ``outer_marks`` gives it.
    :param spots: the tokens to look at, among them all whose words are in ``ends``.
    """
    finder = _CueFinder(doc, mark_at)
    found: list[Cue] = []
    sentence = -1
    count = 0
    for k in spots:
        if mark_at[k] >= 0:
            continue
        cue = finder.cue_ending_at(k)
        if cue is None:
            continue
        count = count + 1 if cue.sentence == sentence else 1
        sentence = cue.sentence
        if count <= _MAX_CUES_PER_SENTENCE:
            found.append(cue)
    return found


class _CueWords(WordRecord):
    """The words that tell whether a form of a reporting verb is a cue."""

    auxiliaries: frozenset[str]
    be_forms: frozenset[str]
    contracted_have: frozenset[str]
    determiners: frozenset[str]
    helpers: frozenset[str]
    """What may stand between a subject and its verb: auxiliaries, adverbs and negations."""
    never_with_participle: frozenset[str]
    """What is worth noting is told by the writer; what is done without saying is not said."""
    numbers: frozenset[str]
    particles: Mapping[str, str]
    people: frozenset[str]
    plural_subjects: frozenset[str]
    prepositions: frozenset[str]


@kept_by_pack
def _cue_words(pack: LanguagePack) -> _CueWords:
    auxiliaries = pack.words("auxiliaries")
    return _CueWords(
        auxiliaries=auxiliaries,
        be_forms=pack.closed("be_forms"),
        contracted_have=pack.closed("contracted_have"),
        determiners=pack.words("determiners"),
        helpers=auxiliaries | pack.words("cue_adverbs") | pack.closed("negations"),
        never_with_participle=pack.closed("worth_words") | {_WITHOUT},
        numbers=pack.words("plural_determiners"),
        particles=pack.table("cue_particles"),
        people=pack.closed("people_words"),
        plural_subjects=pack.closed("plural_subjects"),
        prepositions=pack.words("prepositions"),
    )


class _CueFinder:
    """Asks of one token at a time whether a cue ends there."""

    def __init__(self, doc: Doc, mark_at: Sequence[int]) -> None:
        self.doc = doc
        self.sentences = doc.sentences
        self.mark_at = mark_at
        self.lowers = doc.lowers
        self.words = _cue_words(doc.pack)
        self.verbs = verbs(doc.pack)
        self.phrases = phrases(doc.pack)
        self.phrase_ends = phrase_ends(doc.pack)

    def cue_ending_at(self, k: int) -> Cue | None:
        """The cue whose last word, but for a particle, is token ``k``."""
        lowers = self.lowers
        word = lowers[k]
        if word in self.phrase_ends:
            cue = self._phrase_cue(k)
            if cue is not None:
                return cue
        verb = self.verbs.get(word)
        if verb is not None:
            return None if is_name_part(self.doc, k) else self._verb_cue(k, verb)
        if word == _TO and k and lowers[k - 1] == _ACCORDING:
            return self._according_cue(k - 1, k + 1)
        start = k - len(_IN_THE_WORDS)
        if word == _OF and lowers[max(0, start) : k] == _IN_THE_WORDS:
            return self._according_cue(start, k + 1)
        return None

    def _according_cue(self, i: int, j: int) -> Cue:
        return Cue(
            i=i,
            j=j,
            head=i,
            lemma=" ".join(self.lowers[i:j]),
            category=CueCategory.NEUTRAL,
            frames="",
            build="according",
            sentence=self.doc.sentence_of(i),
        )

    def _phrase_cue(self, k: int) -> Cue | None:
        """The verb in several words that ends at ``k``: "made it clear"."""
        lowers = self.lowers
        first = self.sentences[self.doc.sentence_of(k)][0]
        end = k + 1
        for phrase, verb in self.phrases.items():
            head = end - len(phrase)
            if head > first and tuple(lowers[head:end]) == phrase:
                i = self._group_start(head, first)
                if lowers[i - 1] == _TO:
                    return None
                return self._cue(i, end, head, verb, "finite", weak=False)
        return None

    def _verb_cue(self, k: int, verb: Verb) -> Cue | None:
        """The cue of a form of a reporting verb at ``k``, with its particle."""
        lowers = self.lowers
        first, last = self.sentences[self.doc.sentence_of(k)]
        following = k + 1
        particles = self.words.particles.get(verb.lemma)
        if particles:
            has_particle = following < last and lowers[following] in particles.split()
            if not has_particle:
                return None
        if verb.lemma == _ASK and lowers[following : k + 4] == _NOT_TO_BE:
            # "who asked not to be named" describes a source and asks nothing.
            return None
        if self._is_alert(k, verb, last):
            return None
        i = self._group_start(k, first)
        before = ""
        if i > first and self.mark_at[i - 1] < 0:
            before = lowers[i - 1]
        build = self._build_of(k, verb, lowers[i:k], before)
        if build is None and verb.form == "base" and self._precedes_plural(k, verb, first, last):
            build = "finite"
        if build is None:
            return None
        end = following + 1 if particles else following
        is_weak = frames.AMBIGUOUS in verb.frames
        return self._cue(i, end, k, verb, build, weak=is_weak)

    def _is_alert(self, k: int, verb: Verb, last: int) -> bool:
        """Whether a participle is a noun for what is expected: "a red warning for the coast"."""
        following = k + 1
        if verb.form != "ing" or frames.OBJECT_AND_FOR in verb.frames:
            return False
        return following < last and self.lowers[following] == _FOR

    def _precedes_plural(self, k: int, verb: Verb, first: int, last: int) -> bool:
        """Whether a verb behind a quotation or a comma has its subject behind it: ", say experts".

        Behind a comma alone many are nouns or demands, so that it has to be the plainest of them.
        """
        before, following = k - 1, k + 1
        if frames.QUOTATION not in verb.frames or before < first or following >= last:
            return False
        is_behind_marks = self.mark_at[before] >= 0 or (
            self.lowers[before] == "," and before > first and self.mark_at[before - 1] >= 0
        )
        if is_behind_marks:
            return True
        if self.lowers[before] != "," or verb.lemma != _SAY:
            return False
        behind = self.lowers[following]
        return behind[0].isalpha() and behind not in self.words.determiners

    def _cue(self, i: int, j: int, head: int, verb: Verb, build: Build, *, weak: bool) -> Cue:
        return Cue(
            i=i,
            j=j,
            head=head,
            lemma=verb.lemma,
            category=verb.category,
            frames=verb.frames,
            build=build,
            polarity=polarity(self.doc.pack, verb.lemma, self.lowers[i:head]),
            sentence=self.doc.sentence_of(head),
            weak=weak,
        )

    def _group_start(self, k: int, first: int) -> int:
        """Back over the auxiliaries, negations and adverbs before a verb."""
        lowers = self.lowers
        helpers = self.words.helpers
        i = k
        while i > first and lowers[i - 1] in helpers:
            i -= 1
        return i

    def _build_of(self, k: int, verb: Verb, group: list[str], before: str) -> Build | None:
        """How a verb stands in its clause; None for a noun, an infinitive, a passive.

        :param group: what stands between subject and verb.
        :param before: the word before the group.
        """
        form = verb.form
        if self._is_noun(form, group, before):
            return None
        if not group and form in {"base", "s"} and self._is_counted(k):
            return None
        words = self.words
        if form == "ing":
            if not words.be_forms.isdisjoint(group):
                return "finite"
            return None if before in words.never_with_participle else "participle"
        if form == "past":
            is_passive = not words.be_forms.isdisjoint(group) and not self._is_has(group)
            return None if is_passive else "finite"
        if form == "base":
            is_finite = not words.auxiliaries.isdisjoint(group) or self._is_plural(before)
            return "finite" if is_finite else None
        return "finite"

    def _is_noun(self, form: Form, group: list[str], before: str) -> bool:
        words = self.words
        if before == _TO or before in _APOSTROPHES:
            return not group
        is_subject = before in words.plural_subjects or before == _THIS
        if before in words.determiners and not is_subject:
            return form != "past" or not group
        return before in words.prepositions and form != "ing" and not group

    def _is_counted(self, k: int) -> bool:
        """Whether a number stands shortly before, in small words: "two rail disputes"."""
        nearest = k - 1
        farthest = max(0, k - _MAX_NUMBER_DISTANCE + 1)
        for n in range(nearest, farthest - 1, -1):
            if self.lowers[n] in self.words.numbers:
                return n < nearest
            if not self.doc.words[n].islower():
                return False
        return False

    def _is_plural(self, before: str) -> bool:
        words = self.words
        if before in words.plural_subjects or before in words.people:
            return True
        return before.endswith(_PLURAL_ENDING) and before.isalpha()

    def _is_has(self, group: list[str]) -> bool:
        """Whether the one word before a past form is "'s" or "'d", which may stand for "has"."""
        return len(group) == 1 and group[0] in self.words.contracted_have
