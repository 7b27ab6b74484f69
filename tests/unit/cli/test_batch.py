"""``newsquote batch`` with several workers, and going on where a run was ended."""

import io
import json
import os
import signal
import subprocess
import sys
import time

import pytest

from newsquote import cli, parse, parser
from newsquote.database import Database
from newsquote.formats.jsonline import json_line

COMMAND = [sys.executable, "-m", "newsquote", "batch"]

posix = pytest.mark.skipif(os.name != "posix", reason="signals are sent otherwise elsewhere")


def lines(count):
    """Input lines, one in five of them broken, some blank."""
    for n in range(count):
        if n % 5 == 3:
            yield b'{"id": "broken"}\n'
        elif n % 7 == 4:
            yield b"\n"
        else:
            yield (
                json.dumps(
                    {"id": f"a{n}", "text": f'"It is {n}," said Mayor Ann Lee.\u2028' * (n % 3)}
                ).encode()
                + b"\n"
            )


def batch(*arguments):
    return cli.main(["batch", *map(str, arguments)])


@pytest.fixture
def given(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"".join(lines(40)))
    return path


@pytest.fixture
def whole(given, tmp_path, capsys):
    """What a run that nobody ends writes, and says."""
    path = tmp_path / "whole.jsonl"
    assert batch(given, path) == 1
    return path.read_bytes(), capsys.readouterr().err


def test_workers_write_and_say_the_same(given, whole, tmp_path, capsys):
    found = tmp_path / "out.jsonl"
    assert batch(given, found, "--workers=2") == 1
    assert (found.read_bytes(), capsys.readouterr().err) == whole
    assert whole[1].count("\n") == whole[1].count(": no text") == 8


@pytest.mark.parametrize("number", ["0", "-1", "two", "1.5", ""])
def test_a_number_of_workers_that_cannot_be_is_refused(capsys, number):
    assert batch("-", "-", f"--workers={number}") == 2
    assert "must be a whole number of at least 1" in capsys.readouterr().err


# Going on


@pytest.mark.slow
def test_a_run_goes_on_wherever_it_was_ended(given, whole, tmp_path, capsys):
    content, said = whole
    found = tmp_path / "out.jsonl"
    ends = [n for n, byte in enumerate(content, 1) if byte == ord("\n")]
    cuts = {0, 1, *ends, *(end - 1 for end in ends), *range(ends[-3] - 1, len(content) + 1, 37)}
    for cut in sorted(cuts):
        found.write_bytes(content[:cut])
        assert batch(given, found, "--resume") == 1
        assert (cut, found.read_bytes(), capsys.readouterr().err) == (cut, content, said)


@pytest.mark.slow
def test_every_byte_of_the_last_lines(tmp_path, capsys):
    given, found = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    given.write_bytes(b'{"text": ""}\n{}\n{"text": "", "id": "b"}')
    assert batch(given, found) == 1
    content = found.read_bytes()
    for cut in range(len(content) + 1):
        found.write_bytes(content[:cut])
        assert batch(given, found, "--resume") == 1
        assert found.read_bytes() == content


def test_workers_go_on_too_and_a_file_that_is_not_there_is_begun(given, whole, tmp_path, capsys):
    found = tmp_path / "out.jsonl"
    for start in (None, whole[0][: len(whole[0]) // 2]):
        if start is not None:
            found.write_bytes(start)
        assert batch(given, found, "--resume", "--workers=2") == 1
        assert (found.read_bytes(), capsys.readouterr().err) == whole


def article(**given):
    """A line as batch writes it."""
    return json_line(parse(**given)).encode()


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (
            article(id="a9", text=""),
            "out.jsonl: line 1 has the id 'a9', but line 1 of the input has 'a0'",
        ),
        (article(text=""), "line 1 has the id None, but line 1 of the input has 'a0'"),
        (article(id="a0", text="Other."), "line 1 has another text than line 1 of the input"),
        (b'{"id": "a0", "text": ""}\n', "line 1 is not an article as batch writes them"),
        (b"notes of mine, without a line's end", "line 1 is not an article"),
        (article(id="a9", text="")[1:-1], "line 1 is not an article"),
        (b"{\n", "line 1 is not an article"),
        (b"[" * 100_000 + b"\n", "line 1 is not an article"),
        (b"[1]\n", "line 1 is not an article"),
        (b"\xff\n", "line 1 is not an article"),
        (b"\n", "line 1 is not an article"),
    ],
)
def test_results_of_another_input_are_refused_and_stay(given, tmp_path, capsys, start, expected):
    found = tmp_path / "out.jsonl"
    found.write_bytes(start)
    assert batch(given, found, "--resume") == 2
    err = capsys.readouterr().err
    assert expected in err
    assert err.count("\n") == 1
    assert found.read_bytes() == start


