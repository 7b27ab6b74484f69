"""The digest that every data file opens with.

In: a data file's bytes. Out: its content, or None where it is not what was sealed; and the other way, content with its digest in front. Why: a word list
or a table of weights that lost a byte would still be read, and would read texts wrongly without a word. The build asks this file, too, before the
package can be imported, so it needs the standard library alone.
"""

from __future__ import annotations

# hashlib brings all of OpenSSL, some megabytes, for a function that Python has itself; the standard library's random does the same.
try:
    from _sha2 import sha256  # type: ignore[import-not-found,unused-ignore]  # from Python 3.12 on
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        from hashlib import sha256

__all__ = ["seal", "sealed", "unsealed"]

_MARK = b"# sha256: "


def seal(content: bytes) -> bytes:
    """The line that stands in front of a content, without its line end."""
    digest: str = sha256(content).hexdigest()
    return _MARK + digest.encode("ascii")


def sealed(content: bytes) -> bytes:
    """A data file with this content, whether the content comes with a digest, right or wrong, or without one."""
    if content.startswith(_MARK):
        content = content.partition(b"\n")[2]
    return seal(content) + b"\n" + content


def unsealed(data: bytes) -> bytes | None:
    """The content of a data file; None where the digest is missing or another content's."""
    line, _, content = data.partition(b"\n")
    return content if line == seal(content) else None
