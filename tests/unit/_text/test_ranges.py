"""Two kinds of range."""

import pytest

from newsquote._text.ranges import Chars, Tokens, chars_of_pair, tokens_of_pair


@pytest.mark.parametrize("kind", [Chars, Tokens])
def test_a_range_is_a_pair(kind):
    first, last = where = kind(3, 5)
    assert (first, last) == where == (3, 5)
    assert "abcdefg"[slice(*where)] == "de"
    assert {where: 1}[3, 5] == 1


def test_a_range_says_what_it_counts():
    assert repr(Chars(3, 5)) == "Chars(start=3, end=5)"
    assert repr(Tokens(3, 5)) == "Tokens(i=3, j=5)"


def test_a_range_of_a_pair_is_what_its_class_makes():
    assert chars_of_pair((3, 7)) == Chars(3, 7)
    assert type(chars_of_pair((3, 7))) is Chars
    assert tokens_of_pair((3, 7)).j == 7
    assert type(tokens_of_pair((3, 7))) is Tokens
