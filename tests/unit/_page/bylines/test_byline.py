"""Bylines: the names, and what stands beside them."""

import pytest

from newsquote._page.bylines.byline import read_byline
from newsquote._page.line import Stretch
from newsquote.lang import get_pack

PACK = get_pack("en")
FIELDS = ("role", "affiliation", "location", "email", "handle")


def read(line):
    found = read_byline(Stretch(line, 0, len(line)), PACK)
    if found is None:
        return None
    authors = []
    for author in found.authors:
        fields = {
            field: line[slice(*getattr(author, field))]
            for field in FIELDS
            if getattr(author, field)
        }
        authors.append((line[slice(*author.name)], fields))
    return authors, [line[slice(*agency)] for agency in found.agencies]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Dana Whitlock", ["Dana Whitlock"]),
        ("BY DANA WHITLOCK", ["DANA WHITLOCK"]),
        ("by dana whitlock", ["dana whitlock"]),
        ("By: Dana Whitlock", ["Dana Whitlock"]),
        ("Dana Whitlock", ["Dana Whitlock"]),
        (
            "By Dana Whitlock, Omar Feld and Mei Castellan",
            ["Dana Whitlock", "Omar Feld", "Mei Castellan"],
        ),
        (
            "By Dana Whitlock, Omar Feld, and Mei Castellan",
            ["Dana Whitlock", "Omar Feld", "Mei Castellan"],
        ),
        ("Dana Whitlock & Omar Feld", ["Dana Whitlock", "Omar Feld"]),
        (
            "Dana Whitlock;Omar Feld for the Morning Post;Mei Castellan",
            ["Dana Whitlock", "Omar Feld", "Mei Castellan"],
        ),
        ("By Dana Whitlock March 4, 2024", ["Dana Whitlock"]),
        ("Dana Whitlock2 minutes ago", ["Dana Whitlock"]),
        ("By DANA WHITLOCK  MARCH 4, 2024", ["DANA WHITLOCK"]),
        ("by Dana WHITLOCK", ["Dana WHITLOCK"]),
        ("Dr. Dana Whitlock, MD, and Omar Feld Jr.", ["Dr. Dana Whitlock", "Omar Feld Jr."]),
        ("By Maria de la Cruz and Jan van den Berg", ["Maria de la Cruz", "Jan van den Berg"]),
        ("By Conor O’Dell and Una McVey", ["Conor O’Dell", "Una McVey"]),
        ("Dana Whitlock: Analysis", ["Dana Whitlock"]),
        ("ON THE ROAD: Dana Whitlock", ["Dana Whitlock"]),
        ("Wool: by Dana Whitlock", ["Dana Whitlock"]),
        ("Mill owners fear a dry summerBy Dana Whitlock", ["Dana Whitlock"]),
        ("Reviewed by Dana Whitlock", ["Dana Whitlock"]),
        ("The mill is gone and the town with it, reports Dana Whitlock", ["Dana Whitlock"]),
        (
            "Two years after the flood, Dana Whitlock visits a town that will not leave",
            ["Dana Whitlock"],
        ),
        ("After forty years on the river the ferryman talks to Dana Whitlock", ["Dana Whitlock"]),
        ("Dana Whitlock reports", ["Dana Whitlock"]),
    ],
)
def test_names_are_found(line, names):
    assert [name for name, _ in read(line)[0]] == names


@pytest.mark.parametrize(
    ("line", "authors", "agencies"),
    [
        (
            "By Dana Whitlock, Health correspondent",
            [("Dana Whitlock", {"role": "Health correspondent"})],
            [],
        ),
        (
            "DANA WHITLOCK Deputy Political Editor",
            [("DANA WHITLOCK", {"role": "Deputy Political Editor"})],
            [],
        ),
        (
            "By Dana WhitlockHealth Correspondent",
            [("Dana Whitlock", {"role": "Health Correspondent"})],
            [],
        ),
        (
            "Dana Whitlock Political correspondent",
            [("Dana Whitlock", {"role": "Political correspondent"})],
            [],
        ),
        (
            "By Dana Whitlock, New York correspondent",
            [("Dana Whitlock", {"role": "New York correspondent"})],
            [],
        ),
        ("Dana Whitlock in Lisbon", [("Dana Whitlock", {"location": "Lisbon"})], []),
        (
            "By Dana Whitlock in Lisbon and Omar Feld in Accra",
            [("Dana Whitlock", {"location": "Lisbon"}), ("Omar Feld", {"location": "Accra"})],
            [],
        ),
        (
            "Dana Whitlock in Praia, northern Orla and Omar Feld",
            [("Dana Whitlock", {"location": "Praia, northern Orla"}), ("Omar Feld", {})],
            [],
        ),
        (
            "Dana Whitlock and Omar Feld, Accra",
            [("Dana Whitlock", {}), ("Omar Feld", {"location": "Accra"})],
            [],
        ),
        (
            "By Dana Whitlock, BBC News, Accra",
            [("Dana Whitlock", {"affiliation": "BBC News", "location": "Accra"})],
            [],
        ),
        ("Dana Whitlock, USA TODAY", [("Dana Whitlock", {"affiliation": "USA TODAY"})], []),
        ("Dana Whitlock | Fox News", [("Dana Whitlock", {"affiliation": "Fox News"})], []),
        (
            "By Dana Whitlock, Special to The Courier",
            [("Dana Whitlock", {"affiliation": "The Courier"})],
            [],
        ),
        (
            "Dana Whitlock For Morning Post",
            [("Dana Whitlock", {"affiliation": "Morning Post"})],
            [],
        ),
        (
            "By Dana Whitlock, Associated Press Writer",
            [("Dana Whitlock", {"affiliation": "Associated Press", "role": "Writer"})],
            [],
        ),
        ("By Dana Whitlock and agencies", [("Dana Whitlock", {})], ["agencies"]),
        ("By The Associated Press", [], ["The Associated Press"]),
        ("Agencies in Accra and Lima", [], ["Agencies"]),
        ("AFP, ACCRA", [], ["AFP"]),
        ("Staff Writer", [], ["Staff Writer"]),
        (
            "By Dana Whitlock | dwhitlock@courier.example | @danawhit",
            [("Dana Whitlock", {"email": "dwhitlock@courier.example", "handle": "@danawhit"})],
            [],
        ),
    ],
)
def test_what_stands_beside_a_name_is_kept_apart(line, authors, agencies):
    assert read(line) == (authors, agencies)


@pytest.mark.parametrize("line", ["", "By", "By ,", "By Tuesday", "12", "—", "and"])
def test_a_line_that_names_nobody_is_none(line):
    assert read(line) is None


def test_nothing_but_thin_blanks_between_two_signs_is_no_name():
    line = 'By Ann Lee (AP,"\u200a  Bo'
    found = read_byline(Stretch(line, 0, len(line)), PACK)
    assert [line[slice(*author.name)] for author in found.authors][:1] == ["Ann Lee"]
