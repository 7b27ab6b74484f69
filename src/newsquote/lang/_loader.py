"""The only reader of the package's data files.

In: a language code and the name of a list. Out: its rows, as tuples of columns. Why: words are data. A list is a UTF-8 text file, one entry
a line, columns parted by tabs, ``#`` for comments, sorted by its first column; so it can be read, checked and corrected by people.
"""

from __future__ import annotations

import os
from functools import cache

from newsquote.errors import DataError, UnknownLanguageError
from newsquote.lang._digests import unsealed

__all__ = ["languages", "read_bytes", "read_rows"]

_HOME = os.path.dirname(__file__)  # noqa: PTH120 - pathlib costs more to import than the rest of this file


def languages() -> tuple[str, ...]:
    """The codes of the languages that come with the package."""
    return tuple(
        sorted(
            entry.name
            for entry in os.scandir(_HOME)
            if entry.is_dir() and not entry.name.startswith("_")
        )
    )


def _read(code: str, name: str) -> bytes:
    """The content of a file of a language, once its digest is known to be right."""
    with open(os.path.join(_HOME, code, name), "rb") as file:  # noqa: PTH118, PTH123 - as above
        content = unsealed(file.read())
    if content is None:
        msg = (
            f"data file {code}/{name} is damaged or was edited: it is not what its first line, a digest, says;"
            " install newsquote again, or run training/digests.py after an edit"
        )
        raise DataError(msg, name)
    return content


def read_bytes(code: str, name: str) -> bytes:
    """What is in a data file that is no list.

    :param code: a language code.
    :param name: the file's name.
    :raises DataError: if there is no such file, or it is damaged.
    """
    try:
        return _read(code, name)
    except (OSError, ValueError):
        msg = f"language pack {code!r} has no file {name!r}"
        raise DataError(msg, name) from None


@cache
def read_rows(code: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a list.

    :param code: a language code.
    :param name: the list's name, without ending.
    :raises UnknownLanguageError: if there is no such language.
    :raises DataError: if there is no such list, or it is damaged.
    """
    if not code.isidentifier():
        msg = f"no language pack {code!r}"
        raise UnknownLanguageError(msg, code)
    try:
        text = _read(code, f"{name}.txt").decode("utf-8")
    except UnicodeDecodeError as error:
        msg = f"list {name!r} of language pack {code!r} is not UTF-8"
        raise DataError(msg, name) from error
    except (OSError, ValueError):
        if code not in languages():
            msg = f"no language pack {code!r}"
            raise UnknownLanguageError(msg, code) from None
        msg = f"language pack {code!r} has no list {name!r}"
        raise DataError(msg, name) from None
    lines = [line for line in text.splitlines() if line and line[0] != "#"]
    return (
        tuple([tuple(line.split("\t")) for line in lines])
        if "\t" in text
        else tuple(zip(lines, strict=True))
    )
