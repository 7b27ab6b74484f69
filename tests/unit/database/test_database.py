"""A database of a few articles: what goes in, what comes out, and what is refused."""

import json
import sqlite3
import subprocess
import sys
from datetime import date, datetime

import attrs
import pytest

import newsquote
from newsquote.database import HIT_COLUMNS, Database, Hit, hit_row
from newsquote.database import rows as rows_module
from newsquote.errors import DataError, OptionsError

TAXES = (
    'Taxes to rise\n\n"Taxes will rise," said Mayor Ann Lee. Bo Ek said that nobody would pay.\n'
)
MILL = (
    "Mill to close\n\n"
    '"The mill is lost," said Ann Lee and Bo Ek.\n'
    "Ms. Lee promised a “common boat” for the town.\n"
)
ALONE = '"Tax cuts are dear," said Lee.\n'


def read(text, name, day=None):
    return newsquote.parse(text, id=name, published=day)


@pytest.fixture
def articles():
    return [
        read(TAXES, "a-1", date(2023, 5, 4)),
        read(MILL, "a-2", datetime(2024, 2, 3, 10, 30)),
        read(ALONE, "a-3"),
    ]


@pytest.fixture
def database(articles):
    with Database(":memory:") as opened:
        for article in articles:
            assert opened.add(article)
        yield opened


def said(hits):
    return [(hit.article_id, hit.words) for hit in hits]


def asked(database, sql):
    return database._connection.execute(sql).fetchall()


# What goes in


def test_every_quote_and_speaker_has_a_row(database, articles):
    assert len(database) == 3
    rows = asked(
        database,
        "SELECT articles.id, quote_index, quotes.words, start_offset, end_offset, speakers.name,"
        " speaker_name, speakers.speaker_index, quotes.speaker_index FROM quotes"
        " JOIN articles USING (article) LEFT JOIN speakers ON speakers.speaker = quotes.speaker"
        " ORDER BY quote",
    )
    expected = []
    for article in articles:
        for n, quote in enumerate(article.quotes):
            name = quote.speaker and quote.speaker.name
            index = None if name is None else article.speakers.index(quote.speaker)
            place = quote.span.start, quote.span.end
            expected.append((article.id, n, quote.words, *place, name, name, index, index))
    assert rows == expected
    assert len(rows) == 5
    assert asked(database, "SELECT count(*) FROM speakers") == [
        (sum(len(article.speakers) for article in articles),)
    ]


def test_an_offset_is_one_into_the_text(database):
    for text, words, first, last in asked(
        database,
        "SELECT articles.text, quotes.text, start_offset, end_offset FROM quotes"
        " JOIN articles USING (article)",
    ):
        assert text[first:last] == words


PEOPLE = (
    "SELECT id, name, names, kind, articles, quotes, words, first_published, last_published"
    " FROM people ORDER BY name"
)


def person_row(person):
    days = person.first.isoformat(), person.last.isoformat()
    names = json.dumps(person.names)
    counts = person.articles, person.quotes, person.words
    return (person.id, person.name, names, person.kind.value, *counts, *days)


def test_people_are_those_of_the_corpus(database, articles):
    people = sorted(newsquote.people(articles), key=lambda person: person.name)
    assert [person.name for person in people] == ["Ann Lee", "Bo Ek"]
    assert asked(database, PEOPLE) == [person_row(person) for person in people]


def test_a_middle_initial_is_no_other_person(database):
    database.add(read('"Rain fell," said Mayor Ann R. Lee.', "a-4"))
    assert asked(database, "SELECT names, articles FROM people WHERE name = 'Ann Lee'") == [
        ('["Ann Lee", "Ann R. Lee"]', 3)
    ]
    for name in ("ann lee", "Ann R. Lee"):
        assert len(database.search("rain OR taxes", speaker=name)) == 2


def test_people_are_the_same_whoever_adds_the_articles(tmp_path, database):
    """What was decided is read again where a file was closed, or where another added to it."""
    texts = [
        TAXES,
        MILL,
        '"We won," said Ann Lee, a striker for Orla United. "Rain fell," said Bo Ek.',
        '"No," said Ann Lee, the mayor of Norvale. "We lost," said striker Ann Lee.',
        '"Yes," said Ann R. Lee. Bo Ek and Ann Lee declined to comment.',
    ]
    added = [read(text, f"b-{n}", date(2024, 1, n + 1)) for n, text in enumerate(texts)]
    with Database(":memory:") as whole:
        for article in added:
            whole.add(article)
        wanted = asked(whole, PEOPLE)
        ids = asked(whole, "SELECT person_id FROM speakers")
    path = tmp_path / "press.db"
    with Database(path) as one:
        one.add(added[0])
        with Database(path) as other:
            other.add(added[1])
            one.add(added[2])
    for article in added[3:]:
        with Database(path) as again:
            again.add(article)
    with Database(path) as last:
        assert asked(last, PEOPLE) == wanted
        assert asked(last, "SELECT person_id FROM speakers") == ids
    assert len(wanted) >= 3


