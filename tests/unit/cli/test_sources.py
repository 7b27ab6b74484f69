"""``newsquote sources --merge``: one row a person over all articles."""

import csv
import io
import json

import pytest

from newsquote import cli

ONE = '"We agree," said Mayor Ann Lee. The crowd said no more.'
OTHER = '"It is over," said Ann R. Lee, the mayor of Corrow. "No," said Bo Ek.'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "one.txt").write_text(ONE)
    (tmp_path / "other.txt").write_text(OTHER)
    return tmp_path


def rows(capsys, *arguments):
    status = cli.main(["sources", "--merge", *map(str, arguments)])
    out, err = capsys.readouterr()
    return status, list(csv.DictReader(io.StringIO(out))), err


def test_a_row_a_person_and_one_for_the_rest(folder, capsys):
    status, found, err = rows(capsys, folder)
    assert (status, err) == (0, "")
    assert [(row["name"], row["names"], row["articles"], row["quotes"]) for row in found] == [
        ("Ann Lee", "Ann Lee; Ann R. Lee", "2", "2"),
        ("Bo Ek", "Bo Ek", "1", "1"),
        ("", "", "1", "1"),
    ]
    assert [bool(row["person_id"]) for row in found] == [True, True, False]


def test_the_rows_add_up(folder, capsys):
    _, merged, _ = rows(capsys, folder)
    assert cli.main(["sources", str(folder)]) == 0
    apart = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    for column in ("quotes", "words"):
        assert sum(int(row[column]) for row in merged) == sum(int(row[column]) for row in apart) > 0


def test_known_people(folder, capsys):
    known = folder / "people.csv"
    known.write_text("name,id,aliases\nAnnie Lee,Q1,Ann Lee;Ann R. Lee\n")
    _, found, _ = rows(capsys, folder, "--known", known)
    assert (found[0]["person_id"], found[0]["name"], found[0]["articles"]) == (
        "Q1",
        "Annie Lee",
        "2",
    )


def test_json_lines(folder, capsys):
    assert cli.main(["sources", "--merge", "--format", "jsonl", str(folder)]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["name"] for row in found] == ["Ann Lee", "Bo Ek", None]
    assert found[0]["affiliation"] == "Corrow"


def test_what_batch_wrote_is_counted_with_its_days(tmp_path, capsys):
    given = tmp_path / "articles.jsonl"
    given.write_text(
        "".join(
            json.dumps({"text": text, "published": day}) + "\n"
            for text, day in ((ONE, "2024-05-02"), (OTHER, "2024-03-01"))
        )
    )
    results = tmp_path / "results.jsonl"
    assert cli.main(["batch", str(given), str(results)]) == 0
    _, found, _ = rows(capsys, results)
    assert (found[0]["first"], found[0]["last"]) == ("2024-03-01", "2024-05-02")
    assert rows(capsys, given)[1] == found


def test_what_cannot_be_read_is_said_and_the_rest_is_counted(folder, capsys):
    status, found, err = rows(capsys, folder / "none.txt", folder)
    assert status == 1
    assert err == f"newsquote: {folder}/none.txt: No such file or directory\n"
    assert found[0]["articles"] == "2"


def test_without_articles_there_is_a_head_alone(tmp_path, capsys):
    assert cli.main(["sources", "--merge", str(tmp_path)]) == 0
    assert capsys.readouterr().out.count("\n") == 1
