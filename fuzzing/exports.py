"""What holds of every output format, whatever the article.

In: an article. Out: nothing, or a ``LawError``. Why: an output is read by another program, which
takes what was in the text for its own syntax wherever it is not escaped.
"""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from laws import demand

import newsquote
from newsquote.cli.exports import COUNTED_FORMATS, FORMATS
from newsquote.codec import PART_COLUMNS, QUOTE_COLUMNS, UNITS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsquote import Article

__all__ = ["CHECKS", "FORMATS", "well_formed"]

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
TAGS = frozenset(
    {
        "html", "head", "meta", "title", "style", "body", "aside", "fieldset", "legend", "ol", "li",
        "label", "input", "bdi", "mark", "span", "small", "p", "u", "main",
        "h1", "b",
    }
)  # fmt: skip
ATTRIBUTES = frozenset(
    {
        "lang",
        "charset",
        "http-equiv",
        "content",
        "name",
        "type",
        "id",
        "class",
        "checked",
        "title",
        "tabindex",
        "aria-description",
        "data-sign",
    }
)
PLAIN_VALUE = re.compile(r"[\w+ -]*")


class _Page(HTMLParser):
    """The tags of a page, and the text of its main part."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.text: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        demand(tag in TAGS, f"<{tag}> is a tag of ours")
        for name, value in attrs:
            demand(name in ATTRIBUTES, f"{name} is an attribute of ours")
            demand(
                name not in {"class", "id", "type"} or PLAIN_VALUE.fullmatch(value or ""),
                f"{name}={value!r} is plain",
            )
        if tag not in {"meta", "input"}:
            self.open.append(tag)
        self.inside = self.inside or tag == "main"

    def handle_endtag(self, tag: str) -> None:
        demand(self.open and self.open.pop() == tag, f"</{tag}> closes the tag that is open")
        self.inside = self.inside and tag != "main"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.text.append(data)

    def handle_comment(self, data: str) -> None:
        demand(held=False, law=f"no comment: {data!r}")

    def handle_pi(self, data: str) -> None:
        demand(held=False, law=f"no instruction: {data!r}")

    def handle_decl(self, decl: str) -> None:
        demand(decl == "DOCTYPE html", "one declaration, ours")


def _html(written: str, article: Article) -> None:
    page = _Page()
    page.feed(written)
    page.close()
    demand(not page.open, "every tag is closed")
    shown = "".join(page.text)
    demand(len(shown) == len(article.text), "the page shows the whole text")
    demand(
        all(new in {old, "\ufffd"} for new, old in zip(shown, article.text, strict=True)),
        "the page shows the text as it is",
    )


def _json(written: str, article: Article) -> None:
    demand(written.isascii() and written.count("\n") == 1, "one line of ASCII")
    joined = json.loads(json.dumps(newsquote.to_dict(article)))
    demand(json.loads(written) == joined, "JSON holds the form as it is")


def _values(written: str, article: Article) -> None:
    demand(isinstance(json.loads(written), dict | list), "JSON")


def _lines_of_values(written: str, article: Article) -> None:
    demand(written == "" or written.endswith("\n"), "lines are ended")
    rows = [json.loads(line) for line in written.split("\n")[:-1]]
    demand(
        [list(row) for row in rows] == [list(QUOTE_COLUMNS)] * len(article.quotes), "a row a quote"
    )


def _table(
    columns: Sequence[str], delimiter: str, count: Callable[[Article], int]
) -> Callable[[str, Article], None]:
    def check(written: str, article: Article) -> None:
        rows = list(csv.reader(io.StringIO(written, newline=""), delimiter=delimiter, strict=True))
        demand(rows[0] == list(columns), "the header")
        demand(len(rows) == count(article) + 1, "a row each")
        demand(all(len(row) == len(columns) for row in rows), "a cell a column")
        demand(
            not any(cell.startswith(FORMULAS) for row in rows for cell in row),
            "no cell is a formula",
        )

    return check


def _xml(written: str, article: Article) -> None:
    ET.fromstring(written.encode())  # noqa: S314 - our own output


def _standoff(written: str, article: Article) -> None:
    for line in written.split("\n")[:-1]:
        demand(len(line.splitlines()) == 1, "a line is a line for every reader")
        name, *fields = line.split("\t")
        demand(re.fullmatch(r"[TAR#][0-9]+", name), "an annotation has a name")
        demand(len(fields) == (2 if name[0] in "T#" else 1), "an annotation has its fields")


def _ids(written: str, article: Article) -> None:
    lines = written.split("\n")[:-1]
    demand(all(len(line.splitlines()) == 1 for line in lines), "a line is a line for every reader")
    named = [line for line in lines if not line.startswith(("Headline: ", "Published: "))]
    values = [newsquote.resolve(article, line.split(" ")[0]) for line in named]
    demand(values == [*article.speakers, *article.quotes], "a line is a speaker or a quote")


def _any(written: str, article: Article) -> None:
    demand(isinstance(written, str), "a string")


def _quotes(article: Article) -> int:
    return len(article.quotes)


def _parts(article: Article) -> int:
    return sum(len(quote.parts) for quote in article.quotes)


CHECKS: dict[str, Callable[[str, Article], None]] = {
    "text": _any,
    "json": _json,
    "html": _html,
    "jsonl": _lines_of_values,
    "csv": _table(QUOTE_COLUMNS, ",", _quotes),
    "csv-parts": _table(PART_COLUMNS, ",", _parts),
    "tsv": _table(QUOTE_COLUMNS, "\t", _quotes),
    "tsv-parts": _table(PART_COLUMNS, "\t", _parts),
    "jsonld": _values,
    "web-annotation": _values,
    "tei": _xml,
    "brat": _standoff,
    "citron": _values,
    "prompt": _ids,
}


def well_formed(article: Article, form: str, units: str | None = None) -> None:
    """An article, written in a format, is what the readers of the format read.

    In other units where the format has them.
    """
    if units in UNITS and form in COUNTED_FORMATS:
        written = COUNTED_FORMATS[form](article, units)
        (_values if form == "json" else CHECKS[form])(written, article)
    else:
        written = FORMATS[form](article)
        CHECKS[form](written, article)
    if form != "text":  # the command writes it with what the terminal can show
        written.encode()
