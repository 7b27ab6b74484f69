"""Every line keeps who decided what it is, and by which sign."""

import ast
import re
from pathlib import Path

import pytest

import newsquote._page
from newsquote._page.page import Page
from newsquote._page.passes import PASSES, read_page
from newsquote._page.verdicts import VERDICT_TEXTS, Judge, Sign
from newsquote._page.wrapping import join_wrapped_lines
from newsquote._text import lines
from newsquote._text.notes import Notes
from newsquote.kinds import BlockRole
from newsquote.lang import get_pack

PACK = get_pack("en")
ROOM = Path(newsquote._page.__file__).parent
PAGES = Path(__file__).parents[2] / "pages"
LEAD = "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood."
BODY = "Engineers had checked every stone of the bridge, and the last of the piers was set in place on Monday."
LAST = "Residents had waited long for it, and some of them had built a ferry of their own in the meantime."
HEADLINE = "Bridge to reopen in May"


def blocks(text):
    return read_page(text, lines.split_lines(text), PACK, Notes(), None).blocks


def verdicts(text):
    """(line, judge, sign) of every line."""
    return [
        (text[slice(*block.range)], block.verdict.judge, block.verdict.why)
        for block in blocks(text)
    ]


def composed_pages():
    """The texts of the pages in tests/pages."""
    for path in sorted(PAGES.glob("*.txt")):
        for page in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            rows = page.split("\n")[1:]
            printed = [row for row in rows if row == "~" or re.match(r"[a-z]+( [a-z_]+)? \|", row)]
            yield "\n".join("" if row == "~" else row.partition(" | ")[2] for row in printed)


PAGE = [
    ("Towns", Judge.KICKER, Sign.RIGHT_ABOVE_HEADLINE),
    ("Bridge over the Orla to reopen in May", Judge.HEADLINE, Sign.BEST_CANDIDATE),
    ("Mayor says all piers are safe", Judge.SUBHEADLINE, Sign.PARTED_FROM_STORY),
    ("By Dana Whitlock", Judge.BYLINE_WORDS, Sign.BYLINE_OPENING),
    ("Political editor", Judge.BYLINE_PLACE, Sign.AUTHORS_ROLE),
    ("March 4, 2024", Judge.STAMP, Sign.STAMP_WORDS_ALONE),
    ("LISBON (AP) — " + LEAD, Judge.PARAGRAPH, Sign.NOTHING_AGAINST),
    ("FILE PHOTO: The bridge before the flood", Judge.CAPTION, Sign.PICTURE_LABEL),
    ("What the engineers found", Judge.PARAGRAPH, Sign.SHORT_WITHOUT_STOP),
    (BODY, Judge.PARAGRAPH, Sign.NOTHING_AGAINST),
    ("Advertisement", Judge.LISTED_PHRASE, Sign.LISTED_LINE),
    (LAST, Judge.PARAGRAPH, Sign.NOTHING_AGAINST),
    ("Omar Feld contributed to this report.", Judge.CREDIT, Sign.CONTRIBUTION),
    ("Related stories", Judge.RELATED_LIST, Sign.RELATED_HEADING),
    ("Floods hit upper valley", Judge.RELATED_LIST, Sign.UNDER_RELATED_HEADING),
    ("© 2024 The Courier", Judge.COPYRIGHT, Sign.COPYRIGHT_CLAIM),
]


def test_every_line_of_a_page_says_who_decided():
    assert verdicts("\n".join(line for line, _, _ in PAGE)) == PAGE


BUTTONS = ["Share", "Tweet", "Subscribe", "Comments"]
SCENE = "The mayor of Norvale stands on the eastern pier with the last stone."
TITLE = "Floods hit upper valley"


