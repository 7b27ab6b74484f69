"""Runs that are one name, and those that stay two."""

import pytest


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
def test_two_names_with_an_and_between_stay_two(printed_names, text, expected):
    assert printed_names(text) == expected
