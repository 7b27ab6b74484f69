"""A cue and its surroundings, and the rows of features that candidates share.

In: a view, the token scores, a cue's head. Out: the case: its sentence, its paragraph, and the region in which its content may lie. Why: sources and
contents are looked for in the same place and ask the same questions of it.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import TYPE_CHECKING

import attrs

from newsquote._quotes.hints import agreement
from newsquote._quotes.tagging import SCALE

if TYPE_CHECKING:
    from newsquote._quotes.features import View
    from newsquote._quotes.hints import Hint

__all__ = [
    "CONTENT_END",
    "CONTENT_START",
    "HEAD",
    "HINTED",
    "LOW",
    "MOST_PAIRS",
    "MOST_PARAGRAPHS",
    "SOURCE_END",
    "SOURCE_START",
    "Case",
    "Keys",
    "Numeric",
    "Piece",
    "Rows",
    "RowsOf",
    "back",
    "bucket",
    "case_of",
    "count",
    "skip",
    "strongest",
]

HEAD, SOURCE_START, SOURCE_END, CONTENT_START, CONTENT_END = range(5)
LOW = int(-3.9 * SCALE)
"""Edges less likely than one in fifty are no candidates."""
MOST_PAIRS = 60
HINTED = 10**9
"""The first score of a pair that the rules propose: it is always looked at."""
_MOST_EDGES = 32
_MOST_SIDE = 8
_FARTHEST = 250
_FARTHEST_QUOTED = 1500
"""How many tokens from its cue an attribution may reach, so that a text without stops takes no longer than another."""
MOST_PARAGRAPHS = 8
_FINITE = frozenset(("BE", "HV", "DO", "MD"))
_BREAKS = frozenset((";", ":", "DASH", "(", ")", "END", "SB", "WH", "CC", "BU"))


Keys = list[str]
Numeric = list[tuple[str, float]]


@attrs.define(eq=False, slots=True)
class Case:
    """A cue and its surroundings, all in tokens."""

    view: View
    scores: list[list[int]]
    head: int
    sentence: tuple[int, int]
    paragraph: tuple[int, int]
    region: tuple[int, int] = (0, 0)
    """Where content may lie: the sentence, and what the marks that touch it hold."""
    cue: tuple[int, int] = (0, 0)
    source: tuple[int, int] | None = None
    hint: Hint | None = None
    """What the rules say of the cue."""

    def klass(self, t: int) -> str:
        """The class of a token, of its paragraph's border outside."""
        return self.view.types[t].klass if self.paragraph[0] <= t < self.paragraph[1] else "PAD"

    def word(self, t: int) -> str:
        """The word of a token as the model knows it."""
        return self.view.types[t].word if self.paragraph[0] <= t < self.paragraph[1] else ""

    def between(self, i: int, j: int, most: int = 4) -> str:
        """The classes of the tokens i to j (exclusive), the source as one."""
        out = []
        t = i
        source = self.source
        while t < j:
            if source is not None and source[0] <= t < source[1]:
                out.append("S")
                t = source[1]
            else:
                out.append(self.view.types[t].klass)
                t += 1
            if len(out) > most:
                return f"{out[0]}_{out[1]}>{min(9, (j - i) // 4)}"
        return "_".join(out)

    def rule(self) -> str:
        """The rule that found a content."""
        return "-" if self.hint is None else self.hint.rule

    def agrees(self, side: str, i: int, j: int) -> str:
        """How a content stands to what the rules say."""
        return "-" if self.hint is None else agreement(self.hint.left if side == "L" else self.hint.right, i, j + 1)

    def hinted(self, side: str) -> str:
        """Whether the rules have content on that side of the cue."""
        if self.hint is None:
            return "-"
        return f"{'n' if (self.hint.left if side == 'L' else self.hint.right) is None else 'h'}={self.hint.rule}"


def bucket(n: int) -> int:
    """A length as one of a few."""
    return n if n < 5 else 5 if n < 7 else 6 if n < 10 else 7 if n < 15 else 8 if n < 22 else 9 if n < 32 else 10 if n < 50 else 11


def case_of(view: View, scores: list[list[int]], head: int, hint: Hint | None = None) -> Case:
    """The surroundings of a head."""
    doc = view.doc
    number = view.sentence[head]
    pa, pb = doc.paragraph_tokens[doc.sentence_paragraphs[number]]
    a, b = doc.sentences[number]
    a, b = max(a, head - _FARTHEST), min(b, head + _FARTHEST)
    case = Case(view, scores, head, (a, b), (pa, pb), hint=hint)
    ra, rb = a, b
    for t in (a, b - 1):
        mark = view.mark_of[t]
        if mark >= 0:
            i, j = doc.tokens_in(doc.marked[mark].start, doc.marked[mark].end)
            ra, rb = min(ra, max(i, pa)), max(rb, min(j, pb))
    if rb < pb and view.mark_of[rb] >= 0:
        marked = doc.marked[view.mark_of[rb]]
        rb = max(rb, min(doc.tokens_in(marked.start, marked.end)[1], pb))
    if ra > pa and view.mark_of[ra - 1] >= 0:
        marked = doc.marked[view.mark_of[ra - 1]]
        ra = min(ra, max(doc.tokens_in(marked.start, marked.end)[0], pa))
    number = doc.sentence_paragraphs[number]
    if (rb == pb and b == pb and doc.words[pb - 1] in {":", ","}) or (
        rb == pb and view.mark_of[pb - 1] >= 0 and not doc.marked[view.mark_of[pb - 1]].closed
    ):
        rb = _on(view, number, pb)
    if ra == pa and pa and view.mark_of[pa] >= 0 and doc.marked[view.mark_of[pa]].continues:
        ra = _back_on(view, number, pa)
    case.region = (max(ra, head - _FARTHEST_QUOTED), min(rb, head + _FARTHEST_QUOTED))
    return case


