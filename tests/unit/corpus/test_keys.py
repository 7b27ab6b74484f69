"""Ids are made of names alone, and no two are the same."""

import newsquote
from newsquote.corpus.keys import fresh_id
from newsquote.corpus.names import person_name

PACK = newsquote.get_pack("en")


def name(printed):
    return person_name(printed, PACK)


def test_an_id_is_the_same_whatever_the_middle_name_and_the_print():
    ids = {fresh_id(name(one), ()) for one in ("Ann Lee", "ANN LEE", "Ann R. Lee", "Mayor Ann Lee")}
    assert ids == {"p-d91c9d976634567c"}


def test_an_id_that_is_taken_is_not_given_again():
    taken = []
    for _ in range(4):
        taken.append(fresh_id(name("Ann R. Lee"), taken))
    assert len(set(taken)) == 4


def test_a_suffix_is_in_the_id():
    assert fresh_id(name("Bo Ek"), ()) != fresh_id(name("Bo Ek Jr."), ())


def test_a_body_never_has_a_persons_id():
    assert fresh_id("ann lee", ()).startswith("o-")
