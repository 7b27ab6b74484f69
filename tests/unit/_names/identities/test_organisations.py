"""Organisations by their acronyms and short forms."""

import pytest


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        (
            "The Norvale Tide Board (NTB) met. Later the NTB spoke.",
            ("NTB", 2),
            "Norvale Tide Board",
        ),
        ("The Norvale Tide Board, or NTB, met. Later NTB spoke.", ("NTB", 2), "Norvale Tide Board"),
        (
            "Members of NTB (Norvale Tide Board) met. Later NTB spoke.",
            ("NTB", 2),
            "Norvale Tide Board",
        ),
        ("The Norvale Tide Board met. Later the NTB spoke.", "NTB", "Norvale Tide Board"),
        (
            "The Norvale Gas and Tide Company met. Later NG&T spoke.",
            "NG&T",
            "Norvale Gas and Tide Company",
        ),
        (
            "The Institute of Epidemics, Fog Control and Research (IEFCR) met. Later IEFCR spoke.",
            ("IEFCR", 2),
            "Institute of Epidemics, Fog Control and Research",
        ),
        (
            "The Norvale Tide Board (the Board) met. Later the Board spoke.",
            ("Board", 3),
            "Norvale Tide Board",
        ),
        ("The Norvale Tide Board met. Later the XQR spoke.", "XQR", "XQR"),
    ],
)
def test_an_acronym_means_the_name_that_it_spells(meant, text, mention, name):
    assert meant(text, mention) == [name]
