"""Lists of related stories, and bulleted lines that belong to the story."""

import pytest

from newsquote._page import passes
from newsquote._text import lines
from newsquote._text.notes import Notes
from newsquote.kinds import ParagraphKind
from newsquote.lang import get_pack

PACK = get_pack("en")
STORY = (
    "Bridge to reopen\nThe bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood.\n"
    "Engineers had checked every stone of the bridge, and the last of the piers was set in place on Monday.\n"
)


def layout(text):
    return passes.read_page(text, lines.split_lines(text), PACK, Notes(), None)


def titles(text):
    return [[text[slice(*item.range)] for item in found.items] for found in layout(text).related]


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        (
            "- Floods hit upper valley\n- Mill to close in autumn",
            ["Floods hit upper valley", "Mill to close in autumn"],
        ),
        ("→ Floods hit upper valley", ["Floods hit upper valley"]),
        (
            "Top stories\n1. Floods hit upper valley\n2. Mill to close in autumn",
            ["Floods hit upper valley", "Mill to close in autumn"],
        ),
        (
            "Recommended\n- Floods hit upper valley\nMar 4, 2024\n- Mill to close in autumn",
            ["Floods hit upper valley", "Mill to close in autumn"],
        ),
        (
            "Agencies contributed to this story.\n- Floods hit upper valley",
            ["Floods hit upper valley"],
        ),
        (
            "Related stories\nFloods hit upper valley\nMill to close in autumn",
            ["Floods hit upper valley", "Mill to close in autumn"],
        ),
        (
            "Related stories:\n- Floods hit valley\n- Mill to close",
            ["Floods hit valley", "Mill to close"],
        ),
        ("RELATED: Floods hit upper valley", ["Floods hit upper valley"]),
        ("Read more: Floods hit upper valley", ["Floods hit upper valley"]),
        ("Also read | Floods hit upper valley", ["Floods hit upper valley"]),
        ("More on dams: Floods hit upper valley", ["Floods hit upper valley"]),
        (
            "More from Towns\nFloods hit upper valley\n2 hours ago\nMill to close in autumn",
            ["Floods hit upper valley", "Mill to close in autumn"],
        ),
        (
            "Most read\nFloods hit upper valley https://news.example/floods",
            ["Floods hit upper valley"],
        ),
    ],
)
def test_titles_are_found(tail, expected):
    assert titles(STORY + tail) == [expected]


MORE = "Residents had waited long for it, and some of them had built a ferry of their own in the meantime.\n"


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        (
            "Latest Valley Articles\n- Floods hit upper valley\n- Mill to close in autumn\n",
            ["Floods hit upper valley", "Mill to close in autumn"],
        ),
        ("Most read in world news\n- Floods hit upper valley\n", ["Floods hit upper valley"]),
        (
            "- How Norvale lost its bridge\n- Why does the mill close?\n",
            ["How Norvale lost its bridge", "Why does the mill close?"],
        ),
        ("- Water level 'a big risk', says council\n", ["Water level 'a big risk', says council"]),
        ("[Read: Floods hit upper valley]\n", ["Floods hit upper valley"]),
        ("On Courier.example: Floods hit upper valley\n", ["Floods hit upper valley"]),
        (
            "MILL OWNER SAYS FLOOD TOOK HALF OF HIS GRAIN\n",
            ["MILL OWNER SAYS FLOOD TOOK HALF OF HIS GRAIN"],
        ),
        (
            "Floods hit upper valley Floods hit upper valley Floods hit upper va…\n",
            ["Floods hit upper valley"],
        ),
        (
            "Floods hit upper valley Floods hit upper valley\nThe water came at night and… Read more\n",
            ["Floods hit upper valley"],
        ),
        (
            "You may also like...\nFloods hit upper valley\nMill to close in autumn\n",
            ["Floods hit upper valley", "Mill to close in autumn"],
        ),
    ],
)
def test_boxes_inside_the_story(box, expected):
    text = STORY + box + MORE
    assert titles(text) == [expected]
    assert text[slice(*layout(text).paragraphs[-1].range)] + "\n" == MORE


@pytest.mark.parametrize(
    "lines_",
    [
        "- Blue Orla, Kent, Washington\n- Mill Works, Palo Alto, California\n",
        "- Lower Orla: third place\n- Upper Orla: fourth place\n",
        "THE LAST STONE\n",
        "UP NEXT\nNorvale: Hosts Upper Orla on Tuesday night.\n",
        "[The mayor laughs.]\n",
    ],
    ids=["places", "entries", "heading", "fixtures", "stage direction"],
)
def test_what_only_looks_like_a_box_belongs_to_the_story(lines_):
    assert titles(STORY + lines_ + MORE) == []


def test_one_name_under_links_is_no_title():
    assert titles(STORY + "Related links:\nValley Institute of Hydrology and Research") == []


def test_a_band_of_headlines_above_the_story_is_related():
    band = [f"- Town number {n} hit by flood" for n in range(8)]
    text = "\n".join(["Courier", *band, STORY + MORE])
    assert titles(text) == [[line.removeprefix("- ") for line in band]]


def test_an_address_behind_a_title_is_kept_apart():
    text = STORY + "Most read\nFloods hit upper valley https://news.example/floods"
    assert text[slice(*layout(text).related[0].items[0].url)] == "https://news.example/floods"


@pytest.mark.parametrize(
    "tail",
    [
        "The council named three rules:\n- No lorries on the bridge\n- No boats under it at night",
        "- The bridge will be closed at night.\n- Boats must wait until the morning.",
        "- No lorries may cross before the spring\n- Boats must wait\nThe mayor said that she would see to it that the rules are kept by all.",
        "- Best bridge - Orla\n- Best mill - Upper Orla\n- Best dam - Lower Orla",
        '- Mayor Ann Lee: "We had every chance to win"\n- Engineer Bo Ek: "It was hard"',
        "• This article was amended on 5 March 2024.",
        "- Reporting by: Dana Whitlock in Accra",
        "- In Norvale, the helpline can be called on 116 123",
        "- Ann Lee @annlee\n- Bo Ek @boek",
        "Read More",
        "More: the mayor said that she would not run again.",
        "Related costs rose by a third, the mayor said.",
    ],
    ids=[
        "introduced",
        "sentences",
        "middle",
        "entries",
        "quotations",
        "correction",
        "credit",
        "helpline",
        "accounts",
        "bare",
        "prose label",
        "prose",
    ],
)
def test_what_belongs_to_the_story_is_not_related(tail):
    assert titles(STORY + tail) == []


def test_bullets_of_the_story_are_list_items():
    kinds = [
        paragraph.kind
        for paragraph in layout(
            STORY + "It named rules:\n- No lorries on the bridge\n- No boats under it"
        ).paragraphs
    ]
    assert kinds[-2:] == [ParagraphKind.LIST_ITEM, ParagraphKind.LIST_ITEM]


def test_the_story_goes_on_behind_an_insert():
    text = (
        STORY
        + "RELATED: Floods hit upper valley\nResidents had waited long for it, and some of them built a ferry of their own."
    )
    assert titles(text) == [["Floods hit upper valley"]]
    assert text[slice(*layout(text).paragraphs[-1].range)].startswith("Residents")
