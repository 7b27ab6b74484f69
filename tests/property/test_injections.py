"""Hostile articles in every format, and hostile HTML: the short form of ``fuzzing/injections.py``."""

import random

import pytest
from injections import INJECTIONS, check_html, check_text, hostile_html, text_of
from laws import LawError

SAID = '"It is {0} over," said Mayor Ann {0} Lee.'


@pytest.mark.parametrize("number", range(len(INJECTIONS)))
def test_an_injection_stays_text_in_every_format(number):
    evil = INJECTIONS[number]
    check_text(f"Mill {evil} to close\n\nBy Ann {evil} Lee\n\n{SAID.format(evil)}\n\n{evil}", evil)


def test_injections_beside_each_other_stay_text():
    chance = random.Random(22)
    for _ in range(60):
        check_text(text_of(chance), chance.choice(INJECTIONS))


@pytest.mark.parametrize("name", hostile_html(0))
def test_a_page_that_is_made_to_break_its_reader_is_read_in_time(name):
    pytest.importorskip("trafilatura", reason="pip install 'newsquote[html]'")
    check_html(hostile_html(10_000)[name], 20)


def test_the_checks_can_fail():
    pytest.importorskip("trafilatura", reason="pip install 'newsquote[html]'")
    with pytest.raises(LawError, match="read in"):
        check_html("<p>It is over.</p>", 0)
