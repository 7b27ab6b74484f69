"""Every token scored for the roles it may play.

In: a view of a document, the weights. Out: for each token and each label a score (log-odds times
SCALE). Why: all later steps choose among few tokens, and these scores say which.

The features hang on word types, on two and three neighbours and on the token's state. What the
weights say of a type or of a stretch of states is summed once and kept; what they say of neighbours
stands ready. So a document's scores are the sum of a few long numbers.
"""

from __future__ import annotations

from array import array
from itertools import repeat
from typing import TYPE_CHECKING, Any

from newsquote._quotes.model import states
from newsquote._quotes.model.blocks import (
    AROUND,
    BIAS,
    LABELS,
    LEADS,
    SLOTS,
    block_of,
    block_width,
    laid,
    numbers_in,
    scores_in,
)
from newsquote._quotes.model.score_tables import Cache
from newsquote._quotes.model.spellings import State, class_of
from newsquote._quotes.model.token_keys import state_keys, word_keys
from newsquote._quotes.model.token_templates import OF_NEIGHBOURS
from newsquote._text.long_texts import int_sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, MutableSequence, Sequence

    from newsquote._quotes.model.blocks import Blocks
    from newsquote._quotes.model.token_view import TokenView
    from newsquote._quotes.model.word_types import WordType

__all__ = ["Tagger"]

_ZEROS = repeat(0)
_STATE_BYTES = block_width("states")
_AROUND_BOTH = 2 * AROUND
_MOST_TOGETHER = 4_000
"""TokenRange whose scores are summed at once."""
_MOST_ROWS = 100
"""Types whose columns are made at once: for each there is an iterator meanwhile."""
_MOST_KEPT = 40_000
"""Types, states and stretches of states that are kept, in use and set aside."""
_PAIRS = [(name, made) for name, _, made in OF_NEIGHBOURS if made.blocks == "pairs"]
"""The templates of two words by name; those of classes alone are one each, of two and of three."""
_PARTS = list(dict.fromkeys([class_of, *[part for _, made in _PAIRS for part in made.parts]]))
"""All that the templates hold of a neighbour."""
_FOLLOWERS = slice(3, 3 + len(_PAIRS))
_PARTS_FROM = 3 + len(_PAIRS)
_COLUMNS = _PARTS_FROM + len(_PARTS)


def _nothing_of(kind: str) -> repeat[bytes]:
    """Blocks of neighbours for which there are no weights."""
    return repeat(block_of(0, SLOTS[kind]))


_NO_TWO = _nothing_of("twos")
_NO_PAIR = _nothing_of("pairs")
_NO_THREE = _nothing_of("threes")
_NO_BLOCKS: dict[str, bytes] = {}
_NO_THREES: dict[str, dict[str, bytes]] = {}
_WITHOUT_BLOCKS = repeat(_NO_BLOCKS)


