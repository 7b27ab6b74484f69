"""What is no part of a name at its ends."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Later the Norvale-based Harrow Board spoke.", ["Harrow Board"]),
        ("Fourteen-year-old Zoe spoke.", ["Zoe"]),
        ("Jean-Pierre Vance spoke.", ["Jean-Pierre Vance"]),
        ("Xiaogang Wei of the Tide Board spoke.", ["Xiaogang Wei", "Tide Board"]),
        ("Added Ann Lee after noon.", ["Ann Lee"]),
    ],
)
def test_adjectives_with_a_hyphen_and_opening_words_are_no_part_of_a_name(
    printed_names, text, expected
):
    assert printed_names(text) == expected
