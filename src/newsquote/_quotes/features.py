"""A document as the trained model sees it.

In: a document, the word classes. Out: for every token its type (word, class, suffix, cue-verb frames) and its state (marks, place), as
indexes into tables. Why: training and reading must see the very same thing, and what hangs on the word alone is computed once per word.

A capitalised word inside a sentence is a shape, never itself; at a sentence's head it is its lower-case word where that is a common one.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["Lexicon", "View", "WordType", "view_of"]

_SUFFIXES = (
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
)
_DOUBLE = frozenset('"“”„‟«»＂')
_DASHES = frozenset(("-", "–", "—", "―", "--", "---"))
_UNKNOWN = "\x00"
"""Stands for all words, stems and signs of which the weights have no feature."""
_MOST_WORDS = 200_000
_ENDS = frozenset((".", "!", "?", "…", "...", "...."))


@attrs.frozen(eq=False, slots=True)
class WordType:
    """What a token is by itself: word, class, suffix, frames of the cue verb, one-letter kind."""

    index: int
    word: str
    klass: str
    suffix: str
    frames: str
    stem: str
    kind: str
    """X capitalised, w lower case, 0 number, p punctuation, q double mark."""
    klass_index: int


@attrs.define(eq=False, slots=True)
class Lexicon:
    """The words' classes; types are made on demand, and tokens that the model cannot tell apart share one.

    So there are no more types than the weights know words and signs, times the endings of the others: what is kept for a type stays small
    however many texts are read. Types may be asked for by several threads.
    """

    closed: Mapping[str, str]
    clusters: Mapping[str, int]
    verbs: Mapping[str, tuple[str, str, str]]
    """Form -> (lemma, category, frames)."""
    known: frozenset[str] | None = None
    """The words, stems and signs in the weights; None while they are being fitted, when all are."""
    seen: dict[tuple[str, bool], WordType] = attrs.field(factory=dict)
    types: dict[tuple[str, ...], WordType] = attrs.field(factory=dict)
    classes: dict[str, int] = attrs.field(factory=dict)
    numbers: Iterator[int] = attrs.field(factory=count)

    @classmethod
    def of(cls, pack: LanguagePack, clusters: Mapping[str, int], known: frozenset[str] | None = None) -> Lexicon:
        verbs: dict[str, tuple[str, str, str]] = {}
        for lemma, category, frames, forms in pack.rows("cue_verbs"):
            for form in forms.split():
                verbs.setdefault(form, (lemma, category, frames))
        return cls(pack.table("word_classes"), clusters, verbs, known)

    def pad(self) -> WordType:
        """What stands around a paragraph."""
        return self._type("", "PAD", "", "", "", "p")

    def type_of(self, word: str, *, initial: bool) -> WordType:
        key = (word, initial)
        found = self.seen.get(key)
        if found is None:
            word_, klass, suffix, frames, kind = self._parts(word, initial=initial)
            stem = _stem(word_) if kind == "w" else ""
            if self.known is not None and kind in "wp" and word_ not in self.known:
                word_, klass = _UNKNOWN, _UNKNOWN if klass == word_ else klass
            if self.known is not None and stem and stem not in self.known:
                stem = _UNKNOWN
            if len(self.seen) > _MOST_WORDS:
                self.seen.clear()
            found = self.seen[key] = self._type(word_, klass, suffix, frames, stem, kind)
        return found

    def _type(self, word: str, klass: str, suffix: str, frames: str, stem: str, kind: str) -> WordType:
        parts = (word, klass, suffix, frames, stem, kind)
        found = self.types.get(parts)
        if found is None:
            number = self.classes.setdefault(klass, next(self.numbers))
            made = WordType(next(self.numbers), word, klass, suffix, frames, stem, kind, number)
            found = self.types.setdefault(parts, made)
        return found

    def _parts(self, word: str, *, initial: bool) -> tuple[str, str, str, str, str]:
        first = word[0]
        if first in _DOUBLE or word in {"``", "''"}:
            return ("Q", "Q", "", "", "q")
        if word in _DASHES:
            return ("—", "DASH", "", "", "p")
        if word in _ENDS:
            return (word, "END", "", "", "p")
        if not any(map(str.isalnum, word)):
            return (word, word, "", "", "p")
        if first.isdigit() or first in "$#@":
            kind = first if first in "#@" else "0"
            return (kind, kind, "", "", "0")
        lower = word.lower().replace("’", "'")
        if word != word.lower() and not (initial and first.isupper() and (lower in self.clusters or lower in self.closed)) and first != "'":
            return self._capital(word, lower, initial=initial)
        klass = self.closed.get(lower) or self._open(lower)
        verb = self.verbs.get(lower)
        return (lower, klass, lower[-3:], verb[2] if verb else "", "w")

    def _open(self, lower: str) -> str:
        cluster = self.clusters.get(lower)
        if cluster is not None:
            return f"k{cluster}"
        return next((f"-{suffix}" for suffix in _SUFFIXES if lower.endswith(suffix)), "-")

    def _capital(self, word: str, lower: str, *, initial: bool) -> tuple[str, str, str, str, str]:
        klass = self.closed.get(lower.rstrip("."))
        if klass in {"DY", "MO", "TT"}:
            return (klass, klass, "", "", "X")
        if klass and len(lower) > 1:
            return (lower, klass, "", "", "X")
        if lower == "i":
            return ("i", "PR", "", "", "X")
        verb = self.verbs.get(lower)
        shape = "Xi" if initial else "XX" if word.isupper() and len(word) > 1 else "X." if word.endswith(".") else "X"
        return (shape, shape, "", verb[2] if verb else "", "X")


def _stem(word: str) -> str:
    """A word without its ending, so that the forms of a verb look alike."""
    for ending in ("ing", "ies", "ied", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


@attrs.define(eq=False, slots=True)
class View:
    """The parallel lists of a document's tokens."""

    doc: Doc
    types: list[WordType]
    sentence: list[int]
    """Sentence number of each token."""
    inside: list[int]
    """0 outside double marks, 1 inside."""
    mark_of: list[int]
    """Index of the double-marked text around the token, -1 outside."""
    state: list[str]
    """The token's marks, place and nearest signs, a letter or digit each."""
    alnum: list[bool]
    cache: dict[tuple[int, int], dict[str, list[int]]] = attrs.field(factory=dict)
    """Running counts of paragraphs, kept by who asks."""


