"""One fuzzing run of one mode: ``python fuzzing/fuzz.py MODE [CORPUS…] [-flags of libFuzzer]``.

In: the name of a mode in ``targets.py``. Out: what libFuzzer prints; the exit status is not 0 where
an input broke something. Why: the package has to be loaded while atheris counts its branches, every
module of it, also those that are loaded on first use.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parent))

with atheris.instrument_imports(include=["newsquote"]):
    import newsquote

    for found in pkgutil.walk_packages(newsquote.__path__, "newsquote."):
        if ".extras" not in found.name and not found.name.endswith("__main__"):
            importlib.import_module(found.name)

from targets import MODES  # the package is loaded first, and counted


def main() -> None:
    """Run the mode that the first argument names, until libFuzzer's flags say stop."""
    if not sys.argv[1:] or sys.argv[1] not in MODES:
        sys.exit(f"usage: fuzz.py MODE [CORPUS…] [-flag=value…]; modes: {', '.join(MODES)}")
    target = MODES[sys.argv[1]]
    target(b"")  # word lists and patterns are loaded before anything is timed
    target(b'"It is over," said Ann Lee in Lisbon on Monday, March 4.')
    atheris.Setup([sys.argv[0], *sys.argv[2:]], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
