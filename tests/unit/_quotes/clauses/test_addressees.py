"""Who is spoken to, and where the content can begin behind."""

import pytest

from newsquote._quotes.clauses.addressees import Addressees


def start(reading, verb):
    """The words from where the content can begin, and the addressee before them."""
    cue = reading.cue(verb)
    k, addressee = Addressees(reading.text, reading.adverbials).content_start(cue, cue.j)
    printed = None if addressee is None else reading.doc.text[slice(*addressee)]
    return printed, reading.words(k, min(k + 1, reading.last))


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Lee told Kim that it rains.", "told", ("Kim", "that")),
        ("Lee told the new council on Monday that it rains.", "told", ("the new council", "that")),
        ("Lee told them it rains.", "told", ("them", "it")),
        ("Lee told a friend the plan is off.", "told", ("a friend", "the")),
        ("Lee told Kim: “No.”", "told", ("Kim", ":")),
        ("Lee told Kim “no.”", "told", ("Kim", "“")),
        ("Lee told Kim, who left.", "told", ("Kim", ",")),
        ("Lee told Kim how it rains.", "told", ("Kim", "how")),
        ("Lee asked Kim whether it rains.", "asked", ("Kim", "whether")),
        ("Lee asked Kim to leave.", "asked", ("Kim", "to")),
        (
            "Lee told readers of the Herald in Wexmouth that.",
            "told",
            ("readers of the Herald", "that"),
        ),
    ],
)
def test_an_addressee_ends_where_a_content_begins(read, text, verb, expected):
    assert start(read(text), verb) == expected


@pytest.mark.parametrize(
    ("text", "verb", "first"),
    [
        ("Lee said Kim left.", "said", "Kim"),  # its frames have no addressee
        ("Lee told that to Kim.", "told", "that"),
        ("Lee told how it rains.", "told", "how"),
        ("Lee told “a tale.”", "told", "“"),
        ("Lee told a “long tale” of it.", "told", "a"),  # the marks are inside the phrase
        ("Lee asked the time.", "asked", "the"),  # nothing parts it from a content
        ("Lee asked the men are late.", "asked", "the"),  # a verb comes first
        ("Lee asked, whether it rains.", "asked", ","),
    ],
)
def test_there_is_no_addressee(read, text, verb, first):
    assert start(read(text), verb) == (None, first)
