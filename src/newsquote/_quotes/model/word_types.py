"""A word as the trained model sees it.

In: a word, whether it begins a sentence, the kind of name it is in; the word classes. Out: its
type: word, class, suffix, stem, frames of the cue verb. Why: training and reading must see the very
same thing, and what hangs on the word alone is computed once per word.

A capitalised word inside a sentence is a shape, never itself; at a sentence's head it is its
lower-case word where that is a common one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.model.score_tables import Cache

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote.lang import LanguagePack

__all__ = ["Lexicon", "WordType"]

_SUFFIXES = frozenset(
    [
        "ing",
        "ed",
        "ly",
        "ion",
        "ers",
        "er",
        "ies",
        "ist",
        "als",
        "al",
        "ous",
        "ive",
        "ity",
        "ment",
        "ism",
        "ble",
        "ful",
        "es",
        "s",
        "y",
        "e",
    ]
)
"""The class of a word that is in no other class is the longest of these that it ends with."""
_LONGEST_SUFFIX = max(map(len, _SUFFIXES))
_SUFFIX_LETTERS = 3
_STEM_ENDINGS = ("ing", "ies", "ied", "ed", "es", "s", "e", "y")
_STEM_LAST = frozenset(ending[-1] for ending in _STEM_ENDINGS)
_SHORTEST_STEM = 3
_DOUBLE_MARKS = frozenset('"“”„‟«»＂') | {"``", "''"}
_DASHES = frozenset(("-", "–", "—", "―", "--", "---"))
_ENDS = frozenset((".", "!", "?", "…", "...", "...."))
_OTHER_NUMBERS = frozenset("#@")
_KNOWN_CAPITALS = frozenset(("DY", "MO", "TT"))
"""Days, months and titles are their class."""
_UNKNOWN = "\x00"
"""Stands for all words, stems and signs of which the weights have no feature."""
_MOST_WORDS = 100_000
_BETWEEN = "\t"


@attrs.frozen(eq=False, repr=False, slots=True)
class WordType:
    """What a token is by itself."""

    word: str
    klass: str
    suffix: str
    frames: str
    """A letter for each frame of the cue verb; empty for another word."""
    stem: str
    kind: str
    """X capitalised, w lower case, 0 number, p punctuation, q double mark."""
    name: str
    """All of that as one string. What is kept by combinations of words is kept by their names,
    which the garbage collector need not look at."""
    alnum: bool
    """Whether it is a word or a number."""

    @classmethod
    def named(cls, name: str) -> WordType:
        """The type with a name."""
        word, klass, suffix, frames, stem, kind = name.split(_BETWEEN)
        return cls(word, klass, suffix, frames, stem, kind, name, kind not in "pq")


_Parts = tuple[str, str, str, str, str]
"""The word, class, suffix, frames and kind of a type."""


@attrs.define(eq=False, repr=False, slots=True)
class Lexicon:
    """The words' classes, and types that are made on demand.

    Tokens that the model cannot tell apart share one.
    So there are no more types than the weights know words and signs, times the endings of the
    others: what is kept for types stays small however many texts are read. Several threads may ask
    for types.
    """

    closed: Mapping[str, str]
    """The classes of closed word classes, by word."""
    clusters: Mapping[str, int]
    """The classes of common words, by word."""
    verbs: Mapping[str, tuple[str, str, str]]
    """Form -> (lemma, category, frames)."""
    known: frozenset[str] | None = None
    """The words, stems and signs in the weights; None while they are being fitted, when all are."""
    seen: Cache = attrs.field(init=False)
    """Types by word, whether it begins a sentence or a quotation, and the letter of its name."""
    types: dict[str, WordType] = attrs.field(factory=dict)
    """By name."""

    def __attrs_post_init__(self) -> None:
        self.seen = Cache(self._make_type, _MOST_WORDS)

    @classmethod
    def from_pack(
        cls, pack: LanguagePack, clusters: Mapping[str, int], known: frozenset[str] | None = None
    ) -> Lexicon:
        """The lexicon of a language, with the classes of common words that training found."""
        verbs: dict[str, tuple[str, str, str]] = {}
        for lemma, category, frames, forms in pack.rows("cue_verbs"):
            for form in forms.split():
                verbs.setdefault(form, (lemma, category, frames))
        return cls(pack.table("word_classes"), clusters, verbs, known)

    def pad(self) -> WordType:
        """The type that stands around a paragraph."""
        return self._shared_type(("", "PAD", "", "", "p"), "")

    def type_of(self, word: str, *, initial: bool, name: str) -> WordType:
        """The type of a word.

        :param initial: whether it begins a sentence or a quotation.
        :param name: the letter of the kind of name it is in; empty outside names.
        """
        found: WordType = self.seen[word, initial, name]
        return found

    def _make_type(self, key: tuple[str, bool, str]) -> WordType:
        original, initial, name = key
        parts = self._parts(original, initial=initial, name=name)
        word, klass, suffix, frames, kind = parts
        stem = _stem(word) if kind == "w" else ""
        if self.known is None:
            return self._shared_type(parts, stem)
        if kind in "wp" and word not in self.known:
            klass = _UNKNOWN if klass == word else klass
            parts = _UNKNOWN, klass, suffix, frames, kind
        if stem and stem not in self.known:
            stem = _UNKNOWN
        return self._shared_type(parts, stem)

    def _shared_type(self, parts: _Parts, stem: str) -> WordType:
        word, klass, suffix, frames, kind = parts
        name = _BETWEEN.join((word, klass, suffix, frames, stem, kind))
        found = self.types.get(name)
        if found is None:
            made = WordType(word, klass, suffix, frames, stem, kind, name, kind not in "pq")
            found = self.types.setdefault(name, made)
        return found

    def _parts(self, word: str, *, initial: bool, name: str) -> _Parts:
        first = word[0]
        if not first.isalnum():
            sign = _sign(word)
            if sign is not None:
                return sign
        if first.isdigit() or first == "$":
            return ("0", "0", "", "", "0")
        if first in _OTHER_NUMBERS:
            return (first, first, "", "", "0")
        small = word.lower()
        lower = small.replace("’", "'")
        is_common = lower in self.clusters or lower in self.closed
        is_itself = word == small or first == "'"
        if is_itself or (initial and first.isupper() and is_common):
            return self._lower_case(lower)
        return self._capitalised(word, lower, initial=initial, name=name)

    def _lower_case(self, lower: str) -> _Parts:
        klass = self.closed.get(lower) or self._open_class(lower)
        return (lower, klass, lower[-_SUFFIX_LETTERS:], self._frames(lower), "w")

    def _frames(self, lower: str) -> str:
        verb = self.verbs.get(lower)
        return verb[2] if verb else ""

    def _open_class(self, lower: str) -> str:
        cluster = self.clusters.get(lower)
        if cluster is not None:
            return f"k{cluster}"
        for length in range(_LONGEST_SUFFIX, 0, -1):
            if lower[-length:] in _SUFFIXES:
                return f"-{lower[-length:]}"
        return "-"

    def _capitalised(self, word: str, lower: str, *, initial: bool, name: str) -> _Parts:
        klass = self.closed.get(lower.rstrip("."))
        if klass in _KNOWN_CAPITALS:
            return (klass, klass, "", "", "X")
        if klass and len(lower) > 1:
            return (lower, klass, "", "", "X")
        if lower == "i":
            return ("i", "PR", "", "", "X")
        shape = _shape(word, initial=initial)
        return (shape, shape + name, "", self._frames(lower), "X")


def _sign(word: str) -> _Parts | None:
    """A mark, a dash, a stop or another sign; None for a word that begins with one."""
    if word[0] in _DOUBLE_MARKS or word in _DOUBLE_MARKS:
        return ("Q", "Q", "", "", "q")
    if word in _DASHES:
        return ("—", "DASH", "", "", "p")
    if word in _ENDS:
        return (word, "END", "", "", "p")
    if any(map(str.isalnum, word)):
        return None
    return (word, word, "", "", "p")


def _shape(word: str, *, initial: bool) -> str:
    if initial:
        return "Xi"
    if word.isupper() and len(word) > 1:
        return "XX"
    return "X." if word.endswith(".") else "X"


def _stem(word: str) -> str:
    """A word without its ending, so that the forms of a verb look alike."""
    if word[-1] in _STEM_LAST:
        for ending in _STEM_ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                word = word[: -len(ending)]
                break
    is_doubled = len(word) > _SHORTEST_STEM and word[-1] == word[-2]
    return word[:-1] if is_doubled else word
