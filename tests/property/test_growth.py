"""The table of growth sees what grows, and every job of it runs."""

import linear
import pytest

import newsquote
from newsquote.models.article import Article


def ratio(call):
    """The counted work of a character of eight times the text, over that of the text."""
    small, large = (linear.counted(call(size)) / size for size in (1_000, 8_000))
    return large / small


def test_what_cuts_all_that_is_left_again_and_again_grows():
    def cuts(size):
        text = linear.Cut("a" * size)
        return lambda: [text[at:] for at in range(0, size, 3)]

    assert ratio(cuts) > linear.MOST_WHEN_SHORT


def test_what_runs_once_for_each_pair_grows(monkeypatch):
    def sources(article):
        return [other.span for _ in article.quotes for other in article.quotes]

    monkeypatch.setattr(Article, "sources", sources)
    job = linear.values()["sources"]
    assert ratio(job) > linear.MOST_WHEN_SHORT


def test_what_goes_through_a_text_once_does_not_grow():
    assert ratio(linear.checks()["verify, text"]) <= linear.MOST_WHEN_SHORT


@pytest.mark.parametrize("jobs", [linear.readings, linear.checks, linear.values])
def test_every_job_runs(jobs):
    for job in jobs().values():
        job(300)()


def test_every_public_function_that_takes_a_text_or_an_article_has_a_job():
    names = " ".join({**linear.readings(), **linear.checks(), **linear.values()})
    functions = [
        name
        for name in newsquote.__all__
        if name[0].islower() and callable(getattr(newsquote, name)) and name != "get_pack"
    ]
    missing = [name for name in functions if name not in names and name != "view"]
    assert missing == []
    assert "format html" in names  # which is what view() gives
