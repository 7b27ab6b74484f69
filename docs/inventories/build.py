"""Write the small inventory of Python names that the documentation links to.

    python docs/inventories/build.py

In: the table below. Out: python.inv, in the format that Sphinx reads. Why: building the
documentation must need no network, and of Python's whole inventory a few names are enough.
"""

from __future__ import annotations

import zlib
from pathlib import Path

CLASSES = {
    "library/functions.html": "bool float int object str",
    "library/stdtypes.html": "dict frozenset list set tuple",
    "library/functions.html#": "slice",
    "library/collections.abc.html": (
        "collections.abc.Callable collections.abc.Iterable collections.abc.Iterator"
        " collections.abc.Mapping"
    ),
    "library/datetime.html": "datetime.date datetime.datetime",
    "library/enum.html": "enum.Enum enum.StrEnum",
    "library/os.html": "os.PathLike",
    "library/pathlib.html": "pathlib.Path",
}
EXCEPTIONS = "Exception LookupError OSError TypeError ValueError"
DATA = {
    "library/typing.html": "typing.Any typing.Literal",
    "library/constants.html": "None True False",
}


def rows() -> list[str]:
    """One line a name: name, type, priority, where, title."""
    out = [
        f"{name} py:class 1 {page.rstrip('#')}#$ -"
        for page, names in CLASSES.items()
        for name in names.split()
    ]
    out += [f"{name} py:exception 1 library/exceptions.html#$ -" for name in EXCEPTIONS.split()]
    out += [
        f"{name} py:data 1 {page}#$ -" for page, names in DATA.items() for name in names.split()
    ]
    out += [
        f"{name} py:class 1 {page}#$ -" for page, names in DATA.items() for name in names.split()
    ]  # as a type in a signature
    return sorted(out)


def main() -> None:
    """Write the file beside this one."""
    head = (
        "# Sphinx inventory version 2\n# Project: Python\n# Version: 3\n"
        "# The remainder of this file is compressed using zlib.\n"
    )
    body = zlib.compress("".join(f"{row}\n" for row in rows()).encode(), 9)
    Path(__file__).with_name("python.inv").write_bytes(head.encode() + body)


if __name__ == "__main__":
    main()
