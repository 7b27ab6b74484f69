"""The tables as other programs see them, and the settings for Datasette that come with them."""

import json
from pathlib import Path

import pytest

import newsquote
from newsquote.database import Database
from newsquote.database.tables import quoted

SETTINGS = Path(__file__).resolve().parents[3] / "examples" / "datasette.json"
RESERVED = """
all and any array as asc between both by case cast check column cross current_date default
delete desc distinct do else end except exists false fetch for foreign from full grant group
having in index inner insert intersect into is join leading left like limit natural not null
offset on only or order outer primary references right select set some start table then to
trailing true union unique update user using values when where window with
"""


@pytest.fixture
def connection():
    with Database(":memory:") as database:
        database.add(newsquote.parse('"Taxes rise," said Mayor Ann Lee. Bo Ek said nobody pays.'))
        yield database._connection


def columns(connection, table):
    rows = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
    return [name for (name,) in rows]


@pytest.mark.parametrize("table", ["articles", "people", "speakers", "quotes", "quotes_in_context"])
def test_every_column_can_be_named_without_quotation_marks(connection, table):
    names = columns(connection, table)
    assert len(names) >= 8
    assert not set(RESERVED.split()) & set(names)
    connection.execute(f"SELECT {', '.join(names)} FROM {table}")  # noqa: S608


def test_a_name_is_quoted_whole():
    assert quoted('a"b') == '"a""b"'


def test_the_settings_for_datasette_are_of_these_tables(connection):
    press = json.loads(SETTINGS.read_text(encoding="utf-8"))["databases"]["press"]
    for table, settings in press["tables"].items():
        there = columns(connection, table)
        assert there
        named = [settings[key] for key in ("label_column", "sort", "sort_desc") if key in settings]
        assert {*named, *settings.get("facets", ())} <= set(there)


@pytest.mark.parametrize(("name", "value"), [("who_said", "tax*"), ("said_by", "ann lee")])
def test_the_queries_for_datasette_find_something(connection, name, value):
    press = json.loads(SETTINGS.read_text(encoding="utf-8"))["databases"]["press"]
    rows = connection.execute(press["queries"][name]["sql"], {"words": value, "speaker": value})
    assert len(rows.fetchall()) == 1
