"""The development scores, written into the header of the weights file.

    PYTHONPATH=src:evaluation python training/scores.py src/newsquote/lang/en/weights/quotes.bin

In: a weights file, and the development articles that ``NEWSQUOTE_DATA`` names. Out: the same file
with a line ``dev scores`` in its header. Why: whoever finds the file should see what it is good
for.
"""

import sys
from pathlib import Path

import corpus
import run

from newsquote._quotes.model import weights
from newsquote.lang import get_pack

LINE = "dev scores: "
NAMED = {
    "with thoughts all partial": ("with thoughts", "all", "partial"),
    "exact": ("with thoughts", "all", "exact"),
    "attributed": ("with thoughts", "all", "attributed"),
    "default speech attributed": ("default", "speech", "attributed"),
    "default direct attributed": ("default", "direct", "attributed"),
}


def development_scores():
    """The scores that the header names, in one line."""
    data, _, _ = run.read_data(corpus.dev())
    result = run.run_quotes(data, run.Live())
    values = {
        name: 100 * result[setting][kind][measure]["f1"]
        for name, (setting, kind, measure) in NAMED.items()
    }
    return ", ".join(f"{name} {value:.1f}" for name, value in values.items())


def main():
    """Score the weights, and write what they reach into their header."""
    path = Path(sys.argv[1])
    model = weights.load_model(path.read_bytes(), get_pack("en"), path.name)
    weights.model_of = lambda *_: model
    scores = development_scores()
    head, _, body = path.read_bytes().partition(b"\n\n")
    lines = [line for line in head.decode().splitlines() if not line.startswith(LINE)]
    lines.append(f"{LINE}F1 %, {scores}")
    path.write_bytes("\n".join(lines).encode() + b"\n\n" + body)
    print(scores)


if __name__ == "__main__":
    main()
