"""The source of a cue: before it, shared with another verb, or relayed."""

import pytest

from newsquote._quotes.rules import Side


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee said no.", "Lee"),
        ("Lee, meanwhile, said no.", "Lee"),
        ("Lee, on Monday, said no.", "Lee"),
        ("Iris Quell, the mayor, said no.", "Iris Quell, the mayor"),
        ("Iris Quell, 34, the mayor, said no.", "Iris Quell, 34, the mayor"),
        ("Iris Quell (Wexmouth) said no.", "Iris Quell (Wexmouth"),
        ("Iris Quell – the mayor – said no.", "Iris Quell – the mayor"),
    ],
)
def test_the_subject_stands_before_the_verb(read, text, expected):
    reading = read(text)
    source = reading.sources.left(reading.cue("said"))
    assert (reading.source(source), source.side) == (expected, Side.LEFT)


@pytest.mark.parametrize(
    ("word", "text"),
    [("who", "The man who said no left."), ("that", "The firm that said no left.")],
)
def test_a_relative_pronoun_is_the_subject(read, word, text):
    reading = read(text)
    source = reading.sources.left(reading.cue("said"))
    assert (reading.source(source), source.side) == (word, Side.RELATIVE)


@pytest.mark.parametrize("text", ["Said Lee: no.", "It rained, said Lee.", "“It rained” said Lee."])
def test_no_subject_stands_before_the_verb(read, text):
    reading = read(text)
    assert reading.sources.left(reading.cues[0]) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left, adding that.", "He"),
        ("Iris Quell left, adding that.", "Iris Quell"),
        ("The town council was late, adding that.", "The town council"),
        ("In Tarnby, Iris Quell left, adding that.", "Iris Quell"),
        ("“We” left Quell, adding that.", "Quell"),
    ],
)
def test_a_participle_shares_the_subject_of_its_sentence(read, text, expected):
    reading = read(text)
    source = reading.sources.subject(reading.cue("adding"))
    assert (reading.source(source), source.side) == (expected, Side.SHARED)


def test_a_sentence_may_have_no_subject_to_share(read):
    reading = read("Rain fell, adding that.")
    assert reading.sources.subject_of(0, 0) is None


@pytest.mark.parametrize(
    ("text", "source", "relayer"),
    [
        ("The Herald quoted Iris Quell as saying no.", "Iris Quell", "The Herald"),
        ("Iris Quell was quoted by the Herald as saying no.", "Iris Quell", "the Herald"),
        ("Iris Quell was quoted as saying no.", "Iris Quell", None),
    ],
)
def test_a_relay_has_a_source_and_a_relayer(read, text, source, relayer):
    reading = read(text)
    found = reading.sources.relay(reading.at("quoted"), reading.cue("saying"))
    assert [reading.source(one) for one in found] == [source, relayer]
