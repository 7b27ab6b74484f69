"""How much faster two workers are than one.

    python benchmarks/workers.py [--workers N] [--articles N] [--runs N]

In: the development articles that ``NEWSQUOTE_DATA`` names, repeated, or the texts in examples/
without it. Out: for ``newsquote batch`` and for ``parse_many`` the seconds of each, the median of
several runs taken in turn, and their ratio. Why: what is handed between processes costs, and only a
clock on the wall shows it; so the machine should be idle.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import articles as corpus
import processes

import newsquote

if TYPE_CHECKING:
    from collections.abc import Callable


def batch_seconds(articles: list[str], workers: int) -> float:
    """Seconds of the command line, from its start to its end."""
    with tempfile.TemporaryDirectory() as folder:
        given, found = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        given.write_text(
            "".join(json.dumps({"text": text}) + "\n" for text in articles), encoding="utf-8"
        )
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "newsquote", "batch", given, found, f"--workers={workers}"],
            env=processes.installed(),
            check=True,
        )
        return time.perf_counter() - start


def many_seconds(articles: list[str], workers: int) -> float:
    """Seconds until every article has come out of ``parse_many``, with the start of the workers."""
    start = time.perf_counter()
    for _ in newsquote.parse_many(articles, workers=workers):
        pass
    return time.perf_counter() - start


def compare(
    name: str,
    seconds: Callable[[list[str], int], float],
    articles: list[str],
    workers: int,
    runs: int,
) -> None:
    """Print the medians of one worker and of several, and the ratio."""
    pairs = [(seconds(articles, 1), seconds(articles, workers)) for _ in range(runs)]
    one, several = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratios = [first / second for first, second in pairs]
    print(
        (
            f"{name:12}{one:8.2f} s with 1 worker{several:8.2f} s with {workers}   "
            f"x{one / several:.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
        ),
        flush=True,
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How much faster two workers are than one.")
    parser.add_argument(
        "--workers", type=int, default=2, help="how many are compared with one (default: 2)"
    )
    parser.add_argument(
        "--articles", type=int, default=420, help="how many articles are read (default: 420)"
    )
    parser.add_argument("--runs", type=int, default=5, help="how often (default: 5)")
    args = parser.parse_args()
    found = corpus.repeated(corpus.development(), args.articles)
    articles = found.texts
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"{found}, {os.cpu_count()} cores{load}")
    newsquote.parse(articles[0])
    compare("batch", batch_seconds, articles, args.workers, args.runs)
    compare("parse_many", many_seconds, articles, args.workers, args.runs)


if __name__ == "__main__":
    main()