@pytest.mark.parametrize(
    ("page", "line", "sign"),
    [
        ([HEADLINE, "By", "Dana Whitlock", LEAD, BODY], "By", Sign.BY_ALONE),
        ([HEADLINE, "By", "Dana Whitlock", LEAD, BODY], "Dana Whitlock", Sign.NAME_BELOW_BY),
        (
            [HEADLINE, LEAD, BODY, "This report includes information from Orla Radio."],
            "This report includes information from Orla Radio.",
            Sign.BORROWED_MATTER,
        ),
        (
            [HEADLINE, LEAD, BODY, "https://courier.example/bridge"],
            "https://courier.example/bridge",
            Sign.WEB_ADDRESS,
        ),
        (
            [HEADLINE, LEAD, BODY, "Mei Castellan is a reporter for the Courier."],
            "Mei Castellan is a reporter for the Courier.",
            Sign.LIFE_OF_JOURNALIST,
        ),
        (
            [HEADLINE, LEAD, "[1/5]Workers on the bridge on Monday", BODY],
            "[1/5]Workers on the bridge on Monday",
            Sign.PICTURE_NUMBER,
        ),
        (
            [HEADLINE, LEAD, "Mayor Ann Lee (left) on the eastern pier.", BODY],
            "Mayor Ann Lee (left) on the eastern pier.",
            Sign.WHO_STANDS_WHERE,
        ),
        (
            [HEADLINE, LEAD, "Ann Lee walks across the bridge in Norvale on March 4, 2024.", BODY],
            "Ann Lee walks across the bridge in Norvale on March 4, 2024.",
            Sign.DATED_SCENE,
        ),
        ([HEADLINE, LEAD, SCENE, SCENE, BODY], SCENE, Sign.PRINTED_TWICE),
        (
            [HEADLINE, LEAD, "Ann Lee on the bridge. (Bo Ek/Norvale Post)", BODY],
            "Ann Lee on the bridge. (Bo Ek/Norvale Post)",
            Sign.PICTURE_SIGNED,
        ),
        (
            [HEADLINE, LEAD, "It is open. — Ann Lee (@annlee) March 4, 2024", BODY],
            "It is open. — Ann Lee (@annlee) March 4, 2024",
            Sign.SIGNED_POST,
        ),
        (
            [HEADLINE, LEAD, BODY, LAST, "24 comments on the bridge", "I never liked it."],
            "24 comments on the bridge",
            Sign.COMMENTS_HEADING,
        ),
        (
            ["Towns and valleys of the Orla", "Weather", "Sport", PAGE[1][0], LEAD, BODY, LAST],
            "Towns and valleys of the Orla",
            Sign.WEIGHED_ABOVE,
        ),
        (
            [HEADLINE, "Share", "Towns and valleys", "Tweet", LEAD, BODY, LAST],
            "Towns and valleys",
            Sign.WEIGHED_TOP,
        ),
        ([HEADLINE, LEAD, BODY, TITLE, LAST], TITLE, Sign.WEIGHED_INSIDE),
        (
            [HEADLINE, LEAD, BODY, LAST, *BUTTONS, "Norvale Media Group", "Terms of use"],
            "Norvale Media Group",
            Sign.WEIGHED_BELOW,
        ),
        (
            [HEADLINE, LEAD, "View image in fullscreen", "Workers on the bridge.", BODY],
            "Workers on the bridge.",
            Sign.PICTURE_BUTTON_ABOVE,
        ),
        (
            [HEADLINE, "Published March 4, 2024 Orla", LEAD, BODY],
            "Published March 4, 2024 Orla",
            Sign.ANNOUNCED_DATE,
        ),
        (
            [HEADLINE, LEAD, "Unlimited digital access subscription", BODY],
            "Unlimited digital access subscription",
            Sign.OFFER_NAMED,
        ),
        (["Bridge to reopen.", "", LEAD, "", BODY], "Bridge to reopen.", Sign.ONLY_CANDIDATE),
        (
            ["The mayor of Norvale said: the bridge reopens,", "", LEAD, "", BODY],
            "The mayor of Norvale said: the bridge reopens,",
            Sign.SHORT_FIRST_LINE,
        ),
        (
            [HEADLINE, *[LEAD, BODY] * 150, LAST, "By Dana Whitlock"],
            "By Dana Whitlock",
            Sign.BYLINE_OPENING,
        ),
        (
            [HEADLINE, LEAD, BODY, f"On Courier.example: {TITLE}", LAST],
            f"On Courier.example: {TITLE}",
            Sign.TITLE_BEHIND_SITE,
        ),
        (
            [HEADLINE, LEAD, BODY, "Floods hit upper valley https://courier.example/a", LAST],
            "Floods hit upper valley https://courier.example/a",
            Sign.TITLE_BEFORE_ADDRESS,
        ),
        (
            [HEADLINE, LEAD, BODY, "Notes to editors", "The bridge is tall"],
            "The bridge is tall",
            Sign.BELOW_DESK_HEADING,
        ),
        (
            [
                *(HEADLINE, LEAD, BODY, LAST, *BUTTONS, "Advertisement"),
                "Mill owner says flood took half of his grain",
                "Council to vote on new ferry line in June",
                "Norvale school wins the rowing cup again",
                "Two hurt as barn burns down near Corrow",
                "Farmers ask for help after the dry spring",
            ],
            "Two hurt as barn burns down near Corrow",
            Sign.TITLES_BEHIND_STORY,
        ),
        (
            [HEADLINE, LEAD, "MILL OWNER SAYS FLOOD TOOK HALF OF HIS GRAIN", BODY],
            "MILL OWNER SAYS FLOOD TOOK HALF OF HIS GRAIN",
            Sign.TITLE_IN_CAPITALS,
        ),
        (
            [HEADLINE, LEAD, BODY, f"{TITLE} {TITLE}", "The water came at night and… Read more"],
            "The water came at night and… Read more",
            Sign.TEASER_BELOW_TITLE,
        ),
        (
            [
                "Courier",
                *(f"- Town number {n} hit by flood" for n in range(8)),
                HEADLINE,
                LEAD,
                BODY,
            ],
            "- Town number 3 hit by flood",
            Sign.BULLETED_TITLES,
        ),
        (
            [
                *(f"Town number {n} hit by flood" for n in range(8)),
                "Bridge over the Orla to reopen in May",
                "March 4, 2024",
                LEAD,
                BODY,
            ],
            "Town number 3 hit by flood",
            Sign.BAND_OF_TITLES,
        ),
        ([HEADLINE, LEAD, BODY, "Related stories"], "Related stories", Sign.HEADING_WITHOUT_TITLES),
        (
            [HEADLINE, "New York CNN —", LEAD, BODY],
            f"New York CNN —\n{LEAD}",
            Sign.DATELINE_ALONE,
        ),
        (
            [
                HEADLINE,
                LEAD,
                "“Nobody in the valley would build it”",
                BODY,
                "“Nobody in the valley would build it,” said the ferryman of Norvale, Bo Ek.",
            ],
            "“Nobody in the valley would build it”",
            Sign.PRINTED_IN_PARAGRAPH,
        ),
    ],
)
def test_the_sign_that_told_is_kept(page, line, sign):
    found = {text: why for text, _, why in verdicts("\n".join(page))}
    assert found[line] is sign


