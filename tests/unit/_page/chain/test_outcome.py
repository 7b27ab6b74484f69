"""What a page makes of the likeliest states of its lines."""

import pytest

from newsquote._page.chain.outcome import story_of, weighed_rulings
from newsquote._page.line_states import State, Zone
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._page.weighed import Weighed
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines
from newsquote.kinds import BlockRole

LEAD = "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood."
BODY = State(Zone.STORY, BlockRole.BODY)
HEADING = State(Zone.STORY, BlockRole.HEADING)
HEADLINE = State(Zone.HEADLINE, BlockRole.HEADLINE)
CAPTION = State(Zone.STORY, BlockRole.CAPTION)
TEASER = State(Zone.BELOW, BlockRole.RELATED)
REST = State(Zone.BELOW, BlockRole.OTHER)


def page(*texts):
    text = "\n".join(texts)
    return join_wrapped_lines(text, lines.split_lines(text))


def take(line, role):
    line.verdict, line.role = Verdict(role, Judge.LISTED_PHRASE, Sign.LISTED_LINE), role


def weighed(*states):
    return [Weighed(state, 100, None, 0) for state in states]


def roles(found, *states):
    """The roles and signs that lines get, by their text."""
    for line, one in zip(found, weighed(*states), strict=True):
        line.weighed = one
    return {line.text: (verdict.role, verdict.why) for line, verdict in weighed_rulings(found)}


@pytest.mark.parametrize(
    ("states", "story"),
    [
        ((), (0, 0, 0)),
        ((HEADLINE, BODY, BODY), (1, 3, 3)),
        ((HEADLINE, BODY, CAPTION, HEADING, TEASER), (1, 4, 4)),
        ((HEADLINE, State(Zone.TOP, BlockRole.SOCIAL)), (2, 2, 2)),
    ],
)
def test_the_story_is_from_its_first_own_line_to_its_last(states, story):
    assert story_of(weighed(*states)) == story


def test_lines_beside_the_story_get_what_they_weigh_most_for():
    found = page(
        "Bridge to reopen", "Mayor says so", LEAD, "Ann Lee at work", LEAD, "Mill to close"
    )
    states = (HEADLINE, State(Zone.TOP, BlockRole.SUBHEADLINE), BODY, CAPTION, BODY, TEASER)
    take(found[0], BlockRole.HEADLINE)
    assert roles(found, *states) == {
        "Mayor says so": (BlockRole.SUBHEADLINE, Sign.WEIGHED_TOP),
        "Ann Lee at work": (BlockRole.CAPTION, Sign.WEIGHED_INSIDE),
        "Mill to close": (BlockRole.RELATED, Sign.WEIGHED_BELOW),
    }


@pytest.mark.parametrize(
    ("label", "role"),
    [
        (BlockRole.OTHER, BlockRole.NAVIGATION),
        (BlockRole.RELATED, BlockRole.NAVIGATION),
        (BlockRole.KICKER, BlockRole.KICKER),
        (BlockRole.PROMOTION, BlockRole.PROMOTION),
    ],
)
def test_what_the_site_prints_first_is_its_menu(label, role):
    found = page("Towns of the Orla", LEAD)
    assert roles(found, State(Zone.ABOVE, label), BODY) == {
        "Towns of the Orla": (role, Sign.WEIGHED_ABOVE)
    }


def test_a_line_with_a_verdict_keeps_it():
    found = page(LEAD, "Mill to close")
    take(found[1], BlockRole.SOCIAL)
    assert roles(found, BODY, TEASER) == {}


def test_what_quotes_somebody_stays_the_story_s():
    quoting = "“We did it,” the mayor said."
    assert roles(page(LEAD, quoting, "Mill to close"), BODY, TEASER, TEASER) == {
        "Mill to close": (BlockRole.RELATED, Sign.WEIGHED_BELOW)
    }


@pytest.mark.parametrize(
    ("line", "state", "taken"),
    [
        ("Mayor Ann Lee: “We did it.”", CAPTION, False),
        ("Mayor Ann Lee: “We did it.”", TEASER, True),
        ("Ann Lee reads “The Ferry” to children", CAPTION, True),
    ],
)
def test_between_paragraphs_any_speech_is_the_story_s(line, state, taken):
    states = (BODY, state, TEASER) if state is TEASER else (BODY, state, BODY)
    below = "Mill to close" if state is TEASER else LEAD
    assert (line in roles(page(LEAD, line, below), *states)) is taken


def test_a_line_that_was_not_weighed_gets_nothing():
    assert list(weighed_rulings(page(LEAD, "Mill to close"))) == []


def test_a_page_without_a_story_keeps_all_its_lines():
    assert roles(page("Mill to close", "Towns"), TEASER, REST) == {}


def test_what_ends_a_page_without_furniture_stays_the_story_s():
    found = page("Bridge to reopen", LEAD, "Ann Lee, Norvale")
    take(found[0], BlockRole.HEADLINE)
    assert roles(found, HEADLINE, BODY, REST) == {}
    assert roles(found, HEADLINE, BODY, TEASER) == {
        "Ann Lee, Norvale": (BlockRole.RELATED, Sign.WEIGHED_BELOW)
    }


def test_behind_furniture_it_is_the_site_s():
    found = page("Bridge to reopen", LEAD, "Share", "Norvale Media")
    take(found[0], BlockRole.HEADLINE)
    take(found[2], BlockRole.SOCIAL)
    share = State(Zone.BELOW, BlockRole.SOCIAL)
    assert roles(found, HEADLINE, BODY, share, REST) == {
        "Norvale Media": (BlockRole.OTHER, Sign.WEIGHED_BELOW)
    }
