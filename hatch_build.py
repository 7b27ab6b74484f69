"""What is checked when a package is built: that every data file is what its digest says.

In: the folder that is built from. Out: nothing, or an error that names the files. Why: a package with a damaged word list must not come to be.
An editable installation is left alone, so that word lists can be edited in it.
"""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataFiles(BuildHookInterface):  # type: ignore[type-arg]
    """Refuses to build with a damaged data file."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the hook's form
        """Check the files; ``version`` is what hatchling calls the way of building."""
        if version == "editable":
            return
        damaged = damaged_files(Path(self.root) / "src" / "newsquote" / "lang")
        if damaged:
            msg = f"data files that are not what their digests say: {', '.join(damaged)}; after an edit, run training/digests.py"
            raise ValueError(msg)


def damaged_files(lang: Path) -> list[str]:
    """The names of the data files whose digest is missing or wrong."""
    unsealed = runpy.run_path(str(lang / "_digests.py"))["unsealed"]
    files = (path for path in sorted(lang.glob("*/*")) if path.suffix in {".txt", ".bin"})
    return [
        path.relative_to(lang).as_posix() for path in files if unsealed(path.read_bytes()) is None
    ]
