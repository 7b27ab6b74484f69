"""Keys of a name -> scores of its kinds.

In: keys (``kind_evidence``) and the weights that come with a language. Out: how much speaks for a
person, an organisation, a place and for something else. Why: which clue outweighs which is learned
from annotated texts (``training/name_kinds.py``), not set by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsquote.lang.kept import kept_by_pack
from newsquote.lang.weights import load_packed, split_weights

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from newsquote.lang import LanguagePack
    from newsquote.lang.weights import PackedWeights

__all__ = ["FEATURES", "FILE", "KindScores", "KindWeights", "load_weights", "weights_of"]

FILE = "kinds.bin"
FEATURES = 1
"""Changes whenever the keys of the same text change."""


class KindScores(NamedTuple):
    """How much speaks for each kind, in hundredths of a logit."""

    person: int
    organisation: int
    place: int
    other: int


class KindWeights:
    """Weights by key."""

    def __init__(self, header: Mapping[str, str], weights: PackedWeights) -> None:
        self.header = header
        self._weights = weights

    @property
    def keys(self) -> Collection[str]:
        """The keys that have weights."""
        return self._weights.by_key

    def scores(self, keys: Iterable[str]) -> KindScores:
        """The sums of the weights of some keys; unknown ones say nothing."""
        return KindScores(*self._weights.sums(keys))


@kept_by_pack
def weights_of(pack: LanguagePack) -> KindWeights:
    """The weights that come with a language, loaded once."""
    return load_weights(pack.data(FILE))


def load_weights(data: bytes) -> KindWeights:
    """The weights in a file.

    :raises DataError: if it is no such file, or one for other features.
    """
    file = split_weights(data, FILE, features=FEATURES)
    return KindWeights(file.header, load_packed(file, len(KindScores._fields), FILE))
