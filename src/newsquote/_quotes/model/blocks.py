"""Weights of several tokens and labels, added as one long number.

In: weights in blocks of bytes. Out: the scores of tokens. Why: a combination of words, classes or
signs has a weight for each of several tokens and labels, and all of them are added at once.

A block has a slot for each token that it has weights for, and a slot a field for each label. Blocks
of tokens that follow each other are joined and read as one long number; the sum of such numbers
holds the scores of all the tokens.
"""

from __future__ import annotations

import sys
from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "AROUND",
    "BIAS",
    "LABELS",
    "LEADS",
    "SLOTS",
    "Blocks",
    "block_of",
    "block_width",
    "field_at",
    "laid",
    "numbers_in",
    "scores_in",
]

LABELS = ("head", "source_start", "source_end", "content_start", "content_end")
SLOTS = {"words": 7, "states": 1, "pairs": 2, "twos": 4, "threes": 3}
"""Slots in a block of each kind: words, a token's states, two words, two classes, three classes."""
LEADS = {"words": 3, "states": 0, "pairs": 0, "twos": 1, "threes": 0}
"""Slots of a block before the first word of its combination."""
AROUND = 3
"""TokenRange on each side of a token that have a say in its scores."""
_FIELD = 32
"""Bits of a field."""
_SLOT = _FIELD * len(LABELS)
_LARGEST = 26
"""No combination's weights need more bits than this."""

Blocks = dict[str, dict[str, dict[str, bytes]]]
"""By kind, by all parts of a combination but one, by that one."""


def field_at(slot: int, label: int, number: int) -> int:
    """A number in the field of a label in a slot."""
    return number << (_SLOT * slot + _FIELD * label)


def _repeated(number: int, slots: int) -> int:
    """A number in every field."""
    fields = slots * len(LABELS)
    return int.from_bytes(number.to_bytes(_FIELD // 8, "little") * fields, "little")


_ABOVE = {slots: _repeated(1 << _LARGEST, slots) for slots in SLOTS.values()}
"""Added to every block, so that no field is below zero."""


def block_of(number: int, slots: int) -> bytes:
    """The block of a number with so many slots."""
    return (number + _ABOVE[slots]).to_bytes(slots * _SLOT // 8, "little")


_PAIR_TEMPLATES = 5
_STATES = 3
_OVER_EACH = (
    SLOTS["words"]
    + SLOTS["twos"]
    + SLOTS["threes"]
    + _PAIR_TEMPLATES * SLOTS["pairs"]
    + _STATES * SLOTS["states"]
)
"""Blocks that lie over each slot."""
BIAS = _repeated((1 << (_FIELD - 1)) - (_OVER_EACH << _LARGEST), 1)
"""Added to a token's place, so that all that was added to it is the highest bit of each field."""


def block_width(kind: str) -> int:
    """Bytes in a block of a kind."""
    return SLOTS[kind] * _SLOT // 8


def numbers_in(blocks: Mapping[str, bytes], slots: int) -> dict[str, int]:
    """The numbers of which blocks were made."""
    above = _ABOVE[slots]
    number_in = int.from_bytes
    return {key: number_in(block, "little") - above for key, block in blocks.items()}


def laid(blocks: Iterable[bytes], slots: int, first: int) -> int:
    """The sum of blocks: the first laid on a slot, each other one slot behind the one before it."""
    listed = list(blocks)
    return sum(
        [
            int.from_bytes(b"".join(listed[start::slots]), "little") << (_SLOT * (first + start))
            for start in range(slots)
        ]
    )


def scores_in(total: int, tokens: int) -> array[int]:
    """The labels' numbers of tokens, one after the other.

    :param total: the sum of all that was laid over ``tokens``; the first three and the last
        three of them, which only stand around the others, are left out.
    """
    # Without its highest bit, which is all that was added to it, a field is a signed number.
    slots = tokens + 2 * AROUND
    highest_bits = _repeated(1 << (_FIELD - 1), slots)
    fields = (total ^ highest_bits).to_bytes(slots * _SLOT // 8, "little")
    numbers = array("i")
    numbers.frombytes(fields[2 * AROUND * _SLOT // 8 : tokens * _SLOT // 8])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
