"""Log-linear models over sparse features.

In: features as strings, choices. Out: weights. Two fits: several yes/no labels over the same rows,
and one softmax over the candidates of each group, where a candidate is the sum of up to four shared
pieces (rows). Both convex, both by L-BFGS from zero, so the same data give the same weights.
"""

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

LEAST_DOCUMENTS, LEAST_PUBLISHERS, LEAST_TIMES = 3, 3, 4
"""Of a feature that may be kept: no text can be rebuilt from such features."""
MEMORY = 8
"""Corrections that L-BFGS keeps."""


class Index:
    """Numbers of features by name."""

    def __init__(self):
        self.of = {}
        self.fixed = False

    def get(self, key):
        """The number of a feature, a new one if need be; -1 for an unknown one in a fixed index."""
        number = self.of.get(key)
        if number is None and not self.fixed:
            number = self.of[key] = len(self.of)
        return -1 if number is None else number


class Rows:
    """Rows of feature numbers (and values), grown one by one."""

    def __init__(self, index):
        self.index = index
        self.ids, self.values, self.owners = [], [], []

    def add(self, keys, owner, numbers=()):
        """Add a row: keys with the value 1, and pairs of a key and another value."""
        get = self.index.get
        ids = [get(key) for key in keys]
        values = [1.0] * len(ids)
        for key, value in numbers:
            ids.append(get(key))
            values.append(value)
        self.ids.append(np.array(ids, dtype=np.int32))
        self.values.append(np.array(values, dtype=np.float32))
        self.owners.append(owner)

    def matrix(self):
        """The rows as a sparse matrix."""
        lengths = np.fromiter((len(row) for row in self.ids), dtype=np.int64, count=len(self.ids))
        starts = np.concatenate([[0], np.cumsum(lengths)])
        ids = np.concatenate(self.ids) if self.ids else np.zeros(0, np.int32)
        values = np.concatenate(self.values) if self.values else np.zeros(0, np.float32)
        keep = ids >= 0
        if not keep.all():
            counts = np.concatenate([[0], np.cumsum(keep)])
            starts = counts[starts]
            ids, values = ids[keep], values[keep]
        return csr_matrix((values, ids, starts), shape=(len(self.ids), len(self.index.of)))


def allowed_columns(matrix, owners, publishers):
    """Which columns stand in several documents and publishers, as a mask.

    owners: the document of each row; publishers: of each document.
    """
    documents = len(publishers)
    row_owners = np.repeat(np.asarray(owners), np.diff(matrix.indptr))
    in_document = np.unique(matrix.indices.astype(np.int64) * documents + row_owners)
    features, owner = in_document // documents, in_document % documents
    columns = matrix.shape[1]
    document_count = np.bincount(features, minlength=columns)
    names = sorted(set(publishers))
    publisher = np.array([names.index(name) for name in publishers])[owner]
    of_publishers = np.unique(features * len(names) + publisher)
    publisher_count = np.bincount(of_publishers // len(names), minlength=columns)
    total = np.bincount(matrix.indices, minlength=columns)
    return (
        (document_count >= LEAST_DOCUMENTS)
        & (publisher_count >= LEAST_PUBLISHERS)
        & (total >= LEAST_TIMES)
    )


def important_columns(x, weights, keep):
    """The numbers of the columns whose weights move the scores most, in order."""
    counts = np.bincount(x.indices, minlength=x.shape[1])
    worth = counts * (weights.reshape(len(counts), -1) ** 2).sum(1)
    return np.sort(np.argsort(-worth, kind="stable")[:keep])


def minimum(objective, size, iterations, start=None):
    """Where an objective, which also gives its gradient, is least."""
    options = {"maxiter": iterations, "maxcor": MEMORY}
    start = np.zeros(size) if start is None else start
    return minimize(objective, start, jac=True, method="L-BFGS-B", options=options).x


def fit_labels(x, ys, worths, l2, iterations):
    """Logistic regressions, one a column of ys.

    x: features as a csr matrix; ys: 0/1 by row and label; worths: how much each row counts.
    """
    labels = ys.shape[1]
    transposed = x.T.tocsr()
    ys = ys.astype(np.float32)
    worths = worths.astype(np.float32)[:, None]

    def objective(flat):
        w = flat.reshape(x.shape[1], labels).astype(np.float32)
        z = x @ w
        loss = (worths * (np.logaddexp(0, z) - z * ys)).sum()
        chances = 1 / (1 + np.exp(-z))
        gradient = transposed @ (worths * (chances - ys)) + l2 * w
        penalty = 0.5 * l2 * float((w * w).sum())
        return float(loss) + penalty, gradient.ravel().astype(np.float64)

    found = minimum(objective, x.shape[1] * labels, iterations)
    return found.reshape(x.shape[1], labels).astype(np.float32)


def fit_choices(x, parts, bounds, gold, l2, iterations, prior=None, worths=None):  # noqa: PLR0913, PLR0917
    """One softmax a group.

    x: features of pieces as a csr matrix; parts: arrays with a piece of each candidate, -1 for
    none; bounds: where each group's candidates start, and the end; gold: each candidate's target
    chance; prior: the weights that l2 pulls towards, zeros where nothing is known; worths: how much
    each group counts, all the same where nothing is given.
    """
    prior = np.zeros(x.shape[1]) if prior is None else prior
    starts = bounds[:-1]
    sizes = np.diff(bounds)
    group = np.repeat(np.arange(len(sizes)), sizes)
    worths = np.ones(len(sizes)) if worths is None else worths
    by_candidate = worths[group]
    transposed = x.T.tocsr()
    masks = [part >= 0 for part in parts]
    safe = [np.where(mask, part, 0) for part, mask in zip(parts, masks, strict=True)]

    def objective(flat):
        rows = x @ flat.astype(np.float32)
        z = np.zeros(len(gold))
        for part, mask in zip(safe, masks, strict=True):
            z += np.where(mask, rows[part], 0)
        top = np.maximum.reduceat(z, starts)
        exponentials = np.exp(z - top[group])
        sums = np.add.reduceat(exponentials, starts)
        chances = exponentials / sums[group]
        loss = float((worths * (np.log(sums) + top)).sum() - (by_candidate * gold * z).sum())
        difference = by_candidate * (chances - gold)
        by_row = np.zeros(x.shape[0])
        for part, mask in zip(safe, masks, strict=True):
            by_row += np.bincount(part[mask], weights=difference[mask], minlength=x.shape[0])
        gradient = transposed @ by_row.astype(np.float32)
        away = flat - prior
        return loss + 0.5 * l2 * float(away @ away), gradient.astype(np.float64) + l2 * away

    return minimum(objective, x.shape[1], iterations, prior.copy()).astype(np.float32)


def choice_scores(x, weights, parts):
    """The scores of candidates that are sums of pieces."""
    rows = x @ weights
    scores = np.zeros(len(parts[0]))
    for part in parts:
        scores += np.where(part >= 0, rows[np.where(part >= 0, part, 0)], 0)
    return scores
