"""What is fuzzed: one function a mode, from bytes to nothing.

In: bytes, any. Out: nothing, or the error that was found. Why: every mode reads its bytes here,
without the fuzzer, so that a finding can be read again anywhere and the tests can run every mode.

A text is its bytes in UTF-8; a byte that is none becomes a lone surrogate, so every sequence of
bytes is a text and every text file is a seed.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
from core_input import hand_over
from exports import CHECKS, well_formed
from laws import demand, every_law, quotes_hold, round_trip, spans_slice

import newsquote
from newsquote._quotes.model import weights
from newsquote.codec import UNITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsquote import Article

__all__ = ["MODES", "text_of"]

HOME = Path(__file__).resolve().parent
OPTIONS = (
    None,
    newsquote.ParseOptions(include_thoughts=True, include_nested=True),
    newsquote.ParseOptions(model=None),
    newsquote.ParseOptions(model=None, include_thoughts=True),
)
BASES = (
    "",
    "Mill to close\n\nThe mill will close in May.",
    '"It is over," said Mayor Ann Lee, "and we lost." “I never said ‘no’,” Ek wrote on Monday.',
    (
        "Harbour | Bridge to reopen\n\nBy Ann Lee, Staff Writer, and Bo Ek in Lisbon (AP)\n"
        "ann.lee@example.org\nUpdated March 4, 2026\n\nLISBON, March 4 (Reuters) - "
        "The bridge will reopen in May, Mayor Ida Oyelaran told reporters on Monday.\n\n"
        "“It is safe,” she said, “and paid for.”\n\nLee declined to comment. "
        "Critics called it a “folly”. Ek and Voss said they would vote, "
        "according to a spokesman for the “Bear” Club.\n\n"
        "Reporting by Ann Lee; Editing by Bo Ek\n\n"
        "Related stories:\n- Floods hit valley https://news.example/mill\n"
        "- Mill to close\n\n© 2026 The Norvale Post"
    ),
    "Q: Why?\nA: Because the board said it had to.\n\n“We know.\n\n“And we left it open.",
)
VALUES = (
    None, True, 0, -1, 1, 2, 5, 2**63, -(2**70), 0.5, float("nan"), float("inf"), "", "x", "1.0",
    "direct", "\ud800", "\x00", [], {}, [0, 0], [0, 1], [1, 0], [-1, 3], [True, 1],
    [0, 10**9], [0.0, 1.0], [[]], [None], {"span": [0, 1]}, {1: 2}, (0, 1), b"x", "2026-02-30",
    "2026-03-04", "2026-03-04T10:00:00+00:00", "9" * 30,
)  # fmt: skip


def text_of(data: bytes) -> str:
    """The text of a sequence of bytes; each has one."""
    return data.decode("utf-8", "surrogateescape")


class Choices:
    """Bytes as choices, one after the other; when they are used up, every choice is the first."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def below(self, count: int) -> int:
        """A number from 0 to below ``count``, of one byte."""
        if self.at >= len(self.data):
            return 0
        self.at += 1
        return self.data[self.at - 1] % count

    def rest(self) -> bytes:
        """The bytes that are left."""
        return self.data[self.at :]


def parse(data: bytes) -> None:
    """Read an article; every law holds."""
    text = text_of(data)
    every_law(newsquote.parse(text, options=OPTIONS[len(data) % len(OPTIONS)]), text)


def scorers(data: bytes) -> None:
    """Read an article with the compiled scorer and without; all is equal, chances included.

    Without a compiled scorer in the checkout (``python native/compile.py``) both are the plain one.
    """
    text, options = text_of(data), OPTIONS[len(data) % 2]
    compiled = newsquote.parse(text, options=options)
    kept = weights.model_of
    weights.model_of = lambda pack, name="default": attrs.evolve(kept(pack, name), core=None)
    try:
        plain = newsquote.parse(text, options=options)
    finally:
        weights.model_of = kept
    demand(compiled == plain, "both scorers read the same")
    chances = [[quote.confidence for quote in one.quotes] for one in (compiled, plain)]
    demand(chances[0] == chances[1], "both scorers are as sure")


