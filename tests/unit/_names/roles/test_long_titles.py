"""Titles with small words inside, put together with the name behind them."""

import pytest


def title_and_name(spotted, text):
    """The title and the bare name of the last name of a text."""
    doc, names = spotted(text)
    name = names.all[-1]
    return doc.slice(name.i, name.bare) if name.has_title else "", doc.slice(name.bare, name.j)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Secretary of State for Defence", "Ann Lee"),
        ("Minister of State for Home Affairs", "Ann Lee"),
        ("Minister of Health and Social Welfare", "Ann Lee"),
        ("Minister for Women and Equalities", "Ann Lee"),
        ("Special Representative for Iran", "Ann Lee"),
        ("Director of Public Prosecutions", "Ann Lee"),
        ("Head of Policy", "Ann Lee"),
        ("Vice President of the United States", "Ann Lee"),
        ("Deputy Commissioner of Police (DCP)", "Ann Lee"),
        ("Police and Crime Commissioner", "Ann Lee"),
        ("Norvalian Road Transport and Bridges Minister", "Ann Lee"),
        ("Corrow Rail President and CEO", "Ann Lee"),
        ("Det Con", "Ann Lee"),
        ("Asst Comm", "Ann Lee"),
        ("Maj-Gen", "Ann Lee"),
        ("DCI", "Ann Lee"),
    ],
)
def test_a_title_is_whole(spotted, title, name):
    assert title_and_name(spotted, f"The hall was full when {title} {name} spoke.") == (title, name)


@pytest.mark.parametrize(
    "text",
    [
        "They met Ann Lee and Prime Minister Bo Ek.",
        "They met Germany and Prime Minister Bo Ek.",
        "They met the Secretary to President Bo Ek.",
        "They met an Attorney for Bo Ek.",
    ],
)
def test_what_belongs_to_two_is_no_title_of_one(spotted, text):
    title, name = title_and_name(spotted, text)
    assert name == "Bo Ek"
    assert title in {"Prime Minister", "President", ""}


def test_an_abbreviation_is_a_rank_before_a_given_name_or_a_known_surname(spotted, printed_names):
    assert title_and_name(spotted, "They read what PC Ann Lee wrote.") == ("PC", "Ann Lee")
    assert "PC World" in printed_names("They read it in PC World today.")
    assert title_and_name(spotted, "They met Ann Walsh. Later DCI Walsh left.")[1] == "Walsh"
