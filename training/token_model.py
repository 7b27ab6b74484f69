"""What the tagger is fitted on: every token's features, and the labels it should have.

In: articles with gold attributions. Out: a sparse matrix of features, 0/1 for every token and
label.
"""

import linear
import numpy as np

from newsquote._quotes.model import token_keys
from newsquote._quotes.model.blocks import AROUND, LABELS
from newsquote._quotes.model.spellings import State
from newsquote._quotes.model.states import spelled_states
from newsquote._quotes.model.token_view import view_tokens

HEAD, SOURCE_START, SOURCE_END, CONTENT_START, CONTENT_END = range(len(LABELS))


class KeyNumbers:
    """The numbers of a token's keys; those of a combination are looked up once."""

    def __init__(self, index):
        self.number_of = index.get
        self.known = {}

    def row_at(self, run, at, states):
        """The numbers of the keys of one token.

        run: the word types of its paragraph with pads; states: its place, verbs and signs.
        """
        words = [self.word(offset, run[at + offset]) for offset in token_keys.OFFSETS]
        pairs = [
            self.neighbours(first, run[at + first : at + first + 2])
            for first in token_keys.PAIR_FIRSTS
        ]
        triples = [
            self.neighbours(first, run[at + first : at + first + 3])
            for first in token_keys.TRIPLE_FIRSTS
        ]
        around = [self.state(state, value) for state, value in zip(State, states, strict=True)]
        row = np.concatenate([*words, *pairs, *triples, *around])
        return row[row >= 0]

    def word(self, offset, kind):
        """Of a word at an offset."""
        name = offset, kind.name
        found = self.known.get(name)
        return self.keep(name, token_keys.word_keys_at(offset, kind)) if found is None else found

    def neighbours(self, first, kinds):
        """Of two or three words."""
        name = first, *[kind.name for kind in kinds]
        found = self.known.get(name)
        return self.keep(name, token_keys.neighbour_keys(first, kinds)) if found is None else found

    def state(self, state, value):
        """Of a state."""
        name = state, value
        found = self.known.get(name)
        return self.keep(name, token_keys.state_keys(state, value)) if found is None else found

    def keep(self, name, keys):
        """The numbers of keys, kept by a name."""
        numbers = np.array([self.number_of(key) for key in keys], dtype=np.int32)
        self.known[name] = numbers
        return numbers


def token_rows(articles, lexicon, index):
    """The features of all tokens as a csr matrix, the number of each row's article, the views."""
    pads = [lexicon.pad()] * AROUND
    numbers = KeyNumbers(index)
    rows, owners, views = [], [], []
    for number, article in enumerate(articles):
        view = view_tokens(article.doc, lexicon, article.names)
        states = spelled_states(view)
        views.append(view)
        for i, j in article.doc.paragraph_tokens:
            run = pads + view.types[i:j] + pads
            for t in range(i, j):
                rows.append(numbers.row_at(run, t - i + AROUND, states[t]))
                owners.append(number)
    starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    ids = np.concatenate(rows)
    ones = np.ones(len(ids), np.float32)
    x = linear.csr_matrix((ones, ids, starts), shape=(len(rows), len(index.of)))
    return x, np.array(owners), views


def token_worths(articles):
    """How much each token counts; what readers disagree about does not."""
    return np.concatenate(
        [
            [0.0 if t in article.unsure else article.worth for t in range(len(article.doc.words))]
            for article in articles
        ]
    )


def token_targets(articles):
    """0/1 for every token and label."""
    targets = []
    for article in articles:
        y = np.zeros((len(article.doc.words), len(LABELS)), np.float32)
        for gold in article.golds:
            y[gold.head, HEAD] = 1
            if gold.source:
                y[gold.source[0], SOURCE_START] = 1
                y[gold.source[1] - 1, SOURCE_END] = 1
            for i, j in gold.pieces:
                y[i, CONTENT_START] = 1
                y[j - 1, CONTENT_END] = 1
        targets.append(y)
    return np.concatenate(targets)
