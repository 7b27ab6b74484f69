"""The likeliest states of all lines, decided at once."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsquote._page.chain.decode import (
    Place,
    allowed_states,
    best_states,
    place_of,
    settled_role,
    weigh_lines,
)
from newsquote._page.chain.features import keys_of_lines
from newsquote._page.chain.weights import line_weights, weights_of
from newsquote._page.line_states import (
    LABEL_OF_ROLE,
    LABELS,
    STATES,
    SUCCESSORS,
    Zone,
    may_start,
    may_stop,
)
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines
from newsquote.kinds import BlockRole
from newsquote.lang import get_pack
from newsquote.lang.weights import packed

PACK = get_pack("en")
LEAD = "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood."
BODY = "Engineers had checked every stone of the bridge, and the last of the piers was set in place on Monday."
LAST = "Residents had waited long for it, and some of them had built a ferry of their own in the meantime."
LONG = f"{LAST} {BODY}"
FIELDS = len(LABELS) + len(Zone)
NONE = line_weights({})
NEVER_GUESSED = {BlockRole.HEADLINE, BlockRole.BYLINE, BlockRole.CREDIT, BlockRole.COPYRIGHT}
ANYWHERE = (
    None,
    BlockRole.BYLINE,
    BlockRole.TIMESTAMP,
    BlockRole.CAPTION,
    BlockRole.CREDIT,
    BlockRole.NOTE,
    BlockRole.CORRECTION,
    BlockRole.CONTACT,
    BlockRole.COPYRIGHT,
    BlockRole.PROMOTION,
    BlockRole.ADVERTISEMENT,
    BlockRole.SOCIAL,
    BlockRole.NAVIGATION,
    BlockRole.RELATED,
    BlockRole.OTHER,
)
"""What judges say of lines wherever they stand, before all are weighed."""


def page(*texts):
    text = "\n".join(texts)
    return join_wrapped_lines(text, lines.split_lines(text))


def take(line, role, judge=Judge.LISTED_PHRASE, sign=Sign.LISTED_LINE):
    line.verdict, line.role = Verdict(role, judge, sign), role


def row(**fields):
    """Weights of a key: labels in small letters, zones in capitals."""
    numbers = [0] * FIELDS
    for name, worth in fields.items():
        place = len(LABELS) + Zone[name] if name.isupper() else LABELS.index(BlockRole(name))
        numbers[place] = worth
    return packed(numbers)


def check(path, roles, headline):
    """A way through a page is one that a page may go."""
    assert len(path) == len(roles)
    states = [STATES[number] for number in path]
    assert not states or (may_start(states[0]) and may_stop(states[-1]))
    assert all(after in SUCCESSORS[before] for before, after in pairwise(path))
    for i, (state, role) in enumerate(zip(states, roles, strict=True)):
        assert (state.label is BlockRole.HEADLINE) == (i == headline)
        if role is not None and i != headline:
            assert state.label is LABEL_OF_ROLE[role]
        elif i != headline:
            assert state.label not in NEVER_GUESSED


@st.composite
def judged_pages(draw):
    """Keys, roles and the headline's place of pages as judges leave them."""
    roles = draw(st.lists(st.sampled_from(ANYWHERE), max_size=12))
    headline = draw(st.one_of(st.none(), st.integers(0, len(roles) - 1))) if roles else None
    if headline is not None:
        roles[headline] = BlockRole.HEADLINE
        if headline and draw(st.booleans()):
            roles[headline - 1] = BlockRole.KICKER
        if headline + 1 < len(roles) and draw(st.booleans()):
            roles[headline + 1] = BlockRole.SUBHEADLINE
    keys = [draw(st.lists(st.sampled_from("abcdef"), max_size=3)) for _ in roles]
    return keys, roles, headline


WEIGHTS = st.lists(
    st.lists(st.integers(-900, 900), min_size=FIELDS, max_size=FIELDS), min_size=6, max_size=6
).map(lambda rows: dict(zip("abcdef", map(packed, rows), strict=True)))
STEPS = st.dictionaries(
    st.tuples(st.sampled_from(LABELS), st.sampled_from(LABELS)).map(" ".join).map(">{}".format),
    st.integers(-900, 900),
    max_size=8,
)


@settings(max_examples=40)
@given(judged_pages(), WEIGHTS, STEPS)
def test_every_way_is_one_that_a_page_may_go(found, rows, steps):
    keys, roles, headline = found
    path = best_states(keys, roles, headline, line_weights(rows | steps))
    check(path, roles, headline)


PIECES = st.sampled_from(
    ["Bridge to reopen", "Share", "Related", "© 2024", "a", "•", "___", "3 comments", LEAD, BODY]
)


@given(
    st.lists(st.one_of(PIECES, st.text(min_size=1, max_size=30)), max_size=10).map(
        lambda texts: page(*texts)
    ),
    st.integers(-1, 9),
)
def test_every_line_of_a_page_has_one_state(found, headline):
    at = headline if 0 <= headline < len(found) else None
    if at is not None:
        take(found[at], BlockRole.HEADLINE, Judge.HEADLINE)
    weighed = weigh_lines(found, at, PACK)
    check([STATES.index(one.state) for one in weighed], [line.role for line in found], at)


def test_a_page_without_lines_has_no_states():
    assert best_states([], [], None, NONE) == []
    assert weigh_lines([], None, PACK) == []


