"""How far a run of capitals goes."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Nora Vance at noon.", ["Nora Vance"]),
        ("They met Nora Vance and Olav Brandt at noon.", ["Nora Vance", "Olav Brandt"]),
        (
            "They met Nora Vance, Olav Brandt and Iris Quell.",
            ["Nora Vance", "Olav Brandt", "Iris Quell"],
        ),
        ("Nora Vance met the union.", ["Nora Vance"]),
        ("They met Nora P. Vance at noon.", ["Nora P. Vance"]),
        ("They met Pieter van der Molk at noon.", ["Pieter van der Molk"]),
        ("They met Nora Vance Jr. at noon.", ["Nora Vance Jr."]),
        ("They met Nora Vance, Jr., at noon.", ["Nora Vance, Jr."]),
        ("They met Anne-Lise O'Hara at noon.", ["Anne-Lise O'Hara"]),
        ("They met Dr. Nora Vance at noon.", ["Dr. Nora Vance"]),
        ("It was sold to Brandt & Quell last year.", ["Brandt & Quell"]),
        ("It was read by the Ministry of Tides last year.", ["Ministry of Tides"]),
        ("It was read by the Office for the Coast last year.", ["Office for the Coast"]),
        ("It was read by the Fishermen's Union last year.", ["Fishermen's Union"]),
        ("It was Nora Vance's idea.", ["Nora Vance"]),
    ],
)
def test_a_run_of_capitals_is_a_name_with_its_small_words(printed_names, text, expected):
    assert printed_names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the river rose again, and nobody saw it.",
        "The river rose again. It fell at night. Then it froze.",
        "They waited. A boat came.",
        "She came on Monday and left in March.",
        "What I saw was low.",
        "River water was low, and the river froze.",
    ],
)
def test_words_with_a_capital_for_another_reason_are_no_names(printed_names, text):
    assert printed_names(text) == []


def test_a_possessive_parts_the_owner_from_the_owned(printed_names):
    assert printed_names("He read Nora Vance's Harbour Report twice.")[0] == "Nora Vance"


def test_names_do_not_run_over_the_end_of_a_paragraph(spotted):
    text = "They met Nora\nVance met them"
    doc, every = spotted(text, [(0, 13), (14, len(text))])
    assert [doc.slice(name.i, name.j) for name in every.all] == ["Nora", "Vance"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met de la Vega at noon.", ["de la Vega"]),
        ("They met al-Tayer at noon.", ["al-Tayer"]),
        ("They met Nora Vance Sr. and left.", ["Nora Vance Sr."]),
        ("It was read by the Hill and Valley Coalition last year.", ["Hill and Valley Coalition"]),
        (
            "It was read by the Ministry of Tides and Fisheries last year.",
            ["Ministry of Tides and Fisheries"],
        ),
        ("It was read by the Pilots' Guild last year.", ["Pilots' Guild"]),
        (
            "It was read by the Alliance to Keep Our Coast (AKOC) last year.",
            ["Alliance to Keep Our Coast", "AKOC"],
        ),
        ("Added Brandt: it rains.", ["Brandt"]),
        ("Ask Nora Vance at noon.", ["Nora Vance"]),
        ("They told the Tide Bank Tuesday that it rained.", ["Tide Bank"]),
        ("It was Super Tuesday again.", ["Super Tuesday"]),
        (
            "They met the former Speaker of the House Nora Vance at noon.",
            ["Speaker of the House Nora Vance"],
        ),
        ("It was sold to Harrow Ltd. Brandt left.", ["Harrow Ltd", "Brandt"]),
    ],
)
def test_a_run_goes_as_far_as_one_name(printed_names, text, expected):
    assert printed_names(text) == expected
