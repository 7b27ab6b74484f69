"""What is kept of the benchmarks, and how entries are compared."""

import history
import pytest


def entry(**changed):
    return {
        "label": "before",
        "date": "2026-03-04",
        "version": "1.0",
        "commit": "abc",
        "python": "3.12.1",
        "articles": "examples/",
        "words": 100.0,
        "stages": {"page": 0.2, "marks": 0.01},
        "cold": {"import": 1.0, "first parse": 20.0},
        "peak": 80.0,
        "piece": 10.0,
        **changed,
    }


def verdicts(before, now):
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in history.compared(before, now).splitlines()[2:]
    ]
    return {row[0]: row[-1] for row in rows}


@pytest.mark.parametrize(
    ("words", "verdict"), [(120, "better"), (105, ""), (95, ""), (80, "worse")]
)
def test_more_words_are_better(words, verdict):
    assert verdicts(entry(), entry(words=words))["words a piece of work"] == verdict


@pytest.mark.parametrize(("peak", "verdict"), [(60, "better"), (82, ""), (100, "worse")])
def test_less_memory_is_better(peak, verdict):
    assert verdicts(entry(), entry(peak=peak))["peak memory, MB"] == verdict


def test_a_stage_that_takes_nothing_is_not_judged():
    found = verdicts(entry(), entry(stages={"page": 0.4, "marks": 0.02}))
    assert (found["stages: page"], found["stages: marks"]) == ("worse", "")


def test_stages_that_come_and_go_are_shown():
    shown = history.compared(entry(), entry(stages={"page": 0.2, "tokens": 0.1}))
    assert "| stages: marks | 0.01 |  | | |" in shown
    assert "| stages: tokens |  | 0.1 | | |" in shown


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({}, True),
        ({"python": "3.12.9"}, True),
        ({"python": "3.13.1"}, False),
        ({"articles": "dev/"}, False),
    ],
)
def test_only_like_is_compared_with_like(changed, same):
    assert history.comparable(entry(), entry(**changed)) is same


def test_what_is_recorded_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(history, "HISTORY", tmp_path / "history.jsonl")
    assert history.kept() == []
    history.record(entry(label=None), "one")
    history.record(entry(label=None, words=2.0), "two")
    assert [found["words"] for found in history.kept()] == [100.0, 2.0]


def test_the_kept_history_can_be_listed():
    assert len(history.listed(history.kept()).splitlines()) == 2 + len(history.kept())
