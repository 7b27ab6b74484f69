"""How many small damages to a room's code do its own unit tests notice?

    python -m pip install cosmic-ray
    python evaluation/mutation.py --room codec    # 300 mutants, seed 7; then the survivors
    python evaluation/mutation.py --room _text --sample 50 --seed 1
    python evaluation/mutation.py --room _quotes --log quotes.jsonl
    python evaluation/mutation.py --room _quotes --log quotes.jsonl --again

With a log it goes on where it stopped, when the code of the room is the same; ``--again`` judges
the survivors in the log once more, after new tests.

In: a room, how many mutants, a seed. Out: how many were killed, and the survivors. Why: coverage
says that a line was run, not that anybody looked at what it did. The mutants are cosmic-ray's;
those that only change annotations, docstrings or what type checkers alone read are no mutants.
Works in a copy, one process at a time, each forked from one that has loaded the libraries; the
tests stop at the first that fails, so those of a module come before the long ones. A mutant whose
tests take too long is killed. Needs a system with ``fork``.
"""

from __future__ import annotations

import argparse
import ast
import compileall
import hashlib
import importlib
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "newsquote"
ROOMS = {
    "codec": (
        ["codec/**/*.py"],
        ["unit/codec/**/test_*"],
    ),
    "_text": (
        ["_text/**/*.py"],
        ["unit/_text/**/test_*"],
    ),
    "_quotes": (
        ["_quotes/**/*.py"],
        [
            "unit/_quotes/**/test_*",
            "unit/_text/test_languages",
            "test_cases",
        ],
    ),
}
"""The files of a room, and the tests that judge it, by name and in their order."""


