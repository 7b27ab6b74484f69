"""Rules and sides keep the keys under which the weights know them.

A member that is renamed, or a key that is changed, would make the weights of that rule silently
count no more; nothing but a few chances would move.
"""

import pytest

from newsquote._quotes.model import weights
from newsquote._quotes.rules import (
    NESTED_KEY_ENDING,
    RULE_KEYS,
    SIDE_KEY_WITHOUT_SOURCE,
    SIDE_KEYS,
    Rule,
    Side,
)
from newsquote.lang import get_pack

NO_HINT = "-"
UNSEEN_RULES = {
    Rule.SIGNED,
    Rule.ANSWER,
    Rule.HEADLINE_DASH,
    Rule.NOUN,
    Rule.PARAGRAPH_BELOW,
    Rule.MARKS_ALONE,
}
"""The articles from which the weights were learned have none of these."""
KEYS = {
    "QUOTATION_BEFORE_CUE": "quotation_before_the_cue",
    "QUOTATION_BEHIND_CUE": "quotation_behind_the_cue",
    "CLAUSE_WITH_THAT": "clause_with_that",
    "CLAUSE_WITHOUT_THAT": "clause_without_that",
    "CLAUSE_OF_PRONOUN": "clause_of_a_pronoun",
    "CLAUSE_BEHIND_COLON": "clause_behind_a_colon",
    "CLAUSE_BEFORE_CUE": "clause_before_the_cue",
    "CLAUSE_OPENED_BY_MARKS": "clause_that_begins_with_marks",
    "QUESTION_CLAUSE": "question_clause",
    "INFINITIVE": "infinitive",
    "OBJECT": "object",
    "OBJECT_AND_OF": "object_and_of",
    "OBJECT_AND_FOR": "object_and_for",
    "OBJECT_AND_PREDICATE": "object_and_predicate",
    "ACCORDING_BEHIND": "C_according_to_S",
    "ACCORDING_BEFORE": "according_to_S_C",
    "TURN": "the_paragraph's_rest",
}
"""Written out once more, so that a key that is moved to another rule is noticed, too."""


@pytest.fixture(scope="module")
def known():
    """What stands behind a prefix in the weights of the joint choice, up to the next part."""
    features = weights.model_of(get_pack("en")).tables().weights["joint"]

    def values(prefix):
        found = [name.removeprefix(prefix) for name in features if name.startswith(prefix)]
        return {value.partition("|")[0] for value in found} - {NO_HINT}

    return values


def test_every_rule_and_side_has_a_key_of_its_own():
    for members, keys in ((Rule, RULE_KEYS), (Side, SIDE_KEYS)):
        assert set(keys) == set(members)
        assert len(set(keys.values())) == len(keys)
        assert not any(key.endswith(NESTED_KEY_ENDING) for key in keys.values())


def test_the_rules_that_the_weights_know_are_those_of_the_table(known):
    rules = {key.removesuffix(NESTED_KEY_ENDING) for key in known("kU=")}
    assert rules == {RULE_KEYS[rule] for rule in set(Rule) - UNSEEN_RULES}


def test_the_weights_know_rules_inside_others_statements(known):
    assert RULE_KEYS[Rule.CLAUSE_WITH_THAT] + NESTED_KEY_ENDING in known("kU=")


def test_the_sides_that_the_weights_know_are_those_of_the_table(known):
    assert known("kX=") == {*SIDE_KEYS.values(), SIDE_KEY_WITHOUT_SOURCE}


def test_no_key_has_moved_to_another_rule():
    seen = set(Rule) - UNSEEN_RULES
    assert {rule.name: RULE_KEYS[rule] for rule in seen} == KEYS
