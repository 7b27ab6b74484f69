"""The development scores, written into the header of the weights file.

    PYTHONPATH=src:evaluation python training/scores.py src/newsquote/lang/en/weights/quotes.bin

In: the weights file that the installed package reads, and the development articles that
``NEWSQUOTE_DATA`` names. Out: the same file with a line ``dev scores`` in its header. Why: whoever
finds the file should see what it is good for.
"""

import sys
from pathlib import Path

import corpus
import run

NAMED = {
    "with thoughts all partial": ("with thoughts", "all", "partial"),
    "exact": ("with thoughts", "all", "exact"),
    "attributed": ("with thoughts", "all", "attributed"),
    "default speech attributed": ("default", "speech", "attributed"),
    "default direct attributed": ("default", "direct", "attributed"),
}


def main():
    path = Path(sys.argv[1])
    data, _, _ = run.read_data(corpus.dev())
    result = run.run_quotes(data, run.Live())
    scores = ", ".join(
        f"{name} {100 * result[a][b][c]['f1']:.1f}" for name, (a, b, c) in NAMED.items()
    )
    head, _, body = path.read_bytes().partition(b"\n\n")
    lines = [line for line in head.decode().splitlines() if not line.startswith("dev scores: ")]
    lines.append(f"dev scores: F1 %, {scores}")
    path.write_bytes("\n".join(lines).encode() + b"\n\n" + body)
    print(scores)


if __name__ == "__main__":
    main()
