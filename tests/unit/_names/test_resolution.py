"""Whom the mentions of a text mean, and which names are one identity."""

import re

import pytest

import newsquote
from newsquote import NoteCode, SpeakerKind, get_pack
from newsquote._names import resolve, spotting
from newsquote._text.doc import read_doc
from newsquote._text.notes import Notes


def link(text, *mentions, known=None):
    """The people of a text of one paragraph a line; a mention is its words, or (words, which time they stand there)."""
    ranges, at = [], 0
    for line in text.split("\n"):
        ranges.append((at, at + len(line)))
        at += len(line) + 1
    doc = read_doc(text, ranges, get_pack("en"))
    notes, places = Notes(), []
    for mention in mentions:
        words, time = mention if isinstance(mention, tuple) else (mention, 1)
        places.append(
            [found.span() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)][
                time - 1
            ]
        )
    people = resolve.resolve_mentions(
        doc, spotting.find_names(doc), sorted(places), notes, known or {}
    )
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
def test_a_name_means_the_person_whose_fullest_name_has_it(text, mention, name):
    assert meant(text, mention) == [name]


def test_two_full_names_with_one_surname_are_two_people():
    people, (one, other), _ = link(
        "The town met Nora Vance. It met Olav Vance too.", "Nora Vance", "Olav Vance"
    )
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
        (
            "Nora Vance sat down.\nIt rained.\nIt snowed.\nIt froze.\nIt thawed.\nThen she spoke.",
            "she",
        ),
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
        (
            "It was read by the Wexmouth Council. Later the council spoke.",
            "the council",
            "Wexmouth Council",
        ),
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
    _, (group, nora, peter), _ = link(
        f"At noon {both} spoke. Later Vance left. Brandt stayed.", both, ("Vance", 2), ("Brandt", 2)
    )
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


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        (
            "The town met Sen. Nora Vance (D-Ohio). Later the Ohio senator spoke.",
            "the Ohio senator",
            "Nora Vance",
        ),
        (
            "The town met Rep. Olav Brandt. Later the congressman spoke.",
            "the congressman",
            "Olav Brandt",
        ),
        (
            "The town met Nora Vance, the treasurer of the union. Later the treasurer spoke.",
            ("the treasurer", 2),
            "Nora Vance",
        ),
        (
            "Nora Vance came with her lawyer, Olav Brandt. Later Vance's lawyer spoke.",
            "Vance's lawyer",
            "Olav Brandt",
        ),
        (
            "Olav Brandt sold the mill. Later the businessman spoke.",
            "the businessman",
            "Olav Brandt",
        ),
        (
            "It was read by the Norvale Fisheries Agency. Later the agency spoke.",
            "the agency",
            "Norvale Fisheries Agency",
        ),
        (
            "It was read by the Ministry of Tides. Later the department spoke.",
            "the department",
            "Ministry of Tides",
        ),
        ("Sealine Works lost money. Later the company spoke.", "the company", "Sealine Works"),
        (
            "The Tide Council met. Later the council's board spoke.",
            "the council's board",
            "Tide Council",
        ),
    ],
)
def test_a_description_means_whom_the_text_describes_so(text, mention, name):
    assert meant(text, mention) == [name]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        (
            "The town met Sen. Nora Vance (D-Ohio). Later the Maine senator spoke.",
            "the Maine senator",
            "Maine senator",
        ),
        (
            "The town met Sen. Nora Vance (D-Ohio). Later the Republican senator spoke.",
            "the Republican senator",
            "Republican senator",
        ),
        (
            "The town met Mr. Olav Brandt, a congressman. Later the congresswoman spoke.",
            "the congresswoman",
            "congresswoman",
        ),
        (
            "Nora Vance came with Vance's lawyer, Olav Brandt, and Iris Quell. Later Quell's lawyer spoke.",
            "Quell's lawyer",
            "Quell's lawyer",
        ),
        ("Mayor Olav Brandt sold the mill. Later the bishop spoke.", "the bishop", "bishop"),
        (
            "Olav Brandt sold the mill. It rained. It snowed. It froze. Later the businessman spoke.",
            "the businessman",
            "businessman",
        ),
        (
            "It was read by the Norvale Fisheries Agency. Later an agency spoke.",
            "an agency",
            "agency",
        ),
        (
            "It was read by the Tide Council. Later the Harbour campaign spoke.",
            "the Harbour campaign",
            "Harbour campaign",
        ),
    ],
)
def test_a_description_of_somebody_else_means_nobody_with_a_name(text, mention, name):
    assert meant(text, mention) == [name]


