"""A line and what can be seen of it from outside."""

import re

from newsquote._page.line import Line, Stretch
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines


def lines_of(text):
    return join_wrapped_lines(text, lines.split_lines(text))


def test_bullets_are_told_from_hyphens_and_signs():
    text = "→ Ferry runs\n- Dam opens\n• Mill shuts\n-30-\n-- Ann Lee\nFlood"
    assert [(line.has_bullet, line.entry) for line in lines_of(text)] == [
        (True, "Ferry runs"),
        (True, "Dam opens"),
        (True, "Mill shuts"),
        (False, "-30-"),
        (False, "-- Ann Lee"),
        (False, "Flood"),
    ]


def test_prose_ends_as_a_sentence_does_or_is_long():
    text = (
        "The old bridge will reopen in the spring.\nBridge to reopen in spring after two long years\nIt is.\n"
        + "word " * 30
    )
    assert [line.is_prose for line in lines_of(text)] == [
        True,
        False,
        False,
        True,
    ]


def test_a_line_ends_as_a_sentence_does_behind_closing_marks():
    for text, closed in (
        ("It fell.”", True),
        ("It fell?)", True),
        ("It fell”", False),
        ("It", False),
    ):
        assert Line(text, 0, len(text), 0, 0).ends_sentence is closed


def test_the_words_behind_a_bullet_are_counted():
    text = "- Dam opens in May"
    assert Line(text, 0, len(text), 0, 0).word_count == 4


def test_few_first_words_of_a_long_line_are_read():
    text = "word " * 46 + "word"
    assert len(Line(text, 0, len(text), 0, 0).first_words.words) == 8
    assert len(Stretch(text, 0, len(text)).first_words.words) == 14


def test_a_pattern_sees_what_stands_before_a_stretch():
    stretch = Stretch("from by Ann", 8, 11)
    assert stretch.text == "Ann"
    assert stretch.match(re.compile(r"(?<=by )Ann"))
    assert stretch.search(re.compile("from")) is None
    assert stretch.between(5, 7).text == "by"
    assert stretch.chars == (8, 11)


def test_no_verdict_is_on_a_line_before_it_is_judged():
    line = Line("Bridge", 0, 6, 0, 0)
    assert (line.verdict, line.overruled, line.role) == (None, None, None)
