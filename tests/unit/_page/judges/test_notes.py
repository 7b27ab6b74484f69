"""Corrections, advisories and notes on authors."""

import pytest

from newsquote._page.judges.notes import judge_advisory, judge_biography, judge_correction
from newsquote._page.line import Line
from newsquote._page.verdicts import Sign


def line(text):
    return Line(text, 0, len(text), 0, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This story has been corrected to show that the bridge has four piers.", True),
        ("An earlier version of this article misspelled the river.", True),
        ("This story is a sad one.", False),
        ("The mayor corrected this story.", False),
    ],
)
def test_a_correction_says_what_was_wrong(text, expected):
    assert (judge_correction(line(text)) is not None) is expected


def test_an_advisory_stands_in_brackets():
    assert judge_advisory(line("(Adds quotes, details)"))
    assert not judge_advisory(line("(Adds quotes) and more"))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Ann Lee covers the valley.", Sign.LIFE_OF_AUTHOR),
        ("Bo Ek is a reporter for the Courier.", Sign.LIFE_OF_JOURNALIST),
        ("Bo Ek covers the valley.", None),
        ("Bo Ek was a reporter for the Courier.", None),
        ("Bo Ek is a miller in Norvale.", None),
        ("Ann Lee is “a reporter for nobody”, she said.", None),
    ],
)
def test_a_note_on_an_author_names_one_or_the_trade(text, sign):
    verdict = judge_biography(line(text), {"ann lee"})
    assert (verdict and verdict.why) is sign
