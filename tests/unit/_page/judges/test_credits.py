"""Credit lines: who contributed, reported and edited."""

import pytest

from newsquote._page.judges.credits import judge_credit
from newsquote._page.line import Line
from newsquote.lang import get_pack

PACK = get_pack("en")


def read(line):
    found = judge_credit(Line(line, 0, len(line), 0, 0), PACK)
    if found is None:
        return None
    record = found.record
    return (
        record.kind.value,
        [line[slice(*person)] for person in record.people],
        [line[slice(*agency)] for agency in record.agencies],
    )


@pytest.mark.parametrize(
    ("line", "kind", "people", "agencies"),
    [
        ("Agencies contributed to this story.", "agencies", [], ["Agencies"]),
        (
            "Mei Castellan in Accra contributed to this report.",
            "contributors",
            ["Mei Castellan"],
            [],
        ),
        ("Mei Castellan contributed reporting.", "contributors", ["Mei Castellan"], []),
        ("Mei Castellan contributed.", "contributors", ["Mei Castellan"], []),
        (
            "—Associated Press writer Mei Castellan in Accra contributed to this report.",
            "contributors",
            ["Mei Castellan"],
            ["Associated Press"],
        ),
        (
            "Associated Press writers Dana Whitlock, Omar Feld and Mei Castellan contributed to this report.",
            "contributors",
            ["Dana Whitlock", "Omar Feld", "Mei Castellan"],
            ["Associated Press"],
        ),
        (
            "Dana Whitlock reported from Accra, and Omar Feld from Lima.",
            "contributors",
            ["Dana Whitlock"],
            [],
        ),
        (
            "Reporting by Dana Whitlock; Editing by Omar Feld",
            "reporting",
            ["Dana Whitlock", "Omar Feld"],
            [],
        ),
        (
            "(Reporting By Dana Whitlock in Accra, writing by Omar Feld, Editing by Mei Castellan.)",
            "reporting",
            ["Dana Whitlock", "Omar Feld", "Mei Castellan"],
            [],
        ),
        ("Additional reporting by Mei Castellan.", "reporting", ["Mei Castellan"], []),
        ("Edited by: Omar Feld", "editing", ["Omar Feld"], []),
        ("With inputs from PTI", "files", [], ["PTI"]),
        ("With files from Omar Feld", "files", ["Omar Feld"], []),
        ("Source: Xinhua", "source", [], ["Xinhua"]),
        ("- Reuters", "wire_sign", [], ["Reuters"]),
        ("(AFP)", "wire_sign", [], ["AFP"]),
        ("-30-", "wire_sign", [], []),
        ("(END)", "wire_sign", [], []),
        ("burs-dw/of", "wire_sign", [], []),
        ("Ends/", "wire_sign", [], []),
        ("/ENDS", "wire_sign", [], []),
        ("with AAP", "agencies", [], ["AAP"]),
        ("With AFP and Reuters", "agencies", [], ["AFP", "Reuters"]),
        ("(With PTI inputs)", "agencies", [], ["PTI"]),
        ("Reuters, AFP", "agencies", [], ["Reuters", "AFP"]),
        ("PTI ABC DE", "wire_sign", [], ["PTI"]),
        ("Agencies contributed", "contributors", [], ["Agencies"]),
        ("The Associated Press contributed.", "contributors", [], ["The Associated Press"]),
        ("- Reporting by: Dana Whitlock in Accra", "reporting", ["Dana Whitlock"], []),
        ("- – additional reporting by Mei Castellan", "reporting", ["Mei Castellan"], []),
        ("Distributed by Orla Content Agency, LLC.", "source", [], []),
        ("SOURCE Norvale Bank", "source", [], []),
        ("This story was first published by The Courier.", "source", [], ["The Courier"]),
    ],
)
def test_credits_are_read(line, kind, people, agencies):
    assert read(line) == (kind, people, agencies)


@pytest.mark.parametrize(
    "line",
    [
        "The dry summer contributed to the fire.",
        "Lee said the drought contributed.",
        "Reporting by the council showed that the dam was weak and that nobody had looked at it since the war began.",
        "Editors at the paper said so.",
        "With agencies short of staff, the flood went unseen.",
        "Sources said the mill would close.",
        '"Whitlock contributed to this report for years," Lee said, "and nobody thanked her."',
        "30",
        "He died in the end.",
        "With Reuters she had a good contract, Ek said.",
        "AP and Reuters were there, too.",
        "Reuters AP Hall",
        "Distributed by volunteers, the food reached all of the valley by Monday.",
        "First published in 1920, the book sold ten thousand copies in the valley.",
        "Source of the river: a spring in the hills.",
        "The agencies contributed money, and the town gave land.",
        "- Reporting on the flood took a year",
    ],
)
def test_sentences_of_a_story_are_none(line):
    assert read(line) is None
