"""What importing newsquote costs.

    python benchmarks/import_time.py [--runs N]

In: nothing. Out: milliseconds, the median of several fresh processes each. Why: a library that is slow to import is slow in every script,
test run and worker that uses it. Beside the import stands the first parse, which loads word lists and weights.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys

CASES = {
    "attrs and regex": "import attrs, regex",
    "newsquote": "import newsquote",
    "newsquote and its values": "import newsquote; newsquote.Article",
    "newsquote and the reader": "import newsquote; newsquote.parse",
    "newsquote and a first parse": "import newsquote; newsquote.parse('\"It is over,\" said Mayor Ann Lee.')",
}


def milliseconds(code: str) -> float:
    """The time of some code in a fresh process, the start of the interpreter left out."""
    timed = f"import time; start = time.perf_counter()\n{code}\nprint((time.perf_counter() - start) * 1000)"
    return float(subprocess.run([sys.executable, "-c", timed], capture_output=True, text=True, check=True).stdout)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What importing newsquote costs.")
    parser.add_argument("--runs", type=int, default=7, help="fresh processes a case (default: 7)")
    runs = parser.parse_args().runs
    median = {}
    for name, code in CASES.items():
        milliseconds(code)  # may compile; not counted
        median[name] = statistics.median(milliseconds(code) for _ in range(runs))
        print(f"{name:32}{median[name]:8.1f} ms")
    print(f"{'newsquote over attrs and regex':32}{median['newsquote'] - median['attrs and regex']:8.1f} ms")
    print(f"{'its values over attrs and regex':32}{median['newsquote and its values'] - median['attrs and regex']:8.1f} ms")


if __name__ == "__main__":
    main()
