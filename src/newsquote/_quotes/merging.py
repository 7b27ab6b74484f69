"""What the model found and what the rules found, as one list of attributions.

In: the attributions that the model found, in bare words, and those of the rules. Out: attributions
whose pieces keep the conventions of print. Why: the model weighs which words belong together, the
rules know the exact conventions. So the model's chance decides what is taken, and the rules say
where a clause begins, who was spoken to, and who speaks in a convention that has no words to learn.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from newsquote._quotes.clauses import cues, frames
from newsquote._quotes.clauses.capitals import is_name_part
from newsquote._quotes.completing import Completer, phrasal_lemmas
from newsquote._quotes.places import touches
from newsquote._quotes.printing import PrintedPieces
from newsquote._quotes.relays import fold_relays
from newsquote._quotes.ruled_cues import ruled_cues
from newsquote._quotes.rules import QUOTING_RULES, UNLEARNED_RULES, Rule, Step
from newsquote._text.ranges import Chars
from newsquote.kinds import Mode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.attribution import Attribution
    from newsquote._quotes.model.finding import ModelAttribution
    from newsquote._quotes.ruled_cues import RuledCue
    from newsquote._text.doc import Doc

__all__ = ["merge_model_and_rules"]

# The chances were set on held-out articles.
_MIN_CHANCE_FIRM = 0.25
"""The chance from which an attribution is taken that a firm rule finds, too."""
_MIN_CHANCE_SUPPORTED = 0.38
"""The chance from which speech is taken that some rule finds, too, or that stands in marks."""
_MIN_CHANCE_ALONE = 0.6
"""The chance from which speech is taken that only the model sees."""
_MIN_CHANCE_CLAUSE = 0.48
"""The same for a clause behind a plain verb of saying."""
_MIN_CHANCE_THOUGHT = 0.28
"""The chance from which anything is taken where thoughts are asked for: there is more to find."""
_NEVER = math.inf
_UNLEARNED_LEMMAS = frozenset(("in the words of",))
"""Lemmas of cues that have no main word from which the model could begin."""


def merge_model_and_rules(
    doc: Doc,
    found: Sequence[ModelAttribution],
    ruled: Sequence[Attribution],
    outermost: Sequence[bool],
    *,
    thoughts: bool,
) -> list[Attribution]:
    """The attributions of an article by model and rules.

    :param found: what the model found.
    :param ruled: what the rules found.
    :param outermost: for each of these whether its cue stands in no other's content.
    :param thoughts: whether beliefs, intentions and feelings are asked for.
    """
    printed = PrintedPieces(doc)
    ruled_at = ruled_cues(doc, ruled, outermost)
    completer = Completer(doc, printed, ruled, ruled_at)
    chosen = [
        completer.attribution(one)
        for one in found
        if one.chance >= _min_chance(doc, one, ruled_at.get(one.head), printed, thoughts=thoughts)
    ]
    exact = _exact(ruled, chosen)
    taken = [*exact, *_apart_from(exact, fold_relays(doc, chosen, ruled))]
    return [*taken, *_by_rules_alone(taken, ruled, completer.continuations)]


def _min_chance(
    doc: Doc,
    found: ModelAttribution,
    ruled: RuledCue | None,
    printed: PrintedPieces,
    *,
    thoughts: bool,
) -> float:
    """How likely it must be to be taken.

    :param ruled: what a rule made of the same cue.
    """
    if _is_impossible(doc, found, ruled):
        return _NEVER
    if ruled is not None and ruled.is_firm:
        return _MIN_CHANCE_FIRM
    if thoughts:
        return _MIN_CHANCE_THOUGHT
    if ruled is None and found.source is None:
        return _NEVER
    if found.mode == Mode.THOUGHT and not _is_phrasal(doc, ruled):
        return _NEVER
    if ruled is not None:
        return _MIN_CHANCE_SUPPORTED
    contents = [Chars(*content) for content in found.contents]
    in_marks = any(map(printed.touches_marks, contents))
    if in_marks:
        return _MIN_CHANCE_SUPPORTED
    return _MIN_CHANCE_CLAUSE if _says_clause(doc, found) else _MIN_CHANCE_ALONE


def _says_clause(doc: Doc, found: ModelAttribution) -> bool:
    """Whether a plain verb of saying stands before a clause, which has a verb of its own."""
    verb = cues.verbs(doc.pack).get(doc.lowers[found.head])
    if verb is None or verb.form == "ing" or frames.AMBIGUOUS in verb.frames:
        return False
    i, j = doc.tokens_in(*found.contents[-1])
    return not doc.pack.words("auxiliaries").isdisjoint(doc.lowers[i:j])


def _is_impossible(doc: Doc, found: ModelAttribution, ruled: RuledCue | None) -> bool:
    """Whether the cue attributes nothing without a rule's word, or the source is nobody."""
    if found.source is not None and _is_day(doc, found.source):
        return True
    return ruled is None and (
        doc.lowers[found.head] == "according" or is_name_part(doc, found.head)
    )


