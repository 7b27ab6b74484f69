"""Intervals: wide where articles differ, none where one article is all there is."""

from newsquote._scoring.intervals import add_intervals


def tree(right, found, asked, named=0):
    return {
        "articles": 1,
        "quotes": {"exact": {"p": 0, "r": 0, "f1": 0, "tp": right, "pred": found, "gold": asked}},
        "headline": {"share": None, "right": named, "of": 1},
    }


def interval(articles, path=("quotes", "exact")):
    scores = tree(
        *[sum(one["quotes"]["exact"][f] for one in articles) for f in ("tp", "pred", "gold")]
    )
    add_intervals(scores, articles)
    for name in path:
        scores = scores[name]
    return scores.get("interval")


def test_articles_that_are_alike_leave_no_doubt():
    assert interval([tree(1, 2, 2)] * 5) == [0.5, 0.5]


def test_articles_that_differ_leave_some():
    low, high = interval([tree(2, 2, 2), tree(0, 2, 2)] * 10)
    assert 0.2 < low < 0.4
    assert 0.6 < high < 0.8


def test_more_articles_leave_less():
    few, many = (interval([tree(2, 2, 2), tree(0, 2, 2)] * n) for n in (5, 50))
    assert many[1] - many[0] < (few[1] - few[0]) / 2


def test_shares_have_bounds_too_and_an_article_without_the_question_counts_for_nothing():
    articles = [tree(1, 1, 1, named=1), {"articles": 1}, tree(1, 1, 1, named=1)]
    scores = tree(2, 2, 2)
    add_intervals(scores, articles)
    assert scores["headline"]["interval"] == [1.0, 1.0]


def test_one_article_or_nothing_asked_gives_none():
    assert interval([tree(1, 2, 2)]) is None
    assert interval([tree(0, 0, 0)] * 3) is None


def test_the_same_articles_give_the_same_bounds():
    articles = [tree(2, 2, 2), tree(0, 2, 2), tree(1, 3, 2)]
    assert interval(articles) == interval(articles)
