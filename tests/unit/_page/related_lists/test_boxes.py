"""Boxes of titles without a heading."""

from newsquote._page.line import Line
from newsquote._page.related_lists import boxes
from newsquote._page.story import StoryLines
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines
from newsquote.kinds import BlockRole
from newsquote.lang import get_pack

PACK = get_pack("en")
LEAD = "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood."


def page(*texts):
    text = "\n".join(texts)
    return join_wrapped_lines(text, lines.split_lines(text))


def test_bulleted_titles_behind_the_last_paragraph_are_a_tail():
    tail = page(LEAD, "- Floods hit upper valley", "- Mill to close in autumn")
    assert boxes.find_bulleted_tail(tail, 0) == {1}
    rules = page(LEAD, "It named rules:", "- Floods hit upper valley")
    assert boxes.find_bulleted_tail(rules, 0) == frozenset()


def test_inside_the_story_a_box_reads_as_headlines_do():
    story = StoryLines(0, 3, 3)
    assert boxes.is_box(page(LEAD, "- Why does the mill close?", LEAD), 1, story)
    assert not boxes.is_box(page(LEAD, "- No lorries on the bridge", LEAD), 1, story)


def test_seven_titles_above_the_headline_are_a_band():
    band = page(*(f"Town number {n} hit by flood" for n in range(8)), LEAD)
    assert boxes.end_of_band(band, 0, 9) == 8
    assert boxes.end_of_band(band, 3, 9) is None


def test_where_the_first_copy_of_a_title_ends():
    for text, end in (
        ("Floods hit valley Floods hit valley", 17),
        ("Floods hit valley Floods hit valley Floods hit va…", 17),
        ("The mill fell. The mill fell.", None),
        ("Floods hit valley", None),
    ):
        assert boxes.first_copy_end(Line(text, 0, len(text), 0, 0), PACK) == end


def test_a_correction_ends_a_run_of_bulleted_titles():
    text = "Floods hit upper valley"
    lines_ = page(LEAD, f"- {text}", "- This article was amended on 5 March 2024")
    lines_[2].role = BlockRole.CORRECTION
    assert boxes.end_of_bullets(lines_, 1) == 2


def test_four_bare_titles_behind_the_story_are_related():
    titles = [f"Town number {n} hit by flood" for n in range(4)]
    lines_ = page(LEAD, titles[0], "Valley", titles[1], titles[2], titles[3], "Menu")
    assert boxes.titles_behind_story(lines_, 1, StoryLines(0, 1, 1), PACK) == [1, 3, 4, 5]
    assert boxes.titles_behind_story(lines_, 1, StoryLines(0, 1, 7), PACK) == []
    assert boxes.titles_behind_story(lines_[:5], 1, StoryLines(0, 1, 1), PACK) == []


def test_entries_and_headings_behind_the_story_are_no_titles():
    entries = page(LEAD, *(f"Town of Norvale {n} (Group A): third place" for n in range(5)))
    assert boxes.titles_behind_story(entries, 1, StoryLines(0, 1, 1), PACK) == []
    headings = page(LEAD, *(f"Most popular in the section {n} today" for n in range(5)))
    assert boxes.titles_behind_story(headings, 1, StoryLines(0, 1, 1), PACK) == []


def test_tags_behind_the_story_are_no_titles_but_a_short_title_is():
    tags = page(LEAD, "- Floods and rivers", "- Norvale town council", "- Orla valley mills")
    assert boxes.find_bulleted_tail(tags, 0) == frozenset()
    assert boxes.find_bulleted_tail(page(LEAD, "- Floods hit valley"), 0) == {1}
