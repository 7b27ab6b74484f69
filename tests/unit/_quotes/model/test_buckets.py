"""Numbers as one of a few."""

from newsquote._quotes.model import buckets, cases


def test_short_lengths_are_themselves_and_long_ones_share():
    assert [
        buckets.LENGTHS[n]
        for n in (-2, -1, 0, 1, 4, 5, 6, 7, 9, 10, 14, 15, 21, 22, 31, 32, 49, 50, 10**6)
    ] == [*(-2, -1, 0, 1, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11)]


def test_scores_end_at_four_powers_of_e():
    assert [buckets.SCORES[n] for n in (-(10**6), -17, -16, -1, 0, 15, 16, 17, 10**6)] == [
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


def test_counts_end_and_what_is_below_zero_stays():
    counts = (-3, -1, 0, 1, 2, 3, 4, 5, 99, 100, 10**6)
    assert [buckets.UP_TO_2[n] for n in counts] == [-3, -1, 0, 1, *[2] * 7]
    assert [buckets.UP_TO_3[n] for n in counts] == [-3, -1, 0, 1, 2, *[3] * 6]
    assert [buckets.UP_TO_4[n] for n in counts] == [-3, -1, 0, 1, 2, 3, *[4] * 5]


def test_counts_in_a_region_have_no_sign():
    counts = (-3000, -3, -2, -1, 0, 1, 2, 3, 3000)
    assert [buckets.REGION_UP_TO_2[n] for n in counts] == [2, 2, 2, 1, 0, 1, 2, 2, 2]
    assert [buckets.REGION_UP_TO_3[n] for n in counts] == [3, 3, 2, 1, 0, 1, 2, 3, 3]


def test_no_region_is_longer_than_the_counts_in_it():
    longest = 2 * cases._MOST_TO_REGION_EDGE
    assert longest < buckets._MOST_IN_REGION
