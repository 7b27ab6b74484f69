"""Hold the scores: none may fall below its floor.

    python evaluation/gate.py             measure, compare with floors.json; one line a failure,
                                          exit 1 if there is any
    python evaluation/gate.py --update    raise the floors to the present scores, never lower one

In: the development data that ``NEWSQUOTE_DATA`` names, and floors.json. Out: an exit status, and a
line for each score that fell. Why: a rule that helps one text may hurt ten others, and nobody sees
it in a diff.

floors.json has ``digest`` (the data on which the floors were measured), ``floors`` (name of a
score: the least it may be, in per cent) and ``ceilings`` (name: the most it may be; counts as they
are, shares in per cent). Exit status 0: all held, or no data (said so). 1: something fell. 2: the
data are not those of the floors, which then say nothing.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import corpus
import run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FLOORS = Path(__file__).with_name("floors.json")
SECTIONS = ("quotes", "speakers", "structure", "laws")
SLACK = 1e-9  # a score and its own floor are the same number


def scores(result: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, float]]:
    """(name, value) of every number in a result of run.py.

    Precision, recall, F1 and shares in per cent, counts as they are.
    """
    for key, value in result.items():
        name = " ".join((*path, key))
        if isinstance(value, dict):
            yield from scores(value, (*path, key))
        elif isinstance(value, float) and key in {"p", "r", "f1", "share"}:
            yield name, 100 * value
        elif isinstance(value, int | float):
            yield name, float(value)


def measured(folder: Path) -> dict[str, float]:
    """The scores of the newsquote that is installed."""
    data, identities, _ = run.read_data(folder)
    return dict(scores(run.run(data, identities, run.Live(), SECTIONS)))


def fallen(held: dict[str, Any], found: dict[str, float]) -> list[str]:
    """A line for each score that is not where it must be."""
    lines = []
    for name, floor in held["floors"].items():
        if found.get(name, -1.0) < floor - SLACK:
            lines.append(f"{name}: {shown(found.get(name))}, floor {floor}")
    for name, ceiling in held["ceilings"].items():
        if found.get(name, math.inf) > ceiling + SLACK:
            lines.append(f"{name}: {shown(found.get(name))}, ceiling {ceiling}")
    return lines


def shown(value: float | None) -> str:
    """A score as it is printed."""
    return "not measured" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")


def tightened(held: dict[str, Any], found: dict[str, float], digest: str) -> dict[str, Any]:
    """The floors and ceilings at the present scores, to a tenth; only after nothing fell."""
    floors = {
        name: max(floor, math.floor(10 * found[name] + SLACK) / 10)
        for name, floor in held["floors"].items()
    }
    ceilings = {
        name: min(ceiling, math.ceil(10 * found[name] - SLACK) / 10)
        for name, ceiling in held["ceilings"].items()
    }
    return {"digest": digest, "floors": floors, "ceilings": ceilings}


def main(argv: Sequence[str] | None = None, path: Path = FLOORS) -> int:
    """Measure, compare, report."""
    parser = argparse.ArgumentParser(description="Hold the scores: none may fall below its floor.")
    parser.add_argument(
        "--update", action="store_true", help="raise the floors to the present scores"
    )
    args = parser.parse_args(argv)
    try:
        folder = corpus.dev()
        digest = corpus.digest(folder)
    except corpus.NoDataError as missing:
        print(f"skipped: {missing}")
        return 0
    held = json.loads(path.read_text(encoding="utf-8"))
    if held["digest"] != digest and not args.update:
        print(
            (
                f"measured on other data: floors.json has {held['digest']}, {folder} is {digest}; "
                f"the floors say nothing about it"
            ),
            file=sys.stderr,
        )
        return 2
    found = measured(folder)
    lines = fallen(held, found)
    print(
        "\n".join(lines)
        or f"all {len(held['floors'])} floors and {len(held['ceilings'])} ceilings are held"
    )
    if lines:
        return 1
    if args.update:
        path.write_text(
            json.dumps(tightened(held, found, digest), indent=1) + "\n", encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
