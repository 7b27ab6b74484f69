"""Which lines may be the headline, and what can be seen of them."""

import pytest

from newsquote._page.headline_keys import HeadlineView, find_candidates, is_paragraph
from newsquote._page.line import Line
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines
from newsquote.kinds import BlockRole
from newsquote.lang import get_pack

PACK = get_pack("en")
HEADLINE = "Bridge over the Orla to reopen in May"
LEAD = "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood."
BODY = "Engineers had checked every stone of the bridge, and the last of the piers was set in place on Monday."


def page(*texts):
    text = "\n".join(texts)
    return join_wrapped_lines(text, lines.split_lines(text))


def take(line, role):
    line.verdict, line.role = Verdict(role, Judge.LISTED_PHRASE, Sign.LISTED_LINE), role


def candidates(*texts):
    """The candidates among the lines above a lead."""
    found = page(*texts, LEAD, BODY)
    return [found[i].text for i in find_candidates(found, len(texts), PACK)]


def view(found, lead):
    return HeadlineView(found, find_candidates(found, lead, PACK), lead, PACK)


@pytest.mark.parametrize(
    "line",
    [HEADLINE, "Towns", "Bridge to reopen. At last!", "Why is the bridge shut?", "“We did it”"],
)
def test_a_line_above_the_story_may_be_the_headline(line):
    assert candidates(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "- Floods hit upper valley",
        "The mayor of Norvale said:",
        "The mayor of Norvale,",
        "12 - 30",
        LEAD + " " + BODY,
        "word " * 41 + "word",
        "LISBON (AP) — The bridge is open.",
        "“It is over,” said the mayor.",
    ],
)
def test_another_is_none(line):
    assert candidates(line) == []


def test_a_line_with_a_verdict_is_none():
    found = page("Share", HEADLINE, LEAD, BODY)
    assert find_candidates(found, 2, PACK) == [0, 1]
    take(found[0], BlockRole.SOCIAL)
    assert find_candidates(found, 2, PACK) == [1]


def test_below_the_lead_there_are_none():
    assert find_candidates(page(LEAD, HEADLINE, BODY), 0, PACK) == []


def test_a_sentence_below_the_first_line_is_one_only_if_there_is_no_other():
    standfirst = "The mayor says that all of it is safe."
    assert candidates(HEADLINE, standfirst) == [HEADLINE]
    assert candidates("The bridge is open.", HEADLINE) == ["The bridge is open.", HEADLINE]
    assert candidates("- Towns", standfirst) == [standfirst]


def test_a_path_of_sections_that_ends_in_the_headline_is_none():
    assert candidates(f"Home Towns {HEADLINE}", HEADLINE) == [HEADLINE]
    assert candidates("Home Towns Norvale", HEADLINE) == ["Home Towns Norvale", HEADLINE]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("“It is over,” said the mayor.", True),
        (f"{LEAD} {BODY}", True),
        ("The bridge is shut. Now what?", False),
        (LEAD, False),
        (HEADLINE, False),
        ("“It is over,” says mayor", False),
    ],
)
def test_a_paragraph_quotes_or_has_two_sentences(line, expected):
    assert is_paragraph(Line(line, 0, len(line), 0, 0), PACK) is expected


def test_the_form_of_a_candidate_is_seen():
    found = page("FLOODS HIT 3 TOWNS", "Bridge to reopen | BBC News", "Ann Lee", "BBC News", LEAD)
    seen = view(found, 4)
    assert {"upper", "number", "first line", "ends word"} <= set(seen.keys(0))
    assert {"bar", "house behind"} <= set(seen.keys(1))
    assert "name" in seen.keys(2)
    assert "house" in seen.keys(3)
    assert {"upper", "number", "bar", "house", "first line"}.isdisjoint(seen.keys(2))


def test_a_stamp_or_a_byline_near_a_candidate_is_seen():
    found = page("Towns", HEADLINE, "Mayor says so", "March 4, 2024", LEAD, BODY)
    take(found[3], BlockRole.TIMESTAMP)
    seen = view(found, 4)
    assert {"stamp below 2", "above bare 0"} <= set(seen.keys(1))
    assert {"stamp below 1", "below timestamp"} <= set(seen.keys(2))


def test_words_that_come_back_in_the_story_are_seen():
    found = page(HEADLINE, "Farm prices fall across Corrow", LEAD, BODY)
    seen = view(found, 2)
    assert {"shared 5", "behind best 0"} <= set(seen.keys(0))
    assert {"shared 0", "behind best 4"} <= set(seen.keys(1))
    assert "next less 1 shorter" in seen.keys(0)
    assert "before more 2 longer" in seen.keys(1)


def test_a_line_printed_twice_is_seen():
    seen = view(page(HEADLINE, "Towns", HEADLINE, LEAD), 3)
    assert "twice" in seen.keys(0)
    assert "twice" not in seen.keys(1)


def test_none_is_a_candidate_with_keys_of_its_own():
    found = page("Towns", HEADLINE, LEAD, BODY)
    assert view(found, 2).keys_of_none() == [
        "none",
        "none first bare",
        "none candidates 2",
        "none lead 2",
    ]
    take(found[0], BlockRole.NAVIGATION)
    assert "none first judged" in view(found, 2).keys_of_none()


def test_keys_do_not_hold_words_of_the_text():
    found = page("Norvale Post", HEADLINE, "Mayor says so", LEAD, BODY)
    words = {"norvale", "post", "bridge", "orla", "reopen", "mayor", "says"}
    for i in range(3):
        assert all(words.isdisjoint(key.split()) for key in view(found, 3).keys(i))
