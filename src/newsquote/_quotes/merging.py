"""What the model found -> drafts of attributions.

In: the attributions that the model found, in bare words, and the drafts of the rules. Out: drafts whose pieces keep the conventions of print. Why:
the model chooses words; that a quoted piece takes its marks in, that a piece ends with its paragraph, who relayed and who was spoken to are
conventions, and conventions are the rules' part. Where the model leaves a quotation without a speaker and a rule names one, the rule has it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING

import attrs

from newsquote._quotes import linking as links
from newsquote._quotes.clauses import cues
from newsquote._quotes.linking import Draft
from newsquote._quotes.rules import Rule
from newsquote.kinds import CueCategory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.model.finding import ModelAttribution
    from newsquote._quotes.records import Range
    from newsquote._text.doc import Doc
    from newsquote._text.marks import Marked
    from newsquote.lang import LanguagePack

__all__ = ["merged"]

_LEAST_FIRM = 0.25
"""The chance from which an attribution is taken that a firm rule finds, too."""
_LEAST = 0.38
"""The chance from which speech is taken that some rule finds, too, or that stands in marks."""
_LEAST_ALONE = 0.6
"""The chance from which speech is taken that only the model sees."""
_LEAST_THOUGHT = 0.28
"""The chance from which anything is taken where thoughts are asked for: there is more to find then. All of these were set on held-out articles."""
_FIRM = frozenset(
    (
        Rule.CLAUSE_WITH_THAT,
        Rule.CLAUSE_OF_PRONOUN,
        Rule.CLAUSE_BEFORE_CUE,
        Rule.ACCORDING_BEHIND,
        Rule.ACCORDING_BEFORE,
        Rule.QUESTION_CLAUSE,
        Rule.QUOTATION_BEFORE_CUE,
        Rule.QUOTATION_BEHIND_CUE,
    )
)
_TALK = frozenset((Rule.TURN, Rule.SIGNED, Rule.ANSWER, Rule.NOUN, Rule.HEADLINE_DASH))
"""Turns, signatures and sources of headlines: conventions of print that have no words to learn from."""
_UNLEARNED = frozenset(("in the words of",))
"""Lemmas of cues that have no main word from which the model could begin."""
_NO_CLAUSE = frozenset((Rule.OBJECT, Rule.OBJECT_AND_OF, Rule.OBJECT_AND_FOR, Rule.INFINITIVE))


def merged(
    doc: Doc, found: Sequence[ModelAttribution], ruled: Sequence[Draft], *, thoughts: bool
) -> list[Draft]:
    """The drafts of an article by model and rules.

    :param found: what the model found.
    :param ruled: what the rules made of the cues.
    :param thoughts: whether beliefs, intentions and feelings are asked for.
    """
    fixed = [draft for draft in ruled if draft.relayed_by is not None or draft.rule in _TALK]
    reader = _Reader(doc, ruled)
    drafts = [
        reader.draft(attribution)
        for attribution in found
        if reader.takes(attribution, thoughts=thoughts)
    ]
    told = sorted(piece for draft in drafts for piece in draft.pieces)
    fixed = [
        draft for draft in fixed if draft.rule != Rule.NOUN or not links.touches(told, draft.cue)
    ]  # what another says is nested
    drafts = [*fixed, *_apart(links.relayed(doc, drafts, ruled), fixed)]
    taken = {number for draft in drafts for number in draft.used}
    spoken = sorted(draft.cue for draft in drafts if draft.cue is not None)
    for draft in ruled:
        wanted = (
            id(draft) in reader.parted
            or draft.lemma in _UNLEARNED
            or (draft.rule in links.QUOTING and taken.isdisjoint(draft.used))
        )
        if wanted and draft.source is not None and not links.touches(spoken, draft.cue):
            draft.evidence.append("the rules alone")
            drafts.append(draft)
    return drafts


def _apart(drafts: Sequence[Draft], fixed: Sequence[Draft]) -> list[Draft]:
    """The drafts that say nothing about what the fixed ones say."""
    if not fixed:
        return list(drafts)
    pieces = sorted(piece for draft in fixed for piece in draft.pieces)
    return [
        draft for draft in drafts if not any(links.touches(pieces, piece) for piece in draft.pieces)
    ]


@cache
def _phrases(pack: LanguagePack) -> frozenset[str]:
    """The lemmas of the verbs in several words."""
    return frozenset([verb.lemma for verb in cues.phrases(pack).values()])


@cache
def _asides(pack: LanguagePack) -> frozenset[str]:
    """The words that begin what only follows a source."""
    return pack.words("sentence_adverbs") | pack.words("prepositions") | pack.words("time_words")


def _within(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


class _Reader:
    """Makes drafts of what the model found, with the rules' knowledge of print."""

    def __init__(self, doc: Doc, ruled: Sequence[Draft]) -> None:
        self.doc, self.printer = doc, _Printer(doc)
        self.verbs = cues.verbs(doc.pack)
        pack = doc.pack
        self.phrases, self.asides = _phrases(pack), _asides(pack)
        self.outermost = set(map(id, links.outermost(ruled)))
        self.conjunctions = pack.closed("conjunctions")
        self.parted: set[int] = set()
        """Drafts of the rules that go on where a content was cut."""
        self.sources = sorted({draft.source for draft in ruled if draft.source is not None})
        self.ruled = {
            token: draft
            for draft in ruled
            if draft.cue is not None
            for token in range(*doc.tokens_in(*draft.cue))
        }

    def takes(self, found: ModelAttribution, *, thoughts: bool) -> bool:
        """Whether an attribution is likely enough."""
        rule = self.ruled.get(found.head)
        if self.doc.lowers[found.head] == "according" and rule is None:
            return False
        if (
            rule is not None
            and rule.rule in _FIRM
            and rule.source is not None
            and id(rule) in self.outermost
        ):
            return found.chance >= _LEAST_FIRM
        if thoughts:
            return found.chance >= _LEAST_THOUGHT
        if found.source is None and rule is None:
            return False
        supported = rule is not None or any(
            self.printer.touches_marks(content) for content in found.contents
        )
        spoken = found.mode != "thought" or (rule is not None and rule.lemma in self.phrases)
        return spoken and found.chance >= (_LEAST if supported else _LEAST_ALONE)

    def draft(self, found: ModelAttribution) -> Draft:
        doc, rule = self.doc, self.ruled.get(found.head)
        if (
            rule is not None
            and rule.source is not None
            and _within((found.contents[0][0], found.contents[-1][1]), rule.source)
        ):
            # What is said cannot be who says it: the model took an inverted subject for the content.
            return attrs.evolve(rule, mode=found.mode, chance=found.chance)
        if rule is not None and rule.lemma in self.phrases:
            # The model knows one word of the verb, which means something else alone.
            return attrs.evolve(rule, mode="speech", chance=found.chance)
        verb = self.verbs.get(doc.lowers[found.head])
        words = doc.text[slice(*found.cue)].lower()
        pieces = [
            piece
            for content in found.contents
            for piece in self.printer.pieces(
                self._ended(self._begun(content, rule), rule), found.cue
            )
        ]
        source = self._source(found, rule)
        unknown = CueCategory.THOUGHT if found.mode == "thought" else CueCategory.NEUTRAL
        return Draft(
            pieces=pieces,
            used=self.printer.used(pieces),
            cue=found.cue,
            lemma=verb.lemma if verb is not None else words,
            category=verb.category if verb is not None else unknown,
            polarity=rule.polarity
            if rule is not None
            else cues.polarity(doc.pack, verb.lemma if verb is not None else "", words.split()),
            source=None if source is None else links.bracketed(doc.text, source),
            addressee=rule.addressee if rule is not None else None,
            paragraph=doc.paragraph_of(found.cue[0]),
            sentence=doc.sentence_of(found.head),
            mode=found.mode,
            chance=found.chance,
            rule=rule.rule if rule is not None else None,
            evidence=[
                f"cue: {words}",
                f"chosen by the model, chance {found.chance:.2f}",
                *(rule.evidence if rule is not None else ()),
            ],
        )

    def _begun(self, content: Range, rule: Draft | None) -> Range:
        """A content behind a cue begins at its "that", not at the addressee before it."""
        if (
            rule is None
            or rule.rule != Rule.CLAUSE_WITH_THAT
            or not content[0] < rule.pieces[0][0] < content[1]
        ):
            return content
        return rule.pieces[0][0], content[1]

    def _ended(self, content: Range, rule: Draft | None) -> Range:
        """A content that is no clause ends before "and" with a finite cue: "accused them of lying and said they should go"."""
        if (
            rule is None
            or rule.rule not in _NO_CLAUSE
            or rule.pieces[0][0] != content[0]
            or rule.pieces[0][1] > content[1]
        ):
            return content
        k = self.doc.token_at(rule.pieces[0][1])
        while k < len(self.doc.words) and (
            self.doc.words[k] == "," or self.doc.lowers[k] in self.conjunctions
        ):
            k += 1
        following = self.ruled.get(k)
        if following is None or self.doc.lowers[k - 1] not in self.conjunctions:
            return content
        self.parted.add(id(following))
        return content[0], rule.pieces[0][1]

    def _source(self, found: ModelAttribution, rule: Draft | None) -> Range | None:
        """The source without what only follows it: "Lee, by contrast, said", "said Lee, adding that", "said Lee, and Ek said"."""
        source = found.source
        if (
            source is None
            or rule is None
            or rule.source is None
            or rule.source[0] != source[0]
            or rule.source[1] >= source[1]
        ):
            return source
        behind = self.doc.token_at(rule.source[1])
        following = self.doc.lowers[behind + 1]
        verb = self.verbs.get(following)
        aside = self.doc.words[behind] == "," and (
            following in self.asides or (verb is not None and verb.form == "ing")
        )
        return (
            rule.source
            if aside or links.touches(self.sources, (rule.source[1], source[1]))
            else source
        )


