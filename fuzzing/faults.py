"""A machine of faults for ``newsquote batch``.

    python fuzzing/faults.py [--short] [--seconds N] [--outputs jsonl db parquet] [--log]

In: a small corpus; for each kind of output every call that a run makes on its files, and for each
call every way to fail: a full disk, an error of the device, a file that is gone, a write that is
cut, the end of the process before the call or in the middle of it. Out: how many faults were made
and what was found; the exit status is 1 where something was. Why: the promise of ``--resume`` is
that the result is the one of a run that nothing disturbed, wherever that was.

Whatever the fault, the run ends as documented (one line and status 2, or its process is killed),
never with status 0 or 1 and another result, and the next run with ``--resume`` completes it. A file
of JSON Lines is held against the whole one byte by byte; a database and a Parquet file, whose pages
and row groups may lie otherwise, by their rows.

Calls are made to fail where libc is entered (``faults.c``, compiled here with cc), since SQLite and
Arrow are no Python. The package is loaded once, and each run is a fork of this process.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import datetime
import hashlib
import importlib.util
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

HOME = Path(__file__).resolve().parent
LOG = HOME / "runs.jsonl"
LIBRARY = "NEWSQUOTE_FAULTS_LIBRARY"
KINDS = {"full": 1, "broken": 2, "gone": 3, "killed": 4, "torn": 5, "short": 6}
OUTPUTS = ("jsonl", "db", "parquet")
SHORT_SECONDS = 5  # for each kind of output
PATIENCE = 20  # seconds that a run may take before it counts as a hang
DIGITS = 64  # of a digest
NOT_DONE = 2  # the exit status
A_PART = 3  # articles in a part of a Parquet file


class Ended(NamedTuple):
    """How a run ended."""

    status: int
    """The exit status; the number of the signal, negative."""
    said: str
    calls: int


class Machine:
    """Runs of one kind of output, in a folder of their own."""

    def __init__(self, ending: str, folder: Path) -> None:
        self.folder = folder
        self.given = folder / "in.jsonl"
        self.output = folder / f"out.{ending}"
        self.content = corpus()
        self.faults = ctypes.CDLL(os.environ[LIBRARY])
        self.faults.faults_count.restype = ctypes.c_long
        self.faults.faults_arm.argtypes = (ctypes.c_char_p, ctypes.c_long, ctypes.c_int)
        self.clear()
        from newsquote import cli  # noqa: PLC0415 - loaded here, where no call fails

        with Path(os.devnull).open("w") as nothing, contextlib.redirect_stderr(nothing):
            cli.main(["batch", str(self.given), str(self.output)])  # loads all that a run needs
        self.clear()
        self.whole_run = self.run()
        self.whole = in_a_fork(self.digest, folder)
        if len(self.whole) != DIGITS:
            msg = f"a run without a fault gives no result: {self.whole}"
            raise SystemExit(msg)

    def clear(self) -> None:
        """Nothing but the input."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        self.given.write_bytes(self.content)

    def run(self, *options: str, at: int = 0, kind: str = "") -> Ended:
        """A run of batch in which a call fails."""
        said, calls = self.folder.with_suffix(".said"), self.folder.with_suffix(".calls")
        calls.unlink(missing_ok=True)
        process = os.fork()
        if not process:
            self._in_the_child(options, at, KINDS.get(kind, 0), said, calls)
        status = waited_for(process)
        count = int(calls.read_text()) if calls.exists() else 0
        return Ended(status, said.read_text(errors="replace"), count)

    def _in_the_child(
        self, options: tuple[str, ...], at: int, kind: int, said: Path, calls: Path
    ) -> None:
        from newsquote import cli  # noqa: PLC0415 - loaded before by the parent

        status = 99
        try:
            to = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(to, 2)
            self.faults.faults_arm(os.fsencode(self.folder), at, kind)
            status = cli.main(["batch", str(self.given), str(self.output), *options])
            calls.write_text(str(self.faults.faults_count()))
        finally:
            os._exit(status)

    def digest(self) -> str:
        """What the output holds."""
        return DIGESTS[self.output.suffix](self.output)

    def checked(self, at: int, kind: str) -> str:
        """What is wrong with how a fault was taken; nothing where it was taken well."""
        self.clear()
        ended = self.run(at=at, kind=kind)
        if ended.status in {0, 1} and in_a_fork(self.digest, self.folder) != self.whole:
            return f"status {ended.status} and another result"
        if ended.status not in {1, 2, -signal.SIGKILL}:
            return f"status {ended.status}"
        of_the_run = [line for line in ended.said.splitlines() if ": line " not in line]
        if len(of_the_run) != int(ended.status == NOT_DONE) or "did not foresee" in ended.said:
            return f"status {ended.status}, and said {ended.said!r}"
        return self._wrong_with_resuming()

    def _wrong_with_resuming(self) -> str:
        is_parquet = self.output.suffix == ".parquet"
        if is_parquet and self.output.exists() and not Path(f"{self.output}.parts").is_dir():
            same = in_a_fork(self.digest, self.folder) == self.whole
            return "" if same else "finished with another result"
        ended = self.run("--resume")
        if ended.status != self.whole_run.status:
            return f"resumed with status {ended.status}: {ended.said!r}"
        if in_a_fork(self.digest, self.folder) != self.whole:
            return "resumed to another result"
        left = {path.name for path in self.folder.iterdir()} - {"in.jsonl", self.output.name}
        left -= {f"{self.output.name}.unfinished"}
        return f"left {sorted(left)}" if left else ""


# The corpus and what came of it


