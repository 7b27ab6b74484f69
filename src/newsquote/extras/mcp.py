"""A server for language models over standard input and output (``pip install 'newsquote[mcp]'``).

In: calls by the Model Context Protocol. Out: who said what in a text, whether somebody said it, and
what was said in a database. Why: a model that writes about news can look up and check its own
quotations, where it would else remember them. The protocol is the official SDK's business; what is
answered is what the library gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

try:
    import mcp  # noqa: F401 - the library as a whole: one of its parts may be loaded without it
    from mcp.server import MCPServer
    from mcp.server.mcpserver.exceptions import ToolError
except ImportError as error:
    msg = "newsquote.extras.mcp needs mcp 2 or later: pip install 'newsquote[mcp]'"
    raise ImportError(msg, name="mcp") from error

from newsquote._version import __version__
from newsquote.checker import check
from newsquote.codec import moment
from newsquote.errors import NewsquoteError
from newsquote.formats.checking import check_row
from newsquote.formats.prompt import prompt
from newsquote.parser import parse

if TYPE_CHECKING:
    import os

__all__ = ["server"]

_INSTRUCTIONS = (
    "Reads news articles. parse says who said what in a text; check says whether somebody is said"
    " to have said some words in it, word for word, with changes or not at all. Check a quotation"
    " before you give it as somebody's words."
)
_MOST_HITS = 100


def server(database: str | os.PathLike[str] | None = None) -> MCPServer:
    """A server with the tools ``parse`` and ``check``, and ``search`` where there is a database.

    :param database: a database that ``newsquote batch`` or ``newsquote.database`` made; it is only
        read.
    :return: the SDK's server; its ``run()`` serves standard input and output until they end.

    >>> from newsquote.extras.mcp import server
    >>> server().name
    'newsquote'
    """
    made = MCPServer(
        "newsquote", version=__version__, instructions=_INSTRUCTIONS, log_level="ERROR"
    )
    made.tool(name="parse")(parse_text)
    made.tool(name="check")(check_words)
    if database is not None:
        made.tool(name="search")(_searcher(database))
    return made


def parse_text(text: str, published: str | None = None) -> str:
    """Say who said what in a news article.

    Gives a line for each speaker (S1, S2, ...) and for each quote (Q1, Q2, ...): whose it is, how
    it is said, and the words.

    Args:
        text: The whole article as plain text.
        published: Its day as an ISO date, such as 2024-03-04.
    """
    try:
        day = moment(published) if published else None
    except ValueError:
        msg = f"published must be an ISO date such as 2024-03-04, not {published!r:.60}"
        raise ToolError(msg) from None
    return prompt(parse(text, published=day))


def check_words(quotation: str, text: str, speaker: str | None = None) -> dict[str, Any]:
    """Say whether somebody is said to have said these words in a news article.

    The verdict is said, said_altered (see changes), by_somebody_else (see said_by), not_attributed
    (the words are there, nobody is said to have said them), unknown_speaker, or absent.

    Args:
        quotation: The words.
        text: The whole article as plain text.
        speaker: Who is to have said them, as a name or a description; anybody where it is left out.
    """
    article = parse(text)
    return check_row(check(quotation, article, speaker), article, quotation, speaker)


def _searcher(database: str | os.PathLike[str]) -> Any:  # noqa: ANN401 - the SDK reads its signature
    from newsquote.database import Database, hit_row  # noqa: PLC0415 - else no sqlite3 is needed

    with Database(database, read_only=True):
        """What is no database is told now, and not to a model."""

    def search(
        words: str | None = None,
        speaker: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = 20,
    ) -> list[dict[str, Any]]:
        """Search many news articles for what was said, the newest first.

        Each hit has the words, the sentence around them, the speaker and the article.

        Args:
            words: What to look for in what was said: all of it must be there. tax* is any word that
                begins so, "tax cut" these words together; AND, OR and NOT join them.
            speaker: A speaker's full name.
            since: The first day: 2024, 2024-03 or 2024-03-04.
            until: The last day, in the same forms.
            limit: How many hits to give at most, up to 100.
        """
        try:
            with Database(database, read_only=True) as opened:
                hits = opened.search(
                    words, speaker=speaker, since=since, until=until, limit=min(limit, _MOST_HITS)
                )
        except NewsquoteError as error:
            raise ToolError(str(error)) from None
        return [hit_row(hit) for hit in hits]

    return search
