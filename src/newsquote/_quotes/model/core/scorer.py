"""The compiled scorer of a model: texts as numbers, choices as records.

In: the sections of a weights file; views of documents. Out: a reading of each (``picks``), or None
where the library refuses a text, which then the plain scorer reads. Why: this is all that crosses
over, so that neither side knows what the other's records look like.

Several threads may read at once. Types and rules are numbered by one at a time; a process that
forks waits for that, so the copy is whole.
"""

from __future__ import annotations

import ctypes
import os
from array import array
from collections import defaultdict
from itertools import chain, count
from struct import Struct
from threading import RLock
from typing import TYPE_CHECKING, Any
from weakref import finalize

from newsquote._quotes.model.picks import Pick
from newsquote._quotes.model.regions import LEADS_ON

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from newsquote._quotes.model.core.library import Library
    from newsquote._quotes.model.hints import Hint
    from newsquote._quotes.model.token_ranges import TokenRange
    from newsquote._quotes.model.token_view import TokenView
    from newsquote._quotes.model.word_types import WordType
    from newsquote._text.doc import Doc

__all__ = ["SECTIONS", "CompiledReading", "CompiledScorer", "Input", "open_scorer"]

SECTIONS = (
    *("tagger_words", "tagger_states", "tagger_pairs", "tagger_twos", "tagger_threes"),
    *("left", "right", "source", "content", "joint"),
)
"""The sections of a weights file that the library reads, in its order."""
_CLOSED, _CONTINUES = 1, 2
_NO_RULE = -1
_NONE = (0, 0)
_HEAD = Struct("=2i")
_PICK = Struct("=d10i")
_LOCK = RLock()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=_LOCK.acquire, after_in_parent=_LOCK.release, after_in_child=_LOCK.release
    )


class _Section(ctypes.Structure):
    _fields_ = (
        ("keys", ctypes.c_char_p),
        ("keys_size", ctypes.c_int64),
        ("values", ctypes.c_char_p),
        ("values_size", ctypes.c_int64),
    )


class Input(ctypes.Structure):
    """A text, as ``native/reading.hpp`` has it."""

    _fields_ = (
        ("tokens", ctypes.c_int32),
        ("pad", ctypes.c_int32),
        ("types", ctypes.c_void_p),
        ("voices", ctypes.c_void_p),
        ("mark_at", ctypes.c_void_p),
        ("sentences", ctypes.c_int32),
        ("paragraphs", ctypes.c_int32),
        ("sentence_bounds", ctypes.c_void_p),
        ("sentence_paragraphs", ctypes.c_void_p),
        ("paragraph_bounds", ctypes.c_void_p),
        ("leads_on", ctypes.c_char_p),
        ("marks", ctypes.c_int32),
        ("reserved", ctypes.c_int32),
        ("mark_bounds", ctypes.c_void_p),
        ("mark_flags", ctypes.c_char_p),
    )


class RefusedError(Exception):
    """The library has no room for a type or a rule."""


class _Numbers(dict[Any, int]):
    """The library's numbers of what it was told once."""

    __slots__ = ("_add", "_name_of")

    def __init__(self, add: Callable[[bytes], int], name_of: Callable[[Any], str]) -> None:
        super().__init__()
        self._add = add
        self._name_of = name_of

    def __missing__(self, one: Any) -> int:  # noqa: ANN401 - a word type, or a rule and its side
        with _LOCK:
            number = self.get(one)
            if number is None:
                number = self._add(self._name_of(one).encode("utf-8", "surrogatepass"))
                if number < 0:
                    raise RefusedError
                self[one] = number
        return number


def open_scorer(library: Library, sections: Mapping[str, tuple[bytes, bytes]]) -> CompiledScorer:
    """The compiled scorer of a model.

    :raises ValueError: if the library cannot read the sections.
    """
    made = [
        _Section(keys, len(keys), values, len(values))
        for keys, values in (sections[name] for name in SECTIONS)
    ]
    opened = library.free.newsquote_core_open
    opened.restype = ctypes.c_void_p
    handle = opened((_Section * len(made))(*made), len(made))
    if not handle:
        msg = "the compiled scorer cannot read these weights"
        raise ValueError(msg)
    return CompiledScorer(library, handle)


