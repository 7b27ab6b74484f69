"""Which names a text has, and what their neighbours say of them."""

import pytest

from newsquote._names.records import ORGANIZATION, PERSON


def test_a_title_that_stands_alone_says_no_kind(spotted):
    _, every = spotted("They saw the Mayor at noon.")
    assert [name.kind for name in every.all] == [None]


def test_a_name_right_before_a_role_and_another_name_is_the_employer(spotted):
    doc, every = spotted("A call came from Corrow Rail spokeswoman Nora Vance at noon.")
    assert [(doc.slice(name.i, name.j), name.kind) for name in every.all] == [
        ("Corrow Rail", ORGANIZATION),
        ("Nora Vance", PERSON),
    ]


def test_a_name_before_another_name_without_a_role_stays_a_person(spotted):
    _, every = spotted("A call came from Olav Brandt, and then Nora Vance rang.")
    assert [name.kind for name in every.all] == [PERSON, PERSON]


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Gulls came back to the harbour.", True),
        ("Brandt came back to the harbour.", True),
        ("Brandt came back. Then the union met Brandt.", False),
        ("Nora came back to the harbour.", False),
        ("Nora Vance came back to the harbour.", False),
    ],
)
def test_one_word_at_a_sentences_head_is_doubtful_until_something_else_speaks_for_it(
    spotted, text, doubtful
):
    assert spotted(text)[1].all[0].doubtful is doubtful


def test_names_stand_apart_and_in_order(spotted):
    _, every = spotted(
        "Mayor Nora Vance of Wexmouth met Dr. Olav Brandt, Iris Quell and the Ministry of Tides at Sealine Press."
    )
    assert all(name.i <= name.bare < name.j for name in every.all)
    assert all(one.j <= other.i for one, other in zip(every.all, every.all[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("They met Nora Vance of Dorne, Md., at noon.", "Dorne"),
        ("They met Vance, D-Ohio, at noon.", "D-Ohio"),
        ("They live in Ohio now.", "Ohio"),
    ],
)
def test_a_town_before_its_state_and_a_party_with_one_are_places(spotted, text, place):
    doc, every = spotted(text)
    assert next(doc.slice(name.i, name.j) for name in every.all if name.place) == place


def test_a_name_before_a_comma_and_another_name_is_no_place(spotted):
    _, every = spotted("They met Vance, Brandt and Quell at noon.")
    assert not any(name.place for name in every.all)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“Gutted,” he said.", []),
        ("“Corrow is late,” he said.", ["Corrow"]),
        ("“Nora,” he said.", ["Nora"]),
        ("“Corrow,” he said. Then they saw Corrow.", ["Corrow", "Corrow"]),
    ],
)
def test_the_one_word_of_a_quotation_is_no_name_unless_the_text_has_it_elsewhere(
    printed_names, text, names
):
    assert printed_names(text) == names
