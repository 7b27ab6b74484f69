"""The phrases of a stretch, one after the other."""

import pytest

from newsquote._quotes.clauses.beside_phrases import BesidePhrases
from newsquote._quotes.clauses.times import Times


def phrases(reading):
    reader = BesidePhrases(reading.doc, Times(reading.doc))
    found = reader.phrases_in(0, reading.last)
    return [(kind, reading.words(i, j)) for kind, i, j in found if kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Monday", [("when", "on Monday")]),
        ("in an interview on Monday", [("occasion", "in an interview"), ("when", "on Monday")]),
        ("through an interpreter", [("relayed_by", "an interpreter")]),
        (
            "in a talk aired by the Herald",
            [("occasion", "in a talk"), ("relayed_by", "the Herald")],
        ),
        ("to reporters on Monday", [("addressee", "reporters"), ("when", "on Monday")]),
        ("to Kim, speaking on Monday", [("addressee", "Kim"), ("when", "on Monday")]),
        ("in Tarnby on Monday", [("when", "on Monday")]),  # a place is passed
        ("to leave on Monday", []),  # a verb
        ("in rain on Monday", []),  # no place
        ("rain on Monday", []),
        ("on Monday to reporters", [("when", "on Monday")]),  # not at the opening
        ("on Monday in Tarnby on Friday", [("when", "on Monday")]),
        ("in a talk aired on Monday", [("occasion", "in a talk")]),
    ],
)
def test_phrases_are_read_up_to_the_first_that_is_not_known(read, text, expected):
    assert phrases(read(text)) == expected
