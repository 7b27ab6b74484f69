"""The letters of the frames are those of the lists."""

from newsquote._quotes.clauses import frames
from newsquote.lang import get_pack

PARTICLE = "p"  # read from a list of its own


def test_every_letter_of_the_lists_has_a_name_and_every_name_is_used():
    named = {getattr(frames, name) for name in frames.__all__}
    rows = [row for name in ("cue_verbs", "cue_phrases") for row in get_pack("en").rows(name)]
    assert {letter for row in rows for letter in row[2]} - {PARTICLE} == named
