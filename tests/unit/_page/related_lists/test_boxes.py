"""Boxes of titles without a heading."""

from newsquote._page.line import Line
from newsquote._page.related_lists import boxes
from newsquote._page.story import StoryLines
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines
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
