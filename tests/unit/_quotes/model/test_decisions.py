"""The choice that is likeliest to be right or nearly so."""

import pytest

from newsquote._quotes.model import decisions

A, B, C, D = (0, 10), (0, 9), (20, 24), (30, 40)


def test_near_contents_speak_for_each_other():
    options = [(None, None, None), (A, None, C), (B, None, C), (D, None, C)]
    chance, best = decisions.safest_choice(options, [0.1, 0.3, 0.25, 0.35])
    assert best == (A, None, C)
    assert chance == pytest.approx(0.55)


def test_a_source_that_is_in_doubt_costs_half_of_its_doubt():
    options = [(None, None, None), (A, None, C), (A, None, None)]
    chance, best = decisions.safest_choice(options, [0.2, 0.5, 0.3])
    assert best == (A, None, C)
    assert chance == pytest.approx(0.8 * (0.5 + 0.5 * 0.5 / 0.8))


def test_half_of_two_contents_must_be_shared():
    halves, less = (
        [(None, None, None), ((0, 10), None, C), ((0, 5), None, C)],
        [(None, None, None), ((0, 11), None, C), ((0, 5), None, C)],
    )
    assert decisions.safest_choice(halves, [0.0, 0.6, 0.4])[0] == pytest.approx(1)
    assert decisions.safest_choice(less, [0.0, 0.6, 0.4])[0] == pytest.approx(0.6)


def test_both_pieces_count():
    options = [(None, None, None), (A, D, C), (A, None, C), (None, D, C)]
    chance, best = decisions.safest_choice(options, [0.1, 0.4, 0.3, 0.2])
    assert best == (A, D, C)
    assert chance == pytest.approx(0.9)
