"""Where the story begins and ends."""

from newsquote._page.line import Line
from newsquote._page.story import find_lead, find_story
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines
from newsquote.kinds import BlockRole
from newsquote.lang import get_pack

PACK = get_pack("en")
LEAD = "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood."
BODY = "Engineers had checked every stone of the bridge, and the last of the piers was set in place on Monday."


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


def test_a_text_without_furniture_is_story_to_its_end():
    story = find_story(page("Bridge to reopen", LEAD, BODY, "Orla"), 1, PACK)
    assert (story.lead, story.last, story.end) == (1, 3, 4)


def test_it_ends_before_the_furniture_behind_its_last_paragraph():
    all_lines = page("Bridge to reopen", LEAD, BODY, "Share", "Orla")
    take(all_lines[3], BlockRole.SOCIAL)
    assert find_story(all_lines, 1, PACK).end == 3


def test_comments_are_not_the_story_s():
    all_lines = page("Bridge to reopen", LEAD, BODY, "3 comments", "I never liked the bridge much.")
    assert find_story(all_lines, 1, PACK).end == 3
