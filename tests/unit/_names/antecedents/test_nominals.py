"""Whom a description takes up."""

import pytest


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
def test_a_definite_noun_means_what_was_named_so_before(meant, text, mention, name):
    assert meant(text, mention) == [name]


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
def test_a_description_means_whom_the_text_describes_so(meant, text, mention, name):
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
def test_a_description_of_somebody_else_means_nobody_with_a_name(meant, text, mention, name):
    assert meant(text, mention) == [name]


def test_a_headline_and_a_lead_may_describe_somebody_who_is_named_below(meant):
    text = "Judge closes harbour\nA Norvale judge closed the harbour on Friday.\nJudge Nora Vance did so at noon."
    assert meant(text, ("Judge", 1), "A Norvale judge") == ["Nora Vance", "Nora Vance"]


def test_a_lead_describes_nobody_with_another_title(meant):
    text = "Judge closes harbour\nA Norvale judge closed the harbour on Friday.\nMayor Nora Vance did so at noon."
    assert meant(text, ("Judge", 1), "A Norvale judge") == ["Judge", "Norvale judge"]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Olav Brandt, a moderator, sat down. Later the Florida senator spoke.", "the Florida senator", "Florida senator"),
        ("Olav Brandt sold the mill. Later the man spoke.", "the man", "man"),
        ("The town met President Olav Brandt. Later the deputy head of the pilots' delegation spoke.", "the deputy head of the pilots' delegation", "deputy head of the pilots' delegation"),
        ("The poll was late. A tide poll was early. Later the tide poll spoke.", "the tide poll", "tide poll"),
    ],
)  # fmt: skip
def test_a_description_that_does_not_fit_is_left_as_it_is(meant, text, mention, name):
    assert meant(text, mention) == [name]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("The Norvale Pilots Group met. Later a group of pilots spoke.", "a group of pilots", "group of pilots"),
        ("The town met Secretary of State Nora Vance. Later the secretary of state's office spoke.", "the secretary of state's office", "secretary of state's office"),
    ],
)  # fmt: skip
def test_the_head_of_a_phrase_decides_what_it_takes_up(meant, text, mention, name):
    assert meant(text, mention) == [name]
