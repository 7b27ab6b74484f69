"""Lines between the headline and what parts it from the story."""

from newsquote._page.judges.subheadlines import judge_subheadlines
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines
from newsquote.kinds import BlockRole


def subheadlines(*texts, byline=None):
    text = "\n".join(texts)
    page = join_wrapped_lines(text, lines.split_lines(text))
    if byline is not None:
        page[byline].role = BlockRole.BYLINE
    return [ruling.line.text for ruling in judge_subheadlines(page, 0, len(page) - 1)]


def test_a_line_above_the_byline_is_one():
    page = ("Bridge", "Mayor says all piers are safe", "By Ann Lee", "It fell.")
    assert subheadlines(*page, byline=2) == ["Mayor says all piers are safe"]
    assert subheadlines(*page) == []


def test_a_rubric_and_a_quotation_are_none():
    assert subheadlines("Bridge", "Towns", "By Ann Lee", "It fell.", byline=2) == []
    said = "“We have kept our word,” the mayor said on Monday"
    assert subheadlines("Bridge", said, "By Ann Lee", "It fell.", byline=2) == []
