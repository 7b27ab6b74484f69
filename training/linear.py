"""Log-linear models over sparse features.

In: features as strings, choices. Out: weights. Two fits: several yes/no labels over the same rows,
and one softmax over the candidates of each group, where a candidate is the sum of up to four shared
pieces (rows). Both convex, both by L-BFGS from zero, so the same data give the same weights.
"""

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix


class Index:
    """Feature names to numbers, with the documents and publishers that have them."""

    def __init__(self):
        self.of, self.docs, self.publishers = {}, [], []
        self.fixed = False

    def get(self, key):
        n = self.of.get(key)
        if n is None and not self.fixed:
            n = self.of[key] = len(self.of)
        return -1 if n is None else n


class Rows:
    """Rows of feature numbers (and values), grown one by one."""

    def __init__(self, index):
        self.index = index
        self.ids, self.values, self.lengths, self.owners = [], [], [], []

    def add(self, keys, owner, numeric=()):
        get = self.index.get
        ids = [get(k) for k in keys]
        values = [1.0] * len(ids)
        for key, value in numeric:
            ids.append(get(key))
            values.append(value)
        self.ids.append(np.array(ids, dtype=np.int32))
        self.values.append(np.array(values, dtype=np.float32))
        self.owners.append(owner)
        return len(self.ids) - 1

    def matrix(self):
        lengths = np.fromiter((len(x) for x in self.ids), dtype=np.int64, count=len(self.ids))
        ptr = np.concatenate([[0], np.cumsum(lengths)])
        ids = np.concatenate(self.ids) if self.ids else np.zeros(0, np.int32)
        values = np.concatenate(self.values) if self.values else np.zeros(0, np.float32)
        keep = ids >= 0
        if not keep.all():
            counts = np.concatenate([[0], np.cumsum(keep)])
            ptr = counts[ptr]
            ids, values = ids[keep], values[keep]
        return csr_matrix((values, ids, ptr), shape=(len(self.ids), len(self.index.of)))


def allowed(matrix, owners, publishers, least_docs=3, least_publishers=3, least=4):
    """Which columns stand in several documents and at least three publishers. owners: document of
    each row; publishers: of each document.
    """
    n_docs = len(publishers)
    coo_rows = np.repeat(np.asarray(owners), np.diff(matrix.indptr))
    key = matrix.indices.astype(np.int64) * n_docs + coo_rows
    uniq = np.unique(key)
    feats, docs = uniq // n_docs, uniq % n_docs
    n = matrix.shape[1]
    doc_count = np.bincount(feats, minlength=n)
    names = sorted(set(publishers))
    pub = np.array([names.index(p) for p in publishers])[docs]
    pairs = np.unique(feats * len(names) + pub)
    pub_count = np.bincount(pairs // len(names), minlength=n)
    total = np.bincount(matrix.indices, minlength=n)
    return (doc_count >= least_docs) & (pub_count >= least_publishers) & (total >= least)


def fit_labels(x, ys, l2=1.0, iterations=50):
    """Logistic regressions, one a column of ys. x: csr; ys: (rows, labels) of 0/1."""
    n, labels = ys.shape
    xt = x.T.tocsr()
    ys = ys.astype(np.float32)

    def objective(flat):
        w = flat.reshape(x.shape[1], labels).astype(np.float32)
        z = x @ w
        loss = np.logaddexp(0, z).sum() - (z * ys).sum()
        p = 1 / (1 + np.exp(-z))
        g = xt @ (p - ys) + l2 * w
        return float(loss) + 0.5 * l2 * float((w * w).sum()), g.ravel().astype(np.float64)

    w0 = np.zeros(x.shape[1] * labels)
    out = minimize(
        objective, w0, jac=True, method="L-BFGS-B", options={"maxiter": iterations, "maxcor": 8}
    )
    return out.x.reshape(x.shape[1], labels).astype(np.float32)


def fit_choices(x, parts, groups, gold, l2=1.0, iterations=60, group_weights=None, base=None):
    """One softmax a group. x: csr of pieces; parts: list of int arrays, piece of each candidate (-1
    none); groups: start offsets of each group's candidates (plus the end); gold: (candidates,)
    target probabilities within the group.
    """
    n_c = len(gold)
    starts = groups[:-1]
    sizes = np.diff(groups)
    gid = np.repeat(np.arange(len(sizes)), sizes)
    xt = x.T.tocsr()
    gw = np.ones(len(sizes)) if group_weights is None else group_weights
    masks = [p >= 0 for p in parts]
    safe = [np.where(m, p, 0) for p, m in zip(parts, masks)]

    def objective(flat):
        rows = x @ flat.astype(np.float32)
        z = np.zeros(n_c) if base is None else base.copy()
        for p, m in zip(safe, masks):
            z += np.where(m, rows[p], 0)
        top = np.maximum.reduceat(z, starts)
        e = np.exp(z - top[gid])
        sums = np.add.reduceat(e, starts)
        prob = e / sums[gid]
        loss = float((gw * (np.log(sums) + top)).sum() - (gw[gid] * gold * z).sum())
        d = gw[gid] * (prob - gold)
        r = np.zeros(x.shape[0])
        for p, m in zip(safe, masks):
            r += np.bincount(p[m], weights=d[m], minlength=x.shape[0])
        g = xt @ r.astype(np.float32)
        return loss + 0.5 * l2 * float(flat @ flat), g.astype(np.float64) + l2 * flat

    out = minimize(
        objective,
        np.zeros(x.shape[1]),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": iterations, "maxcor": 8},
    )
    return out.x.astype(np.float32)


def choice_scores(x, w, parts):
    rows = x @ w
    z = np.zeros(len(parts[0]))
    for p in parts:
        z += np.where(p >= 0, rows[np.where(p >= 0, p, 0)], 0)
    return z
