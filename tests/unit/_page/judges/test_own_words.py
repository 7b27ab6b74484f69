"""What each block of a page is."""

import pytest

from newsquote._page import passes
from newsquote._text import lines
from newsquote._text.notes import Notes
from newsquote.lang import get_pack

PACK = get_pack("en")
STORY = [
    "Bridge to reopen in May",
    "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood.",
    "Engineers had checked every stone of the bridge, and the last of the piers was set in place on Monday.",
]


def role(line):
    """The role of a line between two paragraphs, with the kind of its paragraph."""
    text = "\n\n".join([*STORY, line, STORY[1]])
    layout = passes.read_page(text, lines.split_lines(text), PACK, Notes(), None)
    start = text.index(line, len(STORY[0]))
    where = next(block for block in layout.blocks if block.range[0] <= start < block.range[1])
    kind = next(
        (paragraph.kind.value for paragraph in layout.paragraphs if paragraph.range == where.range),
        None,
    )
    return where.role.value, kind


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Advertisement", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Share on Facebook", "social"),
        ("Follow Dana Whitlock on Twitter @danawhit", "social"),
        ("Contact Dana Whitlock at dwhitlock@courier.example or 555-0100.", "contact"),
        ("© 2024 The Courier", "copyright"),
        ("Copyright 2024 The Courier. All rights reserved.", "copyright"),
        (
            "Correction: An earlier version of this article misspelled the name of the river.",
            "correction",
        ),
        ("This story has been corrected to show that the bridge has four piers.", "correction"),
        ("Editor’s note: This story is part of a series.", "note"),
        ("Sign up for our morning newsletter.", "promotion"),
        ("Published: 4 Mar 2024 10:14 GMT", "timestamp"),
        ("Skip to main content", "navigation"),
        ("Mei Castellan contributed to this report.", "credit"),
        ("___", "other"),
    ],
)
def test_furniture_is_told_by_its_words(line, expected):
    assert role(line) == (expected, None)


@pytest.mark.parametrize(
    "line",
    [
        "FILE PHOTO: The bridge before the flood. REUTERS/Omar Feld/File Photo",
        "Workers on the bridge on Monday (AP Photo/Omar Feld, Pool)",
        "Photograph: Omar Feld/Getty Images",
        "Getty Images",
    ],
)
def test_captions_are_paragraphs_of_their_own_kind(line):
    assert role(line) == ("caption", "caption")


def test_a_short_line_inside_the_story_is_a_heading():
    assert role("What the engineers found") == ("heading", "heading")


@pytest.mark.parametrize(
    "line",
    [
        '"We did it."',
        "“No,” she said.",
        "“We will cross it every day",
        "LEE: We did it",
        "It fell.",
        "Sources close to the mayor said the bridge was never safe, and that she had known it.",
        "Comments by the mayor were not welcome.",
        "Contact with the ferry was lost at noon, police said.",
        "Follow the money, she said.",
        "Subscribers to the ferry were angry, the council said.",
        "Advertisement spending rose in May, the firm said.",
        "Support for the bridge has grown, the mayor said.",
        "Copyright law has nothing to say of bridges, he argued.",
        "Share prices fell.",
        "Photo finishes are rare, the rower said.",
        "“Sign up for the ferry,” the mayor told them.",
        "By Tuesday the river had risen again.",
        "More than ever, the town needs the bridge, said Lee.",
    ],
)
def test_in_doubt_a_line_is_body(line):
    assert role(line) == ("body", "text")


def test_a_page_full_of_furniture_ends_with_its_last_paragraphs():
    furniture = ["Share", "Tweet", "Subscribe", "Comments"]
    text = "\n".join(
        [
            *STORY,
            STORY[1],
            STORY[2],
            *furniture,
            "upper town",
            "Orla bridge",
        ]
    )
    layout = passes.read_page(text, lines.split_lines(text), PACK, Notes(), None)
    roles = {text[slice(*block.range)]: block.role.value for block in layout.blocks}
    assert (roles["upper town"], roles[STORY[2]]) == ("other", "body")
