"""The table of rivals: medians, and ratios taken inside a run."""

import pytest

pytest.importorskip("resource")  # what a process took is asked of Unix

import against
from against import Measured


def test_ratios_are_taken_inside_a_run():
    ours = [
        Measured(1, 1, 300, 600, 2.0),
        Measured(2, 2, 100, 200, 6.0),
        Measured(1, 1, 200, 400, 3.0),
    ]
    other = [
        Measured(9, 9, 30, 60, 20.0),
        Measured(18, 18, 10, 20, 60.0),
        Measured(9, 9, 10, 20, 60.0),
    ]
    *_, last = against.table({"newsquote": ours, "a parser": other}).splitlines()
    assert (
        last == "| a parser | 9.0 | 10 | 20 | 60.0"
        " | 10.0 (10.0 to 20.0) | 10.0 (10.0 to 20.0) | 10.0 (10.0 to 20.0) |"
    )


def test_two_readings_have_no_start_to_end():
    runs = [Measured(1, 1, 300, 600, 2.0)]
    *_, last = against.table({"newsquote": runs, against.AGAIN: runs}).splitlines()
    assert [cell.strip() for cell in last.split("|")[1:-1]] == [
        against.AGAIN,
        "",
        "",
        "600",
        "2.0",
        "",
        "1.0",
        "1.0",
    ]
