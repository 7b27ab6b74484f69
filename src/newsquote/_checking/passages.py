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
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Run", "Words", "passage"]

Wanted: TypeAlias = str | int
"""A word, or a number that is nobody's word and so matches nothing."""

PIECE = 60
"""Words that are compared one by one at a time."""
AROUND = 30
"""Words to each side of a window in which a piece may go on."""
BEHIND_ELLIPSIS = 400
"""Words behind an ellipsis in which a piece that is not there as a whole is looked for."""
ANCHORS = 3
"""Pieces that are tried as anchors."""
PLACES = 8
"""Places of a whole piece that are tried."""
WINDOWS = 4
"""Windows that are tried for a piece that stands nowhere as a whole."""
SCANS = 100
"""How often the text's letters may be gone through."""
COMPARISONS = 64
"""How often pieces may be compared word by word, and twice more for each of them."""
OCCURRENCES = 50_000
STRAY = 6
"""A run at the edge reaches over so many words for each of its own."""
PIECES_OWN = 0.5
"""The share of a piece's words that make it a find."""

_MARGIN = 1000
"""Letters that are added to a text's length, so that a short text may be gone through, too."""
_WORD_WEIGHT = 1000
"""What any word of a piece adds to a window; a word that the text has once adds as much again."""
_GAP_WORDS = 10
"""So many words between two runs take one word away."""
_ELLIPSIS_COST = 1 / 8
"""The same for each doubling of the words between them, where an ellipsis may stand for them."""


class Run(NamedTuple):
    """Words that stand on both sides.

    From ``first`` to ``stop`` of those looked for, from ``start`` to ``end`` of the text's.
    """

    first: int
    stop: int
    start: int
    end: int

    @property
    def words(self) -> int:
        """How many they are."""
        return self.stop - self.first


class Words:
    """The words of a text, to be searched."""

    def __init__(self, folded: Sequence[str]) -> None:
        self.letters = "".join(folded)
        self.edges = [0, *accumulate(map(len, folded))]
        self.words = [word.removeprefix(" ") for word in folded]
        self.scans = SCANS * (len(self.letters) + _MARGIN)

    def places(self, letters: str) -> Iterator[tuple[int, int]]:
        """Where a string of letters stands as whole words, in text order.

        It ends early once the text was gone through too often: a search that stops finds less,
        never more.

        :return: the first word and the one behind the last.
        """
        at = 0
        while letters and self.scans > 0:
            found = self.letters.find(letters, at)
            passed = (found if found >= 0 else len(self.letters)) - at
            self.scans -= len(letters) + passed
            if found < 0:
                return
            first = bisect_right(self.edges, found) - 1
            end = found + len(letters)
            stop = bisect_left(self.edges, end)
            if self._begins(first, found) and self.edges[stop] == end:
                yield first, stop
            at = self.edges[first + 1]

    def _begins(self, word: int, at: int) -> bool:
        """Whether a word begins at an offset, or behind the blank that keeps two numbers apart."""
        edge = self.edges[word]
        return at == edge or (at == edge + 1 and self.letters[edge] == " ")


def passage(wanted: Sequence[Wanted], joints: Sequence[int], text: Words) -> list[Run]:
    """The passage of a text that has most of the words looked for, in their order.

    :param wanted: the words looked for.
    :param joints: indexes of words in front of which the text may have more, in order.
    :param text: the text's words.
    :return: the words that both have, in runs; none where the text has no such passage.

    >>> text = Words("now we will rebuild the bridge".split())
    >>> passage("we will sell the bridge".split(), [], text)
    [Run(first=0, stop=2, start=1, end=3), Run(first=3, stop=5, start=4, end=6)]
    """
    return _Search(wanted, joints, text).best()


