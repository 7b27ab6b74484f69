"""A page while it is judged."""

from newsquote._page.page import Page
from newsquote._page.rulings import Ruling
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines
from newsquote.kinds import BlockRole
from newsquote.lang import get_pack

NOTE = Verdict(BlockRole.NOTE, Judge.BIOGRAPHY, Sign.LIFE_OF_AUTHOR)
CREDIT = Verdict(BlockRole.CREDIT, Judge.CREDIT, Sign.WIRE_SIGN)


def page(text):
    return Page(text, join_wrapped_lines(text, lines.split_lines(text)), get_pack("en"), None)


def test_a_verdict_replaces_the_one_before_which_is_kept():
    one = page("Ann Lee")
    line = one.lines[0]
    one.judge(line, NOTE)
    assert (line.role, line.verdict, line.overruled) == (BlockRole.NOTE, NOTE, None)
    one.judge(line, CREDIT)
    assert (line.role, line.verdict, line.overruled) == (BlockRole.CREDIT, CREDIT, NOTE)


def test_rulings_are_recorded_before_the_next_is_asked_for():
    one = page("Ann Lee\nBo Ek")

    def rulings():
        yield Ruling(one.lines[0], NOTE)
        assert one.lines[0].role is BlockRole.NOTE
        yield Ruling(one.lines[1], CREDIT)

    one.judge_all(rulings())
    assert [line.role for line in one.lines] == [BlockRole.NOTE, BlockRole.CREDIT]


def test_lines_above_and_below_the_headline():
    one = page("Towns\nBridge to reopen\nBy Ann Lee")
    assert (one.below_headline, one.above_headline) == (0, [])
    one.headline_index = 1
    assert (one.below_headline, [line.text for line in one.above_headline]) == (2, ["Towns"])


def test_joined_lines_are_one_without_a_verdict():
    one = page("New York\nCNN\n—\nIt fell.")
    joined = one.join_lines(0, 3)
    assert one.lines == [joined]
    assert (joined.text, joined.verdict) == ("New York\nCNN\n—\nIt fell.", None)
