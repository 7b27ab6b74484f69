"""Which names stand for somebody outside of their article, and how they are compared."""

import pytest

import newsquote
from newsquote.corpus.names import body_key, person_name, plain_letters, skeleton

PACK = newsquote.get_pack("en")


@pytest.mark.parametrize(
    ("printed", "letters", "suffix"),
    [
        ("Ann Lee", "annlee", ""),
        ("ANN  LEE", "annlee", ""),
        ("Mayor Ann Lee", "annlee", ""),
        ("Ann R. Lee", "annrlee", ""),
        ("A.R. Lee", "arlee", ""),
        ("A. R. Lee", "arlee", ""),
        ('Ann "Annie" Lee', "annlee", ""),
        ("Ann (Annie) Lee", "annlee", ""),
        ("Bo Ek Jr.", "boek", "jr"),
        ("Bo Ek, Jr.", "boek", "jr"),
        ("Bo Arne Ek QC", "boarneek", ""),
        ("Ida O’Vance", "idaovance", ""),
        ("Søren Ek", "sorenek", ""),
        ("Moqtar al-Orlan", "moqtarorlan", ""),
        ("Moqtar Al Orlan", "moqtarorlan", ""),
        ("Kim Jong-sol", "kimjongsol", ""),
        ("Al Lee", "allee", ""),
    ],
)
def test_a_full_name_in_letters(printed, letters, suffix):
    name = person_name(printed, PACK)
    assert (name.letters, name.suffix) == (letters, suffix)


@pytest.mark.parametrize(
    "printed", ["Lee", "Mr. Lee", "Mayor Lee", "Lee Jr.", "Republican Lee", "", "“”", "Ann L."]
)
def test_no_full_name(printed):
    assert person_name(printed, PACK) is None


def test_an_initial_alone_is_little():
    assert person_name("A. Lee", PACK).has_initial_only
    assert not person_name("A.R. Lee", PACK).has_initial_only
    assert not person_name("Ann Lee", PACK).has_initial_only


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mohammed", "muhamad"),
        ("sara", "sarah"),
        ("alexei", "aleksei"),
        ("eric", "erik"),
        ("orlovsky", "orlovskii"),
    ],
)
def test_spellings_of_one_name_have_a_skeleton_in_common(one, other):
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("ann", "anna"), ("joan", "john"), ("lee", "lea"), ("maria", "marie")]
)
def test_other_names_have_none(one, other):
    assert skeleton(one) != skeleton(other)


def test_letters_of_any_name():
    assert plain_letters("Ann R. Lee") == "annrlee"


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("the Norvale Mills", "norvale mills"),
        ("Norvale Mills Inc.", "norvale mills"),
        ("Norvale Police", "norvale police"),
        ("Norvale Ministry of Health", "norvale ministry of health"),
        ("FBI", "fbi"),
        ("F.B.I.", "fbi"),
        ("U.S. State Department", "us state department"),
        ("White House", "white house"),
    ],
)
def test_the_name_of_one_body(printed, key):
    assert body_key(printed, PACK) == key


@pytest.mark.parametrize(
    "printed",
    [
        "Police",
        "the police",
        "Ministry of Health",
        "State Department",
        "Supreme Court",
        "City Council",
        "Labour Party",
        "his campaign",
        "Norvale Officials",
        "Her Campaign",
        "Vance campaign",
        "Vance",
        "",
    ],
)
def test_the_name_of_a_body_in_any_country(printed):
    assert body_key(printed, PACK) is None
