"""What the model found and what the rules found, as one list of attributions.

In: the attributions that the model found, in bare words, and those of the rules. Out: attributions
whose pieces keep the conventions of print. Why: the model weighs which words belong together, the
rules know the exact conventions. So the model's chance decides what is taken, and the rules say
where a clause begins, who was spoken to, and who speaks in a convention that has no words to learn.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsquote._quotes.attribution import NO_CIRCUMSTANCES, Attribution, Circumstances, CueMention
from newsquote._quotes.clauses import cues
from newsquote._quotes.nesting import are_outermost
from newsquote._quotes.places import lies_within, touches, with_bracket
from newsquote._quotes.printing import PrintedPieces
from newsquote._quotes.relays import fold_relays
from newsquote._quotes.rules import (
    CLAUSELESS_RULES,
    FIRM_RULES,
    QUOTING_RULES,
    UNLEARNED_RULES,
    ChosenByModel,
    ModelCue,
    Rule,
    RulesAlone,
)
from newsquote._text.ranges import Chars
from newsquote.kinds import CueCategory, Mode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.model.finding import Found
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["merge_model_and_rules"]

# The chances were set on held-out articles.
_MIN_CHANCE_FIRM = 0.25
"""The chance from which an attribution is taken that a firm rule finds, too."""
_MIN_CHANCE_SUPPORTED = 0.38
"""The chance from which speech is taken that some rule finds, too, or that stands in marks."""
_MIN_CHANCE_ALONE = 0.6
"""The chance from which speech is taken that only the model sees."""
_MIN_CHANCE_THOUGHT = 0.28
"""The chance from which anything is taken where thoughts are asked for: there is more to find."""
_UNLEARNED_LEMMAS = frozenset(("in the words of",))
"""Lemmas of cues that have no main word from which the model could begin."""


def merge_model_and_rules(
    doc: Doc, found: Sequence[Found], ruled: Sequence[Attribution], *, thoughts: bool
) -> list[Attribution]:
    """The attributions of an article by model and rules.

    :param found: what the model found.
    :param ruled: what the rules found.
    :param thoughts: whether beliefs, intentions and feelings are asked for.
    """
    merger = _Merger(doc, ruled)
    likely = [one for one in found if merger.takes(one, thoughts=thoughts)]
    chosen = [merger.merged(one) for one in likely]
    exact = _exact(ruled, chosen)
    taken = [*exact, *_apart_from(exact, fold_relays(doc, chosen, ruled))]
    return [*taken, *_by_rules_alone(taken, ruled, merger.continuations)]


def _exact(ruled: Sequence[Attribution], chosen: Sequence[Attribution]) -> list[Attribution]:
    """The rules' attributions that win over the model's: exact conventions, and relays.

    A noun inside what somebody says is not among them: what another says there is nested.
    """
    said = sorted(piece for attribution in chosen for piece in attribution.pieces)
    found = []
    for attribution in ruled:
        relayed = attribution.circumstances.relayed_by is not None
        if not relayed and attribution.rule not in UNLEARNED_RULES:
            continue
        if attribution.rule != Rule.NOUN or not touches(said, attribution.cue_range):
            found.append(attribution)
    return found


def _apart_from(
    exact: Sequence[Attribution], chosen: Sequence[Attribution]
) -> Sequence[Attribution]:
    """The chosen attributions that say nothing about what the exact ones say."""
    if not exact:
        return chosen
    pieces = sorted(piece for attribution in exact for piece in attribution.pieces)
    return [
        attribution
        for attribution in chosen
        if not any(touches(pieces, piece) for piece in attribution.pieces)
    ]


def _by_rules_alone(
    taken: Sequence[Attribution], ruled: Sequence[Attribution], continuations: set[Chars]
) -> list[Attribution]:
    """The rules' attributions of which the model says nothing, where rules are to be trusted.

    :param continuations: the cues of those that go on where the content of another was cut.
    """
    marks = {number for attribution in taken for number in attribution.marks}
    spoken = sorted(attribution.cue.range for attribution in taken if attribution.cue is not None)
    found = []
    for attribution in ruled:
        quotes_alone = attribution.rule in QUOTING_RULES and marks.isdisjoint(attribution.marks)
        wanted = (
            quotes_alone
            or attribution.cue_range in continuations
            or attribution.lemma in _UNLEARNED_LEMMAS
        )
        known = touches(spoken, attribution.cue_range)
        if wanted and attribution.source is not None and not known:
            found.append(attribution.with_evidence(RulesAlone()))
    return found


@cache
def _phrasal_lemmas(pack: LanguagePack) -> frozenset[str]:
    """The lemmas of the verbs in several words."""
    return frozenset(verb.lemma for verb in cues.phrases(pack).values())


@cache
def _aside_words(pack: LanguagePack) -> frozenset[str]:
    """The words that begin what only follows a source."""
    return pack.words("sentence_adverbs") | pack.words("prepositions") | pack.words("time_words")


class _RuledCue(NamedTuple):
    """What a rule made of a cue, and whether it stands in no other's content."""

    attribution: Attribution
    outermost: bool


