"""Every token scored for the roles it may play.

In: a view of a document, the weights. Out: for each token and each label a score (log-odds times SCALE). Why: all later steps choose among few
tokens, and these scores say which.

The features hang on word types, pairs and triples of them and the token's state; the sum over all labels of each such piece is one packed
integer, kept after its first use, so that a token costs a dozen look-ups and additions.
"""

from __future__ import annotations

from itertools import pairwise, repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsquote._quotes.features import View, WordType

__all__ = ["LABELS", "SCALE", "Tagger", "pack", "pair_keys", "state_keys", "triple_keys", "type_keys"]

LABELS = ("head", "source_start", "source_end", "content_start", "content_end")
SCALE = 256
OFFSETS = (-3, -2, -1, 0, 1, 2, 3)
PAIRS = ((-2, -1), (-1, 0), (0, 1), (1, 2))
_BITS = 24
_WIDTH = 16
_HALF = 1 << (_BITS - 1)
_MASK = (1 << _BITS) - 1
_BASE = sum(_HALF << (_BITS * number) for number in range(len(LABELS)))
_SHIFT = 28
_CLASS_SHIFT = 28
_PLACE = 10
"""Letters of a state that tell marks, place and cue verbs; the rest tell the nearest signs."""
_ZEROS = repeat(0)
_MOST_KEPT = 400_000
"""Triples kept before all is forgotten, some 100 MB."""


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


def state_keys(state: str) -> list[str]:
    """The features of marks, place and the nearest signs."""
    return _place_keys(state[:_PLACE]) + _sign_keys(state[5] + state[_PLACE:])


def _place_keys(state: str) -> list[str]:
    marks, place, verbs = state[:6], state[6:8], state[8:]
    return [
        f"Z={marks}",
        f"Z1={state[1]}{place}",
        f"Z2={state[5]}{place}",
        f"Z3={state[5]}{verbs}",
        f"Z4={state[0]}{verbs}",
        f"Z5={state[3:6]}{place[1]}",
    ]


def _sign_keys(state: str) -> list[str]:
    inside, left, right = state[0], state[1:3], state[3:]
    return [f"Z6={left}", f"Z7={right}", f"Z8={left}{right}", f"Z9={inside}{left[0]}{right[0]}"]


def pack(values: Sequence[int]) -> bytes:
    """The labels' numbers of one feature as one packed number."""
    return sum(value << (_BITS * number) for number, value in enumerate(values)).to_bytes(_WIDTH, "little", signed=True)


class Tagger:
    """The scores of a document's tokens."""

    def __init__(self, names: Sequence[str], packed: bytes) -> None:
        """``packed`` holds a packed sum of some bytes for each of the features ``names``."""
        read = int.from_bytes
        self.weights = {
            name: read(packed[at : at + _WIDTH], "little", signed=True)
            for name, at in zip(names, range(0, len(packed), _WIDTH), strict=True)
        }
        self._forget()

    def _forget(self) -> None:
        self.by_type: dict[int, tuple[int, ...]] = {}
        self.by_pair: dict[int, tuple[int, ...]] = {}
        self.by_triple: dict[int, tuple[int, ...]] = {}
        self.by_place: dict[str, int] = {}
        self.by_sign: dict[str, int] = {}

    def _sum(self, keys: Sequence[str]) -> int:
        return sum(map(self.weights.get, keys, _ZEROS))

    def run(self, view: View, pad: WordType) -> list[list[int]]:
        """One list of scores a label."""
        if len(self.by_pair) + len(self.by_triple) > _MOST_KEPT:
            self._forget()
        packed: list[int] = []
        types = view.types
        for i, j in view.doc.paragraph_tokens:
            packed.extend(self._paragraph([pad, pad, pad, *types[i:j], pad, pad, pad], view.state[i:j]))
        return [[((value >> shift) & _MASK) - _HALF for value in packed] for shift in range(0, _BITS * len(LABELS), _BITS)]

    def _paragraph(self, run: list[WordType], states: list[str]) -> list[int]:
        words = [self.by_type.get(kind.index) or self._type(kind) for kind in run]
        by_pair, by_triple = self.by_pair, self.by_triple
        ids = [kind.index for kind in run]
        classes = [kind.klass_index for kind in run]
        pairs = [by_pair.get(one << _SHIFT | two) or self._pair(run[k], run[k + 1]) for k, (one, two) in enumerate(pairwise(ids))]
        triples = [
            by_triple.get((one << _CLASS_SHIFT | two) << _CLASS_SHIFT | three) or self._triple(run[k], run[k + 1], run[k + 2])
            for k, (one, two, three) in enumerate(zip(classes, classes[1:], classes[2:], strict=False))
        ]
        places, signs = self.by_place, self.by_sign
        totals = []
        for k, state in enumerate(states):
            place, sign = state[:_PLACE], state[5] + state[_PLACE:]
            value = places.get(place)
            if value is None:
                value = places[place] = self._sum(_place_keys(place)) + _BASE
            near = signs.get(sign)
            if near is None:
                near = signs[sign] = self._sum(_sign_keys(sign))
            totals.append(
                value
                + near
                + words[k][0]
                + words[k + 1][1]
                + words[k + 2][2]
                + words[k + 3][3]
                + words[k + 4][4]
                + words[k + 5][5]
                + words[k + 6][6]
                + pairs[k + 1][0]
                + pairs[k + 2][1]
                + pairs[k + 3][2]
                + pairs[k + 4][3]
                + triples[k + 1][0]
                + triples[k + 2][1]
                + triples[k + 3][2]
            )
        return totals

    def _type(self, kind: WordType) -> tuple[int, ...]:
        found = self.by_type[kind.index] = tuple([self._sum(type_keys(offset, kind)) for offset in OFFSETS])
        return found

    def _pair(self, one: WordType, two: WordType) -> tuple[int, ...]:
        """The sums of ``pair_keys`` for all four places, put together from shared strings."""
        get = self.weights.get
        classes = f"={one.klass}|{two.klass}"
        stems = f"={one.stem or one.klass}|{two.stem or two.klass}"
        words = f"={one.word}|{two.word}"
        first = f"={one.word}|{two.klass}"
        second = f"={one.klass}|{two.word}"
        outer = (get("p0" + classes, 0), get("p3" + classes, 0))
        before = get("p1" + classes, 0) + get("P1" + words, 0) + get("L1" + first, 0) + get("R1" + second, 0) + get("S1" + stems, 0)
        behind = get("p2" + classes, 0) + get("P2" + words, 0) + get("L2" + first, 0) + get("R2" + second, 0) + get("S2" + stems, 0)
        if one.frames or two.frames:
            frames = f"={one.frames or one.klass}|{two.frames or two.klass}"
            before += get("F1" + frames, 0)
            behind += get("F2" + frames, 0)
        found = self.by_pair[one.index << _SHIFT | two.index] = (outer[0], before, behind, outer[1])
        return found

    def _triple(self, one: WordType, two: WordType, three: WordType) -> tuple[int, ...]:
        get = self.weights.get
        classes = f"={one.klass}|{two.klass}|{three.klass}"
        found = self.by_triple[(one.klass_index << _CLASS_SHIFT | two.klass_index) << _CLASS_SHIFT | three.klass_index] = (
            get(f"t0{classes}", 0),
            get(f"t1{classes}", 0),
            get(f"t2{classes}", 0),
        )
        return found
