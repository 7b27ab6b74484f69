"""A quotation that two cues claim belongs to the nearer one."""

from newsquote._quotes.attribution import Attribution, CueMention
from newsquote._quotes.rules import Step
from newsquote._quotes.sharing import share_quotations
from newsquote._text import doc as docs
from newsquote._text.ranges import Chars
from newsquote.kinds import CueCategory, Polarity
from newsquote.lang import get_pack

TEXT = "Lee said, “It is over.” “It is sad,” Ek added."
FIRST, SECOND = Chars(10, 23), Chars(24, 36)
DOC = docs.read_doc(TEXT, [(0, len(TEXT))], get_pack("en"))


def attribution(cue, pieces, marks, **fields):
    """An attribution with its cue at the given words."""
    start = TEXT.index(cue)
    mention = CueMention(
        range=Chars(start, start + len(cue)),
        lemma=cue,
        category=CueCategory.NEUTRAL,
        polarity=Polarity.POSITIVE,
    )
    return Attribution(cue=mention, pieces=pieces, marks=marks, paragraph=0, **fields)


def test_the_nearer_cue_has_it_and_the_other_keeps_the_rest():
    said = attribution("said", (FIRST, SECOND), (0, 1))
    added = attribution("added", (SECOND,), (1,))
    first, second = share_quotations(DOC, [said, added]).attributions
    assert (first.pieces, first.marks) == ((FIRST,), (0,))
    assert second is added
    assert said.pieces == (FIRST, SECOND)


def test_who_has_nothing_left_goes_and_is_named():
    said = attribution("said", (SECOND,), (1,))
    added = attribution("added", (SECOND,), (1,))
    shared = share_quotations(DOC, [said, added])
    assert shared.attributions == [added]
    assert shared.emptied == {said.cue.range}


def test_of_what_the_model_or_a_relay_changed_the_rules_version_is_not_emptied():
    added = attribution("added", (SECOND,), (1,))
    for changed in ({"chance": 0.7}, {"evidence": (Step.RELAYED_ACCORDING_TO,)}):
        said = attribution("said", (SECOND,), (1,), **changed)
        assert share_quotations(DOC, [said, added]).emptied == frozenset()


def test_a_quotation_inside_a_clause_of_content_stays_there():
    clause = attribution("said", (Chars(10, 36),), (0, 1))
    added = attribution("added", (SECOND,), (1,))
    shared = share_quotations(DOC, [clause, added])
    assert shared.attributions == [clause]
    assert shared.emptied == {added.cue.range}
