"""What all cues of a document share.

In: a view of a document, the scores of its tokens. Out: running counts of its tokens, and where
sources and contents may begin and end. Why: a count between two tokens is then one subtraction, and
what hangs on the document alone is found once.
"""

from __future__ import annotations

from itertools import accumulate, compress, repeat
from typing import TYPE_CHECKING

from newsquote._quotes.model.score_tables import SCALE
from newsquote._text.long_texts import int_sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsquote._quotes.model.token_ranges import TokenRange
    from newsquote._quotes.model.token_view import TokenView
    from newsquote._quotes.model.word_types import WordType

__all__ = [
    "CONTENT_END",
    "CONTENT_START",
    "HEAD",
    "SOURCE_END",
    "SOURCE_START",
    "Surroundings",
]

HEAD, SOURCE_START, SOURCE_END, CONTENT_START, CONTENT_END = range(5)
"""The places of the labels among the scores."""
_LEAST_EDGE = int(-3.9 * SCALE)
"""Edges less likely than one in fifty are no candidates."""
_LEAST_COUNTED = -SCALE // 2
"""Heads and ends down to these log-odds are counted as likely."""
_FINITE = frozenset(("BE", "HV", "DO", "MD"))
_BREAKS = frozenset((";", ":", "DASH", "(", ")", "END", "SB", "WH", "CC", "BU"))
_COUNTED = frozenset((",", "Q")) | _FINITE | _BREAKS
_BRACKETS = {"(": 1, ")": -1}
_ZEROS = repeat(0)


class Surroundings:
    """Running counts of a document's tokens, and the tokens that may be edges."""

    def __init__(self, view: TokenView, scores: Sequence[Sequence[int]], pad: WordType) -> None:
        self.view = view
        self.scores = scores
        self._pad = pad
        self.klasses = [kind.klass for kind in view.types]
        self._count()
        self._find_edges()
        self._padded: dict[tuple[int, int, int, int], list[WordType]] = {}

    def _count(self) -> None:
        klasses = self.klasses
        counted = [(t, klass) for t, klass in enumerate(klasses) if klass in _COUNTED]
        self.commas = self._running([t for t, klass in counted if klass == ","])
        self.marks = self._running([t for t, klass in counted if klass == "Q"])
        self.verbs = self._running([t for t, klass in counted if klass in _FINITE])
        self.breaks = self._running([t for t, klass in counted if klass in _BREAKS])
        heads = enumerate(self.scores[HEAD])
        self.heads = self._running([t for t, score in heads if score > _LEAST_COUNTED])
        self.brackets = self._open_brackets()

    def _running(self, tokens: Iterable[int]) -> Sequence[int]:
        """For each token how many of some tokens stand before it; all of them behind the last."""
        counts = int_sequence(len(self.view.doc.text))
        reached = 0
        seen = 0
        for t in tokens:
            counts.extend(repeat(seen, t + 1 - reached))
            reached = t + 1
            seen += 1
        counts.extend(repeat(seen, len(self.klasses) + 1 - reached))
        return counts

    def _open_brackets(self) -> Sequence[int]:
        """For each token how many brackets are open before it."""
        klasses = self.klasses
        if "(" not in klasses and ")" not in klasses:
            return self._running(())
        counts = int_sequence(len(self.view.doc.text))
        counts.extend(accumulate(map(_BRACKETS.get, klasses, _ZEROS), initial=0))
        return counts

    def _find_edges(self) -> None:
        view = self.view
        scores = self.scores
        alnum = self.view.alnum
        words = [*compress(range(len(alnum)), alnum)]
        mark_starts, mark_ends = self._find_marks()
        self.starts = sorted(mark_starts.union(_likely(scores[CONTENT_START], words)))
        ends = scores[CONTENT_END]
        likely_ends = [t for t, score in enumerate(ends) if score > _LEAST_EDGE]
        self.ends_at = sorted(mark_ends.union([t for t in likely_ends if alnum[t]]))
        self.ends = self._running([t for t in likely_ends if ends[t] > _LEAST_COUNTED])
        count = len(alnum)
        firsts = [i for i, _ in view.doc.sentences if i < count and alnum[i]]
        self.outer_starts = sorted(mark_starts.union(firsts))
        self.outer_ends = sorted(mark_ends)
        self.source_starts = _likely(scores[SOURCE_START], words)
        self.source_ends = _likely(scores[SOURCE_END], words)

    def _find_marks(self) -> tuple[set[int], set[int]]:
        """The first and the last words of what is between marks.

        Also sets for each token the marked text around the next word of its paragraph, -1 for none.
        """
        inside = self.view.inside
        mark_at = self.view.mark_at
        alnum = self.view.alnum
        klasses = self.klasses
        starts: set[int] = set()
        ends: set[int] = set()
        self.next_mark = next_mark = [-1] * len(mark_at)
        for i, j in self.view.doc.paragraph_tokens:
            if 1 not in inside[i:j]:
                continue
            following = -1
            for t in range(j - 1, i - 1, -1):
                next_mark[t] = following
                if not alnum[t]:
                    continue
                mark = mark_at[t]
                if mark >= 0:
                    if following != mark:
                        ends.add(t)
                    if not t or mark_at[t - 1] != mark or klasses[t - 1] == "Q":
                        starts.add(t)
                following = mark
        return starts, ends

    def padded_types(self, paragraph: TokenRange, before: int, behind: int) -> list[WordType]:
        """The types of a paragraph's tokens, with so many pads before and behind them."""
        i, j = paragraph
        key = i, j, before, behind
        found = self._padded.get(key)
        if found is None:
            pad = [self._pad]
            found = self._padded[key] = pad * before + self.view.types[i:j] + pad * behind
        return found


def _likely(scores: Sequence[int], words: Sequence[int]) -> list[int]:
    """The words that are likely enough to be such an edge."""
    return [t for t in words if scores[t] > _LEAST_EDGE]
