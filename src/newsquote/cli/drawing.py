"""Who reads the output, a person or a program?

In: a stream, and what ``--color`` says. Out: the functions of ``extras.cli`` that draw for people,
or None. Why: people read colours and tables more easily, programs do not; and rich may not be
installed.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TextIO

from newsquote.cli.exits import RefusedError

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["drawing_for", "is_terminal", "without_colour"]


def drawing_for(when: str, stream: TextIO | None, *, colours: bool = False) -> ModuleType | None:
    """What draws for people, where a person reads the stream, or where it is asked for.

    :param when: auto, always or never.
    :param colours: whether colours are all that it would add.
    """
    if when == "never":
        return None
    if when == "auto" and (not is_terminal(stream) or (colours and _no_colour())):
        return None
    try:
        from newsquote.extras import cli as drawing  # noqa: PLC0415 - rich may be missing
    except ImportError as error:
        if when == "auto":
            return None
        msg = f"--color {when}: {error}"
        raise RefusedError(msg) from None
    return drawing


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal that can do more than print letters."""
    if stream is None or not hasattr(stream, "isatty") or not stream.isatty():
        return False
    letters = (stream.encoding or "utf-8").lower().replace("-", "")
    return letters == "utf8" and os.environ.get("TERM") != "dumb"


def without_colour(when: str) -> bool:
    """Whether tables and bars are drawn without colours."""
    return when == "auto" and _no_colour()


def _no_colour() -> bool:
    return bool(os.environ.get("NO_COLOR"))
