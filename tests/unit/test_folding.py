"""Which characters count when words are compared."""

import pytest

from newsquote._folding import fold_words, letters

SAME = [
    ("“It’s over,” she said", "it's over -- she said"),
    ("It's over", "ITS  OVER!"),
    ("re-open", "reopen"),
    ("re\u00adopen", "reopen"),
    ("re-\n  opening", "re-opening"),
    ("re-\r\nopening", "reopening"),
    ("oﬃce ﬁeld", "office field"),
    ("ＭＡＹＯＲ", "mayor"),
    ("Straße", "STRASSE"),
    ("cafe\u0301", "café"),
    ("1,500 men", "1500 men"),
    ("2½ miles", "2 1/2 miles"),
    ("5 – 10", "5-10"),
    ("5%", "5 %"),
    ("Well … yes", "Well... yes"),
    ("❤\ufe0f yes", "yes"),
    ("a\u200bb", "ab"),
    ("CO₂", "CO2"),
    ("ὈΔΥΣΣΕΎΣ", "ὀδυσσεύς"),
]
OTHER = [
    ("1.5 million", "15 million"),
    ("-5 degrees", "5 degrees"),
    ("(−5)", "(5)"),
    (".5 percent", "5 percent"),
    ("$5", "£5"),
    ("5%", "5"),
    ("10²", "102"),
    ("½ mile", "12 mile"),
    ("15 20", "1520"),
    ("15, 20", "1520"),
    ("cafe", "café"),
    ("R&D", "RD"),
    ("did", "didn't"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_these_say_the_same(one, other):
    assert letters(one) == letters(other) != ""


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_these_do_not_say_the_same(one, other):
    assert letters(one) != letters(other)


@pytest.mark.parametrize(
    "text", ["", " \n", "“…” — !?", "\ud800", "\0", "\u0301", "❤\ufe0f", "\u3164"]
)
def test_what_has_no_letter_and_no_digit_says_nothing(text):
    assert letters(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "Ann's 1,500 “re-\nopened” ﬁelds, 2½ of them £5",
        "\u3164 a \u3164",
        "x\0y",
        "a\x1cb\x85c",
        "ﷺ 5",
    ],
)
def test_every_word_has_its_place(text):
    folded = fold_words(text)
    assert len(folded.words) == len(folded.starts) == len(folded.ends)
    for word, start, end in zip(*folded, strict=True):
        assert letters(text[start:end]) == word.removeprefix(" ")
