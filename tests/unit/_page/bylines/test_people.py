"""Lists of people, as credits and bylines have them."""

from newsquote._page.bylines.people import read_people
from newsquote._page.line import Stretch
from newsquote.lang import get_pack

PACK = get_pack("en")


def people(text):
    return read_people(Stretch(text, 0, len(text)), PACK)


def test_pieces_say_more_of_the_author_before_them():
    text = "Ann Lee, Health Editor, in Lisbon and Bo Ek of Reuters"
    first, second = people(text).authors
    assert [text[slice(*part)] for part in (first.name, first.role, first.location)] == [
        "Ann Lee",
        "Health Editor",
        "Lisbon",
    ]
    assert text[slice(*second.affiliation)] == "Reuters"


def test_houses_are_agencies_and_those_that_authors_work_for():
    text = "Ann Lee, Reuters, and AFP"
    found = people(text)
    assert [text[slice(*house)] for house in found.agencies] == ["AFP"]
    assert [text[slice(*house)] for house in found.houses] == ["Reuters", "AFP"]


def test_nothing_is_nobody():
    assert people("") == ((), ())
