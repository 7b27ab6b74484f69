"""What the words of a name tell of its kind."""

import pytest

from newsquote import get_pack
from newsquote._names.name_shapes import has_capital_inside, initials_of, keys_of_form


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Ida Vance", "first:g"),
        ("Norvale Tide Board", "last:o"),
        ("Leeds", "whole:y"),
        ("Quell & Sons", "ampersand"),
        ("Olav J. Vance", "initial"),
        ("Luis de Marea", "particle"),
        ("Marea", "-rea"),
        ("NTC", "capitals=3"),
        ("Housing", "only:c"),
        ("Xiu Wexmouth", "no-common-word"),
        ("Jr", "shape=suffix"),
        ("Sørli", "accents"),
        ("Lost 52", "digit"),
    ],
)
def test_lists_shape_and_endings_are_keys(name, key):
    assert key in keys_of_form(tuple(name.split()), get_pack("en"))


def test_no_key_holds_a_word_with_a_capital_or_a_whole_unknown_word():
    keys = keys_of_form(("Wexmouth", "Quellington"), get_pack("en"))
    assert not any(any(map(str.isupper, key)) for key in keys)
    assert not any("wexmouth" in key or "quellington" in key for key in keys)


@pytest.mark.parametrize(
    ("word", "inside"),
    [("QuellWorks", True), ("McVane", False), ("Vance", False), ("NTC", False), ("A-Team", False)],
)
def test_a_capital_inside_is_a_firms_unless_a_surname_opens_so(word, inside):
    assert has_capital_inside(word) is inside


def test_initials_are_given_with_small_words_and_without():
    assert initials_of(("board", "of", "tides")) == ("bot", "bt")
