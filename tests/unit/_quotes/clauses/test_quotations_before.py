"""The content of a cue behind a quotation."""

import pytest

from newsquote._quotes.clauses.quotations_before import quotation_before


def before(reading, verb="said"):
    cue = reading.cue(verb)
    source = reading.sources.left(cue)
    lo = cue.i if source is None else source.lo
    return reading.pieces(quotation_before(reading.text, cue, lo, cue.j))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The gate holds,” Lee said.", ["“The gate holds,”"]),
        ("“The gate holds well” Lee said.", ["“The gate holds well”"]),
        ("“No,” Lee said.", ["“No,”"]),
        ("“Yes.” “No,” Lee said.", ["“Yes.”", "“No,”"]),
        ("“The gate,” Lee said, “holds.”", ["“The gate,”", "“holds.”"]),
        ("“It holds,” Lee said. “It will.”", ["“It holds,”", "“It will.”"]),
        ("“It holds,” Lee said with a smile, “for now.”", ["“It holds,”", "“for now.”"]),
        ("“It holds,” Lee said, and still “for now.”", ["“It holds,”", "still “for now.”"]),
        ("The old gate “holds well,” Lee said.", ["The old gate “holds well,”"]),
        ("It rains: “The gate holds,” Lee said.", ["“The gate holds,”"]),
        ("Kim asked if “the gate holds,” Lee said.", ["“the gate holds,”"]),
    ],
)
def test_a_quotation_before_the_cue_is_its_content(read, text, expected):
    assert before(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The gate holds, Lee said.",
        "“Bear” Lee said no.",  # a nickname or a term
        "“It holds.” Lee said: “It will.”",  # finished before the cue
        "“It holds.” It rained, Lee said.",
    ],
)
def test_there_is_no_quotation_before_the_cue(read, text):
    assert before(read(text)) is None


def test_a_rest_with_a_cue_of_its_own_is_left_out(read):
    reading = read("“It holds,” Lee said. “It will,” Kim added.")
    assert before(reading) == ["“It holds,”"]
    reading = read("“It holds,” Lee said, and then “it will,” Kim added.")
    assert before(reading) == ["“It holds,”"]
