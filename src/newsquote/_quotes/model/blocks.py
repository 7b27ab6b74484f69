"""What features say of tokens, as blocks of bytes that are laid side by side and added.

In: weights by feature. Out: blocks; the scores of tokens from blocks. Why: a combination of words, classes or signs says something of several tokens and
of each of their labels, and all of that is one addition. A block has a slot for each token that it speaks of, and a slot a field for each label;
blocks of tokens that follow each other are joined and read as one long number, and the sum of such numbers holds the scores of all the tokens.
"""

from __future__ import annotations

import re
import sys
from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = [
    "AROUND",
    "LABELS",
    "LEFT",
    "SLOTS",
    "Blocks",
    "block_of",
    "blocks_of",
    "laid",
    "numbers_in",
    "scores_in",
    "width",
]

LABELS = ("head", "source_start", "source_end", "content_start", "content_end")
SLOTS = {"words": 7, "states": 1, "pairs": 2, "twos": 4, "threes": 3}
"""Of so many tokens the combinations of each kind say something: words, the state of a token, two words, two classes, three classes."""
AROUND = 3
"""So many tokens on each side of a token have a say in its scores."""
_FIELD = 32
_SLOT = _FIELD * len(LABELS)
_LARGEST = 26
"""No combination's weights need more bits than this."""
_PART = r"(\||[^|]*)"
"""A class or word; the sign between two may be one itself."""

Blocks = dict[str, dict[str, dict[str, bytes]]]
"""By kind, by all parts of a combination but one, by that one."""


def blocks_of(weights: Mapping[str, Sequence[int]]) -> Blocks:
    """The blocks of the weights.

    :param weights: by feature, as ``tagging`` spells it, one number a label.
    """
    sums: dict[tuple[str, str, str], int] = {}
    for name, numbers in weights.items():
        kind, slot, *parts = _placed(name)
        key = kind, " ".join(parts[:-1]), parts[-1]
        fields = sum(value << (_FIELD * label) for label, value in enumerate(numbers))
        sums[key] = sums.get(key, 0) + (fields << (_SLOT * slot))
    found: Blocks = {kind: {} for kind in SLOTS}
    for kind, most, last in sorted(sums):
        found[kind].setdefault(most, {})[last] = block_of(sums[kind, most, last], SLOTS[kind])
    return found


def _placed(name: str) -> tuple[str, int, *tuple[str, ...]]:
    """Of which kind a feature is, the slot that it speaks of, the parts of its combination."""
    family, number, rest = _matched(r"(Z\d?|fs|ff|[a-zA-Z1])(-?\d)?(.*)", name)
    if family == "t":
        return (
            "threes",
            SLOTS["threes"] - 1 - int(number),
            *_matched(f"={_PART}[|]{_PART}[|]{_PART}", rest),
        )
    if family == "p":
        return "twos", SLOTS["twos"] - 1 - int(number), *_matched(f"={_PART}[|]{_PART}", rest)
    if family in "PLRSF":
        one, two = _matched(f"={_PART}[|]{_PART}", rest)
        return (
            "pairs",
            SLOTS["pairs"] - int(number),
            family,
            *((two, one) if family == "R" else (one, two)),
        )
    return (
        ("states", 0, name)
        if family.startswith("Z")
        else ("words", AROUND - int(number or 0), family + rest)
    )


def _matched(pattern: str, text: str) -> tuple[str, ...]:
    """The groups of a pattern that a whole text fits."""
    found = re.fullmatch(pattern, text, re.DOTALL)
    if found is None:
        msg = f"{text!r} is no feature's name"
        raise ValueError(msg)
    return found.groups()


def _repeated(number: int, slots: int) -> int:
    """A number in every field."""
    return int.from_bytes(number.to_bytes(_FIELD // 8, "little") * (slots * len(LABELS)), "little")


def block_of(number: int, slots: int) -> bytes:
    """A number with so many slots, made larger by a fixed number in every field, so that none is below zero."""
    return (number + _ABOVE[slots]).to_bytes(slots * _SLOT // 8, "little")


_ABOVE = {slots: _repeated(1 << _LARGEST, slots) for slots in SLOTS.values()}
_OVER_EACH = (
    SLOTS["words"] + SLOTS["twos"] + SLOTS["threes"] + 5 * SLOTS["pairs"] + 3 * SLOTS["states"]
)
"""So many blocks lie over each slot: there are five families of pairs, and a token has a place, verbs and signs."""
LEFT = _repeated((1 << (_FIELD - 1)) - (_OVER_EACH << _LARGEST), 1)
"""What is left to add, by the place's block, so that all that is added is the highest bit of each field."""


def width(kind: str) -> int:
    """How many bytes a block of a kind has."""
    return SLOTS[kind] * _SLOT // 8


def numbers_in(blocks: Mapping[str, bytes], slots: int) -> dict[str, int]:
    """The numbers of which blocks were made."""
    above, read = _ABOVE[slots], int.from_bytes
    return {combination: read(block, "little") - above for combination, block in blocks.items()}


def laid(blocks: Iterable[bytes], slots: int, first: int) -> int:
    """The sum of blocks of so many slots, the first laid on a slot, each other one slot farther than the one before."""
    listed = list(blocks)
    return sum(
        [
            int.from_bytes(b"".join(listed[n::slots]), "little") << (_SLOT * (first + n))
            for n in range(slots)
        ]
    )


def scores_in(total: int, tokens: int) -> array[int]:
    """The labels' numbers of tokens, one after the other.

    :param total: the sum of all that was laid over so many tokens, of which the first three and the last three are left out.
    """
    # All that was added to keep fields above zero is the highest bit of each by now: without it, a field is a signed number.
    most = tokens + 2 * AROUND
    fields = (total ^ _repeated(1 << (_FIELD - 1), most)).to_bytes(most * _SLOT // 8, "little")
    numbers = array("i")
    numbers.frombytes(fields[2 * AROUND * _SLOT // 8 : tokens * _SLOT // 8])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
