"""Tables that forget, and sums of weights."""

from newsquote._quotes.model.score_tables import Cache, ScoreTable


def test_a_value_is_made_once():
    made = []
    kept = Cache(lambda key: made.append(key) or key * 2, 10)
    assert [kept[key] for key in (1, 2, 1, 2)] == [2, 4, 2, 4]
    assert made == [1, 2]


def test_it_holds_and_has_set_aside_no_more_than_it_may():
    kept = Cache(str, 10)
    for key in range(100):
        assert kept[key] == str(key)
        assert len(kept) + len(kept._aside) <= 10
    assert len(kept) + len(kept._aside) > 5


def test_what_is_asked_for_again_is_not_made_again():
    made = []
    kept = Cache(lambda key: made.append(key) or key, 8)
    for key in range(1, 40):
        kept["often"], kept[key]
    assert made.count("often") == 1
    kept[1]
    assert made.count(1) == 2


def test_scores_are_of_the_weights_that_are_there():
    sums = ScoreTable(
        lambda one, two: [one, two, f"{one}{two}"], weights={"a": 3, "ab": -10, "c": 7}
    )
    assert sums["a", "b"] == -7
    assert sums["c", "c"] == 14
    assert sums["x", "y"] == 0