class _Bare(ast.NodeTransformer):
    """What a module does, without what only people and type checkers read."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        self.generic_visit(node)
        node.annotation = ast.Constant(None)
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.generic_visit(node)
        node.returns = None
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        self.generic_visit(node)
        return None if isinstance(node.value, ast.Constant) else node

    def visit_If(self, node: ast.If) -> ast.AST | None:
        self.generic_visit(node)
        asked = {name.id for name in ast.walk(node.test) if isinstance(name, ast.Name)}
        return None if asked == {"TYPE_CHECKING"} else node


def bare(code: str) -> str | None:
    """What the code does, to compare; None where it is no code."""
    try:
        return ast.dump(_Bare().visit(ast.parse(code)))
    except SyntaxError:
        return None


def mutants(path: Path) -> list[tuple[str, int, int]]:
    """(operator, occurrence, line) of every place in a file that can be damaged."""
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.plugins import get_operator, operator_names

    tree = get_ast(path.read_text(encoding="utf-8"))
    found = []
    for name in sorted(
        name for name in operator_names() if "Variable" not in name
    ):  # those want to be told which variables
        operator = get_operator(name)()
        places = [
            start for node in ast_nodes(tree) for start, _ in operator.mutation_positions(node)
        ]
        found += [(name, number, line) for number, (line, _) in enumerate(places)]
    return found


def mutated(code: str, name: str, number: int) -> str | None:
    """The damaged code; None where the damage changes nothing that runs."""
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    new = mutate_code(code, get_operator(name)(), number)
    return None if new is None or bare(new) in {None, bare(code)} else str(new)


def judged(copy: Path, tests: list[str], limit: float, *, keep: bool = False) -> tuple[str, float]:
    """What the tests say of the copy: "killed", "survived" or "timeout".

    And after how many seconds.
    """
    since = time.monotonic()
    child = os.fork()
    if not child:
        os.setsid()
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        os.chdir(copy)
        sys.dont_write_bytecode = not keep
        sys.path.insert(0, str(copy / "src"))
        import pytest

        os._exit(
            int(
                pytest.main(
                    [
                        "-x",
                        "-q",
                        "-p",
                        "no:cacheprovider",
                        "-W",
                        "ignore::pytest.PytestAssertRewriteWarning",
                        *tests,
                    ]
                )
                != 0
            )
        )
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        seconds = time.monotonic() - since
        if done:
            return ("killed" if status else "survived"), seconds
        if seconds > limit:
            os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return "timeout", seconds
        time.sleep(0.02)


def changed(code: str, new: str) -> tuple[str, str]:
    """The first line that differs, before and after."""
    pairs = zip(code.splitlines(), new.splitlines(), strict=False)
    return next(((one.strip(), other.strip()) for one, other in pairs if one != other), ("", ""))


def main() -> int:
    ap = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    ap.add_argument("--room", choices=sorted(ROOMS), required=True)
    ap.add_argument("--sample", type=int, default=300)
    ap.add_argument("--seed", type=int, default=7)
    ap.add_argument("--log", type=Path, help="where each verdict is kept, and read at the start")
    ap.add_argument("--again", action="store_true", help="judge the survivors in the log once more")
    options = ap.parse_args()
    patterns, names = ROOMS[options.room]
    files = sorted(path for pattern in patterns for path in SOURCE.glob(pattern))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        for part in ("src", "tests", "evaluation"):
            shutil.copytree(
                ROOT / part,
                copy / part,
                ignore=shutil.ignore_patterns("__pycache__", ".hypothesis"),
            )
        for file in ("pyproject.toml", "README.md"):
            shutil.copy(ROOT / file, copy)
        tests = [
            str(path.relative_to(copy))
            for name in names
            for path in sorted((copy / "tests").glob(f"{name}.py"))
        ]
        return run(copy, files, tests, options)


def logged(
    options: argparse.Namespace, codes: dict[Path, str]
) -> dict[tuple[str, str, int], dict[str, Any]]:
    """The verdicts in the log on mutants of the code as it is; the last of each."""
    if options.log is None or not options.log.exists():
        return {}
    digests = {named(path): digest(code) for path, code in codes.items()}
    rows = [json.loads(line) for line in options.log.read_text(encoding="utf-8").splitlines()]
    return {
        (row["file"], row["operator"], row["number"]): row
        for row in rows
        if digests.get(row["file"]) == row["code"]
    }


def named(path: Path) -> str:
    """A file by its path in the package: several rooms have a file of the same name."""
    return path.relative_to(SOURCE).as_posix()


def digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()[:12]


def run(copy: Path, files: list[Path], tests: list[str], options: argparse.Namespace) -> int:
    compileall.compile_dir(copy / "src", quiet=1)
    for library in ("attrs", "regex", "dateparser.search", "hypothesis", "pytest"):
        importlib.import_module(library)  # once, for every fork

    judged(copy, tests, 600, keep=True)  # the caches of the tests
    verdict, usual = judged(copy, tests, 600)
    if verdict != "survived":
        print(f"the tests fail without a mutant: {' '.join(tests)}")
        return 2
    print(
        (
            f"{options.room}: {len(files)} files, "
            f"judged by {len(tests)} files of tests in {usual:.1f} s"
        ),
        flush=True,
    )
    codes = {path: path.read_text(encoding="utf-8") for path in files}
    known = logged(options, codes)
    places = [(path, *place) for path in files for place in mutants(path)]
    random.Random(options.seed).shuffle(places)
    rows: list[dict[str, Any]] = []
    for path, name, number, line in places:
        if len(rows) >= options.sample:
            break
        row = known.get((named(path), name, number))
        if row is not None and not (options.again and row["verdict"] == "survived"):
            rows.append(row)
            continue
        code = codes[path]
        new = mutated(code, name, number)
        if new is None:
            continue
        target = copy / path.relative_to(ROOT)
        for cached in (target.parent / "__pycache__").glob(f"{target.stem}.*"):
            cached.unlink()  # it would be taken for the mutant's
        target.write_text(new, encoding="utf-8")
        verdict, seconds = judged(copy, tests, 10 + 4 * usual)
        target.write_text(code, encoding="utf-8")
        row = {
            "file": named(path),
            "line": line,
            "operator": name,
            "number": number,
            "code": digest(code),
            "verdict": verdict,
            "seconds": round(seconds, 1),
            "change": changed(code, new),
        }
        rows.append(row)
        if options.log is not None:
            with options.log.open("a", encoding="utf-8") as log:
                log.write(json.dumps(row, ensure_ascii=False) + "\n")
    report(options, rows, len(places))
    return 0


def report(options: argparse.Namespace, rows: list[dict[str, Any]], places: int) -> None:
    for row in rows:
        if row["verdict"] == "survived":
            before, after = row["change"]
            print(
                f"survived {row['file']}:{row['line']} {row['operator'].removeprefix('core/')}\n"
                f"  - {before}\n  + {after}"
            )
    counts = Counter(row["verdict"] for row in rows)
    share = 100 * (len(rows) - counts["survived"]) / max(len(rows), 1)
    print(
        f"{options.room}: of {len(rows)} mutants (seed {options.seed}, {places} places) "
        f"{counts['killed']} killed, {counts['timeout']} by time, "
        f"{counts['survived']} survived: {share:.1f} % killed"
    )


if __name__ == "__main__":
    sys.exit(main())
