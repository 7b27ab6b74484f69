"""What the weights say of a combination, summed once.

In: a maker, which spells the features of a combination of words, classes and places, and the weights. Out: a table that is asked with
the combination. Why: most combinations of a few words come again and again, so nearly all that is asked of the weights is one look-up.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import repeat
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Kept", "Maker", "Sums", "Table", "TableOf", "Weights"]

Maker = Callable[..., list[str]]
_MOST_KEPT = 12_000
"""Combinations that a table keeps, in use and set aside."""
_ZEROS = repeat(0)


class Table(Protocol):
    """What is asked with a combination: a sum of weights, or, in training, the features themselves; both can be added up."""

    def __getitem__(self, combination: Any, /) -> int: ...  # noqa: ANN401 - whatever its maker takes


class TableOf(Protocol):
    """Makes the table of a maker."""

    by_name: Callable[[str, int], int]
    """What is asked with the name of one feature, and 0: where nearly each combination is a new one, it is not worth keeping."""

    def __call__(self, make: Maker, /) -> Table: ...


class Kept(dict[Any, Any]):
    """What was made of a key, made once. Threads may share it: what one forgets another makes again.

    When it is full, all that it holds is set aside; what is asked for again comes back from there, and what is not is forgotten the next time.
    """

    __slots__ = ("_aside", "_half", "_make")

    def __init__(self, make: Callable[[Any], Any], most: int) -> None:
        """``most`` is how much it holds and has set aside together."""
        super().__init__()
        self._make, self._half = make, most // 2
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


class Sums(Kept):
    """The sums of a maker's features."""

    __slots__ = ("_get", "_spell")

    def __init__(self, make: Maker, weights: Mapping[str, int]) -> None:
        super().__init__(self._sum, _MOST_KEPT)
        self._spell, self._get = make, weights.get

    def _sum(self, combination: tuple[Any, ...]) -> int:
        return sum(map(self._get, self._spell(*combination), _ZEROS))


class Weights:
    """Makes tables of sums."""

    def __init__(self, weights: Mapping[str, int]) -> None:
        self.by_name: Callable[[str, int], int] = weights.get
        self._weights = weights

    def __call__(self, make: Maker, /) -> Sums:
        return Sums(make, self._weights)
