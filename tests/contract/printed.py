"""Runs the code of pages as it is printed, and compares what it prints.

    python tests/contract/printed.py PAGE.md ...

In: pages in Markdown. Out: exit status 0, or 1 with what came instead. Why: people type what they
read; what the tests of the documentation set up behind the page does not count. The standard
library is all it needs, so that it runs where nothing but newsquote is installed.

A page is worked through from top to bottom in a fresh folder that holds a copy of the page's
``examples``, and the files that it offers with ``{download}``, in the folder by which its code
names them. Python with ``>>>`` and commands behind ``$`` in blocks marked ``console`` are run, with
one set of names. What installs newsquote was done, and is left out. A command that shows no output
may print anything, but must succeed.
"""

from __future__ import annotations

import contextlib
import doctest
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK = re.compile(
    r"^(?P<fence>`{3,}|:{3,})(?P<mark>[^\n]*)\n(?P<code>.*?)^(?P=fence)[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
DOWNLOAD = re.compile(r"\{download\}`[^`<]*<([^`>]+)>`")
HIDDEN = ("{testsetup}", "{testcleanup}", "{testcode}", "{testoutput}")
INSTALLS = re.compile(r"\bpip install\b|\bactivate\b")
FLAGS = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
SAME = doctest.OutputChecker()


def commands(code: str) -> Iterator[tuple[str, str]]:
    """(command, output) of a block of a terminal; a command goes on behind a backslash."""
    for part in re.split(r"^\$ ", code, flags=re.MULTILINE)[1:]:
        command, _, output = re.sub(r"\\\n", "", part).partition("\n")
        yield command, output


def run_commands(code: str, where: str) -> tuple[int, int]:
    """(how many were run, how many failed)."""
    ran = failed = 0
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    env = {**os.environ, "PATH": path, "PYTHONIOENCODING": "utf-8"}
    for command, wanted in commands(code) if not INSTALLS.search(code) else ():
        done = subprocess.run(  # noqa: S602 - a page of ours
            command, shell=True, env=env, capture_output=True, check=False
        )
        printed = done.stdout.decode() + done.stderr.decode()
        ran += 1
        if (
            wanted.strip()
            and not SAME.check_output(wanted.rstrip() + "\n", printed.rstrip() + "\n", FLAGS)
        ) or (not wanted.strip() and done.returncode):
            failed += 1
            print(
                f"{where}: $ {command}\nExpected:\n{wanted}\n"
                f"Got, with status {done.returncode}:\n{printed}"
            )
    return ran, failed


def run_page(page: Path) -> tuple[int, int]:
    """(how many examples were run, how many failed) of a page, in the present folder."""
    text = page.read_text(encoding="utf-8")
    blocks = [(found["mark"].strip(), found["code"]) for found in BLOCK.finditer(text)]
    blocks = [block for block in blocks if not block[0].startswith(HIDDEN)]
    offer(page, DOWNLOAD.findall(text), "".join(code for _, code in blocks))
    runner, names, ran, failed = (
        doctest.DocTestRunner(optionflags=FLAGS),
        {"__name__": "__main__"},
        0,
        0,
    )
    for number, (mark, code) in enumerate(blocks, 1):
        where = f"{page.name}, block {number}"
        if mark == "console":
            found = run_commands(code, where)
        elif re.search(r"^>>> ", code, re.MULTILINE):
            test = doctest.DocTestParser().get_doctest(code, names, where, str(page), 0)
            result = runner.run(test, clear_globs=False)
            names = test.globs
            found = result.attempted, result.failed
        else:
            continue
        ran, failed = ran + found[0], failed + found[1]
    return ran, failed


def offer(page: Path, downloads: list[str], code: str) -> None:
    """Puts the files that a page offers where its code looks for them.

    The examples go where the checkout has them.
    """
    names = [Path(link).name for link in downloads]
    folders = Counter(
        found for name in names for found in re.findall(rf"([\w./-]*?)/?{re.escape(name)}", code)
    )
    folder = Path(folders.most_common(1)[0][0] if folders else ".")
    folder.mkdir(parents=True, exist_ok=True)
    for link, name in zip(downloads, names, strict=True):
        shutil.copy(page.parent / link, folder / name)
    for home in (page.parent, page.parent.parent):
        if (home / "examples").is_dir() and not Path("examples").exists():
            shutil.copytree(home / "examples", "examples")


def main(pages: list[str]) -> int:
    """Run every page in a folder of its own."""
    status = 0
    for page in [Path(page).resolve() for page in pages]:
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            ran, failed = run_page(page)
        print(f"{page.name}: {ran} examples as printed, {failed} of them otherwise")
        if failed or not ran:
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
