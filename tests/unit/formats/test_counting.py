"""Who is quoted, and how much: the rows, and the command that prints them."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsquote
from newsquote import cli
from newsquote.formats.counting import SOURCE_COLUMNS, source_rows

ANY = st.text(st.characters(exclude_categories=()), max_size=80)
FIRST = '"Yes, we agree," said Mayor Ann Lee. "No," said Bo Ek. Lee said it was over.'
SECOND = '"It is over," said Cy Orr, a nurse.'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "a.txt").write_bytes(FIRST.encode())
    (tmp_path / "b" / "c.txt").write_bytes(SECOND.encode())
    (tmp_path / "notes.md").write_bytes(b"\xff")
    return tmp_path


def run(capsys, *arguments):
    status = cli.main(["sources", *map(str, arguments)])
    out, err = capsys.readouterr()
    return status, out, err


def table(out, delimiter=","):
    header, *rows = csv.reader(io.StringIO(out, newline=""), delimiter=delimiter)
    assert tuple(header) == SOURCE_COLUMNS
    return rows


def test_the_rows_add_up(story):
    rows = source_rows(story)
    assert [row["name"] for row in rows] == [
        "Olav Brandt and Iris Quell",
        "Iris Quell",
        "the union",
        None,
    ]
    assert sum(row["quotes"] for row in rows) == len(story.quotes)
    assert sum(row["words"] for row in rows) == sum(
        len(quote.words.split()) for quote in story.quotes
    )
    assert {row["file"] for row in rows} == {"w1"}


def test_one_article_is_counted(capsys, folder):
    status, out, err = run(capsys, folder / "a.txt")
    assert (status, err) == (0, "")
    assert table(out) == [
        [str(folder / "a.txt"), "Ann Lee", "person", "Mayor", "", "2", "6"],
        [str(folder / "a.txt"), "Bo Ek", "person", "", "", "1", "1"],
    ]


def test_a_folder_is_counted_file_by_file(capsys, folder):
    status, out, _ = run(capsys, folder, "--format=tsv")
    assert status == 0
    assert [(row[0], row[1]) for row in table(out, "\t")] == [
        (str(folder / "a.txt"), "Ann Lee"),
        (str(folder / "a.txt"), "Bo Ek"),
        (str(folder / "b" / "c.txt"), "Cy Orr"),
    ]


def test_rows_are_printed_as_json_lines(capsys, folder):
    _, out, _ = run(capsys, folder / "a.txt", "--format", "jsonl")
    article = newsquote.parse(FIRST)
    assert [json.loads(line) for line in out.splitlines()] == source_rows(
        article, str(folder / "a.txt")
    )


def test_a_file_that_cannot_be_read_is_reported_and_the_others_are_counted(capsys, folder):
    (folder / "bad.txt").write_bytes(b"\xff\xfe")
    status, out, err = run(capsys, folder / "bad.txt", folder / "none.txt", folder / "a.txt")
    assert status == 1
    assert len(table(out)) == 2
    assert [line.startswith("newsquote: ") for line in err.splitlines()] == [True, True]


def test_a_folder_without_texts_has_no_rows(capsys, folder):
    (folder / "empty").mkdir()
    status, out, _ = run(capsys, folder / "empty")
    assert (status, table(out)) == (0, [])


def test_thoughts_are_counted_on_request(capsys, folder):
    (folder / "a.txt").write_text("Ann Lee believes that the mill will close.")
    assert table(run(capsys, folder / "a.txt")[1]) == []
    assert len(table(run(capsys, "--thoughts", folder / "a.txt")[1])) == 1


@given(ANY)
def test_every_text_can_be_counted(text):
    article = newsquote.parse(
        f'{text}\n"{text} it," said {text} Lee.\n\n{text} Bo Ek said that {text}.', id=text
    )
    assert sum(row["quotes"] for row in source_rows(article)) == len(article.quotes)
