"""What was measured before, and how this compares.

    python benchmarks/history.py --record LABEL      # measure and add a line to history.jsonl
    python benchmarks/history.py --compare           # measure and print beside the last line
    python benchmarks/history.py                     # print what is kept

In: the development articles that ``NEWSQUOTE_DATA`` names, or the texts in examples/;
``history.jsonl``. Out: one more line of it, or a table. Why: a change that makes newsquote slower
by a tenth is seen only beside what was before.

Machines differ, and the same machine differs from hour to hour. So a figure of time is kept as a
multiple of a fixed piece of plain Python work (``calibrate``), done before and after each reading:
"words" is how many words are read in the time of one such piece, a stage's figure how many pieces a
thousand words take. Cold starts are kept as multiples too, memory as it is. pytest-benchmark keeps
absolute times, a file for each machine, and asv builds every commit anew in an environment of its
own: both compare runs of one quiet machine, which nobody here has. Entries of other articles or of
another Python are shown and not compared.
"""

from __future__ import annotations

import argparse
import datetime
import itertools
import json
import platform
import re
import statistics
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import articles
import cost
import stages

import newsquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HISTORY = Path(__file__).parent / "history.jsonl"
NOTABLE = 0.1
"""A change by more than this is marked."""
SLIGHT = 0.05
"""A stage that takes fewer pieces of work a thousand words is never marked.

It is too short to be measured well.
"""
_COLD = {
    "import": "import newsquote",
    "first parse": "import and a first parse, no date",
    "first date": "import and a first parse, a date to resolve",
}
_PEAK = "peak memory, development articles"
_PIECE = "The mayor of the town said that the old bridge would open again in May. " * 400

Entry = dict[str, Any]


def calibrate() -> float:
    """CPU seconds of a fixed piece of work of newsquote's kind.

    Matches, strings, tuples, look-ups, sums.
    """
    start = time.process_time()
    for _ in range(4):
        words = [match[0] for match in re.finditer(r"\w+|\S", _PIECE)]
        kept: dict[tuple[str, str], int] = {}
        for one, two in itertools.pairwise(words):
            pair = (one.lower(), two)
            kept[pair] = kept.get(pair, 0) + len(one)
        sum(kept[one.lower(), two] for one, two in itertools.pairwise(words))
    return time.process_time() - start


def measure(runs: int) -> Entry:
    """An entry without its label: everything is a median of several runs."""
    found = articles.development()
    calibrate()
    readings = []
    for run in range(runs + 1):
        before = calibrate()
        spent = stages.read(found.texts)
        piece = (before + calibrate()) / 2
        if run:  # the first one warms up
            readings.append({name: seconds / piece for name, seconds in spent.items()})
    whole = statistics.median(sum(one.values()) for one in readings)
    shares = {
        name: statistics.median(one.get(name, 0.0) for one in readings)
        for name in dict.fromkeys([*stages.STAGES.values(), stages.WHOLE])
    }
    pieces = statistics.median(1000 * calibrate() for _ in range(5))
    cold = cost.medians(runs, [*_COLD.values(), _PEAK])
    return {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "version": newsquote.__version__,
        "commit": _commit(),
        "python": platform.python_version(),
        "articles": found.name,
        "words": round(found.words / whole, 1),
        "stages": {name: round(1000 * taken / found.words, 3) for name, taken in shares.items()},
        "cold": {name: round(cold[case] / pieces, 3) for name, case in _COLD.items()},
        "peak": round(cold[_PEAK], 1),
        "piece": round(pieces, 2),
    }


def _commit() -> str:
    """The commit that is checked out, with a plus sign where newsquote was changed since."""

    def git(*command: str) -> str:
        return subprocess.run(
            ["git", "-C", str(HISTORY.parent), *command],
            capture_output=True,
            text=True,
            check=False,
        ).stdout.strip()

    return git("rev-parse", "--short", "HEAD") + (
        "+" if git("status", "--porcelain", "--", "../src") else ""
    )


def kept() -> list[Entry]:
    """The entries, oldest first."""
    return (
        [json.loads(line) for line in HISTORY.read_text(encoding="utf-8").splitlines()]
        if HISTORY.is_file()
        else []
    )


def record(entry: Entry, label: str) -> None:
    """Add an entry to the history."""
    with HISTORY.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps({**entry, "label": label}, ensure_ascii=False) + "\n")


def comparable(one: Entry, two: Entry) -> bool:
    """Whether two entries are of the same articles and the same minor version of Python."""
    return (
        one["articles"] == two["articles"]
        and one["python"].split(".")[:2] == two["python"].split(".")[:2]
    )


def flat(entry: Entry) -> dict[str, float]:
    """The figures of an entry, each by a name; more is better for words, less for all else."""
    named = {
        f"{group}: {name}": value
        for group in ("stages", "cold")
        for name, value in entry[group].items()
    }
    return {"words a piece of work": entry["words"], **named, "peak memory, MB": entry["peak"]}


def compared(before: Entry, now: Entry) -> str:
    """Two entries side by side, as Markdown.

    A change of more than a tenth is marked, except of stages that take next to nothing.

    A stage that only one of them has is shown without a ratio.
    """
    old, new = flat(before), flat(now)
    rows = [
        f"| | {before['label']} ({before['commit']}) | now ({now['commit']}) | ratio | |",
        "|---|--:|--:|--:|---|",
    ]
    for name in dict.fromkeys([*old, *new]):
        if name not in old or name not in new or not old[name]:
            rows.append(f"| {name} | {old.get(name, '')} | {new.get(name, '')} | | |")
            continue
        ratio = new[name] / old[name]
        slight = name.startswith("stages") and max(old[name], new[name]) < SLIGHT
        verdict = (
            ""
            if slight
            else _verdict(ratio if name.startswith("words") else old[name] / max(new[name], 1e-9))
        )
        rows.append(f"| {name} | {old[name]:g} | {new[name]:g} | {ratio:.2f} | {verdict} |")
    return "\n".join(rows)


def _verdict(gain: float) -> str:
    return "better" if gain > 1 + NOTABLE else "worse" if gain < 1 - NOTABLE else ""


def listed(entries: Iterable[Mapping[str, Any]]) -> str:
    """All entries, one a row, as Markdown."""
    rows = [
        (
            "| date | label | commit | python |"
            " words a piece of work | first parse | peak, MB | articles |"
        ),
        "|---|---|---|---|--:|--:|--:|---|",
    ]
    rows += [
        (
            f"| {one['date']} | {one['label']} | {one['commit']} | {one['python']} |"
            f" {one['words']:g} | {one['cold']['first parse']:g} |"
            f" {one['peak']:g} | {one['articles']} |"
        )
        for one in entries
    ]
    return "\n".join(rows)


def main() -> None:
    """Measure, keep, print."""
    parser = argparse.ArgumentParser(description="What was measured before, and how this compares.")
    parser.add_argument("--record", metavar="LABEL", help="measure and keep")
    parser.add_argument(
        "--compare", action="store_true", help="measure and print beside the last entry"
    )
    parser.add_argument("--runs", type=int, default=5, help="how often (default: 5)")
    args = parser.parse_args()
    entries = kept()
    if not args.record and not args.compare:
        print(listed(entries))
        return
    now = measure(args.runs)
    last = next((entry for entry in reversed(entries) if comparable(entry, now)), None)
    print(compared(last, now) if last is not None else "there is no entry to compare with")
    if args.record:
        record(now, args.record)


if __name__ == "__main__":
    main()
