"""How sure quotes are: the table, and what lies between its numbers."""

from __future__ import annotations

import itertools

import pytest

from newsquote._quotes.attribution import Attribution
from newsquote._quotes.confidence import (
    CHANCES,
    NO_SOURCE,
    OTHER_RULE,
    SHARES_ARE,
    confidence_of,
    rule_name,
)
from newsquote._quotes.rules import Rule
from newsquote._text.ranges import Chars
from newsquote.lang import get_pack
from newsquote.lang.weights import read_weights

PACK = get_pack("en")
SOURCE = Chars(0, 3)


def made(
    *, chance: float | None = None, rule: Rule | None = None, source: Chars | None = SOURCE
) -> Attribution:
    return Attribution(pieces=(Chars(9, 20),), paragraph=0, chance=chance, rule=rule, source=source)


def sure(chance: float) -> float:
    return confidence_of(PACK, made(chance=chance))


def test_the_table_has_a_share_for_every_chance_and_for_rules_that_are_there() -> None:
    table = read_weights(PACK, "confidence.tsv")
    rules = {rule.name.lower() for rule in Rule} | {NO_SOURCE, OTHER_RULE}
    names = {f"chance {chance}" for chance in CHANCES} | {f"rule {rule}" for rule in rules}
    assert {f"chance {chance}" for chance in CHANCES} <= set(table)
    assert f"rule {OTHER_RULE}" in table
    assert set(table) <= names
    assert all(0 <= share <= SHARES_ARE for share in table.values())


def test_a_likelier_quote_is_as_sure_at_least() -> None:
    found = [sure(chance / 100) for chance in range(101)]
    assert all(low <= high for low, high in itertools.pairwise(found))
    assert found[-1] > found[20]


def test_between_two_chances_of_the_table_the_share_is_between_theirs() -> None:
    for low, high in itertools.pairwise(CHANCES):
        middle = (sure(low) + sure(high)) / 2
        assert sure((low + high) / 2) == pytest.approx(middle, abs=0.0011)


def test_below_the_first_chance_the_share_is_the_first() -> None:
    assert sure(0.0) == sure(CHANCES[0])


def test_a_quote_that_only_a_rule_found_is_as_sure_as_others_of_that_rule() -> None:
    table = read_weights(PACK, "confidence.tsv")
    found = made(rule=Rule.QUOTATION_BEFORE_CUE)
    assert confidence_of(PACK, found) == table["rule quotation_before_cue"] / SHARES_ARE


def test_without_a_source_or_a_rule_there_is_a_name_of_its_own() -> None:
    assert rule_name(made(rule=Rule.TURN, source=None)) == NO_SOURCE
    assert rule_name(made()) == OTHER_RULE
    assert rule_name(made(rule=Rule.TURN)) == "turn"
