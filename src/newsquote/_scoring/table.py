"""Scores as a table to read.

In: nested dictionaries with tallies (see tallies.py) as leaves. Out: lines. Why: precision, recall, F1 and the counts behind them stand under
one another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def number(value: object) -> str:
    """Fractions with three decimals, all else as it is."""
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def table_rows(result: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """(name, columns) of every leaf."""
    if not isinstance(result, dict):
        yield " ".join(path), number(result)
    elif "f1" in result:
        yield (
            " ".join(path),
            f"{result['p']:7.3f}{result['r']:7.3f}{result['f1']:7.3f}{result['tp']:8}{result['pred']:8}{result['gold']:8}",
        )
    elif "share" in result:
        share = "      -" if result["share"] is None else f"{result['share']:7.3f}"
        yield " ".join(path), f"{share:>21}{result['right']:8}{'':8}{result['of']:8}"
    elif result and all(isinstance(v, int | float) for v in result.values()):
        yield " ".join(path), "  " + "  ".join(f"{k} {number(v)}" for k, v in result.items())
    else:
        for k, v in result.items():
            if isinstance(v, list):
                yield from ((" ".join((*path, k)), f"  {x}") for x in v)
            else:
                yield from table_rows(v, (*path, k))


def table(result: object) -> str:
    """The whole result."""
    rows = [
        (name, f"  {columns}" if not columns.startswith(" ") else columns)
        for name, columns in table_rows(result)
    ]
    width = max((len(name) for name, _ in rows), default=0) + 1
    head = f"{'':{width}}{'P':>7}{'R':>7}{'F1/sh.':>7}{'right':>8}{'pred':>8}{'gold':>8}"
    return "\n".join([head, *(f"{name:{width}}{columns}" for name, columns in rows)])
