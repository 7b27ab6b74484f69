"""Every token scored for the roles it may play.

In: a view of a document, the weights. Out: for each token and each label a score (log-odds times SCALE). Why: all later steps choose among few
tokens, and these scores say which.

The features hang on word types, on two and three neighbours and on the token's state. What such a combination says of all labels of all the
tokens around it is one block of bytes, kept after its first use: a slot for each token, in it a field for each label. The blocks of a document,
laid side by side, are one long number, and the scores of all its tokens are the sum of a few of these.
"""

from __future__ import annotations

import re
import sys
from array import array
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.sums import Kept
from newsquote._text.long_texts import room

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, MutableSequence, Sequence

    from newsquote._quotes.features import View, WordType

__all__ = [
    "LABELS",
    "SCALE",
    "SLOTS",
    "Blocks",
    "Tagger",
    "blocks_of",
    "pair_keys",
    "place_keys",
    "sign_keys",
    "triple_keys",
    "type_keys",
    "width",
]

LABELS = ("head", "source_start", "source_end", "content_start", "content_end")
SCALE = 256
OFFSETS = (-3, -2, -1, 0, 1, 2, 3)
PAIRS = ((-2, -1), (-1, 0), (0, 1), (1, 2))
SLOTS = {"words": 7, "states": 1, "pairs": 2, "twos": 4, "threes": 3}
"""Of so many tokens the combinations of each kind say something: words, the state of a token, two words, two classes, three classes."""
_AROUND = 3
"""So many tokens on each side of a token have a say in its scores."""
_FIELD = 32
_SLOT = _FIELD * len(LABELS)
_LARGEST = 26
"""No combination's weights need more bits than this."""
_ZEROS = repeat(0)
_MOST_TOGETHER = 4_000
"""So many tokens are summed together."""
_MOST_KEPT = 40_000
"""Words and states that are kept, in use and set aside."""


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
    """The features of marks, place and the nearest cue verbs."""
    marks, place, verbs = state[:6], state[6:8], state[8:]
    return [
        f"Z={marks}",
        f"Z1={state[1]}{place}",
        f"Z2={state[5]}{place}",
        f"Z3={state[5]}{verbs}",
        f"Z4={state[0]}{verbs}",
        f"Z5={state[3:6]}{place[1]}",
    ]


def sign_keys(state: str) -> list[str]:
    """The features of the nearest signs."""
    inside, left, right = state[0], state[1:3], state[3:]
    return [f"Z6={left}", f"Z7={right}", f"Z8={left}{right}", f"Z9={inside}{left[0]}{right[0]}"]


def width(kind: str) -> int:
    """How many bytes a block of a kind has."""
    return SLOTS[kind] * _SLOT // 8


Blocks = dict[str, dict[str, dict[str, bytes]]]
"""By kind, by all parts of a combination but one, by that one."""


def blocks_of(weights: Mapping[str, Sequence[int]]) -> Blocks:
    """The blocks of the weights.

    :param weights: by feature, as it is spelled above, one number a label.
    """
    sums: dict[tuple[str, str, str], int] = {}
    for name, numbers in weights.items():
        kind, slot, *parts = _placed(name)
        key = kind, " ".join(parts[:-1]), parts[-1]
        fields = sum(value << (_FIELD * label) for label, value in enumerate(numbers))
        sums[key] = sums.get(key, 0) + (fields << (_SLOT * slot))
    found: Blocks = {kind: {} for kind in SLOTS}
    for kind, most, last in sorted(sums):
        found[kind].setdefault(most, {})[last] = _block(sums[kind, most, last], SLOTS[kind])
    return found


def _placed(name: str) -> tuple[str, int, *tuple[str, ...]]:
    """Of which kind a feature is, the slot that it speaks of, the parts of its combination."""
    family, number, rest = _matched(r"(Z\d?|fs|ff|[a-zA-Z1])(-?\d)?(.*)", name)
    if family == "t":
        return "threes", SLOTS["threes"] - 1 - int(number), *_matched(r"=(\||[^|]*)\|(\||[^|]*)\|(\||[^|]*)", rest)
    if family == "p":
        return "twos", SLOTS["twos"] - 1 - int(number), *_matched(r"=(\||[^|]*)\|(\||[^|]*)", rest)
    if family in "PLRSF":
        one, two = _matched(r"=(\||[^|]*)\|(\||[^|]*)", rest)
        return "pairs", SLOTS["pairs"] - int(number), family, *((two, one) if family == "R" else (one, two))
    return ("states", 0, name) if family.startswith("Z") else ("words", _AROUND - int(number or 0), family + rest)


