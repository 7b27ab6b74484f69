"""Arrow tables against pyarrow, and against the frames that read them."""

from datetime import UTC, date, datetime

import pytest

import newsquote
from newsquote.codec import QUOTE_COLUMNS, quote_rows

pyarrow = pytest.importorskip(
    "pyarrow", reason="pyarrow is not installed: pip install 'newsquote[arrow]'"
)

from newsquote.extras import arrow

TEXT = """Mill to close

By Ann Roe

DOVER (AP) — "We fought for it," said Mayor Ann Lee. She said talks had failed.

"It is over," Tom Ray and Ann Lee said.
"""
SOURCE = newsquote.Source(text=TEXT, id="a-1", published=date(2026, 3, 4))


def test_quotes_are_the_flat_rows():
    table = arrow.quotes_table([SOURCE, "Nobody spoke."])
    assert table.schema == arrow.QUOTES
    assert tuple(table.schema.names) == QUOTE_COLUMNS
    article = newsquote.parse(TEXT, id="a-1", published=date(2026, 3, 4))
    assert table.to_pylist() == quote_rows(article)
    assert table.num_rows == 3


def test_nothing_has_the_same_schema():
    for make, schema in [
        (arrow.quotes_table, arrow.QUOTES),
        (arrow.articles_table, arrow.ARTICLES),
        (arrow.speakers_table, arrow.SPEAKERS),
    ]:
        assert make([]).schema == schema
        assert make(["Nobody spoke."]).schema == schema


def test_many_articles_stay_in_order():
    sources = [newsquote.Source(text='"It is over," said Ann Lee.', id=str(n)) for n in range(600)]
    assert arrow.quotes_table(iter(sources))["article_id"].to_pylist() == [
        str(n) for n in range(600)
    ]


def test_articles():
    (row,) = arrow.articles_table([SOURCE]).to_pylist()
    article = newsquote.parse(TEXT)
    assert (row["article_id"], row["published"], row["headline"], row["authors"]) == (
        "a-1",
        "2026-03-04",
        "Mill to close",
        ["Ann Roe"],
    )
    assert (row["text"], row["body"], row["place"]) == (TEXT, article.body.text, "DOVER")
    assert (row["quotes"], row["speakers"]) == (3, len(article.speakers))


def test_speakers_count_what_they_said_with_others():
    article = newsquote.parse(TEXT)
    rows = arrow.speakers_table([article]).to_pylist()
    assert [row["name"] for row in rows] == [speaker.name for speaker in article.speakers]
    for row, speaker in zip(rows, article.speakers, strict=True):
        assert row["quotes"] == len(article.quotes_by(speaker))
        assert [rows[n]["name"] for n in row["members"]] == [
            member.name for member in speaker.members
        ]
        assert [(span["start"], span["end"]) for span in row["mentions"]] == [
            (span.start, span.end) for span in speaker.mentions
        ]


def test_options_are_used():
    text = "Ann Lee believes that the mill will close."
    assert arrow.quotes_table([text]).num_rows == 0
    assert (
        arrow.quotes_table([text], options=newsquote.ParseOptions(include_thoughts=True)).num_rows
        == 1
    )


def test_one_string_is_no_iterable_of_texts():
    with pytest.raises(TypeError, match="iterable"):
        arrow.quotes_table(TEXT)


@pytest.mark.parametrize("make", [arrow.quotes_table, arrow.articles_table, arrow.speakers_table])
def test_a_frame_is_no_iterable_of_texts(make):
    frames = [pyarrow.table({"text": [TEXT]}), batch(text=[TEXT])]
    for name in ("pandas", "polars"):
        library = pytest.importorskip(name, reason=f"{name} is not installed")
        frames += [library.DataFrame({"text": [TEXT]})]
    for frame in frames:
        with pytest.raises(TypeError, match="texts must be an iterable of texts, not a whole"):
            make(frame)


def test_what_is_no_text_is_refused_with_its_place():
    with pytest.raises(TypeError, match=r"^item 2: text must be a str, not NoneType"):
        arrow.quotes_table(["One.", newsquote.parse("Two."), None])


SAID = '"It is over," said Ann Lee.'


