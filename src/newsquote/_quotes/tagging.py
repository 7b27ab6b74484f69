"""Every token scored for the roles it may play.

In: a view of a document, the weights. Out: for each token and each label a score (log-odds times SCALE). Why: all later steps choose among few
tokens, and these scores say which.

The features hang on word types, pairs and triples of them and the token's state; the sum over all labels of each such piece is one packed
integer, kept after its first use, so that a token costs a dozen look-ups and additions.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise, repeat
from typing import TYPE_CHECKING, NamedTuple

from newsquote._quotes.sums import Kept
from newsquote._text.long_texts import room

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, MutableSequence, Sequence

    from newsquote._quotes.features import View, WordType

__all__ = ["LABELS", "SCALE", "Tagger", "pack", "pair_keys", "place_keys", "sign_keys", "triple_keys", "type_keys"]

LABELS = ("head", "source_start", "source_end", "content_start", "content_end")
SCALE = 256
OFFSETS = (-3, -2, -1, 0, 1, 2, 3)
PAIRS = ((-2, -1), (-1, 0), (0, 1), (1, 2))
_BITS = 24
_WIDTH = 16
_HALF = 1 << (_BITS - 1)
_MASK = (1 << _BITS) - 1
_BASE = sum(_HALF << (_BITS * number) for number in range(len(LABELS)))
_ZEROS = repeat(0)
_NOTHING = (0, 0, 0, 0)
_NO_SYMBOL = "\0"
"""Stands for the classes that no three neighbours' feature has."""
_PLACES = {f"{family}{place}=": (f"{family}=", place) for family in "pPLRSFt" for place in range(len(_NOTHING))}
"""The beginnings of the features of neighbours: (the same without the number of the place, the number)."""
_MOST_PACKED = 10_000
"""So many tokens' packed scores are unpacked together."""
_MOST_KEPT = 40_000
"""Combinations of each kind that are kept, in use and set aside: more would make rereading quicker, and reading anew hardly."""


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


def pack(values: Sequence[int]) -> bytes:
    """The labels' numbers of one feature as one packed number."""
    return sum(value << (_BITS * number) for number, value in enumerate(values)).to_bytes(_WIDTH, "little", signed=True)


