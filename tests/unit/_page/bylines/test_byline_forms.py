"""Bylines in the forms of many houses, as objects; and lines that only look like one."""

import pytest

import newsquote
from newsquote._page.bylines.openings import opens_as_byline
from newsquote._page.line import Stretch
from newsquote.lang import get_pack

PACK = get_pack("en")
FIELDS = ("role", "affiliation", "location", "email", "handle")


def read(line):
    found = newsquote.parse_byline(line)
    if found is None:
        return None
    people = [
        (author.name, {field: getattr(author, field) for field in FIELDS if getattr(author, field)})
        for author in found.authors
    ]
    return people, list(found.agencies)


@pytest.mark.parametrize(
    ("line", "authors", "agencies"),
    [
        ("By Dana Whitlock", [("Dana Whitlock", {})], []),
        ("BY DANA WHITLOCK", [("DANA WHITLOCK", {})], []),
        ("by dana whitlock", [("dana whitlock", {})], []),
        ("By: Dana Whitlock", [("Dana Whitlock", {})], []),
        (
            "By DANA WHITLOCK and OMAR FELD, Associated Press",
            [("DANA WHITLOCK", {}), ("OMAR FELD", {"affiliation": "Associated Press"})],
            [],
        ),
        (
            "By DANA WHITLOCK, AP Science Writer",
            [("DANA WHITLOCK", {"role": "Science Writer", "affiliation": "AP"})],
            [],
        ),
        (
            "By DANA WHITLOCK AP Business Writer",
            [("DANA WHITLOCK", {"role": "Business Writer", "affiliation": "AP"})],
            [],
        ),
        (
            "By Dana Whitlock, Omar Feld and Mei Castellan",
            [("Dana Whitlock", {}), ("Omar Feld", {}), ("Mei Castellan", {})],
            [],
        ),
        (
            "By Dana Whitlock, Omar Feld, and Mei Castellan",
            [("Dana Whitlock", {}), ("Omar Feld", {}), ("Mei Castellan", {})],
            [],
        ),
        (
            "By Dana Whitlock in Lisbon and Omar Feld in Accra",
            [("Dana Whitlock", {"location": "Lisbon"}), ("Omar Feld", {"location": "Accra"})],
            [],
        ),
        ("Dana Whitlock in Lisbon", [("Dana Whitlock", {"location": "Lisbon"})], []),
        (
            "Dana Whitlock Political correspondent",
            [("Dana Whitlock", {"role": "Political correspondent"})],
            [],
        ),
        ("Dana Whitlock and agencies", [("Dana Whitlock", {})], ["agencies"]),
        ("Agencies", [], ["Agencies"]),
        ("Staff and agencies in Quito", [], ["Staff and agencies"]),
        (
            "By Dana Whitlock, Health correspondent",
            [("Dana Whitlock", {"role": "Health correspondent"})],
            [],
        ),
        ("By DANA WHITLOCK  MARCH 4, 2024", [("DANA WHITLOCK", {})], []),
        ("Dana Whitlock, USA TODAY", [("Dana Whitlock", {"affiliation": "USA TODAY"})], []),
        ("Dana Whitlock | USA TODAY", [("Dana Whitlock", {"affiliation": "USA TODAY"})], []),
        (
            "By Dana Whitlock in Shenzhen, Guangdong | China Daily | Updated: 2024-03-04 07:22",
            [("Dana Whitlock", {"affiliation": "China Daily", "location": "Shenzhen, Guangdong"})],
            [],
        ),
        ("PTI | Updated: March 4, 2024 10:14 IST", [], ["PTI"]),
        (
            "Dana Whitlock | TNN | Mar 4, 2024, 10:14 IST",
            [("Dana Whitlock", {"affiliation": "TNN"})],
            [],
        ),
        ("ANI", [], ["ANI"]),
        ("Our Bureau", [], ["Our Bureau"]),
        ("Express News Service", [], ["Express News Service"]),
        ("HT Correspondent", [], ["HT Correspondent"]),
        (
            "By Dana Whitlock, political editor",
            [("Dana Whitlock", {"role": "political editor"})],
            [],
        ),
        (
            "Dana Whitlock and Omar Feld with AAP",
            [("Dana Whitlock", {}), ("Omar Feld", {})],
            ["AAP"],
        ),
        (
            "By Dana Whitlock With files from Omar Feld",
            [("Dana Whitlock", {}), ("Omar Feld", {})],
            [],
        ),
        (
            "By Dana Whitlock with files from The Canadian Press",
            [("Dana Whitlock", {})],
            ["The Canadian Press"],
        ),
        (
            "By Dana Whitlock, Special to The Herald",
            [("Dana Whitlock", {"affiliation": "The Herald"})],
            [],
        ),
        ("Levi Dunne For Daily Post", [("Levi Dunne", {"affiliation": "Daily Post"})], []),
        ("by Dana WHITLOCK", [("Dana WHITLOCK", {})], []),
        (
            "Dana Whitlock with Omar Feld in Accra",
            [("Dana Whitlock", {}), ("Omar Feld", {"location": "Accra"})],
            [],
        ),
        ("By The Associated Press", [], ["The Associated Press"]),
        ("By AP", [], ["AP"]),
        ("From staff and wire reports", [], ["staff and wire reports"]),
        ("The Editorial Board", [], ["The Editorial Board"]),
        (
            "By Dana Whitlock | dwhitlock@courier.example | @danawhit",
            [("Dana Whitlock", {"email": "dwhitlock@courier.example", "handle": "@danawhit"})],
            [],
        ),
        (
            "By Dr. Dana Whitlock, MD, and Omar Feld Jr.",
            [("Dr. Dana Whitlock", {}), ("Omar Feld Jr.", {})],
            [],
        ),
        (
            "Dana Whitlock Deputy Political Editor",
            [("Dana Whitlock", {"role": "Deputy Political Editor"})],
            [],
        ),
        (
            "By Dana Whitlock Deputy Political Editor in Cardiff",
            [("Dana Whitlock", {"role": "Deputy Political Editor", "location": "Cardiff"})],
            [],
        ),
        (
            "By Dana Whitlock, Senior Business Reporter, in New York",
            [("Dana Whitlock", {"role": "Senior Business Reporter", "location": "New York"})],
            [],
        ),
        ("By Dana Whitlock for MailOnline", [("Dana Whitlock", {"affiliation": "MailOnline"})], []),
        ("Written by Dana Whitlock", [("Dana Whitlock", {})], []),
        ("Words by Dana Whitlock", [("Dana Whitlock", {})], []),
        ("Story by Dana Whitlock, photographs by Omar Feld", [("Dana Whitlock", {})], []),
        ("Analysis by Dana Whitlock, CNN", [("Dana Whitlock", {"affiliation": "CNN"})], []),
        (
            "By Dana Whitlock, CNN Business",
            [("Dana Whitlock", {"affiliation": "CNN Business"})],
            [],
        ),
        ("By Dana van der Whitlock", [("Dana van der Whitlock", {})], []),
        (
            "By Omar al-Feld and Ludwig von Castellan",
            [("Omar al-Feld", {}), ("Ludwig von Castellan", {})],
            [],
        ),
        ("By J.R. Whitlock and D. Feld", [("J.R. Whitlock", {}), ("D. Feld", {})], []),
        (
            "By Niamh O'Feld and Sean McCastellan",
            [("Niamh O'Feld", {}), ("Sean McCastellan", {})],
            [],
        ),
        ("By Dana Whitlock-Feld", [("Dana Whitlock-Feld", {})], []),
        ("By Dana Whitlock Staff Writer", [("Dana Whitlock", {"role": "Staff Writer"})], []),
        ("By ANN LEE Evening Post Staff", [("ANN LEE", {"role": "Evening Post Staff"})], []),
        ("By Ann Lee Norvale Post", [("Ann Lee", {"affiliation": "Norvale Post"})], []),
        (
            "By Dana Whitlock, Staff Writer, Orla Valley Courier",
            [("Dana Whitlock", {"role": "Staff Writer", "affiliation": "Orla Valley Courier"})],
            [],
        ),
        (
            "By Dana Whitlock / The Orla Gazette",
            [("Dana Whitlock", {"affiliation": "The Orla Gazette"})],
            [],
        ),
        (
            "By Dana Whitlock of the Orla Gazette",
            [("Dana Whitlock", {"affiliation": "the Orla Gazette"})],
            [],
        ),
        (
            "By Dana Whitlock and Omar Feld, Reuters",
            [("Dana Whitlock", {}), ("Omar Feld", {"affiliation": "Reuters"})],
            [],
        ),
        ("By Dana Whitlock, Omar Feld\nReuters", [("Dana Whitlock", {}), ("Omar Feld", {})], []),
        (
            "By Xinhua writers Dana Whitlock, Omar Feld",
            [("Dana Whitlock", {"role": "writers", "affiliation": "Xinhua"}), ("Omar Feld", {})],
            [],
        ),
        ("Xinhua", [], ["Xinhua"]),
        ("By Dana Whitlock (China Daily)", [("Dana Whitlock", {"affiliation": "China Daily"})], []),
        ("Dana Whitlock, New Delhi", [("Dana Whitlock", {"location": "New Delhi"})], []),
        (
            "By Dana Whitlock, Hindustan Times, Mumbai",
            [("Dana Whitlock", {"affiliation": "Hindustan Times", "location": "Mumbai"})],
            [],
        ),
        ("Reported by Dana Whitlock, Edited by Omar Feld", [("Dana Whitlock", {})], []),
        ("By Dana Whitlock Published: 10:14 GMT, 4 March 2024", [("Dana Whitlock", {})], []),
        ("By Dana Whitlock on March 4, 2024", [("Dana Whitlock", {})], []),
        ("By Dana Whitlock • 4 March 2024 • 4:45pm", [("Dana Whitlock", {})], []),
        (
            "Dana Whitlock Health Editor @danawhit",
            [("Dana Whitlock", {"role": "Health Editor", "handle": "@danawhit"})],
            [],
        ),
        (
            "By Dana Whitlock, Chief Foreign Correspondent in Geneva and Omar Feld",
            [
                ("Dana Whitlock", {"role": "Chief Foreign Correspondent", "location": "Geneva"}),
                ("Omar Feld", {}),
            ],
            [],
        ),
        (
            "By Dana Whitlock, professor of hydrology at the University of Orla",
            [
                (
                    "Dana Whitlock",
                    {"role": "professor of hydrology", "affiliation": "the University of Orla"},
                )
            ],
            [],
        ),
        ("By Dana Whitlock as told to Omar Feld", [("Dana Whitlock", {}), ("Omar Feld", {})], []),
        (
            "By Mei Castellan, ABC Goldfields",
            [("Mei Castellan", {"affiliation": "ABC Goldfields"})],
            [],
        ),
        ("ABC Goldfields: By Dana Whitlock", [("Dana Whitlock", {})], []),
        ("Exclusive by Dana Whitlock", [("Dana Whitlock", {})], []),
        (
            "By Dana Whitlock and Omar Feld of The Associated Press",
            [("Dana Whitlock", {}), ("Omar Feld", {"affiliation": "The Associated Press"})],
            [],
        ),
        (
            "By the Orla Valley Courier Editorial Board",
            [],
            ["the Orla Valley Courier Editorial Board"],
        ),
        (
            "By Dana Whitlock, The Canadian Press",
            [("Dana Whitlock", {"affiliation": "The Canadian Press"})],
            [],
        ),
        (
            "By Dana Whitlock | Associated Press",
            [("Dana Whitlock", {"affiliation": "Associated Press"})],
            [],
        ),
        (
            "DANA WHITLOCK | Orla Valley Courier",
            [("DANA WHITLOCK", {"affiliation": "Orla Valley Courier"})],
            [],
        ),
        ("Dana Whitlock, Contributor", [("Dana Whitlock", {"role": "Contributor"})], []),
        ("By Dana Whitlock, Guest Columnist", [("Dana Whitlock", {"role": "Guest Columnist"})], []),
        (
            "By Dana Whitlock and Omar Feld Photographs by Mei Castellan",
            [("Dana Whitlock", {}), ("Omar Feld", {})],
            [],
        ),
    ],
)
def test_the_forms_of_many_houses_are_read(line, authors, agencies):
    assert read(line) == (authors, agencies)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the river had risen again.",
        "By the river, in the dark",
        "By noon, Whitlock had left",
        "By now everyone in Lisbon knew",
        "By contrast, Mayor Lee said nothing",
        "By and large the bridge held",
        "By law, the council must vote.",
        "By-election in Orla Valley set for May",
        "By air and by sea",
        "By far the largest flood",
        "By December 2023, Feld had left Accra",
        "By name and by nature",
    ],
)
def test_prose_that_opens_with_by_is_none(line):
    assert not opens_as_byline(Stretch(line, 0, len(line)), PACK)