class _Search:
    """One search: the pieces, where they were found, and how much work is left."""

    def __init__(self, wanted: Sequence[Wanted], joints: Sequence[int], text: Words) -> None:
        self.wanted, self.joints, self.text = list(wanted), joints, text
        self.pieces = _cut(len(wanted), joints)
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
        for piece in self.longest_pieces():
            for anchor in self.anchors(piece):
                runs = self.spread(piece, anchor)
                worth = self.worth(runs)
                if worth > score:
                    best, score = runs, worth
            if 2 * score > len(self.wanted):
                break
        return best

    def longest_pieces(self) -> list[int]:
        """The pieces that are tried as anchors."""
        lengths = [first - stop for first, stop in self.pieces]  # negative: the longest comes first
        return nsmallest(ANCHORS, range(len(lengths)), key=lengths.__getitem__)

    def anchors(self, piece: int) -> Iterator[list[Run]]:
        """Places of a piece, wherever they are in the text."""
        first, stop = self.pieces[piece]
        places = self.occurrences(piece)
        for start, end in places[:PLACES]:
            yield [Run(first, stop, start, end)]
        if places:
            return
        for start, end in self.windows(piece, 0, len(self.text.words)):
            runs = self.compared(piece, max(start - AROUND, 0), end + AROUND)
            if runs:
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
        begin, end = last.end, last.end + stop - first
        if self.wanted[first:stop] == self.text.words[begin:end]:
            return [Run(first, stop, begin, end)]
        if not self.is_loose(last.stop, first):
            near = self.nearby(piece, begin, end + AROUND)
            return near or self.whole_behind(piece, last)
        whole = self.whole_behind(piece, last)
        return whole or self.nearby(piece, begin, end + BEHIND_ELLIPSIS)

    def before(self, piece: int, following: Run) -> list[Run]:
        """A piece in front of what was found first."""
        first, stop = self.pieces[piece]
        begin, end = following.start - (stop - first), following.start
        if begin >= 0 and self.wanted[first:stop] == self.text.words[begin:end]:
            return [Run(first, stop, begin, end)]
        if not self.is_loose(stop, following.first):
            near = self.nearby(piece, max(begin - AROUND, 0), end)
            return near or self.whole_before(piece, following)
        whole = self.whole_before(piece, following)
        return whole or self.nearby(piece, max(begin - BEHIND_ELLIPSIS, 0), end)

    def whole_behind(self, piece: int, last: Run) -> list[Run]:
        """A whole piece, at the next place behind what was found last, if it is worth the way."""
        places = self.occurrences(piece)
        at = bisect_left(places, (last.end, 0))
        runs = [Run(*self.pieces[piece], *place) for place in places[at : at + 1]]
        return [run for run in runs if run.words > self.strain(last, run)]

    def whole_before(self, piece: int, following: Run) -> list[Run]:
        """The same at the last place in front of what was found first."""
        places = self.occurrences(piece)
        at = bisect_right(places, following.start, key=lambda place: place[1])
        runs = [Run(*self.pieces[piece], *place) for place in places[max(at - 1, 0) : at]]
        return [run for run in runs if run.words > self.strain(run, following)]

    def nearby(self, piece: int, low: int, high: int) -> list[Run]:
        """A piece that is not there as a whole, in a stretch of the text."""
        if self.comparisons <= 0:
            return []
        for start, end in self.windows(piece, low, high):
            runs = self.compared(piece, max(start - AROUND, low), min(end + AROUND, high))
            if runs:
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
        scored = self.scored_windows(quota, self.hits(quota, low, high), _width(stop - first))
        apart: list[tuple[int, int]] = []
        for _, _, start, end in nsmallest(16 * WINDOWS, scored):
            overlaps = any(start < other[1] and other[0] < end for other in apart)
            if len(apart) < WINDOWS and not overlaps:
                apart.append((start, end))
        return apart

    def hits(self, words: Iterable[str], low: int, high: int) -> list[tuple[int, str]]:
        """Where any of some words stands in a stretch of the text, in order."""
        hits: list[tuple[int, str]] = []
        for word in words:
            places = self.index[word]
            inside = places[bisect_left(places, low) : bisect_left(places, high)]
            hits += [(at, word) for at in inside]
        hits.sort()
        return hits

    def scored_windows(
        self, quota: Counter[str], hits: list[tuple[int, str]], width: int
    ) -> list[tuple[int, int, int, int]]:
        """For each hit the window that ends with it.

        :return: the weights of its words, each as often as the piece has it, negated; its length
            less one; its first word; the one behind its last.
        """
        weights = {word: self.weight(word) for word in quota}
        have = dict.fromkeys(quota, 0)
        score = left = 0
        windows = []
        for at, word in hits:
            have[word] += 1
            if have[word] <= quota[word]:
                score += weights[word]
            while at - hits[left][0] >= width:
                gone = hits[left][1]
                have[gone] -= 1
                if have[gone] < quota[gone]:
                    score -= weights[gone]
                left += 1
            start = hits[left][0]
            windows.append((-score, at - start, start, at + 1))
        return windows

    def weight(self, word: str) -> int:
        """What a word adds to a window: rare words tell more."""
        return _WORD_WEIGHT + _WORD_WEIGHT // isqrt(len(self.index[word]) or 1)

    def compared(self, piece: int, low: int, high: int) -> list[Run]:
        """The words of a piece that a stretch of the text has in the same order.

        None if they are too few.
        """
        self.comparisons -= 1
        if self.comparisons < 0:
            return []
        first, stop = self.pieces[piece]
        wanted, held = self.wanted[first:stop], self.text.words[low:high]
        blocks = SequenceMatcher(None, wanted, held, autojunk=False).get_matching_blocks()
        runs = []
        for a, b, size in blocks:
            if size:
                runs.append(Run(first + a, first + a + size, low + b, low + b + size))
        for n in range(len(runs) - 2, -1, -1):
            runs[n] = self.closer(runs[n], runs[n + 1])
        runs = _without_strays(runs)
        words = sum(isinstance(word, str) for word in wanted)
        return runs if sum(run.words for run in runs) >= PIECES_OWN * words else []

    def closer(self, run: Run, following: Run) -> Run:
        """A run, at the last place in front of the next one where the text has the same words."""
        size = run.words
        for start in range(following.start - size, run.start, -1):
            if self.text.words[start : start + size] == self.wanted[run.first : run.stop]:
                return run._replace(start=start, end=start + size)
        return run

    def worth(self, runs: list[Run]) -> float:
        """How many words were found, less what the distance between them takes away."""
        words = sum(run.words for run in runs)
        return words - sum(self.strain(left, right) for left, right in pairwise(runs))

    def strain(self, left: Run, right: Run) -> float:
        """What the words between two runs take away, in words."""
        gap = max(right.start - left.end, 0)
        if self.is_loose(left.stop, right.first):
            return log2(1 + gap) * _ELLIPSIS_COST
        return gap / _GAP_WORDS

    def is_loose(self, first: int, stop: int) -> bool:
        """Whether there is an ellipsis between two words."""
        return bisect_left(self.joints, first) < bisect_right(self.joints, stop)


