"""Source and relayer of a statement that is passed on."""

import pytest


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
