"""Which words of a text are cues."""

import pytest

from newsquote._quotes.clauses import cues
from newsquote.kinds import Polarity


def found(reading):
    return [(reading.words(cue.i, cue.j), cue.lemma, cue.build) for cue in reading.cues]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee said no.", [("said", "say", "finite")]),
        ("Lee has never denied it.", [("has never denied", "deny", "finite")]),
        ("He's said no.", [("'s said", "say", "finite")]),
        ("The women claim that.", [("claim", "claim", "finite")]),
        ("They have to say no, adding that.", [("adding", "add", "participle")]),
        ("Lee pointed out that.", [("pointed out", "point", "finite")]),
        ("Lee made it clear that.", [("made it clear", "make clear", "finite")]),
        ("According to Lee, no.", [("According to", "according to", "according")]),
        ("In the words of Lee, no.", [("In the words of", "in the words of", "according")]),
    ],
)
def test_a_verb_group_or_according_to_is_a_cue(read, text, expected):
    assert found(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "His claim fell.",  # a noun
        "Lee came to say.",  # an infinitive
        "It was said.",  # a passive
        "Lee left without saying it.",
        "Two rail disputes came.",  # counted, so a noun
        "Lee pointed at it.",  # without its particle
        "She wants to make clear that.",  # an infinitive in several words
        "Quell, who asked not to be named, left.",
        "Lee put “and I said no” on a wall.",  # in marks
    ],
)
def test_a_form_of_a_reporting_verb_is_no_cue(read, text):
    assert not [cue for cue in found(read(text)) if cue[1] not in {"put", "want"}]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Lee said no.", Polarity.POSITIVE),
        ("Lee did not say that.", Polarity.NEGATED),
        ("Lee would not say that.", Polarity.DECLINED),
        ("Lee denied that.", Polarity.DENIED),
        ("Lee not only said that.", Polarity.POSITIVE),
    ],
)
def test_polarity_is_read_from_the_verb_group(read, text, polarity):
    assert [cue.polarity for cue in read(text).cues] == [polarity]


def test_an_ambiguous_verb_is_weak(read):
    reading = read("Lee added that. Lee said that.")
    assert [cue.weak for cue in reading.cues] == [True, False]


def test_a_sentence_has_sixteen_cues_at_most_and_the_next_its_own(read):
    reading = read("Lee " + "said, said, " * 10 + "no. Kim said so.")
    assert [cue.sentence for cue in reading.cues] == [0] * 16 + [1]


def test_marks_are_counted_from_outside_and_nicknames_are_none(read):
    reading = read("Otto “Bear” Grell said: “He said ‘no’ to me.”")
    words, outer = reading.doc.words, reading.mark_at
    assert outer[words.index("Bear")] == -1
    assert outer[words.index("He")] == outer[words.index("no")] >= 0
    inner = cues.outer_marks(reading.doc, depth=1)
    assert inner[words.index("He")] == -1
    assert inner[words.index("no")] > outer[words.index("no")]
