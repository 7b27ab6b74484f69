"""Nicknames in quotation marks, as the marks tell them."""

import pytest

from newsquote._text import marks


def nicknames(text):
    found = marks.pair_marks(text, [(0, len(text))]).marked
    return [text[m.inner_start : m.inner_end] for m in found if m.nickname]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marta “Fog” Orlo left.", "Fog"),
        ('Marta "Fog" Orlo left.', "Fog"),
        ("Then Marta “Big Fog” Orlo left.", "Big Fog"),
        ("Marta “F2” Orlo left.", "F2"),
        ("Marta “Fogandrainandhailandicey” Orlo left.", "Fogandrainandhailandicey"),  # 24 letters
        ("Marta “A” O", "A"),
    ],
)
def test_a_name_in_marks_between_two_names_is_a_nickname(text, expected):
    assert nicknames(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Marta “Fogandrainandhailandiceys” Orlo left.",  # 25 letters
        "Marta “fog” Orlo left.",
        "Marta “Fog, rain” Orlo left.",
        "Marta “Fog!” Orlo left.",
        "Marta “Big Grey Fog” Orlo left.",
        "marta “Fog” Orlo left.",
        "Marta2 “Fog” Orlo left.",
        "Marta, “Fog” Orlo left.",
        "Marta  “Fog” Orlo left.",
        "Marta saw “Fog” Orlo left.",
        "Marta “Fog” orlo left.",
        "Marta “Fog”  Orlo left.",
        "Marta “Fog”",
        "Marta “Fog”O",
        "“Fog” Orlo left.",
        " “Fog” Orlo left.",
        "Marta “Fog",
    ],
)
def test_other_words_in_marks_are_no_nickname(text):
    assert nicknames(text) == []


def test_a_nickname_is_looked_for_inside_its_paragraph_only():
    text = "Marta “Fog” Orlo left."
    assert [m.nickname for m in marks.pair_marks(text, [(6, len(text))]).marked] == [False]
