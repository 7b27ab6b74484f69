"""Where the evaluation's data are.

In: the environment variable ``NEWSQUOTE_DATA``. Out: the folders and the list that come with the
data. Why: the texts belong to their publishers and never enter the project, so everybody names
their own copy.

``NEWSQUOTE_DATA`` names a folder that holds ``dev/`` (the data sets, see README.md); the list of
reporting verbs that defines the task ``speech`` is looked for beside that folder, at
``$NEWSQUOTE_DATA/../eval/reporting_verbs.txt``.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

__all__ = ["VARIABLE", "NoDataError", "dev", "digest", "home", "reporting_verbs", "verbs_file"]

VARIABLE = "NEWSQUOTE_DATA"


class NoDataError(RuntimeError):
    """The data, or a part of them, are not there."""


def home() -> Path:
    """The folder that ``NEWSQUOTE_DATA`` names."""
    named = os.environ.get(VARIABLE)
    if not named:
        msg = f"{VARIABLE} is not set; it names the folder that holds dev/"
        raise NoDataError(msg)
    if not Path(named).is_dir():
        msg = f"{VARIABLE} names no folder: {named}"
        raise NoDataError(msg)
    return Path(named).resolve()


def dev() -> Path:
    """The folder of the development sets."""
    folder = home() / "dev"
    if not folder.is_dir():
        msg = f"{VARIABLE} names a folder without dev/: {home()}"
        raise NoDataError(msg)
    return folder


def verbs_file() -> Path:
    """The list of reporting verbs."""
    return home().parent / "eval" / "reporting_verbs.txt"


@cache
def reporting_verbs() -> frozenset[str]:
    """The reporting verbs, read once."""
    path = verbs_file()
    if not path.is_file():
        msg = f"the list of reporting verbs is not there: {path}"
        raise NoDataError(msg)
    return frozenset(path.read_text(encoding="utf-8").split())


def digest(folder: Path) -> str:
    """What a folder's data sets and the list of verbs are, as one SHA-256.

    Numbers are comparable where it is the same.
    """
    whole = hashlib.sha256()
    for path in (*sorted(folder.glob("*.json*")), verbs_file()):
        whole.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()
