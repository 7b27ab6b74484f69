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

__all__ = ["Kept", "Maker", "Sums", "Table", "TableOf"]

Maker = Callable[..., list[str]]
_MOST_KEPT = 16384
"""Combinations that a table keeps before it begins anew."""
_ZEROS = repeat(0)


class Table(Protocol):
    """What is asked with a combination: a sum of weights, or, in training, the features themselves; both can be added up."""

    def __getitem__(self, combination: Any, /) -> int: ...  # noqa: ANN401 - whatever its maker takes


TableOf = Callable[[Maker], Table]
"""Makes the table of a maker."""


class Kept(dict[Any, Any]):
    """What was made of a key, made once. Threads may share it: what one forgets another makes again."""

    __slots__ = ("_make", "_most")

    def __init__(self, make: Callable[[Any], Any], most: int) -> None:
        super().__init__()
        self._make, self._most = make, most

    def __missing__(self, key: object) -> object:
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._make(key)
        return value


class Sums(dict[Any, int]):
    """The sums of a maker's features. Threads may share it: what one forgets another sums up again."""

    __slots__ = ("_get", "_make")

    def __init__(self, make: Maker, weights: Mapping[str, int]) -> None:
        super().__init__()
        self._make, self._get = make, weights.get

    def __missing__(self, combination: tuple[Any, ...]) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
        value = self[combination] = sum(map(self._get, self._make(*combination), _ZEROS))
        return value
