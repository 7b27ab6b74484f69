"""Equal values, compared once.

In: two values of one class. Out: whether they are equal. Why: every quote has its speaker, whose
mentions may be as many as the quotes, and the quote that it stands in, which has another; whoever
compares two articles meets the same two again and again. So a value remembers the last one that it
was found equal to; it keeps nothing alive by that, and nobody sees it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar
from weakref import ref

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Twin", "compared_once"]


class Twin:
    """A value that remembers an equal one."""

    __slots__ = ("_twin",)

    _twin: Callable[[], object]


_Value = TypeVar("_Value", bound=type[Twin])


def compared_once(kind: _Value) -> _Value:
    """A class whose equal values are compared once, and not again for all that hold them."""
    compare = kind.__eq__

    def is_equal(self: Twin, other: object) -> bool:
        if self is other or _twin_of(self) is other:
            return True
        found = compare(self, other)
        if found is True:
            object.__setattr__(self, "_twin", ref(other))
        return found

    is_equal.__name__, is_equal.__doc__ = "__eq__", compare.__doc__
    is_equal.__qualname__ = f"{kind.__qualname__}.__eq__"
    kind.__eq__ = is_equal  # type: ignore[method-assign,assignment]
    return kind


def _twin_of(value: Twin) -> object:
    found = getattr(value, "_twin", None)
    return None if found is None else found()
