"""Words -> cues.

In: a ``Doc``. Out: every verb group, colon and "according to" that may mark an attribution, with its lemma, what it says of the act, and the
frames it can stand in. Why: recall is decided here; whether a cue has a content and a source is asked later. A form of a reporting verb is
often a noun ("his claim"), an infinitive or a passive: what stands before it tells, so no tagger is needed.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

import attrs

from newsquote._text.signs import POSSESSIVES
from newsquote.kinds import CueCategory, Polarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["Cue", "Verb", "ends", "find", "negates", "outer_marks", "phrases", "polarity", "verbs"]

Form = Literal["base", "s", "past", "ing"]
Build = Literal["finite", "participle", "according", "colon"]
_APOSTROPHES = POSSESSIVES | {"'", "’"}


class Verb(NamedTuple):
    """A row of the list of reporting verbs, for one of its forms."""

    lemma: str
    category: CueCategory
    frames: str
    form: Form


@attrs.define(eq=False, repr=False, kw_only=True)
class Cue:
    """A cue in its sentence: the verb group is the tokens ``i`` to ``j``, its verb stands at ``head``."""

    i: int
    j: int
    head: int
    lemma: str
    category: CueCategory
    frames: str
    build: Build
    polarity: Polarity = Polarity.POSITIVE
    sentence: int
    weak: bool = False
    """Other senses are frequent: marks or "that" must stand beside it."""


@cache
def verbs(pack: LanguagePack) -> dict[str, Verb]:
    """Every form of every reporting verb; where two verbs share a form, the first in the list has it."""
    found: dict[str, Verb] = {}
    for lemma, category, frames, forms in pack.rows("cue_verbs"):
        # A verb like "put" has no past form of its own.
        bare: Form = (
            "base" if any(not word.endswith(("s", "ing")) for word in forms.split()[1:]) else "past"
        )
        for word in forms.split():
            form: Form = (
                bare
                if word == lemma
                else "ing"
                if word.endswith("ing")
                else "s"
                if word.endswith("s")
                else "past"
            )
            found.setdefault(word, Verb(lemma, CueCategory(category), frames, form))
    return found


def negates(pack: LanguagePack, word: str) -> bool:
    """Whether a word turns its verb into the contrary: "not", "never", "didn't"."""
    return word in pack.closed("negations") or word.endswith(("n't", "n’t"))


@cache
def phrases(pack: LanguagePack) -> dict[tuple[str, ...], Verb]:
    """Every form of every verb of saying in several words, by its words."""
    rows = pack.rows("cue_phrases")
    return {
        tuple(form.split()): Verb(lemma, CueCategory(category), frames, "past")
        for lemma, category, frames, forms in rows
        for form in forms.split("|")
    }


@cache
def _polarities(pack: LanguagePack) -> dict[str, Polarity]:
    """The polarity of the verbs whose source does not stand by the content."""
    return {lemma: Polarity(value) for lemma, value in pack.table("cue_polarities").items()}


@cache
def _phrase_ends(pack: LanguagePack) -> frozenset[str]:
    return frozenset(words[-1] for words in phrases(pack))


@cache
def ends(pack: LanguagePack) -> frozenset[str]:
    """The words with which a cue can end."""
    return frozenset(verbs(pack)) | _phrase_ends(pack) | {"to", "of"}


@cache
def _helpers(pack: LanguagePack) -> frozenset[str]:
    """What may stand between a subject and its verb: auxiliaries, adverbs and negations."""
    return pack.words("auxiliaries") | pack.words("cue_adverbs") | pack.closed("negations")


def polarity(pack: LanguagePack, lemma: str, words: Sequence[str]) -> Polarity:
    """Whether the source stands by the content, by the cue's lemma and the words around its verb."""
    if words:
        if words[-2:-1] == ["to"] and "yet" in words:
            return Polarity.NEGATED
        if "only" not in words and any(negates(pack, word) for word in words):
            # Who would not say keeps it back; who did not say may have had nothing to say.
            return (
                Polarity.DECLINED
                if not pack.closed("willing_words").isdisjoint(words)
                else Polarity.NEGATED
            )
    return _polarities(pack).get(lemma, Polarity.POSITIVE)


def outer_marks(doc: Doc, depth: int = 0) -> list[int]:
    """For each token the number of the outermost marked text in which it stands, -1 outside and in a nickname.

    :param depth: how many marks around are looked through: with 1 the marks inside marks are the outermost.
    """
    found = [-1] * len(doc.words)
    for number, marked in enumerate(doc.marked):
        if marked.nickname or marked.depth < depth:
            continue
        i, j = doc.tokens_in(marked.start, marked.end)
        if i < j and found[i] < 0:
            found[i:j] = [number] * (j - i)
    return found


def find(doc: Doc, inside: list[int], spots: Sequence[int]) -> list[Cue]:
    """The cues of a text in order; none stands inside quotation marks.

    :param inside: for each token the marked text in which it stands, as ``outer_marks`` gives it.
    :param spots: the tokens to look at, among them all whose words are in ``ends``.
    """
    known, lowers = verbs(doc.pack), doc.lowers
    reader = _Reader(doc, inside)
    found: list[Cue] = []
    crowd = _Crowd()
    for k in spots:
        if inside[k] >= 0:
            continue
        word = lowers[k]
        if word in reader.phrase_ends and (cue := reader.phrase(k)) is not None:
            pass
        elif word in known:
            cue = reader.verb(k, known[word])
        elif word == "to" and k and lowers[k - 1] == "according":
            cue = reader.according(k - 1, k + 1)
        elif word == "of" and lowers[max(0, k - 3) : k] == ["in", "the", "words"]:
            cue = reader.according(k - 3, k + 1)
        else:
            continue
        if cue is not None and crowd.takes(cue.sentence):
            found.append(cue)
    return found


