"""What no cue, source or content takes up."""

from newsquote._quotes.clauses.stretches import stretches_around, taken_tokens
from newsquote._text.ranges import Chars


def place(text, words):
    start = text.index(words)
    return Chars(start, start + len(words))


def test_a_cue_takes_its_verb_alone(read):
    text = "Lee said on Monday that it rains."
    reading = read(text)
    taken = taken_tokens(
        reading.doc, [place(text, "that it rains")], [place(text, "said on Monday")]
    )
    assert bytes(taken) == bytes([0, 1, 0, 0, 1, 1, 1, 0])


def test_the_stretches_behind_a_cue_come_first_and_only_openings_stand_before(read):
    text = "In Tarnby Lee, there, on Monday said in a talk that it rains."
    reading = read(text)
    source_end = reading.behind("Lee")
    ranges = [place(text, "Lee"), place(text, "there"), place(text, "that it rains")]
    cue = place(text, "said")
    taken = taken_tokens(reading.doc, ranges, [cue])
    found = [reading.words(*run) for run in stretches_around(reading.doc, cue, source_end, taken)]
    assert found == ["in a talk", ".", "In Tarnby", ","]


def test_three_stretches_behind_a_cue_are_looked_at(read):
    text = "Lee said one rat two cats six dogs ten."
    reading = read(text)
    ranges = [place(text, word) for word in ("Lee", "rat", "cats", "dogs")]
    taken = taken_tokens(reading.doc, ranges, [place(text, "said")])
    found = stretches_around(reading.doc, place(text, "said"), None, taken)
    assert [reading.words(*run) for run in found] == ["one", "two", "six"]
