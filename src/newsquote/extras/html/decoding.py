"""The bytes of a page -> its text.

In: bytes, and the encoding that the caller knows of. Out: the text. Why: pages say their encoding
in the page itself, and some say a wrong one. In the order of the HTML standard, but for one thing:
bytes that are UTF-8 are read as that whatever the page says, because others hardly ever are by
chance.
"""

from __future__ import annotations

import codecs
import re

from newsquote.errors import OptionsError

__all__ = ["decode_page"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD_BYTES = 4096
"""Where a page must say it; the standard has 1024, which some miss."""
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,500}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_OF_PAGES = re.compile(
    r"cp\d+|iso8859-\d+|koi8-[a-z]|mac-[a-z]+|gb[\dk]+|big5\w*|euc_\w+|shift_jis\w*|tis-620"
)
"""Encodings of pages, as ``codecs`` names them; the module has others, for other things."""
_DEFAULT = "cp1252"
"""What browsers assume of English pages, and what the standard means by Latin-1 and ASCII."""


def decode_page(content: bytes, encoding: str | None = None) -> str:
    """The text of a page; what cannot be read becomes U+FFFD.

    :param content: the page.
    :param encoding: what the caller knows, such as from the server's answer.
    :raises OptionsError: if there is no such encoding.
    """
    if encoding is not None:
        _demand_encoding(encoding)
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, "replace")
    if encoding is not None:
        return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(_declared(content), "replace")


def _demand_encoding(encoding: str) -> None:
    try:
        "".encode(encoding)
        b"".decode(encoding)
    except (LookupError, ValueError):
        msg = f"unknown encoding: {encoding!r:.60}"
        raise OptionsError(msg, encoding) from None


def _declared(content: bytes) -> str:
    """The encoding that a page itself names, if it is one of pages and not UTF-8 after all."""
    found = _DECLARED.search(content[:_HEAD_BYTES])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else _DEFAULT
    except (LookupError, ValueError):
        return _DEFAULT
    return name if _OF_PAGES.fullmatch(name) and name != "iso8859-1" else _DEFAULT
