"""Keys of a line -> how much speaks for each label and zone.

In: keys (``features``) and the weights that come with a language. Out: how much speaks for each
label and each zone, and for each step from one to the next. Why: what a sign of a line is worth is
learned from pages that people marked (``training/page_lines.py``), not set by hand. The file has a
text header, a blank line and one zlib stream with a line for each key: the key and one whole
number, in which the weights of all labels and zones are packed.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING

from newsquote._page.chain.features import FEATURES
from newsquote._page.line_states import LABELS, STATES, SUCCESSORS, Zone
from newsquote.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsquote.lang import LanguagePack

__all__ = ["FILE", "UNIT", "LineWeights", "load_weights", "packed", "weights_of"]

FILE = "lines.bin"
UNIT = 100
"""The weights are hundredths of a logit."""
_FIELDS = len(LABELS) + len(Zone)
_BITS = 20
"""Of one field's sum in the number that adds up all of them at once."""
_HALF, _WHOLE = 1 << (_BITS - 1), 1 << _BITS


class LineWeights:
    """Weights by key, and the worth of each step between two states."""

    def __init__(self, header: Mapping[str, str], rows: Mapping[str, int]) -> None:
        self.header = header
        self._by_key = rows
        self.steps = _steps(rows)
        """For each state, the states that may follow and what the step is worth."""

    def fields(self, keys: Iterable[str]) -> list[int]:
        """The sums of the weights of some keys, by label and zone; unknown ones say nothing."""
        rest = sum(map(self._by_key.get, keys, repeat(0)))
        found = []
        for _ in range(_FIELDS):
            low = (rest + _HALF) % _WHOLE - _HALF
            found.append(low)
            rest = (rest - low) >> _BITS
        return found


def packed(numbers: Iterable[int]) -> int:
    """The weights of one key as one number."""
    return sum(number << (_BITS * n) for n, number in enumerate(numbers))


def _steps(rows: Mapping[str, int]) -> list[dict[int, int]]:
    return [
        {after: _step(rows, before, after) for after in followers}
        for before, followers in enumerate(SUCCESSORS)
    ]


def _step(rows: Mapping[str, int], before: int, after: int) -> int:
    first, second = STATES[before], STATES[after]
    labels = rows.get(f">{first.label} {second.label}", 0)
    return labels + rows.get(f">{first.zone.name} {second.zone.name}", 0)


@lru_cache(maxsize=8)
def weights_of(pack: LanguagePack) -> LineWeights:
    """The weights that come with a language, loaded once."""
    return load_weights(pack.data(FILE))


def load_weights(data: bytes) -> LineWeights:
    """The weights in a file.

    :raises DataError: if it is no such file, or one for other features.
    """
    head, gap, body = data.partition(b"\n\n")
    lines = head.decode("utf-8", "replace").splitlines()
    header = dict([line.split(": ", 1) for line in lines if ": " in line])
    if not gap or header.get("features") != str(FEATURES):
        msg = f"{FILE} has features version {header.get('features')!r}; this reads {FEATURES}"
        raise DataError(msg, FILE)
    try:
        rows = [line.split("\t") for line in zlib.decompress(body).decode("utf-8").splitlines()]
        weights = {key: int(number, 16) for key, number in rows}
    except (zlib.error, ValueError) as error:
        msg = f"{FILE} cannot be read: {error}"
        raise DataError(msg, FILE) from error
    return LineWeights(header, weights)
