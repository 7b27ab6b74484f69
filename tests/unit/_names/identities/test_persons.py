"""Which person a name means, and who has the same one."""

import pytest

from newsquote import NoteCode, SpeakerKind


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("The town met Nora Vance. Later Vance spoke.", ("Vance", 2), "Nora Vance"),
        ("The town met Nora Vance. Later Mrs. Vance spoke.", "Mrs. Vance", "Nora Vance"),
        ("The town met Mayor Nora Vance. Later Nora Vance spoke.", ("Nora Vance", 2), "Nora Vance"),
        ("Later Vance spoke. The town met Nora Vance.", "Vance", "Nora Vance"),
        (
            "The town met Nora Vance and Olav Brandt. Later Brandt spoke.",
            ("Brandt", 2),
            "Olav Brandt",
        ),
        ("The town met Nora P. Vance. Later N. Vance spoke.", "N. Vance", "Nora P. Vance"),
        (
            "The town met Nora Vance, Jr., at noon. Later Vance spoke.",
            ("Vance", 2),
            "Nora Vance, Jr.",
        ),
        (
            "The whole town met Nora Vance on the pier. Later Nora spoke there.",
            ("Nora", 2),
            "Nora Vance",
        ),
    ],
)
def test_a_name_means_the_person_whose_fullest_name_has_it(meant, text, mention, name):
    assert meant(text, mention) == [name]


def test_two_full_names_with_one_surname_are_two_people(link):
    people, (one, other), _ = link(
        "The town met Nora Vance. It met Olav Vance too.", "Nora Vance", "Olav Vance"
    )
    assert one is not other
    assert [who.name for who in people.identities] == ["Nora Vance", "Olav Vance"]


def test_mentions_of_one_person_are_one_identity_with_every_place(link):
    text = "The town met Nora Vance. Later Vance spoke, and she left."
    people, (one, other, third), _ = link(text, "Nora Vance", ("Vance", 2), "she")
    assert one is other is third
    assert len(people.identities) == 1
    assert [text[slice(*where)] for where in one.mentions] == ["Nora Vance", "Vance", "she"]
    assert text[slice(*one.name_range)] == "Nora Vance"


def test_a_surname_alone_that_no_full_name_has_is_a_person_of_its_own(link):
    _, (who,), _ = link("The town met Nora Vance. Later Brandt spoke.", "Brandt")
    assert (who.name, who.kind) == ("Brandt", SpeakerKind.PERSON)


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        (
            "Edith Crane and Paul Crane own the inn. Later Mr. Crane spoke.",
            "Mr. Crane",
            "Paul Crane",
        ),
        (
            "Dr. Edith Crane and Paul Crane own the inn. Later Dr. Crane spoke.",
            ("Dr. Crane", 1),
            "Edith Crane",
        ),
        (
            "President Iven Strand met former President Olga Strand. Later President Strand spoke.",
            "President Strand",
            "Iven Strand",
        ),
        ("Edith Crane and Paul Crane own the inn. Later Paul spoke.", ("Paul", 2), "Paul Crane"),
        ("Edith Crane met Paul Crane. Crane spoke.", ("Crane", 3), "Paul Crane"),
    ],
)
def test_of_two_with_one_surname_a_title_a_given_name_or_the_paragraph_tells(
    meant, text, mention, name
):
    assert meant(text, mention) == [name]


def test_a_surname_that_two_have_is_noted_and_is_less_sure(link):
    text = "Edith Crane met Paul Crane. Later Crane spoke."
    people, _, notes = link(text, ("Crane", 3))
    assert [note.code for note in notes.records] == [NoteCode.AMBIGUOUS_SPEAKER]
    (namesake,) = people.resolutions.values()
    (named,) = link(text, "Edith Crane")[0].resolutions.values()
    assert namesake.sureness < named.sureness
