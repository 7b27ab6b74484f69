"""Scores of combinations, summed once and kept.

In: a maker of keys, which spells the features of a combination of words, classes and places, and
the weights. Out: a table that is asked with the combination. Why: most combinations of a few words
come again and again, so nearly all that is asked of the weights is one look-up.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import repeat
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "SCALE",
    "Cache",
    "KeyMaker",
    "ScoreTable",
    "ScoreTables",
    "Table",
    "TableMaker",
    "added",
]

SCALE = 256
"""Weights and scores are log-odds times this, as whole numbers."""
KeyMaker = Callable[..., list[str]]
_MOST_SCORES = 12_000
"""Combinations that a table keeps, in use and set aside."""
_ZEROS = repeat(0)


def added(numbers: Iterable[float]) -> float:
    """The sum of floats, added one by one.

    From Python 3.12 on ``sum`` makes up for what each addition loses, so it differs in the last
    bit from what earlier versions and the compiled scorer find.
    """
    total = 0.0
    for number in numbers:
        total += number
    return total


class Table(Protocol):
    """The score of a combination; in training its keys. Both can be added up."""

    def __getitem__(self, combination: Any, /) -> int: ...  # noqa: ANN401 - as its maker takes it


class TableMaker(Protocol):
    """Makes the tables of a step."""

    by_name: Callable[[str, int], int]
    """The score of one key, given 0: for keys of which nearly each is new and not worth keeping."""

    def __call__(self, make: KeyMaker, /) -> Table: ...


class Cache(dict[Any, Any]):
    """What is made of a key, made once. Threads may share it: what one forgets another makes again.

    When it is full, all that it holds is set aside. What is asked for again comes back from there,
    and what is not is forgotten when it is full the next time.
    """

    __slots__ = ("_aside", "_half", "_make")

    def __init__(self, make: Callable[[Any], Any], most: int) -> None:
        """``most`` is how much it holds and has set aside together."""
        super().__init__()
        self._make = make
        self._half = most // 2
        self._aside: dict[Any, Any] = {}

    def __missing__(self, key: Any) -> Any:  # noqa: ANN401 - whatever is kept
        value = self._aside.get(key) if self._aside else None
        if value is None:
            value = self._make(key)
        if len(self) >= self._half:
            self._aside = self.copy()
            self.clear()
        self[key] = value
        return value


class ScoreTable(Cache):
    """The sums of the weights of a combination's keys."""

    __slots__ = ("_keys_of", "_weight_of")

    def __init__(self, make: KeyMaker, weights: Mapping[str, int]) -> None:
        super().__init__(self._score, _MOST_SCORES)
        self._keys_of = make
        self._weight_of = weights.get

    def _score(self, combination: tuple[Any, ...]) -> int:
        return sum(map(self._weight_of, self._keys_of(*combination), _ZEROS))


class ScoreTables:
    """Makes score tables from the weights of a step."""

    def __init__(self, weights: Mapping[str, int]) -> None:
        self.by_name: Callable[[str, int], int] = weights.get
        self._weights = weights

    def __call__(self, make: KeyMaker, /) -> ScoreTable:
        return ScoreTable(make, self._weights)
