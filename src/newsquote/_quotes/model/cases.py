"""A cue and its surroundings.

In: a view, the token scores, a cue's head. Out: the case: its sentence, its paragraph, the region in which its content may lie, and the tokens at which
content may begin and end. Why: sources and contents are looked for in the same place and ask the same questions of it.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, repeat
from typing import TYPE_CHECKING, TypeVar

import attrs

from newsquote._quotes.model.tagging import SCALE
from newsquote._text.long_texts import int_sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsquote._quotes.model.features import View, WordType
    from newsquote._quotes.model.hints import Hint

__all__ = [
    "BUCKETS",
    "CONTENT_END",
    "CONTENT_START",
    "HEAD",
    "HINTED",
    "LOW",
    "MOST_PAIRS",
    "MOST_PARAGRAPHS",
    "SOURCE_END",
    "SOURCE_START",
    "STEP",
    "STEPS",
    "Case",
    "Surroundings",
    "Weigher",
    "best_pairs",
    "likeliest",
    "strongest",
    "within",
]

HEAD, SOURCE_START, SOURCE_END, CONTENT_START, CONTENT_END = range(5)
LOW = int(-3.9 * SCALE)
"""Edges less likely than one in fifty are no candidates."""
MOST_PAIRS = 60
HINTED = 10**9
"""The first score of a pair that the rules propose: it is always looked at."""
_MOST_EDGES = 32
_FARTHEST = 250
_FARTHEST_QUOTED = 1500
"""How many tokens from its cue an attribution may reach, so that a text without stops takes no longer than another."""
MOST_PARAGRAPHS = 8
_FINITE = frozenset(("BE", "HV", "DO", "MD"))
_BREAKS = frozenset((";", ":", "DASH", "(", ")", "END", "SB", "WH", "CC", "BU"))
_COMMAS = frozenset((",",))
_MARKS = frozenset(("Q",))
_BRACKETS = {"(": 1, ")": -1}
_ZEROS = repeat(0)
_STEPS = 16
_PADS = 4
"""How far behind the ends of its paragraph or region a case is asked for a token."""

V = TypeVar("V")
Range = tuple[int, int]


class _Buckets(dict[int, int]):
    """Lengths as one of a few, as a table because they are asked for so often; what is below 0 stays what it is."""

    def __missing__(self, n: int) -> int:
        return n if n < 0 else 11


class _Steps(dict[int, int]):
    """Tokens' scores, over ``STEP``, as one of a few."""

    def __missing__(self, n: int) -> int:
        return _STEPS if n > 0 else -_STEPS


BUCKETS = _Buckets(
    enumerate([*range(5), 5, 5, *[6] * 3, *[7] * 5, *[8] * 7, *[9] * 10, *[10] * 18])
)
STEP = SCALE // 4
"""Four steps to each power of e."""
STEPS = _Steps((n, n) for n in range(-_STEPS, _STEPS + 1))


class Weigher:
    """How candidates are weighed: here by sums, of which only the best are looked at. Training overrides this to see all candidates' features."""

    prunes = True

    def row(self, value: V) -> V:
        """The features that several candidates share, as something that can be added up."""
        return value

    def weighed(self, values: list[V]) -> list[V]:
        """The rows of several values."""
        return values if self.prunes else [self.row(value) for value in values]


def _running(values: Iterable[int], length: int) -> Sequence[int]:
    counts = int_sequence(length)
    counts.extend(accumulate(values, initial=0))
    return counts


def _likely(scores: Sequence[int], alnum: Sequence[bool]) -> list[int]:
    """The words that are likely enough to be such an edge."""
    return [t for t, score in enumerate(scores) if score > LOW and alnum[t]]


