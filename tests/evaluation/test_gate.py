"""The gate fails when a score falls, never lowers a floor, and says nothing of unknown data."""

import json

import corpus
import gate
import pytest

HELD = {"floors": {"quotes f1": 50.0, "headline share": 90.0}, "ceilings": {"laws violations": 0.0}}
GOOD = {"quotes f1": 51.37, "headline share": 90.0, "laws violations": 0.0}


@pytest.fixture
def floors(own_verbs, tmp_path):
    (own_verbs / "dev" / "bbc.jsonl").write_text('{"id": "b1"}\n', encoding="utf-8")
    path = tmp_path / "floors.json"
    path.write_text(
        json.dumps({"digest": corpus.digest(own_verbs / "dev"), **HELD}), encoding="utf-8"
    )
    return path


@pytest.fixture
def found(monkeypatch):
    """The scores that will be measured."""
    scores = dict(GOOD)
    monkeypatch.setattr(gate, "measured", lambda _: scores)
    return scores


def test_names_and_values_of_scores():
    result = {
        "quotes": {"all": {"p": 0.5, "r": 1.0, "f1": 0.625, "tp": 1}},
        "laws": {"violations": 0, "by law": {}, "examples": ["x"]},
    }
    assert dict(gate.scores(result)) == {
        "quotes all p": 50.0,
        "quotes all r": 100.0,
        "quotes all f1": 62.5,
        "quotes all tp": 1.0,
        "laws violations": 0.0,
    }


def test_passes_where_all_scores_are_held(floors, found, capsys):
    assert gate.main([], floors) == 0
    assert "2 floors and 1 ceilings are held" in capsys.readouterr().out


def test_fails_with_one_line_for_each_score_that_fell(floors, found, capsys):
    found.update({"quotes f1": 49.99, "laws violations": 3.0})
    assert gate.main([], floors) == 1
    assert capsys.readouterr().out.splitlines() == [
        "quotes f1: 49.99, floor 50.0",
        "laws violations: 3, ceiling 0.0",
    ]


def test_fails_where_a_score_is_not_measured_at_all(floors, found):
    del found["laws violations"]
    assert gate.main([], floors) == 1


def test_update_raises_the_floors_to_a_tenth_below(floors, found):
    assert gate.main(["--update"], floors) == 0
    held = json.loads(floors.read_text(encoding="utf-8"))
    assert held["floors"] == {"quotes f1": 51.3, "headline share": 90.0}
    assert held["ceilings"] == {"laws violations": 0.0}


def test_update_refuses_to_lower_a_floor(floors, found):
    found["quotes f1"] = 49.0
    found["headline share"] = 95.0
    before = floors.read_text(encoding="utf-8")
    assert gate.main(["--update"], floors) == 1
    assert floors.read_text(encoding="utf-8") == before


def test_other_data_are_not_compared(floors, found, own_verbs, capsys):
    (own_verbs / "dev" / "bbc.jsonl").write_text('{"id": "b2"}\n', encoding="utf-8")
    assert gate.main([], floors) == 2
    assert "measured on other data" in capsys.readouterr().err
    assert gate.main(["--update"], floors) == 0
    assert gate.main([], floors) == 0


def test_without_data_it_is_skipped_with_a_reason(floors, monkeypatch, capsys):
    monkeypatch.delenv("NEWSQUOTE_DATA")
    assert gate.main([], floors) == 0
    assert (
        capsys.readouterr().out
        == "skipped: NEWSQUOTE_DATA is not set; it names the folder that holds dev/\n"
    )


def test_every_floor_is_a_score_of_the_evaluation():
    held = json.loads(gate.FLOORS.read_text(encoding="utf-8"))
    assert len(held["digest"]) == 64
    assert held["ceilings"]["laws violations"] == held["ceilings"]["laws exceptions"] == 0
    assert {name.split()[0] for name in held["floors"]} <= set(gate.SECTIONS)
