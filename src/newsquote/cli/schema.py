"""``newsquote schema``: the JSON Schema of the JSON form."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newsquote.cli.exits import DONE
from newsquote.cli.streams import print_bytes
from newsquote.codec import schema

if TYPE_CHECKING:
    import argparse

__all__ = ["print_schema"]


def print_schema(_: argparse.Namespace) -> int:
    """Print the schema."""
    print_bytes((json.dumps(schema(), indent=1) + "\n").encode())
    return DONE
