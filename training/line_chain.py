"""Pages as keys, with what their lines may be -> weights of a chain over lines.

In: for each page the numbers of each line's keys, the states that may stand there, and those that
are right. Out: weights of keys by label and zone, and of steps. Why: a line is judged with its
neighbours, so the weights are fitted on whole pages: what is maximised is the chance of all right
ways through a page among all ways. A way that loses a line of the story counts as likelier than it
is while fitting (a margin), since a lost paragraph costs more than a menu that is kept.
"""

import numpy as np
from linear import minimum
from scipy.sparse import csr_matrix

from newsquote._page.line_states import LABELS, STATES, SUCCESSORS, Zone, may_start, may_stop

FIELDS = len(LABELS) + len(Zone)
TINY = 1e-300
MOST = 20
"""The most that a step may be worth while fitting, in logits."""
LABEL_OF = np.array([LABELS.index(state.label) for state in STATES])
ZONE_OF = np.array([int(state.zone) for state in STATES])
FIELDS_OF_STATE = np.zeros((FIELDS, len(STATES)))
FIELDS_OF_STATE[LABEL_OF, np.arange(len(STATES))] = 1
FIELDS_OF_STATE[len(LABELS) + ZONE_OF, np.arange(len(STATES))] = 1
MAY_FOLLOW = np.array([[n in after for n in range(len(STATES))] for after in SUCCESSORS])
MAY_START = np.array([may_start(state) for state in STATES])
MAY_STOP = np.array([may_stop(state) for state in STATES])
OF_STORY = np.array([state.is_of_story for state in STATES])


def is_possible(allowed):
    """Whether there is any way through a page."""
    reached = allowed[0] & MAY_START
    for row in allowed[1:]:
        reached = (reached @ MAY_FOLLOW) & row
    return bool((reached & MAY_STOP).any())


class Batch:
    """Pages side by side, the longest first, so that all are walked through at once."""

    def __init__(self, pages, width):
        """pages: (rows of key numbers, allowed states, right states, share); width: of keys."""
        pages = sorted(pages, key=lambda page: -len(page[0]))
        rows = [ids for page in pages for ids in page[0]]
        lengths = np.array([len(ids) for ids in rows])
        starts = np.concatenate([[0], np.cumsum(lengths)])
        ids = np.concatenate([np.array(ids, dtype=np.int32) for ids in rows])
        self.keys = csr_matrix((np.ones(len(ids)), ids, starts), shape=(len(rows), width))
        self.keys_of_rows = self.keys.T.tocsr()
        self.allowed = np.concatenate([page[1] for page in pages])
        self.right = np.concatenate([page[2] for page in pages])
        self.is_story = ~(self.right & ~OF_STORY).any(1)
        self.shares = np.array([page[3] for page in pages])
        self.lengths = np.array([len(page[0]) for page in pages])
        first = np.concatenate([[0], np.cumsum(self.lengths)[:-1]])
        longest = self.lengths.max()
        self.steps = [first[: int((self.lengths > t).sum())] + t for t in range(longest)]
        """The rows of the pages that have a line ``t``."""
        self.share_of_row = np.zeros(len(rows))
        for step in self.steps:
            self.share_of_row[step] = self.shares[: len(step)]


def expectations(scores, allowed, batch, steps):
    """How likely the allowed ways are, how often each state and each step comes on them.

    scores: of each row and state; steps: what a step between states multiplies a way's worth by.
    """
    masked = np.where(allowed, scores, -1 / TINY)
    top = masked.max(1, keepdims=True)
    chances = np.exp(masked - top)
    count = len(batch.lengths)
    logs = np.zeros(count)
    forward = []
    for t, rows in enumerate(batch.steps):
        before = MAY_START if t == 0 else forward[-1][: len(rows)] @ steps
        here = before * chances[rows]
        total = here.sum(1, keepdims=True) + TINY
        forward.append(here / total)
        logs[: len(rows)] += np.log(total[:, 0]) + top[rows, 0]
    ends = [forward[length - 1][page] for page, length in enumerate(batch.lengths)]
    logs += np.log((np.array(ends) * MAY_STOP).sum(1) + TINY)
    states, pairs = np.zeros(scores.shape), np.zeros(steps.shape)
    backward = None
    for t in range(len(batch.steps) - 1, -1, -1):
        rows = batch.steps[t]
        behind = np.tile(MAY_STOP.astype(float), (len(rows), 1))
        if backward is not None:
            going_on = len(backward)
            weighed = chances[batch.steps[t + 1]] * backward
            reach = weighed @ steps.T
            here = forward[t][:going_on]
            norm = (here * reach).sum(1, keepdims=True) + TINY
            share = batch.shares[:going_on, None]
            pairs += ((here / norm * share).T @ weighed) * steps
            behind[:going_on] = reach / (reach.max(1, keepdims=True) + TINY)
        found = forward[t][: len(rows)] * behind
        states[rows] = found / (found.sum(1, keepdims=True) + TINY)
        backward = behind
    return logs, states, pairs


def step_factors(zones, labels):
    """What a step multiplies a way's worth by."""
    worth = zones[ZONE_OF][:, ZONE_OF] + labels[LABEL_OF][:, LABEL_OF]
    return np.exp(np.clip(worth, -MOST, MOST)) * MAY_FOLLOW


def fit_chain(batch, l2, step_l2, margin, iterations):
    """Weights of keys by field, of steps between zones and of steps between labels."""
    width = batch.keys.shape[1]
    sizes = [width * FIELDS, len(Zone) ** 2, len(LABELS) ** 2]
    cuts = np.cumsum(sizes)[:-1]
    cost = margin * np.outer(batch.is_story, ~OF_STORY)

    def parts(flat):
        keys, zones, labels = np.split(flat, cuts)
        return (
            keys.reshape(width, FIELDS),
            zones.reshape(len(Zone), len(Zone)),
            labels.reshape(len(LABELS), len(LABELS)),
        )

    def objective(flat):
        keys, zones, labels = parts(flat)
        scores = (batch.keys @ keys) @ FIELDS_OF_STATE
        steps = step_factors(zones, labels)
        every, of_every, pairs_of_every = expectations(scores + cost, batch.allowed, batch, steps)
        right, of_right, pairs_of_right = expectations(scores, batch.right, batch, steps)
        loss = float(((every - right) * batch.shares).sum())
        away = (of_every - of_right) * batch.share_of_row[:, None]
        of_keys = batch.keys_of_rows @ (away @ FIELDS_OF_STATE.T) + l2 * keys
        pairs = pairs_of_every - pairs_of_right
        of_zones, of_labels = np.zeros(zones.shape), np.zeros(labels.shape)
        np.add.at(of_zones, (ZONE_OF[:, None], ZONE_OF[None, :]), pairs)
        np.add.at(of_labels, (LABEL_OF[:, None], LABEL_OF[None, :]), pairs)
        of_zones += step_l2 * zones
        of_labels += step_l2 * labels
        penalty = l2 * float((keys**2).sum())
        penalty += step_l2 * float((zones**2).sum() + (labels**2).sum())
        gradient = np.concatenate([of_keys.ravel(), of_zones.ravel(), of_labels.ravel()])
        return loss + 0.5 * penalty, gradient

    return parts(minimum(objective, sum(sizes), iterations))