def test_a_headline_and_a_lead_may_describe_somebody_who_is_named_below():
    text = "Judge closes harbour\nA Norvale judge closed the harbour on Friday.\nJudge Nora Vance did so at noon."
    assert meant(text, ("Judge", 1), "A Norvale judge") == ["Nora Vance", "Nora Vance"]


def test_a_lead_describes_nobody_with_another_title():
    text = "Judge closes harbour\nA Norvale judge closed the harbour on Friday.\nMayor Nora Vance did so at noon."
    assert meant(text, ("Judge", 1), "A Norvale judge") == ["Judge", "Norvale judge"]


def test_in_a_line_of_capitals_only_names_of_the_text_are_names():
    text = "Nora Vance Wins Harbour Fight\nThe council met Nora Vance at noon."
    _, (who,), _ = link(text, ("Nora Vance", 1))
    assert who.name == "Nora Vance"
    assert [text[slice(*where)] for where in who.mentions] == ["Nora Vance", "Nora Vance"]


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
def test_of_two_with_one_surname_a_title_a_given_name_or_the_paragraph_tells(text, mention, name):
    assert meant(text, mention) == [name]


def test_a_surname_that_two_have_is_noted_and_is_less_sure():
    text = "Edith Crane met Paul Crane. Later Crane spoke."
    people, _, notes = link(text, ("Crane", 3))
    assert [note.code for note in notes.records] == [NoteCode.AMBIGUOUS_SPEAKER]
    assert min(people.sureness.values()) < min(link(text, "Edith Crane")[0].sureness.values())


def test_a_pronoun_that_may_mean_two_is_noted():
    _, (who,), notes = link("Sam Brandt and Paul Quell left. Then he spoke.", "he")
    assert who is not None
    assert [note.code for note in notes.records] == [NoteCode.AMBIGUOUS_SPEAKER]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Nora Vance's deputy, Iris Quell, sat down. Then she spoke.", "she", "Iris Quell"),
        ("Peter Brandt met Paul Quell. Later Quell rang, and he spoke.", "he", "Paul Quell"),
        (
            "Nora Vance and Peter Brandt sat down. Then they spoke.",
            "they",
            "Nora Vance and Peter Brandt",
        ),
        ("The pilots sat down. Then they spoke.", "they", "pilots"),
        ("The Tide Council met. Then it spoke.", "it", "Tide Council"),
        ("When she spoke, Nora Vance smiled.", "she", "Nora Vance"),
        ("A waitress saw Peter Brandt. Then she spoke.", "she", "waitress"),
        ("The town met Nora Vance, 59, of Dorne, Md., who spoke.", "who", "Nora Vance"),
        ("It was read by the Tide Council, which spoke.", "which", "Tide Council"),
        ("The town met Nora Vance, the mayor, who spoke.", "who", "Nora Vance"),
    ],
)
def test_a_pronoun_means_whoever_stands_out(text, mention, name):
    assert meant(text, mention) == [name]


def said_by(text, mentions, said):
    """Like ``meant``, with what is said as (its words, the mention that says it)."""
    where = {
        words: (text.index(words), text.index(words) + len(words))
        for words in [*mentions, *(words for words, _ in said)]
    }
    doc = read_doc(text, [(0, len(text))], get_pack("en"))
    ranges = [(where[words], where[mention]) for words, mention in said]
    people = resolve.resolve_mentions(
        doc,
        spotting.find_names(doc),
        sorted(where[mention] for mention in mentions),
        Notes(),
        {},
        ranges,
    )
    return [people.meant[where[mention]].name for mention in mentions]


