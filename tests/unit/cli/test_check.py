"""``newsquote check``: claims of who said what, and how it ends."""

import csv
import io
import json

import pytest

from newsquote import cli
from newsquote.formats.checking import CHECK_COLUMNS
from newsquote.formats.jsonline import json_line
from newsquote.parser import parse

TEXT = '"We won the cup," said Ann Lee. Bo Ek said the mill was lost.'
OTHER = '"Rain fell," said Ida Vance.'


@pytest.fixture
def articles(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text(
        json.dumps({"text": TEXT, "id": "a-1"}) + "\n" + json_line(parse(OTHER, id="7"))
    )
    return str(path)


@pytest.fixture
def check(tmp_path, capsys, articles):
    def run(*claims, articles=articles, name="claims.jsonl"):
        path = tmp_path / name
        path.write_text("".join(f"{claim}\n" for claim in claims))
        status = cli.main(["check", str(path), "--articles", articles, "--format=jsonl"])
        out, err = capsys.readouterr()
        return status, [json.loads(line) for line in out.splitlines()], err

    return run


def claim(quotation, speaker=None, article_id=None):
    fields = {"quotation": quotation, "speaker": speaker, "article_id": article_id}
    return json.dumps({name: value for name, value in fields.items() if value is not None})


def test_claims_are_answered_in_their_order(check):
    status, rows, err = check(
        claim("Rain fell", "Vance", 7),
        claim("We won a cup", "Lee", "a-1"),
        "",
        claim("The mill was lost", "Lee", "a-1"),
        claim("We won the cup", article_id="a-1"),
    )
    assert [(row["line"], row["verdict"], row["said_by"]) for row in rows] == [
        (1, "said", "Ida Vance"),
        (2, "said_altered", "Ann Lee"),
        (4, "by_somebody_else", "Bo Ek"),
        (5, "said", "Ann Lee"),
    ]
    assert rows[1]["changes"] == "replaced 'the' by 'a'"
    assert TEXT[rows[1]["start_offset"] : rows[1]["end_offset"]] == rows[1]["found"]
    assert (status, err) == (1, "")


def test_all_said_ends_well(check):
    assert check(claim("Rain fell", "Ida Vance", "7"))[0] == 0


def test_one_article_needs_no_id(check, tmp_path):
    path = tmp_path / "one.txt"
    path.write_text(OTHER)
    status, rows, _ = check(
        claim("Rain fell"), claim("Rain fell", article_id=str(path)), articles=str(path)
    )
    assert [row["verdict"] for row in rows] == ["said", "said"]
    assert status == 0


def test_several_articles_need_one(check):
    status, rows, err = check(claim("Rain fell"))
    assert (status, rows) == (2, [])
    assert "line 1: no article_id, and there are several articles" in err


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("x", "not JSON: "),
        ("[]", "not an object with a quotation"),
        ("{}", "no quotation"),
        ('{"quotation": 3}', "no quotation"),
        ('{"quotation": "a", "speaker": 3}', "speaker must be a string, not 3"),
        ('{"quotation": "a", "article_id": []}', "article_id must be a string or a whole number"),
        ('{"quotation": "a", "article_id": "b-1"}', "no article 'b-1'"),
    ],
)
def test_a_broken_claim_does_not_end_the_rest(check, line, why):
    status, rows, err = check(line, claim("Rain fell", "Vance", 7))
    assert [row["verdict"] for row in rows] == ["said"]
    assert f"line 1: {why}" in err
    assert err.count("\n") == 1
    assert status == 1


def test_an_article_that_cannot_be_read_is_told(check, tmp_path):
    missing = str(tmp_path / "none.txt")
    status, rows, err = check(claim("Rain fell", article_id="7"), articles=missing)
    assert (status, rows) == (1, [])
    assert f"{missing}: No such file or directory" in err


def test_claims_of_a_table(tmp_path, articles, capsys):
    path = tmp_path / "claims.csv"
    path.write_text('article_id,speaker,quotation\na-1,,"We won\nthe cup"\n7,Bo Ek,Rain fell\n')
    assert cli.main(["check", str(path), "--articles", articles]) == 1
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert tuple(rows[0]) == ("line", *CHECK_COLUMNS)
    assert [row["verdict"] for row in rows] == ["said", "unknown_speaker"]
    assert [row["line"] for row in rows] == ["3", "4"]


@pytest.mark.parametrize(
    ("text", "why"),
    [("words\na\n", "no column 'quotation'"), ('quotation\n"a\n', "not CSV")],
)
def test_a_table_that_is_none_is_refused(tmp_path, articles, capsys, text, why):
    path = tmp_path / "claims.csv"
    path.write_text(text)
    assert cli.main(["check", str(path), "--articles", articles]) == 2
    assert why in capsys.readouterr().err
