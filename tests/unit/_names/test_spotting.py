"""Which words of a text name somebody or something, and what kind of name it is."""

import pytest

from newsquote import SpeakerKind, get_pack
from newsquote._names import spotting
from newsquote._text.doc import read_doc

PERSON, ORGANIZATION = SpeakerKind.PERSON, SpeakerKind.ORGANIZATION


def read(text, ranges=None):
    doc = read_doc(text, ranges or [(0, len(text))], get_pack("en"))
    return doc, spotting.find_names(doc)


def found(text):
    doc, every = read(text)
    return [doc.slice(name.i, name.j) for name in every.all]


def only(text):
    doc, every = read(text)
    (name,) = every.all
    return doc, name


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
def test_a_run_of_capitals_is_a_name_with_its_small_words(text, expected):
    assert found(text) == expected


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
def test_words_with_a_capital_for_another_reason_are_no_names(text):
    assert found(text) == []


def test_a_possessive_parts_the_owner_from_the_owned():
    assert found("He read Nora Vance's Harbour Report twice.")[0] == "Nora Vance"


@pytest.mark.parametrize(
    ("text", "kind", "bare"),
    [
        ("They met Nora Vance at noon.", PERSON, "Nora Vance"),
        ("They met Mrs. Vance at noon.", PERSON, "Vance"),
        ("They met Mrs Vance at noon.", PERSON, "Vance"),
        ("They met Mayor Nora Vance at noon.", PERSON, "Nora Vance"),
        ("They met Lt. Col. Nora Vance at noon.", PERSON, "Nora Vance"),
        ("They met Prime Minister Nora Vance at noon.", PERSON, "Nora Vance"),
        ("It was read by the Ministry of Tides.", ORGANIZATION, "Ministry of Tides"),
        ("It was read by the Wexmouth Council.", ORGANIZATION, "Wexmouth Council"),
        ("It was read by the WTO at noon.", ORGANIZATION, "WTO"),
        ("It was sold to Brandt & Quell.", ORGANIZATION, "Brandt & Quell"),
        ("They live near Wexmouth now.", None, "Wexmouth"),
        ("They met Vance at noon.", None, "Vance"),
    ],
)
def test_the_title_is_set_apart_and_the_kind_is_guessed(text, kind, bare):
    doc, name = only(text)
    assert name.kind == kind
    assert doc.slice(name.bare, name.j) == bare


def test_a_title_that_stands_alone_says_no_kind():
    assert only("They saw the Mayor at noon.")[1].kind is None


def test_a_name_right_before_a_role_and_another_name_is_the_employer():
    doc, every = read("A call came from Corrow Rail spokeswoman Nora Vance at noon.")
    assert [(doc.slice(name.i, name.j), name.kind) for name in every.all] == [
        ("Corrow Rail", ORGANIZATION),
        ("Nora Vance", PERSON),
    ]


def test_a_name_before_another_name_without_a_role_stays_a_person():
    _, every = read("A call came from Olav Brandt, and then Nora Vance rang.")
    assert [name.kind for name in every.all] == [PERSON, PERSON]


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Gulls came back to the harbour.", True),
        ("Brandt came back to the harbour.", True),
        ("Brandt came back. Then the union met Brandt.", False),
        ("Nora came back to the harbour.", False),
        ("Nora Vance came back to the harbour.", False),
    ],
)
def test_one_word_at_a_sentences_head_is_doubtful_until_something_else_speaks_for_it(
    text, doubtful
):
    assert read(text)[1].all[0].doubtful is doubtful


def test_names_do_not_run_over_the_end_of_a_paragraph():
    text = "They met Nora\nVance met them"
    doc, every = read(text, [(0, 13), (14, len(text))])
    assert [doc.slice(name.i, name.j) for name in every.all] == ["Nora", "Vance"]


def test_names_are_looked_up_by_token():
    doc, every = read("They met Nora Vance and Olav Brandt at noon.")
    nora, olav = every.all
    assert [every.at(k) for k in range(len(doc.words))] == [
        None,
        None,
        nora,
        nora,
        None,
        olav,
        olav,
        None,
        None,
        None,
    ]


def test_between_gives_the_names_that_begin_there_and_of_many_the_last():
    doc, every = read("They met Nora Vance and Olav Brandt at noon.")
    nora, olav = every.all
    assert every.between(0, len(doc.words)) == [nora, olav]
    assert every.between(0, len(doc.words), 1) == [olav]
    assert every.between(3, 6) == [olav]
    assert every.between(6, 9) == []
    assert every.between(0, 5, 9) == [nora]


def test_names_stand_apart_and_in_order():
    _, every = read(
        "Mayor Nora Vance of Wexmouth met Dr. Olav Brandt, Iris Quell and the Ministry of Tides at Sealine Press."
    )
    assert all(name.i <= name.bare < name.j for name in every.all)
    assert all(one.j <= other.i for one, other in zip(every.all, every.all[1:], strict=False))


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
def test_a_run_goes_as_far_as_one_name(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was read by Nora Vance and the Wexmouth Council.", ["Nora Vance", "Wexmouth Council"]),
        ("It was read by the WTO and Wexmouth Council.", ["WTO", "Wexmouth Council"]),
        (
            "It was read by the Ministry of Tides and Nora Vance.",
            ["Ministry of Tides", "Nora Vance"],
        ),
        ("It was read by the council of Keep Our Coast (XYZ) last year.", ["Keep", "Coast", "XYZ"]),
        ("He spoke of the bin Vance had filled.", ["bin Vance"]),
    ],
)
def test_two_names_with_an_and_between_stay_two(text, expected):
    assert found(text) == expected


def test_in_a_text_of_capitals_known_words_part_the_names():
    assert found("MAYOR NORA VANCE SAID THE WEXMOUTH COUNCIL HAD ASKED FOR OLAV BRANDT.") == [
        "MAYOR NORA VANCE",
        "WEXMOUTH COUNCIL",
        "OLAV BRANDT",
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("They met Nora Vance of Dorne, Md., at noon.", "Dorne"),
        ("They met Vance, D-Ohio, at noon.", "D-Ohio"),
        ("They live in Ohio now.", "Ohio"),
    ],
)
def test_a_town_before_its_state_and_a_party_with_one_are_places(text, place):
    doc, every = read(text)
    assert next(doc.slice(name.i, name.j) for name in every.all if name.place) == place


def test_a_name_before_a_comma_and_another_name_is_no_place():
    _, every = read("They met Vance, Brandt and Quell at noon.")
    assert not any(name.place for name in every.all)
