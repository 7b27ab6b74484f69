"""Which characters a format may hold.

In: a string of the article, which may hold any code point. Out: one of the same length that can be
written. Why: lone surrogates cannot be encoded, and XML forbids most control characters even when
they are escaped; and a terminal obeys what a text prints. Each is replaced by one U+FFFD, so that
offsets stay true.
"""

from __future__ import annotations

import functools

__all__ = ["ORDERS", "encodable", "shown", "xml"]

_REPLACEMENT = "\ufffd"
ORDERS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""The signs that turn round the text behind them: a line is seen in another order than it has."""
_SURROGATES = range(0xD800, 0xE000)


def encodable(text: str) -> str:
    r"""The text without lone surrogates.

    :param text: any string.
    :return: a string of the same length that every encoding of Unicode can write.

    >>> encodable("a\ud800b") == "a\ufffdb"
    True
    """
    return text if text.isascii() else text.translate(_surrogates())


def xml(text: str) -> str:
    r"""The text without what XML 1.0 forbids.

    See "Extensible Markup Language 1.0", production 2, Char.

    :param text: any string.
    :return: a string of the same length; it is not escaped yet.

    >>> xml("a\x00b\tc") == "a\ufffdb\tc"
    True
    """
    return text.translate(_forbidden())


def shown(text: str) -> str:
    r"""The text without what steers a terminal, or turns round what it shows.

    :param text: any string.
    :return: a string of the same length; of the control characters it has tabs and line ends alone.

    >>> shown("a\x1b[2Jb\r\n\u202ec") == "a\ufffd[2Jb\r\n\ufffdc"
    True
    """
    if text.isprintable():
        return text
    return "\r\n".join(piece.translate(_steering()) for piece in text.split("\r\n"))


@functools.cache
def _steering() -> dict[int, str]:
    controls = (*range(9), *range(11, 32), *range(127, 160), *ORDERS)
    return dict.fromkeys(controls, _REPLACEMENT)


@functools.cache
def _surrogates() -> dict[int, str]:
    return dict.fromkeys(_SURROGATES, _REPLACEMENT)


@functools.cache
def _forbidden() -> dict[int, str]:
    return dict.fromkeys(
        (*range(9), 11, 12, *range(14, 32), *_SURROGATES, 0xFFFE, 0xFFFF), _REPLACEMENT
    )