class Surroundings:
    """What all the cases of a document share: running counts of its tokens, and where content may begin and end."""

    def __init__(self, view: View, scores: Sequence[Sequence[int]], pad: WordType) -> None:
        self.view, self.scores, self.pad = view, scores, pad
        low, length = -SCALE // 2, len(view.doc.text)
        self.klasses = klasses = [kind.klass for kind in view.types]
        self.commas = _running(map(_COMMAS.__contains__, klasses), length)
        self.heads = _running([value > low for value in scores[HEAD]], length)
        self.marks = _running(map(_MARKS.__contains__, klasses), length)
        self.verbs = _running(map(_FINITE.__contains__, klasses), length)
        self.breaks = _running(map(_BREAKS.__contains__, klasses), length)
        self.ends = _running([value > low for value in scores[CONTENT_END]], length)
        brackets = (
            map(_BRACKETS.get, klasses, _ZEROS)
            if "(" in klasses or ")" in klasses
            else repeat(0, len(klasses))
        )
        self.brackets = _running(brackets, length)
        quoted = [(i, j) for i, j in view.doc.paragraph_tokens if 1 in view.inside[i:j]]
        self.next_mark = self._next_marks(quoted)
        self.mark_starts, self.mark_ends = self._mark_edges(quoted)
        alnum = view.alnum
        self.starts = sorted(self.mark_starts.union(_likely(scores[CONTENT_START], alnum)))
        self.ends_at = sorted(self.mark_ends.union(_likely(scores[CONTENT_END], alnum)))
        self.outer_starts = sorted(
            self.mark_starts.union(
                [i for i, _ in view.doc.sentences if i < len(alnum) and alnum[i]]
            )
        )
        self.outer_ends = sorted(self.mark_ends)
        self.source_starts = _likely(scores[SOURCE_START], alnum)
        self.source_ends = _likely(scores[SOURCE_END], alnum)
        self._near: dict[tuple[int, int, int, int], list[WordType]] = {}

    def _next_marks(self, quoted: list[Range]) -> list[int]:
        """For each token the marked text around the next word of its paragraph, -1 where there is none; ``quoted`` are the paragraphs with marks."""
        mark_of, alnum = self.view.mark_of, self.view.alnum
        found = [-1] * len(mark_of)
        for i, j in quoted:
            mark = -1
            for t in range(j - 1, i - 1, -1):
                found[t] = mark
                if alnum[t]:
                    mark = mark_of[t]
        return found

    def _mark_edges(self, quoted: list[Range]) -> tuple[set[int], set[int]]:
        """The first and the last words of what stands between marks."""
        starts, ends = set(), set()
        mark_of, alnum, next_mark, klasses = (
            self.view.mark_of,
            self.view.alnum,
            self.next_mark,
            self.klasses,
        )
        for i, j in quoted:
            for t in range(i, j):
                mark = mark_of[t]
                if mark >= 0 and alnum[t]:
                    if not t or mark_of[t - 1] != mark or klasses[t - 1] == "Q":
                        starts.add(t)
                    if next_mark[t] != mark:
                        ends.add(t)
        return starts, ends

    def case(self, head: int, hint: Hint | None = None) -> Case:
        """The case of a head."""
        view = self.view
        doc = view.doc
        number = view.sentence[head]
        paragraph = doc.sentence_paragraphs[number]
        a, b = doc.sentences[number]
        a, b = max(a, head - _FARTHEST), min(b, head + _FARTHEST)
        ra, rb = _region(view, paragraph, a, b)
        region = (max(ra, head - _FARTHEST_QUOTED), min(rb, head + _FARTHEST_QUOTED))
        tokens = doc.paragraph_tokens[paragraph]
        before, behind = max(0, tokens[0] - region[0]), max(0, region[1] - tokens[1])
        near = self._padded(*tokens, before, behind)
        offset = _PADS + before - tokens[0]
        return Case(
            self,
            view,
            self.scores,
            head,
            view.types[head],
            near,
            offset,
            (a, b),
            paragraph,
            tokens,
            region,
            hint=hint,
        )

    def _padded(self, i: int, j: int, before: int, behind: int) -> list[WordType]:
        """The types of a paragraph's tokens, of its border before them and behind them."""
        key = i, j, before, behind
        found = self._near.get(key)
        if found is None:
            pad = [self.pad]
            found = self._near[key] = (
                pad * (before + _PADS) + self.view.types[i:j] + pad * (behind + _PADS)
            )
        return found


