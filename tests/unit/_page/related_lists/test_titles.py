"""Titles of other stories, and lines that only look like one."""

import pytest

from newsquote._page.line import Line
from newsquote._page.related_lists import titles


def line(text):
    return Line(text, 0, len(text), 0, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Floods hit upper valley", True),
        ("- Mill to close", True),
        ("Mill to close", False),
        ("Floods hit the upper valley.", False),
        ("floods hit upper valley", False),
        ("Floods hit upper valley:", False),
    ],
)
def test_a_title_is_short_and_ends_without_a_stop(text, expected):
    assert titles.is_title(line(text)) is expected


def test_a_title_is_read_without_address_and_age():
    text = "Floods hit valley 2 hours ago https://orla.example/floods"
    found = titles.read_story(text, 0, len(text))
    assert text[slice(*found.range)] == "Floods hit valley"
    assert text[slice(*found.url)] == "https://orla.example/floods"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["- Floods hit valley", "- Mill to close"], True),
        (["- Best film - Orla", "- Best mill - Norvale"], False),
        (["- Floods hit valley", "- The mill will close."], False),
    ],
)
def test_a_run_of_titles_has_no_sentences_and_no_entries(texts, expected):
    assert titles.are_titles([line(text) for text in texts]) is expected


def test_signs_of_a_headline():
    assert titles.has_sign_of_title(line("- Why does the mill close?"))
    assert not titles.has_sign_of_title(line("- No lorries on the bridge"))
    assert titles.breaks_off("The water came at night and… Read more")
    assert not titles.breaks_off("The water came at night.")
