"""Groups of candidates, fitted and scored.

In: candidates with feature rows, one group a cue. Out: weights; scores of held-out groups by models
that have not seen their article.
"""

import linear
import numpy as np

NO_ROW = -1
LEAST_GOLD = 0.5
"""Target chances of a group that is learned from add up to one, of others to nothing."""


class Groups:
    """The candidates of every cue: each is the sum of some rows of its group."""

    worths = None
    """How much each article counts; all the same where nothing is set."""

    def __init__(self):
        self.index = linear.Index()
        self.rows = linear.Rows(self.index)
        self.parts, self.sizes, self.gold, self.owner = [], [], [], []

    def add_plain(self, keys, gold, owner, numbers=None):
        """Add a group whose candidates have a row each; the other arguments as below."""
        candidates = [(n,) for n in range(len(keys))]
        self.add(keys, numbers or [()] * len(keys), candidates, gold, owner)

    def add_shared(self, keys, candidates, gold, owner):
        """Add a group whose candidates share rows; the arguments as below."""
        self.add(keys, [()] * len(keys), candidates, gold, owner)

    def add(self, keys, numbers, candidates, gold, owner):
        """Add a group.

        keys, numbers: of each row, the keys with value 1 and those with other values; candidates:
        tuples of row numbers; gold: the target chance of each; owner: the article.
        """
        start = len(self.rows.ids)
        for row_keys, row_numbers in zip(keys, numbers, strict=True):
            self.rows.add(row_keys, owner, row_numbers)
        self.parts.extend(tuple(start + row for row in rows) for rows in candidates)
        self.sizes.append(len(candidates))
        self.gold.extend(gold)
        self.owner.append(owner)

    def freeze(self, publishers):
        """Make the matrix, with only the features that may be kept.

        publishers: of each article.
        """
        self.x = self.rows.matrix()
        self.rows.ids, self.rows.values = [], []
        names = list(self.index.of)
        keep = np.flatnonzero(linear.allowed_columns(self.x, self.rows.owners, publishers))
        self.x = self.x[:, keep]
        self.index.of = {names[old]: new for new, old in enumerate(keep)}
        self.index.fixed = True
        width = max(map(len, self.parts), default=1)
        self.parts = [
            np.array([rows[n] if n < len(rows) else NO_ROW for rows in self.parts], dtype=np.int64)
            for n in range(width)
        ]
        self.bounds = np.concatenate([[0], np.cumsum(self.sizes)])
        self.gold = np.array(self.gold, dtype=np.float64)
        self.owner = np.array(self.owner)

    def subset(self, mask):
        """Some groups: parts, bounds and gold of their candidates."""
        candidates = np.repeat(mask, self.sizes)
        bounds = np.concatenate([[0], np.cumsum(np.array(self.sizes)[mask])])
        return [part[candidates] for part in self.parts], bounds, self.gold[candidates]

    def fit(self, mask=None, **options):
        """Weights; groups without gold are left out."""
        has_gold = np.add.reduceat(self.gold, self.bounds[:-1]) > LEAST_GOLD
        chosen = has_gold if mask is None else has_gold & mask
        parts, bounds, gold = self.subset(chosen)
        if self.worths is not None:
            options["worths"] = self.worths[self.owner][chosen]
        used = np.unique(np.concatenate([part[part >= 0] for part in parts]))
        renumber = np.full(self.x.shape[0], NO_ROW)
        renumber[used] = np.arange(len(used))
        parts = [np.where(part >= 0, renumber[np.maximum(part, 0)], NO_ROW) for part in parts]
        return linear.fit_choices(self.x[used], parts, bounds, gold, **options)

    def jackknife(self, folds, **options):
        """Scores of all candidates by models that did not see their article.

        An article's fold is its number modulo the number of folds.
        """
        scores = np.zeros(len(self.gold))
        for fold in range(folds):
            held = self.owner % folds == fold
            weights = self.fit(~held, **options)
            of_all = linear.choice_scores(self.x, weights, self.parts)
            candidates = np.repeat(held, self.sizes)
            scores[candidates] = of_all[candidates]
        return scores

    def best(self, scores):
        """The best candidate's number within each group."""
        bounds = zip(self.bounds[:-1], self.bounds[1:], strict=True)
        return [int(np.argmax(scores[i:j])) for i, j in bounds]
