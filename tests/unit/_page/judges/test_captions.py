"""Captions by their own signs, and sentences that only look like one."""

import pytest

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


@pytest.mark.parametrize(
    "line",
    [
        "[1/5]Workers on the bridge on Monday. REUTERS/Omar Feld Purchase Licensing Rights",
        "Image captionWorkers on the bridge on Monday",
        "Pictured right: Ann Lee with the last stone of the bridge",
        "Mayor Ann Lee, left, and the ferryman Bo Ek on the eastern pier.",
        "Mayor Ann Lee (left) and the ferryman Bo Ek on the eastern pier.",
        "From left, Ann Lee, Bo Ek and Mei Castellan on the eastern pier.",
        "Ann Lee in an undated photo provided by her family.",
        "Workers set the last stone on Monday.CreditMei Castellan for The Courier",
        "Workers set the last stone on Monday. Photograph: Mei Castellan",
        "A boat below the bridge. Mei Castellan for Valley Review",
        "Mayor Ann Lee walks across the bridge in Norvale, Ohio, on March 4, 2024.",
        "Jan. 15, 1967: The old bridge carries its first train across the Orla",
        "Screenshot by Mei Castellan",
        "Mei Castellan / AP",
    ],
)
def test_a_caption_is_told_by_its_own_signs(line):
    assert roles(line) == ["caption"]


@pytest.mark.parametrize(
    "line",
    [
        "The last train left, and nobody saw it go.",
        "She turned left, then right, and was gone, the ferryman said.",
        "Rep. Ann Lee (D) and Sen. Bo Ek (R) voted for the bridge.",
        "The mill closed on March 4, 2020, after a hundred years, its owner said.",
        "On March 4, 2024, the mayor walks across the bridge in this story's first chapter.",
        "“I was pictured, left, with the stone,” she said, and laughed at it.",
        "The council paid the rest (AP says it was two thirds, and it asked twice).",
    ],
)
def test_a_sentence_of_the_story_is_none(line):
    assert roles(line) == ["body"]
