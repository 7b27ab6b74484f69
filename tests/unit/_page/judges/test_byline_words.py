"""Bylines that tell themselves."""

from newsquote._page.judges.byline_words import judge_byline_words
from newsquote._page.verdicts import Sign
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines
from newsquote.lang import get_pack

LEAD = "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood."


def signs(*texts):
    text = "\n".join(texts)
    rulings = judge_byline_words(join_wrapped_lines(text, lines.split_lines(text)), get_pack("en"))
    return {ruling.line.text: ruling.verdict.why for ruling in rulings}


def test_a_byline_opens_with_by_or_is_a_house():
    assert signs("Bridge", "By Ann Lee", "Associated Press") == {
        "By Ann Lee": Sign.BYLINE_OPENING,
        "Associated Press": Sign.HOUSE_ALONE,
    }


def test_by_alone_makes_a_byline_of_the_line_below():
    assert signs("Bridge", "By", "Ann Lee") == {
        "By": Sign.BY_ALONE,
        "Ann Lee": Sign.NAME_BELOW_BY,
    }


def test_below_prose_a_house_is_none():
    assert signs("Bridge", LEAD, "Associated Press") == {}


def test_far_down_a_credit_is_none():
    assert signs(*["Bridge"] * 9, "Written by Ann Lee") == {}
