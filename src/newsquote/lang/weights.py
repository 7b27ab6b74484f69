"""A file of fitted weights -> its header and its numbers.

In: the bytes of a file, or a language pack and a file's name. Out: what the header says, and whole
numbers by key; several numbers a key are packed into one, so that one sum adds up all of them. Why:
weights are data: a header that people can read, a blank line, and the numbers.
"""

from __future__ import annotations

import struct
import zlib
from itertools import repeat
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from newsquote.errors import DataError
from newsquote.lang.kept import kept_with_pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsquote.lang import LanguagePack

__all__ = ["PackedWeights", "WeightsFile", "load_packed", "packed", "read_weights", "split_weights"]

_BITS = 32
"""Of one number's sum in the number that adds up all at once."""
_HALF = 1 << (_BITS - 1)


class WeightsFile(NamedTuple):
    """A file of weights, its numbers unread."""

    header: Mapping[str, str]
    body: bytes


def split_weights(data: bytes, name: str, **versions: int) -> WeightsFile:
    """The header and the body of a file of weights.

    :param versions: what the header must say, by its words for it.
    :raises DataError: if it is no such file, or one of other versions.
    """
    head, gap, body = data.partition(b"\n\n")
    lines = head.decode("utf-8", "replace").splitlines()
    header = dict([line.split(": ", 1) for line in lines if ": " in line])
    for what, version in versions.items():
        if header.get(what) != str(version):
            msg = f"{name} has {what} version {header.get(what)!r}; this reads {version}"
            raise DataError(msg, name)
    if not gap:
        msg = f"{name} has no weights"
        raise DataError(msg, name)
    return WeightsFile(MappingProxyType(header), body)


@kept_with_pack(16)
def read_weights(pack: LanguagePack, name: str) -> Mapping[str, int]:
    """The weights in a plain file of a language: a key and a number a line, parted by a tab.

    :raises DataError: if it is no such file.
    """
    weights = _numbers_by_key(split_weights(pack.data(name), name).body, 10, name)
    if not weights:
        msg = f"{name} has no weights"
        raise DataError(msg, name)
    return MappingProxyType(weights)


def packed(numbers: Iterable[int]) -> int:
    """Several numbers as one."""
    return sum(number << (_BITS * n) for n, number in enumerate(numbers))


class PackedWeights:
    """Several weights a key."""

    def __init__(self, by_key: Mapping[str, int], count: int) -> None:
        self.by_key = by_key
        """The weights of each key, packed into one number."""
        self._bias = packed(repeat(_HALF, count))
        self._layout = struct.Struct(f"<{count}I")

    def sums(self, keys: Iterable[str]) -> list[int]:
        """The sums of the weights of some keys; unknown ones say nothing."""
        total = sum(map(self.by_key.get, keys, repeat(0)), self._bias)
        sums = self._layout.unpack(total.to_bytes(self._layout.size, "little"))
        return [one - _HALF for one in sums]


def load_packed(file: WeightsFile, count: int, name: str) -> PackedWeights:
    """The packed weights in a file: a zlib stream of a key and a hexadecimal number a line.

    :param count: the weights of a key.
    :raises DataError: if it is no such file.
    """
    try:
        body = zlib.decompress(file.body)
    except zlib.error as error:
        msg = f"{name} cannot be read: {error}"
        raise DataError(msg, name) from error
    return PackedWeights(_numbers_by_key(body, 16, name), count)


def _numbers_by_key(body: bytes, base: int, name: str) -> dict[str, int]:
    try:
        rows = [line.split("\t") for line in body.decode("utf-8").splitlines()]
        return {key: int(number, base) for key, number in rows}
    except ValueError as error:
        msg = f"{name} cannot be read: {error}"
        raise DataError(msg, name) from error