def test_people_of_an_article_that_was_not_taken_are_forgotten(database):
    article = read('"Rain fell," said Ann Lee. "Yes," said Ida Vance.', "a-4")
    rows = rows_module.article_rows(article)
    rows.quotes[0]["confidence"] = None
    with pytest.raises(DataError):
        database.add_rows(rows)
    database.add(article)
    assert asked(database, "SELECT articles FROM people ORDER BY name") == [(3,), (1,), (1,)]


def test_a_surname_alone_is_nobody(database):
    assert asked(database, "SELECT name, person_id FROM speakers WHERE name = 'Lee'") == [
        ("Lee", None)
    ]


def test_an_article_that_is_there_is_not_added_again(database, articles):
    assert [database.add(article) for article in articles] == [False] * 3
    assert len(database) == 3
    assert asked(database, "SELECT articles FROM people ORDER BY name") == [(2,), (1,)]


def test_the_same_text_with_another_id_is_another_article(database):
    assert database.add(read(TAXES, "a-9"))
    assert database.add(read(TAXES, None))
    assert not database.add(read(TAXES, None))
    assert not database.add(read(TAXES, ""))
    assert len(database) == 5


def test_another_text_with_the_id_of_an_article_is_refused(database):
    with pytest.raises(OptionsError, match="'a-1' is in the database already, with another text"):
        database.add(read(MILL, "a-1"))
    with pytest.raises(OptionsError, match="a-1"):
        database.holds(MILL, "a-1")
    assert database.holds(TAXES, "a-1")
    assert not database.holds(TAXES, "a-7")
    assert not database.holds(TAXES)
    assert len(database) == 3


def test_what_is_no_article_is_refused(database):
    with pytest.raises(TypeError):
        database.add(TAXES)


def test_an_article_goes_in_whole_or_not_at_all(database):
    rows = rows_module.article_rows(read('"Rain fell," said Ida Vance.', "a-4"))
    rows.quotes[0]["confidence"] = None  # the last row that is put in
    with pytest.raises(DataError, match="confidence"):
        database.add_rows(rows)
    assert len(database) == 3
    assert asked(database, "SELECT name FROM people WHERE name = 'Ida Vance'") == []
    assert not database.search("rain")


def test_any_text_goes_in(database):
    text = '"A\ud800b\x00 c," said Ann Lee.\u2028"D," said Bo Ek.'
    assert database.add(newsquote.parse(text, id="\udfff"))
    stored = asked(database, "SELECT id, text FROM articles ORDER BY article DESC LIMIT 1")
    assert stored == [("\ufffd", text.replace("\ud800", "\ufffd"))]
    assert database.holds(text, "\udfff")


def with_own(name, **own):
    return attrs.evolve(read('"Rain fell," said Ida Vance.', name), meta=own)


def test_own_columns_are_columns_of_the_articles_and_of_the_view(database):
    own = {"publisher": "Orla Post", "words": 3, "paid": True, "share": 0.5}
    database.add(with_own("a-4", **own))
    database.add(with_own("a-5", Publisher="Corrow News", desk=None))
    sql = "SELECT article_id, publisher, own_words, paid, share, desk FROM quotes_in_context"
    assert asked(database, f"{sql} WHERE words = 'Rain fell' ORDER BY article_id") == [
        ("a-4", "Orla Post", 3, 1, 0.5, None),
        ("a-5", None, None, None, None, None),
    ]
    assert [json.loads(meta) for (meta,) in asked(database, "SELECT meta FROM articles")][3:] == [
        own,
        {"Publisher": "Corrow News", "desk": None},
    ]


def test_a_name_that_can_be_no_column_is_kept_beside_the_others(database):
    database.add(with_own("a-4", **{"a\x00b": 1, "": 2, 'sa"y': 3, "x" * 101: 4}))
    (meta,) = asked(database, "SELECT meta FROM articles WHERE id = 'a-4'")[0]
    assert sorted(json.loads(meta).values()) == [1, 2, 3, 4]
    assert asked(database, 'SELECT "sa""y" FROM articles WHERE id = \'a-4\'') == [(3,)]


def test_a_column_of_an_article_that_was_not_taken_is_not_remembered(database):
    article = with_own("a-4", publisher="Orla Post")
    rows = rows_module.article_rows(article)
    rows.quotes[0]["confidence"] = None
    with pytest.raises(DataError):
        database.add_rows(rows)
    assert database.add(article)
    assert asked(database, "SELECT publisher FROM articles WHERE id = 'a-4'") == [("Orla Post",)]