class CompiledScorer:
    """Reads texts with one model's weights."""

    def __init__(self, library: Library, handle: int) -> None:
        free, held = library.free, library.held
        self._model = ctypes.c_void_p(handle)
        self._types = _Numbers(self._adder(held.newsquote_core_add_type), _name_of_type)
        self._rules = _Numbers(self._adder(held.newsquote_core_add_rule), "\t".join)
        self._read = free.newsquote_core_read
        self._read.restype = ctypes.c_void_p
        self._choose = free.newsquote_core_choose
        self._free = held.newsquote_core_free
        # At the interpreter's end the memory goes anyway, and a thread may still be reading.
        finalize(self, held.newsquote_core_close, self._model).atexit = False

    def _adder(self, function: Any) -> Callable[[bytes], int]:  # noqa: ANN401 - of ctypes
        def add(name: bytes) -> int:
            return int(function(self._model, name, ctypes.c_int64(len(name))))

        return add

    def read(self, view: TokenView, pad: WordType) -> CompiledReading | None:
        """A text whose tokens are scored; None where the library refuses it."""
        try:
            types = array("i", map(self._types.__getitem__, view.types))
            given = _Given(view.doc, view.mark_at, types, self._types[pad])
        except RefusedError:
            return None
        heads, found = ctypes.c_void_p(), ctypes.c_int32()
        handle = self._read(
            self._model, ctypes.byref(given.input), ctypes.byref(heads), ctypes.byref(found)
        )
        if not handle:
            return None
        return CompiledReading(self, given, handle, _copied(_HEAD, heads.value, found.value))

    def choose(self, handle: ctypes.c_void_p, heads: array[int]) -> list[Pick]:
        """What the library picks of some heads, each with its hint."""
        picked = ctypes.c_void_p()
        size = len(heads) // _INTS_A_HEAD
        found = self._choose(
            handle, ctypes.c_void_p(heads.buffer_info()[0]), size, ctypes.byref(picked)
        )
        if found < 0:
            raise MemoryError
        return [_pick(row) for row in _copied(_PICK, picked.value, found)]

    def hinted(self, head: int, hint: Hint | None) -> tuple[int, ...]:
        """A head and its hint, as numbers."""
        if hint is None:
            return (head, _NO_RULE, *_NONE * 4, 0, 0, 0)
        beside = (hint.source, hint.left, hint.right)
        ranges = chain.from_iterable([piece or _NONE for piece in beside])
        are_there = [piece is not None for piece in beside]
        return (head, self._rules[hint.rule, hint.side], *hint.cue, *ranges, *are_there)

    def free(self, handle: ctypes.c_void_p) -> None:
        """Free what the library keeps of a text."""
        self._free(handle)


_INTS_A_HEAD = 13


class CompiledReading:
    """A text whose tokens the library scored."""

    def __init__(
        self, scorer: CompiledScorer, given: _Given, handle: int, heads: list[tuple[int, int]]
    ) -> None:
        self._scorer = scorer
        self._given = given
        """The library reads these arrays until the text is closed."""
        self._handle = ctypes.c_void_p(handle)
        self.heads = heads

    def picks(self, heads: Sequence[int], hints: Mapping[int, Hint]) -> list[Pick]:
        """The safest choices of some of the heads, where they have any chance, in order."""
        scorer = self._scorer
        rows = array("i")
        for head in heads:
            rows.extend(scorer.hinted(head, hints.get(head)))
        return scorer.choose(self._handle, rows)

    def close(self) -> None:
        """Free what was kept of the text."""
        handle, self._handle = self._handle, ctypes.c_void_p()
        self._scorer.free(handle)


class _Given:
    """The arrays of a text, and where they are."""

    def __init__(self, doc: Doc, mark_at: list[int], types: array[int], pad: int) -> None:
        numbers = defaultdict[str, int](count().__next__)
        words = doc.words
        self._arrays = arrays = [
            types,
            array("i", map(numbers.__getitem__, doc.lowers)),
            array("i", mark_at),
            array("i", chain.from_iterable(doc.sentences)),
            array("i", doc.sentence_paragraphs),
            array("i", chain.from_iterable(doc.paragraph_tokens)),
            array("i", chain.from_iterable(doc.tokens_in(*one.span) for one in doc.marked)),
        ]
        addresses = [one.buffer_info()[0] for one in arrays]
        *of_text, mark_bounds = addresses
        leads_on = bytes([i < j and words[j - 1] in LEADS_ON for i, j in doc.paragraph_tokens])
        flags = bytes([_CLOSED * one.closed + _CONTINUES * one.continues for one in doc.marked])
        self.input = Input(
            len(words),
            pad,
            *of_text[:3],
            len(doc.sentences),
            len(doc.paragraph_tokens),
            *of_text[3:],
            leads_on,
            len(doc.marked),
            0,
            mark_bounds,
            flags,
        )


def _name_of_type(kind: WordType) -> str:
    return kind.name


def _copied(row: Struct, address: int | None, count: int) -> list[Any]:
    """Rows of the library's memory, as tuples."""
    if address is None or not count:
        return []
    return list(row.iter_unpack(ctypes.string_at(address, row.size * count)))


def _pick(row: tuple[Any, ...]) -> Pick:
    chance, head, _, *edges = row
    cue, left, right, source = zip(edges[::2], edges[1::2], strict=True)
    return Pick(chance, head, cue, _range(left), _range(right), _range(source))


def _range(edges: TokenRange) -> TokenRange | None:
    return edges if edges[0] >= 0 else None
