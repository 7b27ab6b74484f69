"""Quotations by their marks alone, where no words can be read."""

import pytest

from newsquote import get_pack, parse
from newsquote._quotes.conventions.unattributed import find_unattributed
from newsquote._text.doc import read_doc


class Counted(str):
    """A text that counts the characters of all pieces that are taken from it."""

    __slots__ = ("taken",)

    def __getitem__(self, place):
        piece = super().__getitem__(place)
        self.taken = getattr(self, "taken", 0) + len(piece)
        return piece


def taken(unit, length):
    text = Counted((unit * (length // len(unit) + 1))[:length])
    parse(text)
    return text.taken


@pytest.mark.parametrize(
    "unit",
    ['"“😀,” said 😀. ', "«Oui», dit Anne. ", "«Oui» dit Anne. ", "“नहीं”, कहा। ", "”  \t  “a"],
    ids=ascii,
)
def test_a_paragraph_with_four_times_the_quotations_has_no_more_taken_of_each(unit):
    taken(unit, 500)  # the language is settled by pieces of a fixed size
    assert taken(unit, 40_000) <= 4.6 * taken(unit, 10_000)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Paul a dit «nous irons tous. » à la mairie de la ville.", ["nous irons tous. "]),
        ("Paul a dit, «nous irons tous» à la mairie de la ville.", ["nous irons tous"]),
        ("Paul a dit: \t «nous irons tous» à la mairie de la ville.", ["nous irons tous"]),
        ("«nous irons tous» , dit Paul à la mairie de la ville.", ["nous irons tous"]),
        ("Paul a lu «nous irons tous» à la mairie de la ville.", []),
        ("«nous irons tous»", []),
        ("«»", []),
    ],
)
def test_a_comma_a_stop_or_a_colon_makes_a_quotation(text, wanted):
    doc = read_doc(text, [(0, len(text))], get_pack("en"))
    found = [text[slice(*one.pieces[0])] for one in find_unattributed(doc)]
    assert [quote[1:-1] for quote in found] == wanted
