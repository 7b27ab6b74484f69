"""The tagger's keys, spelled from its templates.

In: words and states. Out: the keys of their features. Why: training wants keys with the offset of
each word; the weights of a word at all offsets are looked up together, by a key without one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._quotes.model.spellings import State
from newsquote._quotes.model.token_templates import OF_NEIGHBOURS, OF_STATES, OF_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.model.word_types import WordType

__all__ = [
    "FIRST_NUMBER",
    "OFFSETS",
    "PAIR_FIRSTS",
    "TRIPLE_FIRSTS",
    "neighbour_keys",
    "state_keys",
    "word_keys",
    "word_keys_at",
]

OFFSETS = (-3, -2, -1, 0, 1, 2, 3)
"""From a token to the words that have a say in its scores."""
PAIR_FIRSTS = (-2, -1, 0, 1)
TRIPLE_FIRSTS = (-2, -1, 0)
"""From a token to the first of two and of three neighbours."""
FIRST_NUMBER = 2
"""Added to the offset of the first neighbour in a key, which then is not below zero."""
_BY_STATE = {state: [row for row in OF_STATES if row[2].state is state] for state in State}


def word_keys(kind: WordType) -> list[str]:
    """The keys of a word without its offset from a token."""
    return [name + ending for name, _, made in OF_WORDS for ending in made.endings(kind)]


def word_keys_at(offset: int, kind: WordType) -> list[str]:
    """The keys of a word at an offset from a token."""
    keys: list[str] = []
    for name, _, made in OF_WORDS:
        if offset in made.offsets:
            keys += [f"{name}{offset}{ending}" for ending in made.endings(kind)]
        elif offset == 0 and not made.offsets:
            keys += [name + ending for ending in made.endings(kind)]
    return keys


def neighbour_keys(first: int, kinds: Sequence[WordType]) -> list[str]:
    """The keys of two or three words, the first of which is at an offset from a token."""
    keys: list[str] = []
    for name, _, made in OF_NEIGHBOURS:
        if len(made.parts) != len(kinds) or first not in made.firsts:
            continue
        if made.wanted is None or made.wanted(kinds):
            values = [part(kind) for part, kind in zip(made.parts, kinds, strict=True)]
            keys.append(f"{name}{first + FIRST_NUMBER}={'|'.join(values)}")
    return keys


def state_keys(state: State, value: str) -> list[str]:
    """The keys of one of a token's states."""
    return [f"{name}={made.value(value)}" for name, _, made in _BY_STATE[state]]
