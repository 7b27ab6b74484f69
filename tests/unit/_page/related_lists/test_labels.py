"""Titles on a line of their own inside the story."""

import pytest

import newsquote
from newsquote._page.line import Line
from newsquote._page.related_lists.labels import read_single_title
from newsquote._page.verdicts import Sign
from newsquote.lang import get_pack

PACK = get_pack("en")


@pytest.mark.parametrize(
    ("text", "sign", "title"),
    [
        ("RELATED: Floods hit valley", Sign.TITLE_BEHIND_LABEL, "Floods hit valley"),
        ("On Courier.example: Floods hit valley", Sign.TITLE_BEHIND_SITE, "Floods hit valley"),
        ("[Read: Floods hit upper valley]", Sign.TITLE_IN_BRACKETS, "Floods hit upper valley"),
        (
            "(Read more: Floods hit upper valley)",
            Sign.TITLE_BEHIND_LABEL,
            "Floods hit upper valley",
        ),
        (
            "In pictures: Floods hit upper valley",
            Sign.TITLE_BEHIND_LABEL,
            "Floods hit upper valley",
        ),
        (
            "[Floods hit upper valley](https://courier.example/a)",
            Sign.TITLE_BEFORE_ADDRESS,
            "Floods hit upper valley",
        ),
        (
            "Floods hit upper valley https://courier.example/a",
            Sign.TITLE_BEFORE_ADDRESS,
            "Floods hit upper valley",
        ),
        ("The report of the council is at https://courier.example/a", None, None),
        ("The whole report can be found here: https://courier.example/a", None, None),
        ("Join the friends of the bridge https://courier.example/a", None, None),
        ("The bridge is open again https://t.co/abcdef", None, None),
        ("Read the whole report here (it is long, https://courier.example/a", None, None),
        ("In pictures: the bridge as it was.", None, None),
        ("Floods hit upper valley", None, None),
        ("More: the mayor said that she would not run.", None, None),
    ],
)
def test_a_title_is_told_by_a_label_a_site_or_brackets(text, sign, title):
    found = read_single_title([Line(text, 0, len(text), 0, 0)], 0, PACK)
    assert (found and found.verdict.why) is sign
    assert (found and text[slice(*found.record.items[0].range)]) == title


LAST = "Residents had waited long for it, and some had built a ferry of their own meanwhile.\n"
STORY = (
    "Bridge over the Orla to reopen\n"
    "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after it fell.\n"
    "Engineers had checked every stone of it, and the last of the piers was set in place on Monday.\n"
)


def test_an_address_below_a_title_behind_the_story_is_its_own():
    article = newsquote.parse(f"{STORY}Floods hit upper valley\nhttps://courier.example/a\n")
    (item,) = article.related[0].items
    assert (item.title, item.url) == ("Floods hit upper valley", "https://courier.example/a")


def test_two_labels_inside_the_story_are_two_lists():
    middle = "RELATED: Floods hit upper valley\nThe mayor said that nobody was hurt.\n"
    article = newsquote.parse(STORY + middle + "RELATED: Mill to close in autumn\n" + LAST)
    assert [[item.title for item in one.items] for one in article.related] == [
        ["Floods hit upper valley"],
        ["Mill to close in autumn"],
    ]
    assert "nobody was hurt" in article.body.text
