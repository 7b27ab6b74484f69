"""What is kept and what is chosen: tables that forget, chances, and the reading that is likeliest to be nearly right."""

import math
from types import SimpleNamespace as Fake

import pytest

from newsquote._quotes.model import cases, choosing, hints
from newsquote._quotes.model.sums import Kept, Sums

A, B, C, D = (0, 10), (0, 9), (20, 24), (30, 40)


class TestKept:
    def test_a_value_is_made_once(self):
        made = []
        kept = Kept(lambda key: made.append(key) or key * 2, 10)
        assert [kept[key] for key in (1, 2, 1, 2)] == [2, 4, 2, 4]
        assert made == [1, 2]

    def test_it_holds_and_has_set_aside_no_more_than_it_may(self):
        kept = Kept(str, 10)
        for key in range(100):
            assert kept[key] == str(key)
            assert len(kept) + len(kept._aside) <= 10
        assert len(kept) + len(kept._aside) > 5

    def test_what_is_asked_for_again_is_not_made_again(self):
        made = []
        kept = Kept(lambda key: made.append(key) or key, 8)
        for key in range(1, 40):
            kept["often"], kept[key]
        assert made.count("often") == 1
        kept[1]
        assert made.count(1) == 2

    def test_sums_are_of_the_weights_that_are_there(self):
        sums = Sums(lambda one, two: [one, two, f"{one}{two}"], weights={"a": 3, "ab": -10, "c": 7})
        assert sums["a", "b"] == -7
        assert sums["c", "c"] == 14
        assert sums["x", "y"] == 0


class TestBuckets:
    def test_short_lengths_are_themselves_and_long_ones_share(self):
        assert [
            cases.BUCKETS[n]
            for n in (-2, -1, 0, 1, 4, 5, 6, 7, 9, 10, 14, 15, 21, 22, 31, 32, 49, 50, 10**6)
        ] == [*(-2, -1, 0, 1, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11)]

    def test_scores_end_at_four_powers_of_e(self):
        assert [cases.STEPS[n] for n in (-(10**6), -17, -16, -1, 0, 15, 16, 17, 10**6)] == [
            -16,
            -16,
            -16,
            -1,
            0,
            15,
            16,
            16,
            16,
        ]

    def test_of_many_edges_the_strongest_stay_in_their_order(self):
        scores = [n * 37 % 101 for n in range(100)]
        tokens = [*range(100)]
        kept = cases.strongest(tokens, scores)
        assert len(kept) == 32
        assert kept == sorted(kept)
        assert min(scores[t] for t in kept) > max(scores[t] for t in tokens if t not in kept)
        assert cases.strongest(tokens[:32], scores) == tokens[:32]
        assert cases.strongest([*range(40)], [0] * 40) == [*range(32)]

    def test_within_takes_the_first_bound_and_not_the_last(self):
        assert cases.within([1, 3, 5, 7], 3, 7) == [3, 5]
        assert cases.within([1, 3, 5, 7], 8, 9) == []


def reading(paragraph=0, odds=0.0, voice="", cue=(0, 1)):
    kinds = [Fake(kind="X")] if voice else [Fake(kind="w")]
    case = Fake(
        paragraph=paragraph, cue=cue, head=cue[0], view=Fake(types=kinds, doc=Fake(lowers=[voice]))
    )
    return choosing.Reading(case, [(None, A, -0.1)], [((0, 1), -0.1)], odds)


