"""Whose text it is and how its author is reached, as credits."""

import pytest

from newsquote._page import passes
from newsquote._text import lines
from newsquote._text.notes import Notes
from newsquote.lang import get_pack

PACK = get_pack("en")
STORY = (
    "Bridge to reopen\nThe bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood.\n"
    "Engineers had checked every stone of the bridge, and the last of the piers was set in place on Monday.\n"
)


def credits_and_roles(line):
    text = STORY + line
    layout = passes.read_page(text, lines.split_lines(text), PACK, Notes(), None)
    found = [
        (record.kind.value, [text[slice(*agency)] for agency in record.agencies])
        for record in layout.credits
    ]
    return found, layout.blocks[-1].role.value


@pytest.mark.parametrize(
    ("line", "agencies", "role"),
    [
        ("© 2024 AFP", ["AFP"], "copyright"),
        (
            "Copyright 2024 The Associated Press. All rights reserved.",
            ["The Associated Press"],
            "copyright",
        ),
        ("(c) 2024 Orla Valley Media", [], "copyright"),
        ("© Dana Whitlock", [], "copyright"),
        ("Contact Dana Whitlock at dwhitlock@courier.example or 555-0100.", [], "contact"),
        ("Dana Whitlock can be reached at dwhitlock@courier.example.", [], "contact"),
        ("Follow Dana Whitlock on Twitter @danawhit.", [], "social"),
        ("- (c)2018 The Norvale Union", [], "copyright"),
        ("Any reproduction or copying of this is prohibited.", [], "copyright"),
        ("No part of this article may be used without permission.", [], "copyright"),
        ("Press enquiries: ann@norvale.example", [], "contact"),
        ("Twitter: @danawhit", [], "contact"),
        ("Write to Dana Whitlock at dwhitlock@courier.example", [], "contact"),
        ("Send letters to letters@courier.example", [], "contact"),
        ("Visit The Norvale Union at www.norvale.example", [], "contact"),
    ],
)
def test_rights_and_addresses_are_credits(line, agencies, role):
    kind = "copyright" if role == "copyright" else "contact"
    assert credits_and_roles(line) == ([(kind, agencies)], role)


@pytest.mark.parametrize(
    "line",
    [
        "Share on Facebook",
        "Follow us",
        "She asked readers to follow the river to the sea and to write down what they saw there, and forty did.",
        "The copyright of the old song was sold in the spring, and the family will get a third of what it brings.",
        "“Contact me at the mill,” he wrote, and left.",
        "Any reproduction of the painting would be a fake, Ek said.",
        "No part of this bridge is older than ten years, Lee said.",
        "Visit the bridge at www.norvale.example, Lee told the children.",
        "Write to me, she told them.",
    ],
)
def test_buttons_and_sentences_of_the_story_are_none(line):
    assert credits_and_roles(line)[0] == []
