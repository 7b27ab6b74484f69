"""The tagger's weights by key -> blocks.

In: weights by key, a number a label. Out: the blocks that the weights file holds. Why: the keys of
one combination at several offsets become one block; only training needs this.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.model.blocks import AROUND, LEADS, SLOTS, block_of, field_at
from newsquote._quotes.model.spellings import OfNeighbours, OfState
from newsquote._quotes.model.templates import Step, template_of
from newsquote._quotes.model.token_keys import FIRST_NUMBER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsquote._quotes.model.blocks import Blocks

__all__ = ["blocks_of"]

_PART = r"(\||[^|]*)"
"""A class or word; the sign between two may be one itself."""


class _Place(NamedTuple):
    """Where the weights of a key go."""

    kind: str
    slot: int
    shared: str
    """All parts of the combination but the last one."""
    last: str


def blocks_of(weights: Mapping[str, Sequence[int]]) -> Blocks:
    """The blocks of the weights.

    :param weights: by key, as ``token_keys`` spells them with offsets; one number a label.
    """
    sums: dict[tuple[str, str, str], int] = {}
    for key, numbers in weights.items():
        place = _place_of(key)
        fields = sum(field_at(place.slot, label, value) for label, value in enumerate(numbers))
        where = place.kind, place.shared, place.last
        sums[where] = sums.get(where, 0) + fields
    found: Blocks = {kind: {} for kind in SLOTS}
    for kind, shared, last in sorted(sums):
        block = block_of(sums[kind, shared, last], SLOTS[kind])
        found[kind].setdefault(shared, {})[last] = block
    return found


def _place_of(key: str) -> _Place:
    template = template_of(Step.TOKENS, key)
    name = template.name
    made = template.made
    rest = key[len(template.name) :]
    if isinstance(made, OfState):
        return _Place("states", 0, "", key)
    if isinstance(made, OfNeighbours):
        return _place_of_neighbours(name, made, rest)
    offset, ending = _matched(r"(-?\d)?(.*)", rest, key)
    return _Place("words", AROUND - int(offset or 0), "", name + ending)


def _place_of_neighbours(name: str, made: OfNeighbours, rest: str) -> _Place:
    number, *parts = _matched(r"(\d)=" + "[|]".join([_PART] * len(made.parts)), rest, name + rest)
    if made.by_second:
        parts.reverse()
    if made.blocks == "pairs":
        parts.insert(0, name)
    first = int(number) - FIRST_NUMBER
    return _Place(made.blocks, LEADS[made.blocks] - first, " ".join(parts[:-1]), parts[-1])


def _matched(pattern: str, text: str, key: str) -> tuple[str, ...]:
    """The groups of a pattern that a whole text fits."""
    found = re.fullmatch(pattern, text, re.DOTALL)
    if found is None:
        msg = f"{key!r} is no feature's name"
        raise ValueError(msg)
    return found.groups()
