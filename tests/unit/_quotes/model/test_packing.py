"""Weights by key as blocks."""

import pytest

from newsquote._quotes.model.blocks import SLOTS, block_of
from newsquote._quotes.model.packing import blocks_of


def test_a_feature_speaks_of_the_token_that_its_number_says():
    found = blocks_of(
        {
            "w-3=old": [1, 0, 0, 0, 0],
            "w3=old": [0, 2, 0, 0, 0],
            "1": [0, 0, 0, 0, 3],
            "R1=DT|said": [4, 0, 0, 0, 0],
        }
    )
    assert found["words"][""]["w=old"] == block_of((1 << (32 * 5 * 6)) + (2 << 32), SLOTS["words"])
    assert found["words"][""]["1"] == block_of(3 << (32 * (5 * 3 + 4)), SLOTS["words"])
    assert found["pairs"] == {"R said": {"DT": block_of(4 << (32 * 5), SLOTS["pairs"])}}


def test_the_sign_between_two_classes_may_be_one_of_them():
    found = blocks_of({"p0=||DT": [1, 0, 0, 0, 0], "t1=DT|||IN": [1, 0, 0, 0, 0]})
    assert list(found["twos"]) == ["|"]
    assert list(found["threes"]) == ["DT |"]


@pytest.mark.parametrize("name", ["", "?=said", "p1=DT", "t0=DT|IN"])
def test_what_is_no_feature_is_refused(name):
    with pytest.raises(ValueError, match="no feature's name"):
        blocks_of({name: [1, 0, 0, 0, 0]})
