"""The pieces of a list of people."""

from newsquote._page.bylines.pieces import Before, split_pieces, stamp_start, strip_edges
from newsquote._page.line import Stretch
from newsquote.lang import get_pack


def test_each_piece_has_what_stands_before_it():
    text = "Ann Lee in Lisbon, a@orla.example and Bo Ek"
    found = [
        (piece.before, text[piece.start : piece.end])
        for piece in split_pieces(Stretch(text, 0, len(text)))
        if piece.start < piece.end
    ]
    assert (Before.NOTHING, "Ann Lee") in found
    assert (Before.IN, "Lisbon") in found
    assert (Before.ADDRESS, "a@orla.example") in found
    assert (Before.AND, "Bo Ek") in found


def test_a_stop_is_kept_where_it_belongs_to_an_abbreviation():
    for text, kept in (("(Ann Lee Jr.)", "Ann Lee Jr."), ("(Ann Lee.)", "Ann Lee"), ("()", "")):
        assert text[slice(*strip_edges(text, 0, len(text)))] == kept


def test_where_a_stamp_begins():
    text = "Ann Lee March 4"
    assert text[stamp_start(text, 0, len(text), get_pack("en")) :].strip() == "March 4"
    assert stamp_start("Ann Lee", 0, 7, get_pack("en")) is None
