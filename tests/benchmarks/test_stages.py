"""The profile by stage watches functions that exist, loses no time and leaves no trace."""

import pytest
import stages

import newsquote

TEXT = 'Mill to close\n\n"We fought for it," said Mayor Ann Lee.'


@pytest.mark.parametrize("where", stages.STAGES)
def test_every_stage_is_a_function_of_newsquote(where):
    holder, name = stages.entry(where)
    assert callable(getattr(holder, name))


def test_watching_changes_nothing_and_ends():
    before = [getattr(*stages.entry(where)) for where in stages.STAGES]
    plain = newsquote.parse(TEXT)
    with stages.watched(stages.Clock()):
        assert newsquote.parse(TEXT) == plain
    assert [getattr(*stages.entry(where)) for where in stages.STAGES] == before


def test_a_stage_inside_another_keeps_its_own_time(monkeypatch):
    now = iter((0, 10, 30, 60))
    monkeypatch.setattr(stages.time, "process_time_ns", lambda: next(now))
    clock = stages.Clock()
    with clock.running("outer"), clock.running("inner"):
        pass
    assert clock.spent == {"outer": 10 + 30, "inner": 20}


def test_the_stages_of_a_text_are_seen():
    found = stages.read([TEXT])
    assert {
        "page",
        "tokens",
        "names",
        "quotes: candidates of every cue",
        "identities",
        "building",
        stages.WHOLE,
    } <= set(found)


def test_the_table_adds_up():
    shown = stages.table({"page": 1.0, "quotes: a": 2.0, "quotes: b": 1.0}, words=1_000_000)
    assert shown.splitlines()[2:] == [
        "| page | 25.0% | 1.00 |",
        "| quotes: a | 50.0% | 2.00 |",
        "| quotes: b | 25.0% | 1.00 |",
        "| quotes, together | 75.0% | 3.00 |",
        "| all | 100.0% | 4.00 |",
    ]
