"""What the words around a name say of whoever has it."""

import pytest

from newsquote import get_pack
from newsquote._names import spotting
from newsquote._names.roles.around_names import RolesAround
from newsquote._text.doc import read_doc


def described(text, who):
    """(noun, role, affiliation, owner) of every description of a name, as text."""
    doc = read_doc(text, [(0, len(text))], get_pack("en"))
    found = spotting.find_names(doc)
    name = next(name for name in found.all if doc.slice(name.bare, name.j) == who)

    def cut(where):
        return None if where is None else doc.slice(*where)

    limit = doc.sentences[doc.sentence_of(name.i)][0]
    return [
        (d.noun, cut(d.role), cut(d.affiliation), cut(d.owner))
        for d in RolesAround(doc, found).descriptions(name, limit)
    ]


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("Later Sen. Nora Vance left.", ("sen", "Sen.", None, None)),
        (
            "Later Norway Prime Minister Nora Vance left.",
            ("minister", "Prime Minister", "Norway", None),
        ),
        (
            "Later Corrow Rail spokeswoman Nora Vance left.",
            ("spokeswoman", "spokeswoman", "Corrow Rail", "Corrow Rail"),
        ),
        ("Later his lawyer Nora Vance left.", ("lawyer", "lawyer", None, "his")),
        ("Later Nora Vance (D-Ohio) left.", ("democrat", None, "D-Ohio", None)),
        ("Later Nora Vance, R-Fla., left.", ("republican", None, "R-Fla.", None)),
        (
            "Later Nora Vance, the chairwoman of Harrow Ltd, left.",
            ("chairwoman", "chairwoman", "Harrow Ltd", "Harrow Ltd"),
        ),
        ("Later Nora Vance, 34, chief of staff, left.", ("chief", "chief of staff", None, None)),
        (
            "Later the Tide Council's director, Nora Vance, left.",
            ("director", "director", "Tide Council", "Tide Council"),
        ),
        ("Nora Vance is the mayor of Wexmouth.", ("mayor", "mayor", "Wexmouth", "Wexmouth")),
        (
            "Later Nora Vance, who was the mayor of Wexmouth, left.",
            ("mayor", "mayor", "Wexmouth", "Wexmouth"),
        ),
    ],
)
def test_a_description_stands_in_one_of_a_few_places(text, description):
    assert description in described(text, "Nora Vance")


def test_an_apposition_may_give_two_roles():
    found = described("Nora Vance, a painter and former mayor of Wexmouth, left.", "Nora Vance")
    assert [(noun, role) for noun, role, _, _ in found] == [
        ("painter", "painter"),
        ("mayor", "former mayor"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In the town of Nora Vance, the mayor said so.",
        "They accused Nora Vance of theft.",
        "Nora Vance, 34, left with the mayor.",
        "Nora Vance rose, and the mayor left.",
        "Nora Vance (pictured) left.",
    ],
)
def test_other_words_beside_a_name_describe_nobody(text):
    assert described(text, "Nora Vance") == []


def test_the_judge_somebody_waited_for_is_not_somebody():
    assert described("The judge Vance waited for was late.", "Vance") == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Later former secretary of State Nora Vance left.", "former secretary of State"),
        ("Later speaker of the House Nora Vance left.", "speaker of the House"),
    ],
)
def test_an_office_in_small_letters_may_be_of_something_with_a_capital(text, role):
    assert [found[1] for found in described(text, "Nora Vance")] == [role]
