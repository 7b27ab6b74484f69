"""What can be seen of a line of a page, as keys."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsquote._page.chain.features import keys_of_lines
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


def keys_of(*texts, at=0, headline=None):
    return keys_of_lines(page(*texts), headline, PACK)[at]


def test_a_judged_line_is_seen_by_its_verdict_and_not_by_its_words():
    found = page(HEADLINE, "Share this", LEAD)
    take(found[1], BlockRole.SOCIAL)
    keys = keys_of_lines(found, 0, PACK)[1]
    assert {"=look social", "=sign LISTED_LINE"} <= set(keys)
    assert all(key.startswith("=") for key in keys)


@pytest.mark.parametrize(
    ("i", "place"),
    [(0, "above2"), (1, "above1"), (2, "head"), (3, "below1"), (4, "below2")],
)
def test_the_place_of_a_line_is_told_by_the_headline(i, place):
    found = page("Norvale Post", "Towns", HEADLINE, LEAD, BODY)
    assert f"=place {place}" in keys_of_lines(found, 2, PACK)[i]


def test_without_a_headline_it_is_told_by_the_top():
    assert "=place top0" in keys_of(LEAD, BODY)
    assert "=place top1" in keys_of(LEAD, BODY, at=1)


def test_neighbours_are_seen():
    found = page(HEADLINE, "Upper town", LEAD)
    take(found[0], BlockRole.HEADLINE)
    keys = keys_of_lines(found, 0, PACK)[1]
    assert {"=up headline", "=down prose", "=between headline prose"} <= set(keys)
    alone = keys_of("Upper town")
    assert {"=up ^", "=down $"} <= set(alone)


def test_words_of_the_headline_and_of_the_story_come_back():
    echo = keys_of(HEADLINE, "Bridge of Orla", LEAD, at=1, headline=0)
    other = keys_of(HEADLINE, "Farm of Corrow", LEAD, at=1, headline=0)
    assert {"=echo 5 bit", "=story 5 bit"} <= set(echo)
    assert {"=echo 1 bit", "=story 1 bit"} <= set(other)


def test_a_line_printed_twice_is_seen():
    assert "=twice 2" in keys_of("Upper town", LEAD, "Upper town")
    assert "=twice 2" not in keys_of("Upper town", LEAD, "Lower town")


def test_what_closes_a_story_is_seen_behind_it():
    texts = (HEADLINE, LEAD, "3 comments", "Upper town", "Related stories", "Lower town")
    found = keys_of_lines(page(*texts), 0, PACK)
    assert "=past  bit" in found[2]
    assert "=past c bit" in found[3]
    assert "=past cr bit" in found[5]
    assert "=comments" in found[2]
    assert "=related whole" in found[4]


def test_above_the_story_nothing_closes_it():
    found = keys_of_lines(page("3 comments", "Upper town", LEAD), None, PACK)
    assert "=past  bit" in found[1]


PIECES = st.sampled_from(["Share", "Related", HEADLINE, LEAD, "___", "•", "12", "a", "3 comments"])


@given(
    st.lists(st.one_of(PIECES, st.text(min_size=1, max_size=30)), max_size=8), st.integers(-1, 7)
)
def test_every_line_has_keys_that_a_file_may_hold(texts, headline):
    found = page(*texts)
    at = headline if 0 <= headline < len(found) else None
    every = keys_of_lines(found, at, PACK)
    assert len(every) == len(found)
    for keys in every:
        assert "=bias" in keys
        assert all("\t" not in key and "\n" not in key for key in keys)


PAGE = (
    "Norvale Post",
    HEADLINE,
    "Mayor says all piers are safe",
    LEAD,
    "Ann Lee at the bridge / Norvale Post",
    BODY,
    "“We did it,” she said.",
    "Share",
    "Related stories",
    "- Floods hit upper valley",
    "3 comments",
    "dana1 says:",
)
DIGEST = "69fc86eae34a5ef2"
"""When this changes, raise FEATURES and fit the weights anew: training/README.md."""


def test_the_keys_of_a_page_are_those_that_the_weights_were_fitted_on():
    found = page(*PAGE)
    take(found[1], BlockRole.HEADLINE)
    take(found[7], BlockRole.SOCIAL)
    keys = "\n".join("\t".join(keys) for keys in keys_of_lines(found, 1, PACK))
    assert hashlib.sha256(keys.encode()).hexdigest()[:16] == DIGEST
