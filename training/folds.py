"""What the weights reach on publishers that they have not seen.

    PYTHONPATH=src:evaluation python training/folds.py TRAIN.jsonl FOLDER

In: the training articles, a folder for the weights. Out: for each publisher, weights fitted without
its articles, and their scores on those articles; then the scores of all together. Why: an article
of tomorrow comes from somewhere else. Weights that are already in the folder are not fitted again,
so that a run can go on where it was ended; the folds take a few minutes each.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import run

from newsquote._quotes.model import weights
from newsquote.lang import get_pack

LINES = (
    ("with thoughts", "all", "partial"),
    ("with thoughts", "all", "exact"),
    ("with thoughts", "all", "attributed"),
    ("default", "speech", "attributed"),
    ("default", "direct", "attributed"),
    ("with thoughts", "spans", "source"),
    ("with thoughts", "spans", "cue"),
    ("with thoughts", "spans", "content"),
)


def fitted_model(train, publisher, folder):
    """The model of a fold, fitted if it is not there."""
    path = folder / f"without-{publisher}.bin"
    if not path.exists():
        command = [
            sys.executable,
            Path(__file__).with_name("train.py"),
            train,
            path,
            "--publisher-out",
            publisher,
        ]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - the project's own script
    return weights.load_model(path.read_bytes(), get_pack("en"), path.name)


def counts_of(rows, model):
    """(right, predicted, gold) of every line on some articles, read with a model."""
    weights.model_of = lambda _: model
    result = run.run_quotes({"polnear": rows}, run.Live())
    return {
        line: Counter({k: result[line[0]][line[1]][line[2]][k] for k in ("tp", "pred", "gold")})
        for line in LINES
    }


def print_scores(name, found):
    """A row of the table: F1 of each line in percent."""
    values = [f"{200 * c['tp'] / (c['pred'] + c['gold']):6.1f}" for c in found.values()]
    print(f"{name:16}{' '.join(values)}", flush=True)


def articles_by_publisher(path):
    """The rows of a file by publisher."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found.setdefault(row["publisher"], []).append(row)
    return found


def main():
    """Print a row for each publisher, and one for all."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    print("F1 in %:", ", ".join(" ".join(line[1:]) for line in LINES))
    total = {line: Counter() for line in LINES}
    for publisher, rows in sorted(articles_by_publisher(options.train).items()):
        found = counts_of(rows, fitted_model(options.train, publisher, options.folder))
        print_scores(publisher, found)
        for line, count in found.items():
            total[line].update(count)
    print_scores("all", total)


if __name__ == "__main__":
    main()
