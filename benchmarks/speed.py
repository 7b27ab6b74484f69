"""How time grows with length, for kind texts and unkind ones.

    python benchmarks/speed.py [--only NAMES] [--largest CHARACTERS] [--profile]

In: the texts in examples/, repeated, and shapes made up here. Out: microseconds of CPU time a KB at
growing lengths, each with its factor over the same shape at 10 KB; with ``--profile`` which
functions' share grew, for shapes that pass the factor. Why: a text of any length and kind must be
read in time linear in its length, so the factor stays near 1. Below 10 KB fixed costs show, so a
factor there says nothing.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import time
from typing import TYPE_CHECKING

import articles

import newsquote

if TYPE_CHECKING:
    from collections.abc import Sequence

LENGTHS = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
BASE = 10_000
MOST = 1.3
"""The factor that should not be passed."""
PATIENCE = 90.0  # seconds: a shape that would take longer at the next length is not tried there
LEAST = 0.2  # seconds of reading a short text again and again
SHAPES = {
    "examples": "\n\n".join(articles.examples().texts) + "\n\n",
    "one line of prose": "The mayor of the town said that the old bridge would open again in May. ",
    "one word": "x",
    "one-letter lines": "x\n",
    "capitals": "ANN LEE SAID THAT THE BRIDGE WOULD OPEN. ",
    "capitals, no end": "ANN ",
    "nested marks": "“a ‘b “c ‘d” e’ f” g’ ",
    "marks that only open": "“‘",
    "said": "said ",
    "bullets": "- \n",
    "bulleted lines": "- Old talks end\n",
    "opening marks": "“",
    "straight marks": '"',
    "apostrophes": "'",
    "marks on lines": '"\n',
    "quoted words": '"a" ',
    "brackets": "(",
    "initials": "A. ",
    "names": "Ann ",
    "and": "and ",
    "he said": "he said ",
    "blanks": " ",
    "blank lines": "\n",
    "commas": ", ",
    "dashes": "—",
    "links": "https://example.org/",
    "byline without end": "By Ann Lee and ",
    "paragraphs that open": "“We know it.\n\n",
}


def made(unit: str, length: int) -> str:
    """A text of a length, made of a repeated unit."""
    return (unit * (length // len(unit) + 1))[:length]


def seconds(text: str) -> float:
    """CPU seconds of one parse; a short text is read again and again, and the quickest counts."""
    found: list[float] = []
    while not found or (sum(found) < LEAST and len(text) < LENGTHS[3]):
        gc.collect()
        start = time.process_time()
        newsquote.parse(text)
        found.append(time.process_time() - start)
    return min(found)


def growth(unit: str, largest: int) -> dict[int, float]:
    """Microseconds a KB by length, until patience ends."""
    newsquote.parse(made(unit, LENGTHS[0]))
    found: dict[int, float] = {}
    for length in LENGTHS:
        if length > largest:
            break
        spent = seconds(made(unit, length))
        found[length] = 1e9 * spent / length
        if spent * 10 > PATIENCE:
            break
    return found


def row(name: str, found: dict[int, float], lengths: Sequence[int]) -> str:
    """One shape, as a row of a Markdown table."""
    cells = [
        f"{found[n]:,.0f} (×{found[n] / found[BASE]:.2f})" if n in found and BASE in found else ""
        for n in lengths
    ]
    return f"| {name} | {' | '.join(cells)} |"


def own_time(text: str) -> dict[str, float]:
    """CPU nanoseconds a character that each function takes by itself."""
    profile = cProfile.Profile(time.process_time)
    profile.runcall(newsquote.parse, text)
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    return {
        f"{'/'.join(file.split('/')[-2:])}:{line} {name}": 1e9 * cell[2] / len(text)
        for (file, line, name), cell in stats.items()
    }


def growers(unit: str, longest: int, top: int = 8) -> str:
    """The functions that take more a character in a long text than in one a tenth as long."""
    short, long = own_time(made(unit, longest // 10)), own_time(made(unit, longest))
    grown = sorted(long, key=lambda name: short.get(name, 0.0) - long[name])[:top]
    return "\n".join(
        f"    {short.get(name, 0.0):10,.0f} -> {long[name]:10,.0f} ns a character  {name}"
        for name in grown
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How time grows with length.")
    parser.add_argument("--only", help="comma-separated shapes: " + ", ".join(SHAPES))
    parser.add_argument(
        "--largest",
        type=int,
        default=LENGTHS[-1],
        help=f"the longest text, in characters (default: {LENGTHS[-1]})",
    )
    parser.add_argument(
        "--profile", action="store_true", help="say which functions grew where the factor is passed"
    )
    args = parser.parse_args()
    lengths = [length for length in LENGTHS if length <= args.largest]
    newsquote.parse(SHAPES["examples"])
    print("µs of CPU time a KB (factor over 10 KB)\n")
    print(
        f"| text of | {' | '.join(f'{length:,}' for length in lengths)} |\n"
        f"|---|{'--:|' * len(lengths)}"
    )
    passed = []
    for name in args.only.split(",") if args.only else SHAPES:
        found = growth(SHAPES[name], args.largest)
        print(row(name, found, lengths), flush=True)
        if any(found[length] > MOST * found[BASE] for length in found if length > BASE):
            passed.append((name, max(found)))
    print(f"\npassed {MOST}: {', '.join(name for name, _ in passed) or 'none'}")
    for name, longest in passed if args.profile else ():
        print(
            (
                f"\n{name}, {min(longest, LENGTHS[3]):,} characters against a tenth:\n"
                f"{growers(SHAPES[name], min(longest, LENGTHS[3]))}"
            ),
            flush=True,
        )


if __name__ == "__main__":
    main()
