"""Keys of a line -> how much speaks for each label and zone.

In: keys (``features``) and the weights that come with a language. Out: how much speaks for each
label and each zone, and for each step from one to the next. Why: what a sign of a line is worth is
learned from pages that people marked (``training/page_lines.py``), not set by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote._page.chain.features import FEATURES
from newsquote._page.line_states import LABELS, STATES, SUCCESSORS, Zone
from newsquote.lang.kept import kept_by_pack
from newsquote.lang.weights import PackedWeights, load_packed, split_weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsquote.lang import LanguagePack

__all__ = ["FIELDS", "FILE", "UNIT", "LineWeights", "line_weights", "load_weights", "weights_of"]

FILE = "lines.bin"
UNIT = 100
"""The weights are hundredths of a logit."""
FIELDS = len(LABELS) + len(Zone)
"""Weights of a key."""


class LineWeights:
    """Weights by key, and the worth of each step between two states."""

    def __init__(self, header: Mapping[str, str], weights: PackedWeights) -> None:
        self.header = header
        self._weights = weights
        self.steps = _steps(weights.by_key)
        """For each state, the states that may follow and what the step is worth."""

    def fields(self, keys: Iterable[str]) -> list[int]:
        """The sums of the weights of some keys, by label and zone; unknown ones say nothing."""
        return self._weights.sums(keys)


def line_weights(rows: Mapping[str, int]) -> LineWeights:
    """The weights of packed rows by key."""
    return LineWeights({}, PackedWeights(rows, FIELDS))


def _steps(rows: Mapping[str, int]) -> list[dict[int, int]]:
    return [
        {after: _step(rows, before, after) for after in followers}
        for before, followers in enumerate(SUCCESSORS)
    ]


def _step(rows: Mapping[str, int], before: int, after: int) -> int:
    first, second = STATES[before], STATES[after]
    labels = rows.get(f">{first.label} {second.label}", 0)
    return labels + rows.get(f">{first.zone.name} {second.zone.name}", 0)


@kept_by_pack
def weights_of(pack: LanguagePack) -> LineWeights:
    """The weights that come with a language, loaded once."""
    return load_weights(pack.data(FILE))


def load_weights(data: bytes) -> LineWeights:
    """The weights in a file.

    :raises DataError: if it is no such file, or one for other features.
    """
    file = split_weights(data, FILE, features=FEATURES)
    return LineWeights(file.header, load_packed(file, FIELDS, FILE))
