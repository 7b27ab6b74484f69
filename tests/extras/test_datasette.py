"""A database in Datasette: search, facets, and the settings in ``examples``."""

import asyncio
import json
from pathlib import Path

import pytest

import newsquote
from newsquote.database import Database

datasette = pytest.importorskip(
    "datasette.app", reason="datasette is not installed: pip install datasette"
)

SETTINGS = Path(__file__).resolve().parents[2] / "examples" / "datasette.json"


@pytest.fixture
def answers(tmp_path):
    path = tmp_path / "press.db"
    with Database(path) as database:
        for n, said in enumerate(("Taxes rise", "Rain fell", "Taxes fell")):
            database.add(newsquote.parse(f'"{said}," said Mayor Ann Lee.', id=f"a-{n}"))
    settings = json.loads(SETTINGS.read_text(encoding="utf-8"))
    site = datasette.Datasette([str(path)], metadata=settings)

    async def asked(address):
        await site.invoke_startup()
        return await site.client.get(f"/press/{address}")

    def answer(address):
        response = asyncio.run(asked(address))
        assert response.status_code == 200
        return response.json()

    return answer


@pytest.mark.filterwarnings("ignore")  # of another project's making
@pytest.mark.parametrize("table", ["quotes", "quotes_in_context"])
def test_a_table_can_be_searched_and_has_facets(answers, table):
    found = answers(f"{table}.json?_search=taxes&_shape=objects")
    assert sorted(row["words"] for row in found["rows"]) == ["Taxes fell", "Taxes rise"]
    (facet,) = found["facet_results"]["speaker_name"]["results"]
    assert (facet["value"], facet["count"]) == ("Ann Lee", 2)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("who_said.json?words=tax*", {"speaker_name": "Ann Lee", "quotes": 2}),
        ("said_by.json?speaker=ann+lee", {"sentence": '"Taxes rise," said Mayor Ann Lee.'}),
    ],
)
def test_a_query_answers(answers, query, first):
    row = answers(f"{query}&_shape=objects")["rows"][0]
    assert row | first == row
