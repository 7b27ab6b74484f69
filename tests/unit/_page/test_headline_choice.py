"""The headline is the likeliest of those that may be it, or there is none."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsquote
from newsquote._page import headline_choice
from newsquote._page.headline_choice import WEIGHTS, find_headline
from newsquote._page.story import find_lead
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines
from newsquote.kinds import BlockRole
from newsquote.lang import get_pack
from newsquote.lang.weights import read_weights

PACK = get_pack("en")
PATH = Path(newsquote.__file__).parent / "lang" / "en" / "weights" / WEIGHTS
HEADLINE = "Bridge over the Orla to reopen in May"
LEAD = "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood."
BODY = "Engineers had checked every stone of the bridge, and the last of the piers was set in place on Monday."


def page(*texts):
    text = "\n".join(texts)
    return join_wrapped_lines(text, lines.split_lines(text))


def take(line, role):
    line.verdict, line.role = Verdict(role, Judge.LISTED_PHRASE, Sign.LISTED_LINE), role


def chosen(found):
    """The text of the headline and the sign that told, if there is one."""
    best = find_headline(found, find_lead(found, PACK), PACK)
    return None if best is None else (found[best.line_index].text, best.verdict.why)


def weigh_by(monkeypatch, weights):
    monkeypatch.setattr(headline_choice, "read_weights", lambda *_: weights)


def test_the_only_candidate_is_the_headline():
    assert chosen(page(HEADLINE, LEAD, BODY)) == (HEADLINE, Sign.ONLY_CANDIDATE)


@pytest.mark.parametrize(
    "texts",
    [
        ("Towns", HEADLINE),
        ("Towns", "Norvale", "Farm prices fall across Corrow", HEADLINE),
        (HEADLINE, "Mayor says all piers of it are safe"),
        ("BBC News", HEADLINE),
    ],
)
def test_the_best_of_several_is_the_headline(texts):
    assert chosen(page(*texts, LEAD, BODY, LEAD)) == (HEADLINE, Sign.BEST_CANDIDATE)


def test_a_line_with_a_verdict_is_never_the_headline():
    found = page(HEADLINE, "Mill to close in autumn", LEAD, BODY)
    take(found[0], BlockRole.RELATED)
    assert chosen(found) == ("Mill to close in autumn", Sign.ONLY_CANDIDATE)


@pytest.mark.parametrize("texts", [(), (LEAD,), (LEAD, BODY), (f"{LEAD} {BODY}", LEAD, BODY)])
def test_there_is_none_where_there_is_none(texts):
    assert chosen(page(*texts)) is None


def test_there_is_none_where_that_is_likelier(monkeypatch):
    found = page(HEADLINE, LEAD, BODY)
    weigh_by(monkeypatch, {"none": 5})
    assert chosen(found) is None
    weigh_by(monkeypatch, {"first line": 5})
    assert chosen(found) == (HEADLINE, Sign.ONLY_CANDIDATE)


def test_the_first_of_equals_is_the_headline(monkeypatch):
    weigh_by(monkeypatch, {})
    found = page("Mill to close in autumn", HEADLINE, LEAD, BODY)
    assert chosen(found) == ("Mill to close in autumn", Sign.BEST_CANDIDATE)


def test_a_short_first_line_is_one_though_its_form_speaks_against_it():
    first = "The mayor of Norvale said: the bridge reopens,"
    assert chosen(page(first, "", LEAD, "", BODY)) == (first, Sign.SHORT_FIRST_LINE)


def test_a_short_first_line_above_one_paragraph_is_one():
    assert chosen(page("Mill to close 🏭", "", LEAD)) == ("Mill to close 🏭", Sign.SHORT_FIRST_LINE)


@pytest.mark.parametrize(
    "texts",
    [
        ("The mayor of Norvale said: the bridge reopens,", LEAD, "", BODY),
        ("The mayor of Norvale said: the bridge reopens,", "", LEAD),
        ("- The mayor of Norvale said: the bridge reopens,", "", LEAD, "", BODY),
        ("LISBON (AP) — It fell,", "", LEAD, "", BODY),
        ("“It is over,” said the mayor.", "", LEAD, "", BODY),
    ],
)
def test_another_first_line_is_none(texts):
    assert chosen(page(*texts)) is None


def test_a_judged_first_line_is_none():
    found = page("The mayor of Norvale said: the bridge reopens,", "", LEAD, "", BODY)
    take(found[0], BlockRole.CAPTION)
    assert chosen(found) is None


PIECES = st.sampled_from(
    [HEADLINE, "Towns", "Share", "- Mill to close", "BBC News", "12", "___", "", LEAD, BODY]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=12))
def test_any_page_has_one_headline_at_most(texts):
    found = page(*texts)
    for line in found[::3]:
        take(line, BlockRole.OTHER)
    best = find_headline(found, find_lead(found, PACK), PACK)
    if best is not None:
        assert found[best.line_index].role is None
        assert best.verdict.role is BlockRole.HEADLINE
    assert best == find_headline(found, find_lead(found, PACK), PACK)


def test_the_weights_are_whole_numbers_of_keys_without_words_of_texts():
    weights = read_weights(PACK, WEIGHTS)
    assert PATH.stat().st_size <= 10_000
    assert all(isinstance(worth, int) for worth in weights.values())
    first = {key.partition(" ")[0] for key in weights}
    assert first <= {
        *("above", "bar", "before", "behind", "below", "capitals", "date", "ends", "first"),
        *("house", "left", "name", "next", "none", "number", "outlet", "prose", "rank", "sentence"),
        *("shared", "stamp", "to", "twice", "upper", "words"),
    }
    assert all(re.fullmatch(r"\S+(?: \S+){0,3}", key) for key in weights)
