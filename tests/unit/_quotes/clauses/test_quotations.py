"""Which quotation a sign leads to, and which follow each other."""

import pytest

from newsquote._quotes.clauses import quotations
from newsquote._quotes.rules import Rule


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Lee said, “No.”", ","),
        ("Lee said with a smile: “No.”", ":"),
        ("Lee said with a smile, no.", None),
        ("Lee said that, “no.”", None),
        ("Lee said and added: “No.”", None),  # a cue of its own
        ("Lee said no; then: “No.”", None),
        ("Lee said “no,” then: “No.”", None),
        ("Lee said “no.”", None),
    ],
)
def test_a_comma_or_colon_leads_to_a_quotation(read, text, sign):
    reading = read(text)
    k = quotations.sign_before_quotation(reading.text, reading.behind("said"), reading.last)
    assert (None if k is None else reading.doc.words[k]) == sign


def test_quotations_follow_each_other_up_to_one_with_a_cue_of_its_own(read):
    reading = read("Lee left. “Yes.” “No.” “Never,” Kim said.")
    pieces = quotations.following_quotations(reading.text, reading.at("“"), reading.last)
    assert [reading.doc.text[slice(*piece.chars)] for piece in pieces] == ["“Yes.”", "“No.”"]
    assert [piece.number for piece in pieces] == [0, 1]


def test_a_quotation_is_followed_over_stops_only(read):
    reading = read("Lee left. “Yes”. “No” he “knew”.")
    pieces = quotations.following_quotations(reading.text, reading.at("“"), reading.last)
    assert [piece.number for piece in pieces] == [0, 1]
    assert quotations.following_quotations(reading.text, reading.at("Yes"), reading.last) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No,” Lee said.", True),
        ("“No” – Lee said.", True),
        ("“No.” Lee left. Kim said so.", False),
        ("“No,” Lee and “Kim” said.", False),
        ("“No,” one two three four five six seven eight nine ten eleven twelve said.", False),
    ],
)
def test_a_cue_of_its_own_follows_in_the_same_sentence(read, text, expected):
    reading = read(text)
    end = reading.text.marked_tokens(0).j
    assert quotations.has_own_cue(reading.text, end, reading.last) is expected


def test_pieces_make_a_content(read):
    reading = read("“Yes.” “No.”")
    pieces = [quotations.whole_quotation(reading.text, number) for number in (0, 1)]
    content = quotations.content_of_pieces(pieces, Rule.QUOTATION_BEHIND_CUE)
    assert reading.pieces(content) == ["“Yes.”", "“No.”"]
    assert content.used == (0, 1)