def view_of(doc: Doc, lexicon: Lexicon) -> View:
    """Look at a document's tokens."""
    n = len(doc.words)
    inside, mark_of = [0] * n, [-1] * n
    heads = set()
    for number, marked in enumerate(doc.marked):
        i, j = doc.tokens_in(marked.start, marked.end)
        if i < j:
            heads.add(i + 1)
        if marked.single or marked.depth:
            continue
        for t in range(i, j):
            inside[t] = 1
            mark_of[t] = number
    sentence = [0] * n
    for number, (i, j) in enumerate(doc.sentences):
        heads.add(i)
        if i < n and not doc.words[i][0].isalnum():
            heads.add(i + 1)
        for t in range(i, j):
            sentence[t] = number
    types = [lexicon.type_of(word, initial=t in heads) for t, word in enumerate(doc.words)]
    view = View(doc, types, sentence, inside, mark_of, [""] * n, [t.kind not in "pq" for t in types])
    _states(view)
    return view


def _states(view: View) -> None:
    doc = view.doc
    for number, (i, j) in enumerate(doc.sentences):
        paragraph = doc.sentence_paragraphs[number]
        has = "m" if any(view.inside[i:j]) else "-"
        head = "H" if paragraph == 0 else "b"
        first = "F" if doc.paragraph_tokens[paragraph][0] == i else "f"
        start = "q" if view.inside[i] else "-"
        end = "q" if view.inside[j - 1] else "-"
        looks = _looks(view, i, j)
        verbs = [t for t in range(i, j) if view.types[t].frames]
        seen = 0
        common = has + head + first + start + end
        for t in range(i, j):
            while seen < len(verbs) and verbs[seen] < t:
                seen += 1
            left = min(seen, 2)
            right = min(len(verbs) - seen - (seen < len(verbs) and verbs[seen] == t), 2)
            at, to = t - i, j - 1 - t
            place = f"{at if at < 3 else 3 if at < 7 else 4 if at < 15 else 5}{to if to < 3 else 3 if to < 7 else 4 if to < 15 else 5}"
            view.state[t] = f"{common}{view.inside[t]}{place}{left}{right}{looks[t - i]}"


_SIGNS = {"Q": "q", ",": ",", ":": ":", "END": ".", "TH": "t", "TO": "o", "WH": "w", "DASH": "-", ";": ";", "CC": "&", "SB": "b"}


def _looks(view: View, i: int, j: int) -> list[str]:
    """For each token of a sentence the nearest sign on its left and on its right, and how near, as four letters."""
    lefts, sign, at = [], "^", i
    for t in range(i, j):
        lefts.append(f"{sign}{min(t - at, 4)}")
        found = _SIGNS.get(view.types[t].klass)
        if found:
            sign, at = found, t
    rights: list[str] = []
    sign, at = "$", j
    for t in range(j - 1, i - 1, -1):
        rights.append(f"{sign}{min(at - t, 5)}")
        found = _SIGNS.get(view.types[t].klass)
        if found:
            sign, at = found, t
    return [left + right for left, right in zip(lefts, reversed(rights), strict=True)]
