"""Buttons, menus and ornaments."""

import pytest

from newsquote._page.judges.furniture import judge_address, judge_listed, judge_without_words
from newsquote._page.line import Line
from newsquote._page.verdicts import Sign
from newsquote.kinds import BlockRole
from newsquote.lang import get_pack

PACK = get_pack("en")


def line(text):
    return Line(text, 0, len(text), 0, 0)


@pytest.mark.parametrize(
    ("text", "role", "sign", "phrase"),
    [
        ("Advertisement", BlockRole.ADVERTISEMENT, Sign.LISTED_LINE, "Advertisement"),
        ("Share on Facebook", BlockRole.SOCIAL, Sign.LISTED_LINE, "Share on Facebook"),
    ],
)
def test_a_listed_line_says_which_words_told(text, role, sign, phrase):
    verdict = judge_listed(line(text), PACK)
    assert (verdict.role, text[slice(*verdict.told_by)]) == (role, phrase)
    assert verdict.why is sign


def test_a_listed_start_says_where_it_ends():
    text = "Editor’s note: This story is part of a series."
    verdict = judge_listed(line(text), PACK)
    assert (verdict.role, verdict.why) == (BlockRole.NOTE, Sign.LISTED_START)
    assert text[slice(*verdict.told_by)] == "Editor’s note"


def test_a_bullet_makes_an_entry_of_a_listed_line():
    assert judge_listed(line("- Advertisement"), PACK) is None


def test_signs_alone_are_an_ornament_but_marks_are_not():
    assert judge_without_words(line("___")).role is BlockRole.OTHER
    assert judge_without_words(line("“…”")) is None


def test_an_address_alone_is_the_site_s():
    assert judge_address(line("https://courier.example/a")).role is BlockRole.NAVIGATION
    assert judge_address(line("https://courier.example/a has more")) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Was this email forwarded to you? Sign up here.", BlockRole.PROMOTION),
        ("Thanks for reading! Subscribe for free.", BlockRole.PROMOTION),
        ("To receive this newsletter every morning, sign up here.", BlockRole.PROMOTION),
        ("More to come...", BlockRole.NOTE),
        ("This story was produced by The Courier and the River Fund.", BlockRole.NOTE),
        ("The following information is not intended for publication", BlockRole.NOTE),
        ("Information and support for anyone affected by floods.", BlockRole.NOTE),
        ("This story was told by a ferryman, Lee said.", None),
        ("To receive this prize was an honour, Ek said.", None),
        ("Thank you for reading my letter, she wrote to the mayor.", None),
        ("Information and support were hard to find in the valley.", None),
        ("If you need help with the harvest, you pay for it, Ek said.", None),
        ("Catch the latest fish, Ek joked.", None),
    ],
)
def test_what_stands_below_stories_is_listed_and_sentences_are_not(text, role):
    verdict = judge_listed(line(text), PACK)
    assert (verdict and verdict.role) is role
