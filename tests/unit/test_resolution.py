"""Whom the mentions of a text mean, and which names are one identity."""

import re

import pytest

from newsquote import NoteCode, SpeakerKind, get_pack
from newsquote._people import names, resolution
from newsquote._text.doc import over
from newsquote._text.notes import Notes


def link(text, *mentions, known=None):
    """The people of a text of one paragraph a line; a mention is its words, or (words, which time they stand there)."""
    ranges, at = [], 0
    for line in text.split("\n"):
        ranges.append((at, at + len(line)))
        at += len(line) + 1
    doc = over(text, ranges, get_pack("en"))
    notes, places = Notes(), []
    for mention in mentions:
        words, time = mention if isinstance(mention, tuple) else (mention, 1)
        places.append([found.span() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)][time - 1])
    people = resolution.link(doc, names.find(doc), sorted(places), notes, known or {})
    return people, [people.meant[where] for where in places], notes


def meant(text, *mentions):
    return [None if who is None else who.name for who in link(text, *mentions)[1]]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("The town met Nora Vance. Later Vance spoke.", ("Vance", 2), "Nora Vance"),
        ("The town met Nora Vance. Later Mrs. Vance spoke.", "Mrs. Vance", "Nora Vance"),
        ("The town met Mayor Nora Vance. Later Nora Vance spoke.", ("Nora Vance", 2), "Nora Vance"),
        ("Later Vance spoke. The town met Nora Vance.", "Vance", "Nora Vance"),
        ("The town met Nora Vance and Olav Brandt. Later Brandt spoke.", ("Brandt", 2), "Olav Brandt"),
        ("The town met Nora P. Vance. Later N. Vance spoke.", "N. Vance", "Nora P. Vance"),
        ("The town met Nora Vance, Jr., at noon. Later Vance spoke.", ("Vance", 2), "Nora Vance, Jr."),
        ("The whole town met Nora Vance on the pier. Later Nora spoke there.", ("Nora", 2), "Nora Vance"),
    ],
)
def test_a_name_means_the_person_whose_fullest_name_has_it(text, mention, name):
    assert meant(text, mention) == [name]


def test_two_full_names_with_one_surname_are_two_people():
    people, (one, other), _ = link("The town met Nora Vance. It met Olav Vance too.", "Nora Vance", "Olav Vance")
    assert one is not other
    assert [who.name for who in people.identities] == ["Nora Vance", "Olav Vance"]


def test_mentions_of_one_person_are_one_identity_with_every_place():
    text = "The town met Nora Vance. Later Vance spoke, and she left."
    people, (one, other, third), _ = link(text, "Nora Vance", ("Vance", 2), "she")
    assert one is other is third
    assert len(people.identities) == 1
    assert [text[slice(*where)] for where in one.mentions] == ["Nora Vance", "Vance", "she"]
    assert text[slice(*one.name_range)] == "Nora Vance"


def test_a_surname_alone_that_no_full_name_has_is_a_person_of_its_own():
    _, (who,), _ = link("The town met Nora Vance. Later Brandt spoke.", "Brandt")
    assert (who.name, who.kind) == ("Brandt", SpeakerKind.PERSON)


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Nora Vance sat down. Then she spoke.", "she", "Nora Vance"),
        ("Peter Brandt sat down. Then he spoke.", "he", "Peter Brandt"),
        ("Nora Vance met Peter Brandt. Then she spoke.", "she", "Nora Vance"),
        ("Nora Vance met Peter Brandt. Then he spoke.", "he", "Peter Brandt"),
        ("Mrs. Quell met Mr. Brandt. Then he spoke.", "he", "Brandt"),
        ("Mrs. Quell met Mr. Brandt. Then she spoke.", "she", "Quell"),
        ("The call came from spokeswoman Iris Quell.\nThen she spoke.", "she", "Iris Quell"),
    ],
)
def test_he_and_she_mean_the_person_who_fits(text, mention, name):
    assert meant(text, mention) == [name]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("The river rose. Then she spoke.", "she"),
        ("Peter Brandt sat down. Then she spoke.", "she"),
        ("Mrs. Quell sat down. Then he spoke.", "he"),
        ("Nora Vance sat down. Then they spoke.", "they"),
        ("Then she spoke. Later Nora Vance sat down.", "she"),
        ("Nora Vance sat down.\nIt rained.\nIt snowed.\nIt froze.\nIt thawed.\nThen she spoke.", "she"),
    ],
)
def test_where_nothing_supports_a_choice_nobody_is_meant_and_a_note_says_so(text, mention):
    _, found, notes = link(text, mention)
    assert found == [None]
    assert [note.code for note in notes.records] == [NoteCode.UNKNOWN_SPEAKER]


