"""``newsquote mcp``: a server for language models over standard input and output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote.cli.exits import DONE, RefusedError
from newsquote.errors import NewsquoteError

if TYPE_CHECKING:
    import argparse

__all__ = ["serve"]


def serve(arguments: argparse.Namespace) -> int:
    """Serve until the input ends."""
    try:
        from newsquote.extras.mcp import server  # noqa: PLC0415 - the SDK may be missing

        made = server(arguments.database)
    except (ImportError, NewsquoteError) as error:
        raise RefusedError(str(error)) from None
    made.run()
    return DONE
