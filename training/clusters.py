"""Common words in classes by their neighbours.

In: articles. Out: word -> class number. Why: a stand-in for parts of speech. Only words that three
publishers print in lower case inside sentences, and more often so than not.
"""

import collections

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.cluster import KMeans
from sklearn.utils.extmath import randomized_svd

CLASSES = 72
SUFFIXES = ("ing", "ed", "ly", "ion", "er", "ies", "al", "ous", "ive", "ity", "ment", "s", "y", "e")
SUFFIX_WEIGHT = 0.5
LEAST_TIMES, LEAST_DOCUMENTS, LEAST_PUBLISHERS = 6, 4, 3
"""Of a word that gets a class."""
CONTEXTS = 700
"""The commonest words, by which neighbours are told apart."""
DIMENSIONS = 60
START, END = "<", ">"


def comparable(word):
    """A word in lower case with plain apostrophes."""
    return word.lower().replace("’", "'")


def vocabulary(articles):
    """The words that get a class, in order."""
    low, capitals, documents = (collections.Counter() for _ in range(3))
    publishers = collections.defaultdict(set)
    for article in articles:
        here = set()
        for word in article.doc.words:
            lower = comparable(word)
            if word != word.lower():
                capitals[lower] += 1
            elif word[0].isalpha():
                low[lower] += 1
                here.add(lower)
        for word in here:
            publishers[word].add(article.publisher)
            documents[word] += 1
    return sorted(
        word
        for word, times in low.items()
        if times >= LEAST_TIMES
        and documents[word] >= LEAST_DOCUMENTS
        and len(publishers[word]) >= LEAST_PUBLISHERS
        and times > capitals[word]
    )


def word_classes(articles):
    """The class of each common word."""
    vocab = vocabulary(articles)
    counts = neighbour_counts(articles, vocab)
    u, s, _ = randomized_svd(information(counts).tocsr(), DIMENSIONS, random_state=0)
    places = u * np.sqrt(s)
    places /= np.linalg.norm(places, axis=1, keepdims=True) + 1e-9
    shapes = np.array(
        [[SUFFIX_WEIGHT * word.endswith(suffix) for suffix in SUFFIXES] for word in vocab]
    )
    model = KMeans(CLASSES, n_init=2, random_state=0)
    labels = model.fit_predict(np.hstack([places, shapes]))
    return {word: int(label) for word, label in zip(vocab, labels, strict=True)}


def neighbour_counts(articles, vocab):
    """How often each word (rows) stands behind and before each context word (columns)."""
    index = {word: n for n, word in enumerate(vocab)}
    times = collections.Counter(word for a in articles for word in context_words(a, index))
    contexts = {word: n for n, (word, _) in enumerate(times.most_common(CONTEXTS))}
    count = len(contexts)
    rows, columns = [], []
    for article in articles:
        words = [START, *context_words(article, index), END]
        for n in range(1, len(words) - 1):
            row = index.get(words[n])
            if row is None:
                continue
            before, behind = contexts.get(words[n - 1]), contexts.get(words[n + 1])
            if before is not None:
                rows.append(row)
                columns.append(before)
            if behind is not None:
                rows.append(row)
                columns.append(count + behind)
    return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(vocab), 2 * count))


def information(counts):
    """The positive pointwise mutual information of counts."""
    total = counts.sum()
    by_row = np.asarray(counts.sum(1)).ravel() + 1
    by_column = np.asarray(counts.sum(0)).ravel() + 1
    counts = counts.tocoo()
    expected = by_row[counts.row] * by_column[counts.col]
    counts.data = np.maximum(0, np.log(counts.data * total / expected))
    return counts


def context_words(article, index):
    """The words of an article; capitals and numbers that have no class are their shape."""
    found = []
    for word in article.doc.words:
        lower = comparable(word)
        if word == lower or lower in index:
            found.append(lower)
        elif word[0].isupper():
            found.append("X")
        else:
            found.append("0" if word[0].isdigit() else lower)
    return found
