"""Data frames of articles against a real Spark, run on this machine."""

import os
import runpy
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import newsquote
from newsquote.codec import quote_rows

pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'newsquote[spark]'")
if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
    pytest.skip("Spark needs Java, which is not here", allow_module_level=True)

from pyspark.errors import AnalysisException
from pyspark.sql import SparkSession, functions

from newsquote.extras import arrow, spark

pytestmark = [
    pytest.mark.timeout(300),  # a first job starts a Java machine and its Python workers
    pytest.mark.filterwarnings(
        "ignore:::pyspark"
    ),  # what Spark does with its own libraries is its own matter
    pytest.mark.filterwarnings(
        "ignore::ResourceWarning"
    ),  # it leaves sockets to the garbage collector
]

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "spark_quotes.py"
TEXT = """Mill to close

By Ann Roe

DOVER (AP) — "We fought for it," said Mayor Ann Lee on Monday. She said talks had failed.

"It is over," Tom Ray and Ann Lee said.
"""
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.shuffle.partitions": "2",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
}


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """One Spark for all of it, with two cores."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        builder = SparkSession.builder.master("local[2]").appName("tests")
        builder = builder.config(
            "spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse"))
        )
        for name, value in SETTINGS.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("OFF")
        yield session
        session.stop()


def rows(frame):
    return [row.asDict(recursive=True) for row in frame.collect()]


def test_quotes_are_the_flat_rows(session):
    frame = session.createDataFrame(
        [("a-1", TEXT, date(2026, 3, 4)), ("a-2", "Nobody spoke.", None)],
        "id string, text string, published date",
    )
    found = spark.quotes(frame, published="published")
    assert found.columns == arrow.QUOTES.names
    wanted = quote_rows(newsquote.parse(TEXT, id="a-1", published=date(2026, 3, 4)))
    assert len(wanted) == 3
    assert rows(found) == wanted


def test_every_article_of_every_partition_is_read(session):
    text = functions.concat(
        functions.lit('"It is over, '),
        functions.col("id").cast("string"),
        functions.lit('," said Ann Lee.'),
    )
    frame = session.range(300).repartition(3)
    found = rows(spark.quotes(frame, text=text))
    assert sorted(int(row["article_id"]) for row in found) == list(range(300))
    assert all(row["words"] == f"It is over, {row['article_id']}" for row in found)


def test_columns_have_the_names_that_the_caller_says(session):
    frame = session.createDataFrame(
        [(7, "Mill to close", '"It is over," said Ann Lee.')],
        "number bigint, title string, story string",
    )
    text = functions.concat_ws("\n\n", "title", "story")
    (quote,) = rows(spark.quotes(frame, text=text, id="number"))
    (article,) = rows(spark.articles(frame, text=text, id=functions.col("number")))
    assert (quote["article_id"], quote["words"]) == (7, "It is over")
    assert (article["article_id"], article["headline"], article["quotes"]) == (
        7,
        "Mill to close",
        1,
    )
    (nameless,) = rows(spark.quotes(frame, text="story", id=None))
    assert nameless["article_id"] is None


def test_articles_and_speakers_are_those_of_arrow(session):
    frame = session.createDataFrame([("a-1", TEXT)], "id string, text string")
    source = newsquote.Source(text=TEXT, id="a-1")
    assert rows(spark.articles(frame)) == arrow.articles_table([source]).to_pylist()
    speakers = rows(spark.speakers(frame))
    assert speakers == arrow.speakers_table([source]).to_pylist()
    assert any(row["members"] for row in speakers)
    assert any(row["mentions"] for row in speakers)


def test_schemas_are_those_of_arrow_whatever_the_rows(session):
    frame = session.createDataFrame([], "id string, text string")
    types = {
        "string": "string",
        "int64": "bigint",
        "double": "double",
        "list<item: string>": "array<string>",
    }
    for make, schema in [(spark.quotes, arrow.QUOTES), (spark.articles, arrow.ARTICLES)]:
        found = make(frame)
        assert found.dtypes == [(field.name, types[str(field.type)]) for field in schema]
        assert found.count() == 0
    assert (
        dict(spark.speakers(frame).dtypes)["mentions"] == "array<struct<start:bigint,end:bigint>>"
    )


def test_options_go_to_the_workers(session):
    frame = session.createDataFrame(
        [("a", "Ann Lee believes that the mill will close.")], "id string, text string"
    )
    assert spark.quotes(frame).count() == 0
    assert spark.quotes(frame, options=newsquote.ParseOptions(include_thoughts=True)).count() == 1
    assert (
        spark.quotes(
            frame, options=newsquote.ParseOptions(include_thoughts=True, model=None)
        ).count()
        == 1
    )


def test_words_of_the_callers_go_to_the_workers(session):
    frame = session.createDataFrame(
        [("a", "Bo Ek quothed that the mill would close.")], "id string, text string"
    )
    pack = newsquote.get_pack("en").with_words(
        "cue_verbs", ["quothe\tneutral\tqcz\tquothe quothes quothed quothing"]
    )
    assert spark.quotes(frame).count() == 0
    (row,) = rows(spark.quotes(frame, options=newsquote.ParseOptions(language=pack)))
    assert (row["speaker_name"], row["cue_text"]) == ("Bo Ek", "quothed")


def test_known_people_go_to_the_workers(session):
    frame = session.createDataFrame(
        [("a", '"It is over," said Ann Lee.')], "id string, text string"
    )
    options = newsquote.ParseOptions(known_people=[newsquote.KnownPerson(name="Ann Lee", id="p7")])
    (row,) = rows(spark.speakers(frame, options=options))
    assert row["person_id"] == "p7"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("string", "2026-03-04"),
        ("string", "2026-03-04T06:30:00+00:00"),
        ("date", date(2026, 3, 4)),
        ("timestamp", datetime(2026, 3, 4, 12, tzinfo=UTC)),
        ("timestamp_ntz", datetime(2026, 3, 4, 12)),
    ],
)
def test_days_may_have_any_form(session, kind, value):
    frame = session.createDataFrame(
        [("a", TEXT, value), ("b", TEXT, None)], f"id string, text string, day {kind}"
    )
    found = rows(spark.articles(frame, published="day"))
    assert [row["published"] and row["published"][:10] for row in found] == ["2026-03-04", None]


def test_columns_go_along_with_their_types(session):
    frame = session.createDataFrame(
        [(7, TEXT, "Post", date(2026, 3, 4), ["a"])],
        "id int, text string, kind string, published date, tags array<string>",
    )
    keep = ["kind", "tags", "published", "kind"]
    found = spark.quotes(frame, published="published", keep=keep)
    assert found.columns == [*arrow.QUOTES.names, "meta_kind", "tags", "meta_published"]
    assert dict(found.dtypes) | {"article_id": "int", "tags": "array<string>"} == dict(found.dtypes)
    assert {row["article_id"] for row in rows(found)} == {7}
    assert [row["meta_kind"] for row in rows(found)] == ["Post"] * 3
    assert rows(found)[0]["meta_published"] == date(2026, 3, 4)
    assert rows(spark.speakers(frame, keep=["kind"]))[0]["kind"] == "person"
    assert rows(spark.articles(frame, keep=["tags"]))[0]["tags"] == ["a"]
    with pytest.raises(newsquote.OptionsError, match="keep must be a list of columns"):
        spark.quotes(frame, keep="kind")


# What is broken.


def test_a_broken_row_does_not_stop_the_job(session):
    said = '"It is over," said Ann Lee.'
    broken = [
        ("b", None, "2026-03-04"),
        ("c", said, "yesterday"),
        ("d", "", None),
        ("e", said, ""),
        (None, "\x00\ufffe\U0010ffff", "x"),
    ]
    frame = session.createDataFrame(
        [("a", said, "2026-03-04"), *broken, ("z", said, "2026-03-04")],
        "id string, text string, day string",
    )
    found = rows(spark.articles(frame.coalesce(1), published="day"))
    assert [(row["article_id"], row["published"]) for row in found] == [
        ("a", "2026-03-04"),
        ("c", None),
        ("d", None),
        ("e", None),
        (None, None),
        ("z", "2026-03-04"),
    ]
    assert [
        row["article_id"] for row in rows(spark.quotes(frame.coalesce(1), published="day"))
    ] == ["a", "c", "e", "z"]


def test_bytes_that_are_no_utf_8_do_not_stop_the_job(session):
    bad = functions.unhex(functions.lit(b'"It is \xff over," said Ann Lee.'.hex())).cast("string")
    frame = session.range(1).select(
        functions.lit("a").alias("id"),
        bad.alias("text"),
        functions.unhex(functions.lit("ff")).cast("string").alias("day"),
    )
    (row,) = rows(spark.quotes(frame, published="day"))
    assert row["words"] == "It is \ufffd over"


def test_wrong_columns_are_refused_before_the_job(session):
    frame = session.createDataFrame([("a", 1, "x")], "id string, number bigint, text string")
    with pytest.raises(TypeError, match=r"texts must be a string, not bigint"):
        spark.quotes(frame, text="number")
    with pytest.raises(
        TypeError, match=r"days must be a date, a timestamp or a string, not bigint"
    ):
        spark.quotes(frame, published="number")
    with pytest.raises(AnalysisException, match="story"):
        spark.quotes(frame, text="story")


def test_a_worker_takes_few_articles_at_a_time_however_many_it_is_given():
    asked = []

    def seen(batches):
        for batch in batches:
            asked.append(batch.num_rows)
            yield batch

    given = arrow.pyarrow.RecordBatch.from_pydict({"text": ["One."] * 150})
    found = spark._read(iter([given, given]), read=seen, names=["story"])
    assert next(found)["story"].to_pylist() == ["One."] * 64
    assert asked == [64]
    assert [batch.num_rows for batch in found] == [64, 22, 64, 64, 22]


# The example.


def write_articles(session, path):
    days = [
        ("a", '"It is over," said Ann Lee.', "2026-03-04"),
        ("b", TEXT, "2026-03-04"),
        ("c", None, None),
        ("d", "Nobody spoke.", ""),
    ]
    session.createDataFrame(days, "id string, text string, day string").repartition(
        2
    ).write.parquet(str(path))


def test_the_example_reads_parquet_and_writes_parquet(session, tmp_path):
    write_articles(session, tmp_path / "articles")
    arguments = [
        str(tmp_path / "articles"),
        str(tmp_path / "quotes"),
        "--published",
        "day",
        "--partitions",
        "2",
    ]
    settings = " ".join(f"--conf {name}={value}" for name, value in SETTINGS.items())
    ran = subprocess.run(
        [sys.executable, str(EXAMPLE), *arguments],
        env=os.environ
        | {
            "PYSPARK_SUBMIT_ARGS": f"--master local[2] {settings} pyspark-shell",
            "PYSPARK_PYTHON": sys.executable,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    written = session.read.parquet(str(tmp_path / "quotes"))
    assert written.columns == arrow.QUOTES.names
    assert sorted((row["article_id"], row["words"]) for row in rows(written))[:2] == [
        ("a", "It is over"),
        ("b", "It is over"),
    ]
    assert written.count() == 4


def test_the_example_does_not_write_over_what_is_there(session, tmp_path, monkeypatch):
    write_articles(session, tmp_path / "articles")
    main = runpy.run_path(str(EXAMPLE))["main"]
    (tmp_path / "quotes").mkdir()
    monkeypatch.setattr(SparkSession, "stop", lambda _: None)  # it is the tests' session, too
    with pytest.raises(AnalysisException, match=r"(?i)exists"):
        main([str(tmp_path / "articles"), str(tmp_path / "quotes")])
    assert list((tmp_path / "quotes").iterdir()) == []
