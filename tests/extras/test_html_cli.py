"""``--html``: the commands for one article read a page."""

import io
import json
from pathlib import Path

import pytest

from newsquote import cli

pytest.importorskip(
    "trafilatura", reason="trafilatura is not installed: pip install 'newsquote[html]'"
)

from newsquote.extras.html import read_page

PAGES = Path(__file__).with_name("html_pages")
PAGE = str(PAGES / "agency.html")


def test_parse_reads_the_page_with_its_day(capsys):
    assert cli.main(["parse", "--html", "--format=json", PAGE]) == 0
    out, err = capsys.readouterr()
    article = json.loads(out)
    assert err == ""
    assert article["text"] == read_page(Path(PAGE), whole=True).text
    assert article["published"] == "2026-01-09"
    assert article["headline"]["text"].startswith("Storm leaves thousands")
    assert [story["url"] for story in article["related"][0]["items"]] == [
        "https://northwire.example/article/tide-41",
        "https://northwire.example/article/grid-42",
    ]
    assert article["notes"] == [] or "html" not in out.split('"notes"')[1]


def test_the_report_has_headline_and_byline(capsys):
    assert cli.main(["parse", "--html", PAGE]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "Storm leaves thousands without power on the coast",
        "By ANN LEE; IDA VANCE",
    ]


def test_the_standard_input_is_a_page_too(monkeypatch, capsys):
    page = io.TextIOWrapper(io.BytesIO(Path(PAGE).read_bytes()))
    monkeypatch.setattr("sys.stdin", page)
    assert cli.main(["parse", "--html", "-"]) == 0
    assert capsys.readouterr().out.startswith("Storm leaves")


def test_explain_and_view_read_the_same(tmp_path, capsys):
    assert cli.main(["explain", "--html", "--quote=1", PAGE]) == 0
    assert "We have never seen the water" in capsys.readouterr().out
    made = tmp_path / "page.html"
    assert cli.main(["view", "--html", PAGE, "-o", str(made)]) == 0
    assert "By ANN LEE and IDA VANCE" in made.read_text(encoding="utf-8")


def test_a_page_says_its_encoding_itself(tmp_path, capsys):
    old = PAGES / "old_tables.html"
    assert b"\xe9" in old.read_bytes()
    assert cli.main(["parse", "--html", "--format=json", str(old)]) == 0
    assert json.loads(capsys.readouterr().out)["headline"]["text"].startswith("Café owners")
    assert cli.main(["parse", "--html", "--encoding=mac-roman", "--format=json", str(old)]) == 0
    assert json.loads(capsys.readouterr().out)["headline"]["text"].startswith("CafÈ owners")


def test_an_encoding_that_is_none_is_refused(capsys):
    assert cli.main(["parse", "--html", "--encoding=no-such", PAGE]) == 2
    assert capsys.readouterr().err == "newsquote: unknown encoding: 'no-such'\n"


def test_a_page_without_anything_is_an_empty_article(tmp_path, capsys):
    empty = tmp_path / "empty.html"
    empty.write_bytes(b"")
    assert cli.main(["parse", "--html", "--format=json", str(empty)]) == 0
    assert json.loads(capsys.readouterr().out)["notes"][0]["code"] == "no-text"


def test_a_file_that_is_not_there_is_said(capsys):
    assert cli.main(["parse", "--html", "no-such.html"]) == 2
    assert capsys.readouterr().err.startswith("newsquote: no-such.html: ")