def test_ids_that_are_all_numbers_stay_numbers():
    def ids(*given):
        return arrow.quotes_table([newsquote.Source(text=SAID, id=one) for one in given])

    assert ids(7, 0)["article_id"].to_pylist() == [7, 0]
    assert ids(7, None)["article_id"].to_pylist() == [7, None]
    assert ids(7, "a")["article_id"].to_pylist() == ["7", "a"]
    assert ids(None)["article_id"].type == pyarrow.string()


def test_own_fields_are_columns_of_their_own_types():
    metas = [
        {"page": 7, "share": 1, "free": True, "kind": "Post", "mixed": 1},
        {"share": 0.5, "mixed": "x", "late": "=1"},
        {},
    ]
    sources = [newsquote.Source(text=SAID, meta=meta) for meta in metas]
    table = arrow.quotes_table([*sources, newsquote.Source(text="", meta={"never": 1})])
    own = table.select(table.schema.names[len(arrow.QUOTES) :])
    assert own.to_pydict() == {
        "page": [7, None, None],
        "share": [1.0, 0.5, None],
        "free": [True, None, None],
        "meta_kind": ["Post", None, None],
        "mixed": ["1", "x", None],
        "late": [None, "=1", None],
        "never": [None, None, None],
    }
    assert own.schema.field("page").type == pyarrow.int64()
    assert own.schema.field("free").type == pyarrow.bool_()
    assert table.select(arrow.QUOTES.names).schema == arrow.QUOTES
    assert arrow.articles_table(sources)["share"].to_pylist() == [1.0, 0.5, None]
    assert arrow.speakers_table(sources)["share"].to_pylist() == [1.0, 0.5, None]


def test_own_fields_hold_over_more_articles_than_a_batch():
    sources = [
        newsquote.Source(text=SAID, id=n, meta={"page": n} if n > 300 else {}) for n in range(520)
    ]
    table = arrow.quotes_table(sources)
    assert table["article_id"].to_pylist() == list(range(520))
    assert table["page"].to_pylist() == [n if n > 300 else None for n in range(520)]


def test_batches_keep_columns_as_they_are():
    given = batch(
        id=[1, 2, 3],
        text=[SAID, None, TEXT],
        kind=["a", "b", "c"],
        day=[date(2026, 3, 4), None, None],
    )
    (found,) = arrow.quotes_batches([given], keep=["kind", "day", "kind"])
    assert found.schema.names == [*arrow.QUOTES.names, "meta_kind", "day"]
    assert found["article_id"].to_pylist() == [1, 3, 3, 3]
    assert found["meta_kind"].to_pylist() == ["a", "c", "c", "c"]
    assert found["day"].to_pylist() == [date(2026, 3, 4), None, None, None]
    with pytest.raises(KeyError, match="publisher"):
        list(arrow.quotes_batches([given], keep=["publisher"]))
    with pytest.raises(newsquote.OptionsError, match=r"one str: \['kind'\]"):
        list(arrow.quotes_batches([given], keep="kind"))


def test_a_day_that_cannot_be_read_counts_as_not_known():
    given = batch(text=["One.", "Two."], published=["yesterday", "2026-03-04"])
    (found,) = arrow.articles_batches([given])
    assert found["published"].to_pylist() == [None, "2026-03-04"]


def test_lone_surrogates_become_one_character_each():
    text = '"It is \ud800 over," said Ann Lee.'
    (row,) = arrow.quotes_table([text]).to_pylist()
    assert len(row["text"]) == row["end_offset"] - row["start_offset"]
    assert len(arrow.articles_table([text])["text"][0].as_py()) == len(text)


def batch(**columns):
    return pyarrow.RecordBatch.from_pydict(columns)


def test_batches_come_out_one_for_one_and_as_they_are_asked_for():
    asked = []

    def batches():
        for n in range(3):
            asked.append(n)
            yield batch(
                id=[n, n + 10],
                text=['"It is over," said Ann Lee.', None],
                published=[date(2026, 3, 4), None],
            )

    found = arrow.quotes_batches(batches())
    first = next(found)
    assert asked == [0]
    assert first.schema.names == arrow.QUOTES.names
    assert first["article_id"].to_pylist() == [0]
    assert [one["article_id"].to_pylist() for one in found] == [[1], [2]]