def test_the_place_of_what_told_is_kept():
    text = f"{HEADLINE}\n{LEAD}\nFILE PHOTO: The bridge before the flood\n{BODY}"
    caption = blocks(text)[2].verdict
    assert text[slice(*caption.told_by)] == "FILE PHOTO"
    text = (
        f"{HEADLINE}\n{LEAD}\nWorkers on the bridge on Monday\nMei Castellan/Getty Images\n{BODY}"
    )
    above = blocks(text)[2].verdict
    assert (above.why, text[slice(*above.told_by)]) == (
        Sign.PICTURE_SOURCE_BELOW,
        "Mei Castellan/Getty Images",
    )


def test_a_verdict_that_is_overruled_is_kept():
    text = f"{HEADLINE}\nBy Dana Whitlock\nAssociated Press\n{LEAD}\n{BODY}"
    below = blocks(text)[2]
    assert (below.overruled.why, below.verdict.why) == (Sign.HOUSE_ALONE, Sign.AUTHORS_ROLE)
    assert blocks(text)[0].overruled is None


def test_judges_and_signs_have_a_sentence_each():
    assert set(VERDICT_TEXTS) == {*Judge, *Sign}
    for sentence in VERDICT_TEXTS.values():
        assert re.fullmatch(r"[A-Z][^.]+\.", sentence), sentence
    assert len(set(VERDICT_TEXTS.values())) == len(VERDICT_TEXTS)


def test_judges_are_named_in_the_order_of_the_passes():
    assert [judge for one in PASSES for judge in one.judges] == list(Judge)


def test_a_pass_records_the_verdicts_of_its_own_judges_alone(monkeypatch):
    recorded = []
    judge_line = Page.judge
    monkeypatch.setattr(
        Page,
        "judge",
        lambda page, line, verdict: (
            recorded.append(verdict.judge),
            judge_line(page, line, verdict),
        ),
    )
    for text in composed_pages():
        page = Page(text, join_wrapped_lines(text, lines.split_lines(text)), PACK, None)
        for one in PASSES:
            recorded.clear()
            one.carry_out(page)
            assert set(recorded) <= set(one.judges), one.name


def test_every_role_is_given_on_the_composed_pages():
    given = {block.role for text in composed_pages() for block in blocks(text)}
    assert given == set(BlockRole)


def test_every_sign_is_seen_on_the_composed_pages_or_above():
    here = {
        mark[2]
        for test in (test_the_sign_that_told_is_kept,)
        for mark in test.pytestmark[0].args[1]
    }
    there = {block.verdict.why for text in composed_pages() for block in blocks(text)}
    assert set(Sign) - here - there == set()


@pytest.mark.parametrize("path", sorted(ROOM.rglob("*.py")), ids=lambda path: path.stem)
def test_only_the_page_records_verdicts(path):
    stored = {
        node.attr
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }
    allowed = {
        "page.py": {"verdict", "overruled", "role"},
        "line.py": {"verdict", "overruled", "role"},
    }
    allowed["people.py"] = allowed["authors.py"] = {"role"}  # an author's
    assert stored & {"verdict", "overruled", "role"} <= allowed.get(path.name, set())
