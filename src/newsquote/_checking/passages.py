"""Where in a text do given words stand, all of them or most?

In: the folded words of a text, and those that are looked for, some of which match nothing, with
places between them where the text may have more. Out: the runs of words that both have, in the
order of both. Why: a quotation that was edited is still recognised by what was kept.

Whole pieces are looked for first, as strings of letters, so that it does not matter how either side
cuts words. The longest piece that is found is the anchor, and the others are looked for from there,
outwards. A piece that stands nowhere as a whole is looked for in the window that holds most of its
words, and only there are words compared one by one. All work has a bound that grows with the text's
length and no faster.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from difflib import SequenceMatcher
from heapq import nsmallest
from itertools import accumulate, islice, pairwise
from math import isqrt, log2
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Run", "Words", "passage"]

Wanted: TypeAlias = str | int
"""A word, or a number that is nobody's word and so matches nothing."""

PIECE = 60  # words that are compared one by one at a time
AROUND = 30  # words to each side of a window in which a piece may go on
BEHIND_ELLIPSIS = (
    400  # words in which a piece that is not there as a whole is looked for behind an ellipsis
)
ANCHORS, PLACES, WINDOWS = (
    3,
    8,
    4,
)  # how many are tried: pieces, places of a whole piece, windows of another
SCANS = 100  # how often the text's letters may be gone through
COMPARISONS = 64  # how often pieces may be compared word by word, and twice more for each of them
OCCURRENCES = 50_000
STRAY = 6  # a run at the edge reaches over so many words for each of its own
PIECES_OWN = 0.5  # the share of a piece's words that make it a find


class Run(NamedTuple):
    """Words that stand on both sides: from ``first`` to ``stop`` of those looked for, from ``start`` to ``end`` of the text's."""

    first: int
    stop: int
    start: int
    end: int


class Words:
    """The words of a text, to be searched."""

    def __init__(self, folded: Sequence[str]) -> None:
        self.letters = "".join(folded)
        self.edges = [0, *accumulate(map(len, folded))]
        self.words = [word.removeprefix(" ") for word in folded]
        self.scans = SCANS * (len(self.letters) + 1000)

    def places(self, letters: str) -> Iterator[tuple[int, int]]:
        """Where a string of letters stands as whole words: the first word and the one behind the last, in text order.

        It ends early once the text was gone through too often: a search that stops finds less,
        never more.
        """
        at = 0
        while letters and self.scans > 0:
            found = self.letters.find(letters, at)
            self.scans -= len(letters) + (found if found >= 0 else len(self.letters)) - at
            if found < 0:
                return
            first = bisect_right(self.edges, found) - 1
            stop = bisect_left(self.edges, found + len(letters))
            begins = found == self.edges[first] or (
                found == self.edges[first] + 1 and self.letters[found - 1] == " "
            )
            if begins and self.edges[stop] == found + len(letters):
                yield first, stop
            at = self.edges[first + 1]


def passage(wanted: Sequence[Wanted], joints: Sequence[int], text: Words) -> list[Run]:
    """The passage of a text that has most of the words looked for, in their order.

    :param wanted: the words looked for.
    :param joints: indexes of words in front of which the text may have more, in order.
    :param text: the text's words.
    :return: the words that both have, in runs; none where the text has no such passage.

    >>> passage("we will sell the bridge".split(), [], Words("now we will rebuild the bridge".split()))
    [Run(first=0, stop=2, start=1, end=3), Run(first=3, stop=5, start=4, end=6)]
    """
    return _Search(wanted, joints, text).best()


