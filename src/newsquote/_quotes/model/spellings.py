"""How the tagger's keys are made of words and states.

In: nothing. Out: the three kinds of key that the tagger knows, and the functions that give their
values. Why: a template says with one of these what it sees, and both training and reading follow
it.
"""

from __future__ import annotations

from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsquote._quotes.model.word_types import WordType

__all__ = [
    "OfNeighbours",
    "OfState",
    "OfWord",
    "Part",
    "State",
    "class_of",
    "each_frame",
    "frames_of",
    "has_cue_verb",
    "if_cue_verb",
    "stem_of",
    "word_of",
]

Part: TypeAlias = "Callable[[WordType], str]"
"""What a combination of neighbours holds of one of them."""


class State(StrEnum):
    """The three states of a token, as ``states`` spells them."""

    PLACE = "place"
    VERBS = "verbs"
    SIGNS = "signs"


class OfWord(NamedTuple):
    """Keys of a word near the token."""

    offsets: tuple[int, ...]
    """From the token to the word; empty where it is the token itself and keys have no number."""
    endings: Callable[[WordType], Sequence[str]]
    """What follows the name and the number in each key of a word."""


class OfNeighbours(NamedTuple):
    """The key of two or three words that follow each other."""

    blocks: str
    """The kind of blocks that hold the weights."""
    firsts: tuple[int, ...]
    """From the token to the first of the words."""
    parts: tuple[Part, ...]
    """What the key holds of each word."""
    by_second: bool = False
    """Whether weights are looked up by the second word first, where that is the rarer part."""
    wanted: Callable[[Sequence[WordType]], bool] | None = None
    """Which words have such a key; all where None."""


class OfState(NamedTuple):
    """The key of a state of the token."""

    state: State
    value: Callable[[str], str]
    """The part of the state that the key holds."""


word_of: Part = attrgetter("word")
class_of: Part = attrgetter("klass")


def stem_of(kind: WordType) -> str:
    """The stem, or the class of a word that has none."""
    return kind.stem or kind.klass


def frames_of(kind: WordType) -> str:
    """The frames of a cue verb, or the class of another word."""
    return kind.frames or kind.klass


def has_cue_verb(kinds: Sequence[WordType]) -> bool:
    """Whether one of some words is a cue verb."""
    return any(kind.frames for kind in kinds)


def each_frame(kind: WordType) -> Sequence[str]:
    """An ending that says that a word is a cue verb, and one for each of its frames."""
    if not kind.frames:
        return ()
    return ["", *[f"={frame}" for frame in kind.frames]]


def if_cue_verb(part: Part) -> Callable[[WordType], Sequence[str]]:
    """An ending with a part of a word, for cue verbs alone."""

    def endings(kind: WordType) -> Sequence[str]:
        return (f"={part(kind)}",) if kind.frames else ()

    return endings
