"""A page as a whole, and the passes over it."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsquote._page import passes
from newsquote._text import lines
from newsquote._text.notes import Notes
from newsquote.kinds import BlockRole, NoteCode
from newsquote.lang import get_pack

PACK = get_pack("en")
ARTICLE = """\
Towns
UPDATE 1-Bridge over the Orla to reopen in May
Mayor says all piers are safe
By Dana Whitlock and Omar Feld
Published: 4 March 2024 10:14 GMT

LISBON, March 4 (Reuters) - The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood.

"We did it," she said.

Advertisement

Engineers had checked every stone of the bridge, and the last of the piers was set in place on Monday.

Reporting by Dana Whitlock; Editing by Mei Castellan
- Floods hit upper valley
- Mill to close in autumn
"""


def read(text, published=None):
    notes = Notes()
    return passes.read_page(text, lines.split_lines(text), PACK, notes, published), notes


def test_an_article_is_taken_apart():
    layout, notes = read(ARTICLE)
    assert [block.role.value for block in layout.blocks] == (
        [
            "kicker",
            "headline",
            "subheadline",
            "byline",
            "timestamp",
            "body",
            "body",
            "advertisement",
            "body",
            "credit",
            "related",
            "related",
        ]
    )
    assert ARTICLE[slice(*layout.headline.range)] == "Bridge over the Orla to reopen in May"
    assert ARTICLE[slice(*layout.headline.subheadline)] == "Mayor says all piers are safe"
    assert [ARTICLE[slice(*author.name)] for author in layout.bylines[0].authors] == [
        "Dana Whitlock",
        "Omar Feld",
    ]
    assert layout.dateline.date == layout.published == date(2024, 3, 4)
    assert len(layout.paragraphs) == 3
    assert (len(layout.credits), len(layout.related[0].items)) == (1, 2)
    assert notes.records == []


def test_the_callers_day_comes_before_the_printed_one():
    layout, _ = read(
        ARTICLE.replace("Published: 4 March 2024 10:14 GMT\n", ""),
        datetime(2019, 3, 10, 8, 30),
    )
    assert layout.dateline.date == date(2019, 3, 4)


def test_a_dateline_with_a_year_says_when_it_was_published():
    layout, _ = read(
        "Bridge to reopen\nLISBON, March 4, 2024 (AFP) - The bridge over the Orla will reopen in May, the mayor said on Tuesday."
    )
    assert layout.published == date(2024, 3, 4)


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Published on 30/04/2024 - 16:38", date(2024, 4, 30)),
        ("21:17 18.11.2019", date(2019, 11, 18)),
        ("Published Wed, Nov 20 20194:29 AM ESTUpdated an hour ago", date(2019, 11, 20)),
        ("Last Updated : Nov 20, 2019 01:41 PM IST | Source: Orla.example", date(2019, 11, 20)),
        ("03/04/2024", None),
        ("2 hours ago", None),
    ],
)
def test_the_stamp_says_when_it_was_published(stamp, day):
    layout, _ = read(
        f"Bridge to reopen in May\n{stamp}\n\nThe bridge over the Orla will reopen in May, the mayor said on Tuesday."
    )
    assert (layout.published, layout.blocks[1].role.value) == (day, "timestamp")


def test_a_stamp_below_the_story_must_say_what_it_is():
    story = (
        "Bridge to reopen\nThe bridge over the Orla will reopen in May, the mayor said on Tuesday."
    )
    assert read(f"{story}\nFirst published on 4 March 2024")[0].published == date(2024, 3, 4)
    assert read(f"{story}\nMarch 4, 2024 at 6:34 am")[0].published is None


def test_a_dateline_alone_on_its_line_belongs_to_the_next_paragraph():
    text = "Bridge to reopen\nNew York CNN —\nThe bridge over the Orla will reopen in May, the mayor said on Tuesday."
    layout, _ = read(text)
    assert [text[slice(*paragraph.range)] for paragraph in layout.paragraphs] == [
        text[text.index("New") :]
    ]


def test_a_name_below_the_headline_is_a_byline():
    text = "Bridge to reopen\nDana Whitlock\nThe bridge over the Orla will reopen in May, the mayor said on Tuesday."
    assert [text[slice(*record.range)] for record in read(text)[0].bylines] == ["Dana Whitlock"]


def test_a_sentence_that_opens_with_by_is_no_byline():
    layout, _ = read(
        "Bridge to reopen\nBy Tuesday the river had risen again, and the mayor closed the bridge for good."
    )
    assert layout.bylines == ()
    assert len(layout.paragraphs) == 1


def test_one_line_survives_as_body_or_as_headline():
    layout, _ = read("The bridge over the Orla will reopen in May, the mayor said on Tuesday.")
    assert (layout.headline, len(layout.paragraphs)) == (None, 1)
    layout, _ = read("Bridge to reopen in May")
    assert layout.headline is not None
    assert layout.paragraphs == ()


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u2028"])
def test_a_text_without_text_says_so(text):
    layout, notes = read(text)
    assert (layout.blocks, layout.paragraphs, layout.headline) == ((), (), None)
    assert [note.code for note in notes.records] == [NoteCode.NO_TEXT]


def test_a_missing_headline_is_noted():
    _, notes = read("The bridge over the Orla will reopen in May, the mayor said on Tuesday.")
    assert [note.code for note in notes.records] == [NoteCode.NO_HEADLINE]


PIECES = st.sampled_from(
    [
        "Bridge to reopen",
        "By Ann Lee",
        "By",
        "- Floods hit valley",
        "Related:",
        "Read more",
        "© 2024",
        "(Reuters) -",
        "LONDON —",
        "“It is over,” she said.",
        "___",
        "Share",
        "Comments",
        "March 4, 2024",
        "The bridge will reopen in May, the mayor said on Tuesday.",
        "",
        "  ",
        "•",
        "a",
        "New York CNN —",
        "Credit: x/y",
    ]
)


@given(st.one_of(st.lists(PIECES, max_size=14).map("\n".join), st.text(max_size=60)))
def test_every_line_lies_in_exactly_one_block(text):
    layout, _ = read(text)
    at = 0
    for block in layout.blocks:
        start, end = block.range
        assert at <= start < end
        assert text[start:end] == text[start:end].strip()
        assert text[at:start].strip() == ""
        assert isinstance(block.role, BlockRole)
        at = end
    assert text[at:].strip() == ""
    blocks = {block.range for block in layout.blocks}
    assert all(paragraph.range in blocks for paragraph in layout.paragraphs)
    assert layout.headline is None or layout.headline.range[0] < layout.headline.range[1]


@pytest.mark.parametrize(
    "text",
    [
        "- Floods hit upper valley\n" * 30_000,
        "a\n" * 30_000,
        "x" * 3_000_000,
        "word " * 600_000,
        "(photo " * 100_000,
        "Related\n" * 20_000,
        "@a" * 500_000,
    ],
    ids=["bullets", "letters", "one word", "one line", "brackets", "headings", "handles"],
)
@pytest.mark.timeout(60)
def test_long_texts_are_read_in_linear_time(text):
    layout, _ = read(text)
    assert layout.blocks


def test_the_page_of_the_documentation_has_the_passes_in_order():
    page = Path(__file__).parents[3] / "docs" / "explanation" / "page.md"
    named = re.findall(r"^\d+\. \*\*(.+?)\.\*\*", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert named == ["Hard-wrapped lines", *(one.name for one in passes.PASSES)]