class _Printer:
    """The pieces of a text as they are printed."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.outer = [number for number, marked in enumerate(doc.marked) if not marked.depth]
        self.starts = [doc.marked[number].start for number in self.outer]

    def pieces(self, content: Range, cue: Range) -> list[Range]:
        """A content, cut at the paragraphs' ends; what is inside marks that do not hold the cue, too, is one piece with all between them."""
        doc, out = self.doc, []
        for number in range(doc.paragraph_of(content[0]), doc.paragraph_of(content[1] - 1) + 1):
            start, end = doc.paragraphs[number]
            part = max(start, content[0]), min(end, content[1])
            if not self.touches_marks(part):
                out += [links.bracketed(doc.text, piece) for piece in _trimmed(doc.text, *part)]
                continue
            for piece in self._parted(*part):
                start, end = self._with_marks(*piece)
                around = self._around(start)
                whole = (
                    around is not None
                    and end <= around.end
                    and not around.start <= cue[0] < around.end
                )
                out.append(
                    (around.start, around.end) if around is not None and whole else (start, end)
                )
        return out

    def _parted(self, start: int, end: int) -> list[Range]:
        """A range cut where a quotation begins a new sentence, each piece from its first word to its last."""
        doc = self.doc
        n = bisect_right(self.starts, start)
        edges = [start]
        for mark in self.starts[n : bisect_left(self.starts, end)]:
            token = doc.token_at(mark)
            if doc.sentences[doc.sentence_of(token)][0] == token:
                edges.append(mark)
        return [
            piece
            for i, j in zip(edges, [*edges[1:], end], strict=True)
            for piece in _trimmed(doc.text, i, j)
        ]

    def used(self, pieces: Sequence[Range]) -> list[int]:
        """The marked texts that lie in the pieces, whole or in part."""
        found: set[int] = set()
        for start, end in pieces:
            n = max(0, bisect_right(self.starts, start) - 1)
            near = self.outer[n : bisect_left(self.starts, end)]
            found.update([number for number in near if self.doc.marked[number].end > start])
        return sorted(found)

    def touches_marks(self, content: Range) -> bool:
        """Whether any of a content stands inside marks."""
        n = bisect_right(self.starts, content[1]) - 1
        return n >= 0 and self.doc.marked[self.outer[n]].end > content[0]

    def _with_marks(self, start: int, end: int) -> Range:
        """A piece with the marks at its edges, and with the bracket that it opens."""
        text = self.doc.text
        first = self._around(start)
        if first is not None and not _has_word(text, first.start, start):
            start = first.start
        last = self._around(end - 1)
        if last is not None and not _has_word(text, end, last.inner_end):
            end = max(end, last.end)
        return links.bracketed(text, (start, end))

    def _around(self, at: int) -> Marked | None:
        """The outermost marked text around an offset."""
        n = bisect_right(self.starts, at) - 1
        marked = self.doc.marked[self.outer[n]] if n >= 0 else None
        return marked if marked is not None and at < marked.end else None


def _trimmed(text: str, start: int, end: int) -> list[Range]:
    """A range from its first letter or digit to its last, in a list that is empty where there is none."""
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return [(start, end)] if start < end else []


def _has_word(text: str, start: int, end: int) -> bool:
    return any(map(str.isalnum, text[start:end]))
