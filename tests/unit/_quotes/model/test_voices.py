"""Who else is heard in a text."""

from types import SimpleNamespace as Fake

import pytest

from newsquote._quotes.model import voices


def said_by(voice, odds):
    """The choices of a cue whose best source is one word, a name or none."""
    kinds = [Fake(kind="X")] if voice else [Fake(kind="w")]
    case = Fake(view=Fake(types=kinds, doc=Fake(lowers=[voice])))
    return Fake(case=case, sources=[Fake(tokens=(0, 1))], odds=odds)


def test_who_is_heard_in_likely_attributions_alone():
    heard = voices.count_voices(
        [
            said_by("lee", 0.6),
            said_by("lee", 2),
            said_by("ek", 0.4),
            said_by("", 3),
        ]
    )
    assert heard == {"lee": 2}


@pytest.mark.parametrize(
    ("voice", "odds", "heard", "times"),
    [("lee", 2, 3, 2), ("lee", 0.4, 3, 3), ("lee", 2, 9, 3), ("lee", 0.4, 0, 0), ("", 2, 5, -1)],
)
def test_a_cue_is_not_heard_elsewhere_itself(voice, odds, heard, times):
    assert voices.times_elsewhere(said_by(voice, odds), (0, 1), {voice: heard}) == times


def test_no_source_is_no_name():
    assert voices.times_elsewhere(said_by("lee", 2), None, {"lee": 2}) == -1
