"""An attribution never changes; what a step adds makes a new one."""

import attrs
import pytest

from newsquote._quotes.attribution import Attribution, CueMention, print_order
from newsquote._quotes.rules import Step
from newsquote._text.ranges import Chars
from newsquote.kinds import CueCategory, Polarity

SAID = CueMention(
    range=Chars(20, 24), lemma="say", category=CueCategory.NEUTRAL, polarity=Polarity.POSITIVE
)


def attribution(**fields):
    return Attribution(**{"pieces": (Chars(30, 40),), "cue": SAID, "paragraph": 0, **fields})


def test_nothing_of_it_can_be_set():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        attribution().source = Chars(0, 3)


def test_a_marked_text_is_put_in_its_place_and_the_old_one_stays():
    old = attribution(marks=(3,))
    new = old.with_mark(1, Chars(0, 10), Step.JOINED)
    assert new.pieces == (Chars(0, 10), Chars(30, 40))
    assert new.marks == (3, 1)
    assert new.evidence == (Step.JOINED,)
    assert (old.pieces, old.marks, old.evidence) == ((Chars(30, 40),), (3,), ())


def test_a_relay_and_more_evidence_come_behind_what_is_there():
    relayed = attribution().relayed_through(Chars(50, 60), Step.RELAYED_ACCORDING_TO)
    assert relayed.circumstances.relayed_by == Chars(50, 60)
    assert relayed.with_evidence(Step.TAKEN_FROM_RULES).evidence == (
        Step.RELAYED_ACCORDING_TO,
        Step.TAKEN_FROM_RULES,
    )


@pytest.mark.parametrize(
    ("fields", "speaking"),
    [
        ({"source": Chars(0, 3)}, Chars(0, 3)),
        ({"source": Chars(0, 1), "labelled": True}, None),
        ({"source": Chars(0, 1), "labelled": True, "voice": Chars(70, 80)}, Chars(70, 80)),
        ({"voice": Chars(70, 80)}, Chars(70, 80)),
        ({}, None),
    ],
)
def test_a_label_does_not_speak_and_a_voice_speaks_for_what_is_not_printed(fields, speaking):
    assert attribution(**fields).speaking == speaking


def test_without_a_cue_it_has_no_lemma_and_comes_first():
    bare = attribution(cue=None)
    assert (bare.cue_range, bare.lemma) == (None, "")
    assert min(attribution(), bare, key=print_order) is bare
