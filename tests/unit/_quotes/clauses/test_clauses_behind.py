"""The content behind a cue that is no quotation, by the frames of its verb."""

import pytest

from newsquote._quotes.rules import Rule


def behind(reading, verb):
    cue = reading.cue(verb)
    last = reading.text.sentence_end(cue)
    return reading.contents.clauses_behind.content_behind(cue, cue.j, last)


@pytest.mark.parametrize(
    ("text", "verb", "rule", "expected"),
    [
        ("Lee said: it rains.", "said", Rule.CLAUSE_BEHIND_COLON, "it rains"),
        ("Lee said that it rains.", "said", Rule.CLAUSE_WITH_THAT, "that it rains"),
        ("Lee said, for example, that it rains.", "said", Rule.CLAUSE_WITH_THAT, "that it rains"),
        ("Lee said how it rains.", "said", Rule.QUESTION_CLAUSE, "how it rains"),
        ("Lee wondered whether it rains.", "wondered", Rule.QUESTION_CLAUSE, "whether it rains"),
        ("Lee vowed to leave.", "vowed", Rule.INFINITIVE, "to leave"),
        ("Lee described it as old.", "described", Rule.OBJECT_AND_PREDICATE, "it as old"),
        ("Lee called it “old.”", "called", Rule.OBJECT_AND_PREDICATE, "it “old.”"),
        ("Lee accused Kim of theft.", "accused", Rule.OBJECT_AND_OF, "Kim of theft"),
        ("Lee said it rains.", "said", Rule.CLAUSE_OF_PRONOUN, "it rains"),
        ("Lee said the gate was old.", "said", Rule.CLAUSE_WITHOUT_THAT, "the gate was old"),
        (
            "Lee said rain came down in Wexmouth then.",
            "said",
            Rule.CLAUSE_WITHOUT_THAT,
            "rain came down in Wexmouth then",
        ),
        ("Lee blamed Kim for it.", "blamed", Rule.OBJECT_AND_FOR, "Kim for it"),
        ("Lee acknowledged the bad rain.", "acknowledged", Rule.OBJECT, "the bad rain"),
    ],
)
def test_a_frame_of_the_verb_fits_what_stands_behind_it(read, text, verb, rule, expected):
    reading = read(text)
    content = behind(reading, verb)
    assert (content.rule, reading.pieces(content)) == (rule, [expected])


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Lee said, it rains.", "said"),
        ("Lee said – it rains.", "said"),
        ("Lee said.", "said"),
        ("Lee said and left in rain.", "said"),  # "and" begins no clause
        ("Lee said of rain came more down then.", "said"),  # nor does "of"
        ("Lee said no.", "said"),
        ("Lee accused Kim “of” it.", "accused"),  # the word stands in marks
        ("Lee added the old gate to it.", "added"),  # other senses are frequent
        ("Lee acknowledged with rain.", "acknowledged"),
        ("Lee asked that.", "asked"),
    ],
)
def test_no_frame_fits(read, text, verb):
    assert behind(read(text), verb) is None