class _Merger:
    """Makes attributions of what the model found, with the rules' knowledge of print."""

    def __init__(self, doc: Doc, ruled: Sequence[Attribution]) -> None:
        self.doc, self.printed = doc, PrintedPieces(doc)
        self.verbs = cues.verbs(doc.pack)
        self.phrasal_lemmas = _phrasal_lemmas(doc.pack)
        self.conjunctions = doc.pack.closed("conjunctions")
        self.continuations: set[Chars] = set()
        """The cues of the rules' attributions that go on where a content was cut."""
        self.sources = sorted({one.source for one in ruled if one.source is not None})
        self.ruled: dict[int, _RuledCue] = {}
        """What the rules made of each token of their cues."""
        for attribution, outermost in zip(ruled, are_outermost(ruled), strict=True):
            if attribution.cue is not None:
                ruled_cue = _RuledCue(attribution, outermost)
                for token in range(*doc.tokens_in(*attribution.cue.range)):
                    self.ruled[token] = ruled_cue

    def _rule_at(self, token: int) -> Attribution | None:
        ruled = self.ruled.get(token)
        return None if ruled is None else ruled.attribution

    # ------------------------------------------------------------- what is taken

    def takes(self, found: Found, *, thoughts: bool) -> bool:
        """Whether an attribution is likely enough."""
        ruled = self.ruled.get(found.head)
        if ruled is None and self.doc.lowers[found.head] == "according":
            return False
        if ruled is not None and _is_firm(ruled):
            return found.chance >= _MIN_CHANCE_FIRM
        if thoughts:
            return found.chance >= _MIN_CHANCE_THOUGHT
        if ruled is None and found.source is None:
            return False
        if not self._is_spoken(found, ruled):
            return False
        supported = ruled is not None or any(
            self.printed.touches_marks(Chars(*content)) for content in found.contents
        )
        return found.chance >= (_MIN_CHANCE_SUPPORTED if supported else _MIN_CHANCE_ALONE)

    def _is_spoken(self, found: Found, ruled: _RuledCue | None) -> bool:
        """Whether it is no thought; of a verb in several words the model knows one word only."""
        if found.mode != Mode.THOUGHT:
            return True
        return ruled is not None and ruled.attribution.lemma in self.phrasal_lemmas

    # ------------------------------------------------------------- what is made of it

    def merged(self, found: Found) -> Attribution:
        """What the model found, as an attribution."""
        rule = self._rule_at(found.head)
        if rule is not None:
            whole = Chars(found.contents[0][0], found.contents[-1][1])
            if rule.source is not None and lies_within(whole, rule.source):
                # What is said cannot be who says it: the model took an inverted subject for it.
                return attrs.evolve(rule, mode=Mode(found.mode), chance=found.chance)
            if rule.lemma in self.phrasal_lemmas:
                # The model knows one word of the verb, which means something else alone.
                return attrs.evolve(rule, mode=Mode.SPEECH, chance=found.chance)
        return self._printed(found, rule)

    def _printed(self, found: Found, rule: Attribution | None) -> Attribution:
        doc = self.doc
        cue = self._cue(found, rule)
        pieces = self._pieces(found, rule)
        source = self._source(found, rule)
        words = doc.text[slice(*found.cue)].lower()
        evidence = (ModelCue(words), ChosenByModel(found.chance))
        return Attribution(
            pieces=pieces,
            marks=self.printed.marks_in(pieces),
            cue=cue,
            source=None if source is None else with_bracket(doc.text, source),
            circumstances=_addressee_of(rule),
            paragraph=doc.paragraph_of(cue.range.start),
            sentence=doc.sentence_of(found.head),
            mode=Mode(found.mode),
            chance=found.chance,
            rule=None if rule is None else rule.rule,
            side=None if rule is None else rule.side,
            evidence=evidence if rule is None else (*evidence, *rule.evidence),
        )

    def _cue(self, found: Found, rule: Attribution | None) -> CueMention:
        doc = self.doc
        verb = self.verbs.get(doc.lowers[found.head])
        words = doc.text[slice(*found.cue)].lower()
        if verb is not None:
            category = verb.category
        elif found.mode == Mode.THOUGHT:
            category = CueCategory.THOUGHT
        else:
            category = CueCategory.NEUTRAL
        if rule is not None and rule.cue is not None:
            polarity = rule.cue.polarity
        else:
            lemma = "" if verb is None else verb.lemma
            polarity = cues.polarity(doc.pack, lemma, words.split())
        return CueMention(
            range=Chars(*found.cue),
            lemma=words if verb is None else verb.lemma,
            category=category,
            polarity=polarity,
        )

    def _pieces(self, found: Found, rule: Attribution | None) -> tuple[Chars, ...]:
        pieces: list[Chars] = []
        for bounds in found.contents:
            content = Chars(*bounds)
            if rule is not None:
                content = self._ended(_begun(content, rule), rule)
            pieces += self.printed.pieces(content, Chars(*found.cue))
        return tuple(pieces)

    def _ended(self, content: Chars, rule: Attribution) -> Chars:
        """A content that is no clause ends before "and" with a finite cue.

        "Lee accused them of lying and said they should go" is two attributions.
        """
        ruled = rule.pieces[0]
        if rule.rule not in CLAUSELESS_RULES:
            return content
        if ruled.start != content.start or ruled.end > content.end:
            return content
        following = self._cue_behind_and(self.doc.token_at(ruled.end))
        if following is None or following.cue is None:
            return content
        self.continuations.add(following.cue.range)
        return Chars(content.start, ruled.end)

    def _cue_behind_and(self, k: int) -> Attribution | None:
        """What a rule made of the cue behind a comma and a conjunction at ``k``."""
        doc = self.doc
        while k < len(doc.words):
            if doc.words[k] != "," and doc.lowers[k] not in self.conjunctions:
                break
            k += 1
        return self._rule_at(k) if doc.lowers[k - 1] in self.conjunctions else None

    def _source(self, found: Found, rule: Attribution | None) -> Chars | None:
        """The source without what only follows it.

        That is an aside ("Lee, by contrast, said"; "said Lee, adding that") or another source
        ("said Lee, and Ek said").
        """
        if found.source is None:
            return None
        source = Chars(*found.source)
        shorter = None if rule is None else rule.source
        if shorter is None or shorter.start != source.start or shorter.end >= source.end:
            return source
        rest = Chars(shorter.end, source.end)
        if self._is_aside(shorter.end) or touches(self.sources, rest):
            return shorter
        return source

    def _is_aside(self, end: int) -> bool:
        """Whether a comma and what begins an aside stand behind an offset."""
        doc = self.doc
        comma = doc.token_at(end)
        if doc.words[comma] != ",":
            return False
        word = doc.lowers[comma + 1]
        verb = self.verbs.get(word)
        return word in _aside_words(doc.pack) or (verb is not None and verb.form == "ing")


def _is_firm(ruled: _RuledCue) -> bool:
    """Whether a rule that is nearly always right names a source and a content of its own."""
    attribution = ruled.attribution
    return ruled.outermost and attribution.source is not None and attribution.rule in FIRM_RULES


def _begun(content: Chars, rule: Attribution) -> Chars:
    """A content behind a cue begins at its "that", not at the addressee before it."""
    start = rule.pieces[0].start
    if rule.rule != Rule.CLAUSE_WITH_THAT or not content.start < start < content.end:
        return content
    return Chars(start, content.end)


def _addressee_of(rule: Attribution | None) -> Circumstances:
    if rule is None or rule.circumstances.addressee is None:
        return NO_CIRCUMSTANCES
    return Circumstances(addressee=rule.circumstances.addressee)