def test_a_copy_of_the_input_is_no_result(given, tmp_path, capsys):
    found = tmp_path / "copy.jsonl"
    found.write_bytes(given.read_bytes())
    assert batch(given, found, "--resume") == 2
    said = f"newsquote: {found}: line 1 is not an article as batch writes them;"
    assert capsys.readouterr().err == f"{said} --resume goes on with results only\n"
    assert found.read_bytes() == given.read_bytes()


def test_zeros_behind_the_results_are_a_line_that_is_not_whole(given, whole, tmp_path):
    found = tmp_path / "out.jsonl"
    found.write_bytes(whole[0][:1000] + bytes(4096))
    assert batch(given, found, "--resume") == 1
    assert found.read_bytes() == whole[0]


def test_more_results_than_input_are_refused(whole, tmp_path, capsys):
    given, found = tmp_path / "short.jsonl", tmp_path / "out.jsonl"
    given.write_bytes(b"".join(lines(5)))
    found.write_bytes(whole[0])
    assert batch(given, found, "--resume") == 2
    assert "out.jsonl: line 4 belongs to no line of the input" in capsys.readouterr().err
    assert found.read_bytes() == whole[0]


def test_the_standard_output_cannot_be_gone_on_with(given, capsys):
    assert batch(given, "-", "--resume") == 2
    assert "--resume needs a file" in capsys.readouterr().err


@posix
def test_a_device_cannot_be_gone_on_with(given, capsys):
    assert batch(given, os.devnull, "--resume") == 2
    assert "not a file to go on with" in capsys.readouterr().err


def test_the_input_is_not_gone_on_with(given, capsys):
    before = given.read_bytes()
    assert batch(given, given, "--resume") == 2
    assert "is the input file" in capsys.readouterr().err
    assert given.read_bytes() == before


# As a process of its own


@posix
@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_that_is_killed_again_and_again_ends_with_the_same_file(workers, tmp_path):
    given, found, whole = tmp_path / "in.jsonl", tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    given.write_bytes(b"".join(lines(400)))
    assert batch(given, whole) == 1
    command = [*COMMAND, given, found, "--resume", f"--workers={workers}"]
    for part in (0.1, 0.4, 0.7):
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as started:
            while started.poll() is None and (
                not found.exists() or found.stat().st_size < part * whole.stat().st_size
            ):
                time.sleep(0.001)
            started.kill()
        assert whole.read_bytes().startswith(found.read_bytes())
    assert subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 1
    assert found.read_bytes() == whole.read_bytes()


