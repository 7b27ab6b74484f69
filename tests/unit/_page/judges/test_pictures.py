"""Captions that the lines beside them tell."""

from newsquote._page import passes
from newsquote._text import lines
from newsquote._text.notes import Notes
from newsquote.lang import get_pack

PACK = get_pack("en")
LEAD = "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood."
BODY = "Engineers had checked every stone of the bridge, and the last of the piers was set in place on Monday."


def roles(*inside):
    """The roles of lines that stand between paragraphs."""
    text = "\n\n".join(["Bridge to reopen in May", LEAD, *inside, BODY])
    found = {
        text[slice(*block.range)]: block.role.value
        for block in passes.read_page(text, lines.split_lines(text), PACK, Notes(), None).blocks
    }
    return [found[line] for line in inside]


def test_what_stands_below_a_button_or_above_a_source_is_one():
    assert roles("View image in fullscreen", "Workers on the bridge on Monday.") == [
        "caption",
        "caption",
    ]
    assert roles("Workers on the bridge on Monday", "Mei Castellan/Getty Images") == [
        "caption",
        "caption",
    ]


def test_a_sentence_printed_twice_side_by_side_is_one():
    line = "The mayor of Norvale stands on the eastern pier with the last stone."
    text = f"Bridge to reopen in May\n\n{LEAD}\n\n{line}\n\n{line}\n\n{BODY}"
    assert [
        block.role.value
        for block in passes.read_page(text, lines.split_lines(text), PACK, Notes(), None).blocks
    ][2:4] == ["caption", "caption"]


def test_a_sentence_printed_twice_with_paragraphs_between_is_none():
    line = "The mayor of Norvale stands on the eastern pier with the last stone."
    text = f"Bridge to reopen in May\n\n{LEAD}\n\n{line}\n\n{BODY}\n\n{line}\n\n{LEAD}"
    assert {
        block.role.value
        for block in passes.read_page(text, lines.split_lines(text), PACK, Notes(), None).blocks[1:]
    } == {"body"}