def test_the_same_page_is_weighed_alike():
    texts = ("Bridge to reopen", LEAD, "Floods hit upper valley", BODY, "Share", LAST)
    assert weigh_lines(page(*texts), 0, PACK) == weigh_lines(page(*texts), 0, PACK)


def test_neighbours_decide_what_a_line_alone_would_not_be():
    rows = {
        "story": row(body=300),
        "doubtful": row(body=10, related=20),
        "teaser": row(related=300),
        ">body body": 100,
        ">related related": 100,
    }
    weights = line_weights(rows)

    def middle(above, below):
        keys = [[above], ["doubtful"], [below]]
        return STATES[best_states(keys, [None] * 3, None, weights)[1]].label

    assert middle("story", "story") is BlockRole.BODY
    assert middle("teaser", "teaser") is BlockRole.RELATED


def test_what_speaks_for_a_line_is_the_weight_of_its_label_and_its_zone():
    (only,) = weigh_lines(page(LEAD), None, PACK)
    fields = weights_of(PACK).fields(keys_of_lines(page(LEAD), None, PACK)[0])
    zone, label = only.state
    assert only.points == fields[LABELS.index(label)] + fields[len(LABELS) + zone]


def test_the_story_is_one_stretch():
    """A paragraph behind the story's end is no way back into it."""
    rows = {"story": row(body=300), "below": row(BELOW=900, other=100), "bare": row(body=50)}
    keys = [["story"], ["below"], ["bare"]]
    path = best_states(keys, [None] * 3, None, line_weights(rows))
    assert [STATES[number].zone for number in path] == [Zone.STORY, Zone.BELOW, Zone.BELOW]


@pytest.mark.parametrize(
    ("i", "headline", "place"),
    [
        (0, None, Place.NO_HEADLINE),
        (0, 1, Place.ABOVE),
        (1, 1, Place.HEADLINE),
        (2, 1, Place.BEHIND),
    ],
)
def test_the_headline_tells_where_a_line_stands(i, headline, place):
    assert place_of(i, headline) is place


def test_the_zones_of_a_place_are_those_around_the_headline():
    zones = {place: {STATES[n].zone for n in allowed_states(None, place)} for place in Place}
    assert zones == {
        Place.NO_HEADLINE: {Zone.ABOVE, Zone.STORY, Zone.BELOW},
        Place.ABOVE: {Zone.ABOVE},
        Place.HEADLINE: {Zone.HEADLINE},
        Place.BEHIND: {Zone.TOP, Zone.STORY, Zone.BELOW},
    }


def test_only_judges_who_read_a_line_make_it_a_byline_or_a_credit():
    for place in (Place.NO_HEADLINE, Place.ABOVE, Place.BEHIND):
        guessed = {STATES[n].label for n in allowed_states(None, place)}
        assert guessed.isdisjoint(NEVER_GUESSED)
        byline = allowed_states(BlockRole.BYLINE, place)
        assert {STATES[n].label for n in byline} == {BlockRole.BYLINE}


@pytest.mark.parametrize("role", [role for role in ANYWHERE if role is not None])
@pytest.mark.parametrize("place", [Place.NO_HEADLINE, Place.ABOVE, Place.BEHIND])
def test_a_role_that_a_judge_gives_has_a_state_wherever_a_line_stands(role, place):
    assert allowed_states(role, place)


def test_a_line_without_a_verdict_is_open():
    assert settled_role(page("Share")[0]) is None


@pytest.mark.parametrize("sign", [Sign.LISTED_START, Sign.OFFER_NAMED, Sign.DATED_SCENE])
def test_a_long_paragraph_may_be_the_story_s_though_a_judge_took_it(sign):
    (line,) = page(LONG)
    take(line, BlockRole.PROMOTION, sign=sign)
    assert settled_role(line) is None


@pytest.mark.parametrize("sign", [Sign.LISTED_START, Sign.OFFER_NAMED, Sign.DATED_SCENE])
def test_a_shorter_one_keeps_what_the_judge_said(sign):
    (line,) = page("Sign up and read the story of the bridge.")
    take(line, BlockRole.PROMOTION, sign=sign)
    assert settled_role(line) is BlockRole.PROMOTION


@pytest.mark.parametrize(
    ("role", "sign"),
    [
        (BlockRole.BYLINE, Sign.BYLINE_OPENING),
        (BlockRole.CREDIT, Sign.CONTRIBUTION),
        (BlockRole.COPYRIGHT, Sign.COPYRIGHT_CLAIM),
        (BlockRole.NOTE, Sign.CORRECTED),
        (BlockRole.CAPTION, Sign.PICTURE_LABEL),
        (BlockRole.SOCIAL, Sign.SIGNED_POST),
    ],
)
def test_a_sure_sign_settles_what_a_line_is_however_long_it_is(role, sign):
    (line,) = page(LONG)
    take(line, role, sign=sign)
    assert settled_role(line) is role


def test_what_comes_next_has_another_label():
    for one in weigh_lines(page("Bridge to reopen", LEAD, "Floods hit valley", BODY), 0, PACK):
        assert one.next_label is not one.state.label


def test_paragraphs_below_a_headline_are_the_story_s():
    found = weigh_lines(page("Bridge to reopen in May", LEAD, BODY, LAST), 0, PACK)
    assert [one.state.is_of_story for one in found] == [False, True, True, True]
