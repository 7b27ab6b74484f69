"""What each cue may attribute: chances, the best few, the cues that are near."""

import math
from types import SimpleNamespace as Fake

import pytest

from newsquote._quotes.model import cue_choices

A, B, C = (0, 10), (0, 9), (20, 24)


def choices_at(paragraph=0, odds=0.0, voice="", cue=(0, 1)):
    kinds = [Fake(kind="X")] if voice else [Fake(kind="w")]
    case = Fake(
        paragraph=paragraph, cue=cue, head=cue[0], view=Fake(types=kinds, doc=Fake(lowers=[voice]))
    )
    contents = [cue_choices.ScoredContent(None, A, -0.1)]
    sources = [cue_choices.ScoredSource((0, 1), -0.1)]
    return cue_choices.CueChoices(case, contents, sources, odds)


def test_chances_add_up_to_one():
    logs = cue_choices.log_softmax([1.0, 2.0, 1000.0, -3.5])
    assert sum(map(math.exp, logs)) == pytest.approx(1)
    assert logs[1] - logs[0] == pytest.approx(1)


def test_a_cue_without_any_content_has_no_choices_at():
    assert cue_choices.choices_of(None, [(None, None)], [0.0], [None], [0.0]) is None


def test_the_best_contents_and_sources_come_first_and_few_are_kept():
    contents = [(None, None), *[((n, n + 1), None) for n in range(8)]]
    made = cue_choices.choices_of(
        None, contents, [0.0, 1, 5, 2, 4, 3, 6, 7, 0], [None, A, B, C], [1.0, 3.0, 2.0, 0.0]
    )
    assert [left[0] for left, _, _ in made.contents] == [6, 5, 1, 3, 4, 2]
    assert [source for source, _ in made.sources] == [A, B, None]
    assert made.contents[0][2] - made.contents[1][2] == pytest.approx(1)
    assert made.sources[0][1] - made.sources[2][1] == pytest.approx(2)
    assert made.odds == pytest.approx(math.log(sum(math.exp(x) for x in (1, 5, 2, 4, 3, 6, 7, 0))))
    assert made.best == [(6, 7)]


@pytest.mark.parametrize(("nothing", "odds"), [(50.0, -9.0), (-50.0, 9.0)])
def test_chances_and_odds_have_an_end(nothing, odds):
    made = cue_choices.choices_of(
        None,
        [(None, None), (A, None), (B, None)],
        [nothing, 0.0, -40.0],
        [None, A],
        [0.0, 40.0],
    )
    assert made.odds == odds
    assert [log for _, _, log in made.contents] == [pytest.approx(0), -7.0]
    assert [log for _, log in made.sources] == [pytest.approx(0), -7.0]


def test_neighbours_are_those_of_the_paragraph_twenty_five_on_each_side():
    many = [choices_at(0) for _ in range(60)] + [choices_at(1), choices_at(1)]
    near = cue_choices.neighbours_of(many)
    assert len(near) == 62
    assert near[0] == many[:26]
    assert near[30] == many[5:56]
    assert near[59] == many[34:60]
    assert near[60] == near[61] == many[60:]


def test_what_is_far_less_likely_than_the_best_is_left_out():
    made = cue_choices.choices_of(
        None,
        [(None, None), (A, None), (B, None), (C, None)],
        [0.0, 5.0, 2.5, 1.5],
        [None, A],
        [0.0, 3.5],
        most_below=3.0,
    )
    assert [content.left for content in made.contents] == [A, B]
    assert [source.tokens for source in made.sources] == [A]
    assert made.best == [A]