# What comes out


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("tax*", ["Tax cuts are dear", "Taxes will rise"]),
        ("tax* NOT cut*", ["Taxes will rise"]),
        ("tax", ["Tax cuts are dear"]),
        ("TAXES", ["Taxes will rise"]),
        ('"mill is"', ["The mill is lost"]),
        ('"is mill"', []),
        ("mill OR boat", ["The mill is lost", "a “common boat” for the town"]),
        ("(mill OR boat) AND town", ["a “common boat” for the town"]),
        ("NEAR(mill lost, 1)", ["The mill is lost"]),
        ("mill dear", []),
        ("nobody-at-all", []),
        ("mayor", []),
    ],
)
def test_words_are_looked_for_in_what_was_said(database, words, found):
    assert sorted(hit.words for hit in database.search(words)) == sorted(found)


@pytest.mark.parametrize("words", [None, "", "  "])
def test_all_quotes_are_found_where_no_words_are_given(database, words):
    assert len(database.search(words)) == 5


def test_the_newest_come_first_and_those_without_a_day_last(database):
    assert [hit.article_id for hit in database.search()] == ["a-2", "a-2", "a-1", "a-1", "a-3"]
    assert [hit.article_id for hit in database.search(limit=2)] == ["a-2", "a-2"]
    assert database.search(limit=0) == ()


@pytest.mark.parametrize("name", ["Ann Lee", "ann lee", "the id"])
def test_a_speaker_is_found_alone_and_with_others(database, name):
    if name == "the id":
        ((name,),) = asked(database, "SELECT id FROM people WHERE name = 'Ann Lee'")
    assert sorted(hit.words for hit in database.search(speaker=name)) == [
        "Taxes will rise",
        "The mill is lost",
        "a “common boat” for the town",
    ]
    assert said(database.search("tax*", speaker=name)) == [("a-1", "Taxes will rise")]


def test_a_speaker_whom_nobody_knows_says_nothing(database):
    assert database.search(speaker="Ida Vance") == ()
    assert said(database.search(speaker="Lee")) == [("a-3", "Tax cuts are dear")]


def test_a_known_person_is_found_by_the_callers_id():
    known = newsquote.KnownPerson(name="Ann Lee", aliases=("Annie Lee",), id="p-17")
    options = newsquote.ParseOptions(known_people=(known,))
    with Database(":memory:") as database:
        for name in ("Ann Lee", "Annie Lee"):
            database.add(newsquote.parse(f'"It is over," said {name}.', options=options))
        assert len(database.search(speaker="p-17")) == 2
        assert len(database.search(speaker="ann lee")) == 2
        assert asked(database, "SELECT id, articles FROM people") == [("p-17", 2)]


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ({"since": "2023"}, {"a-1", "a-2"}),
        ({"since": "2023-06"}, {"a-2"}),
        ({"since": date(2023, 5, 4)}, {"a-1", "a-2"}),
        ({"since": datetime(2023, 5, 5, 1)}, {"a-2"}),
        ({"until": "2023"}, {"a-1"}),
        ({"until": "2024-02-03"}, {"a-1", "a-2"}),
        ({"until": date(2023, 5, 3)}, set()),
        ({"since": "2023-05-04", "until": "2023-05-04"}, {"a-1"}),
        ({}, {"a-1", "a-2", "a-3"}),
    ],
)
def test_days_are_the_first_and_the_last(database, days, found):
    assert {hit.article_id for hit in database.search(**days)} == found


def test_kinds_are_chosen(database):
    assert {hit.kind.value for hit in database.search()} == {"direct", "indirect", "mixed"}
    assert {hit.kind for hit in database.search(kind="direct")} == {newsquote.QuoteKind.DIRECT}
    assert len(database.search(kind=("indirect", "mixed"))) == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"words": '"tax cut'}, "quotation marks and brackets must be closed"),
        ({"words": "(tax"}, "must be closed"),
        ({"words": "NOT tax"}, "put it in double quotes"),
        ({"words": "tax AND"}, "put it in double quotes"),
        ({"since": "May"}, "a year, a month or a day"),
        ({"until": "2024-1"}, "a year, a month or a day"),
        ({"since": 2024}, "a year, a month or a day"),
        ({"kind": "spoken"}, "direct, mixed, indirect"),
        ({"limit": -1}, "at least 0"),
    ],
)
def test_what_cannot_be_looked_for_is_refused_with_a_remedy(database, arguments, told):
    with pytest.raises(OptionsError, match=told) as caught:
        database.search(**arguments)
    assert caught.value.value in arguments.values()