class Tagger:
    """The scores of a document's tokens."""

    def __init__(self, names: Sequence[str], packed: bytes, kinds: Mapping[str, WordType]) -> None:
        """``packed`` holds a packed sum of some bytes for each of the features ``names``; ``kinds`` all types of words by their names."""
        self.kinds = kinds
        values = [int.from_bytes(packed[at : at + _WIDTH], "little", signed=True) for at in range(0, len(packed), _WIDTH)]
        weights = dict(zip(names, values, strict=True))
        self.weights = {name: value for name, value in weights.items() if name[:3] not in _PLACES}
        """Of single words, places and signs."""
        self.by_combination = _by_places(weights)
        """Of neighbours."""
        self.symbols, self.by_triple = _by_symbols(self.by_combination)
        self.words, self.stems = _told(self.by_combination, "PLR"), _told(self.by_combination, "S")
        self.by_type = Kept(self._type, _MOST_KEPT)
        self.as_neighbour = Kept(self._neighbour, _MOST_KEPT)
        self.by_pair = Kept(self._pair, _MOST_KEPT)
        self.by_place = Kept(lambda place: self._sum(place_keys(place)) + _BASE, _MOST_KEPT)
        self.by_sign = Kept(lambda sign: self._sum(sign_keys(sign)), _MOST_KEPT)

    def _sum(self, keys: Sequence[str]) -> int:
        return sum(map(self.weights.get, keys, _ZEROS))

    def run(self, view: View, pad: WordType) -> list[MutableSequence[int]]:
        """The scores for each label."""
        scores = [room(len(view.doc.text)) for _ in LABELS]
        packed: list[int] = []
        names, places, signs = [kind.name for kind in view.types], view.places, view.signs
        around, symbol = [pad.name] * 3, self.symbols.get
        edge, classes = symbol(pad.klass, _NO_SYMBOL) * 2, "".join([symbol(kind.klass, _NO_SYMBOL) for kind in view.types])
        for i, j in view.doc.paragraph_tokens:
            packed += self._paragraph([*around, *names[i:j], *around], edge + classes[i:j] + edge, places[i:j], signs[i:j])
            if len(packed) > _MOST_PACKED:
                _unpack(packed, scores)
                packed.clear()
        _unpack(packed, scores)
        return scores

    def _paragraph(self, run: list[str], classes: str, places: list[str], signs: list[str]) -> Iterable[int]:
        """Packed scores. ``run`` holds the names of the types and of three paddings around, ``classes`` the classes' symbols with two around."""
        word = [column[place:] for place, column in enumerate(zip(*map(self.by_type.__getitem__, run), strict=True))]
        pair = [column[place:] for place, column in enumerate(zip(*map(self.by_pair.__getitem__, pairwise(run)), strict=True), 1)]
        get = self.by_triple.get
        first, middle, last, _ = zip(*[get(classes[k : k + 3], _NOTHING) for k in range(len(classes) - 2)], strict=True)
        return map(
            sum,
            zip(
                map(self.by_place.__getitem__, places),
                map(self.by_sign.__getitem__, signs),
                *word,
                *pair,
                first,
                middle[1:],
                last[2:],
                strict=False,
            ),
        )

    def _type(self, name: str) -> tuple[int, ...]:
        kind = self.kinds[name]
        return tuple([self._sum(type_keys(offset, kind)) for offset in OFFSETS])

    def _neighbour(self, name: str) -> _Neighbour:
        kind = self.kinds[name]
        stem = kind.stem or kind.klass
        return _Neighbour(kind.word if kind.word in self.words else None, kind.klass, stem if stem in self.stems else None, kind.frames)

    def _pair(self, pair: tuple[str, str]) -> tuple[int, ...]:
        """The sums of ``pair_keys`` for all four places; of most pairs only the classes say anything, and the same classes share what they say."""
        one, two = map(self.as_neighbour.__getitem__, pair)
        get = self.by_combination.get
        classes = get(f"p={one.klass}|{two.klass}", _NOTHING)
        found = []
        if one.word is not None:
            found.append(get(f"L={one.word}|{two.klass}"))
            if two.word is not None:
                found.append(get(f"P={one.word}|{two.word}"))
        if two.word is not None:
            found.append(get(f"R={one.klass}|{two.word}"))
        if one.stem is not None and two.stem is not None:
            found.append(get(f"S={one.stem}|{two.stem}"))
        if one.frames or two.frames:
            found.append(get(f"F={one.frames or one.klass}|{two.frames or two.klass}"))
        before = sum([places[1] for places in found if places])
        behind = sum([places[2] for places in found if places])
        return (classes[0], classes[1] + before, classes[2] + behind, classes[3]) if before or behind else classes


class _Neighbour(NamedTuple):
    """What the features of two neighbours can tell of one of them: None stands for a word or stem that no such feature has."""

    word: str | None
    klass: str
    stem: str | None
    """The class where there is no stem."""
    frames: str


def _told(combinations: Mapping[str, tuple[int, ...]], families: str) -> frozenset[str]:
    """The words, stems and classes in some features of two neighbours."""
    return frozenset(part for combination in combinations if combination[0] in families for part in combination[2:].split("|")) | {"|"}


def _unpack(packed: list[int], scores: list[MutableSequence[int]]) -> None:
    """Add packed scores to those of each label."""
    for number, found in enumerate(scores):
        shift = _BITS * number
        found.extend([((value >> shift) & _MASK) - _HALF for value in packed])


def _by_places(weights: Mapping[str, int]) -> dict[str, tuple[int, ...]]:
    """The weights of neighbours by family and combination, one a place: what differs only in the number behind the family's letter."""
    found: dict[str, list[int]] = {}
    for name, value in weights.items():
        places = _PLACES.get(name[:3])
        if places is not None:
            family, place = places
            found.setdefault(family + name[3:], [0, 0, 0, 0])[place] = value
    return {combination: tuple(values) for combination, values in found.items()}


def _by_symbols(combinations: dict[str, tuple[int, ...]]) -> tuple[dict[str, str], dict[str, tuple[int, ...]]]:
    """A character for each class that has features of three neighbours; these, taken out of the combinations, by the three characters."""
    symbols: dict[str, str] = {}
    found: dict[str, tuple[int, ...]] = {}
    for combination in [combination for combination in combinations if combination.startswith("t=")]:
        classes = _three().fullmatch(combination, 2)
        if classes is not None:
            key = "".join([symbols.setdefault(klass, chr(len(symbols) + 1)) for klass in classes.groups()])
            found[key] = combinations.pop(combination)
    return symbols, found


@cache
def _three() -> re.Pattern[str]:
    """Three classes with signs between; the sign itself may be a class."""
    return re.compile(r"(\||[^|]*)\|(\||[^|]*)\|(\||[^|]*)")
