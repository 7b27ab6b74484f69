"""The content of a cue before a quotation."""

import pytest

from newsquote._quotes.clauses.quotations_behind import quotation_behind
from newsquote._quotes.rules import Rule


def behind(reading, verb):
    cue = reading.cue(verb)
    last = reading.text.sentence_end(cue)
    return quotation_behind(reading.text, cue, cue.j, last, reading.contents.ends)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Lee said, “The gate holds.”", "said", ["“The gate holds.”"]),
        ("Lee said: “It holds.” “It will.”", "said", ["“It holds.”", "“It will.”"]),
        ("Lee said “the gate holds.”", "said", ["“the gate holds.”"]),
        ("Lee smiled: “It holds.”", "smiled", ["“It holds.”"]),
    ],
)
def test_a_quotation_behind_the_cue_is_its_content(read, text, verb, expected):
    reading = read(text)
    content = behind(reading, verb)
    assert content.rule == Rule.QUOTATION_BEHIND_CUE
    assert reading.pieces(content) == expected


def test_a_clause_may_begin_with_marks(read):
    reading = read("Lee said “the gate” would stay.")
    content = behind(reading, "said")
    assert content.rule == Rule.CLAUSE_OPENED_BY_MARKS
    assert (reading.pieces(content), content.used) == (["“the gate” would stay"], (0,))


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Lee said the gate holds.", "said"),
        ("Lee said, it holds.", "said"),
        ("Lee said “The Old Gate of Wexmouth”", "said"),  # a title
        ("Lee accused “him.”", "accused"),
        ("Lee accused, “No,” Kim said.", "accused"),
    ],
)
def test_there_is_no_quotation_behind_the_cue(read, text, verb):
    assert behind(read(text), verb) is None
