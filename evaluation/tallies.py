"""How results are counted: a share (so many of so many), and precision / recall / F1 over sets or bags.

Every tally gives a plain dictionary: ``{"share", "right", "of"}`` or ``{"p", "r", "f1", "tp", "pred", "gold"}``.
A ratio over nothing is 1.0 if there was nothing to find and nothing was predicted (a share of nothing is None).
"""

from __future__ import annotations

from collections import Counter

from score_quotes import Count


class Share:
    """So many right of so many."""

    def __init__(self):
        self.right = self.of = 0

    def add(self, right):
        self.right += bool(right)
        self.of += 1

    def result(self):
        return {"share": self.right / self.of if self.of else None, "right": self.right, "of": self.of}


class Overlap(Count):
    """Precision / recall / F1 of bags of things, micro-averaged: a thing predicted twice but expected once is right once."""

    def add_bags(self, gold, pred):
        gold, pred = Counter(gold), Counter(pred)
        self.add(sum((gold & pred).values()), sum(pred.values()), sum(gold.values()))