def _is_day(doc: Doc, source: Chars) -> bool:
    """Whether a source is the day of what is cited: "Your report (March 2) says"."""
    i, j = doc.tokens_in(*source)
    months, weekdays = doc.pack.words("months"), doc.pack.words("weekdays")
    return all(word.isdecimal() or word in months or word in weekdays for word in doc.lowers[i:j])


def _is_phrasal(doc: Doc, ruled: RuledCue | None) -> bool:
    """Whether a cue is a verb in several words, of which the model knows only one."""
    if ruled is None:
        return False
    return ruled.attribution.lemma in phrasal_lemmas(doc.pack)


def _exact(ruled: Sequence[Attribution], chosen: Sequence[Attribution]) -> list[Attribution]:
    """The rules' attributions that win over the model's: exact conventions, and relays.

    A noun inside what somebody says is not among them: what another says there is nested.
    """
    said = _pieces_in_order(chosen)
    found = []
    for attribution in ruled:
        is_relayed = attribution.circumstances.relayed_by is not None
        if not is_relayed and attribution.rule not in UNLEARNED_RULES:
            continue
        is_noun = attribution.rule == Rule.NOUN
        if not is_noun or not touches(said, attribution.cue_range):
            found.append(attribution)
    return found


def _pieces_in_order(attributions: Sequence[Attribution]) -> list[Chars]:
    return sorted(piece for attribution in attributions for piece in attribution.pieces)


def _apart_from(
    exact: Sequence[Attribution], chosen: Sequence[Attribution]
) -> Sequence[Attribution]:
    """The chosen attributions that say nothing about what the exact ones say."""
    if not exact:
        return chosen
    exact_pieces = _pieces_in_order(exact)
    return [one for one in chosen if not _overlaps(one, exact_pieces)]


def _overlaps(attribution: Attribution, pieces: Sequence[Chars]) -> bool:
    """Whether a content overlaps one of some sorted pieces."""
    return any(touches(pieces, piece) for piece in attribution.pieces)


def _by_rules_alone(
    taken: Sequence[Attribution], ruled: Sequence[Attribution], continuations: set[Chars]
) -> list[Attribution]:
    """The rules' attributions of which the model says nothing, where rules are to be trusted.

    :param continuations: the cues of those that go on where the content of another was cut.
    """
    marks: set[int] = set()
    spoken = []
    for attribution in taken:
        marks.update(attribution.marks)
        if attribution.cue is not None:
            spoken.append(attribution.cue.range)
    spoken.sort()
    found = []
    for attribution in ruled:
        cue = attribution.cue_range
        quotes = attribution.rule in QUOTING_RULES and marks.isdisjoint(attribution.marks)
        trusted = quotes or cue in continuations or attribution.lemma in _UNLEARNED_LEMMAS
        if trusted and attribution.source is not None and not touches(spoken, cue):
            found.append(attribution.with_evidence(Step.TAKEN_FROM_RULES))
    return found
