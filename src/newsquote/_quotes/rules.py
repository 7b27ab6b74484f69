"""The rules that find a content, by name.

In: nothing. Out: an enum member for each rule and for each side of a source, and the table by which the weights know them. Why: a rule is
compared, explained and weighed in many files; each of them names the member, and only this table says under which key its weights stand.
"""

from __future__ import annotations

from enum import Enum, auto

__all__ = ["RULE_KEYS", "RULE_TEXTS", "SIDE_KEYS", "Rule", "Side"]


class Rule(Enum):
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


class Side(Enum):
    """Where a source stands, seen from its cue."""

    LEFT = auto()
    RIGHT = auto()
    SHARED = auto()
    """It is the subject of an earlier verb."""
    RELATIVE = auto()
    """It is the relative pronoun before the cue."""
    NONE = auto()


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
"""What people are told of a rule."""
