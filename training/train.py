"""From articles with attributions to the weights file, in one command.

    PYTHONPATH=src python training/train.py TRAIN.jsonl [TRAIN.jsonl] OUT.bin
        [--worths NUMBER ...] [--without GROUP ...] [--date YYYY-MM-DD]

Needs numpy, scipy and scikit-learn. Deterministic: the same articles give the same file (same
versions of the libraries). Three to ten minutes on one core and 6 GB of memory. --worths says how
much an article of each file counts. With --without the articles of some publishers, or parts of a
file whose articles have none, are left out, to measure on them.

Steps: word classes by neighbours; the tagger; then, always on scores of models that have not seen
the article (four folds), the cue's words, the sources, the contents, and the joint choice. Every
model is fitted twice: once on all features that stand in three documents of three publishers at
least, then on those that matter most.
"""

import argparse
import hashlib
import sys
import time
from itertools import zip_longest
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
import clusters
import linear
import marked
import steps
import token_model
import weights_file

from newsquote._quotes import engine, hints, nesting
from newsquote._quotes.clauses import cues
from newsquote._quotes.model import weights as model
from newsquote._quotes.model.cases import case_of
from newsquote._quotes.model.finding import TRAINING_HEAD
from newsquote._quotes.model.score_tables import SCALE
from newsquote._quotes.model.surroundings import HEAD, Surroundings
from newsquote._quotes.model.word_types import Lexicon
from newsquote.lang import get_pack

TAGGER_FEATURES = 60000
TAGGER_L2 = 4.0
FIRST_ITERATIONS, FOLD_ITERATIONS, LAST_ITERATIONS = 30, 35, 45
LOWEST_SCORE, HIGHEST_SCORE = -2048, 2047
"""Held-out scores are cut to what the package's own scores seldom pass."""
STARTED = time.time()


def log(*words):
    """Print words behind the seconds since the start."""
    print(f"{time.time() - STARTED:5.0f}s", *words, flush=True)


def fit_tagger(articles, lexicon):
    """The tagger's keys and weights, and scores of all tokens by models that have not seen them.

    Also the number of each token's article, and the articles' views.
    """
    index = linear.Index()
    x, owners, views = token_model.token_rows(articles, lexicon, index)
    y = token_model.token_targets(articles)
    names = list(index.of)
    publishers = [article.publisher for article in articles]
    worths = token_model.token_worths(articles)
    keep = np.flatnonzero(linear.allowed_columns(x, owners, publishers))
    x = x[:, keep]
    log("tagger: rows, features", x.shape)
    weights = linear.fit_labels(x, y, worths, TAGGER_L2, FIRST_ITERATIONS)
    kept = linear.important_columns(x, weights, TAGGER_FEATURES)
    x, keep = x[:, kept], keep[kept]
    scores = np.zeros_like(y)
    for fold in range(steps.FOLDS):
        held = owners % steps.FOLDS == fold
        seen = x[~held], y[~held], worths[~held]
        fitted = linear.fit_labels(*seen, TAGGER_L2, FOLD_ITERATIONS)
        scores[held] = x[held] @ fitted
        log("tagger: fold", fold)
    weights = linear.fit_labels(x, y, worths, TAGGER_L2, LAST_ITERATIONS)
    return [names[n] for n in keep], weights, scores, owners, views


def find_cases(articles, views, scores, owners, pad):
    """The cues that the later steps learn from: (article, case, gold).

    gold is a Gold, None for a false head, "skip" for another word of a cue.
    """
    found = []
    starts = np.searchsorted(owners, np.arange(len(articles) + 1))
    for number, article in enumerate(articles):
        part = scores[starts[number] : starts[number + 1]]
        labels = [
            np.clip(part[:, label] * SCALE, LOWEST_SCORE, HIGHEST_SCORE).astype(int).tolist()
            for label in range(part.shape[1])
        ]
        by_head = {gold.head: gold for gold in article.golds}
        in_cues = {t for gold in article.golds for t in range(*gold.cue)} | article.unsure
        hinted = rule_hints(article)
        around = Surroundings(views[number], labels, pad)
        for head, score in enumerate(labels[HEAD]):
            if score > TRAINING_HEAD:
                gold = by_head.get(head, "skip" if head in in_cues else None)
                found.append((number, case_of(around, head, hinted.get(head)), gold))
    return found


def rule_hints(article):
    """What the rules say of the article's cues, by token."""
    marks = cues.outer_marks(article.doc)
    ruled = engine.find_by_rules(article.doc, article.names, marks, 0).attributions
    return hints.hints_of(article.doc, ruled, nesting.are_outermost(ruled))


CORPORA = {
    "polnear": "PolNeAR 1.0.0, train part",
    "wikinews": "English Wikinews 2019-20 (CC BY 2.5, by its authors), marked for this project",
}
"""What each file of articles holds, by the file's name."""


def trained_on(paths, articles):
    """What the weights were fitted on, for the head of the file."""
    corpora = "; ".join(CORPORA.get(path.stem, path.stem) for path in paths)
    return f"{corpora}; {len(articles)} articles"


def main():
    """Read the articles, fit every step, write the file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("train", type=Path, nargs="+")
    parser.add_argument("out", type=Path)
    parser.add_argument("--worths", type=float, nargs="+", default=[])
    parser.add_argument("--without", nargs="+", default=[])
    parser.add_argument("--date", default="")
    options = parser.parse_args()
    articles = [
        article
        for path, worth in zip_longest(options.train, options.worths, fillvalue=1.0)
        for article in marked.read_articles(path, worth)
        if article.group not in options.without
    ]
    marked.set_heads(articles)
    classes = clusters.word_classes(articles)
    lexicon = Lexicon.from_pack(get_pack("en"), classes)
    log("articles", len(articles), "attributions", sum(len(a.golds) for a in articles))
    names, weights, scores, owners, views = fit_tagger(articles, lexicon)
    found = find_cases(articles, views, scores, owners, lexicon.pad())
    log("cases", len(found))
    fitted = steps.fit_steps(found, articles, log)
    header = {
        "format": model.FORMAT,
        "features": model.FEATURES,
        "trained on": trained_on(options.train, articles),
        "note": weights_file.NOTE,
        "date": options.date or "not given",
        "training set sha256": " ".join(
            hashlib.sha256(path.read_bytes()).hexdigest() for path in options.train
        ),
    }
    sections = weights_file.all_sections(classes, names, weights, fitted)
    weights_file.write_sections(options.out, "newsquote weights", header, sections)
    log("written", options.out, options.out.stat().st_size)


if __name__ == "__main__":
    main()
