"""A database as output of ``newsquote batch``: what goes in, and going on where a run was ended."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time

import pytest

from newsquote import cli
from newsquote.database import Database
from newsquote.errors import DataError

posix = pytest.mark.skipif(os.name != "posix", reason="signals are sent otherwise elsewhere")


def line(n, text=None, **more):
    said = f'"It is {n}," said Mayor Ann Lee.' if text is None else text
    return json.dumps({"id": f"a-{n}", "text": said, **more}) + "\n"


def batch(*arguments):
    return cli.main(["batch", *map(str, arguments)])


@pytest.fixture
def given(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text("".join(map(line, range(6))) + '{"id": "broken"}\n' + line(6))
    return path


def dump(path):
    with Database(path, read_only=True) as database:
        return list(database._connection.iterdump())


@pytest.mark.parametrize("workers", [1, 2])
def test_every_article_is_in_the_database(given, tmp_path, capsys, workers):
    path = tmp_path / "press.db"
    assert batch(given, path, f"--workers={workers}") == 1
    assert capsys.readouterr().err == "newsquote: line 7: no text\n"
    with Database(path, read_only=True) as database:
        assert len(database) == 7
        assert [hit.article_id for hit in database.search(speaker="Ann Lee")] == [
            f"a-{n}" for n in range(7)
        ]


@pytest.mark.parametrize("count", range(9))
def test_a_run_goes_on_wherever_it_was_ended(given, tmp_path, capsys, count):
    whole, begun = tmp_path / "whole.db", tmp_path / "begun.db"
    batch(given, whole)
    some = tmp_path / "some.jsonl"
    some.write_text("".join(given.read_text().splitlines(keepends=True)[:count]))
    batch(some, begun)
    capsys.readouterr()
    assert batch(given, begun, "--resume") == 1
    assert capsys.readouterr().err == "newsquote: line 7: no text\n"
    assert dump(begun) == dump(whole)


def test_the_articles_of_another_day_are_added(given, tmp_path, capsys):
    path, tuesday = tmp_path / "press.db", tmp_path / "tuesday.jsonl"
    batch(given, path)
    tuesday.write_text(line(6) + line(7) + line(7) + line(2, "Another text."))
    capsys.readouterr()
    assert batch(tuesday, path, "--resume") == 1
    assert capsys.readouterr().err.splitlines() == [
        "newsquote: line 3: the id 'a-7' is that of line 2, too",
        "newsquote: line 4: the id 'a-2' is in the database already, with another text",
    ]
    with Database(path, read_only=True) as database:
        assert len(database) == 8


def test_a_database_with_articles_is_not_written_over(given, tmp_path, capsys):
    path = tmp_path / "press.db"
    batch(given, path)
    before = dump(path)
    capsys.readouterr()
    assert batch(given, path) == 2
    assert "--resume goes on with it" in capsys.readouterr().err
    assert dump(path) == before


def test_a_file_that_is_no_database_is_not_written_over(given, tmp_path, capsys):
    path = tmp_path / "press.db"
    path.write_text("notes" * 1000)
    for more in ((), ("--resume",)):
        assert batch(given, path, *more) == 2
        said = capsys.readouterr().err
        assert said == f"newsquote: {path}: file is not a database\n"
    assert path.read_text() == "notes" * 1000


@posix
@pytest.mark.slow
def test_an_interrupt_leaves_whole_articles(tmp_path):
    given, path = tmp_path / "in.jsonl", tmp_path / "press.db"
    given.write_text("".join(map(line, range(3000))))
    command = [sys.executable, "-m", "newsquote", "batch", str(given), str(path)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    until = time.monotonic() + 40
    while time.monotonic() < until:
        time.sleep(0.2)
        with contextlib.suppress(DataError):  # the tables are being made
            if count(path):
                break
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 130
    process.stderr.close()
    done = count(path)
    assert 0 < done < 3000
    assert sorted(one.name for one in tmp_path.iterdir()) == ["in.jsonl", "press.db"]
    with Database(path, read_only=True) as database:
        assert len(database.search()) == done


def count(path):
    with Database(path, read_only=True) as database:
        return len(database)


@pytest.mark.parametrize("name", ["out.csv", "out.TSV"])
def test_a_table_is_no_output(given, tmp_path, capsys, name):
    assert batch(given, tmp_path / name) == 2
    assert "batch writes JSON Lines, .parquet or .db" in capsys.readouterr().err
    assert not (tmp_path / name).exists()
