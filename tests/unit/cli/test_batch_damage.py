"""What goes wrong around ``newsquote batch``, with the real command: one line says it, the status
is the documented one, nothing done before is lost.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsquote import ParseOptions
from newsquote.cli import batch_lines, main

pytestmark = pytest.mark.slow

COMMAND = [sys.executable, "-m", "newsquote", "batch"]
BOTH = pytest.mark.parametrize("workers", [1, 2])

posix = pytest.mark.skipif(os.name != "posix", reason="signals and limits are others elsewhere")


def line(n, **more):
    return (
        json.dumps(
            {"id": f"a{n}", "text": f'"It is {n}," said Mayor Ann Lee of Norvale.\n\n' * 3, **more}
        ).encode()
        + b"\n"
    )


def run(*arguments, given=b"", **more):
    """Status, output lines as objects, and what was said."""
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)], input=given, capture_output=True, check=False, **more
    )
    return (
        done.returncode,
        [json.loads(one) for one in done.stdout.splitlines()],
        done.stderr.decode(),
    )


@BOTH
def test_each_broken_line_is_said_once_and_the_others_are_read(workers):
    broken = [
        b'{"text": "Caf\xe9."}\n',
        b'{"text": "cut off\n',
        b"\x00\n",
        b"[" * 100_000 + b"\n",
        b'{"text": "x", "n": ' + b"9" * 5000 + b"}\n",
        b'{"id": "a1"}\n',
        line(0),
        b'{"id": "a2", "text": 7}\n',
    ]
    given = b"".join(line(n) + one for n, one in enumerate(broken)) + line(99).rstrip(b"\n")
    status, found, said = run("-", "-", f"--workers={workers}", given=given)
    assert status == 1
    assert [article["id"] for article in found] == [*(f"a{n}" for n in range(len(broken))), "a99"]
    lines = said.splitlines()
    assert [one.split(":")[1].strip() for one in lines] == [f"line {n}" for n in range(2, 17, 2)]
    expected = [
        "not UTF-8: byte 13",
        "not JSON",
        "not JSON",
        "not JSON",
        "not JSON",
        "no text",
        "the id 'a0' is that of line 1, too",
        "text must be",
    ]
    assert all(word in one for word, one in zip(expected, lines, strict=True))


@BOTH
def test_an_id_stands_on_one_line_and_resuming_knows(workers, tmp_path, capsys):
    given, whole, found = tmp_path / "in.jsonl", tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    given.write_bytes(
        line(0)
        + line(1)
        + line(0, text="Another.")
        + b"{}\n"
        + line(2)
        + line(1)
        + line(0)
        + line(3)
    )
    status, _, said = run(given, whole, f"--workers={workers}")
    assert (status, said.count("\n")) == (1, 4)
    assert "line 3: the id 'a0' is that of line 1, too" in said
    content = whole.read_bytes()
    assert [json.loads(one)["id"] for one in content.splitlines()] == ["a0", "a1", "a2", "a3"]
    for kept in range(5):
        found.write_bytes(b"".join(content.splitlines(keepends=True)[:kept]) + b'{"schema')
        assert main(["batch", str(given), str(found), "--resume", f"--workers={workers}"]) == 1
        assert (found.read_bytes(), capsys.readouterr()) == (content, ("", said))


def test_lines_without_an_id_may_be_many():
    status, found, said = run(
        "-", "-", given=b'{"text": "One."}\n{"text": "One."}\n{"text": "One.", "id": ""}\n' * 2
    )
    assert (status, len(found), said) == (0, 6, "")


@pytest.fixture(scope="module")
def sixty(tmp_path_factory):
    """Sixty articles, and what a run that nothing disturbs writes."""
    folder = tmp_path_factory.mktemp("sixty")
    given, whole = folder / "in.jsonl", folder / "whole.jsonl"
    given.write_bytes(b"".join(map(line, range(60))))
    assert main(["batch", str(given), str(whole)]) == 0
    return given, whole


@posix
@BOTH
def test_a_disk_that_fills_up_keeps_what_was_written_and_the_run_goes_on_later(
    workers, sixty, tmp_path
):
    import resource  # noqa: PLC0415 - not everywhere

    given, whole = sixty
    found = tmp_path / "out.jsonl"
    most = whole.stat().st_size // 2
    status, _, said = run(
        given,
        found,
        f"--workers={workers}",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
    )
    assert status == 2
    assert said == f"newsquote: {found}: {os.strerror(27)}\n"
    assert whole.read_bytes().startswith(found.read_bytes())
    assert found.stat().st_size == most
    assert run(given, found, "--resume", f"--workers={workers}") == (0, [], "")
    assert found.read_bytes() == whole.read_bytes()


@posix
@BOTH
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("where", ["file", "stream"])
def test_a_full_device_is_said_in_a_line(workers, where):
    with Path("/dev/full").open("wb") as full:
        out = {"file": ["/dev/full"], "stream": ["-"]}[where]
        done = subprocess.run(
            [*COMMAND, "-", *out, f"--workers={workers}"],
            input=b"".join(map(line, range(9))),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert (
        done.stderr
        == f"newsquote: {'/dev/full' if where == 'file' else 'standard output'}: {os.strerror(28)}\n".encode()
    )


@posix
@BOTH
def test_a_reader_that_leaves_ends_the_run_quietly(workers, tmp_path):
    given = tmp_path / "in.jsonl"
    given.write_bytes(b"".join(map(line, range(2000))))
    with subprocess.Popen(
        [*COMMAND, given, "-", f"--workers={workers}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as started:
        assert json.loads(started.stdout.readline())["id"] == "a0"
        started.stdout.close()
        assert started.wait(timeout=30) == 0
        assert started.stderr.read() == b""


@posix
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are listed elsewhere")
def test_a_worker_that_is_killed_is_said_in_a_line_and_what_was_done_is_kept(tmp_path):
    given, whole, found = tmp_path / "in.jsonl", tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    given.write_bytes(b"".join(map(line, range(150))))
    assert main(["batch", str(given), str(whole)]) == 0
    with subprocess.Popen(
        [*COMMAND, "-", str(found), "--workers=2"], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as started:
        started.stdin.write(given.read_bytes())
        started.stdin.flush()
        while not found.exists() or not found.stat().st_size:
            time.sleep(0.01)
        children = Path(f"/proc/{started.pid}/task/{started.pid}/children").read_text().split()
        os.kill(int(children[0]), signal.SIGKILL)
        _, said = started.communicate(timeout=30)
    assert started.returncode == 2
    assert (
        said
        == b"newsquote: a worker process was ended from outside, by signal 9; the work is not done\n"
    )
    assert whole.read_bytes().startswith(found.read_bytes())
    assert found.read_bytes().endswith(b"\n")
    assert main(["batch", str(given), str(found), "--resume", "--workers=2"]) == 0
    assert found.read_bytes() == whole.read_bytes()


@posix
def test_nothing_is_said_into_the_output_where_the_error_stream_is_closed():
    done = subprocess.run(
        ["/bin/sh", "-c", '"$@" 2>&-', "sh", *COMMAND, "-", "-"],
        input=b'{"text": "One."}\n{}\n',
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert [json.loads(one)["text"] for one in done.stdout.splitlines()] == ["One."]


@posix
def test_an_input_that_cannot_be_read_on_keeps_what_was_read(tmp_path):
    """A folder opens, and fails when it is read."""
    assert run(tmp_path, "-") == (2, [], f"newsquote: {tmp_path}: {os.strerror(21)}\n")


def test_only_the_latest_ids_are_remembered(monkeypatch):
    monkeypatch.setattr(batch_lines, "_REMEMBERED_IDS", 2)
    lines = [
        (n, json.dumps({"id": name, "text": "x"}).encode()) for n, name in enumerate("abcab", 1)
    ]
    known = batch_lines.Known()
    complaints = [
        result.complaint for result in batch_lines.results(lines, ParseOptions(), 1, known, repr)
    ]
    assert complaints == ["", "", "", "", ""]
    assert list(known) == ["a", "b"]
    again = [
        result.complaint
        for result in batch_lines.results([(6, lines[4][1])], ParseOptions(), 1, known, repr)
    ]
    assert again == ["the id 'b' is that of line 5, too"]


def test_a_long_id_is_remembered_by_its_digest_and_is_that_of_one_line_all_the_same():
    long = "a" * 1_000_000
    lines = [
        (n, json.dumps({"id": name, "text": "x"}).encode())
        for n, name in enumerate((long, long + "b", "\ud800" * 100, long), 1)
    ]
    known = batch_lines.Known()
    complaints = [
        result.complaint for result in batch_lines.results(lines, ParseOptions(), 1, known, repr)
    ]
    assert complaints[:3] == ["", "", ""]
    assert complaints[3].endswith(" is that of line 1, too")
    assert len(complaints[3]) < 100
    assert sum(map(len, known)) < 300
