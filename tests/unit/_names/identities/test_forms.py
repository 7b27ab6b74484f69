"""When two forms of a name can be one person's, and what an acronym spells."""

import pytest

from newsquote import get_pack
from newsquote._names import lexicon
from newsquote._names.identities import forms

PACK = get_pack("en")
NICKNAMES = lexicon.for_pack(PACK).nicknames


def fit(one, other):
    return forms.are_compatible(tuple(one.split()), tuple(other.split()), PACK, NICKNAMES)


@pytest.mark.parametrize(
    ("full", "form"),
    [
        ("Nora Vance", "Vance"),
        ("Nora Vance", "Nora"),
        ("Nora P. Vance", "N. Vance"),
        ("Nora P. Vance", "Nora Vance"),
        ("Nora Vance", "NORA VANCE"),
        ("William Harbeck", "Bill Harbeck"),
        ("Luis Marea Fonte", "Marea"),
        ("Luis Marea Fonte", "Luis Marea"),
        ("Luis Marea Fonte", "Marea Fonte"),
        ("Samir al-Tayer", "Tayer"),
        ("Samir al-Tayer", "Al-Tayer"),
        ("Oscar de la Vega", "de la Vega"),
        ("Oscar de la Vega", "Vega"),
        ("Ana Niño", "Nino"),
        ("John Marsh Jr.", "John Marsh"),
        ("John Marsh Jr.", "Marsh"),
    ],
)
def test_forms_of_one_person_fit_in_both_directions(full, form):
    assert fit(full, form)
    assert fit(form, full)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nora Vance", "Olav Vance"),
        ("Nora Vance", "N. Brandt"),
        ("Nora P. Vance", "O. Vance"),
        ("Walter Harbeck", "Bill Harbeck"),
        ("John Marsh Jr.", "John Marsh Sr."),
        ("Alton Crewe II", "Alton Crewe III"),
        ("Nora Vance", "Vanc"),
        ("Samir al-Tayer", "Samir al-Masri"),
    ],
)
def test_forms_of_two_people_do_not_fit(one, other):
    assert not fit(one, other)
    assert not fit(other, one)


@pytest.mark.parametrize(
    ("full", "word", "rank"),
    [
        ("Luis Marea Fonte", "fonte", 3),
        ("Luis Marea Fonte", "luis", 2),
        ("Luis Marea Fonte", "marea", 1),
        ("Luis Marea Fonte", "vance", 0),
    ],
)
def test_a_last_name_stands_for_a_person_best(full, word, rank):
    assert forms.rank(tuple(full.split()), word, PACK) == rank


@pytest.mark.parametrize(
    ("name", "headed", "acronym"),
    [
        ("Norvale Fisheries Agency", False, "NFA"),
        ("Alliance to Keep Our Coast", False, "AKOC"),
        ("Alliance to Keep Our Coast", False, "ATKOC"),
        ("Ministry of Sea Affairs", True, "MSA"),
        ("Ministry of Sea Affairs", True, "SA"),
    ],
)
def test_initials_spell_an_acronym_with_and_without_small_words(name, headed, acronym):
    assert acronym in forms.initials(tuple(name.split()), headed=headed)


@pytest.mark.parametrize(
    ("name", "acronym"),
    [("Norvale Fisheries Agency", "FA"), ("Harrow", "H"), ("U.N. Council", "UC")],
)
def test_other_letters_are_no_acronym_of_a_name(name, acronym):
    assert acronym not in forms.initials(tuple(name.split()), headed=False)


def test_a_name_that_somebody_wrote_down_is_compared_without_case_accents_and_commas():
    assert forms.plain("Ana  Niño, Jr.") == " ".join(forms.folded(("ANA", "Nino", "Jr")))
