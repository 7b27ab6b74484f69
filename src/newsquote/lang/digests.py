"""The digests of the data files, as a package holds them.

In: the contents of data files. Out: the text of one file with a digest a line, and that text read
again. Why: a word list or a table of weights that lost a byte would still be read, and would read
texts wrongly without a word. The file is written when a package is built (``hatch_build.py``), so
an installation can be checked against it; a checkout has none, and its lists are free to be edited.
The build runs this file before the package can be imported: it needs the standard library alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

# hashlib brings all of OpenSSL, some megabytes, for a function that Python has itself; the standard
# library's random does the same.
try:
    from _sha2 import sha256  # type: ignore[import-not-found,unused-ignore]  # from Python 3.12 on
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        from hashlib import sha256

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DIGESTS", "digest_of", "digest_table", "read_table"]

DIGESTS = "digests.txt"
"""The file's name, in the folder that holds the languages."""

_GAP = "  "
"""Stands between a digest and a name, as ``sha256sum`` writes it: that program can check the file.
"""


def digest_of(content: bytes) -> str:
    """The SHA-256 of a content, in hexadecimal digits."""
    digest: str = sha256(content).hexdigest()
    return digest


def digest_table(contents: Mapping[str, bytes]) -> str:
    """A line for each data file, by name: its digest and its name."""
    lines = []
    for name, content in sorted(contents.items()):
        digest = digest_of(content)
        lines.append(f"{digest}{_GAP}{name}\n")
    return "".join(lines)


def read_table(text: str) -> dict[str, str]:
    """The digest of each data file, by its name; a damaged line gives a name that no file has."""
    parted = (line.partition(_GAP) for line in text.split("\n") if line)
    return {name: digest for digest, _, name in parted}
