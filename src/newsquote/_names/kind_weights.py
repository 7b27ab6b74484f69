"""Keys of a name -> scores of its kinds.

In: keys (``kind_evidence``) and the weights that come with a language. Out: how much speaks for a
person, an organisation, a place and for something else. Why: which clue outweighs which is learned
from annotated texts (``training/name_kinds.py``), not set by hand. The file has a text header, a
blank line and one zlib stream with a line for each key: the key and four whole numbers.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from newsquote.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsquote.lang import LanguagePack

__all__ = ["FEATURES", "FILE", "KindScores", "KindWeights", "load_weights", "weights_of"]

FILE = "kinds.bin"
FEATURES = 1
"""Changes whenever the keys of the same text change."""
_KINDS = 4
_BITS = 20
"""Of one kind's sum in the number that adds up all four at once."""
_HALF, _WHOLE = 1 << (_BITS - 1), 1 << _BITS


class KindScores(NamedTuple):
    """How much speaks for each kind, in hundredths of a logit."""

    person: int
    organisation: int
    place: int
    other: int


class KindWeights:
    """Weights by key, the four of a key packed into one number, so that one sum adds up all."""

    def __init__(self, header: Mapping[str, str], weights: Mapping[str, tuple[int, ...]]) -> None:
        self.header, self.by_key = header, weights
        self._packed = {key: _packed(numbers) for key, numbers in weights.items()}

    def scores(self, keys: Iterable[str]) -> KindScores:
        """The sums of the weights of some keys; unknown ones say nothing."""
        rest = sum(map(self._packed.get, keys, repeat(0)))
        found = []
        for _ in range(_KINDS):
            low = (rest + _HALF) % _WHOLE - _HALF
            found.append(low)
            rest = (rest - low) >> _BITS
        return KindScores(*found)


def _packed(numbers: Iterable[int]) -> int:
    return sum(number << (_BITS * n) for n, number in enumerate(numbers))


@lru_cache(maxsize=8)
def weights_of(pack: LanguagePack) -> KindWeights:
    """The weights that come with a language, loaded once."""
    return load_weights(pack.data(FILE))


def load_weights(data: bytes) -> KindWeights:
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
        weights = {key: tuple(map(int, numbers)) for key, *numbers in rows}
    except (zlib.error, ValueError) as error:
        msg = f"{FILE} cannot be read: {error}"
        raise DataError(msg, FILE) from error
    return KindWeights(header, weights)
