"""Which candidates are looked at."""

from newsquote._quotes.model import candidates


def test_of_many_edges_the_strongest_stay_in_their_order():
    scores = [n * 37 % 101 for n in range(100)]
    tokens = [*range(100)]
    kept = candidates.strongest_tokens(tokens, scores)
    assert len(kept) == 32
    assert kept == sorted(kept)
    assert min(scores[t] for t in kept) > max(scores[t] for t in tokens if t not in kept)
    assert candidates.strongest_tokens(tokens[:32], scores) == tokens[:32]
    assert candidates.strongest_tokens([*range(40)], [0] * 40) == [*range(32)]


def test_within_takes_the_first_bound_and_not_the_last():
    assert candidates.tokens_within([1, 3, 5, 7], 3, 7) == [3, 5]
    assert candidates.tokens_within([1, 3, 5, 7], 8, 9) == []


def test_what_the_rules_propose_is_the_first_pair_and_stands_there_once():
    pairs = [(5, 1, 2), (9, 3, 4)]
    hinted = candidates.with_hinted_pair(pairs, 3, 4)
    assert hinted == [(candidates.HINTED_PRIOR, 3, 4), (5, 1, 2)]


def test_the_best_pairs_are_those_of_the_best_edges_and_the_hinted_one():
    pairs = [(candidates.HINTED_PRIOR, 1, 9), (7, 1, 2), (6, 3, 4), (5, 3, 2)]
    starts, ends = {1: 0, 3: 10}, {2: 1, 4: 5, 9: -50}
    kept = candidates.best_pairs(pairs, starts, ends, 3)
    assert kept == [(candidates.HINTED_PRIOR, 1, 9), (6, 3, 4), (5, 3, 2)]
    assert candidates.best_pairs(pairs[1:], starts, ends, 1) == [(6, 3, 4)]


def test_the_likeliest_pairs_come_first_and_no_more_than_so_many():
    pairs = [(n * 37 % 101, n, n) for n in range(100)]
    kept = candidates.likeliest_pairs([*pairs])
    assert kept == sorted(pairs, reverse=True)[: candidates.MOST_PAIRS]


def test_a_weigher_keeps_scores_as_they_are():
    weigher = candidates.Weigher()
    assert weigher.row(7) == 7
    assert weigher.rows_of([1, 2]) == [1, 2]
