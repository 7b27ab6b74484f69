"""A cue with its source has one content: which of the rules finds it."""

import pytest

from newsquote._quotes.rules import Rule


@pytest.mark.parametrize(
    ("text", "verb", "side", "rule", "expected"),
    [
        ("“It holds,” Lee said.", "said", "left", Rule.QUOTATION_BEFORE_CUE, ["“It holds,”"]),
        ("“It holds,” said Lee.", "said", "right", Rule.QUOTATION_BEFORE_CUE, ["“It holds,”"]),
        ("Lee said: “It holds.”", "said", "left", Rule.QUOTATION_BEHIND_CUE, ["“It holds.”"]),
        ("Said Lee: “It holds.”", "Said", "right", Rule.QUOTATION_BEHIND_CUE, ["“It holds.”"]),
        ("Lee said with a smile: “No.”", "said", "left", Rule.QUOTATION_BEHIND_CUE, ["“No.”"]),
        ("Lee said that it rains.", "said", "left", Rule.CLAUSE_WITH_THAT, ["that it rains"]),
        (
            "It rains in Tarnby, Lee said.",
            "said",
            "left",
            Rule.CLAUSE_BEFORE_CUE,
            ["It rains in Tarnby"],
        ),
        (
            "It rains in Tarnby, as Lee said.",
            "said",
            "left",
            Rule.CLAUSE_BEFORE_CUE,
            ["It rains in Tarnby"],
        ),
        ("It rains, according to Lee.", "according", "right", Rule.ACCORDING_BEHIND, ["It rains"]),
    ],
)
def test_the_surest_rule_finds_the_content(read, text, verb, side, rule, expected):
    reading = read(text)
    content = reading.content(verb, side)
    assert (content.rule, reading.pieces(content)) == (rule, expected)


def test_behind_an_inverted_source_only_a_quotation_is_content(read):
    assert read("It rained. Said Lee that it rains.").content("Said", "right") is None


def test_the_addressee_is_kept_and_is_the_subject_of_what_it_is_asked_to_do(read):
    reading = read("Lee urged Kim to leave. Lee told Ott to stay. “No,” Lee told Grell.")
    found = [reading.contents.content_of(cue, reading.sources.left(cue)) for cue in reading.cues]
    assert [reading.pieces(content) for content in found] == [
        ["Kim to leave"],
        ["to stay"],
        ["“No,”"],
    ]
    printed = [reading.doc.text[slice(*content.addressee)] for content in found]
    assert printed == ["Kim", "Ott", "Grell"]


def test_only_a_paragraph_with_marks_may_quote(read):
    reading = read("Lee said no.\nKim added: “No.”")
    assert [reading.contents.may_quote(cue) for cue in reading.cues] == [False, True]


def test_a_cue_may_have_no_content(read):
    assert read("Lee said.").content("said") is None
    assert read("Lee said.").content("said", None) is None
