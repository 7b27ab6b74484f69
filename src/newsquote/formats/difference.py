"""Texts as a page that shows what of their quotes is right, wrong, extra and missed.

In: texts, and what became of each quote by somebody's annotations. Out: one self-contained page,
without script. Why: a score says how much goes wrong, the page what and where. Who judges the
quotes is no matter of this file.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from newsquote.formats._page_style import DIFFERENCES, STYLE
from newsquote.formats._page_text import Ink, plain, safe, sections
from newsquote.formats.html import choice, page_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsquote.formats._page_text import Stretch

__all__ = ["ComparedText", "JudgedQuote", "difference"]

OUTCOMES = {
    "right": "found, and as annotated",
    "wrong": "found, but differs from the annotation",
    "extra": "found, but not annotated",
    "missed": "annotated, but not found",
}

_Spans = tuple[tuple[int, int], ...]


@attrs.frozen(kw_only=True)
class JudgedQuote:
    """A quote, what became of it, and where the two sides have it.

    ``content`` and ``source`` are those that were found, or, of a quote that was missed, those that
    are annotated; ``wanted`` and ``wanted_source`` are what is annotated where that differs.
    """

    outcome: str
    facts: str
    content: _Spans
    source: _Spans = ()
    wanted: _Spans = ()
    wanted_source: _Spans = ()


@attrs.frozen(kw_only=True)
class ComparedText:
    """A text with its blocks and its quotes; ``name`` is what it is called on the page."""

    name: str
    text: str
    blocks: tuple[Stretch, ...]
    quotes: tuple[JudgedQuote, ...]


def difference(texts: Sequence[ComparedText]) -> str:
    """The page of some texts; of several, those without a mistake are only counted.

    >>> quote = JudgedQuote(outcome="missed", facts="missed: Ann Lee", content=((0, 8),))
    >>> text = ComparedText(name="a", text="It rains", blocks=(), quotes=(quote,))
    >>> '<mark class="missed" tabindex="0"' in difference([text])
    True
    """
    counts = Counter(quote.outcome for text in texts for quote in text.quotes)
    shown = [text for text in texts if len(texts) == 1 or not _is_right(text)]
    articles = "article" if len(texts) == 1 else "articles"
    return page_of(
        title=f"Quotes of {len(texts)} {articles} beside their annotations",
        style=STYLE + DIFFERENCES + "\n".join(_filters()),
        legend="Quotes",
        choices="\n".join(_choices(counts)),
        key=_key(len(texts) - len(shown)),
        text="".join(_section(text, named=len(texts) > 1) for text in shown),
    )


def _is_right(text: ComparedText) -> bool:
    return all(quote.outcome == "right" for quote in text.quotes)


def _filters() -> Iterator[str]:
    return (f"body:has(#{one}:checked) main .{one}{{--on:1}}" for one in OUTCOMES)


def _choices(counts: Counter[str]) -> Iterator[str]:
    yield choice('id="all" checked', "all", "", counts.total())
    for outcome, meaning in OUTCOMES.items():
        name = f'<mark class="{outcome}">{outcome}</mark>'
        yield choice(f'id="{outcome}" class="one"', name, meaning, counts[outcome])


def _key(hidden: int) -> str:
    key = (
        '<p class="key">Underlined: <u class="source">the source found</u>; dashed: '
        '<u class="wanted">what is annotated instead</u>. '
        '<span class="how">A quote that is pointed at or reached by the Tab key says what became '
        "of it.</span></p>"
    )
    if not hidden:
        return key
    verb = "article has no mistake and is" if hidden == 1 else "articles have no mistake and are"
    return f'{key}\n<p class="key">{hidden} {verb} not shown.</p>'


def _section(text: ComparedText, *, named: bool) -> str:
    body = "".join(sections(text.text, text.blocks, _inks(text)))
    if not named:
        return body
    counts = Counter(quote.outcome for quote in text.quotes)
    told = ", ".join(f"{counts[one]} {one}" for one in OUTCOMES if counts[one])
    return f"<section><h2><bdi>{safe(text.name)}</bdi>: {plain(told)}</h2>{body}</section>"


def _inks(text: ComparedText) -> Iterator[Ink]:
    for quote in text.quotes:
        for span in quote.content:
            yield Ink(*span, "mark", quote.outcome, quote.facts)
        for span in quote.source:
            yield Ink(*span, "u", f"source {quote.outcome}", f"source of: {quote.facts}")
        for span in quote.wanted:
            yield Ink(*span, "u", f"wanted content {quote.outcome}", f"annotated: {quote.facts}")
        for span in quote.wanted_source:
            facts = f"annotated source of: {quote.facts}"
            yield Ink(*span, "u", f"wanted {quote.outcome}", facts)