def _cut(length: int, joints: Sequence[int]) -> list[tuple[int, int]]:
    """The pieces that are looked for as one: from joint to joint, and never long."""
    pieces: list[tuple[int, int]] = []
    for first, stop in pairwise(sorted({0, length, *joints})):
        starts = range(first, stop, PIECE)
        pieces += [(start, min(start + PIECE, stop)) for start in starts]
    return pieces


def _width(words: int) -> int:
    """How many words of the text a piece may be spread over."""
    return words * 3 // 2 + 3


def _joined(words: Sequence[str]) -> str:
    """Words as one string of letters, as ``Words`` has them: numbers stay apart."""
    pieces = list(words[:1])
    for before, word in pairwise(words):
        begins_with_digit = word[:2].lstrip(".")[:1].isdecimal()
        apart = begins_with_digit and before[-1:].isdecimal()
        pieces.append(f" {word}" if apart else word)
    return "".join(pieces)


def _without_strays(runs: list[Run]) -> list[Run]:
    """The runs without those at the edges that are far from the others for their size."""
    kept = list(runs)
    while len(kept) > 1 and _strays(kept[0], kept[1].start - kept[0].end):
        del kept[0]
    while len(kept) > 1 and _strays(kept[-1], kept[-1].start - kept[-2].end):
        del kept[-1]
    return kept


def _strays(run: Run, gap: int) -> bool:
    return gap > STRAY * run.words
