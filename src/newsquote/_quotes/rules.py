"""What finds an attribution, by name, and what is remembered of it.

In: nothing. Out: an enum member for each rule, each side of a source, each convention and each
later step; the tables by which the weights know rules and sides; the evidence that an attribution
carries. Why: a rule is compared, explained and weighed in many files. All of them name
the member, only the tables here say under which key its weights stand, and only ``_evidence`` says
in words what a piece of evidence means.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple, TypeAlias

__all__ = [
    "CLAUSELESS_RULES",
    "FIRM_RULES",
    "NESTED_KEY_ENDING",
    "NESTING_RULES",
    "QUOTING_RULES",
    "RULE_KEYS",
    "RULE_KEY_WITHOUT_CONTENT",
    "SIDE_KEYS",
    "SIDE_KEY_WITHOUT_SOURCE",
    "UNLEARNED_RULES",
    "WEAK_CUE_RULES",
    "WHOLE_RULES",
    "Convention",
    "CueFound",
    "Evidence",
    "ModelChoice",
    "NounFound",
    "Rule",
    "Side",
    "Step",
]


class _Name(Enum):
    """A name that is looked up in sets and tables for every cue."""

    __hash__ = object.__hash__
    """As members are single; that of ``Enum`` runs Python code."""


class Rule(_Name):
    """What found the content of an attribution."""

    QUOTATION_BEFORE_CUE = auto()
    QUOTATION_BEHIND_CUE = auto()
    CLAUSE_WITH_THAT = auto()
    CLAUSE_WITHOUT_THAT = auto()
    CLAUSE_OF_PRONOUN = auto()
    CLAUSE_BEHIND_COLON = auto()
    CLAUSE_BEFORE_CUE = auto()
    CLAUSE_OPENED_BY_MARKS = auto()
    QUESTION_CLAUSE = auto()
    INFINITIVE = auto()
    OBJECT = auto()
    OBJECT_AND_OF = auto()
    OBJECT_AND_FOR = auto()
    OBJECT_AND_PREDICATE = auto()
    ACCORDING_BEHIND = auto()
    """C, according to S."""
    ACCORDING_BEFORE = auto()
    """According to S, C."""
    TURN = auto()
    """The rest of a paragraph that begins with its speaker."""
    ANSWER = auto()
    """The paragraphs below a question, and those of a letter."""
    SIGNED = auto()
    """A quotation with a signature behind it."""
    HEADLINE_DASH = auto()
    """What stands before the dash and the source of a headline."""
    NOUN = auto()
    """What a noun such as "claim" says."""
    PARAGRAPH_BELOW = auto()
    """The paragraph below a cue and a colon."""
    MARKS_ALONE = auto()
    """Quotation marks in a text whose language is not known."""


class Side(_Name):
    """Where a source stands, seen from its cue."""

    LEFT = auto()
    RIGHT = auto()
    SHARED = auto()
    """It is the subject of an earlier verb."""
    RELATIVE = auto()
    """It is the relative pronoun before the cue."""
    NONE = auto()


class Convention(Enum):
    """A convention of print that names who speaks without a clause."""

    COLON_BEHIND_NAME = auto()
    COLON_AT_PARAGRAPH_END = auto()
    DASH_BEFORE_NAME = auto()
    DASH_IN_HEADLINE = auto()
    QUESTION_ABOVE = auto()
    NAME_BELOW_LETTER = auto()
    WHOLE_QUOTATION = auto()
    """Whole sentences in marks, beside a label or a sentence that tells of somebody."""
    REFUSAL = auto()
    """The fixed shapes in which articles say that somebody did not speak."""


class Step(Enum):
    """What was done with an attribution once it was found."""

    TAKEN_FROM_RULES = auto()
    """The rules found it, and the model did not."""
    RELAYED_AS_SAYING = auto()
    """Somebody else passed it on: "quoted as saying"."""
    RELAYED_ACCORDING_TO = auto()
    """Somebody else passed it on, behind "according to"."""
    JOINED = auto()
    """A quotation without a cue of its own was added to the content."""
    JOINED_FROM_OTHER_PARAGRAPH = auto()
    """The same, from a paragraph in which nobody is told to speak."""
    NESTED = auto()
    """It stands inside another's statement."""


# --------------------------------------------------------------------- keys of weights