def test_a_name_inside_somebodys_words_stands_back():
    text = "Nora Vance spoke of how Iris Quell had come and gone. Then she left again."
    assert said_by(text, ["Nora Vance", "she"], []) == ["Nora Vance", "Nora Vance"]
    text = "It rained. Nora Vance, a pilot, spoke. Iris Quell had come. Then she left."
    assert said_by(text, ["she"], []) == ["Iris Quell"]
    assert said_by(text, ["Nora Vance", "she"], [("Iris Quell had come", "Nora Vance")]) == [
        "Nora Vance",
        "Nora Vance",
    ]


def test_i_inside_somebodys_words_is_whoever_says_them():
    text = "“Yes, as I often say, it holds,” Nora Vance told them."
    assert said_by(
        text, ["I", "Nora Vance"], [("“Yes, as I often say, it holds,”", "Nora Vance")]
    ) == ["Nora Vance", "Nora Vance"]
    assert said_by(text, ["I", "Nora Vance"], []) == ["I", "Nora Vance"]


@pytest.mark.parametrize(
    ("text", "mention", "kind"),
    [
        ("The Pelletron said so at noon.", "The Pelletron", SpeakerKind.ORGANIZATION),
        ("Zelliton, which sells boats, spoke at noon.", "Zelliton", SpeakerKind.ORGANIZATION),
        ("Brandt, who sells boats, spoke at noon.", "Brandt", SpeakerKind.PERSON),
        ("Brandt, 34, spoke at noon.", "Brandt", SpeakerKind.PERSON),
        ("QuellWorks spoke at noon.", "QuellWorks", SpeakerKind.ORGANIZATION),
        ("Norwegians spoke at noon.", "Norwegians", SpeakerKind.GROUP),
        ("Later a Norvale Democrat spoke.", "a Norvale Democrat", SpeakerKind.UNNAMED),
        ("Later 46 percent of voters spoke.", "46 percent of voters", SpeakerKind.GROUP),
        ("Later a group of pilots spoke.", "a group of pilots", SpeakerKind.GROUP),
        (
            "Later one or more of its members spoke.",
            "one or more of its members",
            SpeakerKind.GROUP,
        ),
        ("Later everyone spoke.", "everyone", SpeakerKind.GROUP),
        ("Later someone spoke.", "someone", SpeakerKind.UNNAMED),
        ("Later a poll by Nora Vance spoke.", "a poll by Nora Vance", SpeakerKind.DOCUMENT),
        (
            "Later Nora Vance and other pilots spoke.",
            "Nora Vance and other pilots",
            SpeakerKind.GROUP,
        ),
        (
            "Later Sealine Works and the Tide Bank spoke.",
            "Sealine Works and the Tide Bank",
            SpeakerKind.ORGANIZATION,
        ),
    ],
)
def test_what_is_said_around_a_name_and_the_number_of_a_noun_tell_the_kind(text, mention, kind):
    _, (who,), _ = link(text, mention)
    assert who.kind == kind


@pytest.mark.parametrize(
    ("mention", "rest", "count", "reason"),
    [
        ("two people familiar with the talks", "", 2, None),
        (
            "two officials",
            ", who spoke on the condition of anonymity because the talks were private,",
            2,
            "because the talks were private",
        ),
        (
            "an official",
            ", who asked not to be named because she was afraid,",
            None,
            "because she was afraid",
        ),
        ("a dozen officials", ", speaking anonymously,", 12, None),
        ("two dozen officials", "", 24, None),
        ("the 40 pilots", "", 40, None),
        ("46 percent of pilots", "", None, None),
        ("three pilots", " who stayed because it rained", 3, None),
    ],
)
def test_a_source_without_a_name_tells_how_many_and_why(mention, rest, count, reason):
    text = f"At noon {mention}{rest} spoke."
    _, (who,), _ = link(text, mention)
    assert who.count == count
    assert (None if who.anonymity is None else text[slice(*who.anonymity)]) == reason


