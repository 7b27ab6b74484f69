"""In which stretch of somebody's words a token stands."""

from newsquote import get_pack
from newsquote._names.antecedents.said import OUTSIDE, SaidStretches
from newsquote._text.doc import read_doc
from newsquote._text.ranges import Chars


def _said(text, said):
    doc = read_doc(text, [(0, len(text))], get_pack("en"))
    return doc, SaidStretches(doc, said)


def test_overlapping_ranges_are_one_stretch():
    ranges = [Chars(24, 27), Chars(4, 13), Chars(8, 18)]
    _, said = _said("one two three four five six", [(where, None) for where in ranges])
    assert [said.stretch(k) for k in range(6)] == [OUTSIDE, 0, 0, 0, OUTSIDE, 1]


def test_without_what_is_said_every_token_is_outside():
    _, said = _said("one two", [])
    assert [said.stretch(k) for k in range(2)] == [OUTSIDE, OUTSIDE]


def test_a_source_knows_its_own_words_and_which_stand_in_marks():
    text = "“No,” she said. It rains, she added."
    quoted, told = Chars(0, 5), Chars(16, 24)
    first, second = Chars(6, 9), Chars(26, 29)
    doc, said = _said(text, [(quoted, first), (told, second)])
    assert dict(said.spoken_by(doc.token_at(6))) == {0: True}
    assert dict(said.spoken_by(doc.token_at(26))) == {1: False}
    assert not said.spoken_by(doc.token_at(16))
