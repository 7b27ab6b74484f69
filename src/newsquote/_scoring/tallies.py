"""How results are counted: a share (so many of so many), and precision, recall and F1.

In: what was right, predicted and asked. Out: ``{"share", "right", "of"}`` or ``{"p", "r", "f1",
"tp", "pred", "gold"}``. Why: a score is read with the counts behind it. A ratio over nothing is 1.0
if there was nothing to find and nothing was predicted, else 0.0; a share of nothing is None.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable


class Count:
    """True positives with the two denominators."""

    def __init__(self) -> None:
        self.right = self.pred = self.gold = 0

    def add(self, right: int, pred: int, gold: int) -> None:
        """So many right ones of so many predicted ones and so many gold ones."""
        self.right += right
        self.pred += pred
        self.gold += gold

    def result(self) -> dict[str, Any]:
        """Precision, recall and F1 as fractions, with the counts."""
        over_nothing = float(not self.pred and not self.gold)
        precision = self.right / self.pred if self.pred else over_nothing
        recall = self.right / self.gold if self.gold else over_nothing
        both = precision + recall
        return {
            "p": precision,
            "r": recall,
            "f1": 2 * precision * recall / both if both else 0.0,
            "tp": self.right,
            "pred": self.pred,
            "gold": self.gold,
        }


class Overlap(Count):
    """The same of bags of things, micro-averaged.

    A thing predicted twice but expected once is right once.
    """

    def add_bags(self, gold: Iterable[Hashable], pred: Iterable[Hashable]) -> None:
        """One article's things."""
        wanted, found = Counter(gold), Counter(pred)
        self.add(sum((wanted & found).values()), sum(found.values()), sum(wanted.values()))


class Share:
    """So many right of so many."""

    def __init__(self) -> None:
        self.right = self.of = 0

    def add(self, right: object) -> None:
        """One answer, right if it is true in a test."""
        self.right += bool(right)
        self.of += 1

    def result(self) -> dict[str, Any]:
        """The share as a fraction, with the counts."""
        return {
            "share": self.right / self.of if self.of else None,
            "right": self.right,
            "of": self.of,
        }
