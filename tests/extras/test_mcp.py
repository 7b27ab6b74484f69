"""The server for language models, asked by the SDK's own client."""

import asyncio
import os
import sys

import pytest

import newsquote
from newsquote import cli
from newsquote.database import Database
from newsquote.errors import DataError

pytest.importorskip("mcp", reason="the extra mcp is not installed")

from mcp import Client, StdioServerParameters

from newsquote.extras.mcp import server

TEXT = '"We won the cup," said Mayor Ann Lee. Bo Ek said the mill was lost.'


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "press.db"
    with Database(path) as made:
        made.add(newsquote.parse(TEXT, id="a-1"))
    return str(path)


def asked(of, *calls):
    """The results of some calls."""

    async def ask():
        async with Client(of) as client:
            return [await client.call_tool(name, arguments) for name, arguments in calls]

    return asyncio.run(ask())


def tools(of):
    async def ask():
        async with Client(of) as client:
            return (await client.list_tools()).tools

    return asyncio.run(ask())


def test_search_is_a_tool_where_there_is_a_database(database):
    assert [tool.name for tool in tools(server())] == ["parse", "check"]
    listed = tools(server(database))
    assert [tool.name for tool in listed] == ["parse", "check", "search"]
    assert all(tool.description for tool in listed)


def test_parse_gives_quotes_with_ids():
    (found,) = asked(server(), ("parse", {"text": TEXT, "published": "2024-03-04"}))
    lines = found.content[0].text.splitlines()
    assert "S1 Ann Lee, Mayor" in lines
    assert "Q1 S1 said, direct: We won the cup" in lines
    assert any("2024-03-04" in line for line in lines)


@pytest.mark.parametrize(
    ("quotation", "speaker", "verdict"),
    [
        ("We won the cup", "Lee", "said"),
        ("We won a cup", "the mayor", "said_altered"),
        ("The mill was lost", "Ann Lee", "by_somebody_else"),
        ("Nobody slept", None, "absent"),
    ],
)
def test_check_gives_a_verdict(quotation, speaker, verdict):
    arguments = {"quotation": quotation, "text": TEXT, "speaker": speaker}
    (found,) = asked(server(), ("check", arguments))
    assert found.structured_content["verdict"] == verdict


def test_search_gives_hits(database):
    none, some, refused = asked(
        server(database),
        ("search", {"words": "bread"}),
        ("search", {"words": "cup", "speaker": "ann lee", "limit": 1000}),
        ("search", {"since": "yesterday"}),
    )
    assert none.structured_content == {"result": []}
    (hit,) = some.structured_content["result"]
    assert (hit["words"], hit["article_id"], hit["kind"]) == ("We won the cup", "a-1", "direct")
    assert refused.is_error
    assert "since must be a year" in refused.content[0].text


def test_a_day_that_cannot_be_read_is_told():
    (found,) = asked(server(), ("parse", {"text": TEXT, "published": "soon"}))
    assert found.is_error
    assert "published must be an ISO date such as 2024-03-04, not 'soon'" in found.content[0].text


def test_what_is_no_database_is_refused_at_once(tmp_path, capsys):
    with pytest.raises(DataError):
        server(tmp_path / "none.db")
    assert cli.main(["mcp", "--database", str(tmp_path / "none.db")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_it_is_served_over_standard_input_and_output(database):
    arguments = ["-m", "newsquote", "mcp", "--database", database]
    command = StdioServerParameters(command=sys.executable, args=arguments, env=dict(os.environ))
    (found,) = asked(command, ("search", {"words": "mill"}))
    assert [hit["speaker_name"] for hit in found.structured_content["result"]] == ["Bo Ek"]