def _same_as_parse(read: Callable[[str], object], field: str) -> Callable[[bytes], None]:
    """Read a part of an article; it is what the whole reading gives."""

    def target(data: bytes) -> None:
        text = text_of(data)
        demand(
            read(text) == getattr(newsquote.parse(text), field), f"{field} is what parse() gives"
        )

    return target


def parse_byline(data: bytes) -> None:
    """Read one byline."""
    text = text_of(data)
    byline = newsquote.parse_byline(text)
    if byline is None:
        return
    demand(text[byline.span.slice] == byline.text, "the byline stands at its span")
    demand(len(byline.text.splitlines()) == 1, "the byline lies in one line")
    demand(byline.authors or byline.agencies, "a byline names somebody")
    for author in byline.authors:
        for name in ("name", "role", "affiliation", "location", "email", "handle"):
            span = getattr(author, f"{name}_span")
            demand(
                span is None or text[span.slice] == getattr(author, name),
                f"{name} stands at its span",
            )


def parse_dateline(data: bytes) -> None:
    """Read one dateline."""
    text = text_of(data)
    dateline = newsquote.parse_dateline(text)
    if dateline is None:
        return
    demand(text[dateline.span.slice] == dateline.text, "the dateline stands at its span")
    for name in ("place", "agency", "date_text"):
        span = getattr(dateline, f"{name}_span")
        demand(
            span is None or text[span.slice] == getattr(dateline, name),
            f"{name} stands at its span",
        )


def verify(data: bytes) -> None:
    """Check a quotation, the first line, against a text, the rest.

    Then a slice of the text, which is there.
    """
    first, _, rest = data.partition(b"\n")
    quotation, text = text_of(first), text_of(rest)
    found = newsquote.verify(quotation, text)
    demand(bool(found) is (found.status in {"verbatim", "folded"}), "true where it is there")
    demand((found.span is None) is (found.status == "absent"), "a span unless absent")
    demand(
        (found.status == "altered") is (bool(found.changes) and not found),
        "altered where something was changed",
    )
    demand(0 <= found.share <= 1, "the share is a share")
    for change in found.changes:
        demand(text[change.span.slice] == change.found, "what was found stands at its span")
        demand(
            quotation[change.quoted_span.slice] == change.quoted,
            "what was quoted stands at its span",
        )
    if text:
        start = len(first) % len(text)
        piece = text[start : start + 1 + len(rest) % 64]
        again = newsquote.verify(piece, text)
        demand(
            again or not any(c.isalnum() and c.isascii() for c in piece),
            "a slice of the text is in it",
        )


def mask_quotes(data: bytes) -> None:
    """Blank the quotations; nothing else changes."""
    text = text_of(data)
    masked = newsquote.mask_quotes(text)
    demand(len(masked) == len(text), "masking keeps the length")
    demand(
        all(new in {old, " "} for old, new in zip(text, masked, strict=True)),
        "masking blanks, and does nothing else",
    )
    demand(
        [c for c in masked if c.isspace() and c != " "]
        == [c for c in text if c.isspace() and c != " "],
        "line ends are kept",
    )


def explain(data: bytes) -> None:
    """Explain a range; there is evidence either way."""
    text = text_of(data)
    start = data[0] if data else 0
    why = newsquote.explain(text, (start, start + 9))
    demand(why.evidence, "there is evidence")


def from_dict(data: bytes) -> None:
    """Read a form into which hostile values were put; only ``SchemaError`` may come of it."""
    choices = Choices(data)
    form: Any = json.loads(_forms()[choices.below(len(BASES))])
    text = form.pop("text") if choices.below(8) == 0 else None
    for _ in range(1 + choices.below(3)):
        form = _changed(form, choices)
    try:
        article = newsquote.from_dict(form, text=text)
    except newsquote.SchemaError as error:
        demand(error.path.startswith("$"), "the error names the place")
        demand("\n" not in str(error), "the error is one line")
        return
    spans_slice(article)
    demand(
        all(quote.parent is None or quote.parent in article.quotes for quote in article.quotes),
        "a parent is one of the quotes",
    )
    round_trip(article)


