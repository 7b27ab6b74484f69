"""Blocks of weights: what is laid side by side and added is the sum of what each says of each
token."""

from hypothesis import given
from hypothesis import strategies as st

from newsquote._quotes.model.blocks import AROUND, BIAS, LABELS, SLOTS, block_of, laid, scores_in

WEIGHT = st.integers(min_value=-(1 << 20), max_value=1 << 20)
TOKENS = st.lists(
    st.lists(WEIGHT, min_size=len(LABELS), max_size=len(LABELS)), min_size=1, max_size=30
)
OVER_EACH = [
    ("words", 0, 1),
    ("twos", AROUND - 1, 1),
    ("threes", AROUND, 1),
    ("pairs", AROUND, 5),
    ("states", 2 * AROUND, 3),
]
"""What lies over the tokens: the kind, the slot of the first block, how often."""


def packed(numbers):
    return sum(number << (32 * label) for label, number in enumerate(numbers))


@given(TOKENS)
def test_scores_are_the_sums_of_all_that_is_laid(weights):
    """Every kind says the same of each of its slots: the weights of the token at which the block
    stands."""
    padded = [[0] * len(LABELS)] * AROUND + weights + [[0] * len(LABELS)] * AROUND
    total, expected = 0, [[0] * len(LABELS) for _ in range(len(padded) + 2 * AROUND)]
    for kind, first, times in OVER_EACH:
        over = weights if kind == "states" else padded
        for time in range(times):
            found = []
            for at, numbers in enumerate(over):
                number = sum(
                    packed(numbers) << (32 * len(LABELS) * slot) for slot in range(SLOTS[kind])
                )
                bias = BIAS if kind == "states" and not time else 0
                found.append(block_of(number + bias, SLOTS[kind]))
                for slot in range(SLOTS[kind]):
                    where = expected[at + first + slot]
                    where[:] = [one + two for one, two in zip(where, numbers, strict=True)]
            total += laid(found, SLOTS[kind], first)
    inner = expected[2 * AROUND : len(expected) - 2 * AROUND]
    assert scores_in(total, len(padded)).tolist() == [
        number for numbers in inner for number in numbers
    ]
