"""Where a clause of content ends."""

import pytest

from newsquote._quotes.clauses.clause_ends import have_same_form
from newsquote._quotes.rules import Rule


def clause(reading, verb="said"):
    cue = reading.cue(verb)
    last = reading.text.sentence_end(cue)
    return reading.contents.ends.clause(cue, cue.j, last, Rule.CLAUSE_WITH_THAT)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee said that it rains.", "that it rains"),
        ("Lee said that it rains; Kim left.", "that it rains"),
        ("Lee said that it rains and added that it snows.", "that it rains"),
        ("Lee said that it rains, adding that it snows.", "that it rains"),
        ("Lee said that it rains, according to Kim.", "that it rains"),
        ("Lee said that it rains according to Kim.", "that it rains"),
        ("Lee said that it rains, and Kim said that it snows.", "that it rains"),
        ("Lee said that it rains, reported the Herald.", "that it rains"),
        ("Lee said that he knows who said no.", "that he knows who said no"),
        ("Lee said that Kim says it rains.", "that Kim says it rains"),
        ("When Lee said that it rains, Kim left.", "that it rains"),
        ("But when Lee said that it rains, Kim left.", "that it rains"),
        ("When it rains, Lee said that it rains, too.", "that it rains, too"),
        ("Lee said that “it rains; it pours.”", "that “it rains; it pours.”"),
        ("Lee said that “it rains. It pours.” Kim left.", "that “it rains. It pours.”"),
    ],
)
def test_a_clause_ends_where_another_attribution_begins(read, text, expected):
    reading = read(text)
    assert reading.pieces(clause(reading)) == [expected]


def test_a_clause_without_words_is_none(read):
    assert clause(read("Lee said.")) is None


def test_a_clause_uses_up_the_marks_in_it(read):
    reading = read("Lee said that “one” and “two” are low.")
    assert clause(reading).used == (0, 1)


def test_end_signs_are_left_out(read):
    reading = read("Lee said it, then ...")
    assert reading.contents.ends.without_end_signs(0, reading.last) == reading.behind("then")
    assert reading.contents.ends.without_end_signs(
        reading.at(","), reading.behind(",")
    ) == reading.at(",")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee said no and added that.", True),
        ("Lee says no and adds that.", True),
        ("Lee says no and added that.", False),
        ("Lee said no, adding that.", False),
    ],
)
def test_verbs_of_one_form_are_parallel(read, text, expected):
    reading = read(text)
    one, other = reading.cues
    assert have_same_form(reading.text, one, other) is expected
    assert reading.contents.is_parallel(one, other) is expected