class TestChances:
    def test_chances_add_up_to_one(self):
        logs = choosing.chances([1.0, 2.0, 1000.0, -3.5])
        assert sum(map(math.exp, logs)) == pytest.approx(1)
        assert logs[1] - logs[0] == pytest.approx(1)

    def test_a_cue_without_any_content_has_no_reading(self):
        assert choosing.reading_of(None, [(None, None)], [0.0], [None], [0.0]) is None

    def test_the_best_contents_and_sources_come_first_and_few_are_kept(self):
        contents = [(None, None), *[((n, n + 1), None) for n in range(8)]]
        made = choosing.reading_of(
            None, contents, [0.0, 1, 5, 2, 4, 3, 6, 7, 0], [None, A, B, C], [1.0, 3.0, 2.0, 0.0]
        )
        assert [left[0] for left, _, _ in made.contents] == [6, 5, 1, 3, 4, 2]
        assert [source for source, _ in made.sources] == [A, B, None]
        assert made.contents[0][2] - made.contents[1][2] == pytest.approx(1)
        assert made.sources[0][1] - made.sources[2][1] == pytest.approx(2)
        assert made.odds == pytest.approx(
            math.log(sum(math.exp(x) for x in (1, 5, 2, 4, 3, 6, 7, 0)))
        )
        assert made.best == [(6, 7)]

    @pytest.mark.parametrize(("nothing", "odds"), [(50.0, -9.0), (-50.0, 9.0)])
    def test_chances_and_odds_have_an_end(self, nothing, odds):
        made = choosing.reading_of(
            None,
            [(None, None), (A, None), (B, None)],
            [nothing, 0.0, -40.0],
            [None, A],
            [0.0, 40.0],
        )
        assert made.odds == odds
        assert [log for _, _, log in made.contents] == [pytest.approx(0), -7.0]
        assert [log for _, log in made.sources] == [pytest.approx(0), -7.0]

    def test_neighbours_are_those_of_the_paragraph_twenty_five_on_each_side(self):
        many = [reading(0) for _ in range(60)] + [reading(1), reading(1)]
        near = choosing.neighbours(many)
        assert len(near) == 62
        assert near[0] == many[:26]
        assert near[30] == many[5:56]
        assert near[59] == many[34:60]
        assert near[60] == near[61] == many[60:]

    def test_who_is_heard_in_likely_attributions_alone(self):
        heard = choosing.voices(
            [
                reading(odds=0.6, voice="lee"),
                reading(odds=2, voice="lee"),
                reading(odds=0.4, voice="ek"),
                reading(odds=3),
            ]
        )
        assert heard == {"lee": 2}


class TestSafest:
    def test_near_contents_speak_for_each_other(self):
        options = [(None, None, None), (A, None, C), (B, None, C), (D, None, C)]
        chance, best = choosing.safest(options, [0.1, 0.3, 0.25, 0.35])
        assert best == (A, None, C)
        assert chance == pytest.approx(0.55)

    def test_a_source_that_is_in_doubt_costs_half_of_its_doubt(self):
        options = [(None, None, None), (A, None, C), (A, None, None)]
        chance, best = choosing.safest(options, [0.2, 0.5, 0.3])
        assert best == (A, None, C)
        assert chance == pytest.approx(0.8 * (0.5 + 0.5 * 0.5 / 0.8))

    def test_half_of_two_contents_must_be_shared(self):
        halves, less = (
            [(None, None, None), ((0, 10), None, C), ((0, 5), None, C)],
            [(None, None, None), ((0, 11), None, C), ((0, 5), None, C)],
        )
        assert choosing.safest(halves, [0.0, 0.6, 0.4])[0] == pytest.approx(1)
        assert choosing.safest(less, [0.0, 0.6, 0.4])[0] == pytest.approx(0.6)

    def test_both_pieces_count(self):
        options = [(None, None, None), (A, D, C), (A, None, C), (None, D, C)]
        chance, best = choosing.safest(options, [0.1, 0.4, 0.3, 0.2])
        assert best == (A, D, C)
        assert chance == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("hinted", "found", "agreement"),
    [
        (None, (1, 2), "n"),
        ((3, 7), (3, 7), "="),
        ((3, 7), (3, 9), "s"),
        ((3, 7), (3, 5), "s"),
        ((3, 7), (1, 7), "e"),
        ((3, 7), (4, 6), "o"),
        ((3, 7), (1, 4), "o"),
        ((3, 7), (6, 9), "o"),
        ((3, 7), (1, 3), "x"),
        ((3, 7), (7, 9), "x"),
        ((3, 7), (8, 9), "x"),
    ],
)
def test_how_a_range_agrees_with_the_rules(hinted, found, agreement):
    assert hints.agreement(hinted, *found) == agreement
