"""What is handed over of identities."""

import pytest


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"nora vance": "Q1"}, "Q1"),
        ({"vance": "Q2"}, "Q2"),
        ({"nora vance": "Q1", "vance": "Q2"}, "Q1"),
        ({"nora vance": None}, None),
        ({"olav brandt": "Q3"}, None),
        ({}, None),
    ],
)
def test_the_id_of_a_known_person_is_found_by_the_fullest_name_first(link, known, expected):
    _, (who,), _ = link("The town met Nora Vance. Later Vance spoke.", ("Vance", 2), known=known)
    assert who.id == expected


def test_identities_stand_in_the_order_of_their_first_mention(link):
    text = "Olav Brandt met Nora Vance. Later Vance spoke. Brandt left."
    people, _, _ = link(text, ("Vance", 2), ("Brandt", 2))
    assert [who.name for who in people.identities] == ["Olav Brandt", "Nora Vance"]


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("Sen. Bo Ek came. He met Ek spokeswoman Ann Lee. Later Lee spoke.", None),
        (
            "Sen. Bo Ek came. He met Ann Lee, the Ek campaign's director. Later Lee spoke.",
            "Ek campaign",
        ),
        ("The Corrow Group fell. It lost Corrow spokeswoman Ann Lee. Later Lee spoke.", "Corrow"),
    ],
)
def test_an_affiliation_is_no_person(link, text, affiliation):
    _, (who,), _ = link(text, ("Lee", 2))
    given = None if who.affiliation is None else text[slice(*who.affiliation)]
    assert given == affiliation


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ann Lee, Ida's sister, came. Lee is the mayor of Norvale. Later Lee spoke.", "mayor"),
        ("Ann Lee, the mayor of Norvale, came. Lee is a judge. Later Lee spoke.", "mayor"),
        ("Ann Lee, Ida's sister, came. Later Lee spoke.", "sister"),
    ],
)
def test_an_office_says_more_than_a_kinship(link, text, role):
    _, (who,), _ = link(text, ("Lee", text.count("Lee")))
    assert text[slice(*who.role)] == role


def test_a_description_tells_the_office_of_whom_it_means(link):
    text = "“It is late,” Ann Lee said. The Corrow CEO was glad."
    _, (_, who), _ = link(text, "Ann Lee", "The Corrow CEO")
    assert who.name == "Ann Lee"
    assert [text[slice(*who.role)], text[slice(*who.affiliation)]] == ["CEO", "Corrow"]
