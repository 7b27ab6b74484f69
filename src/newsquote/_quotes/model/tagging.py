"""Every token scored for the roles it may play.

In: a view of a document, the weights. Out: for each token and each label a score (log-odds times SCALE). Why: all later steps choose among few
tokens, and these scores say which.

The features hang on word types, on two and three neighbours and on the token's state. What the weights say of a type or of a stretch of states is
summed once and kept; what they say of neighbours stands ready. So a document's scores are the sum of a few long numbers.
"""

from __future__ import annotations

from array import array
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

from newsquote._quotes.model import states
from newsquote._quotes.model.blocks import (
    AROUND,
    LABELS,
    LEFT,
    SLOTS,
    block_of,
    laid,
    numbers_in,
    scores_in,
    width,
)
from newsquote._quotes.model.sums import Kept
from newsquote._text.long_texts import int_sequence

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableSequence, Sequence

    from newsquote._quotes.model.blocks import Blocks
    from newsquote._quotes.model.features import View, WordType

__all__ = [
    "LABELS",
    "SCALE",
    "Tagger",
    "pair_keys",
    "place_keys",
    "sign_keys",
    "triple_keys",
    "type_keys",
    "verb_keys",
]

SCALE = 256
OFFSETS = (-3, -2, -1, 0, 1, 2, 3)
PAIRS = ((-2, -1), (-1, 0), (0, 1), (1, 2))
_ZEROS = repeat(0)
_STATE = width("states")
_MOST_TOGETHER = 4_000
"""So many tokens are summed together."""
_MOST_KEPT = 40_000
"""Types, states and stretches of states that are kept, in use and set aside."""


def type_keys(offset: int, kind: WordType) -> list[str]:
    """The features of one word at an offset."""
    keys = [f"w{offset}={kind.word}", f"c{offset}={kind.klass}"]
    if -1 <= offset <= 2:
        keys.append(f"s{offset}={kind.suffix}")
        if kind.frames:
            keys.append(f"f{offset}")
            keys.extend(f"f{offset}={frame}" for frame in kind.frames)
    if offset == 0:
        keys.append(f"l={kind.stem}")
        keys.append("1")
        if kind.frames:
            keys.append(f"fs={kind.suffix[-2:]}")
            keys.append(f"ff={kind.frames}")
    return keys


def pair_keys(number: int, one: WordType, two: WordType) -> list[str]:
    """The features of two neighbours."""
    keys = [f"p{number}={one.klass}|{two.klass}"]
    if number in {1, 2}:
        keys.append(f"P{number}={one.word}|{two.word}")
        keys.append(f"L{number}={one.word}|{two.klass}")
        keys.append(f"R{number}={one.klass}|{two.word}")
        if one.frames or two.frames:
            keys.append(f"F{number}={one.frames or one.klass}|{two.frames or two.klass}")
        keys.append(f"S{number}={one.stem or one.klass}|{two.stem or two.klass}")
    return keys


def triple_keys(number: int, one: WordType, two: WordType, three: WordType) -> list[str]:
    """The features of three neighbours, by class and kind alone."""
    return [f"t{number}={one.klass}|{two.klass}|{three.klass}"]


def place_keys(state: str) -> list[str]:
    """The features of marks and of a token's place."""
    marks, place = state[:6], state[6:]
    return [
        f"Z={marks}",
        f"Z1={state[1]}{place}",
        f"Z2={state[5]}{place}",
        f"Z5={state[3:6]}{place[1]}",
    ]


def verb_keys(state: str) -> list[str]:
    """The features of the nearest cue verbs."""
    return [f"Z3={state[1:]}", f"Z4={state[0]}{state[2:]}"]


def sign_keys(state: str) -> list[str]:
    """The features of the nearest signs."""
    inside, left, right = state[0], state[1:3], state[3:]
    return [f"Z6={left}", f"Z7={right}", f"Z8={left}{right}", f"Z9={inside}{left[0]}{right[0]}"]


