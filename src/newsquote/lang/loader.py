"""The only reader of the package's data files.

In: a language code and the name of a list. Out: its rows, as tuples of columns. Why: words are
data. A list is a UTF-8 text file, one entry a line, columns parted by tabs, ``#`` for comments,
sorted by its first column; so it can be read, checked and corrected by people. Single words and
names stand in ``<code>/words``, phrases and whole lines in ``<code>/phrases``, and a list is found
by its name in either. Where the package was built, every file is held against its digest.
"""

from __future__ import annotations

import errno
import os
from functools import cache
from typing import TYPE_CHECKING

from newsquote.errors import DataError, UnknownLanguageError
from newsquote.lang.digests import DIGESTS, digest_of, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["Row", "Rows", "languages", "read_bytes", "read_rows"]

Row = tuple[str, ...]
"""An entry of a list, as its columns."""
Rows = tuple[Row, ...]

_HOME = os.path.dirname(__file__)  # noqa: PTH120 - pathlib costs more to import than this file
_LISTS = ("words", "phrases")
"""The folders of a language in which a list may stand."""
_WEIGHTS = ("weights",)
_NOT_THERE = (None, 0, errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.EINVAL)
"""What is said of a file that is not there; 0 of one that a zip file has not."""


def languages() -> tuple[str, ...]:
    """The codes of the languages that come with the package."""
    try:
        with os.scandir(_HOME) as entries:
            folders = sorted(entry.name for entry in entries if entry.is_dir())
    except NotADirectoryError:  # in a zip file
        from importlib.resources import files  # noqa: PLC0415 - it is slow to load

        folders = sorted(entry.name for entry in files(__package__).iterdir() if entry.is_dir())
    return tuple([name for name in folders if not name.startswith("_")])


def read_bytes(code: str, name: str) -> bytes:
    """What is in a data file that is no list.

    :param code: a language code.
    :param name: the file's name.
    :raises DataError: if there is no such file, or it is damaged.
    """
    content = _content(code, _WEIGHTS, name)
    if content is None:
        msg = f"language pack {code!r} has no file {name!r}"
        raise DataError(msg, name)
    return content


@cache
def read_rows(code: str, name: str) -> Rows:
    """The rows of a list.

    :param code: a language code.
    :param name: the list's name, without ending.
    :raises UnknownLanguageError: if there is no such language.
    :raises DataError: if there is no such list, or it is damaged.
    """
    content = _content(code, _LISTS, f"{name}.txt") if code.isidentifier() else None
    if content is None:
        raise _missing_list(code, name)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        msg = f"list {name!r} of language pack {code!r} is not UTF-8"
        raise DataError(msg, name) from error
    lines = [line for line in text.splitlines() if line and line[0] != "#"]
    if "\t" not in text:
        return tuple(zip(lines, strict=True))
    return tuple([tuple(line.split("\t")) for line in lines])


def _missing_list(code: str, name: str) -> DataError | UnknownLanguageError:
    """What to say of a list that cannot be opened."""
    if not code.isidentifier() or code not in languages():
        return UnknownLanguageError(f"no language pack {code!r}", code)
    return DataError(f"language pack {code!r} has no list {name!r}", name)


def _content(code: str, folders: Sequence[str], name: str) -> bytes | None:
    """The content of a file in the first of some folders of a language that has it.

    :raises DataError: if it is not what its digest says.
    """
    for folder in folders:
        content = _read(f"{code}/{folder}/{name}")
        if content is None:
            continue
        _check_digest(f"{code}/{folder}/{name}", content)
        return content
    return None


def _read(path: str) -> bytes | None:
    """What is in a file of our folder, or of the zip file from which we were imported; if any is.

    :raises DataError: if it is there and cannot be read.
    """
    try:
        content: bytes = _get_data()(os.path.join(_HOME, *path.split("/")))  # noqa: PTH118 - as above
    except ValueError:  # no name that a file can have
        return None
    except OSError as error:
        if error.errno in _NOT_THERE:
            return None
        msg = f"data file {path} cannot be read: {error.strerror or error}"
        raise DataError(msg, path.rpartition("/")[2]) from error
    return content


def _get_data() -> Callable[[str], bytes]:
    """What reads a file beside this one, whatever it was imported from."""
    own = getattr(globals().get("__loader__"), "get_data", None)
    return own or _from_disk


def _from_disk(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 - as above
        return file.read()


def _check_digest(path: str, content: bytes) -> None:
    """Refuse a content that is not the one with which the package was built."""
    digests = _built_digests(_HOME)
    if digests is not None and digests.get(path) != digest_of(content):
        msg = (
            f"data file {path} is damaged or was edited: it is not what its digest,"
            " taken when the package was built, says; install newsquote again"
        )
        raise DataError(msg, path.rpartition("/")[2])


@cache
def _built_digests(_home: str) -> Mapping[str, str] | None:
    """The digests of the files of a built package, by path; None in a checkout, which has none."""
    table = _read(DIGESTS)
    return None if table is None else read_table(table.decode("utf-8", "replace"))