def corpus() -> bytes:
    """Composed articles, two lines that are broken, and one whose reading takes no id."""
    names = ("Ann Lee", "Bo Ek", "Ida Vance")
    lines = [
        json.dumps(
            {
                "id": f"a{n}" if n % 4 else None,
                "text": f'Mill {n} to close\n\n"It is over for mill {n}," said {names[n % 3]}.\n',
                "published": "2024-03-04",
                "shelf": n,
            }
        )
        for n in range(9)
    ]
    lines[4:4] = ['{"id": "broken"}', "{"]
    return "\n".join(lines).encode() + b"\n"


def _bytes_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _rows_of(path: Path) -> str:
    """The rows of a database, by what SQLite dumps, and of its index by what it finds."""
    connection = sqlite3.connect(path)
    try:
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        dump = [line for line in connection.iterdump() if "_fts" not in line]
        found = connection.execute(
            "SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH 'mill' ORDER BY rowid"
        ).fetchall()
    finally:
        connection.close()
    return hashlib.sha256(repr((sound, dump, found)).encode()).hexdigest()


def _table_of(path: Path) -> str:
    import pyarrow.parquet  # noqa: PLC0415 - only this output needs it

    with pyarrow.parquet.ParquetFile(path) as file:
        rows = file.read(use_threads=False).to_pylist()
    return hashlib.sha256(repr(rows).encode()).hexdigest()


DIGESTS = {".jsonl": _bytes_of, ".db": _rows_of, ".parquet": _table_of}


# Processes


def waited_for(process: int) -> int:
    """The exit status of a process, ended if it takes too long."""
    until = time.monotonic() + PATIENCE
    while True:
        done, status = os.waitpid(process, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > until:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            return -signal.SIGALRM
        time.sleep(0.001)


def in_a_fork(digest: object, folder: Path) -> str:
    """What a function says, in a process of its own: threads of Arrow do not survive a fork."""
    said = folder.with_suffix(".digest")
    said.unlink(missing_ok=True)
    process = os.fork()
    if not process:
        try:
            said.write_text(digest())  # type: ignore[operation]
        except Exception as error:  # noqa: BLE001 - a finding, told as such
            said.write_text(f"unreadable: {error}")
        finally:
            os._exit(0)
    waited_for(process)
    return said.read_text() if said.exists() else "no digest"


# Campaigns


def campaign(ending: str, folder: Path, *, seconds: int | None) -> dict[str, object]:
    """Every fault of one kind of output, or as many, spread evenly, as there is time for."""
    started = time.monotonic()
    machine = Machine(ending, folder)
    calls = machine.whole_run.calls
    faults = [(at, kind) for at in range(1, calls + 1) for kind in KINDS]
    if (
        seconds is not None
    ):  # a step that has no divisor in common with the kinds goes through all of them
        faults = [faults[n * 7919 % len(faults)] for n in range(len(faults))]
    made = findings = 0
    for at, kind in faults:
        if seconds is not None and time.monotonic() - started > seconds:
            break
        made += 1
        if wrong := machine.checked(at, kind):
            findings += 1
            print(f"{ending}: call {at} of {calls}, {kind}: {wrong}", flush=True)
    return {
        "date": datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M"),
        "mode": f"faults_{ending}",
        "executions": made,
        "seconds": round(time.monotonic() - started),
        "findings": findings,
    }


def compiled(folder: Path) -> Path | None:
    """The library of faults, where there is a compiler and a system that it is written for."""
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        return None
    library = folder / "faults.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(HOME / "faults.c")]
    return library if not subprocess.run([*command, "-ldl"], check=False).returncode else None


def main() -> int:
    """Run, say and, where it is asked for, write down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="a few seconds of each kind of output")
    parser.add_argument("--outputs", nargs="*", choices=OUTPUTS, default=OUTPUTS)
    parser.add_argument("--log", action="store_true", help="write the counts into runs.jsonl")
    parser.add_argument("--seconds", type=int, help="so many of each kind (default: every fault)")
    arguments = parser.parse_args()
    if arguments.short:
        arguments.seconds = SHORT_SECONDS
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch).resolve()
        if LIBRARY not in os.environ:
            library = compiled(folder)
            if library is None:
                print("skipped: there is no Linux with a C compiler here")
                return 0 if arguments.short else 2
            loaded = {"LD_PRELOAD": str(library), LIBRARY: str(library), "PYTHONHASHSEED": "0"}
            command = [sys.executable, __file__, *sys.argv[1:]]
            return subprocess.run(command, env=os.environ | loaded, check=False).returncode
        return _run_all(arguments, folder)


def _run_all(arguments: argparse.Namespace, folder: Path) -> int:
    import newsquote  # noqa: PLC0415 - only the process whose calls can fail needs it
    import newsquote.cli.batch  # noqa: PLC0415 - as above
    import newsquote.database  # noqa: PLC0415 - as above

    newsquote.parse('"It is over," said Ann Lee on Thursday.')  # all data is read before the faults
    findings = 0
    for ending in arguments.outputs:
        if ending == "parquet":
            if importlib.util.find_spec("pyarrow") is None:
                print("skipped: parquet, pyarrow is not installed")
                continue
            from newsquote.extras import parquet  # noqa: PLC0415 - pyarrow may be missing

            parquet._ARTICLES_A_PART = A_PART  # noqa: SLF001 - a small corpus has parts, too
        entry = campaign(ending, folder / ending, seconds=arguments.seconds)
        findings += int(str(entry["findings"]))
        print(json.dumps(entry), flush=True)
        if arguments.log:
            with LOG.open("a", encoding="utf-8") as log:
                log.write(json.dumps(entry) + "\n")
    return int(findings > 0)


if __name__ == "__main__":
    sys.exit(main())
