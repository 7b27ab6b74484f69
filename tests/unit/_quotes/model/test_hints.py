"""How a candidate agrees with a hint."""

import pytest

from newsquote._quotes.model import hints


@pytest.mark.parametrize(
    ("hinted", "found", "agreement"),
    [
        (None, (1, 2), "n"),
        ((3, 7), (3, 7), "="),
        ((3, 7), (3, 9), "s"),
        ((3, 7), (3, 5), "s"),
        ((3, 7), (1, 7), "e"),
        ((3, 7), (4, 6), "o"),
        ((3, 7), (1, 4), "o"),
        ((3, 7), (6, 9), "o"),
        ((3, 7), (1, 3), "x"),
        ((3, 7), (7, 9), "x"),
        ((3, 7), (8, 9), "x"),
    ],
)
def test_how_a_range_agrees_with_the_rules(hinted, found, agreement):
    assert hints.agreement(hinted, *found) == agreement
