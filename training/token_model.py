"""The token model: which tokens are heads of cues, which are edges of sources and contents.

In: articles with gold attributions. Out: weights of every label by feature.
"""

import linear
import numpy as np

from newsquote._quotes.model import features, states, tagging


def rows_of(articles, lexicon, index):
    """The features of all tokens: csr matrix, owner document of each row."""
    pad = lexicon.pad()
    cache, ids, lengths, owners, views = {}, [], [], [], []
    get = index.get

    def of(key, make):
        found = cache.get(key)
        if found is None:
            found = cache[key] = np.array([get(k) for k in make()], dtype=np.int32)
        return found

    for number, article in enumerate(articles):
        view = features.view_of(article.doc, lexicon, article.names)
        around = states.spelled(view)
        views.append(view)
        for i, j in article.doc.paragraph_tokens:
            run = [pad] * 3 + view.types[i:j] + [pad] * 3
            for k in range(j - i):
                parts = []
                for o in tagging.OFFSETS:
                    a = run[k + 3 + o]
                    parts.append(of((o, a.name), lambda: tagging.type_keys(o, a)))
                for n, (o, _) in enumerate(tagging.PAIRS):
                    a, b = run[k + 3 + o], run[k + 4 + o]
                    parts.append(of((n, a.name, b.name), lambda: tagging.pair_keys(n, a, b)))
                for n in range(3):
                    a, b, c = run[k + 1 + n], run[k + 2 + n], run[k + 3 + n]
                    parts.append(
                        of((n, a.name, b.name, c.name), lambda: tagging.triple_keys(n, a, b, c))
                    )
                place, verbs, sign = around[i + k]
                parts.append(of(("place", place), lambda: tagging.place_keys(place)))
                parts.append(of(("verbs", verbs), lambda: tagging.verb_keys(verbs)))
                parts.append(of(("sign", sign), lambda: tagging.sign_keys(sign)))
                row = np.concatenate(parts)
                row = row[row >= 0]
                ids.append(row)
                lengths.append(len(row))
                owners.append(number)
    ptr = np.concatenate([[0], np.cumsum(lengths)])
    ids = np.concatenate(ids)
    x = linear.csr_matrix(
        (np.ones(len(ids), np.float32), ids, ptr), shape=(len(lengths), len(index.of))
    )
    return x, np.array(owners), views


def targets(articles):
    """0/1 for every token and label."""
    out = []
    for article in articles:
        y = np.zeros((len(article.doc.words), len(tagging.LABELS)), np.float32)
        for g in article.golds:
            y[g.head, 0] = 1
            if g.source:
                y[g.source[0], 1] = 1
                y[g.source[1] - 1, 2] = 1
            for i, j in g.pieces:
                y[i, 3] = 1
                y[j - 1, 4] = 1
        out.append(y)
    return np.concatenate(out)
