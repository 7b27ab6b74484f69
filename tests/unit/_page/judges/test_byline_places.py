"""Bylines that are told by where they stand."""

from newsquote._page.judges.byline_places import find_bylines
from newsquote._page.verdicts import Judge, Sign, Verdict
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines
from newsquote.kinds import BlockRole
from newsquote.lang import get_pack

LEAD = "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood."


def found(*texts, bylines=()):
    text = "\n".join((*texts, LEAD))
    page = join_wrapped_lines(text, lines.split_lines(text))
    for i in bylines:
        page[i].verdict = Verdict(BlockRole.BYLINE, Judge.BYLINE_WORDS, Sign.BYLINE_OPENING)
        page[i].role = BlockRole.BYLINE
    bylines_found = find_bylines(page, 0, len(page) - 1, get_pack("en"))
    names = [
        text[slice(*author.name)] for record in bylines_found.records for author in record.authors
    ]
    signs = {ruling.line.text: ruling.verdict.why for ruling in bylines_found.rulings}
    return names, signs


def test_a_name_right_below_the_headline_is_a_byline():
    assert found("Bridge to reopen", "Ann Lee") == (
        ["Ann Lee"],
        {"Ann Lee": Sign.NAME_BELOW_HEADLINE},
    )


def test_a_byline_goes_on_over_lines():
    names, signs = found("Bridge to reopen", "By Ann Lee", "and", "Bo Ek", bylines=(1,))
    assert names == ["Ann Lee", "Bo Ek"]
    assert signs == {"and": Sign.BYLINE_GOES_ON, "Bo Ek": Sign.NAME_BELOW_BYLINE}


def test_the_line_below_may_say_what_the_author_is():
    names, signs = found("Bridge to reopen", "By Ann Lee", "Political editor", bylines=(1,))
    assert (names, signs) == (["Ann Lee"], {"Political editor": Sign.AUTHORS_ROLE})


def test_nobody_is_found_where_nobody_is_named():
    assert found("Bridge to reopen", "Mill to close") == ([], {})


def test_a_role_above_the_name_is_the_authors():
    names, signs = found("Bridge to reopen", "Senior Reporter", "Ann Lee")
    assert names == ["Ann Lee"]
    assert signs == {"Senior Reporter": Sign.AUTHORS_ROLE, "Ann Lee": Sign.NAME_BELOW_HEADLINE}


def test_a_house_below_the_name_is_the_authors():
    names, signs = found("Bridge to reopen", "Ann Lee", "The Norvale Herald")
    assert names == ["Ann Lee"]
    assert signs["The Norvale Herald"] is Sign.AUTHORS_ROLE


def test_a_list_goes_on_behind_and():
    names, signs = found("Bridge to reopen", "Ann Lee and", "Bo Ek in Lisbon")
    assert names == ["Ann Lee", "Bo Ek"]
    assert signs["Bo Ek in Lisbon"] is Sign.NAME_BELOW_BYLINE


def test_the_credit_of_a_picture_below_a_byline_is_no_author():
    names, _ = found("Bridge to reopen", "By Ann Lee", "Bo Ek, Associated Press", bylines=(1,))
    assert names == ["Ann Lee"]


def test_a_club_or_a_menu_entry_is_nobody():
    for line in ("Norvale Wanderers", "Full Menu", "NEW DELHI"):
        assert found("Bridge to reopen", line) == ([], {})


def test_a_byline_may_stand_below_a_standfirst():
    standfirst = (
        "Two years after the flood the town will walk across the Orla again, and wants a feast."
    )
    text = f"Bridge to reopen\n{standfirst}\nBy Ann Lee\n{LEAD}"
    page = join_wrapped_lines(text, lines.split_lines(text))
    page[2].verdict = Verdict(BlockRole.BYLINE, Judge.BYLINE_WORDS, Sign.BYLINE_OPENING)
    page[2].role = BlockRole.BYLINE
    (record,) = find_bylines(page, 0, 1, get_pack("en")).records
    assert text[slice(*record.authors[0].name)] == "Ann Lee"
