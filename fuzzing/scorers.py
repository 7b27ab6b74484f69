"""The compiled scorer beside the plain one, on texts by lot, without the fuzzer.

    python native/compile.py --checked
    export LD_PRELOAD=$(cc -print-file-name=libasan.so) ASAN_OPTIONS=detect_leaks=0
    python fuzzing/scorers.py --seconds 60

In: for how long, a seed. Out: how many inputs were read, or the error. Why: the fuzzer brings a
sanitizer of its own, which a library with another cannot be loaded beside; so what the library does
with memory is looked at here.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

import targets

from newsquote._quotes.model.core.library import loaded

COMPOSED = Path(__file__).resolve().parents[1] / "tests"
MODES = ("scorers", "core_input")
MOST_BYTES = 2500


def composed_texts() -> list[bytes]:
    """The texts of the tests."""
    folders = ("articles", "cases", "pages")
    return [path.read_bytes() for name in folders for path in (COMPOSED / name).rglob("*.txt")]


def spoiled(data: bytes, drawn: random.Random) -> bytes:
    """A piece of a text in which some bytes are others."""
    start = drawn.randrange(len(data))
    piece = bytearray(data[start : start + drawn.randrange(1, MOST_BYTES)])
    for _ in range(drawn.randrange(1 + len(piece) // 40)):
        piece[drawn.randrange(len(piece))] = drawn.choice(b'"(),:;.\n\xff\xe2aS')
    return bytes(piece)


def by_lot(drawn: random.Random) -> bytes:
    """Bytes, more of them small than large."""
    most = drawn.choice((256, 255, 20))
    return bytes(drawn.randrange(most) for _ in range(drawn.randrange(20, MOST_BYTES)))


def main() -> None:
    """Read until the time is up."""
    parser = argparse.ArgumentParser(description="The compiled scorer beside the plain one.")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if loaded().library is None:
        sys.exit(f"there is nothing to compare ({loaded().says}); run native/compile.py")
    drawn, texts = random.Random(arguments.seed), composed_texts()  # noqa: S311 - no secret
    counts = dict.fromkeys(MODES, 0)
    end = time.monotonic() + arguments.seconds
    while time.monotonic() < end:
        for mode in MODES:
            data = by_lot(drawn) if mode == "core_input" else spoiled(drawn.choice(texts), drawn)
            targets.MODES[mode](data)
            counts[mode] += 1
    print(", ".join(f"{count} {mode}" for mode, count in counts.items()))


if __name__ == "__main__":
    main()
