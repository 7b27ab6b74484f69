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