class _Crowd:
    """Keeps the cues of a sentence few: more reporting verbs than that are no news, and every one looks at its neighbours."""

    most = 16

    def __init__(self) -> None:
        self.sentence, self.count = -1, 0

    def takes(self, sentence: int) -> bool:
        """Whether one more cue of a sentence is taken."""
        self.count = self.count + 1 if sentence == self.sentence else 1
        self.sentence = sentence
        return self.count <= self.most


class _Reader:
    """Asks of one word at a time whether it is a cue."""

    def __init__(self, doc: Doc, inside: list[int]) -> None:
        self.doc, self.inside, self.lowers = doc, inside, doc.lowers
        pack = doc.pack
        self.auxiliaries = pack.words("auxiliaries")
        self.determiners, self.prepositions = pack.words("determiners"), pack.words("prepositions")
        self.helpers, self.be = _helpers(pack), pack.closed("be_forms")
        self.plural_subjects, self.people = (
            pack.closed("plural_subjects"),
            pack.closed("people_words"),
        )
        self.contracted = pack.closed("contracted_have")
        self.plurals = pack.words("plural_determiners")
        self.particles = pack.table("cue_particles")
        self.phrases = phrases(pack)
        self.phrase_ends = _phrase_ends(pack)

    def according(self, i: int, j: int) -> Cue:
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

    def phrase(self, k: int) -> Cue | None:
        """The verb in several words that ends at ``k``: "made it clear"."""
        first = self.doc.sentences[self.doc.sentence_of(k)][0]
        for words, verb in self.phrases.items():
            head = k + 1 - len(words)
            if head > first and tuple(self.lowers[head : k + 1]) == words:
                cue = self._finite(head, k + 1, verb, first)
                return None if self.lowers[cue.i - 1] == "to" else cue
        return None

    def _finite(self, head: int, j: int, verb: Verb, first: int) -> Cue:
        i = self._group_start(head, first)
        return Cue(
            i=i,
            j=j,
            head=head,
            lemma=verb.lemma,
            category=verb.category,
            frames=verb.frames,
            build="finite",
            polarity=polarity(self.doc.pack, verb.lemma, self.lowers[i:head]),
            sentence=self.doc.sentence_of(head),
        )

    def verb(self, k: int, verb: Verb) -> Cue | None:
        number = self.doc.sentence_of(k)
        first, last = self.doc.sentences[number]
        wanted = self.particles.get(verb.lemma)
        if wanted and (k + 1 >= last or self.lowers[k + 1] not in wanted.split()):
            return None
        if verb.lemma == "ask" and self.lowers[k + 1 : k + 4] == ["not", "to", "be"]:
            # "who asked not to be named" describes a source and asks nothing.
            return None
        i = self._group_start(k, first)
        group = self.lowers[i:k]
        before = self.lowers[i - 1] if i > first and self.inside[i - 1] < 0 else ""
        build = self._build(k, verb, group, before)
        if build is None:
            return None
        return Cue(
            i=i,
            j=k + 2 if wanted else k + 1,
            head=k,
            lemma=verb.lemma,
            category=verb.category,
            frames=verb.frames,
            build=build,
            polarity=polarity(self.doc.pack, verb.lemma, group),
            sentence=number,
            weak="x" in verb.frames,
        )

    def _group_start(self, k: int, first: int) -> int:
        """Back over the auxiliaries, negations and adverbs before a verb."""
        lowers, helpers = self.lowers, self.helpers
        i = k
        while i > first and lowers[i - 1] in helpers:
            i -= 1
        return i

    def _build(self, k: int, verb: Verb, group: list[str], before: str) -> Build | None:
        """How the verb stands in its clause; None where it is a noun, an infinitive, an adjective or a passive."""
        if self._is_noun(verb, group, before) or (
            verb.form in {"base", "s"} and not group and self._is_counted(k)
        ):
            return None
        if verb.form == "ing":
            return (
                "finite"
                if not self.be.isdisjoint(group)
                else None
                if before == "without"
                else "participle"
            )
        if verb.form == "past":
            return (
                None
                if not self.be.isdisjoint(group) and not self._is_contracted_has(group)
                else "finite"
            )
        if verb.form == "base":
            return (
                "finite"
                if not self.auxiliaries.isdisjoint(group) or self._is_plural(before)
                else None
            )
        return "finite"

    def _is_noun(self, verb: Verb, group: list[str], before: str) -> bool:
        if before == "to" or before in _APOSTROPHES:
            return not group
        if before in self.determiners and before not in self.plural_subjects and before != "this":
            return verb.form != "past" or not group
        return before in self.prepositions and verb.form in {"base", "s", "past"} and not group

    def _is_counted(self, k: int) -> bool:
        """Whether a number stands shortly before, in small words: "two rail disputes"."""
        for n in range(k - 1, max(-1, k - 4), -1):
            if self.lowers[n] in self.plurals:
                return n < k - 1
            if not self.doc.words[n].islower():
                return False
        return False

    def _is_plural(self, before: str) -> bool:
        return (
            before in self.plural_subjects
            or (before.endswith("s") and before.isalpha())
            or before in self.people
        )

    def _is_contracted_has(self, group: list[str]) -> bool:
        return len(group) == 1 and group[0] in self.contracted
