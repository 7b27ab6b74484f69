"""Where the story begins, and the lines that open the readers' comments."""

import pytest

from newsquote._page.line import Line
from newsquote._page.story import find_lead, names_commentator, opens_comments
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines
from newsquote.kinds import BlockRole
from newsquote.lang import get_pack

PACK = get_pack("en")
LEAD = "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood."
BODY = "Engineers had checked every stone of the bridge, and the last of the piers was set in place on Monday."
STANDFIRST = "Two years after the flood the mayor of Norvale says that all of the piers are safe."


def page(*texts):
    text = "\n".join(texts)
    return join_wrapped_lines(text, lines.split_lines(text))


def take(line: Line, role):
    line.verdict, line.role = Verdict(role, Judge.LISTED_PHRASE, Sign.LISTED_LINE), role


def test_the_story_begins_at_the_first_paragraph_that_others_follow():
    assert find_lead(page("Bridge to reopen", LEAD, BODY), PACK) == 1


def test_it_begins_at_a_dateline():
    assert find_lead(page("Bridge to reopen", LEAD, "LISBON (AP) — It fell."), PACK) == 2
    assert find_lead(page("Bridge", "LISBON (AP) — It fell.", LEAD, BODY), PACK) == 1


def test_without_a_paragraph_it_begins_behind_all_lines():
    assert find_lead(page("Bridge to reopen", "Mill to close"), PACK) == 2
    assert find_lead(page(""), PACK) == 0


def test_it_is_looked_for_from_a_line_on():
    assert find_lead(page(LEAD, "Bridge to reopen", LEAD, BODY), PACK, 1) == 2


def test_a_paragraph_with_a_verdict_is_no_lead():
    found = page("Bridge to reopen", LEAD, BODY, LEAD)
    take(found[1], BlockRole.CAPTION)
    assert find_lead(found, PACK) == 2


def test_a_teaser_among_bare_lines_is_no_lead_where_furniture_stands_between():
    teasers = [LEAD, "Mill to close", "Floods in the valley", "Ferry line", "Share"]
    found = page(*teasers, "Bridge to reopen", LEAD, BODY, LEAD)
    assert find_lead(found, PACK) == 0
    take(found[4], BlockRole.SOCIAL)
    assert find_lead(found, PACK) == 6


def test_a_standfirst_is_parted_from_the_story_by_a_byline():
    found = page("Bridge to reopen", STANDFIRST, "By Ann Lee", LEAD, BODY)
    assert find_lead(found, PACK) == 1
    take(found[2], BlockRole.BYLINE)
    assert find_lead(found, PACK) == 3


def test_a_bare_time_parts_nothing():
    found = page("Bridge to reopen", STANDFIRST, "10:14", LEAD, BODY)
    take(found[2], BlockRole.TIMESTAMP)
    assert find_lead(found, PACK) == 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("3 comments", True),
        ("1,204 responses to “Bridge to reopen”", True),
        ("Leave a reply", True),
        ("Comments (12)", True),
        ("Comments on the bridge came from all sides", False),
        ("Leave a note", False),
        ("3 commentators on the bridge", False),
        (
            "12 replies came in, the mayor of Norvale said, and none of the twelve was kind to her.",
            False,
        ),
    ],
)
def test_comments_have_a_heading(line, expected):
    assert opens_comments(page(line)[0]) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("dana1 says:", True),
        ("Bo Ek said", True),
        ("The old ferryman wrote:", True),
        ("“It is open,” Bo Ek said", False),
        ("Bo Ek said no", False),
        ("The ferryman of the upper town says:", False),
        ("says:", False),
    ],
)
def test_a_comment_has_a_commentator(line, expected):
    assert names_commentator(page(line)[0]) is expected
