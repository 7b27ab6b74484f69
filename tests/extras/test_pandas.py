"""Quotes of a data frame of articles."""

from datetime import date

import pytest

import newsquote
from newsquote.codec import QUOTE_COLUMNS, quote_rows

pandas = pytest.importorskip(
    "pandas", reason="pandas is not installed: pip install 'newsquote[pandas]'"
)

from newsquote.extras.pandas import quotes

TEXTS = ['"It is over," said Ann Lee. "We lost," said Bo Ek.', None, '"No," said Bo Ek.']


def frame(**columns):
    return pandas.DataFrame({"id": ["a", "b", "c"], "text": TEXTS, **columns}, index=[7, 8, 9])


def cells(found):
    """The rows of a frame, with None for what is not known."""
    return found.astype(object).where(found.notna(), None).to_dict("records")


def test_quotes_are_the_flat_rows():
    found = quotes(frame(day=["2026-03-04", None, None]), published="day")
    articles = [
        newsquote.parse(TEXTS[0], id="a", published=date(2026, 3, 4)),
        newsquote.parse(TEXTS[2], id="c"),
    ]
    assert tuple(found.columns) == QUOTE_COLUMNS
    assert cells(found) == [row for article in articles for row in quote_rows(article)]
    assert list(found.index) == [0, 1, 2]


def test_ids_and_kept_columns_keep_their_types():
    given = frame(
        number=[1, 2, 3],
        publisher=pandas.Categorical(["P", "Q", "P"]),
        day=pandas.to_datetime(["2026-03-04", None, None]),
        kind=[0.5, None, 1.5],
    )
    found = quotes(given, id="number", keep=["publisher", "day", "kind"])
    assert found["article_id"].tolist() == [1, 1, 3]
    assert found["article_id"].dtype == given["number"].dtype
    assert found["publisher"].dtype == given["publisher"].dtype
    assert found["day"].dtype == given["day"].dtype
    assert found["meta_kind"].tolist() == [0.5, 0.5, 1.5]
    assert found["kind"].tolist() == ["direct"] * 3
    joined = found.merge(given, left_on="article_id", right_on="number")
    assert len(joined) == 3


def test_without_a_column_of_ids_the_index_names_the_articles():
    assert quotes(frame(), id=None)["article_id"].tolist() == [7, 7, 9]
    with pytest.raises(newsquote.OptionsError, match=r"no column 'id'.*; id=None takes the index"):
        quotes(frame().drop(columns="id"))


def test_types_are_the_same_whatever_was_found():
    whole = quotes(frame(), keep=["text"])
    for nothing in (frame().iloc[:0], frame(text=["", None, "Nobody spoke."])):
        found = quotes(nothing, keep=["text"])
        assert len(found) == 0
        assert list(found.columns) == list(whole.columns)
        own = found.drop(columns=["article_id", "meta_text"])
        assert own.dtypes.equals(whole[own.columns].dtypes)


@pytest.mark.parametrize("nothing", [None, float("nan"), pandas.NaT, pandas.NA])
def test_what_says_nothing_is_no_error(nothing):
    found = quotes(frame(text=[nothing] * 2 + [TEXTS[2]], day=[nothing] * 3), published="day")
    assert found["article_id"].tolist() == ["c"]
    assert found["published"].isna().all()


def test_days_are_read_in_any_form_and_one_that_cannot_be_is_none():
    given = frame(text=[TEXTS[2]] * 3, day=[pandas.Timestamp("2026-03-04"), "2026-03-04", "March"])
    found = quotes(given, published="day")
    assert cells(found[["published"]]) == [
        {"published": "2026-03-04T00:00:00"},
        {"published": "2026-03-04"},
        {"published": None},
    ]


def test_unsure_quotes_can_be_left_out():
    every = quotes(frame())
    least = every["confidence"].median()
    found = quotes(frame(), min_confidence=least)
    assert 0 < len(found) < len(every)
    assert found["confidence"].min() >= least
    options = newsquote.ParseOptions(min_confidence=1)
    assert len(quotes(frame(), options=options)) == 0
    assert len(quotes(frame(), options=options, min_confidence=0)) == len(every)


def test_workers_give_the_same():
    given = pandas.concat([frame()] * 10)
    pandas.testing.assert_frame_equal(quotes(given, workers=2), quotes(given))


def test_lone_surrogates_become_one_character_each():
    text = [None, None, '"It is \ud800 over," said Ann Lee.']
    (row,) = cells(quotes(frame().assign(text=pandas.Series(text, [7, 8, 9], dtype=object))))
    assert row["words"] == "It is \ufffd over"


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        ({"text": "body"}, newsquote.OptionsError, "no column 'body', but 'id', 'text', 'n'"),
        ({"keep": ["x"]}, newsquote.OptionsError, "no column 'x'"),
        ({"published": "x"}, newsquote.OptionsError, "no column 'x'"),
        ({"keep": "text"}, newsquote.OptionsError, r"must be a list .* one str: \['text'\]"),
        ({"min_confidence": 2}, newsquote.OptionsError, "a number from 0 to 1, not 2"),
        ({"text": "n"}, TypeError, r"item 0 \(id '7'\): text must be a str, not int"),
    ],
)
def test_mistakes_are_named(arguments, error, said):
    with pytest.raises(error, match=said):
        quotes(frame(n=[1, 2, 3]), **arguments)


@pytest.mark.parametrize("other", [TEXTS, "text", None, {"text": TEXTS}])
def test_what_is_no_frame_is_refused(other):
    with pytest.raises(TypeError, match="frame must be a pandas DataFrame, not"):
        quotes(other)
