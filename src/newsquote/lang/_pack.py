"""The language pack: named word lists, read on first need.

In: a language code. Out: sets and tables of words. Why: every room asks one object for its words, and a caller can widen a list for one
call without touching anything global.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from newsquote.errors import DataError, OptionsError, UnknownLanguageError
from newsquote.kinds import BlockRole, CreditKind, CueCategory, Polarity
from newsquote.lang._loader import languages, read_bytes, read_rows

if TYPE_CHECKING:
    from enum import StrEnum

__all__ = ["LanguagePack", "get_pack"]


_VOCABULARIES: dict[str, type[StrEnum]] = {
    "cue_verbs": CueCategory,
    "cue_nouns": CueCategory,
    "cue_phrases": CueCategory,
    "cue_polarities": Polarity,
    "credit_openers": CreditKind,
    "furniture_lines": BlockRole,
    "furniture_starts": BlockRole,
}
"""What the second column of a list may say."""


def _rows(name: str, entries: object, *, split: bool = False) -> tuple[tuple[str, ...], ...]:
    """Entries as rows of columns: each is a line of the list's file or, in a pack that is ``split`` already, a tuple of its columns."""
    if isinstance(entries, str) or not isinstance(entries, Iterable):
        msg = f"the entries of list {name!r} are strings in a list or a tuple, not {entries!r}"
        raise OptionsError(msg, entries)
    rows = []
    for entry in entries:
        row = tuple(entry.split("\t")) if isinstance(entry, str) else entry if split else None
        if not isinstance(row, tuple) or not all(isinstance(column, str) for column in row):
            msg = f"an entry of a word list is a string, not {entry!r}"
            raise OptionsError(msg, entry)
        rows.append(row)
    return tuple(rows)


def _more_words(
    extra: Mapping[str, Iterable[str | tuple[str, ...]]],
) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    if not isinstance(extra, Mapping):
        msg = f"more words are a mapping from a list's name to its entries, not {extra!r}"
        raise OptionsError(msg, extra)
    return MappingProxyType(
        {name: _rows(name, entries, split=True) for name, entries in extra.items()}
    )


@attrs.frozen(eq=False, kw_only=True)
class LanguagePack:
    """What newsquote knows of a language: word lists by name.

    Packs compare by identity. Make one with ``get_pack``, widen it with ``with_words``, or replace all the words that were added with
    ``attrs.evolve(pack, extra={"agencies": ["Coastal News Service"]})``.

    :param code: a language code.
    :param extra: more entries, by the name of the list: lines as they would stand in its file, or tuples of their columns.
    :raises OptionsError: if an entry is neither, does not have the list's columns.
    :raises DataError: if there is no such list.
    """

    code: str
    extra: Mapping[str, tuple[tuple[str, ...], ...]] = attrs.field(
        factory=dict, converter=_more_words, repr=False
    )
    _cache: dict[tuple[str, str], object] = attrs.field(factory=dict, init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        for name, rows in self.extra.items():
            _check(name, rows, read_rows(self.code, name))

    def rows(self, name: str) -> tuple[tuple[str, ...], ...]:
        """The rows of a list, as tuples of columns.

        :param name: the list's name.
        :raises DataError: if there is no such list.
        """
        rows = read_rows(self.code, name)
        return (*rows, *self.extra[name]) if name in self.extra else rows

    def words(self, name: str) -> frozenset[str]:
        """The first column of a list, as a set.

        :param name: the list's name.
        :raises DataError: if there is no such list.
        """
        key = ("words", name)
        if key not in self._cache:
            self._cache[key] = frozenset(map(itemgetter(0), self.rows(name)))
        return self._cache[key]  # type: ignore[return-value]

    def table(self, name: str) -> Mapping[str, str]:
        """A list of two columns, as a mapping from the first to the second.

        :param name: the list's name.
        :raises DataError: if there is no such list.
        """
        key = ("table", name)
        if key not in self._cache:
            self._cache[key] = MappingProxyType(
                {row[0]: row[1] if len(row) > 1 else "" for row in self.rows(name)}
            )
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
        :raises OptionsError: if an entry is not a string with the list's columns.

        >>> pack = get_pack("en").with_words("agencies", ["Coastal News Service"])
        >>> "Coastal News Service" in pack.words("agencies"), "Coastal News Service" in get_pack("en").words("agencies")
        (True, False)
        """
        more = _rows(name, entries)
        return LanguagePack(
            code=self.code, extra={**self.extra, name: (*self.extra.get(name, ()), *more)}
        )

    def __reduce__(self) -> tuple[object, ...]:
        return _restored, (self.code, dict(self.extra))


def _check(name: str, rows: Iterable[tuple[str, ...]], known: Iterable[tuple[str, ...]]) -> None:
    """A row that its readers could not take apart is refused where it is added, not in the middle of an article."""
    counts = {len(row) for row in known}
    for row in rows:
        if counts and not min(counts) <= len(row) <= max(counts):
            msg = f"an entry of list {name!r} has {_counted(min(counts), max(counts))} parted by tabs, not {len(row)}: {row!r}"
            raise OptionsError(msg, row)
        if not row[0].strip():
            msg = f"an entry of list {name!r} has no word: {row!r}"
            raise OptionsError(msg, row)
        if name in _VOCABULARIES and row[1] not in set(_VOCABULARIES[name]):
            msg = f"the second column of list {name!r} is one of {', '.join(_VOCABULARIES[name])}, not {row[1]!r}"
            raise OptionsError(msg, row)


def _counted(least: int, most: int) -> str:
    return f"{least} column{'s' * (most > 1)}" if least == most else f"{least} to {most} columns"


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
