"""How fast newsquote reads beside other tools.

    pip install -r benchmarks/requirements.txt        # here, or in an environment of their own
    python benchmarks/against.py [--python OTHER/bin/python] [--runs N] [--articles N]
                                 [--only SIDES]

In: the development articles that ``NEWSQUOTE_DATA`` names, or the texts in examples/. Out: a
Markdown table of medians. Why: "fast" means something only beside what people use now, on the same
articles, the same core and in the same hour.

Each side is ``sides.py`` in a fresh process, pinned to one core, with one thread. A run asks every
side once, in turn, and the runs follow one another, so a machine that slows down slows all of them.
Ratios are taken inside a run. Of one process come two figures:

- *start to end*: CPU seconds of the whole process: imports, models, every article once.
- *warm*: words a CPU second, and the median article, after the first quarter of the articles. Every
  article is new to the tool, as in a corpus. The side "newsquote, once more" has read them all
  before: so fast it is where no word is new to its caches.

Where the compiled scorer is in the checkout (``python native/compile.py``), newsquote reads with
it, and the side "newsquote, plain Python" without; else both are the same.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import articles
import processes
import sides
from sides import AGAIN, OURS, PLAIN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SCRIPT = Path(sides.__file__)
ONE_THREAD = dict.fromkeys(
    (
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "BLIS_NUM_THREADS",
        "NUMEXPR_NUM_THREADS",
    ),
    "1",
)
COLD_PART = 4
"""The first of so many parts of the articles warms up."""


class Measured(NamedTuple):
    """One process of one side."""

    wall: float
    """Seconds on the clock, from start to end."""
    cpu: float
    """CPU seconds, from start to end."""
    whole_pace: float
    """Words a CPU second of the whole process."""
    warm_pace: float
    """Words a CPU second once warm."""
    article: float
    """CPU milliseconds of the median article once warm."""


def measure(side: str, texts: Sequence[str], file: Path, python: str, core: int) -> Measured:
    """Run one side once."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [python, str(SCRIPT), side, str(file), str(core)]
    printed = subprocess.run(
        command,
        env={**processes.installed(), **ONE_THREAD},
        capture_output=True,
        text=True,
        check=False,
    )
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if printed.returncode:
        sys.exit(
            f"{side} does not run with {python}; see benchmarks/requirements.txt\n{printed.stderr}"
        )
    seconds = json.loads(printed.stdout)["seconds"]
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    words, cold = [len(text.split()) for text in texts], len(texts) // COLD_PART
    warm = seconds[cold:]
    return Measured(
        wall, cpu, sum(words) / cpu, sum(words[cold:]) / sum(warm), 1000 * statistics.median(warm)
    )


def table(found: Mapping[str, Sequence[Measured]]) -> str:
    """The medians, and how many times faster newsquote is, as Markdown.

    :param found: the runs of each side; the first run of one goes with the first of another, and so
        on.
    """
    rows = [
        (
            "| | start to end, s | words a CPU second, start to end | warm | median article, ms |"
            " newsquote is faster, start to end | warm | median article |"
        ),
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for side, runs in found.items():
        middle = Measured(*map(statistics.median, zip(*runs, strict=True)))
        cells = [
            f"{middle.wall:.1f}",
            f"{middle.whole_pace:,.0f}",
            f"{middle.warm_pace:,.0f}",
            f"{middle.article:.1f}",
        ]
        pairs = list(zip(found[OURS], runs, strict=True))
        for ratios in (
            [ours.whole_pace / other.whole_pace for ours, other in pairs],
            [ours.warm_pace / other.warm_pace for ours, other in pairs],
            [other.article / ours.article for ours, other in pairs],
        ):
            spread = (
                f" ({min(ratios):.1f} to {max(ratios):.1f})"
                if len(ratios) > 1 and side != OURS
                else ""
            )
            cells.append(f"{statistics.median(ratios):.1f}{spread}")
        if side == AGAIN:  # two readings in one process
            cells[0] = cells[1] = cells[4] = ""
        rows.append(f"| {side} | {' | '.join(cells)} |")
    return "\n".join(rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How fast newsquote reads beside other tools.")
    parser.add_argument(
        "--python",
        default=sys.executable,
        help="the interpreter that has the other tools (default: this one)",
    )
    parser.add_argument("--runs", type=int, default=3, help="how often (default: 3)")
    parser.add_argument("--articles", type=int, help="how many articles (default: all)")
    parser.add_argument("--core", type=int, help="the core (default: the last one)")
    parser.add_argument(
        "--only",
        help="sides beside newsquote, with semicolons between; of: " + "; ".join(sides.SIDES),
    )
    args = parser.parse_args()
    read = articles.development()
    read = read._replace(texts=read.texts[: args.articles])
    core = (
        args.core
        if args.core is not None
        else max(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else 0
    )
    chosen = [OURS, *map(str.strip, args.only.split(";"))] if args.only else list(sides.SIDES)
    print(
        (
            f"{read}, {args.runs} runs, core {core} of {os.cpu_count()}, "
            f"load {os.getloadavg()[0]:.1f}\n"
        ),
        flush=True,
    )
    found: dict[str, list[Measured]] = {side: [] for side in chosen}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "texts.json")
        file.write_text(json.dumps(read.texts), encoding="utf-8")
        compiling = Path(folder, "one.json")
        compiling.write_text(json.dumps(read.texts[:1]), encoding="utf-8")
        measure(OURS, read.texts[:1], compiling, sys.executable, core)  # may compile; not counted
        for _ in range(args.runs):
            for side, runs in found.items():
                runs.append(
                    measure(
                        side,
                        read.texts,
                        file,
                        sys.executable if side in (OURS, AGAIN, PLAIN) else args.python,
                        core,
                    )
                )
    print(table(found))


if __name__ == "__main__":
    main()
