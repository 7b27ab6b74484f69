"""Evidence, in words.

In: the evidence that a room keeps of what it found. Out: lines for each piece of it. Why: rooms
compare and weigh evidence as types and enum members. Only here is it put into words, so that nobody
takes a wording for a fact, and a wording can change without a change of results.

A new kind of evidence is a class in its room, a member of its union there, and a case here; the
type checker says where one is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._names.how import HOW_TEXTS
from newsquote._page.verdicts import VERDICT_TEXTS
from newsquote._quotes.rules import (
    Convention,
    CueFound,
    ModelChoice,
    NounFound,
    Rule,
    Side,
    Step,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote._names.records import Resolution
    from newsquote._page.records import BlockRecord
    from newsquote._page.verdicts import Verdict
    from newsquote._page.weighed import Weighed
    from newsquote._quotes.rules import Evidence

__all__ = [
    "CONVENTION_TEXTS",
    "RULE_TEXTS",
    "SIDE_TEXTS",
    "STEP_TEXTS",
    "block_lines",
    "evidence_lines",
    "resolution_lines",
]

RULE_TEXTS = {
    Rule.QUOTATION_BEFORE_CUE: "quotation before the cue",
    Rule.QUOTATION_BEHIND_CUE: "quotation behind the cue",
    Rule.CLAUSE_WITH_THAT: "clause with that",
    Rule.CLAUSE_WITHOUT_THAT: "clause without that",
    Rule.CLAUSE_OF_PRONOUN: "clause of a pronoun",
    Rule.CLAUSE_BEHIND_COLON: "clause behind a colon",
    Rule.CLAUSE_BEFORE_CUE: "clause before the cue",
    Rule.CLAUSE_OPENED_BY_MARKS: "clause that begins with marks",
    Rule.QUESTION_CLAUSE: "question clause",
    Rule.INFINITIVE: "infinitive",
    Rule.OBJECT: "object",
    Rule.OBJECT_AND_OF: "object and of",
    Rule.OBJECT_AND_FOR: "object and for",
    Rule.OBJECT_AND_PREDICATE: "object and predicate",
    Rule.ACCORDING_BEHIND: "C, according to S",
    Rule.ACCORDING_BEFORE: "according to S, C",
    Rule.TURN: "the paragraph's rest",
    Rule.SIGNED: "the quotation it signs",
    Rule.ANSWER: "the paragraphs below a question, or above a name",
    Rule.HEADLINE_DASH: "what stands before it",
    Rule.NOUN: "what the noun says",
    Rule.PARAGRAPH_BELOW: "the paragraph below",
    Rule.MARKS_ALONE: "quotation marks in a language that is not known",
}
SIDE_TEXTS = {
    Side.LEFT: "left",
    Side.RIGHT: "right",
    Side.SHARED: "shared",
    Side.RELATIVE: "relative",
    Side.NONE: "none",
}
CONVENTION_TEXTS = {
    Convention.COLON_BEHIND_NAME: "colon behind a name",
    Convention.COLON_AT_PARAGRAPH_END: "colon at a paragraph's end",
    Convention.DASH_BEFORE_NAME: "dash before a name",
    Convention.DASH_IN_HEADLINE: "dash in a headline",
    Convention.QUESTION_ABOVE: "a question above",
    Convention.NAME_BELOW_LETTER: "a name below a letter",
    Convention.WHOLE_QUOTATION: "whole sentences in quotation marks",
    Convention.REFUSAL: "a refusal to speak",
}
STEP_TEXTS = {
    Step.TAKEN_FROM_RULES: "the rules alone",
    Step.RELAYED_AS_SAYING: "relay: quoted as saying",
    Step.RELAYED_ACCORDING_TO: "relay: according to",
    Step.JOINED: "joined: goes on",
    Step.JOINED_FROM_OTHER_PARAGRAPH: "joined: goes on in another paragraph",
    Step.NESTED: "nested in another's statement",
}

_POINTS = 100
"""Points of a line's weights in a logit."""


def evidence_lines(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """A line or two for each piece of evidence, in their order."""
    lines: list[str] = []
    for one in evidence:
        lines += _lines_of(one)
    return tuple(lines)


def _lines_of(evidence: Evidence) -> list[str]:
    match evidence:
        case ModelChoice(words, chance):
            return [f"cue: {words}", f"chosen by the model, chance {chance:.2f}"]
        case CueFound(lemma, build):
            return [f"cue: {lemma}, {build}"]
        case NounFound(lemma):
            return [f"cue: {lemma}, a noun"]
        case Convention():
            return [f"cue: {CONVENTION_TEXTS[evidence]}"]
        case Side():
            return [f"source: {SIDE_TEXTS[evidence]}"]
        case Rule():
            return [f"content: {RULE_TEXTS[evidence]}"]
        case Step():
            return [STEP_TEXTS[evidence]]


def resolution_lines(resolution: Resolution, text: str) -> tuple[str, ...]:
    """Why a mention means whom it means: the way, and who else was considered.

    :param text: the article's text, in which the mention stands.
    """
    mention = text[slice(*resolution.mention)]
    how = f"“{mention}” at {resolution.mention.start}: {HOW_TEXTS[resolution.how]}"
    if resolution.sureness is not None:
        how += f", sure to {resolution.sureness:.2f}"
    if resolution.score is not None:
        how += f", score {resolution.score:.2f}"
    return (how, *(f"considered: {_rival_text(*rival)}" for rival in resolution.rivals))


def _rival_text(name: str, score: float | None) -> str:
    return name if score is None else f"{name}, score {score:.2f}"


def block_lines(record: BlockRecord, text: str) -> tuple[str, ...]:
    """Why a block has its role, and what it was taken for before.

    :param text: the article's text, in which the block stands.
    """
    lines = (*_verdict_lines(record.verdict, text), *_weighed_lines(record.weighed))
    if record.overruled is None:
        return lines
    before = [f"before: {line}" for line in _verdict_lines(record.overruled, text)]
    return (*lines, *before)


def _weighed_lines(weighed: Weighed | None) -> tuple[str, ...]:
    """How much speaks for what a line most likely is, and for what comes next, in logits."""
    if weighed is None:
        return ()
    line = f"weighed: {weighed.state.label.value} {weighed.points / _POINTS:.2f}"
    if weighed.next_label is not None:
        line += f", {weighed.next_label.value} {weighed.next_points / _POINTS:.2f}"
    return (line,)


def _verdict_lines(verdict: Verdict, text: str) -> tuple[str, ...]:
    judge, sign = VERDICT_TEXTS[verdict.judge], VERDICT_TEXTS[verdict.why]
    if verdict.told_by is not None:
        sign = f"{sign} “{text[slice(*verdict.told_by)]}”"
    return (f"{verdict.role.value}: {judge}", sign)