def test_known_names_of_one_person_are_one_identity():
    text = "The town met Nora Vance. Later Nora Quell spoke."
    known = {"Nora Vance": "Q1", "Nora Quell": "Q1"}
    _, (one, other), _ = link(text, "Nora Vance", "Nora Quell", known=known)
    assert one is other
    _, (one, other), _ = link(
        text, "Nora Vance", "Nora Quell", known={"Nora Vance": "Q1", "Nora Quell": "Q2"}
    )
    assert (one.id, other.id) == ("Q1", "Q2")


def test_a_known_name_is_a_persons():
    text = "The Pelletron said so at noon."
    assert link(text, "The Pelletron", known={"Pelletron": "Q1"})[1][0].kind == SpeakerKind.PERSON


def test_sureness_is_less_for_what_is_less_supported():
    text = "Olav Brandt sold the mill. Later the businessman spoke."
    people, _, _ = link(text, "Olav Brandt", "the businessman")
    full, described = (people.sureness[where] for where in sorted(people.sureness))
    assert 0 < described < full <= 1


def test_a_person_whom_only_the_headline_names_is_a_person():
    _, (who,), _ = link(
        "How Nora Vance Thinks About Boats\nIt rained all day on Friday.", "Nora Vance"
    )
    assert (who.name, who.kind) == ("Nora Vance", SpeakerKind.PERSON)


@pytest.mark.parametrize(
    ("text", "mention", "kind"),
    [
        (
            "Tide Mobil paid. Tide Mobil left. Later Tide Mobil spoke.",
            ("Tide Mobil", 3),
            SpeakerKind.ORGANIZATION,
        ),
        (
            "Pelle Rook paid. Rook left. Later Pelle Rook spoke.",
            ("Pelle Rook", 2),
            SpeakerKind.PERSON,
        ),
        ("Later the firm and its owner spoke.", "the firm and its owner", SpeakerKind.GROUP),
        (
            "Later people familiar with the talks spoke.",
            "people familiar with the talks",
            SpeakerKind.UNNAMED,
        ),
        ("Later about 4 in 10 voters spoke.", "about 4 in 10 voters", SpeakerKind.GROUP),
    ],
)
def test_how_a_name_comes_back_and_what_stands_behind_a_noun_tell_the_kind(text, mention, kind):
    _, (who,), _ = link(text, mention)
    assert who.kind == kind


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Olav Brandt, a moderator, sat down. Later the Florida senator spoke.", "the Florida senator", "Florida senator"),
        ("Olav Brandt sold the mill. Later the man spoke.", "the man", "man"),
        ("The town met President Olav Brandt. Later the deputy head of the pilots' delegation spoke.", "the deputy head of the pilots' delegation", "deputy head of the pilots' delegation"),
        ("The poll was late. A tide poll was early. Later the tide poll spoke.", "the tide poll", "tide poll"),
    ],
)  # fmt: skip
def test_a_description_that_does_not_fit_is_left_as_it_is(text, mention, name):
    assert meant(text, mention) == [name]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("The Norvale Pilots Group met. Later a group of pilots spoke.", "a group of pilots", "group of pilots"),
        ("The town met Secretary of State Nora Vance. Later the secretary of state's office spoke.", "the secretary of state's office", "secretary of state's office"),
    ],
)  # fmt: skip
def test_the_head_of_a_phrase_decides_what_it_takes_up(text, mention, name):
    assert meant(text, mention) == [name]


@pytest.mark.parametrize(
    "text", ["Sen. Ann Lee of the", "She met Sen. Ann Lee of", "“No,” said Sen. Ann Lee of a"]
)
def test_a_text_may_end_in_the_middle_of_a_description(text):
    assert newsquote.parse(text).text == text
