"""A document as the trained model sees it.

In: a document, the word classes. Out: for every token its type (word, class, suffix, cue-verb frames), its sentence and the marks around
it. Why: training and reading must see the very same thing, and what hangs on the word alone is computed once per word.

A capitalised word inside a sentence is a shape, never itself; at a sentence's head it is its lower-case word where that is a common one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.model.sums import Kept
from newsquote.kinds import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote._names.spotting import Names
    from newsquote._text.doc import Doc
    from newsquote.lang import LanguagePack

__all__ = ["Lexicon", "View", "WordType", "view_of"]

_SUFFIXES = frozenset(
    (
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
)
_LONGEST_SUFFIX = max(map(len, _SUFFIXES))
_STEM_ENDINGS = ("ing", "ies", "ied", "ed", "es", "s", "e", "y")
_STEM_LAST = frozenset(ending[-1] for ending in _STEM_ENDINGS)
_DOUBLE = frozenset('"“”„‟«»＂')
_DASHES = frozenset(("-", "–", "—", "―", "--", "---"))
_UNKNOWN = "\x00"
"""Stands for all words, stems and signs of which the weights have no feature."""
_MOST_WORDS = 100_000
_BETWEEN = "\t"
_ENDS = frozenset((".", "!", "?", "…", "...", "...."))


@attrs.frozen(eq=False, repr=False, slots=True)
class WordType:
    """What a token is by itself: word, class, suffix, frames of the cue verb, one-letter kind."""

    word: str
    klass: str
    suffix: str
    frames: str
    stem: str
    kind: str
    """X capitalised, w lower case, 0 number, p punctuation, q double mark."""
    name: str
    """All of that as one string: what is kept by combinations of words is kept by their names, which the garbage collector need not look at."""
    alnum: bool
    """Whether it is a word or a number."""

    @classmethod
    def named(cls, name: str) -> WordType:
        """The type with a name."""
        word, klass, suffix, frames, stem, kind = name.split(_BETWEEN)
        return cls(word, klass, suffix, frames, stem, kind, name, kind not in "pq")


@attrs.define(eq=False, repr=False, slots=True)
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
    seen: Kept = attrs.field(init=False)
    types: dict[str, WordType] = attrs.field(factory=dict)
    """By name."""

    def __attrs_post_init__(self) -> None:
        self.seen = Kept(self._seen, _MOST_WORDS)

    @classmethod
    def of(
        cls, pack: LanguagePack, clusters: Mapping[str, int], known: frozenset[str] | None = None
    ) -> Lexicon:
        verbs: dict[str, tuple[str, str, str]] = {}
        for lemma, category, frames, forms in pack.rows("cue_verbs"):
            for form in forms.split():
                verbs.setdefault(form, (lemma, category, frames))
        return cls(pack.table("word_classes"), clusters, verbs, known)

    def pad(self) -> WordType:
        """What stands around a paragraph."""
        return self._type("", "PAD", "", "", "", "p")

    def type_of(self, word: str, initial: bool, name: str) -> WordType:  # noqa: FBT001 - a key's part
        """The type of a word.

        :param initial: whether it begins a sentence or a quotation.
        :param name: what kind of name it stands in, a letter; empty outside names.
        """
        found: WordType = self.seen[word, initial, name]
        return found

    def _seen(self, key: tuple[str, bool, str]) -> WordType:
        original, initial, name = key
        word, klass, suffix, frames, kind = self._parts(original, initial=initial, name=name)
        stem = _stem(word) if kind == "w" else ""
        if self.known is not None and kind in "wp" and word not in self.known:
            word, klass = _UNKNOWN, _UNKNOWN if klass == word else klass
        if self.known is not None and stem and stem not in self.known:
            stem = _UNKNOWN
        return self._type(word, klass, suffix, frames, stem, kind)

    def _type(
        self, word: str, klass: str, suffix: str, frames: str, stem: str, kind: str
    ) -> WordType:
        name = _BETWEEN.join((word, klass, suffix, frames, stem, kind))
        found = self.types.get(name)
        if found is None:
            found = self.types.setdefault(
                name, WordType(word, klass, suffix, frames, stem, kind, name, kind not in "pq")
            )
        return found

    def _parts(self, word: str, *, initial: bool, name: str) -> tuple[str, str, str, str, str]:
        first = word[0]
        if not first.isalnum():
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
        small = word.lower()
        lower = small.replace("’", "'")
        if (
            word != small
            and not (
                initial and first.isupper() and (lower in self.clusters or lower in self.closed)
            )
            and first != "'"
        ):
            return self._capital(word, lower, initial=initial, name=name)
        klass = self.closed.get(lower) or self._open(lower)
        verb = self.verbs.get(lower)
        return (lower, klass, lower[-3:], verb[2] if verb else "", "w")

    def _open(self, lower: str) -> str:
        cluster = self.clusters.get(lower)
        if cluster is not None:
            return f"k{cluster}"
        for length in range(_LONGEST_SUFFIX, 0, -1):
            if lower[-length:] in _SUFFIXES:
                return f"-{lower[-length:]}"
        return "-"

    def _capital(
        self, word: str, lower: str, *, initial: bool, name: str
    ) -> tuple[str, str, str, str, str]:
        klass = self.closed.get(lower.rstrip("."))
        if klass in {"DY", "MO", "TT"}:
            return (klass, klass, "", "", "X")
        if klass and len(lower) > 1:
            return (lower, klass, "", "", "X")
        if lower == "i":
            return ("i", "PR", "", "", "X")
        verb = self.verbs.get(lower)
        shape = (
            "Xi"
            if initial
            else "XX"
            if word.isupper() and len(word) > 1
            else "X."
            if word.endswith(".")
            else "X"
        )
        return (shape, f"{shape}{name}", "", verb[2] if verb else "", "X")


def _stem(word: str) -> str:
    """A word without its ending, so that the forms of a verb look alike."""
    if word[-1] in _STEM_LAST:
        for ending in _STEM_ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) > 2:
                word = word[: -len(ending)]
                break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


@attrs.define(eq=False, repr=False, slots=True)
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
    alnum: list[bool]


def _name_letters(doc: Doc, names: Names) -> list[str]:
    """For each token the kind of name in which it stands: p a person, o an organization, l a place, n one of which typography says nothing."""
    found = [""] * len(doc.words)
    persons = {doc.words[name.j - 1] for name in names.all if name.kind is SpeakerKind.PERSON}
    for name in names.all:
        if name.place:
            letter = "l"
        elif name.kind is None:
            letter = "p" if doc.words[name.j - 1] in persons else "n"
        else:
            letter = "p" if name.kind is SpeakerKind.PERSON else "o"
        found[name.i : name.j] = [letter] * (name.j - name.i)
    return found


def view_of(doc: Doc, lexicon: Lexicon, names: Names) -> View:
    """Look at a document's tokens."""
    n = len(doc.words)
    inside, mark_of, initial = [0] * n, [-1] * n, [False] * (n + 2)
    for number, marked in enumerate(doc.marked):
        i, j = doc.tokens_in(marked.start, marked.end)
        if marked.nickname or i >= j:
            continue
        initial[i + 1] = True
        if not (marked.single or marked.depth):
            inside[i:j] = [1] * (j - i)
            mark_of[i:j] = [number] * (j - i)
    for i, _ in doc.sentences:
        initial[i + (i < n and not doc.words[i][0].isalnum())] = initial[i] = True
    kinds = zip(doc.words, initial[:n], _name_letters(doc, names), strict=True)
    types: list[WordType] = list(map(lexicon.seen.__getitem__, kinds))
    return View(doc, types, doc.token_sentences, inside, mark_of, [kind.alnum for kind in types])
