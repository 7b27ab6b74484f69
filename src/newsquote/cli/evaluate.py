"""``newsquote evaluate``: annotations and predictions in, scores out, and what went wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newsquote._scoring.lines import LineError, lines_of
from newsquote.cli.exits import DONE, SOME_BROKEN, RefusedError
from newsquote.cli.streams import (
    STANDARD,
    open_input,
    print_bytes,
    read_content,
    refuse_overwriting,
    say,
    write_whole,
)
from newsquote.scores import evaluated, mistakes_of, paired

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from newsquote._scoring.lines import Joined

__all__ = ["print_scores"]


def print_scores(arguments: argparse.Namespace) -> int:
    """Print the scores, and say which articles are on one side only."""
    gold, predictions = arguments.gold, arguments.predictions
    for output in (arguments.errors, arguments.html):
        _refuse_overwriting(output, gold, predictions)
    try:
        both = _joined(gold, predictions)
        scores = evaluated(both, by=arguments.by, intervals=arguments.intervals)
    except LineError as error:
        raise RefusedError(str(error)) from None
    if arguments.errors is not None:
        _write_mistakes(both, arguments.errors)
    if arguments.html is not None:
        _write_page(both, arguments.html)
    shown = json.dumps(scores.to_dict()) if arguments.format == "json" else str(scores)
    print_bytes(shown.encode() + b"\n")
    _say_ids(
        both.only_gold,
        f"of {gold} without a prediction, counted as articles in which nothing was found",
    )
    _say_ids(both.only_pred, f"of {predictions} without gold, left out")
    return SOME_BROKEN if both.only_gold or both.only_pred else DONE


def _joined(gold: str, predictions: str) -> Joined:
    if gold == predictions == STANDARD:
        msg = "only one of GOLD.jsonl and PRED.jsonl can be the standard input"
        raise RefusedError(msg)
    wanted, found = (lines_of(read_content(name), name) for name in (gold, predictions))
    return paired(wanted, gold, found, predictions)


def _refuse_overwriting(output: str | None, *inputs: str) -> None:
    for name in inputs if output is not None else ():
        if name != STANDARD:
            with open_input(name) as file:
                refuse_overwriting(file, str(output))


def _write_mistakes(both: Joined, name: str) -> None:
    mistakes = [mistake for pair in both.pairs for mistake in mistakes_of(pair)]
    write_whole(name, "".join([json.dumps(mistake) + "\n" for mistake in mistakes]).encode())


def _write_page(both: Joined, name: str) -> None:
    from newsquote.cli.differences import compared  # noqa: PLC0415 - only the page needs it
    from newsquote.formats.difference import difference  # noqa: PLC0415 - as above

    page = difference([compared(pair) for pair in both.pairs if "quotes" in pair.gold])
    write_whole(name, page.encode())


def _say_ids(ids: Sequence[str], meaning: str) -> None:
    if ids:
        articles = "article" if len(ids) == 1 else "articles"
        say(f"{len(ids)} {articles} {meaning}; the first is {ids[0]!a:.60}")
