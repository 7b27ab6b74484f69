"""Run the modes one after the other and keep the count.

    python fuzzing/campaign.py [--runs MODE=N …] [--short]

In: how many executions each mode gets. Out: a line for each run in ``runs.jsonl``; the exit status
is 1 where something was found. Why: a campaign is many runs over days; the corpus is kept between
them, so each goes on where the last one stopped, and the counts are summed.
"""

from __future__ import annotations

import argparse
import datetime
import importlib.util
import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

HOME = Path(__file__).resolve().parent
LOG = HOME / "runs.jsonl"
FOUND = HOME / "found"
TIMEOUT = 20  # seconds that one input may take before it counts as a hang
PASSAGES = (
    "parse",
    "parse_quotes",
    "parse_body",
    "parse_headline",
    "parse_related",
    "mask_quotes",
    "explain",
    "parse_formats",
)
CORPUS = {
    **dict.fromkeys(PASSAGES, "article"),
    "parse_byline": "line",
    "parse_dateline": "line",
    "verify": "verify",
    "from_dict": "choices",
    "formats": "choices",
}
MAX_LEN = {"article": 512, "line": 200, "verify": 400, "choices": 96}
LONG = {
    "parse": 20_000, "parse_quotes": 2_000, "parse_body": 2_000, "parse_headline": 2_000,
    "parse_related": 2_000, "mask_quotes": 2_000, "explain": 2_000, "parse_formats": 2_000,
    "parse_byline": 120_000, "parse_dateline": 150_000, "verify": 60_000, "from_dict": 50_000,
    "formats": 20_000,
}  # fmt: skip
SHORT = {
    "parse": 4,
    "parse_byline": 2,
    "parse_dateline": 1,
    "verify": 2,
    "from_dict": 2,
    "formats": 2,
}  # seconds


def run(mode: str, *limits: str) -> dict[str, object]:
    """One run of a mode under libFuzzer's limits; what is written down of it."""
    kind = CORPUS[mode]
    own, more = HOME / "corpus" / kind, HOME / "real" / kind
    FOUND.mkdir(exist_ok=True)
    own.mkdir(parents=True, exist_ok=True)
    before = set(FOUND.iterdir())
    started = time.monotonic()
    done = subprocess.run(
        [
            sys.executable, str(HOME / "fuzz.py"), mode, str(own),
            *([str(more)] if more.is_dir() else []), *limits, f"-max_len={MAX_LEN[kind]}",
            f"-timeout={TIMEOUT}",
            "-rss_limit_mb=2048", f"-dict={HOME / 'news.dict'}",
            f"-artifact_prefix={FOUND}/{mode}-", "-print_final_stats=1", "-verbosity=1",
            "-reduce_inputs=0",
        ],
        stderr=subprocess.STDOUT, stdout=subprocess.PIPE, text=True, errors="replace", check=False,
    )  # fmt: skip
    counted = re.search(r"stat::number_of_executed_units:\s*(\d+)", done.stdout)
    findings = sorted(path.name for path in set(FOUND.iterdir()) - before)
    if done.returncode or counted is None:
        print(done.stdout[-4000:])
    return {
        "date": datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M"),
        "mode": mode,
        "executions": int(counted[1]) if counted else 0,
        "seconds": round(time.monotonic() - started),
        "findings": len(findings) or int(done.returncode != 0),
    }


def totals() -> Counter[str]:
    """The executions of each mode, over every run that was written down."""
    counts: Counter[str] = Counter()
    if LOG.is_file():
        for line in LOG.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            counts[entry["mode"]] += entry["executions"]
    return counts


def main() -> int:
    """Run, write down, and say the sums."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--runs",
        nargs="*",
        default=[],
        metavar="MODE=N",
        help="executions of each mode (default: a round of all)",
    )
    parser.add_argument(
        "--short", action="store_true", help="a few seconds of some modes, not written down"
    )
    parser.add_argument("--rounds", type=int, default=1, help="how often (default: once)")
    arguments = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print(
            f"skipped: atheris is not installed "
            f"(no wheel for Python {sys.version_info.major}.{sys.version_info.minor} here)"
        )
        return 0 if arguments.short else 2
    os.environ["PYTHONHASHSEED"] = "0"
    failed = 0
    if arguments.short:
        plan = [
            (mode, (f"-max_total_time={seconds}", "-seed=1")) for mode, seconds in SHORT.items()
        ]
    else:
        wanted = {
            mode: int(count) for mode, _, count in (one.partition("=") for one in arguments.runs)
        } or LONG
        plan = [
            (mode, (f"-runs={count}",))
            for _ in range(arguments.rounds)
            for mode, count in wanted.items()
        ]
    for mode, limits in plan:
        entry = run(mode, *limits)
        failed += int(str(entry["findings"]))
        print(json.dumps(entry), flush=True)
        if not arguments.short:
            with LOG.open("a", encoding="utf-8") as log:
                log.write(json.dumps(entry) + "\n")
    if not arguments.short:
        counts = totals()
        print(f"{counts.total()} executions in all, {counts['parse']} of parse: {dict(counts)}")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
