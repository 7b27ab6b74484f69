"""What is made of a pack's words is kept with the pack.

In: a function that makes something of a language pack. Out: the function, which makes it once a
pack. Why: patterns and tables are made of words once, not for every line; and a caller who widens a
pack for each article gets the memory back, because what was made goes when its pack goes.
"""

from __future__ import annotations

from functools import lru_cache, wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsquote.lang.pack import LanguagePack

__all__ = ["kept_by_pack", "kept_with_pack"]

_Made = TypeVar("_Made")
_Given = ParamSpec("_Given")


def kept_by_pack(make: Callable[[LanguagePack], _Made]) -> Callable[[LanguagePack], _Made]:
    """Make something of a pack once, and keep it as long as the pack."""

    @wraps(make)
    def keeper(pack: LanguagePack) -> _Made:
        kept = pack._kept  # noqa: SLF001 - a pack's results are this file's affair
        try:
            made: _Made = kept[make]
        except KeyError:
            made = kept[make] = make(pack)
        return made

    return keeper


def kept_with_pack(
    most: int,
) -> Callable[[Callable[_Given, _Made]], Callable[_Given, _Made]]:
    """The same for a function that is given more than a pack, all of it hashable.

    :param most: how many results are kept with a pack; those used longest ago go first. The pack is
        the function's argument ``pack``, given by its place.
    """

    def keep(make: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
        names = make.__code__.co_varnames[: make.__code__.co_argcount]
        place = names.index("pack")

        @wraps(make)
        def keeper(*args: _Given.args, **kwargs: _Given.kwargs) -> _Made:
            pack: LanguagePack = args[place]  # type: ignore[assignment]
            kept = pack._kept  # noqa: SLF001 - as above
            try:
                results: Callable[_Given, _Made] = kept[make]
            except KeyError:
                results = lru_cache(maxsize=most)(make)  # type: ignore[assignment]  # as the function
                kept[make] = results
            return results(*args, **kwargs)

        return keeper

    return keep