@posix
def test_an_interrupt_ends_the_workers_quietly_with_130():
    with subprocess.Popen(
        [*COMMAND, "-", "-", "--workers=2"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as started:
        started.stdin.write(b'{"text": "One."}\n' * 200)
        started.stdin.flush()
        assert json.loads(started.stdout.readline())["text"] == "One."
        os.killpg(started.pid, signal.SIGINT)
        _, err = started.communicate(timeout=30)  # ends when no worker holds the streams any more
    assert (started.returncode, err) == (130, b"")


def test_a_worker_that_is_killed_is_said_in_a_line(monkeypatch, tmp_path, capsys):
    class Killer(io.BytesIO):
        """Ends the workers as soon as there are some."""

        def readline(self, *_):
            import multiprocessing  # noqa: PLC0415

            for child in multiprocessing.active_children():
                child.kill()
            return b'{"text": "One."}\n'

        __next__ = readline

    monkeypatch.setattr(sys, "stdin", type("Stream", (), {"buffer": Killer()}))
    assert batch("-", tmp_path / "out.jsonl", "--workers=2") == 2
    err = capsys.readouterr().err
    assert "a worker process was ended from outside" in err
    assert err.count("\n") == 1


# An error that nobody foresaw


@pytest.fixture
def trapped(monkeypatch):
    """Reading fails for every text that says so."""
    read = parser.parse

    def read_or_fail(text, **more):
        if text.startswith("Trap"):
            raise {"Trap": RecursionError, "Trapdoor": MemoryError}[text.split()[0]]
        return read(text, **more)

    monkeypatch.setattr(parser, "parse", read_or_fail)


def written(path):
    """The ids of what is in an output, and its bytes where these are always the same."""
    if path.suffix == ".db":
        with Database(path) as database:
            return sorted({hit.article_id for hit in database.search()}), None
    content = path.read_bytes()
    return [json.loads(one)["id"] for one in content.splitlines()], content


@pytest.mark.usefixtures("trapped")
@pytest.mark.parametrize("name", ["out.jsonl", "out.db"])
def test_an_error_that_nobody_foresaw_is_that_of_its_line(tmp_path, capsys, name):
    texts = ["One", "Trap 1", "Two", "Trap 2", "Trap 3", "Three", "Trap 4"]
    given = tmp_path / "in.jsonl"
    given.write_text(
        "".join(
            json.dumps({"id": f"a{n}", "text": f'{text} "It is over," said Ann Lee.'}) + "\n"
            for n, text in enumerate(texts)
        )
        + json.dumps({"id": "a1", "text": '"It is over," said Bo Ek.'})  # the id of a broken line
        + "\n"
    )
    found, errors = tmp_path / name, tmp_path / "errors.jsonl"
    assert batch(given, found, f"--errors={errors}") == 1
    said = capsys.readouterr().err
    assert said.count("\n") == said.count("did not foresee, RecursionError") == 4
    assert [one.split(":")[1] for one in said.splitlines()] == [f" line {n}" for n in (2, 4, 5, 7)]
    noted = [json.loads(one) for one in errors.read_text().splitlines()]
    assert [(one["line"], one["id"], one["code"]) for one in noted] == [
        (n, f"a{n - 1}", "unforeseen") for n in (2, 4, 5, 7)
    ]
    whole = written(found)
    assert sorted(whole[0]) == ["a0", "a1", "a2", "a5"]
    assert batch(given, found, "--resume") == 1
    assert (written(found), capsys.readouterr().err) == (whole, said)
    for kept in range(4 if whole[1] else 0):
        found.write_bytes(b"".join(whole[1].splitlines(keepends=True)[:kept]) + b'{"schema')
        assert batch(given, found, "--resume") == 1
        assert (written(found), capsys.readouterr().err) == (whole, said)


@pytest.mark.usefixtures("trapped")
def test_what_is_no_lines_fault_ends_the_run_and_is_not_done(tmp_path, capsys):
    given, found = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    given.write_text('{"text": "One."}\n{"text": "Trapdoor"}\n{"text": "Two."}\n')
    assert batch(given, found) == 2
    assert capsys.readouterr().err == "newsquote: not enough memory\n"
    assert [json.loads(one)["text"] for one in found.read_text().splitlines()] == ["One."]


# Two runs on one output


@posix
@pytest.mark.parametrize("resume", [[], ["--resume"]], ids=["anew", "resumed"])
@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet"])
def test_one_run_writes_an_output_and_another_says_which(given, tmp_path, capsys, name, resume):
    if name.endswith(".parquet"):
        pytest.importorskip("pyarrow")
    found = tmp_path / name
    with subprocess.Popen([*COMMAND, "-", found], stdin=subprocess.PIPE) as first:
        first.stdin.write(b'{"text": "One."}\n')
        first.stdin.flush()
        held = tmp_path / "out.parquet.parts" / "held" if "parquet" in name else found
        while not held.exists() or not (held.stat().st_size or "parquet" in name):
            time.sleep(0.01)
        time.sleep(0.3 if "parquet" in name else 0)
        before = held.read_bytes()
        assert batch(given, found, *resume) == 2
        said = capsys.readouterr().err
        assert said.startswith(f"newsquote: {found}: another run is writing it")
        assert f"process {first.pid}" in said or sys.platform != "linux"
        assert held.read_bytes() == before
        first.stdin.close()
        assert first.wait(30) == 0
    assert batch(given, found) == 1
    assert not (tmp_path / "out.parquet.parts").exists()
