"""A form as it is compared."""

import pytest

from newsquote._names.folded import folded, is_capitals


@pytest.mark.parametrize(
    ("printed", "compared"),
    [
        ("VANCE", "vance"),
        ("J.", "j"),
        ("Łukasz", "lukasz"),
        ("Sørensen", "sorensen"),
        ("Núñez", "nunez"),
        ("NÃºÃ±ez", "nunez"),
        ("Ã", "a"),
        ("O’Hara", "o'hara"),
    ],
)
def test_accents_case_stops_and_misread_letters_make_no_other_name(printed, compared):
    assert folded((printed,)) == (compared,)


def test_a_single_letter_is_no_name_in_capitals():
    assert is_capitals(("NTC",))
    assert is_capitals(("N.T.C.",))
    assert not is_capitals(("N",))
    assert not is_capitals(("NTC", "Vance"))
