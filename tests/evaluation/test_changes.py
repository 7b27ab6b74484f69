"""Gains and losses are counted for each document, and nothing but numbers is written down."""

import json

import changes
import pytest
import run

GOOD = {"headline": {"text": "Talks fail"}}
ROWS = [
    {
        "id": f"b{n}",
        "title": "Talks fail",
        "text": "Talks fail\n\nNobody knew why.",
        "body_paragraphs": [],
    }
    for n in range(3)
]


class Fixed:
    """A predictor with an answer for each document."""

    def __init__(self, answers):
        self.errors, self.answers = {}, answers

    def has(self, name):
        return name == "bbc"

    def article(self, name, id_, text):
        return self.answers.get(id_, {})


@pytest.fixture
def measure(own_verbs, tmp_path, monkeypatch, capsys):
    """Run on three documents, of which those named have the right headline.

    Give the lines printed.
    """
    (own_verbs / "dev" / "bbc.jsonl").write_text(
        "".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8"
    )

    def measured(right, *options):
        monkeypatch.setattr(run, "Live", lambda: Fixed(dict.fromkeys(right, GOOD)))
        assert changes.main(options, tmp_path / "landed.json") == 0
        return capsys.readouterr().out.splitlines()

    return measured


def test_documents_gained_and_lost_are_named(measure):
    measure(["b0"], "--update")
    assert measure(["b1", "b2"]) == [
        "bbc: headline bbc: 33.33 -> 66.67, 2 documents gained, 1 lost",
        "    + b1: 1 -> 0",
        "    + b2: 1 -> 0",
        "    - b0: 0 -> 1",
    ]


def test_the_same_state_has_no_changes(measure):
    measure(["b0"], "--update")
    assert measure(["b0"]) == ["bbc: headline bbc: 33.33 -> 33.33, 0 documents gained, 0 lost"]


def test_a_measure_that_did_not_land_yet_is_new(measure):
    assert measure(["b0"]) == ["bbc: headline bbc: 33.33, new"]


def test_the_landed_state_holds_numbers_only(measure, tmp_path):
    measure(["b0"], "--update")
    landed = json.loads((tmp_path / "landed.json").read_text(encoding="utf-8"))
    assert landed["counts"] == {"bbc": {"headline bbc": [[1, 1], [0, 1], [0, 1]]}}


def test_other_data_are_not_compared(measure, own_verbs, tmp_path, capsys):
    measure(["b0"], "--update")
    (own_verbs / "dev" / "bbc.jsonl").write_text(json.dumps(ROWS[0]) + "\n", encoding="utf-8")
    assert changes.main([], tmp_path / "landed.json") == 2
    assert "measured on other data" in capsys.readouterr().err


def test_without_data_it_is_skipped_with_a_reason(monkeypatch, capsys, tmp_path):
    monkeypatch.delenv("NEWSQUOTE_DATA")
    assert changes.main([], tmp_path / "landed.json") == 0
    assert capsys.readouterr().out.startswith("skipped: NEWSQUOTE_DATA is not set")


@pytest.mark.parametrize(
    ("measure_name", "counts", "wrong"),
    [
        ("body paragraphs", [2, 3, 4], 3),
        ("headline bbc", [0, 1], 1),
        ("related false_alarms bare", [1, 1], 1),
        ("headline bbc", [1, 1], 0),
    ],
)
def test_mistakes(measure_name, counts, wrong):
    assert changes.mistakes(measure_name, counts) == wrong