def _matched(pattern: str, text: str) -> tuple[str, ...]:
    """The groups of a pattern; between two classes or words stands a sign that may be one of them."""
    found = re.fullmatch(pattern, text, re.DOTALL)
    if found is None:
        msg = f"{text!r} is no feature's name"
        raise ValueError(msg)
    return found.groups()


def _repeated(number: int, slots: int) -> int:
    """A number in every field."""
    return int.from_bytes(number.to_bytes(_FIELD // 8, "little") * (slots * len(LABELS)), "little")


def _block(number: int, slots: int) -> bytes:
    """A number with so many slots, made larger by a fixed number in every field, so that none is below zero."""
    return (number + _ABOVE[slots]).to_bytes(slots * _SLOT // 8, "little")


_ABOVE = {slots: _repeated(1 << _LARGEST, slots) for slots in SLOTS.values()}
_OVER_EACH = SLOTS["words"] + SLOTS["twos"] + SLOTS["threes"] + 5 * SLOTS["pairs"] + 2 * SLOTS["states"]
"""So many blocks lie over each slot: there are five families of pairs, and a token has a place and signs."""
_LEFT = _repeated((1 << (_FIELD - 1)) - (_OVER_EACH << _LARGEST), 1)
"""What is left to add, by the place's block, so that all that is added is the highest bit of each field."""
_NO_TWO, _NO_PAIR, _NO_THREE = [repeat(_block(0, SLOTS[kind])) for kind in ("twos", "pairs", "threes")]
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
        self.words, self.states = (_numbers_in(blocks[kind].get("", {}), SLOTS[kind]) for kind in ("words", "states"))
        self.threes: dict[str, dict[str, dict[str, bytes]]] = {}
        for classes, found in blocks["threes"].items():
            one, two = classes.split(" ")
            self.threes.setdefault(one, {})[two] = found
        self.by_type = Kept(self._type, _MOST_KEPT)
        self.by_place = Kept(self._place, _MOST_KEPT)
        self.by_sign = Kept(self._sign, _MOST_KEPT)

    def run(self, view: View, pad: WordType) -> list[MutableSequence[int]]:
        """The scores for each label."""
        padded, slot = _Padded.of(view, pad), _SLOT // 8
        read = [self._fields(padded.part(start, start + _MOST_TOGETHER)) for start in range(0, len(padded.places), _MOST_TOGETHER)]
        fields = read[0] if len(read) == 1 else b"".join(read)
        borders = [(i + _AROUND * number, j + _AROUND * number) for number, (i, j) in enumerate(view.doc.paragraph_tokens)]
        numbers = array("i")
        numbers.frombytes(b"".join([fields[slot * i : slot * j] for i, j in borders]))
        if sys.byteorder == "big":
            numbers.byteswap()
        return [_column(numbers[label :: len(LABELS)], room(len(view.doc.text))) for label in range(len(LABELS))]

    def _fields(self, part: _Padded) -> bytes:
        """The labels' numbers of each token that has three others on both sides, as bytes."""
        most = len(part.names) + 2 * _AROUND
        total = (
            self._of_words(part.names)
            + _laid(map(self.by_place.__getitem__, part.places), 1, 2 * _AROUND)
            + _laid(map(self.by_sign.__getitem__, part.signs), 1, 2 * _AROUND)
        )
        # All that was added to keep fields above zero is the highest bit of each by now: without it, a field is a signed number.
        fields = (total ^ _repeated(1 << (_FIELD - 1), most)).to_bytes(most * _SLOT // 8, "little")
        return fields[2 * _AROUND * _SLOT // 8 : len(part.names) * _SLOT // 8]

    def _of_words(self, names: Sequence[str]) -> int:
        """What words and their neighbours say, the first token in the slot behind the first three."""
        words, classes, stems, frames, alone, twos, threes, pairs, lefts, rights, by_stem, by_frames = zip(
            *map(self.by_type.__getitem__, names), strict=True
        )
        get, behind = dict.get, classes[1:]
        # A block begins at the first token that it says something of: three before a word, one before two classes, at the first of others.
        return (
            _laid(alone, SLOTS["words"], 0)
            + _laid(map(get, twos, behind, _NO_TWO), SLOTS["twos"], _AROUND - 1)
            + _laid(map(get, map(get, threes, behind, _NOBODIES), classes[2:], _NO_THREE), SLOTS["threes"], _AROUND)
            + _laid(map(get, pairs, words[1:], _NO_PAIR), SLOTS["pairs"], _AROUND)
            + _laid(map(get, lefts, behind, _NO_PAIR), SLOTS["pairs"], _AROUND)
            + _laid(map(get, rights[1:], classes, _NO_PAIR), SLOTS["pairs"], _AROUND)
            + _laid(map(get, by_stem, stems[1:], _NO_PAIR), SLOTS["pairs"], _AROUND)
            + _laid(map(get, by_frames, frames[1:], _NO_PAIR), SLOTS["pairs"], _AROUND)
        )

    def _type(self, name: str) -> _Token:
        kind, pairs = self.kinds[name], self.pairs
        keys = [f"w={kind.word}", f"c={kind.klass}", f"s={kind.suffix}", f"l={kind.stem}", "1"]
        if kind.frames:
            keys += ["f", f"fs={kind.suffix[-2:]}", f"ff={kind.frames}", *[f"f={frame}" for frame in kind.frames]]
        stem, frames = kind.stem or kind.klass, kind.frames or kind.klass
        return _Token(
            word=kind.word,
            klass=kind.klass,
            stem=stem,
            frames=frames,
            alone=_block(sum(map(self.words.get, keys, _ZEROS)), SLOTS["words"]),
            by_class=self.twos.get(kind.klass, _NOBODY),
            by_classes=self.threes.get(kind.klass, _NOBODY_TWICE),
            pairs=pairs.get(f"P {kind.word}", _NOBODY),
            lefts=pairs.get(f"L {kind.word}", _NOBODY),
            rights=pairs.get(f"R {kind.word}", _NOBODY),
            stems=pairs.get(f"S {stem}", _NOBODY),
            frame_pairs=pairs.get(f"F {frames}", _NOBODY),
        )

    def _place(self, place: str) -> bytes:
        number = sum(map(self.states.get, place_keys(place), _ZEROS)) if place else 0
        return _block(number + _LEFT, 1)

    def _sign(self, sign: str) -> bytes:
        return _block(sum(map(self.states.get, sign_keys(sign), _ZEROS)) if sign else 0, 1)


class _Padded(NamedTuple):
    """The tokens of paragraphs, with three that stand for a border before, between and behind them."""

    names: list[str]
    places: list[str]
    """Without the first and the last three; empty for a border."""
    signs: list[str]

    @classmethod
    def of(cls, view: View, pad: WordType) -> _Padded:
        """The tokens of a document."""
        names, around, gap = [kind.name for kind in view.types], [pad.name] * _AROUND, [""] * _AROUND
        out = cls([*around], [], [])
        for i, j in view.doc.paragraph_tokens:
            out.names.extend(names[i:j] + around)
            out.places.extend(view.places[i:j] + gap)
            out.signs.extend(view.signs[i:j] + gap)
        del out.places[-_AROUND:], out.signs[-_AROUND:]
        return out

    def part(self, start: int, stop: int) -> _Padded:
        """Some of the tokens, with three more on each side."""
        return _Padded(self.names[start : stop + 2 * _AROUND], self.places[start:stop], self.signs[start:stop])


def _numbers_in(blocks: Mapping[str, bytes], slots: int) -> dict[str, int]:
    """The numbers of which blocks were made."""
    above, read = _ABOVE[slots], int.from_bytes
    return {combination: read(block, "little") - above for combination, block in blocks.items()}


def _laid(blocks: Iterable[bytes], slots: int, first: int) -> int:
    """The sum of blocks of so many slots, the first laid on a slot, each other one slot farther than the one before."""
    laid = list(blocks)
    return sum([int.from_bytes(b"".join(laid[n::slots]), "little") << (_SLOT * (first + n)) for n in range(slots)])


def _column(numbers: array[int], column: MutableSequence[int]) -> MutableSequence[int]:
    """A column with the numbers, added some at a time lest all of a long text's are held twice."""
    for start in range(0, len(numbers), _MOST_TOGETHER):
        column.extend(numbers[start : start + _MOST_TOGETHER].tolist())
    return column
