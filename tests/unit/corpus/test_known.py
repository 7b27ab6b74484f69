"""The ids that full names have in a caller's list."""

import newsquote
from newsquote import KnownPerson
from newsquote.corpus.known import KnownNames
from newsquote.corpus.names import person_name

PACK = newsquote.get_pack("en")


def ids(people, printed):
    return KnownNames(people, PACK).ids(person_name(printed, PACK))


ANN = KnownPerson(name="Ann Lee", aliases=("Annie Lee", "Lee"), id="Q1")


def test_a_name_and_an_alias():
    assert ids([ANN], "Mayor Ann Lee") == ids([ANN], "ANNIE LEE") == ("Q1",)
    assert ids([ANN], "Ann R. Lee") == ids([ANN], "Ann Lee Jr.") == ()


def test_two_who_have_one_name():
    other = KnownPerson(name="Ann Lee", id="Q2")
    assert ids([ANN, other], "Ann Lee") == ("Q1", "Q2")


def test_the_caller_s_name_comes_back():
    known = KnownNames([ANN], PACK)
    assert (known.name_of("Q1"), known.name_of("Q2")) == ("Ann Lee", None)


def test_one_word_without_an_id_is_nobody():
    assert KnownNames([KnownPerson(name="Lee")], PACK).name_of("Lee") is None


def test_without_an_id_two_names_are_one():
    ann = KnownPerson(name="Ann Lee", aliases=("Annie Lee",))
    assert ids([ann], "Annie Lee") == ids([ann], "Ann Lee") != ()
