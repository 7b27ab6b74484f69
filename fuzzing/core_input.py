"""Numbers that no text has, handed to the compiled scorer.

In: bytes. Out: nothing, or a process that ends. Why: the library checks every number before it
follows it; built with ``python native/compile.py --checked``, it stops where one was not.
"""

from __future__ import annotations

import ctypes
from array import array
from functools import cache
from typing import TYPE_CHECKING

from newsquote._quotes.model import weights
from newsquote._quotes.model.core.library import loaded
from newsquote._quotes.model.core.scorer import Input
from newsquote.lang import get_pack

if TYPE_CHECKING:
    from newsquote._quotes.model.core.scorer import CompiledScorer

__all__ = ["hand_over"]

WORDS = (
    "“", "”", "said", "Lee", "the", ",", ".", ":", "(",
    ")", "that", "and", "Mayor", "has", ";", "—", "not", "of", "they", "bridge",
)  # fmt: skip
INTS_A_HEAD = 13


@cache
def scorer() -> CompiledScorer | None:
    """The compiled scorer of the weights that come with the package, which knows some types."""
    core = weights.model_of(get_pack("en")).core if loaded().library else None
    if core is not None:
        lexicon = weights.model_of(get_pack("en")).lexicon
        for word in WORDS:
            core._types[lexicon.type_of(word, initial=False, name="")]
        core._rules["turn", "l"]
    return core


class Numbers:
    """Bytes as numbers; when they are used up, every number is the least."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def below(self, most: int, least: int = 0) -> int:
        """A number from the least to below another."""
        byte = self.data[self.at] if self.at < len(self.data) else 0
        self.at += 1
        return least + byte % (most - least)

    def some(self, count: int, most: int, least: int = 0) -> array[int]:
        """So many numbers."""
        return array("i", [self.below(most, least) for _ in range(count)])

    def spoil(self, arrays: list[array[int]]) -> None:
        """Put any number in the place of another, now and then."""
        if self.below(3):
            return
        one = arrays[self.below(len(arrays))]
        if one:
            number = sum(self.below(256) << shift for shift in (0, 8, 16, 24))
            some = (number - (1 << 31), self.below(20) - 3, 2**31 - 1, -(2**31))
            one[self.below(len(one))] = some[self.below(4)]


def drawn_text(drawn: Numbers, tokens: int) -> tuple[array[int], array[int], array[int]]:
    """The sentences of a text, the paragraph of each, and the paragraphs."""
    sentences, numbers, paragraphs = array("i"), array("i"), array("i", [0, 0])
    reached = 0
    while reached < tokens:
        end = min(tokens, reached + 1 + drawn.below(40))
        while reached and drawn.below(3) == 1:  # some of the paragraphs are empty
            paragraphs.extend((reached, reached))
        sentences.extend((reached, end))
        numbers.append(len(paragraphs) // 2 - 1)
        paragraphs[-1] = reached = end
    return sentences, numbers, paragraphs


def hand_over(data: bytes) -> None:
    """Have the compiled scorer, where there is one, read numbers and choose among heads."""
    core = scorer()
    if core is None:
        return
    drawn = Numbers(data)
    tokens = 1 + drawn.below(250)
    sentences, numbers, paragraphs = drawn_text(drawn, tokens)
    marks = drawn.below(6)
    arrays = [
        drawn.some(tokens, len(core._types)),
        drawn.some(tokens, tokens),
        drawn.some(tokens, marks, -1),
        sentences,
        numbers,
        paragraphs,
        drawn.some(2 * marks, tokens + 1),
    ]
    drawn.spoil(arrays)
    *of_text, mark_bounds = [one.buffer_info()[0] for one in arrays]
    given = Input(
        tokens,
        drawn.below(len(core._types) + drawn.below(2)),
        *of_text[:3],
        len(numbers),
        len(paragraphs) // 2,
        *of_text[3:],
        bytes(drawn.some(len(paragraphs) // 2, 2)),
        marks,
        0,
        mark_bounds,
        bytes(drawn.some(marks, 4)),
    )
    heads, count = ctypes.c_void_p(), ctypes.c_int32()
    handle = core._read(core._model, ctypes.byref(given), ctypes.byref(heads), ctypes.byref(count))
    if handle:
        _choose(core, ctypes.c_void_p(handle), drawn, tokens)


def _choose(core: CompiledScorer, handle: ctypes.c_void_p, drawn: Numbers, tokens: int) -> None:
    rows = array("i")
    for head in sorted({drawn.below(tokens) for _ in range(1 + drawn.below(30))}):
        rows.extend((head, drawn.below(1, -1)))
        rows.extend(drawn.some(8, tokens + 1))
        rows.extend(drawn.some(3, 2))
    drawn.spoil([rows])
    picked = ctypes.c_void_p()
    core._choose(
        handle,
        ctypes.c_void_p(rows.buffer_info()[0]),
        len(rows) // INTS_A_HEAD,
        ctypes.byref(picked),
    )
    core.free(handle)
