"""evaluate: typed scores of articles and of what people annotated."""

import copy
import pickle

import pytest

import newsquote
from newsquote import Evaluation, SchemaError, Score

TEXT = '"It is over," said Ann Lee. "We lost," said Bo Ek. Cy Dorn said that it would rain.'


@pytest.fixture(scope="module")
def article():
    return newsquote.parse(TEXT, id="a")


def worse(article):
    """The same in the JSON form, the second quote missing and the first by somebody else."""
    found = copy.deepcopy(newsquote.to_dict(article))
    del found["quotes"][1]
    found["quotes"][0]["speaker"] = 1
    return found


def test_an_article_against_itself_is_perfect(article):
    scores = newsquote.evaluate([article], [article])
    assert scores.articles == 1
    for score in (scores.found, scores.exact, scores.attributed, scores.cue, scores.source):
        assert (score.right, score.found, score.asked, score.f1) == (3, 3, 3, 1.0)
    assert (scores.speaker.right, scores.speaker.asked, scores.speaker.found) == (3, 3, None)
    assert scores.by_kind.direct == Score(right=2, asked=2)
    assert scores.by_kind.indirect.recall == 1
    assert scores.mistakes == ()


def test_counts_and_mistakes(article):
    scores = newsquote.evaluate([article], [worse(article)])
    assert (scores.found.precision, scores.found.recall) == (1.0, 2 / 3)
    assert scores.found.f1 == pytest.approx(0.8)
    assert scores.speaker == Score(right=1, asked=3)
    assert scores.by_kind.direct == Score(right=1, asked=2)
    wrong, missed = scores.mistakes
    assert (wrong.outcome, wrong.differs, wrong.article) == ("wrong", ("speaker",), "a")
    assert (wrong.gold.speaker, wrong.found.speaker) == ("Ann Lee", "Bo Ek")
    assert (missed.outcome, missed.found, missed.gold.text) == ("missed", None, '"We lost,"')
    assert TEXT[missed.gold.spans[0].slice] == '"We lost,"'


def test_the_table_and_the_dictionary_are_those_of_the_command(article):
    scores = newsquote.evaluate([article], [worse(article)])
    assert scores.to_dict()["quotes"]["partial"]["tp"] == 2
    assert str(scores).splitlines()[0].split() == ["P", "R", "F1/sh.", "right", "pred", "gold"]
    scores.to_dict().clear()
    assert scores.to_dict()


def test_an_evaluation_is_a_value(article):
    scores = newsquote.evaluate([article], [worse(article)], by="id", intervals=True)
    assert pickle.loads(pickle.dumps(scores)) == scores
    assert hash(scores) == hash(
        newsquote.evaluate([article], [worse(article)], by="id", intervals=True)
    )
    assert repr(scores).startswith("Evaluation(articles=1, found=<Score 0.800: 2 right")


def test_nothing_to_tell_is_none():
    score = Score(right=0, found=0, asked=0)
    assert (score.precision, score.recall, score.f1) == (None, None, None)
    assert Score(right=1, asked=2).f1 is None
    assert repr(Score(right=0, asked=0)) == "<Score -: 0 right, 0 asked>"
    scores = newsquote.evaluate([{"text": "x", "headline": None}], [newsquote.parse("x")])
    assert (scores.by_kind, scores.found.asked) == (None, 0)


def test_articles_are_brought_together_by_ids_of_both_types(article):
    gold = [{**newsquote.to_dict(article), "id": 7}, {**newsquote.to_dict(article), "id": "8"}]
    scores = newsquote.evaluate(gold, [{**gold[0], "id": "7"}, {**gold[0], "id": "9"}])
    assert (scores.articles, scores.found.right, scores.found.asked) == (2, 3, 6)
    assert (scores.without_prediction, scores.without_gold) == (("8",), ("9",))
    assert {one.article for one in scores.mistakes} == {"8"}


def test_articles_without_an_id_are_brought_together_by_their_text(article):
    gold = {"text": TEXT, "quotes": []}
    scores = newsquote.evaluate([{"text": "Rain.", "quotes": []}, gold], [article])
    assert (scores.found.found, scores.without_prediction) == (3, ("Rain.",))
    with pytest.raises(SchemaError, match=r"gold, article 2: the text .* again"):
        newsquote.evaluate([gold, gold], [article])


def test_groups_are_scored_by_themselves(article):
    found = worse(article)
    gold = [
        {**newsquote.to_dict(article), "id": name, "meta": {"publisher": name[0]}}
        for name in ("Post", "Press", "Herald")
    ]
    gold[2]["meta"] = {}
    scores = newsquote.evaluate(gold, [{**found, "id": one["id"]} for one in gold], by="publisher")
    assert [(name, one.articles) for name, one in scores.groups] == [("(none)", 1), ("P", 2)]
    assert isinstance(scores.groups[1][1], Evaluation)
    assert scores.groups[1][1].found == Score(right=4, found=4, asked=6)
    assert "by publisher P quotes partial" in str(scores)
    assert scores.to_dict()["by publisher"]["P"]["articles"] == 2
    with pytest.raises(SchemaError, match="no article has 'house'"):
        newsquote.evaluate(gold, gold, by="house")


def test_intervals_stand_beside_the_scores(article):
    gold = [{**newsquote.to_dict(article), "id": str(n)} for n in range(6)]
    found = [{**worse(article), "id": one["id"]} if n % 2 else one for n, one in enumerate(gold)]
    scores = newsquote.evaluate(gold, found, intervals=True)
    low, high = scores.found.interval
    assert low < scores.found.f1 < high
    assert scores.speaker.interval[0] < scores.speaker.recall
    assert newsquote.evaluate(gold, found).found.interval is None
    assert "95 % interval" in str(scores)


@pytest.mark.parametrize(
    ("gold", "complaint"),
    [
        ([{"text": TEXT, "qoutes": []}], "gold, article 1: qoutes: .* did you mean 'quotes'"),
        ([{"text": "Rain.", "quotes": []}], "gold and predictions have no text in common"),
        ([{"text": TEXT, "quotes": [{"parts": [{"span": [0, 999]}]}]}], "article 1: quotes.0."),
        ([{"text": TEXT, "quotes": {1, 2}}], "gold has an article that is not JSON"),
        ([], "gold and predictions have no "),
    ],
)
def test_gold_that_cannot_be_scored_is_refused(article, gold, complaint):
    with pytest.raises(SchemaError, match=complaint):
        newsquote.evaluate(gold, [article])


@pytest.mark.parametrize("gold", [TEXT, b"x", {"text": TEXT}, "article", [TEXT], [None]])
def test_what_is_no_series_of_articles_is_a_type_error(article, gold):
    with pytest.raises(TypeError, match="gold must"):
        newsquote.evaluate(article if gold == "article" else gold, [article])
    with pytest.raises(TypeError, match="predictions must"):
        newsquote.evaluate([article], article if gold == "article" else gold)
