"""Scores as a table to read.

In: nested dictionaries with tallies (see tallies.py) as leaves. Out: lines. Why: precision, recall,
F1 and the counts behind them stand under one another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


def number(value: object) -> str:
    """Fractions with three decimals, all else as it is."""
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def table_rows(result: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """(name, columns) of every leaf."""
    if not isinstance(result, dict):
        yield " ".join(path), number(result)
        return
    columns = _columns(result)
    if columns is not None:
        yield " ".join(path), columns
        return
    for name, value in result.items():
        if isinstance(value, list):
            for item in value:
                yield " ".join((*path, name)), f"  {item}"
        else:
            yield from table_rows(value, (*path, name))


def _columns(result: dict[str, Any]) -> str | None:
    """The columns of a tally, or of a dictionary of numbers; None of one that holds others."""
    if "f1" in result:
        fractions = "".join(f"{result[name]:7.3f}" for name in ("p", "r", "f1"))
        counts = "".join(f"{result[name]:8}" for name in ("tp", "pred", "gold"))
        return fractions + counts + _bounds(result)
    if "share" in result:
        share = "-" if result["share"] is None else f"{result['share']:.3f}"
        return f"{share:>21}{result['right']:8}{'':8}{result['of']:8}{_bounds(result)}"
    if result and all(isinstance(value, int | float) for value in result.values()):
        return "  " + "  ".join(f"{name} {number(value)}" for name, value in result.items())
    return None


def _bounds(tally: dict[str, Any]) -> str:
    """The interval, where the tally has one."""
    bounds = tally.get("interval")
    return f"   {bounds[0]:.3f} to {bounds[1]:.3f}" if bounds else ""


def table(result: object) -> str:
    """The whole result."""
    rows = []
    for name, columns in table_rows(result):
        rows.append((name, columns if columns.startswith(" ") else f"  {columns}"))
    width = max((len(name) for name, _ in rows), default=0) + 1
    head = f"{'':{width}}{'P':>7}{'R':>7}{'F1/sh.':>7}{'right':>8}{'pred':>8}{'gold':>8}"
    if any(" to " in columns for _, columns in rows):
        head += "   95 % interval"
    lines = (f"{name:{width}}{columns}" for name, columns in rows)
    return "\n".join([head, *lines])
