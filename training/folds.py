"""What the weights reach on publishers and articles that they have not seen.

    PYTHONPATH=src:evaluation python training/folds.py FOLDER TRAIN.jsonl [TRAIN.jsonl]
        [--worths NUMBER ...]

In: a folder for the weights, the training articles. Out: for each publisher, and for each part of
the articles that have none, weights fitted without it, and their scores on it; then the scores of
all together. A fold leaves out a publisher and a part, since they are far apart, so that there
are as many folds as publishers. Why: an article of tomorrow comes from somewhere else. Weights
that are already in the folder are not fitted again, so that a run can go on where it was ended; a
fold takes a few minutes.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from itertools import zip_longest
from pathlib import Path

import marked
import run

import newsquote
from newsquote._quotes.model import weights
from newsquote._scoring.attributions import Attribution
from newsquote._scoring.form import as_attribution
from newsquote._scoring.spans import iou
from newsquote.lang import get_pack

LINES = (
    ("with thoughts", "all", "partial"),
    ("with thoughts", "all", "exact"),
    ("with thoughts", "all", "attributed"),
    ("default", "speech", "partial"),
    ("default", "speech", "attributed"),
    ("default", "direct", "attributed"),
    ("with thoughts", "spans", "source"),
    ("with thoughts", "spans", "cue"),
    ("with thoughts", "spans", "content"),
)
HALF = 0.5
"""From this share of common letters on, two contents are the same."""


class Lenient(run.Live):
    """newsquote without the quotes that match those of which readers disagree."""

    def __init__(self, rows):
        super().__init__()
        self.optional = {
            row["text"]: [
                Attribution(row["text"], quote).content
                for quote in row["quotes"]
                if quote.get("optional")
            ]
            for row in rows
        }

    def article(self, name, id_, text):
        """The article as a record."""
        found = super().article(name, id_, text)
        return {**found, "quotes": [one for one in found["quotes"] if self.counts(text, one)]}

    def counts(self, text, quote):
        """Whether a quote is judged."""
        content = Attribution(text, as_attribution(quote, text)).content
        return all(iou(one, content) < HALF for one in self.optional[text])


def folds_of(groups):
    """What each fold leaves out: a publisher and a part, or one where the other is used up."""
    publishers = sorted(group for group in groups if not group.startswith("part"))
    parts = sorted(groups - set(publishers))
    return [[one for one in pair if one] for pair in zip_longest(publishers, parts)]


def fitted_model(options, without):
    """The model of a fold, fitted if it is not there."""
    path = options.folder / f"without-{'-'.join(without)}.bin"
    if not path.exists():
        worths = ["--worths", *map(str, options.worths)] if options.worths else []
        command = [
            sys.executable,
            Path(__file__).with_name("train.py"),
            *options.train,
            path,
            *worths,
            "--without",
            *without,
        ]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - the project's own script
    return weights.load_model(path.read_bytes(), get_pack("en"), path.name)


def counts_of(rows, model):
    """(right, predicted, gold) of every line on some articles, read with a model."""
    weights.model_of = lambda *_: model
    sure = [
        {**row, "quotes": [one for one in row["quotes"] if not one.get("optional")]} for row in rows
    ]
    result = run.run_quotes({"polnear": sure}, Lenient(rows))
    return {
        line: Counter({k: result[line[0]][line[1]][line[2]][k] for k in ("tp", "pred", "gold")})
        for line in LINES
    }


def print_scores(name, found):
    """A row of the table: F1 of each line in percent."""
    values = [f"{200 * c['tp'] / (c['pred'] + c['gold']):6.1f}" for c in found.values()]
    print(f"{name:16}{' '.join(values)}", flush=True)


def rows_by_group(paths):
    """The rows of files by publisher or part."""
    found = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found.setdefault(marked.group_of(row), []).append(row)
    return found


def main():
    """Print a row for each publisher and part, and one for all of each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("train", type=Path, nargs="+")
    parser.add_argument("--worths", type=float, nargs="+", default=[])
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    print(f"newsquote {newsquote.__version__}, F1 in %:", ", ".join(" ".join(x[1:]) for x in LINES))
    rows = rows_by_group(options.train)
    totals = {}
    for without in folds_of(set(rows)):
        model = fitted_model(options, without)
        for group in without:
            found = counts_of(rows[group], model)
            print_scores(group, found)
            of = "all parts" if group.startswith("part") else "all publishers"
            total = totals.setdefault(of, {line: Counter() for line in LINES})
            for line, count in found.items():
                total[line].update(count)
    for name, total in totals.items():
        print_scores(name, total)


if __name__ == "__main__":
    main()
