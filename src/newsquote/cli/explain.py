"""``newsquote explain``: an article and a number in, why that part of it was read as it was out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsquote import _explanations
from newsquote._pipeline import read_article
from newsquote.cli.arguments import parse_options
from newsquote.cli.articles import read_given, say_if_html
from newsquote.cli.exits import DONE, RefusedError
from newsquote.cli.streams import print_bytes, print_text
from newsquote.formats.explanation import (
    explained_line,
    explained_quote,
    explained_speaker,
    explanation_json,
    line_span,
)
from newsquote.formats.report import quotes_in_order, speakers_in_order

if TYPE_CHECKING:
    import argparse

    from newsquote._pipeline import ReadArticle
    from newsquote.models import Explanation

__all__ = ["print_explanation"]


def print_explanation(arguments: argparse.Namespace) -> int:
    """Read an article and explain a quote, a speaker or a line of it."""
    given = read_given(arguments)
    read = read_article(given.text, parse_options(arguments), published=given.published)
    say_if_html(read.article, arguments.file)
    if arguments.quote is not None:
        explanation = _quote(read, arguments.quote)
        lines = explained_quote(explanation)
    elif arguments.speaker is not None:
        explanation = _speaker(read, arguments.speaker)
        lines = explained_speaker(explanation, read.article)
    else:
        explanation = _line(read, arguments.line)
        lines = explained_line(explanation, read.article)
    if arguments.format == "json":
        print_bytes(explanation_json(explanation, read.article).encode())
    else:
        print_text("".join(f"{line}\n" for line in lines))
    return DONE


def _quote(read: ReadArticle, number: int) -> Explanation:
    quotes = quotes_in_order(read.article)
    _demand(number, len(quotes), "quote")
    wanted = quotes[number - 1]
    index = next(n for n, quote in enumerate(read.article.quotes) if quote is wanted)
    return _explanations.explain_quote(read, index)


def _speaker(read: ReadArticle, number: int) -> Explanation:
    speakers = speakers_in_order(read.article)
    _demand(number, len(speakers), "speaker")
    return _explanations.explain_speaker(read, speakers[number - 1])


def _line(read: ReadArticle, number: int) -> Explanation:
    text = read.article.text
    _demand(number, len(text.splitlines()), "line")
    return _explanations.explain_line(read, line_span(text, number))


def _demand(number: int, count: int, noun: str) -> None:
    """Refuse a number that does not exist."""
    if number <= count:
        return
    there_are = {0: f"no {noun}s", 1: f"1 {noun}"}.get(count, f"{count} {noun}s")
    msg = f"there is no {noun} {number}: the article has {there_are}"
    raise RefusedError(msg)
