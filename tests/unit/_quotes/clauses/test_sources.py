"""A cue has a source in one of several places."""

from newsquote._quotes.rules import Side


def test_each_place_is_asked_by_name(read):
    reading = read(
        "Quell said no. “Yes,” said Brandt. Kim left, adding that. Kim quoted Ott as saying no."
    )
    said, inverted, adding, saying = (cue for cue in reading.cues if cue.lemma in {"say", "add"})
    sources = reading.sources
    found = [sources.left(said), sources.right(inverted), sources.subject(adding)]
    assert [reading.source(source) for source in found] == ["Quell", "Brandt", "Kim"]
    assert [source.side for source in found] == [Side.LEFT, Side.RIGHT, Side.SHARED]
    assert sources.subject_of(adding.sentence, adding.i) == found[2]
    relayed = sources.relay(reading.at("quoted"), saying)
    assert [reading.source(source) for source in relayed] == ["Ott", "Kim"]
