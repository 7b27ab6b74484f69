"""In which stretch of somebody's words a token stands."""

from newsquote import get_pack
from newsquote._names.antecedents.said import OUTSIDE, SaidStretches
from newsquote._text.doc import read_doc
from newsquote._text.ranges import Chars


def test_overlapping_ranges_are_one_stretch():
    text = "one two three four five six"
    doc = read_doc(text, [(0, len(text))], get_pack("en"))
    said = SaidStretches(doc, [Chars(24, 27), Chars(4, 13), Chars(8, 18)])
    assert [said.stretch(k) for k in range(6)] == [OUTSIDE, 0, 0, 0, OUTSIDE, 1]


def test_without_what_is_said_every_token_is_outside():
    doc = read_doc("one two", [(0, 7)], get_pack("en"))
    assert [SaidStretches(doc, []).stretch(k) for k in range(2)] == [OUTSIDE, OUTSIDE]
