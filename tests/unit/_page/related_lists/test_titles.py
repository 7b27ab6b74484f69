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
    assert titles.has_sign_of_title(line("→ No lorries on the bridge"))


def test_a_link_of_markdown_is_a_title_with_its_address():
    text = "[Floods hit valley](https://orla.example/floods)"
    found = titles.read_story(text, 0, len(text))
    assert text[slice(*found.range)] == "Floods hit valley"
    assert text[slice(*found.url)] == "https://orla.example/floods"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["1. Floods hit valley", "2. Mill to close"], True),
        (["1 Floods hit valley", "2 Mill to close"], True),
        (["- list 1 of 2 Floods hit valley", "- list 2 of 2 Mill to close"], True),
        (["10 bridges to cross", "Mill to close"], False),
        (["1 bridge too far"], False),
        (["2. Floods hit valley", "3. Mill to close"], False),
        ([], False),
    ],
)
def test_titles_of_a_ranking_are_numbered_from_one(texts, expected):
    lines = [line(text) for text in texts]
    assert titles.are_ranked(lines) is expected
    if expected:
        begins = [one.text[titles.start_behind_rank(one) :] for one in lines]
        assert begins == ["Floods hit valley", "Mill to close"]


@pytest.mark.parametrize(
    "text",
    [
        "- Ann Lee @annlee",
        "- In Norvale, the helpline can be called on 116 123",
        "- National flood hotline 800-555-0100",
    ],
)
def test_accounts_and_helplines_are_no_titles(text):
    assert not titles.are_titles([line(text)])
