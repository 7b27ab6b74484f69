"""The headline: which line it is, and what is cut off it."""

import pytest

from newsquote._page import passes
from newsquote._page.headline import read_headline
from newsquote._page.line import Stretch
from newsquote._text import lines
from newsquote._text.notes import Notes
from newsquote.lang import get_pack

PACK = get_pack("en")
LEAD = "The bridge over the Orla will reopen in May, the mayor said on Tuesday, two years after the flood."
BODY = "Engineers had checked every stone of the bridge, and the last of the piers was set in place on Monday."


def headline(text):
    found = passes.read_page(text, lines.split_lines(text), PACK, Notes(), None).headline
    return None if found is None else text[slice(*found.range)]


@pytest.mark.parametrize(
    ("line", "words", "kicker"),
    [
        ("UPDATE 2-Bridge to reopen in May", "Bridge to reopen in May", "UPDATE 2"),
        ("BREAKING: Bridge to reopen in May", "Bridge to reopen in May", "BREAKING"),
        ("Opinion | Bridge to reopen in May", "Bridge to reopen in May", "Opinion"),
        ("Exclusive: Bridge to reopen in May", "Exclusive: Bridge to reopen in May", "Exclusive"),
        (
            "UPDATE 1-Factbox: Bridges that reopen in May",
            "Factbox: Bridges that reopen in May",
            "UPDATE 1-Factbox",
        ),
        ("Bridge to reopen in May | Reuters", "Bridge to reopen in May", None),
        ("Bridge to reopen in May - BBC News", "Bridge to reopen in May", None),
        ("Bridge to reopen in May | Towns | The Guardian", "Bridge to reopen in May", None),
        ("Bridge to reopen in May - sources", "Bridge to reopen in May - sources", None),
        ("Lee: Bridge to reopen in May", "Lee: Bridge to reopen in May", None),
        ("Review of bridge law is late", "Review of bridge law is late", None),
        ("Update-to-date bridge plan", "Update-to-date bridge plan", None),
        ("BREAKING: May", "BREAKING: May", None),
    ],
)
def test_kicker_and_outlet_are_cut_off(line, words, kicker):
    found = read_headline(Stretch(line, 0, len(line)), PACK)
    assert line[slice(*found.range)] == words
    assert (None if found.kicker is None else line[slice(*found.kicker)]) == kicker


def test_the_first_line_is_the_headline():
    assert headline(f"Bridge to reopen\n{LEAD}\n{BODY}") == "Bridge to reopen"


def test_a_headline_stands_below_the_furniture_of_a_page():
    text = f"Home\nSubscribe\nTowns\nBridge over the Orla to reopen in May\nBy Dana Whitlock\nMarch 4, 2024\n{LEAD}\n{BODY}"
    assert headline(text) == "Bridge over the Orla to reopen in May"


def test_the_headline_is_no_line_below_a_standfirst():
    text = f"Bridge over the Orla to reopen in May\nMayor says all piers of the bridge are safe\nBy Dana Whitlock\n{LEAD}\n{BODY}"
    assert headline(text) == "Bridge over the Orla to reopen in May"


def test_a_headline_may_end_with_a_full_stop():
    assert headline(f"Bridge to reopen.\n\n{LEAD}\n\n{BODY}") == "Bridge to reopen."


def test_a_headline_alone_is_one():
    assert headline("Bridge to reopen in May") == "Bridge to reopen in May"


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}\n{BODY}",
        LEAD,
        f"LISBON (AP) — {LEAD}\n\n{BODY}",
        f'"It is over," said the mayor.\n\n{LEAD}\n\n{BODY}',
        "",
    ],
    ids=["paragraphs", "one sentence", "dateline", "quotation", "nothing"],
)
def test_there_is_none_where_there_is_none(text):
    assert headline(text) is None


@pytest.mark.parametrize(
    "first",
    [
        "The mill will close in May, the owners said on Monday. Ann Lee, the mayor, told them to stay.",
        "The owners left on Monday. “We had no choice,” said Ann Lee, the mayor.",
        'Ann Lee left. "Come in," she told us.',
    ],
    ids=["two full sentences", "curly marks", "short sentences"],
)
@pytest.mark.parametrize("rest", ["", f"\n\n{LEAD}", f"\n\n{LEAD}\n\n{BODY}", f"\n{LEAD}\n{BODY}"])
def test_a_first_paragraph_is_none(first, rest):
    assert headline(first + rest) is None


@pytest.mark.parametrize(
    "line",
    [
        "The bridge is shut. Now what?",
        "The bridge is shut. Nobody knows why.",
        "They lost their home in the flood. Now they want it back.",
        "Ann Lee of Norvale Bank Inc. to lead the commission on the bridge, Gov. Bo Ek says.",
        "“We had no choice” but to close the bridge, mayor says.",
    ],
)
def test_short_sentences_and_words_in_marks_are_one(line):
    assert headline(f"{line}\n\n{LEAD}\n\n{BODY}") == line
