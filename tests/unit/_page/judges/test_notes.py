"""Corrections, advisories and notes on authors."""

import pytest

from newsquote._page.judges.notes import (
    judge_advisory,
    judge_biography,
    judge_correction,
    judge_desk_notes,
)
from newsquote._page.line import Line
from newsquote._page.verdicts import Sign
from newsquote.lang import get_pack


def line(text):
    return Line(text, 0, len(text), 0, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This story has been corrected to show that the bridge has four piers.", True),
        ("An earlier version of this article misspelled the river.", True),
        ("• This article was amended on 5 March 2024.", True),
        ("Due to an editing error, an earlier version gave a wrong date.", True),
        ("CORRECTION (March 5): The bridge is 90 metres long, not 80.", True),
        ("Correction, March 5, 2024: The bridge is 90 metres long.", True),
        ("Corrections & Clarifications: A previous version was wrong.", True),
        ("UPDATE: This story has been updated with what the mayor said.", True),
        ("Due to an error, the bridge was closed.", False),
        ("Correction officers: nobody hurt in the fire, the union said.", False),
        ("Update: the bridge is closed.", False),
        ("This story is a sad one.", False),
        ("The mayor corrected this story.", False),
    ],
)
def test_a_correction_says_what_was_wrong(text, expected):
    assert (judge_correction(line(text)) is not None) is expected


def test_an_advisory_stands_in_brackets():
    assert judge_advisory(line("(Adds quotes, details)"))
    assert not judge_advisory(line("(Adds quotes) and more"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eds: Foxes 115, Herons 111. Updates. With AP Photos.", True),
        ("eca0003 3 i 380  dpa 0045", True),
        ("Norvale/migration/UN/", True),
        ("BC-Norvale-Bridge, 1st Ld-Writethru", True),
        ("1ST LEAD", True),
        ("*Names have been changed to protect the children.", True),
        ("*Not her real name", True),
        ("(Name changed)", True),
        ("Eds and meds are the town's trade, Lee said.", False),
        ("The names have changed, but the river has not, Lee said.", False),
        ("Names of the dead were not published.", False),
        ("BC-era coins were found at the site.", False),
        ("a12345 was the number of the car.", False),
    ],
)
def test_editors_and_readers_are_told_something(text, expected):
    assert (judge_advisory(line(text)) is not None) is expected


def test_what_stands_below_the_desks_heading_is_a_note():
    pack = get_pack("en")
    page = [line(text) for text in ("It fell.", "# Notebook", "It was tall.", "Wait")]
    assert [one.line.text for one in judge_desk_notes(page, pack)] == [
        "# Notebook",
        "It was tall.",
        "Wait",
    ]
    story = [line(text) for text in ("It fell.", "Notebook", "It was tall.")]
    assert list(judge_desk_notes(story, pack)) == []


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Ann Lee covers the valley.", Sign.LIFE_OF_AUTHOR),
        ("Bo Ek is a reporter for the Courier.", Sign.LIFE_OF_JOURNALIST),
        ("Ann Lee is the author of “Floods”.", Sign.LIFE_OF_AUTHOR),
        ("Bo Ek is the author of “Floods”.", None),
        ("Bo Ek covers the valley.", None),
        ("Bo Ek was a reporter for the Courier.", None),
        ("Bo Ek is a miller in Norvale.", None),
        ("Ann Lee is “a reporter for nobody”, she said.", None),
    ],
)
def test_a_note_on_an_author_names_one_or_the_trade(text, sign):
    verdict = judge_biography(line(text), {"ann lee"})
    assert (verdict and verdict.why) is sign
