"""The records of the rules for clauses."""

import pytest

from newsquote._quotes.clauses import frames
from newsquote._quotes.clauses.records import Content, Cue
from newsquote._quotes.rules import Rule
from newsquote._text.ranges import Chars
from newsquote.kinds import CueCategory, Polarity

CUE = Cue(
    i=1,
    j=2,
    head=1,
    lemma="say",
    category=CueCategory.NEUTRAL,
    frames="cq",
    build="finite",
    sentence=0,
)


def test_a_cue_is_positive_and_not_weak_unless_it_says_so():
    assert (CUE.polarity, CUE.weak) == (Polarity.POSITIVE, False)


def test_a_cue_takes_the_frames_of_its_verb():
    assert CUE.takes(frames.QUOTATION)
    assert not CUE.takes(frames.INFINITIVE)


@pytest.mark.parametrize("record", [CUE, Content((Chars(0, 4),), (), Rule.OBJECT)])
def test_records_are_frozen(record):
    with pytest.raises(AttributeError):
        record.rule = record.i = None
