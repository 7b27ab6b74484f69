"""``newsquote evaluate``: annotations and predictions in, scores out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsquote._scoring.evaluation import evaluate
from newsquote._scoring.lines import LineError, joined
from newsquote._scoring.table import table
from newsquote.cli.exits import DONE, SOME_BROKEN, RefusedError
from newsquote.cli.streams import STANDARD, print_bytes, read_content, say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from newsquote._scoring.lines import Joined

__all__ = ["print_scores"]


def print_scores(arguments: argparse.Namespace) -> int:
    """Print the scores, and say which articles are on one side only."""
    gold, predictions = arguments.gold, arguments.predictions
    both = _joined(gold, predictions)
    scores = {
        **evaluate(both.pairs),
        "without a prediction": len(both.only_gold),
        "without gold": len(both.only_pred),
    }
    print_bytes(_written(scores, arguments.format).encode() + b"\n")
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
    gold_lines, predicted_lines = (read_content(name).splitlines() for name in (gold, predictions))
    try:
        return joined(gold_lines, gold, predicted_lines, predictions)
    except LineError as error:
        raise RefusedError(str(error)) from None


def _written(scores: dict[str, Any], form: str) -> str:
    return json.dumps(scores) if form == "json" else table(scores)


def _say_ids(ids: Sequence[str], meaning: str) -> None:
    if ids:
        articles = "article" if len(ids) == 1 else "articles"
        say(f"{len(ids)} {articles} {meaning}; the first is {ids[0]!a:.60}")
