"""Lines without a sign of their own, judged by where they stand."""

from newsquote._page.judges.surroundings import judge_surroundings, survey_surroundings
from newsquote._page.story import StoryLines
from newsquote._page.verdicts import Sign
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines

LEAD = "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood."


def signs(*texts, headline, story):
    text = "\n".join(texts)
    page = join_wrapped_lines(text, lines.split_lines(text))
    around = survey_surroundings(page, headline, StoryLines(*story))
    verdicts = [judge_surroundings(line, i, around) for i, line in enumerate(page)]
    return [verdict and verdict.why for verdict in verdicts]


def test_kickers_and_menus_stand_above_the_headline():
    found = signs("Courier", "Towns", "Bridge to reopen", LEAD, headline=2, story=(3, 4, 4))
    assert found == [
        Sign.ABOVE_HEADLINE,
        Sign.RIGHT_ABOVE_HEADLINE,
        Sign.BARE_LINE_BEFORE_STORY,
        None,
    ]


def test_behind_the_story_a_quotation_is_worth_more():
    said = "“It will stay for ever,” said the ferryman."
    found = signs("Bridge", LEAD, "Orla news", said, headline=0, story=(1, 2, 2))
    assert found[2:] == [Sign.BEHIND_STORY, None]


def test_tags_end_a_page():
    found = signs("Bridge", LEAD, "upper town", "Orla", "mills", headline=0, story=(1, 2, 5))
    assert found[2:] == [Sign.TAG] * 3
    assert signs("Bridge", LEAD, "Orla", "mills", headline=0, story=(1, 2, 4))[2:] == [None] * 2


def test_numbers_one_below_the_other_are_a_chart():
    chart = ("1", "Orla", "2", "Ferry", "3", "Mill")
    found = signs("Bridge", LEAD, *chart, LEAD, headline=0, story=(1, 9, 9))
    assert found[2:8] == [Sign.CHART] * 6


def test_a_short_line_that_comes_back_is_the_site_s():
    found = signs("Bridge", LEAD, *("Back to the valley", LEAD) * 3, headline=0, story=(1, 8, 8))
    assert found[2::2] == [Sign.REPEATED_LINE] * 3
