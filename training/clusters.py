"""Common words in classes by their neighbours.

In: articles. Out: word -> class number. Why: a stand-in for parts of speech. Only words that three
publishers print in lower case inside sentences, and more often so than not.
"""

import collections

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.cluster import KMeans
from sklearn.utils.extmath import randomized_svd

SUFFIXES = ("ing", "ed", "ly", "ion", "er", "ies", "al", "ous", "ive", "ity", "ment", "s", "y", "e")


def vocabulary(articles, least=6):
    low, cap, publishers, documents = (
        collections.Counter(),
        collections.Counter(),
        collections.defaultdict(set),
        collections.Counter(),
    )
    for article in articles:
        here = set()
        for word in article.doc.words:
            lower = word.lower().replace("’", "'")
            if word == word.lower():
                if word[0].isalpha():
                    low[lower] += 1
                    here.add(lower)
            else:
                cap[lower] += 1
        for word in here:
            publishers[word].add(article.publisher)
            documents[word] += 1
    return sorted(
        w
        for w in low
        if low[w] >= least and documents[w] >= 4 and len(publishers[w]) >= 3 and low[w] > cap[w]
    )


def make(articles, count=72):
    vocab = vocabulary(articles)
    index = {w: n for n, w in enumerate(vocab)}
    freq = collections.Counter(w for a in articles for w in _norms(a, index))
    contexts = {w: n for n, (w, _) in enumerate(freq.most_common(700))}
    c = len(contexts)
    rows, cols = [], []
    for a in articles:
        norms = ["<", *_norms(a, index), ">"]
        for k in range(1, len(norms) - 1):
            r = index.get(norms[k])
            if r is None:
                continue
            left, right = contexts.get(norms[k - 1]), contexts.get(norms[k + 1])
            if left is not None:
                rows.append(r), cols.append(left)
            if right is not None:
                rows.append(r), cols.append(c + right)
    m = csr_matrix((np.ones(len(rows)), (rows, cols)), shape=(len(vocab), 2 * c))
    total, by_row, by_col = (
        m.sum(),
        np.asarray(m.sum(1)).ravel() + 1,
        np.asarray(m.sum(0)).ravel() + 1,
    )
    m = m.tocoo()
    m.data = np.maximum(0, np.log(m.data * total / (by_row[m.row] * by_col[m.col])))
    u, s, _ = randomized_svd(m.tocsr(), 60, random_state=0)
    u = u * np.sqrt(s)
    u /= np.linalg.norm(u, axis=1, keepdims=True) + 1e-9
    shape = np.array([[0.5 * w.endswith(x) for x in SUFFIXES] for w in vocab])
    labels = KMeans(count, n_init=2, random_state=0).fit_predict(np.hstack([u, shape]))
    return {w: int(k) for w, k in zip(vocab, labels)}


def _norms(article, index):
    out = []
    for word in article.doc.words:
        lower = word.lower().replace("’", "'")
        out.append(
            lower
            if word == lower or lower in index
            else "X"
            if word[0].isupper()
            else "0"
            if word[0].isdigit()
            else lower
        )
    return out