def test_there_is_no_note_where_somebody_is_meant():
    assert link("Nora Vance sat down. Then she spoke.", "she")[2].records == []


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("The town met Mayor Nora Vance. Later the mayor spoke.", "the mayor", "Nora Vance"),
        ("It was read by the Wexmouth Council. Later the council spoke.", "the council", "Wexmouth Council"),
        ("The town met Mayor Nora Vance. Later a mayor spoke.", "a mayor", "mayor"),
        ("Later the mayor spoke. Rain fell on the town.", "the mayor", "mayor"),
    ],
)
def test_a_definite_noun_means_what_was_named_so_before(text, mention, name):
    assert meant(text, mention) == [name]


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        ("Nora Vance", SpeakerKind.PERSON),
        ("the Ministry of Tides", SpeakerKind.ORGANIZATION),
        ("a spokesman", SpeakerKind.UNNAMED),
        ("three pilots", SpeakerKind.GROUP),
        ("residents", SpeakerKind.GROUP),
        ("a report", SpeakerKind.DOCUMENT),
        ("we", SpeakerKind.NARRATOR),
        ("Nora Vance and Peter Brandt", SpeakerKind.GROUP),
    ],
)
def test_the_kind_of_a_source(mention, kind):
    _, (who,), _ = link(f"At noon {mention} spoke.", mention)
    assert who.kind == kind


def test_names_that_speak_together_are_members_of_one_group():
    both = "Nora Vance and Peter Brandt"
    _, (group, nora, peter), _ = link(f"At noon {both} spoke. Later Vance left. Brandt stayed.", both, ("Vance", 2), ("Brandt", 2))
    assert group.members == [nora, peter]
    assert [member.name for member in group.members] == ["Nora Vance", "Peter Brandt"]
    assert group.name == both


def test_who_means_the_noun_phrase_before_it():
    assert meant("The town met Nora Vance, who spoke.", "who") == ["Nora Vance"]


def test_role_and_affiliation_come_from_wherever_the_text_gives_them():
    text = "Later Vance spoke. The town knows Nora Vance, the director of Sealine Works."
    _, (who,), _ = link(text, "Vance")
    assert (text[slice(*who.role)], text[slice(*who.affiliation)]) == ("director", "Sealine Works")


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
def test_the_id_of_a_known_person_is_found_by_the_fullest_name_first(known, expected):
    _, (who,), _ = link("The town met Nora Vance. Later Vance spoke.", ("Vance", 2), known=known)
    assert who.id == expected


def test_identities_stand_in_the_order_of_their_first_mention():
    text = "Olav Brandt met Nora Vance. Later Vance spoke. Brandt left."
    people, _, _ = link(text, ("Vance", 2), ("Brandt", 2))
    assert [who.name for who in people.identities] == ["Olav Brandt", "Nora Vance"]


def test_a_text_without_mentions_has_no_people():
    people, _, notes = link("Olav Brandt met Nora Vance.")
    assert (people.identities, people.meant, notes.records) == ([], {}, [])


def test_a_mention_that_holds_no_word_means_nobody():
    people, found, _ = link("It ended.   - Then it rained.", "  ")
    assert found == [None]
    assert people.identities == []
