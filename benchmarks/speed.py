"""How fast newsquote reads, and how time grows with length.

    python benchmarks/speed.py [--only NAMES] [--largest BYTES]

In: the texts in examples/. Out: words per second of CPU time, and for each shape of text the times at growing lengths with the ratio to the
one before. Why: a text of any length and kind must be read in time linear in its length; four times the text may take about four times as long.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

import newsquote

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = Path(__file__).parent.parent / "examples"
LENGTHS = (1_000, 4_000, 16_000, 64_000, 256_000, 1_024_000)
PATIENCE = 20.0  # seconds: a shape that takes longer than this is not tried at the next length
LEAST = 0.5  # seconds of reading for words per second
SHAPES = {
    "examples": "",
    "one line of prose": "The mayor of the town said that the old bridge would open again in May. ",
    "opening marks": "“",
    "straight marks": '"',
    "apostrophes": "'",
    "marks on lines": '"\n',
    "quoted words": '"a" ',
    "brackets": "(",
    "initials": "A. ",
    "capitals": "Ann ",
    "and": "and ",
    "said": "said ",
    "he said": "he said ",
    "bullets": "- \n",
    "letters": "x",
    "blanks": " ",
    "blank lines": "\n",
    "commas": ", ",
    "dashes": "—",
    "links": "https://example.org/",
    "byline without end": "By Ann Lee and ",
    "paragraphs that open": "“We know it.\n\n",
}  # fmt: skip


def examples() -> list[str]:
    """The texts in examples/."""
    return [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]


def seconds(text: str) -> float:
    """CPU seconds of one parse."""
    start = time.process_time()
    newsquote.parse(text)
    return time.process_time() - start


def words_per_second(texts: list[str]) -> float:
    """The pace over the texts, each parsed as often as it takes to have something to measure."""
    for text in texts:
        newsquote.parse(text)
    words = spent = 0.0
    while spent < LEAST:
        for text in texts:
            spent += seconds(text)
            words += len(text.split())
    return words / spent


def growth(unit: str, largest: int) -> Iterator[tuple[int, float]]:
    """(length, seconds) of a text made of a repeated unit, at each length until patience ends."""
    for length in LENGTHS:
        if length > largest:
            return
        text = (unit * (length // len(unit) + 1))[:length]
        spent = min(seconds(text) for _ in range(3)) if length < LENGTHS[2] else seconds(text)
        yield length, spent
        if spent > PATIENCE:
            return


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How fast newsquote reads, and how time grows with length.")
    parser.add_argument("--only", help="comma-separated shapes: " + ", ".join(SHAPES))
    parser.add_argument("--largest", type=int, default=LENGTHS[-1], help=f"the longest text, in characters (default: {LENGTHS[-1]})")
    args = parser.parse_args()
    texts = examples()
    print(f"{words_per_second(texts):,.0f} words per second on {len(texts)} examples")
    chosen = args.only.split(",") if args.only else list(SHAPES)
    print(f"\n{'seconds at':22}" + "".join(f"{length:>16,}" for length in LENGTHS if length <= args.largest))
    for name in chosen:
        cells, before = [], 0.0
        for _, spent in growth(SHAPES[name] or "\n\n".join(texts), args.largest):
            cells.append(f"{spent:8.3f} {f'x{spent / before:.1f}' if before else '':>7}")
            before = max(spent, 1e-6)
        print(f"{name:22}" + "".join(cells), flush=True)


if __name__ == "__main__":
    main()
