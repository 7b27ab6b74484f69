"""``newsquote search``: what it prints of a database, and how it ends."""

import csv
import io
import json

import pytest

import newsquote
from newsquote import cli
from newsquote.database import HIT_COLUMNS, Database

TEXT = 'Taxes to rise\n\n"Taxes will rise," said Mayor Ann Lee. Bo Ek said that nobody would pay.\n'


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "press.db"
    with Database(path) as database:
        database.add(newsquote.parse(TEXT, id="a-1"))
        database.add(newsquote.parse('"=taxes fell again," said Bo Ek.', id="a-2"))
    return str(path)


def search(capsys, *arguments):
    status = cli.main(["search", *arguments])
    return status, *capsys.readouterr()


def test_a_hit_is_two_lines_for_people(path, capsys):
    assert search(capsys, path, "rise", "--speaker", "ann lee") == (
        0,
        'Ann Lee, Mayor (direct) - Taxes to rise, a-1\n  "Taxes will rise," said Mayor Ann Lee.\n',
        "",
    )


def test_a_table_has_a_row_a_hit(path, capsys):
    status, out, err = search(capsys, path, "tax*", "--format=csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert (status, err, len(rows)) == (0, "", 2)
    assert tuple(rows[0]) == HIT_COLUMNS
    assert rows[0]["words"] == "Taxes will rise"
    assert rows[1]["words"].startswith("'=")  # no formula


def test_a_line_of_json_is_a_hit(path, capsys):
    status, out, _ = search(capsys, path, "--kind=indirect", "--format=jsonl")
    (hit,) = map(json.loads, out.splitlines())
    assert (status, hit["speaker_name"], hit["kind"]) == (0, "Bo Ek", "indirect")
    assert tuple(hit) == HIT_COLUMNS


def test_the_status_says_whether_there_are_hits(path, capsys):
    assert search(capsys, path, "rain") == (1, "", "")
    assert search(capsys, path, "--since=2024") == (1, "", "")
    assert search(capsys, path, "tax*", "--limit=1")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (['"tax'], "must be closed"),
        (["NOT tax"], "put it in double quotes"),
        (["tax", "--since=May"], "a year, a month or a day"),
        (["tax", "--kind=spoken"], "spoken"),
        (["tax", "--limit=0"], "at least 1"),
    ],
)
def test_what_cannot_be_looked_for_is_said_in_a_line(path, capsys, arguments, told):
    status, out, err = search(capsys, path, *arguments)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert told in err


def test_a_file_that_is_not_there_is_not_made(tmp_path, capsys):
    status, _, err = search(capsys, str(tmp_path / "none.db"), "tax")
    assert (status, err.count("\n")) == (2, 1)
    assert "none.db" in err
    assert list(tmp_path.iterdir()) == []