def _on(view: View, number: int, end: int) -> int:
    """The end of what goes on in the next paragraphs: one of any kind, then those that keep a quotation open."""
    doc = view.doc
    for k in range(number + 1, min(number + 1 + MOST_PARAGRAPHS, len(doc.paragraphs))):
        i, j = doc.paragraph_tokens[k]
        if i == j or (k > number + 1 and (view.mark_of[i] < 0 or not doc.marked[view.mark_of[i]].continues)):
            break
        end = j
        if view.mark_of[j - 1] < 0 or doc.marked[view.mark_of[j - 1]].closed:
            break
    return end


def _back_on(view: View, number: int, start: int) -> int:
    """The start of the quotation that the paragraphs before left open."""
    doc = view.doc
    for k in range(number - 1, max(-1, number - 1 - MOST_PARAGRAPHS), -1):
        i, j = doc.paragraph_tokens[k]
        if i == j or view.mark_of[j - 1] < 0 or doc.marked[view.mark_of[j - 1]].closed:
            break
        start = doc.tokens_in(doc.marked[view.mark_of[j - 1]].start, doc.ends[j - 1])[0]
        if not doc.marked[view.mark_of[j - 1]].continues:
            break
    return start


@attrs.define(eq=False, slots=True)
class Piece:
    """A candidate range with the numbers of its feature rows."""

    start: int
    end: int
    rows: tuple[int, ...]
    prior: int


def _counts(case: Case) -> dict[str, list[int]]:
    """Running counts over the paragraph, from its first token: commas, cue verbs, marks, verbs, conjunctions, likely ends."""
    found = case.view.cache.get(case.paragraph)
    if found is None:
        pa, pb = case.paragraph
        types, head, end = case.view.types, case.scores[HEAD], case.scores[CONTENT_END]
        low = -SCALE // 2
        tests = {
            "commas": [types[t].word == "," for t in range(pa, pb)],
            "heads": [value > low for value in head[pa:pb]],
            "marks": [types[t].kind == "q" for t in range(pa, pb)],
            "verbs": [types[t].klass in _FINITE for t in range(pa, pb)],
            "breaks": [types[t].klass in _BREAKS for t in range(pa, pb)],
            "ends": [value > low for value in end[pa:pb]],
        }
        found = case.view.cache[case.paragraph] = {name: list(accumulate(test, initial=0)) for name, test in tests.items()}
    return found


def count(case: Case, name: str, i: int, j: int) -> int:
    """How many of a kind stand in i to j."""
    if i >= j:
        return 0
    table = (case.view.cache.get(case.paragraph) or _counts(case))[name]
    pa, pb = case.paragraph
    return table[(pb if j > pb else max(pa, j)) - pa] - table[(pb if i > pb else max(pa, i)) - pa]


class Rows:
    """Feature rows made once a key."""

    def __init__(self) -> None:
        self.keys: list[Keys] = []
        self.numeric: list[Numeric] = []
        self.numbers: dict[object, int] = {}

    def add(self, key: object, make: object, *args: object) -> int:
        """The number of a row, made if new."""
        number = self.numbers.get(key)
        if number is None:
            number = self.numbers[key] = len(self.keys)
            keys, numeric = make(*args)  # type: ignore[operator]
            self.keys.append(keys)
            self.numeric.append(numeric)
        return number

    def share(self, key: object, make: object, *args: object) -> int:
        """The same for a row that hangs on the sentence alone, whatever the cue."""
        return self.add(key, make, *args)

    def likeliest(self, pairs: list[tuple[int, int, int]], start: RowsOf, end: RowsOf, most: int) -> list[tuple[int, int, int]]:  # noqa: ARG002 - for those who know
        """The (prior, start, end) that are worth a closer look, by the rows of their edges; here all."""
        return pairs

    def best(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces that may be one of two."""
        return pieces[:_MOST_SIDE]


RowsOf = Callable[[int], tuple[int, ...]]


def strongest(tokens: list[int], scores: list[int]) -> list[int]:
    """At most so many of the tokens, those with the best scores, in order."""
    return tokens if len(tokens) <= _MOST_EDGES else sorted(sorted(tokens, key=lambda t: (-scores[t], t))[:_MOST_EDGES])


def skip(case: Case, t: int) -> int:
    while t < case.region[1] and not case.view.alnum[t]:
        t += 1
    return t


def back(case: Case, t: int) -> int:
    while t >= case.region[0] and not case.view.alnum[t]:
        t -= 1
    return t
