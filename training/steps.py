"""The steps behind the tagger, fitted one after the other.

In: cases with their gold attributions. Out: the weights of each step by key. Why: a step learns on
what the step before it would hand it in an article that it has not seen, so each is fitted on
held-out choices of the one before (four folds).
"""

import choices
import linear
import numpy as np
import targets
from key_tables import KeyTable, RowRecorder

from newsquote._quotes.model.contents import ContentTables, content_candidates
from newsquote._quotes.model.cue_choices import choices_of, neighbours_of
from newsquote._quotes.model.cue_words import (
    LeftTables,
    RightTables,
    score_cue_ends,
    score_cue_starts,
)
from newsquote._quotes.model.joint import JointTables, joint_candidates
from newsquote._quotes.model.source_spans import SourceTables, source_candidates
from newsquote._quotes.model.voices import count_voices

FOLDS = 4
KEEP = {"left": 2500, "right": 4000, "source": 14000, "content": 42000, "joint": 6000}
"""Features of each step that are kept."""
L2 = {"left": 2.0, "right": 2.0, "source": 2.0, "content": 4.0, "joint": 3.0}
FIRST_ITERATIONS, ITERATIONS, JOINT_ITERATIONS = 30, 60, 80


def fit_steps(found, articles, log):
    """Pairs of a step and its weights by key.

    found: (article, case, gold), as ``train`` finds them; log: called with a line's words.
    """
    fitter = Fitter(articles, log)
    left, right = fit_cue_edges(found, fitter)
    source, sources, source_scores = fit_sources(found, fitter)
    content, contents, content_scores = fit_contents(found, fitter)
    joint = fit_joint(found, (sources, source_scores), (contents, content_scores), fitter)
    return [
        ("left", left),
        ("right", right),
        ("source", source),
        ("content", content),
        ("joint", joint),
    ]


class Fitter:
    """Fits groups of candidates: first with all features, then with those that matter most."""

    def __init__(self, articles, log):
        self.publishers = [article.publisher for article in articles]
        self.worths = np.array([article.worth for article in articles])
        self.log = log

    def weights(self, groups, step, iterations=ITERATIONS, *, held_out=True):
        """The weights of a step by key, and the scores of held-out candidates."""
        groups.freeze(self.publishers)
        groups.worths = self.worths
        weights = groups.fit(l2=L2[step], iterations=FIRST_ITERATIONS)
        kept = linear.important_columns(groups.x, weights, KEEP[step])
        names = list(groups.index.of)
        groups.x = groups.x[:, kept]
        groups.index.of = {names[old]: new for new, old in enumerate(kept)}
        scores = None
        if held_out:
            scores = groups.jackknife(FOLDS, l2=L2[step], iterations=iterations)
        weights = groups.fit(l2=L2[step], iterations=iterations)
        self.log("fitted", groups.x.shape)
        return dict(zip(groups.index.of, weights, strict=True)), scores


def fit_cue_edges(found, fitter):
    """The weights of a cue's first and of its last word; the cases get the cues that are chosen."""
    left, starts = fit_cue_edge(found, fitter, "left", score_cue_starts, LeftTables(KeyTable))
    right, ends = fit_cue_edge(found, fitter, "right", score_cue_ends, RightTables(KeyTable))
    for (_, case, _), start, end in zip(found, starts, ends, strict=True):
        case.cue = (start, end)
    return left, right


def fit_cue_edge(found, fitter, step, edges_of, tables):
    """The weights of one edge of cues, and the edge that is chosen for each case."""
    groups, options = choices.Groups(), []
    for number, case, gold in found:
        edges = edges_of(case, tables)
        options.append([place for place, _ in edges])
        wanted = targets.edge_targets(gold, 0 if step == "left" else 1, options[-1])
        groups.add_plain([keys for _, keys in edges], wanted, number)
    weights, scores = fitter.weights(groups, step)
    best = groups.best(scores)
    return weights, [places[n] for places, n in zip(options, best, strict=True)]


def fit_sources(found, fitter):
    """The weights of sources, the candidates of each case and their scores."""
    groups, options, tables = choices.Groups(), [], SourceTables(KeyTable)
    for number, case, gold in found:
        recorder = RowRecorder()
        ranges, rows = source_candidates(case, tables, recorder)
        groups.add_shared(recorder.keys, rows, targets.source_targets(gold, ranges), number)
        options.append(ranges)
    weights, scores = fitter.weights(groups, "source")
    for (_, case, _), ranges, best in zip(found, options, groups.best(scores), strict=True):
        case.source = ranges[best]
    return weights, options, np.split(scores, groups.bounds[1:-1])


def fit_contents(found, fitter):
    """The weights of contents, the candidates of each case and their scores."""
    groups, options, tables = choices.Groups(), [], ContentTables(KeyTable)
    for number, case, gold in found:
        recorder = RowRecorder()
        ranges, rows = content_candidates(case, tables, recorder)
        groups.add_shared(recorder.keys, rows, targets.content_targets(gold, ranges), number)
        options.append(ranges)
    weights, scores = fitter.weights(groups, "content")
    return weights, options, np.split(scores, groups.bounds[1:-1])


def fit_joint(found, sources, contents, fitter):
    """The weights of the joint choice; sources and contents: candidates and scores of each case."""
    groups, tables = choices.Groups(), JointTables(KeyTable)
    for number, pairs in choices_by_article(found, sources, contents).items():
        article = [one for one, _ in pairs]
        heard = count_voices(article)
        for (one, gold), others in zip(pairs, neighbours_of(article), strict=True):
            candidates = joint_candidates(one, others, heard, tables)
            wanted = targets.joint_targets(gold, [choice for choice, _, _ in candidates])
            groups.add_plain(
                [keys for _, keys, _ in candidates],
                wanted,
                number,
                [numbers for _, _, numbers in candidates],
            )
    return fitter.weights(groups, "joint", JOINT_ITERATIONS, held_out=False)[0]


def choices_by_article(found, sources, contents):
    """By article, the choices of each cue that can have a content, with its gold attribution."""
    by_article = {}
    everything = zip(found, *sources, *contents, strict=True)
    for (number, case, gold), ranges, range_scores, pieces, piece_scores in everything:
        made = choices_of(case, pieces, piece_scores.tolist(), ranges, range_scores.tolist())
        if made is not None:
            by_article.setdefault(number, []).append((made, gold))
    return by_article
