"""The names that a name behind an "and" is joined to."""

import pytest

from newsquote._names.antecedents.pairs import NamesTogether


def before(spotted, text, last):
    """The names that the last one of a list closes."""
    doc, names = spotted(text)
    name = next(one for one in names.all if doc.slice(one.bare, one.j) == last)
    return [doc.slice(one.bare, one.j) for one in NamesTogether(doc, names).before(name)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Later Ann Lee and Bo Ek left.", ["Ann Lee"]),
        ("Later Ann Lee, Ida Vance and Bo Ek left.", ["Ann Lee", "Ida Vance"]),
        ("Later Ann Lee (D-Ohio) and Sen. Bo Ek left.", ["Ann Lee"]),
        ("Later Ann Lee, the mayor, and Bo Ek left.", ["Ann Lee"]),
        ("Later Ann Lee and her husband Bo Ek left.", ["Ann Lee"]),
        ("Later Ann Lee of Norvale University and Bo Ek left.", ["Ann Lee"]),
        ("Later Ann Lee and lawyer Bo Ek left.", ["Ann Lee"]),
    ],
)
def test_an_aside_may_stand_between(spotted, text, expected):
    assert before(spotted, text, "Bo Ek") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Later Ann Lee met Bo Ek.",
        "Later Ann Lee, the mayor, met Bo Ek.",
        "Ann Lee left. And Bo Ek left.",
        "And Bo Ek left.",
    ],
)
def test_names_without_a_joiner_are_not_together(spotted, text):
    assert before(spotted, text, "Bo Ek") == []
