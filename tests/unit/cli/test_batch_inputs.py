"""Tables as input of ``newsquote batch``, the names of columns, and the file of errors."""

import json

import pytest

from newsquote import cli

SAID = '"It is over," said Ann Lee.'
QUOTED = f'"{SAID.replace(chr(34), chr(34) * 2)}"'


def batch(folder, name, content, *options):
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    status = cli.main(["batch", str(folder / name), str(folder / "out.jsonl"), *options])
    written = folder / "out.jsonl"
    lines = written.read_text().splitlines() if written.exists() else []
    articles = [json.loads(line) for line in lines]
    return status, [(one["id"], one["published"], one["text"]) for one in articles]


@pytest.mark.parametrize(("name", "mark"), [("in.csv", ","), ("in.CSV", ","), ("in.tsv", "\t")])
def test_a_table_is_read_by_its_header(tmp_path, name, mark):
    table = mark.join(("id", "text", "published")) + "\n"
    table += mark.join(("a-1", QUOTED, "2026-03-04")) + "\r\n"
    table += mark.join(("", '"One\nTwo"', "")) + "\n"
    assert batch(tmp_path, name, "\ufeff" + table) == (
        0,
        [("a-1", "2026-03-04", SAID), (None, None, "One\nTwo")],
    )


def test_columns_have_the_names_that_are_given(tmp_path):
    table = f"url,body,day,id\nx/1,{QUOTED},2026-03-04,7\n"
    options = ("--text=body", "--id=url", "--published=day")
    assert batch(tmp_path, "in.csv", table, *options) == (0, [("x/1", "2026-03-04", SAID)])


def test_fields_of_lines_have_the_names_that_are_given(tmp_path):
    lines = [{"url": "x/1", "body": "One.", "day": None, "text": 7}, {"url": "x/2"}, [1]]
    content = "".join(json.dumps(line) + "\n" for line in lines) + "{\n"
    options = ("--text=body", "--id=url", "--published=day")
    assert batch(tmp_path, "in.jsonl", content, *options) == (1, [("x/1", None, "One.")])


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "no column 'text' (it has url, body); name one with --text"),
        (("--text=body", "--id=name"), "no column 'name' (it has url, body); name one with --id"),
        (("--text=body", "--published=day"), "name one with --published"),
        (("--text=body", "--keep=url", "--keep=desk"), "no column 'desk'"),
    ],
)
def test_a_table_without_a_column_that_is_named_is_refused(tmp_path, capsys, options, told):
    assert batch(tmp_path, "in.csv", "url,body\nx,y\n", *options)[0] == 2
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1
    assert not (tmp_path / "out.jsonl").exists()


def test_broken_rows_are_said_and_left_out(tmp_path, capsys):
    table = b"id,text\na-1,One.\na-2\n\na-3,Three.,3\na-4,\xff.\na-5,Five.\na-1,Again.\n"
    assert batch(tmp_path, "in.csv", table) == (1, [("a-1", None, "One."), ("a-5", None, "Five.")])
    assert [one.removeprefix("newsquote: ") for one in capsys.readouterr().err.splitlines()] == [
        "line 3: has 1 cells, but the header has 2",
        "line 5: has 3 cells, but the header has 2",
        "line 6: not UTF-8",
        "line 8: the id 'a-1' is that of line 2, too",
    ]


def test_a_table_without_rows_has_no_articles(tmp_path):
    assert batch(tmp_path, "in.csv", "id,text\n") == (0, [])


def test_an_empty_table_is_refused(tmp_path, capsys):
    assert batch(tmp_path, "in.csv", "")[0] == 2
    assert "no column 'text' (it has no columns)" in capsys.readouterr().err


def test_a_long_cell_is_read(tmp_path):
    text = "It rained. " * 20_000
    assert batch(tmp_path, "in.csv", f"text\n{text}\n") == (0, [(None, None, text)])


def test_what_is_wrong_with_lines_is_written_where_it_is_asked_for(tmp_path):
    lines = [
        b'{"id": "a-1", "text": "One."}',
        b'{"id": "a-2"}',
        b'{"id": "a-3", "text": 3}',
        b'{"id": 4.5, "text": "Four."}',
        b'{"id": "a-5", "text": "Five.", "published": "May"}',
        b'{"id": "a-1", "text": "One."}',
        b"[]",
        b"{",
        b'{"text": "\xff"}',
    ]
    errors = tmp_path / "errors.jsonl"
    given = (tmp_path, "in.jsonl", b"\n".join(lines), f"--errors={errors}", "--strict-dates")
    assert batch(*given)[0] == 1
    written = [json.loads(line) for line in errors.read_text().splitlines()]
    assert [(one["line"], one["id"], one["code"]) for one in written] == [
        (2, "a-2", "no-text"),
        (3, "a-3", "text-type"),
        (4, None, "id-type"),
        (5, "a-5", "published-date"),
        (6, "a-1", "repeated-id"),
        (7, None, "not-an-object"),
        (8, None, "not-json"),
        (9, None, "not-utf-8"),
    ]
    assert written[0]["message"] == "no text"


def test_a_file_of_errors_is_there_where_there_are_none(tmp_path):
    errors = tmp_path / "errors.jsonl"
    assert batch(tmp_path, "in.jsonl", b'{"text": "One."}', f"--errors={errors}")[0] == 0
    assert errors.read_bytes() == b""


def test_a_file_of_errors_takes_no_other_files_place(tmp_path, capsys):
    for name, told in (("in.jsonl", "is the input file"), ("out.jsonl", "is the output, too")):
        assert batch(tmp_path, "in.jsonl", "{}\n", f"--errors={tmp_path / name}")[0] == 2
        assert told in capsys.readouterr().err
    assert (tmp_path / "in.jsonl").read_text() == "{}\n"


def test_a_database_is_no_input(tmp_path, capsys):
    assert batch(tmp_path, "press.db", "")[0] == 2
    assert "a database is written, not read" in capsys.readouterr().err
