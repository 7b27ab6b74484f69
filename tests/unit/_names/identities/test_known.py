"""Whose an id is."""

import pytest

BO = {"Bo Ek": "Q1", "Ek": "Q1"}


@pytest.mark.parametrize(
    ("text", "mention", "known", "own"),
    [
        ("Later Mr. Ek spoke.", "Mr. Ek", BO, "Q1"),
        ("The town met Bo Ek. Later Ek spoke.", ("Ek", 2), BO, "Q1"),
        ("Later Ida Ek spoke.", "Ida Ek", BO, None),
        ("The town met Ida Ek. Later Ek spoke.", ("Ek", 2), BO, None),
        ("The town met Bo Ek and Ida Ek. Later Ida Ek spoke.", ("Ida Ek", 2), BO, None),
        ("The town met Bo Ek and Ida Ek. Later Bo Ek spoke.", ("Bo Ek", 2), BO, "Q1"),
        ("The town met Ida Ek. Later Ek spoke.", ("Ek", 2), {"Ek": "Q2"}, "Q2"),
        ("The town met Ida Ek and Ulf Ek. Later Ek spoke.", ("Ek", 3), {"Ek": "Q2"}, None),
        ("Later Ida Ek spoke.", "Ida Ek", {"Ida Ek": None}, None),
        ("Later Ida Ek spoke.", "Ida Ek", {}, None),
    ],
)
def test_an_id_goes_by_full_name_or_by_an_alias_of_nobody_else(link, text, mention, known, own):
    _, (who,), _ = link(text, mention, known=known)
    assert who.id == own
