"""Slips in names, and other names."""

import pytest

from newsquote._names.identities.spellings import are_one_name, differ_in_one_letter

GENDERS = {"hanna": "f", "hannah": "f", "mario": "m", "maria": "f"}


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("hilary", "hillary", True),
        ("vance", "vence", True),
        ("kiedis", "keidis", True),
        ("vance", "vance", False),
        ("vance", "venca", False),
        ("vance", "van", False),
        ("", "a", True),
    ],
)
def test_one_letter_more_less_other_or_swapped_is_a_slip(one, other, slip):
    assert differ_in_one_letter(one, other) is slip
    assert differ_in_one_letter(other, one) is slip


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("hanna vance", "hannah vance", True),
        ("mario vance", "maria vance", False),
        ("jon vance", "joe vance", False),
        ("ida lindquist", "ida lindqvist", True),
        ("ida vance", "ida vence", False),
        ("hanna lindquist", "hannah lindqvist", False),
        ("hanna vance", "hanna b vance", False),
    ],
)
def test_two_full_names_are_one_but_for_one_slip_in_a_long_word(one, other, same):
    assert are_one_name(tuple(one.split()), tuple(other.split()), GENDERS) is same