@pytest.mark.parametrize(
    "published",
    [
        "2026-03-04",
        "2026-03-04T06:30:00+00:00",
        "",
        None,
        date(2026, 3, 4),
        datetime(2026, 3, 4, tzinfo=UTC),
    ],
)
def test_batches_take_days_in_any_form(published):
    (found,) = arrow.quotes_batches(
        [batch(text=['"It is over," said Ann Lee.'], published=[published])]
    )
    assert found["article_id"].to_pylist() == [None]


def test_batches_say_what_is_wrong():
    with pytest.raises(KeyError, match="text"):
        list(arrow.quotes_batches([batch(id=["a"])]))


def test_batches_of_articles_and_speakers_are_the_tables():
    given = batch(id=["a-1", "none"], text=[TEXT, None], published=["2026-03-04", None])
    for make, table in [
        (arrow.articles_batches, arrow.articles_table),
        (arrow.speakers_batches, arrow.speakers_table),
    ]:
        assert pyarrow.Table.from_batches(make([given])) == table([SOURCE])


@pytest.mark.parametrize("kind", [pyarrow.string(), pyarrow.large_string()])
def test_strings_that_are_no_utf_8_are_read_nevertheless(kind):
    def unchecked(values):
        bytes_ = pyarrow.array(
            values, pyarrow.binary() if kind == pyarrow.string() else pyarrow.large_binary()
        )
        return pyarrow.Array.from_buffers(kind, len(bytes_), bytes_.buffers())

    given = pyarrow.RecordBatch.from_arrays(
        [
            unchecked([b"a\xff", b"b", None]),
            unchecked([b'"It is \xff over," said Ann Lee.', None, b""]),
        ],
        ["id", "text"],
    )
    (found,) = arrow.quotes_batches([given])
    assert (found["article_id"].to_pylist(), found["words"].to_pylist()) == (
        ["a\ufffd"],
        ["It is \ufffd over"],
    )


def test_an_empty_batch_has_no_quotes():
    empty = pyarrow.RecordBatch.from_pydict({"text": pyarrow.array([], pyarrow.string())})
    (found,) = arrow.quotes_batches([empty])
    assert (found.num_rows, found.schema) == (0, arrow.QUOTES)


@pytest.mark.parametrize("make", [arrow.quotes_table, arrow.articles_table, arrow.speakers_table])
def test_parquet_gives_the_same_table(make, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="this pyarrow reads no Parquet")
    table = make([SOURCE])
    parquet.write_table(table, tmp_path / "table.parquet")
    assert parquet.read_table(tmp_path / "table.parquet") == table


def test_pandas_reads_it():
    pytest.importorskip("pandas", reason="pandas is not installed")
    frame = arrow.quotes_table([SOURCE]).to_pandas()
    assert list(frame.columns) == list(QUOTE_COLUMNS)
    assert frame["words"][0] == "We fought for it"


def test_polars_reads_it():
    polars = pytest.importorskip("polars", reason="polars is not installed")
    frame = polars.from_arrow(arrow.quotes_table([SOURCE]))
    assert frame.columns == list(QUOTE_COLUMNS)
    assert frame["words"][0] == "We fought for it"


def test_an_error_that_nobody_foresaw_names_its_row(monkeypatch):
    def fail(source, options):
        if "Trap" in source.text:
            raise ZeroDivisionError
        return newsquote.parse(source.text)

    monkeypatch.setattr(arrow, "parse_source", fail)
    batch = pyarrow.RecordBatch.from_pydict({"text": [TEXT, "Trap"], "id": ["a", "b"]})
    with pytest.raises(ZeroDivisionError) as caught:
        list(arrow.quotes_batches([batch]))
    assert caught.value.__notes__ == ["newsquote was reading row 1 of a batch (id 'b')"]


def test_the_first_day_of_the_calendar_is_a_day_of_publication():
    batch = pyarrow.RecordBatch.from_pydict(
        {"text": ['"It is over," said Ann Lee on Thursday.'], "published": [date.min]}
    )
    (found,) = arrow.quotes_batches([batch])
    assert found.num_rows == 1