_NO_TWO, _NO_PAIR, _NO_THREE = [
    repeat(block_of(0, SLOTS[kind])) for kind in ("twos", "pairs", "threes")
]
_NOBODY: dict[str, bytes] = {}
_NOBODY_TWICE: dict[str, dict[str, bytes]] = {}
_NOBODIES = repeat(_NOBODY)


class _Token(NamedTuple):
    """What is asked of a type of word: its parts, what it says by itself, and what it says with a neighbour, by what that is."""

    word: str
    klass: str
    stem: str
    """The class where there is no stem."""
    frames: str
    """The class where there are no frames."""
    alone: bytes
    by_class: Mapping[str, bytes]
    """The classes of two."""
    by_classes: Mapping[str, Mapping[str, bytes]]
    """The classes of three."""
    pairs: Mapping[str, bytes]
    """The words of two."""
    lefts: Mapping[str, bytes]
    """By the class of the one behind."""
    rights: Mapping[str, bytes]
    """By the class of the one before."""
    stems: Mapping[str, bytes]
    frame_pairs: Mapping[str, bytes]


class Tagger:
    """The scores of a document's tokens."""

    def __init__(self, blocks: Blocks, kinds: Mapping[str, WordType]) -> None:
        """``kinds`` holds all types of words by their names."""
        self.kinds, self.twos, self.pairs = kinds, blocks["twos"], blocks["pairs"]
        self.words, self.states = (
            numbers_in(blocks[kind].get("", {}), SLOTS[kind]) for kind in ("words", "states")
        )
        self.threes: dict[str, dict[str, dict[str, bytes]]] = {}
        for classes, found in blocks["threes"].items():
            one, two = classes.split(" ")
            self.threes.setdefault(one, {})[two] = found
        self.by_type = Kept(self._type, _MOST_KEPT)
        self.by_place = Kept(
            lambda state: block_of(self._sum(place_keys(state)) + LEFT, 1), _MOST_KEPT
        )
        self.by_verb = Kept(lambda state: block_of(self._sum(verb_keys(state)), 1), _MOST_KEPT)
        self.by_sign = Kept(lambda state: block_of(self._sum(sign_keys(state)), 1), _MOST_KEPT)
        self.by_places = Kept(self._places, _MOST_KEPT)
        self.by_verbs = Kept(self._verbs, _MOST_KEPT)
        self.by_signs = Kept(self._signs, _MOST_KEPT)

    def run(self, view: View, pad: WordType) -> list[MutableSequence[int]]:
        """The scores for each label."""
        names, found = _padded(view, pad), states.stretches(view)
        around = [
            b"".join(map(kept.__getitem__, column))
            for kept, column in (
                (self.by_places, found.places),
                (self.by_verbs, found.verbs),
                (self.by_signs, found.signs),
            )
        ]
        padded, numbers = array("i"), array("i")
        for start in range(0, len(names) - 2 * AROUND, _MOST_TOGETHER):
            end = start + _MOST_TOGETHER
            near = [
                laid([column[_STATE * start : _STATE * end]], 1, 2 * AROUND) for column in around
            ]
            few = names[start : end + 2 * AROUND]
            padded += scores_in(self._of_words(few) + sum(near), len(few))
        for number, (i, j) in enumerate(view.doc.paragraph_tokens):
            before = AROUND * number
            numbers += padded[len(LABELS) * (i + before) : len(LABELS) * (j + before)]
        return [
            _column(numbers[label :: len(LABELS)], int_sequence(len(view.doc.text)))
            for label in range(len(LABELS))
        ]

    def _of_words(self, names: Sequence[str]) -> int:
        """What words and their neighbours say, the first token in the slot behind the first three."""
        (
            words,
            classes,
            stems,
            frames,
            alone,
            twos,
            threes,
            pairs,
            lefts,
            rights,
            by_stem,
            by_frames,
        ) = zip(*map(self.by_type.__getitem__, names), strict=True)
        get, behind = dict.get, classes[1:]
        # A block begins at the first token that it says something of: three before a word, one before two classes, at the first of others.
        return (
            laid(alone, SLOTS["words"], 0)
            + laid(map(get, twos, behind, _NO_TWO), SLOTS["twos"], AROUND - 1)
            + laid(
                map(get, map(get, threes, behind, _NOBODIES), classes[2:], _NO_THREE),
                SLOTS["threes"],
                AROUND,
            )
            + laid(map(get, pairs, words[1:], _NO_PAIR), SLOTS["pairs"], AROUND)
            + laid(map(get, lefts, behind, _NO_PAIR), SLOTS["pairs"], AROUND)
            + laid(map(get, rights[1:], classes, _NO_PAIR), SLOTS["pairs"], AROUND)
            + laid(map(get, by_stem, stems[1:], _NO_PAIR), SLOTS["pairs"], AROUND)
            + laid(map(get, by_frames, frames[1:], _NO_PAIR), SLOTS["pairs"], AROUND)
        )

    def _type(self, name: str) -> _Token:
        kind, pairs = self.kinds[name], self.pairs
        keys = [f"w={kind.word}", f"c={kind.klass}", f"s={kind.suffix}", f"l={kind.stem}", "1"]
        if kind.frames:
            keys += [
                "f",
                f"fs={kind.suffix[-2:]}",
                f"ff={kind.frames}",
                *[f"f={frame}" for frame in kind.frames],
            ]
        stem, frames = kind.stem or kind.klass, kind.frames or kind.klass
        return _Token(
            word=kind.word,
            klass=kind.klass,
            stem=stem,
            frames=frames,
            alone=block_of(sum(map(self.words.get, keys, _ZEROS)), SLOTS["words"]),
            by_class=self.twos.get(kind.klass, _NOBODY),
            by_classes=self.threes.get(kind.klass, _NOBODY_TWICE),
            pairs=pairs.get(f"P {kind.word}", _NOBODY),
            lefts=pairs.get(f"L {kind.word}", _NOBODY),
            rights=pairs.get(f"R {kind.word}", _NOBODY),
            stems=pairs.get(f"S {stem}", _NOBODY),
            frame_pairs=pairs.get(f"F {frames}", _NOBODY),
        )

    def _sum(self, keys: Sequence[str]) -> int:
        return sum(map(self.states.get, keys, _ZEROS))

    def _places(self, stretch: tuple[Any, ...]) -> bytes:
        return (
            b"".join(map(self.by_place.__getitem__, states.places_in(*stretch)))
            if stretch
            else _blank(LEFT)
        )

    def _verbs(self, stretch: tuple[Any, ...]) -> bytes:
        return (
            b"".join(map(self.by_verb.__getitem__, states.verbs_in(*stretch)))
            if stretch
            else _blank()
        )

    def _signs(self, stretch: tuple[Any, ...]) -> bytes:
        return (
            b"".join(map(self.by_sign.__getitem__, states.signs_in(*stretch)))
            if stretch
            else _blank()
        )


def _padded(view: View, pad: WordType) -> list[str]:
    """The names of the types of a document's tokens, with three that stand for a border before, between and behind paragraphs."""
    names, around = [kind.name for kind in view.types], [pad.name] * AROUND
    out = [*around]
    for i, j in view.doc.paragraph_tokens:
        out.extend(names[i:j] + around)
    return out


def _blank(more: int = 0) -> bytes:
    """The blocks of the tokens of a border."""
    return block_of(more, 1) * AROUND


def _column(numbers: array[int], column: MutableSequence[int]) -> MutableSequence[int]:
    """A column with the numbers, added some at a time lest all of a long text's are held twice."""
    for start in range(0, len(numbers), _MOST_TOGETHER):
        column.extend(numbers[start : start + _MOST_TOGETHER].tolist())
    return column