def test_a_hit_has_its_sentence_its_speaker_and_its_article(database):
    (hit,) = database.search("rise")
    assert attrs.asdict(hit) | {"quote": None, "confidence": None} == {
        "quote": None,
        "article_id": "a-1",
        "published": "2023-05-04",
        "headline": "Taxes to rise",
        "speaker_name": "Ann Lee",
        "speaker_kind": newsquote.SpeakerKind.PERSON,
        "speaker_role": "Mayor",
        "speaker_affiliation": None,
        "person_id": newsquote.people([read(TAXES, None)])[0].id,
        "kind": newsquote.QuoteKind.DIRECT,
        "words": "Taxes will rise",
        "sentence": '"Taxes will rise," said Mayor Ann Lee.',
        "start_offset": TAXES.index('"'),
        "end_offset": TAXES.index(" said"),
        "confidence": None,
    }
    assert repr(hit) == "<Hit 'Taxes will rise' by Ann Lee>"
    assert tuple(hit_row(hit)) == HIT_COLUMNS
    assert (hit_row(hit)["kind"], hit_row(hit)["speaker_kind"]) == ("direct", "person")
    assert isinstance(hash(hit), int)
    assert isinstance(hit, Hit)


# The file


def test_a_file_is_one_file_when_it_is_closed_and_opens_again(tmp_path, articles):
    path = tmp_path / "press.db"
    with Database(path) as database:
        database.add(articles[0])
    assert [one.name for one in tmp_path.iterdir()] == ["press.db"]
    with Database(path) as database:
        database.add(articles[1])
    with Database(path, read_only=True) as database:
        assert len(database) == 2
        assert said(database.search("tax*")) == [("a-1", "Taxes will rise")]
        with pytest.raises(DataError, match="readonly"):
            database.add(articles[2])
    assert [one.name for one in tmp_path.iterdir()] == ["press.db"]
    assert repr(database) == f"<Database {path}>"


def test_somebody_may_read_while_articles_are_added(tmp_path, articles):
    path = tmp_path / "press.db"
    with Database(path) as writing:
        writing.add(articles[0])
        with Database(path, read_only=True) as reading:
            assert len(reading) == 1
            writing.add(articles[1])
            assert len(reading) == 2


def test_own_columns_are_known_when_a_file_opens_again(tmp_path):
    path = tmp_path / "press.db"
    for name in ("a-4", "a-5"):
        with Database(path) as database:
            database.add(with_own(name, publisher="Orla Post"))
    with Database(path) as database:
        assert asked(database, "SELECT DISTINCT publisher FROM quotes_in_context") == [
            ("Orla Post",)
        ]


def test_a_process_that_is_ended_leaves_whole_articles(tmp_path):
    path = tmp_path / "press.db"
    code = """if True:
        import os, sys, newsquote
        from newsquote.database import Database
        database = Database(sys.argv[1])
        database.add(newsquote.parse('"It is over," said Ann Lee.', id="a-1"))
        database._connection.execute("BEGIN")
        database._connection.execute("DELETE FROM articles")
        os._exit(9)
    """
    assert subprocess.run([sys.executable, "-c", code, path], check=False).returncode == 9
    with Database(path) as database:
        assert len(database) == 1
        assert said(database.search("over")) == [("a-1", "It is over")]


def test_what_is_deleted_is_found_no_more(tmp_path, articles):
    path = tmp_path / "press.db"
    with Database(path) as database:
        for article in articles:
            database.add(article)
        database._connection.execute("DELETE FROM articles WHERE id = 'a-1'")
        assert said(database.search("tax*")) == [("a-3", "Tax cuts are dear")]
        database._connection.execute("UPDATE quotes SET words = 'rain' WHERE words LIKE 'Tax%'")
        assert len(database.search("rain")) == 1
        assert database.search("tax*") == ()
        check = "INSERT INTO quotes_fts (quotes_fts, rank) VALUES ('integrity-check', 1)"
        assert asked(database, check) == []


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "notes.db"
    path.write_text("Taxes\n" * 400)
    with pytest.raises(DataError, match=r"notes\.db: file is not a database"):
        Database(path)
    assert path.read_text() == "Taxes\n" * 400


def test_another_programs_database_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE articles (id)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DataError, match="none that newsquote made") as caught:
        Database(path)
    assert caught.value.value == str(path)
    assert path.read_bytes() == before


def test_a_database_of_a_later_version_is_refused(tmp_path):
    path = tmp_path / "press.db"
    with Database(path) as database:
        database._connection.execute("PRAGMA user_version = 99")
    with pytest.raises(DataError, match="version 99"):
        Database(path)


def test_a_file_that_is_not_there_is_made_only_to_be_written(tmp_path):
    path = tmp_path / "none.db"
    with pytest.raises(DataError, match=r"none\.db: unable to open"):
        Database(path, read_only=True)
    assert not path.exists()
    with pytest.raises(DataError, match="unable to open"):
        Database(tmp_path / "no folder" / "press.db")


def test_a_name_with_signs_is_a_name(tmp_path, articles):
    path = tmp_path / "100% of? the#press.db"
    with Database(path) as database:
        database.add(articles[0])
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