RULE_KEYS = {
    Rule.QUOTATION_BEFORE_CUE: "quotation_before_the_cue",
    Rule.QUOTATION_BEHIND_CUE: "quotation_behind_the_cue",
    Rule.CLAUSE_WITH_THAT: "clause_with_that",
    Rule.CLAUSE_WITHOUT_THAT: "clause_without_that",
    Rule.CLAUSE_OF_PRONOUN: "clause_of_a_pronoun",
    Rule.CLAUSE_BEHIND_COLON: "clause_behind_a_colon",
    Rule.CLAUSE_BEFORE_CUE: "clause_before_the_cue",
    Rule.CLAUSE_OPENED_BY_MARKS: "clause_that_begins_with_marks",
    Rule.QUESTION_CLAUSE: "question_clause",
    Rule.INFINITIVE: "infinitive",
    Rule.OBJECT: "object",
    Rule.OBJECT_AND_OF: "object_and_of",
    Rule.OBJECT_AND_FOR: "object_and_for",
    Rule.OBJECT_AND_PREDICATE: "object_and_predicate",
    Rule.ACCORDING_BEHIND: "C_according_to_S",
    Rule.ACCORDING_BEFORE: "according_to_S_C",
    Rule.TURN: "the_paragraph's_rest",
    Rule.ANSWER: "the_paragraphs_below_a_question_or_above_a_name",
    Rule.SIGNED: "the_quotation_it_signs",
    Rule.HEADLINE_DASH: "what_stands_before_it",
    Rule.NOUN: "what_the_noun_says",
    Rule.PARAGRAPH_BELOW: "the_paragraph_below",
    Rule.MARKS_ALONE: "quotation_marks_in_a_language_that_is_not_known",
}
"""The keys under which the weights know the rules. A key changes only together with the weights."""
SIDE_KEYS = {
    Side.LEFT: "left",
    Side.RIGHT: "right",
    Side.SHARED: "shared",
    Side.RELATIVE: "relative",
    Side.NONE: "none",
}
"""The same for the sides."""
RULE_KEY_WITHOUT_CONTENT = SIDE_KEY_WITHOUT_SOURCE = "turn"
"""The key where a convention tells the content or the source, and no clause around a cue does."""

NESTED_KEY_ENDING = "_nested"
"""Behind the key of a rule whose cue stands in another's content."""

# --------------------------------------------------------------------- sets of rules

QUOTING_RULES = frozenset((Rule.QUOTATION_BEFORE_CUE, Rule.QUOTATION_BEHIND_CUE))
"""The content is a quotation right beside its cue."""
WEAK_CUE_RULES = QUOTING_RULES | {
    Rule.CLAUSE_OF_PRONOUN,
    Rule.CLAUSE_WITH_THAT,
    Rule.CLAUSE_BEHIND_COLON,
    Rule.QUESTION_CLAUSE,
}
"""These show that a verb with other frequent senses is meant as a verb of saying."""
NESTING_RULES = WEAK_CUE_RULES | {
    Rule.CLAUSE_WITHOUT_THAT,
    Rule.INFINITIVE,
    Rule.OBJECT_AND_OF,
    Rule.OBJECT_AND_PREDICATE,
}
"""These tell a statement inside another's statement."""
FIRM_RULES = QUOTING_RULES | {
    Rule.CLAUSE_WITH_THAT,
    Rule.CLAUSE_OF_PRONOUN,
    Rule.CLAUSE_BEFORE_CUE,
    Rule.ACCORDING_BEHIND,
    Rule.ACCORDING_BEFORE,
    Rule.QUESTION_CLAUSE,
}
"""What these find, too, is taken although the model gives it a low chance."""
UNLEARNED_RULES = frozenset((Rule.TURN, Rule.SIGNED, Rule.ANSWER, Rule.NOUN, Rule.HEADLINE_DASH))
"""Conventions of print that have no words from which a model could learn them."""
WHOLE_RULES = frozenset((Rule.TURN, Rule.SIGNED, Rule.ANSWER))
"""What these find is whole: no quotation without a cue goes on with it."""
CLAUSELESS_RULES = frozenset(
    (Rule.OBJECT, Rule.OBJECT_AND_OF, Rule.OBJECT_AND_FOR, Rule.INFINITIVE)
)
"""The content is no clause, so a finite verb behind "and" does not belong to it."""

# --------------------------------------------------------------------- evidence


class CueFound(NamedTuple):
    """A verb, or "according to", that may mark an attribution, and how it stands in its clause."""

    lemma: str
    build: str


class NounFound(NamedTuple):
    """A noun of saying, such as "claim"."""

    lemma: str


class ModelChoice(NamedTuple):
    """The words that the model takes for the cue, and its chance that this is an attribution."""

    words: str
    chance: float


Evidence: TypeAlias = CueFound | NounFound | ModelChoice | Convention | Side | Rule | Step
"""One reason for which an attribution is what it is; an attribution has them in order of work.

A convention stands for a cue, a side says where the source was found, a rule what found the
content, and a step what was done with all of it.
"""
