"""The language pack: named word lists, read on first need.

In: a language code. Out: sets and tables of words. Why: every room asks one object for its words,
and a caller can widen a list for one call without touching anything global.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs

from newsquote._told import told
from newsquote.errors import DataError, OptionsError, UnknownLanguageError
from newsquote.lang.entries import check_rows, rows_of_entries, rows_of_lines
from newsquote.lang.loader import languages, read_bytes, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsquote.lang.loader import Rows

__all__ = ["LanguagePack", "get_pack"]


def _more_words(
    extra: Mapping[str, Iterable[str | tuple[str, ...]]],
) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    if not isinstance(extra, Mapping):
        msg = f"more words are a mapping from a list's name to its entries, not {told(extra)}"
        raise OptionsError(msg, extra)
    rows = {name: rows_of_entries(name, entries) for name, entries in extra.items()}
    return MappingProxyType(rows)


@attrs.frozen(eq=False, kw_only=True)
class LanguagePack:
    """What newsquote knows of a language: word lists by name.

    Packs compare by identity. Make one with ``get_pack``, widen it with ``with_words``, or replace
    all the words that were added with
    ``attrs.evolve(pack, extra={"agencies": ["Coastal News Service"]})``.

    :param code: a language code.
    :param extra: more entries, by the name of the list: lines as they would stand in its file, or
        tuples of their columns.
    :raises OptionsError: if an entry is neither, does not have the list's columns.
    :raises DataError: if there is no such list.
    """

    code: str
    extra: Mapping[str, tuple[tuple[str, ...], ...]] = attrs.field(
        factory=dict, converter=_more_words, repr=False
    )
    _words: dict[str, frozenset[str]] = attrs.field(factory=dict, init=False, repr=False)
    _tables: dict[str, Mapping[str, str]] = attrs.field(factory=dict, init=False, repr=False)
    _classes: dict[str, frozenset[str]] = attrs.field(factory=dict, init=False, repr=False)
    _kept: dict[object, Any] = attrs.field(factory=dict, init=False, repr=False)
    """What was made of these words (``newsquote.lang.kept``): it goes when the pack goes."""

    def __attrs_post_init__(self) -> None:
        for name, rows in self.extra.items():
            check_rows(name, rows, read_rows(self.code, name))

    def rows(self, name: str) -> tuple[tuple[str, ...], ...]:
        """The rows of a list, as tuples of columns.

        :param name: the list's name.
        :raises DataError: if there is no such list.
        """
        rows = read_rows(self.code, name)
        if name in self.extra:
            return (*rows, *self.extra[name])
        return rows

    def words(self, name: str) -> frozenset[str]:
        """The first column of a list, as a set.

        :param name: the list's name.
        :raises DataError: if there is no such list.
        """
        if name not in self._words:
            first = itemgetter(0)
            self._words[name] = frozenset(map(first, self.rows(name)))
        return self._words[name]

    def table(self, name: str) -> Mapping[str, str]:
        """A list of two columns, as a mapping from the first to the second.

        :param name: the list's name.
        :raises DataError: if there is no such list.
        """
        if name not in self._tables:
            padded = ((*row, "") for row in self.rows(name))  # a second column may be missing
            table = {row[0]: row[1] for row in padded}
            self._tables[name] = MappingProxyType(table)
        return self._tables[name]

    def closed(self, name: str) -> frozenset[str]:
        """One of the small closed classes of words.

        :param name: the class's name in the list ``closed_classes``.
        :raises DataError: if there is no such class.
        """
        if name not in self._classes:
            classes = self.table("closed_classes")
            if name not in classes:
                msg = f"language pack {self.code!r} has no class of words {name!r}"
                raise DataError(msg, name)
            self._classes[name] = frozenset(classes[name].split())
        return self._classes[name]

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
        :raises OptionsError: if an entry is not a string with the list's columns.

        >>> pack = get_pack("en").with_words("agencies", ["Coastal News Service"])
        >>> ["Coastal News Service" in one.words("agencies") for one in (pack, get_pack("en"))]
        [True, False]
        """
        rows = (*self.extra.get(name, ()), *rows_of_lines(name, entries))
        return LanguagePack(code=self.code, extra={**self.extra, name: rows})

    def __reduce__(self) -> tuple[object, ...]:
        return _restored, (self.code, dict(self.extra))


def _restored(code: str, extra: dict[str, Rows]) -> LanguagePack:
    """A pickled pack: the shared one where nothing was added."""
    return LanguagePack(code=code, extra=extra) if extra else get_pack(code)


def get_pack(code: str) -> LanguagePack:
    """The language pack of a code, always the same object.

    :param code: a language code; ``"en"`` comes with the package.
    :raises UnknownLanguageError: if there is none.
    :raises TypeError: if it is no string.

    >>> get_pack("en").code
    'en'
    >>> get_pack("xx")
    Traceback (most recent call last):
    newsquote.errors.UnknownLanguageError: no language pack 'xx'; there is: en
    """
    if not isinstance(code, str):
        msg = f"the code of a language pack must be a str, not {told(code)}"
        raise TypeError(msg)
    return _shared_pack(code)


@cache
def _shared_pack(code: str) -> LanguagePack:
    if code not in languages():
        msg = f"no language pack {code!r}; there is: {', '.join(languages())}"
        raise UnknownLanguageError(msg, code)
    return LanguagePack(code=code)
