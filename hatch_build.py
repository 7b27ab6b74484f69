"""What is made when a package is built: the digests of its data files, and the compiled scorer.

In: the folder that is built from. Out: ``newsquote/lang/digests.txt`` in the package, or an error
that names the files which are not what such a file already says. Why: an installation can lose a
byte of a word list, and so can the sources on their way from one machine to another. A checkout has
no such file, and an editable installation gets none, so that word lists can be edited in both.

The compiled scorer is built into a wheel only where ``NEWSQUOTE_BUILD_CORE`` names a platform: this
machine's as ``host``, or one that ``native/compile.py`` knows. Such a wheel serves every version of
Python on that platform; without the variable no compiler is needed, and the wheel serves all.
"""

from __future__ import annotations

import os
import runpy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_ENDINGS = (".bin", ".tsv", ".txt")
BUILD_CORE = "NEWSQUOTE_BUILD_CORE"
CORE = "newsquote/_quotes/model/core"


class DataFiles(BuildHookInterface):  # type: ignore[type-arg]
    """Seals the data files into a package; refuses sources with a damaged one."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the digests to what is built; ``version`` is hatchling's name of the build's kind."""
        if version == "editable":
            return
        lang = Path(self.root) / "src" / "newsquote" / "lang"
        digests = runpy.run_path(str(lang / "digests.py"))
        name = digests["DIGESTS"]
        table = digests["digest_table"](data_files(lang))
        if (lang / name).exists():
            told = digests["read_table"]((lang / name).read_text(encoding="utf-8"))
            refuse_damaged(told, digests["read_table"](table))
        self.folder = TemporaryDirectory()
        made = Path(self.folder.name) / name
        made.write_text(table, encoding="utf-8", newline="\n")
        package = "newsquote" if self.target_name == "wheel" else "src/newsquote"
        build_data["force_include"][str(made)] = f"{package}/lang/{name}"
        wanted = os.environ.get(BUILD_CORE)
        if wanted and self.target_name == "wheel":
            self.add_scorer(wanted, build_data)

    def add_scorer(self, wanted: str, build_data: dict[str, Any]) -> None:
        """Add the compiled scorer for a platform, which the wheel is then for."""
        native = runpy.run_path(str(Path(self.root) / "native" / "compile.py"))
        library = native["compile_library"](wanted, Path(self.folder.name))
        build_data["force_include"][str(library)] = f"{CORE}/{library.name}"
        build_data["tag"] = f"py3-none-{native['platform_tag'](wanted)}"
        build_data["pure_python"] = False

    def finalize(self, version: str, _data: dict[str, Any], _artifact: str) -> None:
        """Leave nothing behind."""
        if version != "editable":
            self.folder.cleanup()


def data_files(lang: Path) -> dict[str, bytes]:
    """The contents of the data files of all languages, by their paths inside ``lang``."""
    files = (path for path in lang.glob("*/*/*") if path.suffix in _ENDINGS)
    return {path.relative_to(lang).as_posix(): path.read_bytes() for path in files}


def refuse_damaged(told: dict[str, str], found: dict[str, str]) -> None:
    """Stop the build where a file is not what its digest says, is missing, or was never told of."""
    damaged = [name for name in sorted({*told, *found}) if told.get(name) != found.get(name)]
    if damaged:
        msg = (
            f"data files that are not what their digests say: {', '.join(damaged)};"
            " unpack the sources again, or delete src/newsquote/lang/digests.txt after an edit"
        )
        raise ValueError(msg)
