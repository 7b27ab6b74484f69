"""A name alone that is the byline."""

import pytest

from newsquote._page.judges.byline_names import find_name_alone
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines
from newsquote.kinds import BlockRole
from newsquote.lang import get_pack

LEAD = (
    "The bridge at Corrow will reopen in May, the mayor said on Tuesday, two years after the flood."
)


def name_alone(*texts, stamps=()):
    text = "\n".join(("Bridge to reopen", *texts, LEAD))
    page = join_wrapped_lines(text, lines.split_lines(text))
    for i in stamps:
        page[i].verdict = Verdict(BlockRole.TIMESTAMP, Judge.STAMP, Sign.STAMP_WORDS_ALONE)
        page[i].role = BlockRole.TIMESTAMP
    last = len(page) - 1
    found = find_name_alone(page, range(last), 0, last, get_pack("en"))
    return None if found is None else (page[found.line_index].text, found.verdict.why)


def test_a_name_that_no_list_knows_is_one_if_the_story_has_none_of_its_words():
    assert name_alone("Gülşen Özdemir") == ("Gülşen Özdemir", Sign.NAME_BELOW_HEADLINE)
    assert name_alone("Corrow Thwock") is None


def test_farther_below_only_a_sure_name_is_one():
    assert name_alone("Bridge", "Ann Lee") == ("Ann Lee", Sign.NAME_BELOW_HEADLINE)
    assert name_alone("Bridge", "Gülşen Özdemir") is None
    assert name_alone("Bridge", "— Ann Lee") is None


def test_a_given_name_alone_needs_a_stamp():
    assert name_alone("Katie", "March 4", stamps=(2,)) == ("Katie", Sign.NAME_BESIDE_STAMP)
    assert name_alone("Katie") is None


@pytest.mark.parametrize("line", ["Ann Lee, March 4, 2024", "March 4, 2024 | Ann Lee"])
def test_a_stamp_may_stand_on_the_line_itself(line):
    assert name_alone("Bridge", line) == (line, Sign.NAME_BESIDE_STAMP)
