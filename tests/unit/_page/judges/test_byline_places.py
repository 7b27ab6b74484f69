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