class _Search:
    """One search: the pieces, where they were found, and how much work is left."""

    def __init__(self, wanted: Sequence[Wanted], joints: Sequence[int], text: Words) -> None:
        self.wanted, self.joints, self.text = list(wanted), joints, text
        ends = sorted({0, len(wanted), *joints})
        self.pieces = [
            (at, min(at + PIECE, stop)) for first, stop in pairwise(ends) for at in range(first, stop, PIECE)
        ]  # fmt: skip
        self.comparisons = COMPARISONS + 2 * len(self.pieces)
        self.whole: dict[str, list[tuple[int, int]]] = {}
        self.index: dict[str, list[int]] = {word: [] for word in wanted if isinstance(word, str)}
        for at, word in enumerate(text.words):
            if word in self.index:
                self.index[word].append(at)

    def best(self) -> list[Run]:
        """The runs of the best passage: with most words, closest together."""
        best: list[Run] = []
        score = 0.0
        for piece in nsmallest(
            ANCHORS, range(len(self.pieces)), key=lambda n: self.pieces[n][0] - self.pieces[n][1]
        ):
            for anchor in self.anchors(piece):
                runs = self.spread(piece, anchor)
                worth = self.worth(runs)
                if worth > score:
                    best, score = runs, worth
            if 2 * score > len(self.wanted):
                break
        return best

    def anchors(self, piece: int) -> Iterator[list[Run]]:
        """Places of a piece, wherever they are in the text."""
        first, stop = self.pieces[piece]
        places = self.occurrences(piece)
        for start, end in places[:PLACES]:
            yield [Run(first, stop, start, end)]
        if not places:
            for start, end in self.windows(piece, 0, len(self.text.words)):
                if runs := self.compared(piece, max(start - AROUND, 0), end + AROUND):
                    yield runs

    def spread(self, anchor: int, runs: list[Run]) -> list[Run]:
        """The other pieces, found from an anchor outwards."""
        for piece in range(anchor + 1, len(self.pieces)):
            runs += self.behind(piece, runs[-1])
        runs.reverse()
        for piece in range(anchor - 1, -1, -1):
            runs += reversed(self.before(piece, runs[-1]))
        runs.reverse()
        return runs

    def behind(self, piece: int, last: Run) -> list[Run]:
        """A piece behind what was found last."""
        first, stop = self.pieces[piece]
        if self.wanted[first:stop] == self.text.words[last.end : last.end + stop - first]:
            return [Run(first, stop, last.end, last.end + stop - first)]
        if not self.is_loose(last.stop, first):
            near = self.nearby(piece, last.end, last.end + stop - first + AROUND)
            return near or self.whole_behind(piece, last)
        return self.whole_behind(piece, last) or self.nearby(
            piece, last.end, last.end + stop - first + BEHIND_ELLIPSIS
        )

    def before(self, piece: int, following: Run) -> list[Run]:
        """A piece in front of what was found first."""
        first, stop = self.pieces[piece]
        begin, end = following.start - (stop - first), following.start
        if begin >= 0 and self.wanted[first:stop] == self.text.words[begin:end]:
            return [Run(first, stop, begin, end)]
        if not self.is_loose(stop, following.first):
            near = self.nearby(piece, max(begin - AROUND, 0), end)
            return near or self.whole_before(piece, following)
        return self.whole_before(piece, following) or self.nearby(
            piece, max(begin - BEHIND_ELLIPSIS, 0), end
        )

    def whole_behind(self, piece: int, last: Run) -> list[Run]:
        """A whole piece, at the next place behind what was found last, if it is worth the way."""
        places = self.occurrences(piece)
        at = bisect_left(places, (last.end, 0))
        runs = [Run(*self.pieces[piece], *place) for place in places[at : at + 1]]
        return [run for run in runs if run.stop - run.first > self.strain(last, run)]

    def whole_before(self, piece: int, following: Run) -> list[Run]:
        """A whole piece, at the last place in front of what was found first, if it is worth the way."""
        places = self.occurrences(piece)
        at = bisect_right(places, following.start, key=lambda place: place[1])
        runs = [Run(*self.pieces[piece], *place) for place in places[max(at - 1, 0) : at]]
        return [run for run in runs if run.stop - run.first > self.strain(run, following)]

    def nearby(self, piece: int, low: int, high: int) -> list[Run]:
        """A piece that is not there as a whole, in a stretch of the text."""
        if self.comparisons > 0:
            for start, end in self.windows(piece, low, high):
                if runs := self.compared(piece, max(start - AROUND, low), min(end + AROUND, high)):
                    return runs
        return []

    def occurrences(self, piece: int) -> list[tuple[int, int]]:
        """Where a piece stands as a whole."""
        first, stop = self.pieces[piece]
        words = [word for word in self.wanted[first:stop] if isinstance(word, str)]
        if len(words) < stop - first:
            return []
        letters = _joined(words)
        if letters not in self.whole:
            self.whole[letters] = list(islice(self.text.places(letters), OCCURRENCES))
        return self.whole[letters]

    def windows(self, piece: int, low: int, high: int) -> list[tuple[int, int]]:
        """The windows with most of a piece's words, rare words first; no two overlap."""
        first, stop = self.pieces[piece]
        quota = Counter(word for word in self.wanted[first:stop] if isinstance(word, str))
        weights = {word: 1000 + 1000 // isqrt(len(self.index[word]) or 1) for word in quota}
        hits: list[tuple[int, str]] = []
        for word in quota:
            places = self.index[word]
            hits += (
                (at, word) for at in places[bisect_left(places, low) : bisect_left(places, high)]
            )
        hits.sort()
        width = (stop - first) * 3 // 2 + 3
        have = dict.fromkeys(quota, 0)
        score = left = 0
        found = []
        for at, word in hits:
            have[word] += 1
            score += weights[word] if have[word] <= quota[word] else 0
            while at - hits[left][0] >= width:
                gone = hits[left][1]
                have[gone] -= 1
                score -= weights[gone] if have[gone] < quota[gone] else 0
                left += 1
            found.append((-score, at - hits[left][0], hits[left][0], at + 1))
        apart: list[tuple[int, int]] = []
        for _, _, start, end in nsmallest(16 * WINDOWS, found):
            if len(apart) < WINDOWS and all(
                end <= other[0] or other[1] <= start for other in apart
            ):
                apart.append((start, end))
        return apart

    def compared(self, piece: int, low: int, high: int) -> list[Run]:
        """The words of a piece that a stretch of the text has in the same order; none if they are too few."""
        self.comparisons -= 1
        if self.comparisons < 0:
            return []
        first, stop = self.pieces[piece]
        matcher = SequenceMatcher(
            None, self.wanted[first:stop], self.text.words[low:high], autojunk=False
        )
        runs = [
            Run(first + a, first + a + size, low + b, low + b + size)
            for a, b, size in matcher.get_matching_blocks()
            if size
        ]
        for n in range(len(runs) - 2, -1, -1):
            runs[n] = self.closer(runs[n], runs[n + 1])
        while len(runs) > 1 and _strays(runs[0], runs[1].start - runs[0].end):
            del runs[0]
        while len(runs) > 1 and _strays(runs[-1], runs[-1].start - runs[-2].end):
            del runs[-1]
        words = sum(isinstance(word, str) for word in self.wanted[first:stop])
        return runs if sum(run.stop - run.first for run in runs) >= PIECES_OWN * words else []

    def closer(self, run: Run, following: Run) -> Run:
        """A run, at the last place in front of the next one where the text has the same words."""
        size = run.stop - run.first
        for start in range(following.start - size, run.start, -1):
            if self.text.words[start : start + size] == self.wanted[run.first : run.stop]:
                return run._replace(start=start, end=start + size)
        return run

    def worth(self, runs: list[Run]) -> float:
        """How many words were found, less what the distance between them takes away."""
        return sum(run.stop - run.first for run in runs) - sum(
            self.strain(a, b) for a, b in pairwise(runs)
        )

    def strain(self, left: Run, right: Run) -> float:
        """What the words between two runs take away: little where an ellipsis may stand for them."""
        gap = max(right.start - left.end, 0)
        return log2(1 + gap) / 8 if self.is_loose(left.stop, right.first) else gap / 10

    def is_loose(self, first: int, stop: int) -> bool:
        """Whether there is an ellipsis between two words."""
        return bisect_left(self.joints, first) < bisect_right(self.joints, stop)


def _joined(words: Sequence[str]) -> str:
    """Words as one string of letters, as ``Words`` has them: numbers stay apart."""
    apart = (b[:2].lstrip(".")[:1].isdecimal() and a[-1:].isdecimal() for a, b in pairwise(words))
    return "".join(
        (
            *words[:1],
            *(
                f" {word}" if number else word
                for word, number in zip(words[1:], apart, strict=True)
            ),
        )
    )


def _strays(run: Run, gap: int) -> bool:
    return gap > STRAY * (run.stop - run.first)
