"""What kind of somebody a common noun stands for."""

import pytest

from newsquote._names.noun_kinds import kind_of_noun
from newsquote._names.phrases.reader import PhraseReader


def kind(spotted, phrase):
    """The kind of a phrase in a sentence."""
    doc, names = spotted(f"Later {phrase} spoke at noon.")
    i, j = doc.tokens_in(len("Later "), len("Later ") + len(phrase))
    return kind_of_noun(doc, PhraseReader(doc, names).phrase(i, j)).value


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the mayor", "unnamed"),
        ("an eyewitness", "unnamed"),
        ("a publicist", "unnamed"),
        ("a 34-year-old", "unnamed"),
        ("one of the victims", "unnamed"),
        ("the mayors", "group"),
        ("the ministers", "group"),
        ("one in five", "group"),
        ("a lot of people", "group"),
        ("the audience", "group"),
        ("73 percent", "group"),
        ("aides and outside advisers", "group"),
        ("police", "organization"),
        ("the company", "organization"),
        ("the jury", "organization"),
        ("the Vance team", "organization"),
        ("the report", "document"),
        ("the lawsuits", "document"),
        ("the inquiries", "document"),
        ("the summary", "document"),
        ("one of her letters", "document"),
        ("a Norvale poll this month", "document"),
        ("the wind", "other"),
    ],
)
def test_a_noun_tells_its_kind(spotted, phrase, expected):
    assert kind(spotted, phrase) == expected
