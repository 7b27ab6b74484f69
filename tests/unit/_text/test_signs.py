"""The classes of signs."""

from newsquote._text import signs


def test_what_no_name_goes_across_are_dashes_stops_and_the_signs_around_words():
    assert signs.DASHES | signs.STOPS < signs.SIGNS
    assert {"(", ")", "[", "]", '"', "“", "”", "'", ",", ":", "/"} < signs.SIGNS
    assert len(signs.SIGNS) == len(signs.DASHES) + len(signs.STOPS) + 15
    assert not signs.DASHES & signs.STOPS


def test_a_comma_pauses_as_dashes_do():
    assert {*signs.DASHES, ","} == signs.PAUSES
    assert {"—", "–", "--", "-"} < signs.DASHES


def test_no_word_is_a_sign():
    assert not any(map(str.isalnum, "".join(signs.SIGNS)))
