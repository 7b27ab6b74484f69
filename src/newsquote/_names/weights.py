"""A file of linear weights -> a table.

In: a language pack and the name of a file. Out: whole numbers by feature. Why: weights are data: a
header that people can read, a blank line, and a line for each feature, its name and its weight
parted by a tab.
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsquote.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsquote.lang import LanguagePack

__all__ = ["read_weights"]


@lru_cache(maxsize=16)
def read_weights(pack: LanguagePack, name: str) -> Mapping[str, int]:
    """The weights in a file of a language, by feature.

    :raises DataError: if it is no such file.
    """
    _, gap, body = pack.data(name).partition(b"\n\n")
    try:
        rows = [line.split("\t") for line in body.decode("utf-8").splitlines()]
        weights = {feature: int(weight) for feature, weight in rows}
    except ValueError as error:
        msg = f"{name} cannot be read: {error}"
        raise DataError(msg, name) from error
    if not gap or not weights:
        msg = f"{name} has no weights"
        raise DataError(msg, name)
    return MappingProxyType(weights)