@attrs.define(eq=False, repr=False, slots=True)
class Case:
    """A cue and its surroundings, all in tokens."""

    around: Surroundings
    view: View
    scores: Sequence[Sequence[int]]
    head: int
    verb: WordType
    """The type of the head."""
    near: list[WordType]
    """The types of the tokens of its paragraph and region, of the paragraph's border outside of it."""
    offset: int
    """Where the text's first token would stand in ``near``."""
    sentence: tuple[int, int]
    number: int
    """Of its paragraph."""
    paragraph: tuple[int, int]
    region: tuple[int, int]
    """Where content may lie: the sentence, and what the marks that touch it hold."""
    cue: tuple[int, int] = (0, 0)
    source: tuple[int, int] | None = None
    hint: Hint | None = None
    """What the rules say of the cue."""

    def between(self, i: int, j: int, most: int = 4) -> str:
        """The classes of the tokens i to j (exclusive), the source as one."""
        klasses, source = self.around.klasses, self.source
        if source is None or source[1] <= i or j <= source[0]:
            if j - i <= most:
                return "_".join(klasses[i:j])
            return f"{klasses[i]}_{klasses[i + 1]}>{min(9, (j - i) // 4)}"
        out = [*klasses[i : source[0]][: most + 1], "S", *klasses[source[1] : j][: most + 1]]
        return "_".join(out) if len(out) <= most else f"{out[0]}_{out[1]}>{min(9, (j - i) // 4)}"

    def rule(self) -> str:
        """The rule that found a content."""
        return "-" if self.hint is None else self.hint.rule

    def hinted(self, side: str) -> str:
        """Whether the rules have content on that side of the cue."""
        if self.hint is None:
            return "-"
        return f"{'n' if (self.hint.left if side == 'L' else self.hint.right) is None else 'h'}={self.hint.rule}"

    def has_more(self, lo: int, hi: int) -> bool:
        """Whether any word beside the source stands in lo to hi (exclusive)."""
        alnum = self.view.alnum
        if self.source is None or self.source[1] <= lo or hi <= self.source[0]:
            return True in alnum[lo:hi]
        return True in alnum[lo : max(lo, self.source[0])] or True in alnum[self.source[1] : hi]

    def skip(self, t: int) -> int:
        """The first word at or behind a token, the region's end where there is none."""
        alnum, end = self.view.alnum, self.region[1]
        while t < end and not alnum[t]:
            t += 1
        return t

    def back(self, t: int) -> int:
        """The last word at or before a token, the token before the region where there is none."""
        alnum, start = self.view.alnum, self.region[0]
        while t >= start and not alnum[t]:
            t -= 1
        return t


def _region(view: View, paragraph: int, a: int, b: int) -> tuple[int, int]:
    """The tokens in which the content of a cue between ``a`` and ``b`` may lie."""
    doc = view.doc
    pa, pb = doc.paragraph_tokens[paragraph]
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
    leads_on = b == pb and doc.words[pb - 1] in {":", ","}
    if rb == pb and (
        leads_on or (view.mark_of[pb - 1] >= 0 and not doc.marked[view.mark_of[pb - 1]].closed)
    ):
        rb = _on(view, paragraph, pb)
    if ra == pa and pa and view.mark_of[pa] >= 0 and doc.marked[view.mark_of[pa]].continues:
        ra = _back_on(view, paragraph, pa)
    return ra, rb


def _on(view: View, number: int, end: int) -> int:
    """The end of what goes on in the next paragraphs: one of any kind, then those that keep a quotation open."""
    doc = view.doc
    for k in range(number + 1, min(number + 1 + MOST_PARAGRAPHS, len(doc.paragraphs))):
        i, j = doc.paragraph_tokens[k]
        if i == j or (
            k > number + 1 and (view.mark_of[i] < 0 or not doc.marked[view.mark_of[i]].continues)
        ):
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


def within(tokens: list[int], lo: int, hi: int) -> list[int]:
    """Of some tokens in order those from ``lo`` to ``hi``."""
    return tokens[bisect_left(tokens, lo) : bisect_left(tokens, hi)]


def likeliest(pairs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """At most so many of some (first value, first token, last token), the best first."""
    pairs.sort(reverse=True)
    del pairs[MOST_PAIRS:]
    return pairs


def best_pairs(
    pairs: list[tuple[int, int, int]], starts: Mapping[int, int], ends: Mapping[int, int], most: int
) -> list[tuple[int, int, int]]:
    """Those pairs whose ends together have the best values; one that the rules propose, which is the first if any, is always among them.

    :param starts: the value of each first token.
    :param ends: the value of each last token.
    """
    hinted = pairs[:1] if pairs[0][0] >= HINTED else []
    ranked = sorted(
        [(starts[i] + ends[j], prior, i, j) for prior, i, j in pairs[len(hinted) :]], reverse=True
    )
    return hinted + [(prior, i, j) for _, prior, i, j in ranked[: most - len(hinted)]]


def strongest(tokens: list[int], scores: Sequence[int]) -> list[int]:
    """At most so many of the tokens, those with the best scores, in order."""
    return (
        tokens
        if len(tokens) <= _MOST_EDGES
        else sorted(sorted(tokens, key=lambda t: (-scores[t], t))[:_MOST_EDGES])
    )
