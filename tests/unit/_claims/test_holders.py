"""Whose words stand at a place."""

import pytest

import newsquote
from newsquote import ParseOptions, Span
from newsquote._claims.holders import Holders, is_of

TEXT = "“We know it,” said Ann Lee, “and so do you.” Rain fell. Bo Ek said that Ida Vance said it rained."
NESTED = newsquote.parse(TEXT, options=ParseOptions(include_nested=True))


def at(*pieces, article=NESTED):
    spans = [Span(TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in pieces]
    return Holders(article).at(spans)


def shares(*pieces):
    return {one.name: round(share, 2) for one, share in at(*pieces).shares.items()}


def test_a_speaker_has_all_parts_of_a_quote():
    assert shares("We know it", "and so do you") == {"Ann Lee": 1}
    assert [quote.words for quote in at("We know it", "so do").quotes] == [
        "We know it and so do you."
    ]


def test_marks_and_blanks_do_not_count():
    assert shares("“We know it,” ") == {"Ann Lee": 1}


def test_what_stands_between_parts_is_nobodys():
    holding = at("said Ann Lee")
    assert (holding.quotes, holding.quoted, holding.shares) == ((), 0, {})


def test_a_share_is_counted_in_letters():
    assert shares("know it,” said") == {"Ann Lee": 0.6}
    assert at("know it,” said").quoted == pytest.approx(0.6)


def test_what_others_pass_on_is_said_by_both_the_outer_first():
    assert shares("it rained") == {"Bo Ek": 1, "Ida Vance": 1}
    assert len(at("it rained").quotes) == 2


def test_a_place_without_letters_has_no_share():
    assert at("“").shares == {}


def test_nobody_says_the_words_around_a_quote():
    holders = Holders(NESTED)
    start = TEXT.index("Rain fell.")
    assert holders.is_unsaid(Span(start, start + 10))
    assert not holders.is_unsaid(Span(0, 3))
    assert holders.is_unsaid(Span(0, 0))


def test_all_but_the_words_of_some_is_blanked_and_nothing_moves():
    lee = next(one for one in NESTED.speakers if one.name == "Ann Lee")
    only = Holders(NESTED).only({lee})
    assert only.split() == ["We", "know", "it,", "and", "so", "do", "you."]
    assert only.index("We") == TEXT.index("We")
    assert only.index("so") == TEXT.index("so")
    assert Holders(NESTED).only(()) == ""


def test_a_member_is_meant_with_those_who_speak_together():
    article = newsquote.parse("“It is over,” Ann Lee and Bo Ek said in a joint statement.")
    both = article.quotes[0].speaker
    assert is_of(both, {both})
    assert is_of(both, {both.members[0]})
    assert not is_of(both.members[0], {both})
    assert not is_of(None, {both})
