"""Parquet in and out of ``newsquote batch``, against pyarrow."""

import datetime
import json

import pytest

from newsquote import cli

pyarrow = pytest.importorskip(
    "pyarrow", reason="pyarrow is not installed: pip install 'newsquote[arrow]'"
)

pq = pytest.importorskip("pyarrow.parquet")

from newsquote.extras import arrow, parquet


def line(n, text=None):
    said = f'"It is {n}," said Mayor Ann Lee.' if text is None else text
    return json.dumps({"id": f"a-{n}", "text": said}) + "\n"


def batch(*arguments):
    return cli.main(["batch", *map(str, arguments)])


@pytest.fixture
def given(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "_ARTICLES_A_PART", 2)
    path = tmp_path / "in.jsonl"
    lines = [*map(line, range(5)), line(9, "Nobody spoke."), '{"id": "broken"}\n', line(6)]
    path.write_text("".join(lines))
    return path


# In


def test_a_parquet_file_is_read_by_its_columns(tmp_path):
    path, out = tmp_path / "in.parquet", tmp_path / "out.jsonl"
    days = [datetime.date(2026, 3, 4), None]
    table = pyarrow.table(
        {"body": ["One.", "Two."], "url": ["7", "8"], "day": days, "x": [b"a", b"b"]}
    )
    pq.write_table(table, path)
    assert batch(path, out, "--text=body", "--id=url", "--published=day", "--keep=x") == 0
    written = [json.loads(one) for one in out.read_text().splitlines()]
    assert [(one["id"], one["text"], one["published"]) for one in written] == [
        ("7", "One.", "2026-03-04"),
        ("8", "Two.", None),
    ]


def test_a_parquet_file_without_its_column_is_refused(tmp_path, capsys):
    path = tmp_path / "in.parquet"
    pq.write_table(pyarrow.table({"body": ["One."]}), path)
    assert batch(path, tmp_path / "out.jsonl") == 2
    assert "no column 'text' (it has body)" in capsys.readouterr().err


def test_what_is_no_parquet_is_refused(tmp_path, capsys):
    path = tmp_path / "in.parquet"
    path.write_text("text\nOne.\n")
    assert batch(path, tmp_path / "out.jsonl") == 2
    assert "cannot be read as Parquet" in capsys.readouterr().err


# Out


@pytest.mark.parametrize("workers", [1, 2])
def test_the_quotes_are_one_file_of_row_groups(given, tmp_path, workers):
    path = tmp_path / "out.parquet"
    assert batch(given, path, f"--workers={workers}") == 1
    table = pq.read_table(path)
    assert table.schema == arrow.QUOTES
    assert table["article_id"].to_pylist() == ["a-0", "a-1", "a-2", "a-3", "a-4", "a-6"]
    assert pq.ParquetFile(path).num_row_groups == 4
    assert sorted(one.name for one in tmp_path.iterdir()) == ["in.jsonl", "out.parquet"]


@pytest.mark.parametrize("count", range(1, 8))
def test_a_run_goes_on_wherever_it_was_ended(given, tmp_path, monkeypatch, capsys, count):
    path = tmp_path / "out.parquet"
    add = parquet.Parts.add
    calls = iter(range(count))

    def interrupted(self, content):
        if next(calls, None) is None:
            raise KeyboardInterrupt
        add(self, content)

    monkeypatch.setattr(parquet.Parts, "add", interrupted)
    status = batch(given, path)
    assert (status, path.exists()) == ((130, False) if count < 7 else (1, True))
    monkeypatch.setattr(parquet.Parts, "add", add)
    capsys.readouterr()
    if count < 7:
        assert batch(given, path, "--resume") == 1
        assert capsys.readouterr().err == "newsquote: line 7: no text\n"
    ids = pq.read_table(path)["article_id"].to_pylist()
    assert ids == ["a-0", "a-1", "a-2", "a-3", "a-4", "a-6"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["in.jsonl", "out.parquet"]


def test_a_run_that_is_not_to_go_on_begins_anew(given, tmp_path, capsys):
    path = tmp_path / "out.parquet"
    batch(given, path)
    assert batch(given, path, "--resume") == 2
    assert "is finished" in capsys.readouterr().err
    given.write_text(line(3))
    assert batch(given, path) == 0
    assert pq.read_table(path)["article_id"].to_pylist() == ["a-3"]


def test_a_part_that_is_damaged_is_said_in_a_line(given, tmp_path, capsys):
    parts = tmp_path / "out.parquet.parts"
    parts.mkdir()
    (parts / "part-000000.parquet").write_text("notes")
    assert batch(given, tmp_path / "out.parquet", "--resume") == 2
    assert "a part of it cannot be read" in capsys.readouterr().err


def test_articles_without_quotes_make_a_file_without_rows(tmp_path):
    given, path = tmp_path / "in.jsonl", tmp_path / "out.parquet"
    given.write_text(line(1, "Nobody spoke.") + line(2, "\ud800"))
    assert batch(given, path) == 0
    assert pq.read_table(path).num_rows == 0
    assert pq.read_schema(path) == arrow.QUOTES


def test_a_run_that_is_ended_while_it_tidies_up_can_be_gone_on_with(given, tmp_path, monkeypatch):
    path, removed = tmp_path / "out.parquet", []
    remove = parquet.Path.unlink

    def remove_once(part, **more):
        if removed:
            raise KeyboardInterrupt
        removed.append(part.name)
        remove(part, **more)

    monkeypatch.setattr(parquet.Path, "unlink", remove_once)
    assert batch(given, path) == 130
    monkeypatch.undo()
    monkeypatch.setattr(parquet, "_ARTICLES_A_PART", 2)
    whole = pq.read_table(path)
    assert len(removed) == 1
    assert batch(given, path, "--resume") == 1
    assert pq.read_table(path) == whole
    assert sorted(one.name for one in tmp_path.iterdir()) == ["in.jsonl", "out.parquet"]
