"""The content of a cue behind a clause."""

import pytest

from newsquote._quotes.clauses.clauses_before import clause_before, goes_on_behind_insertion


def before(reading, verb="said", side="left"):
    cue = reading.cue(verb)
    source = getattr(reading.sources, side)(cue)
    lo = cue.i if side == "right" else source.lo
    hi = source.hi if side == "right" else cue.j
    return reading.pieces(clause_before(reading.text, cue, lo, hi, reading.contents.ends))


@pytest.mark.parametrize(
    ("text", "side", "expected"),
    [
        ("The gate holds, Lee said.", "left", ["The gate holds"]),
        ("The gate holds, said Lee.", "right", ["The gate holds"]),
        ("It rains; the gate holds, Lee said.", "left", ["the gate holds"]),
        ("The gate, Lee said, will hold.", "left", ["The gate", "will hold"]),
        ("The gate, Lee said, will hold, and Kim said no.", "left", ["The gate", "will hold"]),
        ("The gate holds, Lee said, smiling at it.", "left", ["The gate holds"]),
        ("The gate holds, said Lee, the new mayor then.", "right", ["The gate holds"]),
        ("The gate holds, Lee said when it rained.", "left", ["The gate holds"]),
    ],
)
def test_a_clause_before_the_cue_is_its_content(read, text, side, expected):
    assert before(read(text), side=side) == expected


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Lee said no.", "said"),
        ("Later, Lee said.", "said"),  # one word is no clause
        ("The gate holds, Lee said no.", "said"),  # a content stands behind
        ("The gate holds and Lee said.", "said"),
        ("The gate holds, Lee accused.", "accused"),  # no frame for it
    ],
)
def test_there_is_no_clause_before_the_cue(read, text, verb):
    assert before(read(text), verb) is None


@pytest.mark.parametrize(("word", "expected"), [("will", True), ("who", False), ("smiling", False)])
def test_a_clause_goes_on_behind_an_insertion(read, word, expected):
    reading = read(f"It {word} then.")
    assert goes_on_behind_insertion(reading.text, 1) is expected
