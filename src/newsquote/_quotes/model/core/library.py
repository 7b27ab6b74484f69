"""The compiled scorer's shared library, where there is one that fits.

In: the folder of this file, an environment variable. Out: the library, or None, and a line that
says which and why. Why: a package without the library works as well, and one with the wrong library
must not guess; so its interface and its features are compared before anything else is asked of it.
"""

from __future__ import annotations

import os
import sys
import warnings
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import ctypes

__all__ = ["FEATURES", "INTERFACE", "PURE", "Library", "Loaded", "library_name", "load", "loaded"]

INTERFACE = 1
"""Changes whenever what crosses over to the library changes; ``native/scorer.cpp`` has it too."""
FEATURES = 2
"""Changes whenever the features of the same text change; ``weights`` takes it from here."""
PURE = "NEWSQUOTE_PURE"
"""Set to anything but 0, this turns the library off."""
_NAMES = {"win32": "newsquote_core.dll", "darwin": "newsquote_core.dylib"}


class Library(NamedTuple):
    """A library that fits."""

    free: ctypes.CDLL
    """Calls during which other threads run."""
    held: ctypes.PyDLL
    """Calls during which no other thread runs, and no process forks."""


class Loaded(NamedTuple):
    """The library, and what is to be said of it."""

    library: Library | None
    says: str
    """``compiled``, or ``pure`` and why."""


def library_name(platform: str = sys.platform) -> str:
    """What the library's file is called."""
    return _NAMES.get(platform, "newsquote_core.so")


@cache
def loaded() -> Loaded:
    """The library of this installation, looked for once.

    It is told, as a warning too, where there is one that does not fit.
    """
    if os.environ.get(PURE, "0") not in {"", "0"}:
        return Loaded(None, f"pure: {PURE} is set")
    path = Path(__file__).with_name(library_name())
    if not path.is_file():
        return Loaded(None, "pure: there is no compiled scorer in this installation")
    found = load(path)
    if found.library is None:
        warnings.warn(f"newsquote reads without its compiled scorer ({found.says})", stacklevel=2)
    return found


def load(path: Path) -> Loaded:
    """The library in a file, if it fits."""
    import ctypes  # noqa: PLC0415 - five milliseconds, for those alone who have a library

    try:
        library = Library(ctypes.CDLL(str(path)), ctypes.PyDLL(str(path)))
        interface = library.held.newsquote_core_interface()
        features = library.held.newsquote_core_features()
    except (OSError, AttributeError) as error:
        return Loaded(None, f"pure: {path.name} cannot be loaded: {error}")
    for what, its, ours in (
        ("interface", interface, INTERFACE),
        ("features", features, FEATURES),
    ):
        if its != ours:
            return Loaded(None, f"pure: {path.name} has {what} version {its}; this reads {ours}")
    return Loaded(library, "compiled")
