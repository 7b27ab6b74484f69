"""What newsquote costs before and beside reading: import, first parse, memory.

    python benchmarks/cost.py [--runs N] [--top N]

In: the development articles that ``NEWSQUOTE_DATA`` names, or the texts in examples/. Out: CPU
milliseconds and megabytes, the medians of fresh processes, beside what they should stay below; with
``--top`` what holds the memory, by line and by file. Why: a library that is slow to start is slow
in every script, test run and worker that uses it, and a worker that is large is one worker fewer.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import articles
import processes

SHORT = '"It is over," said Mayor Ann Lee.'
# the printed forms are read without dateparser; this one is not
DATED = '"It is over," Mayor Ann Lee said two days ago.'
_TIMED = (
    "import time; start = time.process_time()\n{code}\nprint((time.process_time() - start) * 1000)"
)
_READ = """
import sys
sys.path.insert(0, {home!r})
import articles, newsquote
texts = articles.{chosen}().texts
for text in texts[:{first}]:
    newsquote.parse(text)
"""
_PEAK = """
try:
    lines = open("/proc/self/status")
    peak = next(line for line in lines if line.startswith("VmHWM"))
    print(int(peak.split()[1]) / 1024)
except OSError:
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
_HELD = """
import gc, tracemalloc
gc.collect()
held = tracemalloc.take_snapshot()
for by in ("filename", "lineno"):
    print()
    for one in held.statistics(by)[:{top}]:
        where = one.traceback[0]
        place = '/'.join(where.filename.split('/')[-2:]) + f":{{where.lineno}}" * (by == "lineno")
        print(f"{{one.size / 1e6:8.2f}} MB {{one.count:9,}} objects  {{place}}")
"""


class Case(NamedTuple):
    """What is measured in a fresh process, and what it should stay below."""

    code: str
    unit: str
    most: float | None = None
    over: str | None = None
    """The case whose figure is taken off first."""


def timed(code: str, most: float | None = None, over: str | None = None) -> Case:
    """A case of time, the start of the interpreter left out."""
    return Case(_TIMED.format(code=code), "ms", most, over)


def peak(chosen: str, first: int | None = None, most: float | None = None) -> Case:
    """A case of memory.

    The most that the process ever held, the interpreter and the texts themselves included.
    """
    return Case(
        _READ.format(home=str(Path(articles.__file__).parent), chosen=chosen, first=first) + _PEAK,
        "MB",
        most,
    )


BARE = "import attrs and regex"
CASES = {
    BARE: timed("import attrs, regex"),
    "import newsquote": timed("import newsquote"),
    "… over attrs and regex": timed("import newsquote", 20, BARE),
    "… and its values, over attrs and regex": timed(
        "import newsquote; newsquote.Article", 20, BARE
    ),
    "import newsquote and its reader": timed("import newsquote; newsquote.parse"),
    "import and a first parse, no date": timed(
        f"import newsquote; newsquote.parse({SHORT!r})", 250
    ),
    "import and a first parse, a date to resolve": timed(
        (
            f"import datetime, newsquote; "
            f"newsquote.parse({DATED!r}, published=datetime.date(2026, 3, 6))"
        ),
        450,
    ),
    "peak memory, nothing read": peak("everything", 0),
    "peak memory, one article read": peak("everything", 1),
    "peak memory, development articles": peak("development", most=80),
    "peak memory, every article of the development sets": peak("everything", most=80),
}


def run(code: str) -> str:
    """What some code prints in a fresh process."""
    return subprocess.run(
        [sys.executable, "-c", code],
        env=processes.installed(),
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def medians(runs: int, chosen: list[str]) -> dict[str, float]:
    """The cases' figures. Each run asks every case once, in turn."""
    for name in chosen:
        if CASES[name].unit == "ms":
            run(CASES[name].code)  # may compile; not counted
    found = [{name: float(run(CASES[name].code)) for name in chosen} for _ in range(runs)]
    return {
        name: statistics.median(one[name] - one.get(CASES[name].over or "", 0.0) for one in found)
        for name in chosen
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What newsquote costs before and beside reading.")
    parser.add_argument("--runs", type=int, default=7, help="fresh processes a case (default: 7)")
    parser.add_argument(
        "--top",
        type=int,
        help="print this many holders of memory after all articles are read, and nothing else",
    )
    args = parser.parse_args()
    if args.top:
        read = _READ.format(
            home=str(Path(articles.__file__).parent), chosen="everything", first=None
        )
        print(run("import tracemalloc; tracemalloc.start()" + read + _HELD.format(top=args.top)))
        return
    print(
        f"medians of {args.runs} processes; development articles: {articles.development()}; "
        f"every article: {articles.everything()}\n"
    )
    print("| | measured | at most |\n|---|--:|--:|")
    for name, value in medians(args.runs, list(CASES)).items():
        case = CASES[name]
        print(
            f"| {name} | {value:.1f} {case.unit} |"
            f" {'' if case.most is None else f'{case.most:g} {case.unit}'} |"
        )


if __name__ == "__main__":
    main()
