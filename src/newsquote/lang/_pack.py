"""The language pack: named word lists, read on first need.

In: a language code. Out: sets and tables of words. Why: every room asks one object for its words, and a caller can widen a list for one
call without touching anything global.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from newsquote.errors import DataError, OptionsError, UnknownLanguageError
from newsquote.lang._loader import languages, read_bytes, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["LanguagePack", "get_pack"]


@attrs.frozen(eq=False, kw_only=True)
class LanguagePack:
    """What newsquote knows of a language: word lists by name.

    Packs compare by identity. Make one with ``get_pack``, widen it with ``with_words``.
    """

    code: str
    extra: Mapping[str, tuple[tuple[str, ...], ...]] = attrs.field(factory=dict, repr=False)
    _cache: dict[tuple[str, str], object] = attrs.field(factory=dict, init=False, repr=False)

    def rows(self, name: str) -> tuple[tuple[str, ...], ...]:
        """The rows of a list, as tuples of columns.

        :param name: the list's name.
        :raises DataError: if there is no such list.
        """
        return (*read_rows(self.code, name), *self.extra.get(name, ()))

    def words(self, name: str) -> frozenset[str]:
        """The first column of a list, as a set.

        :param name: the list's name.
        :raises DataError: if there is no such list.
        """
        key = ("words", name)
        if key not in self._cache:
            self._cache[key] = frozenset(row[0] for row in self.rows(name))
        return self._cache[key]  # type: ignore[return-value]

    def table(self, name: str) -> Mapping[str, str]:
        """A list of two columns, as a mapping from the first to the second.

        :param name: the list's name.
        :raises DataError: if there is no such list.
        """
        key = ("table", name)
        if key not in self._cache:
            self._cache[key] = MappingProxyType({row[0]: row[1] if len(row) > 1 else "" for row in self.rows(name)})
        return self._cache[key]  # type: ignore[return-value]

    def closed(self, name: str) -> frozenset[str]:
        """One of the small closed classes of words.

        :param name: the class's name in the list ``closed_classes``.
        :raises DataError: if there is no such class.
        """
        key = ("closed", name)
        if key not in self._cache:
            classes = self.table("closed_classes")
            if name not in classes:
                msg = f"language pack {self.code!r} has no class of words {name!r}"
                raise DataError(msg, name)
            self._cache[key] = frozenset(classes[name].split())
        return self._cache[key]  # type: ignore[return-value]

    def data(self, name: str) -> bytes:
        """A data file of the language that is no list, such as the weights.

        :param name: the file's name.
        :raises DataError: if there is no such file.
        """
        return read_bytes(self.code, name)

    def with_words(self, name: str, entries: Iterable[str]) -> LanguagePack:
        """A pack whose list has more entries; this one stays as it is.

        :param name: the list's name.
        :param entries: lines as they would stand in the list's file, columns parted by tabs.
        :raises DataError: if there is no such list.
        :raises OptionsError: if an entry is not a string.

        >>> pack = get_pack("en").with_words("agencies", ["Coastal News Service"])
        >>> "Coastal News Service" in pack.words("agencies"), "Coastal News Service" in get_pack("en").words("agencies")
        (True, False)
        """
        self.rows(name)
        entries = tuple(entries)
        for entry in entries:
            if not isinstance(entry, str):
                msg = f"an entry of a word list is a string, not {entry!r}"
                raise OptionsError(msg, entry)
        more = tuple(tuple(entry.split("\t")) for entry in entries)
        return LanguagePack(code=self.code, extra={**self.extra, name: (*self.extra.get(name, ()), *more)})

    def __reduce__(self) -> tuple[object, ...]:
        return _restored, (self.code, dict(self.extra))


def _restored(code: str, extra: dict[str, tuple[tuple[str, ...], ...]]) -> LanguagePack:
    """A pickled pack: the shared one where nothing was added."""
    return LanguagePack(code=code, extra=extra) if extra else get_pack(code)


@cache
def get_pack(code: str) -> LanguagePack:
    """The language pack of a code, always the same object.

    :param code: a language code; ``"en"`` comes with the package.
    :raises UnknownLanguageError: if there is none.

    >>> get_pack("en").code
    'en'
    >>> get_pack("xx")
    Traceback (most recent call last):
    newsquote.errors.UnknownLanguageError: no language pack 'xx'; there is: en
    """
    if code not in languages():
        msg = f"no language pack {code!r}; there is: {', '.join(languages())}"
        raise UnknownLanguageError(msg, code)
    return LanguagePack(code=code)
