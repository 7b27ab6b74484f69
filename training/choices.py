"""Groups of candidates, fitted and scored.

In: candidates with feature rows, one group a cue. Out: weights; scores of held-out groups by models
that have not seen their article.
"""

import linear
import numpy as np


class Groups:
    def __init__(self, index=None):
        self.index = index or linear.Index()
        self.rows = linear.Rows(self.index)
        self.parts, self.sizes, self.gold, self.owner = [], [], [], []

    def add(self, keys, numeric, candidates, gold, owner):
        """keys, numeric: rows of this group; candidates: tuples of row numbers; gold: target
        probability of each.
        """
        start = len(self.rows.ids)
        for k, n in zip(keys, numeric):
            self.rows.add(k, owner, n)
        self.parts.extend(tuple(start + r for r in c) for c in candidates)
        self.sizes.append(len(candidates))
        self.gold.extend(gold)
        self.owner.append(owner)

    def freeze(self, publishers=None, legal=None, **least):
        """The matrix, with only the features that may be kept when publishers are given."""
        self.x = self.rows.matrix()
        self.rows.ids, self.rows.values = [], []
        if publishers is not None:
            ok = linear.allowed(self.x, self.rows.owners, publishers, **least)
            names = [None] * len(self.index.of)
            for k, n in self.index.of.items():
                names[n] = k
            if legal:
                ok &= np.array([legal(k) for k in names])
            keep = np.flatnonzero(ok)
            self.x = self.x[:, keep]
            self.index.of = {names[o]: n for n, o in enumerate(keep)}
            self.index.fixed = True
        width = max(map(len, self.parts), default=1)
        self.parts = [
            np.array([p[k] if k < len(p) else -1 for p in self.parts], dtype=np.int64)
            for k in range(width)
        ]
        self.bounds = np.concatenate([[0], np.cumsum(self.sizes)])
        self.gold = np.array(self.gold, dtype=np.float64)
        self.owner = np.array(self.owner)
        return self

    def subset(self, mask):
        """The candidate mask of some groups, with their bounds."""
        cand = np.repeat(mask, self.sizes)
        return (
            [p[cand] for p in self.parts],
            np.concatenate([[0], np.cumsum(np.array(self.sizes)[mask])]),
            self.gold[cand],
            cand,
        )

    def fit(self, mask=None, **options):
        """Weights; groups without gold are left out."""
        has = np.add.reduceat(self.gold, self.bounds[:-1]) > 0.5
        mask = has if mask is None else has & mask
        parts, bounds, gold, _ = self.subset(mask)
        used = np.unique(np.concatenate([p[p >= 0] for p in parts]))
        renumber = np.full(self.x.shape[0], -1)
        renumber[used] = np.arange(len(used))
        parts = [np.where(p >= 0, renumber[np.maximum(p, 0)], -1) for p in parts]
        return linear.fit_choices(self.x[used], parts, bounds, gold, **options)

    def scores(self, w):
        return linear.choice_scores(self.x, w, self.parts)

    def jackknife(self, folds, **options):
        """Scores of all candidates by models that did not see their article (fold = owner modulo
        folds).
        """
        out = np.zeros(len(self.gold))
        for f in range(folds):
            held = self.owner % folds == f
            w = self.fit(~held, **options)
            z = self.scores(w)
            cand = np.repeat(held, self.sizes)
            out[cand] = z[cand]
        return out

    def best(self, z):
        """The best candidate's number within each group."""
        return [int(np.argmax(z[i:j])) for i, j in zip(self.bounds[:-1], self.bounds[1:])]

    def chances(self, z):
        out = np.zeros(len(z))
        for i, j in zip(self.bounds[:-1], self.bounds[1:]):
            e = np.exp(z[i:j] - z[i:j].max())
            out[i:j] = e / e.sum()
        return out
