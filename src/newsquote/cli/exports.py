"""The formats of ``newsquote parse``.

In: nothing. Out: for each name of a format the function that writes an article in it. Why: there
are many, each with a file of its own in ``formats``, and a run needs one; so its file is loaded
when the function is called.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsquote.models import Article

__all__ = ["COUNTED_FORMATS", "FORMATS"]


def _function(file: str, name: str) -> Callable[..., str]:
    def write_format(*arguments: object) -> str:
        function = getattr(import_module(f"newsquote.formats.{file}"), name)
        return str(function(*arguments))

    return write_format


FORMATS: dict[str, Callable[[Article], str]] = {
    "text": _function("report", "report"),
    "json": _function("jsonline", "json_line"),
    "prompt": _function("prompt", "prompt"),
    "html": _function("html", "view"),
    "jsonl": _function("table", "quotes_jsonl"),
    "csv": _function("table", "quotes_csv"),
    "csv-parts": _function("table", "parts_csv"),
    "tsv": _function("table", "quotes_tsv"),
    "tsv-parts": _function("table", "parts_tsv"),
    "jsonld": _function("jsonld", "jsonld"),
    "web-annotation": _function("webannotation", "web_annotations"),
    "tei": _function("tei", "tei"),
    "brat": _function("brat", "brat"),
    "citron": _function("citron", "citron"),
}

COUNTED_FORMATS: dict[str, Callable[[Article, str], str]] = {
    "json": _function("jsonline", "json_line"),
    "jsonl": _function("table", "quotes_jsonl"),
}
"""Those that count in the units that their second argument names."""