class Tagger:
    """The scores of a document's tokens."""

    def __init__(self, blocks: Blocks, types: Mapping[str, WordType]) -> None:
        """``types`` holds all types of words by their names."""
        self.types = types
        self.twos = blocks["twos"]
        self.pairs = blocks["pairs"]
        self.words = numbers_in(blocks["words"].get("", {}), SLOTS["words"])
        self.states = numbers_in(blocks["states"].get("", {}), SLOTS["states"])
        self.threes: dict[str, dict[str, dict[str, bytes]]] = {}
        for classes, found in blocks["threes"].items():
            one, two = classes.split(" ")
            self.threes.setdefault(one, {})[two] = found
        self.by_type = Cache(self._columns_of, _MOST_KEPT)
        place = self._state_blocks(State.PLACE, BIAS)
        verbs = self._state_blocks(State.VERBS, 0)
        signs = self._state_blocks(State.SIGNS, 0)
        self.by_places = _stretch_blocks(place, states.places_in, BIAS)
        self.by_verbs = _stretch_blocks(verbs, states.verbs_in, 0)
        self.by_signs = _stretch_blocks(signs, states.signs_in, 0)

    def score_tokens(self, view: TokenView, pad: WordType) -> list[MutableSequence[int]]:
        """The scores for each label."""
        padded = self._padded_scores(view, pad)
        numbers = array("i")
        for number, (i, j) in enumerate(view.doc.paragraph_tokens):
            before = AROUND * number
            start = len(LABELS) * (i + before)
            end = len(LABELS) * (j + before)
            numbers += padded[start:end]
        length = len(view.doc.text)
        return [
            _column(numbers[label :: len(LABELS)], int_sequence(length))
            for label in range(len(LABELS))
        ]

    def _padded_scores(self, view: TokenView, pad: WordType) -> array[int]:
        """The labels' scores of tokens and of the borders around paragraphs, in order."""
        names = _padded_names(view, pad)
        columns = self._state_columns(view)
        scores = array("i")
        for start in range(0, len(names) - _AROUND_BOTH, _MOST_TOGETHER):
            end = start + _MOST_TOGETHER
            some = slice(_STATE_BYTES * start, _STATE_BYTES * end)
            few = names[start : end + _AROUND_BOTH]
            total = self._of_words(few)
            for column in columns:
                total += laid([column[some]], 1, _AROUND_BOTH)
            scores += scores_in(total, len(few))
        return scores

    def _state_columns(self, view: TokenView) -> list[bytes]:
        """The blocks of the tokens' places, of their verbs and of their signs."""
        found = states.stretches_of(view)
        return [
            b"".join(map(self.by_places.__getitem__, found.places)),
            b"".join(map(self.by_verbs.__getitem__, found.verbs)),
            b"".join(map(self.by_signs.__getitem__, found.signs)),
        ]

    def _of_words(self, names: Sequence[str]) -> int:
        """What words and neighbours say, the first token in the slot behind the first three."""
        columns: list[list[Any]] = [[] for _ in range(_COLUMNS)]
        for start in range(0, len(names), _MOST_ROWS):
            rows = map(self.by_type.__getitem__, names[start : start + _MOST_ROWS])
            for column, values in enumerate(zip(*rows, strict=True)):
                columns[column] += values
        alone, twos, threes = columns[:3]
        parts = dict(zip(_PARTS, columns[_PARTS_FROM:], strict=True))
        classes = parts[class_of]
        get = dict.get
        behind = classes[1:]
        two = map(get, twos, behind, _NO_TWO)
        threes_behind = map(get, threes, behind, _WITHOUT_BLOCKS)
        three = map(get, threes_behind, classes[2:], _NO_THREE)
        total = _laid_of("words", alone)
        total += _laid_of("twos", two)
        total += _laid_of("threes", three)
        for (_, made), followers in zip(_PAIRS, columns[_FOLLOWERS], strict=True):
            first, second = made.parts
            if made.by_second:
                pair = map(get, followers[1:], parts[first], _NO_PAIR)
            else:
                pair = map(get, followers, parts[second][1:], _NO_PAIR)
            total += _laid_of("pairs", pair)
        return total

    def _columns_of(self, name: str) -> tuple[Any, ...]:
        """All that is asked of a type of word.

        The block of the word alone; blocks by the class of the next word and by those of the next
        two; for each template of two words blocks by the other one; the parts that are asked for.
        """
        kind = self.types[name]
        weight = sum(map(self.words.get, word_keys(kind), _ZEROS))
        alone = block_of(weight, SLOTS["words"])
        twos = self.twos.get(kind.klass, _NO_BLOCKS)
        threes = self.threes.get(kind.klass, _NO_THREES)
        followers = []
        for template, made in _PAIRS:
            part = made.parts[1 if made.by_second else 0](kind)
            followers.append(self.pairs.get(f"{template} {part}", _NO_BLOCKS))
        parts = [part(kind) for part in _PARTS]
        return alone, twos, threes, *followers, *parts

    def _state_blocks(self, state: State, bias: int) -> Cache:
        """The blocks of one of the three states, by what it is."""

        def block(value: str) -> bytes:
            weight = sum(map(self.states.get, state_keys(state, value), _ZEROS))
            return block_of(weight + bias, 1)

        return Cache(block, _MOST_KEPT)


def _laid_of(kind: str, blocks: Iterable[bytes]) -> int:
    """Blocks of neighbours, laid so that the first one's first word is in the slot behind three."""
    return laid(blocks, SLOTS[kind], AROUND - LEADS[kind])


def _stretch_blocks(by_state: Cache, states_in: Callable[..., list[str]], bias: int) -> Cache:
    """The blocks of a stretch's tokens, by the stretch; those of a border hold the bias alone."""

    def blocks(stretch: tuple[Any, ...]) -> bytes:
        if not stretch:
            return block_of(bias, 1) * AROUND
        return b"".join(map(by_state.__getitem__, states_in(*stretch)))

    return Cache(blocks, _MOST_KEPT)


def _padded_names(view: TokenView, pad: WordType) -> list[str]:
    """The names of the tokens' types, with three pads before, between and behind paragraphs."""
    names = [kind.name for kind in view.types]
    border = [pad.name] * AROUND
    padded = [*border]
    for i, j in view.doc.paragraph_tokens:
        padded += names[i:j]
        padded += border
    return padded


def _column(numbers: array[int], column: MutableSequence[int]) -> MutableSequence[int]:
    """A column with the numbers, some at a time lest all of a long text's are held twice."""
    for start in range(0, len(numbers), _MOST_TOGETHER):
        column.extend(numbers[start : start + _MOST_TOGETHER].tolist())
    return column
