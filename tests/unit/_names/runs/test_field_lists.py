"""Names of bodies with several fields, and lists that are none."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It was read by the Institute of Tides, Fog Control and Research.",
            ["Institute of Tides, Fog Control and Research"],
        ),
        (
            "It was read by the Department for Digital, Culture, Media and Sport.",
            ["Department for Digital, Culture, Media and Sport"],
        ),
        (
            "It was read by the Senate Health, Education and Labor Committee.",
            ["Senate Health, Education and Labor Committee"],
        ),
        ("It was read by the University of Texas, Austin.", ["University of Texas, Austin"]),
        (
            "It was read by the Council of Tides, Ann Lee and Bo Ek.",
            ["Council of Tides", "Ann Lee", "Bo Ek"],
        ),
        ("It was read by Ann Lee, Bo Ek and the Tide Board.", ["Ann Lee", "Bo Ek", "Tide Board"]),
        (
            "It was read by the University of Texas, Ann Lee said.",
            ["University of Texas", "Ann Lee"],
        ),
        ("It was read in Dorne, Corrow and Norvale.", ["Dorne", "Corrow", "Norvale"]),
    ],
)
def test_commas_part_names_but_for_the_fields_of_one_body(printed_names, text, expected):
    assert printed_names(text) == expected
