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

from newsquote._quotes.model import weights as model
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


def fitted(train, publisher, folder):
    """The weights of a fold, fitted if they are not there."""
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
    return model.load(path.read_bytes(), get_pack("en"), path.name)


def counts(rows, weights):
    """(right, predicted, gold) of every line on some articles, read with some weights."""
    model.of = lambda _: weights
    result = run.run_quotes({"polnear": rows}, run.Live())
    return {
        line: Counter({k: result[line[0]][line[1]][line[2]][k] for k in ("tp", "pred", "gold")})
        for line in LINES
    }


def shown(name, found):
    values = " ".join(f"{200 * c['tp'] / (c['pred'] + c['gold']):6.1f}" for c in found.values())
    print(f"{name:16}{values}", flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    ap.add_argument("train", type=Path)
    ap.add_argument("folder", type=Path)
    options = ap.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    by_publisher = {}
    for line in options.train.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_publisher.setdefault(row["publisher"], []).append(row)
    print("F1 in %:", ", ".join(" ".join(line[1:]) for line in LINES))
    total = {line: Counter() for line in LINES}
    for publisher, rows in sorted(by_publisher.items()):
        found = counts(rows, fitted(options.train, publisher, options.folder))
        shown(publisher, found)
        for line, count in found.items():
            total[line].update(count)
    shown("all", total)


if __name__ == "__main__":
    main()