def _changed(form: Any, choices: Choices) -> Any:
    """A form in which one value is another.

    It is changed in place, unless it is the value itself.
    """
    where, key, value = None, None, form
    while isinstance(value, dict | list) and value and choices.below(6):
        keys = list(value) if isinstance(value, dict) else range(len(value))
        where, key = value, keys[choices.below(len(keys))]
        value = value[key]
    new = _other(value, choices)
    if where is None:
        return new
    if choices.below(8) == 1:
        del where[key]
    else:
        where[key] = new
    return form


def _other(value: Any, choices: Choices) -> Any:
    """Another value for one: its like, a little off, or anything at all."""
    kind = choices.below(4)
    if kind == 0 and isinstance(value, int | float):
        return value + choices.below(7) - 3
    if kind == 0 and isinstance(value, str):
        at = choices.below(len(value) + 1)
        return value[:at] + text_of(choices.rest()[:4]) + value[at:]
    if kind == 1 and isinstance(value, list) and value:
        return [*value, value[choices.below(len(value))]]
    if kind == 1 and isinstance(value, list):
        return [VALUES[choices.below(len(VALUES))]]
    return VALUES[choices.below(len(VALUES))]


def formats(data: bytes) -> None:
    """Write an article whose characters were changed, in one format."""
    choices = Choices(data)
    form = json.loads(_forms()[choices.below(len(BASES))])
    kind = list(CHECKS)[choices.below(len(CHECKS))]
    units = UNITS[choices.below(len(UNITS))]
    at = choices.below(256) * 4 % max(1, len(form["text"]))
    printed = text_of(choices.rest())
    well_formed(newsquote.from_dict(_overwritten(form, at, printed)), kind, units)


def _overwritten(form: dict[str, Any], at: int, printed: str) -> dict[str, Any]:
    """A form with another text of the same length.

    What stands at a span is what stands there now, and what has no span is anything.
    """
    text = form["text"][:at] + printed[: len(form["text"]) - at] + form["text"][at + len(printed) :]
    form["text"] = text
    form["id"] = printed
    _rewritten(form, text, printed)
    for quote in form["quotes"]:
        quote["text"] = " ".join(part["text"] for part in quote["parts"])
        del quote["fingerprint"]
    return form


def _rewritten(value: Any, text: str, printed: str) -> None:
    if isinstance(value, dict):
        value.update(_fields(value, text, printed))
    for item in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        _rewritten(item, text, printed)


def _fields(record: dict[str, Any], text: str, printed: str) -> Iterator[tuple[str, Any]]:
    """The strings of a record, as they are now."""
    for name, value in record.items():
        beside = record.get(
            {
                "text": "span",
                "title": "span",
                "agencies": "agency_spans",
                "people": "people_spans",
            }.get(name, f"{name}_span")
        )
        if name in {"agencies", "people"} and beside:
            yield name, [text[slice(*span)] for span in beside]
        elif isinstance(value, str) and beside:
            yield name, text[slice(*beside)]
        elif (f"{name}_span" in record and isinstance(value, str)) or name in {"lemma", "detail"}:
            yield name, printed


def parse_formats(data: bytes) -> None:
    """Read an article and write it in every format."""
    article = newsquote.parse(text_of(data))
    for kind in CHECKS:
        well_formed(article, kind)


@functools.cache
def _articles() -> list[Article]:
    return [newsquote.parse(base, id="a1", options=OPTIONS[1]) for base in BASES]


@functools.cache
def _forms() -> list[str]:
    for article in _articles():
        quotes_hold(article)
    return [json.dumps(newsquote.to_dict(article)) for article in _articles()]


MODES: dict[str, Callable[[bytes], None]] = {
    "parse": parse,
    "scorers": scorers,
    "core_input": hand_over,
    "parse_quotes": _same_as_parse(newsquote.parse_quotes, "quotes"),
    "parse_body": _same_as_parse(newsquote.parse_body, "body"),
    "parse_headline": _same_as_parse(newsquote.parse_headline, "headline"),
    "parse_related": _same_as_parse(newsquote.parse_related, "related"),
    "parse_byline": parse_byline,
    "parse_dateline": parse_dateline,
    "mask_quotes": mask_quotes,
    "explain": explain,
    "verify": verify,
    "from_dict": from_dict,
    "formats": formats,
    "parse_formats": parse_formats,
}
